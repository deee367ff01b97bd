"""Response templates of MUC-4: files read and written in the official layout, and what goes into the slots."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.muc4 import fill, find_scorer, load, respond
from benchmarks.muc4_format import (
    LABELS,
    Message,
    alternatives,
    as_report,
    quoted,
    read_keys,
    read_messages,
    write_irrelevant,
    write_template,
)
from benchmarks.muc4_places import location, names_in, read_places

CASES = Path(__file__).parents[1] / "cases" / "benchmarks" / "muc4"
MESSAGES = CASES / "tst" / "tst-messages"
KEY = CASES / "tst" / "key-tst"


def message(number: int) -> Message:
    return list(read_messages(MESSAGES))[number - 1]


def test_every_message_is_read_with_its_id_whatever_stands_in_parentheses_behind_it() -> None:
    assert [one.id for one in read_messages(MESSAGES)] == ["TST9-MUC4-0001", "TST9-MUC4-0002", "TST9-MUC4-0003"]


def test_wrapped_lines_become_paragraphs_and_the_dateline_gives_the_day() -> None:
    report = as_report(message(1))
    assert report is not None
    assert report.published == "1990-03-12"
    assert "GUERRILLAS OF THE SHINING PATH YESTERDAY MURDERED" in report.text
    assert report.text.count("\n\n") == 1


def test_keys_keep_alternatives_optional_marks_and_continued_lines() -> None:
    first, second, third = read_keys(KEY)
    assert alternatives(first.slots[9][0]) == ("GUERRILLAS", "GUERRILLAS OF THE SHINING PATH")
    assert len(first.slots[19]) == 2
    assert (second.number, second.optional) == ("1", True)
    assert (third.number, third.slots) == ("*", {})


def test_a_written_template_is_read_back_with_the_same_slots(tmp_path: Path) -> None:
    slots = {2: ["11 MAR 90"], 4: ["ATTACK"], 19: ['"MAYOR": "X"', '"GUARDS"']}
    path = tmp_path / "response"
    path.write_text(write_template("TST9-MUC4-0001", 1, slots), encoding="latin-1")
    (read,) = read_keys(path)
    assert (read.message, read.number, read.slots) == ("TST9-MUC4-0001", "1", slots)


def test_all_slots_stand_in_every_template_and_inapplicable_ones_have_an_asterisk() -> None:
    rows = write_template("TST9-MUC4-0001", 1, {4: ["KIDNAPPING"]}).splitlines()
    assert len(rows) == len(LABELS)
    assert rows[6].endswith("*")
    assert rows[12].endswith("*")
    assert rows[18].endswith("-")
    assert write_irrelevant("TST9-MUC4-0003").count("*") == len(LABELS) - 1


def test_strings_are_in_capitals_and_hold_no_quotes_of_their_own() -> None:
    assert quoted('the "red"\n commando') == "\"THE 'RED' COMMANDO\""


def test_learnt_decisions_fill_who_was_struck_and_by_whom() -> None:
    (slots,) = fill(message(1), read_places(CASES / "tst"))
    assert slots[3] == ["PERU: AYACUCHO (CITY)"]
    assert slots[4] == ["ATTACK"]
    assert slots[10] == ['"SHINING PATH"']
    assert '"PABLO QUISPE MAMANI"' in slots[18]
    assert 'DEATH: "PABLO QUISPE MAMANI"' in slots[23]


def test_learnt_decisions_fill_what_was_bombed() -> None:
    (slots,) = fill(message(2), read_places(CASES / "tst"))
    assert slots[4] == ["BOMBING"]
    assert slots[6] == ['"BOMB"']
    assert slots[12] == ['"BANK"']
    assert slots[13] == ['FINANCIAL: "BANK"']


def test_a_message_without_an_incident_gets_the_template_that_says_so() -> None:
    assert respond(message(3), read_places(CASES / "tst")) == [write_irrelevant("TST9-MUC4-0003")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("TROOPS KILLED FIVE GUERRILLAS IN A CLASH NEAR MEDELLIN YESTERDAY.", "fighters alone are no targets"),
        (
            "GUERRILLAS AMBUSHED AN ARMY PATROL NEAR MEDELLIN YESTERDAY, KILLING THREE SOLDIERS.",
            "an act against soldiers",
        ),
        ("GUNMEN KILLED TWO TEACHERS IN MEDELLIN IN MARCH 1984.", "older than two months"),
        pytest.param(
            "GUNMEN KILLED TWO TEACHERS IN MADRID, SPAIN, YESTERDAY.",
            "in none of the nine countries",
            marks=pytest.mark.xfail(
                reason="countries are read wrongly too often: the rule costs 0.7 F on held messages"
            ),
        ),
    ],
)
def test_what_the_task_does_not_want_gets_no_template(words: str, why: str) -> None:
    text = f"   BOGOTA, 3 APR 90 (EFE) -- [TEXT] {words}\n"
    assert fill(Message("TST9-MUC4-0009", text), read_places(CASES / "tst")) == [], why


def test_a_place_is_taken_for_what_the_text_calls_it() -> None:
    places = read_places(CASES / "tst")
    text = "IN AYACUCHO DEPARTMENT"
    assert location(places, "PERU", names_in(places, text, 0, len(text)), text) == "PERU: AYACUCHO (DEPARTMENT)"
    text = "NEAR AYACUCHO, PERU"
    assert location(places, "PERU", names_in(places, text, 0, len(text)), text) == "PERU: AYACUCHO (CITY)"


def test_a_folder_is_read_whole_and_one_without_keys_is_refused(tmp_path: Path) -> None:
    messages, keys, _ = load(CASES, None)
    assert (len(messages), [key.name for key in keys]) == (3, ["key-tst"])
    with pytest.raises(SystemExit, match="no MUC-4 messages"):
        load(tmp_path, None)


def test_without_the_scorer_the_benchmark_says_where_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"tools/muc4score\.py was not found"):
        find_scorer(tmp_path)
