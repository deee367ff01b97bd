"""Deciding, undoing, listing and sharing, as somebody types it."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jsonschema
import pytest

import relata

NAME = ("--by", "A. Analyst", "--reason", "hospital lists")


@pytest.fixture
def two(tmp_path, tell):
    """A database with two incidents told by hand, and their ids."""
    path = tmp_path / "two.db"
    found = [tell(), tell("A bomb hurt three people in Quetta in May, a doctor said.", uri="reports/quetta.txt")]
    # Another town and day: by hand, since the fixture tells of one.
    with relata.open(path) as db:
        for report, extraction in found:
            db.store.add_file(report.uri, [(report, extraction)], maker=extraction.maker)
        db.decide("different", [one.events[0].id for _, one in found], "setup", "two towns")
        return path, db.incidents().ids


def decided(done):
    """The id that a command has printed."""
    assert done.err == ""
    assert done.code == 0
    return re.search(r"decision\s+([0-9a-f]{16})", done.out)[1]


def test_a_value_is_set_shown_and_taken_back(cli, two):
    path, (one, _) = two
    before = cli("--db", path, "show", one).out
    made = decided(cli("--db", path, "decide", "correct", one[:6], "killed", "14 (12-16)", *NAME))
    out = cli("--db", path, "show", one, COLUMNS="100").out
    assert "killed       14      lowest 12, highest 16" in out
    assert "set by A. Analyst: hospital lists; the claims give 12+" in out
    assert f"{made[:8]}  killed is 14 (12-16)" in out
    assert "at least 12" in out  # the claim stays
    done = cli("--db", path, "undo", made[:6], "--by", "B. Boss")
    assert done.out.startswith("undone: killed is 14 (12-16), by B. Boss")
    assert cli("--db", path, "show", one).out == before
    assert made[:8] not in cli("--db", path, "decisions").out
    listed = cli("--db", path, "decisions", "--withdrawn").out
    assert "by B. Boss" in listed
    assert "undone" in listed


def test_incidents_are_joined_and_parted_and_every_id_leads_to_its_own(cli, two):
    path, ids = two
    made = decided(cli("--db", path, "decide", "same", *ids, *NAME))
    shown = [json.loads(cli("--db", path, "show", id_, "--json").out)["incident"] for id_ in ids]
    assert shown[0] == shown[1]
    assert len(shown[0]["events"]) == 2
    assert [row["kind"] for row in shown[0]["decisions"] if row["in_effect"]] == ["same"]
    assert "without effect" in cli("--db", path, "decisions").out  # the older "different"
    cli("--db", path, "decisions", "undo", made)
    shown = [json.loads(cli("--db", path, "show", id_, "--json").out)["incident"] for id_ in ids]
    assert [row["id"] for row in shown] == list(ids)


def test_an_incident_is_parted_by_claims_of_either_side(cli, two):
    path, ids = two
    decided(cli("--db", path, "decide", "same", *ids, *NAME))
    whole = json.loads(cli("--db", path, "show", ids[0], "--json").out)["incident"]
    claims = {claim["event"]: claim["id"] for claim in whole["claims"]}
    decided(cli("--db", path, "decide", "different", *claims.values(), *NAME))
    assert len(json.loads(cli("--db", path, "incidents", "--json").out)) == 2


def test_a_claim_is_rejected_and_one_is_vouched_for(cli, two):
    path, (one, other) = two
    with relata.open(path) as db:
        killed = {id_: next(c.id for c in db.incident(id_).claims if c.attribute == "killed") for id_ in (one, other)}
    decided(cli("--db", path, "decide", "reject", killed[one][:8], *NAME))
    out = cli("--db", path, "show", one).out
    assert "killed       nobody says" in out
    assert f"wrong claim (claim {killed[one][:8]})" in out
    decided(cli("--db", path, "decide", "confirm", killed[other], *NAME))
    out = " ".join(cli("--db", path, "show", other).out.split())
    assert "confirmed · 1 report" in out
    assert "A. Analyst vouches for what police" in out


def test_the_name_comes_from_the_environment_where_it_is_not_given(cli, two):
    path, (one, _) = two
    words = ("--db", path, "decide", "confirm", one, "--reason", "seen")
    done = cli(*words)
    assert (done.code, done.out) == (1, "")
    assert "give --by NAME, or set RELATA_ANALYST" in done.err
    assert "by E. Nvironment" in cli(*words, RELATA_ANALYST="E. Nvironment").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("correct", "ONE", "killed", "many"), "expected a number of people"),
        (("correct", "ONE", "mood", "good"), "attribute is 'mood'; expected one of: killed"),
        (("correct", "ONE", "date", "2022-13"), "expected 2022-03-04"),
        (("correct", "ONE", "place", "Nowhereville"), "no place is known as 'Nowhereville'"),
        (("correct", "ONE", "type", "riot"), "suicide bombing"),
        (("same", "ONE"), "got 1 different ids"),
        (("reject", "ONE"), "no claim"),
        (("confirm", "zzzz"), "no incident or event or claim"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_line(cli, two, words, message):
    path, (one, _) = two
    done = cli("--db", path, "decide", *(one if word == "ONE" else word for word in words), *NAME)
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert len(done.err.splitlines()) == 1


def test_decisions_are_listed_for_programs_with_what_they_do(cli, two):
    path, (one, _) = two
    made = decided(cli("--db", path, "decide", "correct", one, "killed", "14", *NAME))
    rows = json.loads(cli("--db", path, "decisions", "--json").out)
    row = next(row for row in rows if row["id"] == made)
    assert (row["incidents"], row["without_effect"]) == ([one], None)
    assert row["value"] == {"low": 14, "best": 14, "high": 14}


def test_a_file_of_decisions_is_shared_and_read_twice_changes_nothing(cli, two, tmp_path, tell):
    path, (one, _) = two
    made = decided(cli("--db", path, "decide", "correct", one, "killed", "14", *NAME))
    gone = decided(cli("--db", path, "decide", "confirm", one, *NAME))
    cli("--db", path, "undo", gone, "--by", "B. Boss")
    assert "3 decisions written" in cli("--db", path, "decisions", "export", "all.json").out
    data = json.loads(Path("all.json").read_text("utf-8"))
    schema = json.loads((Path(__file__).parents[2] / "docs/schema/decisions.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    with relata.open("new.db") as db:
        report, extraction = tell()
        db.store.add_file(report.uri, [(report, extraction)], maker=extraction.maker)
        assert db.incident(one).killed.best == 12
    done = cli("--db", "new.db", "decisions", "import", "all.json")
    assert "3 new decisions, 0 known, 0 undone by others" in done.out
    assert "1 decision without effect" in done.out  # Quetta is not read here
    assert "0 new decisions, 3 known" in cli("--db", "new.db", "decisions", "import", "all.json").out
    with relata.open("new.db") as db, relata.open(path) as first:
        assert db.incident(one).killed.best == 14
        assert db.decisions(withdrawn=True) == first.decisions(withdrawn=True)
        assert made in {decision.id for decision in db.decisions()}


def in_an_hour():
    return (datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0).isoformat()


BROKEN = [
    (lambda text: text[:-20], "not whole JSON"),
    (lambda text: text.replace("hospital", "hospice"), "changed by hand"),
    (lambda text: text.replace('"decisions_version": 1', '"decisions_version": 2'), "update Relata"),
    (lambda text: text.replace('"kind": "correct"', '"kind": "merge"'), "kind is 'merge'"),
    (lambda text: text.replace('"reason": "hospital lists", ', ""), "reason is missing"),
    (lambda text: text.replace('"low": 14', '"low": "14"'), "no value for"),
    (lambda text: text.replace('"low": 14', '"lowest": 14'), "decision 2"),
    (lambda text: text.replace('"at": "20', '"at": "x'), "at is 'x"),
    (lambda text: text.replace('"at": "20', '"at": "90'), "lies in the future"),
    (lambda text: text.replace('+00:00"', 'Z"'), "expected a time in UTC written"),
    (lambda text: re.sub(r'("at": "[^"T]+)T', r"\1 ", text), "expected a time in UTC written"),
    (lambda text: re.sub(r'("at": )"[^"]+"', rf'\1"{in_an_hour()}"', text), "lies in the future"),
    (lambda text: text.replace('"report": "', r'"report": "\u0000'), "a NUL or half"),
    (lambda text: text.replace("hospital", r"\ud800"), "a NUL or half"),
    (lambda text: text.replace('"low": 14', f'"low": {"1" * 5000}'), "digits"),
    (lambda text: text.replace('"high": 14', f'"high": {10**20}'), "no value for"),
    (lambda text: text.replace('"start": ', '"start": -'), "decision 1"),
    (lambda _: "[]", "holds no decisions"),
    (lambda _: '{"decisions_version": 1, "decisions": [3]}', "decision 1: expected an object"),
    (lambda _: "{" * 100_000, "not whole JSON"),
    (lambda _: "\ud800", "not UTF-8"),
]


@pytest.mark.parametrize(("broken", "message"), BROKEN)
def test_a_damaged_file_is_refused_and_nothing_is_taken_over(cli, two, broken, message):
    path, (one, _) = two
    decided(cli("--db", path, "decide", "correct", one, "killed", "14", *NAME))
    cli("--db", path, "decisions", "export", "all.json")
    text = Path("all.json").read_text("utf-8")
    Path("all.json").write_bytes(broken(text).encode("utf-8", "surrogatepass"))
    relata.open("new.db").close()
    done = cli("--db", "new.db", "decisions", "import", "all.json")
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert len(done.err.splitlines()) == 1
    assert cli("--db", "new.db", "decisions", "--withdrawn").out == "0 decisions\n"


def test_words_of_an_analyst_cannot_play_tricks_on_the_terminal(cli, two):
    path, (one, _) = two
    evil = "\x1b[31mRED\u202e [bold]x"
    decided(cli("--db", path, "decide", "correct", one, "target", evil, "--by", evil, "--reason", evil))
    for words in (["show", one], ["decisions"], ["decisions", "--json"], ["show", one, "--json"], ["incidents"]):
        assert not set("\x1b\u202e") & set(cli("--db", path, *words).out), words


def test_questions_are_listed_with_both_sides_and_reasons(cli, demo_file):
    out = cli("--db", demo_file, "review", COLUMNS="100").out
    assert out == cli("--db", demo_file, "review", "--list", COLUMNS="100").out
    assert "1 of " in out
    assert "date same day (+2.5" in out
    assert max(map(len, out.splitlines())) <= 100
    rows = json.loads(cli("--db", demo_file, "review", "--json", "--limit", "3").out)
    assert [row["chance"] for row in rows] == sorted((row["chance"] for row in rows), reverse=True)
    assert all(len(row["sides"]) == 2 and row["because"] for row in rows)


PROMPTS = re.compile(rb"\[q\]uit\?|\(Enter: as compared\):")
PATIENCE = 3
"""Seconds after which a key is typed again: one that comes while the terminal changes its mode is dropped by it."""


@pytest.fixture
def at_a_terminal(tmp_path):
    """Runs a command in a terminal, types one of the keys at each prompt, and gives what was shown."""

    def run(*words, keys):
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-c", "from relata.cli.app import main; main()", *map(str, words)],
            stdin=follower, stdout=follower, stderr=follower, cwd=tmp_path, close_fds=True,
            env={**os.environ, "COLUMNS": "100", "TERM": "dumb"},
        )  # fmt: skip
        os.close(follower)
        shown, patience, typed = b"", 0.5, 0
        try:
            while typed < 40:
                if select.select([leader], [], [], patience)[0]:
                    shown += os.read(leader, 4096)
                    patience = 0.5
                elif PROMPTS.search(shown.rstrip(), len(shown.rstrip()) - 25):
                    os.write(leader, keys[len(PROMPTS.findall(shown)) - 1].encode())
                    patience, typed = PATIENCE, typed + 1
        except OSError:  # so a terminal ends whose program has ended
            pass
        finally:
            os.close(leader)
            if typed == 40:
                process.kill()
        assert process.wait(60) == 0, shown.decode()
        return shown.decode()

    return run


def test_in_a_terminal_keys_decide(at_a_terminal, demo_file, tmp_path, cli):
    (tmp_path / "demo.db").write_bytes(demo_file.read_bytes())
    with relata.open(tmp_path / "demo.db") as db:
        first, second = [one.subjects for one in db.review()[:2]]
        number = len(db.review())
    shown = at_a_terminal(
        "--db", "demo.db", "review", "--by", "Ann", keys=["d", "two gates\n", "s", "\n", "l", "q"]
    )  # fmt: skip
    assert "2 decisions; demo.db holds" in shown
    with relata.open(tmp_path / "demo.db") as db:
        made = db.decisions()
        assert [(one.kind, one.subjects, one.by) for one in made] == [
            ("different", tuple(sorted(first)), "Ann"),
            ("same", tuple(sorted(second)), "Ann"),
        ]
        assert made[0].reason == "two gates"
        assert made[1].reason.startswith("as compared: ")
        left = {one.subjects for one in db.review()}
        assert first not in left
        assert second not in left
        assert len(left) <= number
