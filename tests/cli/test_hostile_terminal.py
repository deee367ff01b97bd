"""Words of others that could do harm: no verb lets them play tricks on a terminal."""

import io
import sys
import unicodedata

import pytest

import relata
from relata.cli.export import _standard_output
from relata.export import FORMATS

KEPT = set("\n\u200c\u200d")
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


@pytest.fixture(scope="module")
def ids(hostile_file):
    with relata.open(hostile_file) as db:
        return [incident.id for incident in db.incidents()], [report.id for report in db.reports()]


def assert_harmless(text):
    assert {char for char in text if unicodedata.category(char) in HIDDEN} <= KEPT


@pytest.mark.parametrize(
    "words",
    [
        ("incidents",),
        ("incidents", "--json"),
        ("reports",),
        ("reports", "--json"),
        ("actors",),
        ("actors", "--json"),
        ("decisions",),
        ("search", "killed"),
        ("count", "killed", "--by", "actor"),
        ("review", "--json"),
    ],
    ids=" ".join,
)
def test_lists_are_harmless(words, hostile_file, cli):
    done = cli("--db", hostile_file, *words)
    assert done.code == 0, done.err
    assert done.out
    assert_harmless(done.out)
    assert_harmless(done.err)


def test_sheets_of_incidents_and_reports_are_harmless(hostile_file, ids, cli):
    incidents, reports = ids
    for at, id_ in enumerate(incidents[::2]):
        done = cli("--db", hostile_file, "show", id_, *([] if at % 9 else ["--history"]))
        assert done.code == 0, done.err
        assert_harmless(done.out)
    for id_ in reports[1::4]:
        assert_harmless(cli("--db", hostile_file, "report", id_).out)


def test_a_search_for_such_words_fails_in_plain_words_or_finds(hostile_file, cli):
    from tests.hostile_database import hostile_words

    for one in hostile_words()[::3]:
        done = cli("--db", hostile_file, "actor", "--", one.words.replace("\0", ""))
        assert done.code in (0, 1, 2)
        assert_harmless(done.out + done.err)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.binary])
def test_exports_to_a_terminal_are_harmless(name, hostile_file, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    with relata.open(hostile_file) as db:
        db.export(name, _standard_output(FORMATS[name]))
    assert_harmless(screen.getvalue())
