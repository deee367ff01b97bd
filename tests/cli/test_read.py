import json
import os

import pytest

from relata.demo import reports_folder


def test_reading_says_what_was_new_known_and_refused(cli, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes((reports_folder() / "peshawar-school.txt").read_bytes())
    (folder / "b.txt").write_bytes((reports_folder() / "peshawar-school.txt").read_bytes())
    (folder / "empty.txt").write_text("")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    lines = cli("read", "in").out.splitlines()
    assert lines[0] == "read 4 files"
    assert lines[1].startswith("  1 new report with ")
    assert lines[2] == "  1 report already known"
    assert lines[3] == "  2 skipped: 1 binary, 1 empty (listed by: relata --db relata.db skipped)"
    assert lines[4].startswith("relata.db holds ")


def test_reading_again_adds_nothing(cli, tmp_path):
    (tmp_path / "a.txt").write_bytes((reports_folder() / "peshawar-school.txt").read_bytes())
    first = cli("read", "a.txt", "--json")
    again = cli("read", "a.txt", "--json")
    assert json.loads(first.out)["reports"] == 1
    assert {**json.loads(first.out), "reports": 0, "events": 0, "claims": 0, "unchanged": 1} == json.loads(again.out)
    assert cli("read", "a.txt").out.splitlines()[0] == "read 1 file, 1 of them unchanged since they were read before"


def test_no_bar_is_drawn_where_nobody_sees_it(cli, tmp_path):
    (tmp_path / "a.txt").write_bytes((reports_folder() / "peshawar-school.txt").read_bytes())
    assert cli("read", "a.txt").err == ""


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_file_whose_name_is_no_text_is_read_and_listed(cli, tmp_path):
    name = os.fsdecode(b"caf\xe9\x1b[31m.txt")
    (tmp_path / name).write_bytes((reports_folder() / "bogota-faro.txt").read_bytes())
    assert cli("read", ".").code == 0
    out = cli("skipped").out
    assert "Spanish" in out
    assert "\x1b" not in out
    out.encode()


def test_an_extractor_that_is_not_installed_is_named(cli, tmp_path):
    (tmp_path / "a.txt").write_text("words")
    done = cli("read", "a.txt", "--extractor", "oracle")
    assert done.code == 1
    assert "'oracle'; expected one of: llm, rules" in done.err
