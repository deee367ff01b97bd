import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("sqlalchemy", "pandas", "numpy", "rich.table", "trafilatura", "py3langid", "relata.database", "relata.claims")


def test_help_loads_nothing_that_takes_time():
    script = (
        "import sys; sys.argv = ['relata', '--help']\n"
        "from relata.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_help_comes_at_once():
    # A quarter of a second is promised; the best of five leaves out what else the machine does.
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", "from relata.cli.app import main; main()", "--help"], check=True, capture_output=True
        )
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5


def test_without_a_verb_the_help_is_shown(cli):
    done = cli()
    assert done.code == 0
    assert done.out.startswith("Usage: relata")
    assert done.err == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["bogus"], "relata: No such command 'bogus'. Try: relata --help"),
        (["show"], "relata: Missing argument 'ID'. Try: relata show --help"),
        (["incidents", "--db", "x.db"], "stands before the verb: relata --db FILE incidents."),
        (["incidents", "--min-killed", "many"], "'--min-killed'"),
        (["export"], "--format"),
    ],
)
def test_a_command_line_that_cannot_be_understood_is_told_so_in_one_line(cli, words, message):
    done = cli(*words)
    assert done.code == 2
    assert done.out == ""
    assert message in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["incidents", "--since", "yesterday"], "expected a date such as 2022-03-04"),
        (["incidents", "--country", "Atlantis"], "expected a name (Pakistan)"),
        (["incidents", "--standing", "likely"], "confirmed, reported, contested, unconfirmed"),
        (["show", "ffffffffffffffff"], "no incident has"),
        (["report", "ffffffffffffffff"], "no report has"),
        (["export", "--format", "xml"], "expected one of: "),
        (["export", "--format", "json", "-o", "nowhere/x.json"], "there is no folder nowhere"),
        (["read", "nowhere"], "does not exist"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(cli, demo_file, words, message):
    done = cli("--db", demo_file, *words)
    assert done.code == 1
    assert done.out == ""
    assert message in done.err
    assert done.err.startswith("relata: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("verb", ["incidents", "reports", "skipped", "actors"])
def test_looking_for_a_database_does_not_make_one(cli, tmp_path, verb):
    done = cli(verb)
    assert done.code == 1
    assert "there is no database relata.db" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_database_is_that_of_the_option_else_of_the_environment(cli, demo_file):
    assert cli("incidents", RELATA_DB=str(demo_file)).code == 0
    assert cli("--db", "other.db", "incidents", RELATA_DB=str(demo_file)).code == 1


def test_a_strange_file_is_left_alone_and_named(cli, tmp_path):
    (tmp_path / "notes.db").write_text("shopping list: bread, milk\n" * 100)
    done = cli("--db", "notes.db", "incidents")
    assert done.code == 1
    assert "notes.db" in done.err
    assert (tmp_path / "notes.db").read_text().startswith("shopping list")


def test_a_reader_that_goes_away_ends_the_command_in_silence(started, demo_file, tmp_path):
    process = started("--db", demo_file, "incidents", "--json", cwd=tmp_path)
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    with process.stderr:
        assert process.stderr.read() == b""


def test_ctrl_c_while_reading_says_that_nothing_is_lost(started, tmp_path: Path):
    for number in range(400):
        words = f"A bomb killed {number + 2} people in Peshawar on Friday, police said.\n\n" * 20
        (tmp_path / f"{number:03}.txt").write_text(f"Blast kills {number + 2} in market\n\n5 March 2022\n\n{words}")
    process = started("read", "--workers", "1", ".", cwd=tmp_path)
    deadline = time.monotonic() + 60
    while not (tmp_path / "relata.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "relata: stopped; every file read so far is kept. The same command goes on from here.\n"
