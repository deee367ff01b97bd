"""``relata briefing`` as somebody types it."""


def test_the_form_follows_the_name_of_the_file(demo_file, cli, tmp_path):
    assert cli("--db", demo_file, "briefing", "--country", "Kenya", "-o", "kenya.html").code == 0
    assert (tmp_path / "kenya.html").read_text("utf-8").startswith("<!doctype html>")
    done = cli("--db", demo_file, "briefing", "--country", "Kenya", "--limit", 1)
    assert done.out.startswith("# Incidents in Kenya\n")
    assert cli("--db", demo_file, "briefing", "--country", "Kenya", "--limit", 1, "-o", "kenya.md").code == 0
    assert (tmp_path / "kenya.md").read_text("utf-8") == done.out


def test_what_cannot_be_is_said_in_one_line(demo_file, cli):
    done = cli("--db", demo_file, "briefing", "-f", "pdf")
    assert (done.code, done.err) == (
        1,
        "relata: pdf is not for reading in a terminal; give it a file: -o briefing.pdf\n",
    )
    assert "expected one of: md, html, pdf" in cli("--db", demo_file, "briefing", "-o", "x.docx").err
    assert "there is no folder nowhere" in cli("--db", demo_file, "briefing", "-o", "nowhere/x.md").err
