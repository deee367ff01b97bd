"""The two clocks, and the history of an incident, as somebody types them."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

import relata
from relata.store import Store

SCHEMA = Path(__file__).parents[2] / "docs/schema/export.schema.json"


@pytest.fixture
def grown(tmp_path, tell) -> tuple[Path, str]:
    """A database that read three reports on one blast, one of them undated, on three days; and the incident's id."""
    path = tmp_path / "grown.db"
    told = [
        tell("A bomb killed 3 people at a market in Peshawar, police said.", uri="a", published="2022-03-05", killed=3),
        tell(
            "A bomb killed 22 people at a market in Peshawar, police said.", uri="b", published="2022-03-06", killed=22
        ),
        tell("A bomb killed 20 people at a market in Peshawar, police said.", uri="c", published=None, killed=20),
    ]
    for day, found in enumerate(told, 1):
        store = Store.open(path, clock=lambda day=day: f"2024-05-0{day}T10:00:00+00:00")
        store.add_file(found[0].uri, [found], maker=found[1].maker)
        store.close()
    with relata.open(path) as db:
        (id_,) = db.incidents().ids
    return path, id_


NOTE = "relata: as of 2022-03-05: 1 report without a date is left out\n"


@pytest.mark.parametrize(
    "verb", ["incidents", "reports", "actors", "skipped", "show", "report", "export", "search", "count", "actor"]
)
def test_every_verb_that_shows_something_takes_both_clocks(cli, grown, verb):
    path, id_ = grown
    with relata.open(path) as db:
        report = next(db.reports()).id
    words = {
        "show": [id_], "report": [report], "export": ["--format", "json"], "search": ["market"], "count": ["killed"], "actor": ["police"],
    }.get(verb, [])  # fmt: skip
    for clocks, note in ((["--as-of", "2022-03-05"], NOTE), (["--known-at", "2024-05-01"], "")):
        done = cli("--db", path, verb, *words, *clocks)
        assert (done.code, done.err) == (0, note)
        assert "22" not in re.sub(r"20?22-|2022|\b[0-9a-f]{8,}\b", "", done.out)


def test_lists_grow_with_the_clocks(cli, grown):
    path, _ = grown
    reports = [cli("--db", path, "reports", "--known-at", f"2024-05-0{day}").out.splitlines()[-1] for day in (1, 2, 3)]
    assert reports == ["1 report", "2 reports", "3 reports"]
    killed = [
        json.loads(cli("--db", path, "incidents", "--json", *clocks).out)[0]["killed"]
        for clocks in (["--as-of", "2022-03-05"], ["--as-of", "2022-03-06"], ["--known-at", "2024-05-03T10:00"])
    ]
    assert [toll["best"] for toll in killed] == [3, 22, 22]


def test_an_incident_is_shown_as_it_was_and_has_no_past_before_it(cli, grown):
    path, id_ = grown
    assert "killed       3" in cli("--db", path, "show", id_[:8], "--as-of", "2022-03-05").out
    done = cli("--db", path, "show", id_[:8], "--as-of", "2022-03-04")
    assert done.code == 0
    assert f"as of 2022-03-04: nothing of incident {id_} was known" in " ".join(done.out.split())
    assert "nothing was known yet; the first report was published on 2022-03-05" in done.err
    assert cli("--db", path, "show", id_, "--as-of", "2022-03-04", "--json").out == "null\n"
    assert cli("--db", path, "incidents", "--known-at", "2024-04").out == "no incident meets this\n"
    assert json.loads(cli("--db", path, "incidents", "--known-at", "2024-04", "--json").out) == []
    assert cli("--db", path, "show", "0123abcd", "--as-of", "2022-03-05").code == 1


def test_an_export_of_the_past_says_so_and_meets_the_schema(cli, grown):
    path, _ = grown
    schema = json.loads(SCHEMA.read_text("utf-8"))
    whole = json.loads(cli("--db", path, "export", "--format", "json").out)
    past = json.loads(
        cli("--db", path, "export", "--format", "json", "--as-of", "2022", "--known-at", "2024-05-02").out
    )
    for found in (whole, past):
        jsonschema.Draft202012Validator(schema).validate(found)
    assert "clocks" not in whole
    assert past["clocks"] == {"as_of": "2022-12-31", "known_at": "2024-05-02T23:59:59+00:00", "undated": 0}
    assert [report["path"] for report in past["reports"]] == ["a", "b"]


def test_a_clock_that_cannot_be_read_is_told_of(cli, grown):
    path, id_ = grown
    for clocks, words in (
        (["--as-of", "spring"], "as_of is 'spring'; expected a date"),
        (["--known-at", "noon"], "known_at is 'noon'; expected a day"),
    ):
        done = cli("--db", path, "show", id_, *clocks)
        assert (done.code, done.out) == (1, "")
        assert words in done.err


def test_the_history_tells_report_by_report_what_moved(cli, grown):
    path, id_ = grown
    out = " ".join(cli("--db", path, "show", id_[:6], "--history", COLUMNS="200").out.split())
    steps = re.findall(
        r"(5 March 2022|6 March 2022|no date) · The Khyber Courier (.*?)(?= \w+ March 2022 ·| no date ·|$)", out
    )
    assert [day for day, _ in steps] == ["5 March 2022", "6 March 2022", "no date"]
    assert (
        "killed – → 3+ police, via a news agency asserts “*A bomb killed 3 people at a ma*rket in Peshawar"
        in steps[0][1]
    )
    assert "standing – → " in steps[0][1]
    assert "killed 3+ → 22 (3+)" in steps[1][1]
    found = json.loads(cli("--db", path, "show", id_, "--history", "--json").out)
    assert found["incident"] == id_
    assert [step["published"] for step in found["steps"]] == ["2022-03-05", "2022-03-06", None]
    (killed,) = [change for change in found["steps"][1]["changes"] if change["what"] == "killed"]
    assert (killed["before"]["best"], killed["after"]["best"]) == (3, 22)
    assert [claim["quote"] for claim in killed["claims"]] == ["A bomb killed 22 people at a m"]
    short = cli("--db", path, "show", id_, "--history", "--as-of", "2022-03-05", "--json").out
    assert len(json.loads(short)["steps"]) == 1


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_every_line_of_a_history_fits_the_terminal(cli, demo_file, columns):
    with relata.open(demo_file) as db:
        ids = db.incidents().ids[::9]
    for id_ in ids:
        done = cli("--db", demo_file, "show", id_, "--history", COLUMNS=str(columns))
        assert max(map(len, done.out.splitlines())) <= columns


def test_decisions_are_listed_as_they_were(cli, grown):
    path, id_ = grown
    cli("--db", path, "decide", "confirm", id_, "--by", "A. Analyst", "--reason", "seen")
    assert cli("--db", path, "decisions", "--known-at", "2024-05-03").out == "0 decisions\n"
    assert "1 decision\n" in cli("--db", path, "decisions", "list", "--known-at", "2999").out


def test_a_history_says_that_it_leaves_aside_what_analysts_set(cli, grown):
    path, id_ = grown
    assert "left aside" not in cli("--db", path, "show", id_, "--history").out
    cli("--db", path, "decide", "correct", id_, "killed", "14", "--by", "A. Analyst", "--reason", "lists")
    out = " ".join(cli("--db", path, "show", id_, "--history").out.split())
    assert "values that analysts set or vouch for are left aside: the steps are what reports give" in out
    assert "→ 14" not in out
