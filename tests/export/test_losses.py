"""The report of losses: what a form cannot carry is counted, said, and nothing else."""

import io
import json

import pytest
from tests.export.coded_by_hand import GUNMEN, MONTH, SHABAAB, TTP, by, incident, killed, said

from relata.export import FORMATS, find_losses, write_losses
from relata.export.losses.counting import COUNTERS
from relata.export.losses.facets import FACETS, SENTENCES
from relata.export.losses.report import sentence
from relata.model import ActorName, Place, Toll

RICH = incident(
    "rich",
    date=MONTH,
    responsible=(TTP, SHABAAB, by("let", "Lashkar-e-Taiba", "disputed"), by("lej", "Lashkar-e-Jhangvi", "suspected")),
    claims=(
        killed(14, of="people"),
        killed(9, report="r2", at=30),
        killed(2, side="attacker", at=40),
        said("responsible", ActorName("LeT", "let", "armed group"), stance="denies", at=50),
        said("happened", None, stance="doubts", at=60),
        said("place", Place("Kohat", None, "PK", 33.6, 71.4, "city"), at=70),
        said("responsible", ActorName("TTP", "ttp", "armed group"), stance="claims", mode="website", at=80),
    ),
    missing=Toll(3, 3, 3),
)
PLAIN = incident("plain", killed=Toll(14, 14, 14), wounded=None)


def lost(form, *incidents):
    return find_losses(FORMATS[form], incidents)


def test_every_facet_is_counted_and_has_words_for_one_and_for_several():
    assert set(COUNTERS) == set(SENTENCES) == set(FACETS)
    for one, several in SENTENCES.values():
        assert "{n}" in several
        assert not one.endswith(".")


def test_json_loses_nothing():
    found = lost("json", RICH, PLAIN)
    assert found.total == {}
    assert "Nothing: it carries all." in str(found)


def test_ged_loses_denials_doubts_wounded_and_all_doers_but_one():
    found = lost("ucdp", RICH).total
    assert found["denials"] == found["doubts"] == found["wounded"] == found["missing"] == 1
    assert (found["doers"], found["status"], found["competing tolls"], found["other places"]) == (3, 4, 1, 1)
    assert found["ways of claiming"] == 1
    assert "attackers killed" not in found
    assert "date interval" not in found


def test_gtd_keeps_three_doers_and_the_claims():
    found = lost("gtd", RICH).total
    assert (found["doers"], found["status"]) == (1, 1)
    assert not {"competing claims", "ways of claiming", "wounded"} & set(found)


def test_acled_writes_one_day_and_one_number():
    found = lost("acled", RICH).total
    assert found["date interval"] == 1
    assert found["toll range"] == 1
    assert found["attackers killed"] == 1


def test_the_report_counts_in_all_and_for_each_incident():
    found = lost("ucdp", RICH, PLAIN)
    assert [one.incident for one in found.incidents] == [RICH.id, PLAIN.id]
    for facet, number in found.total.items():
        assert number == sum(one.lost.get(facet, 0) for one in found.incidents)
        assert 1 <= found.touched[facet] <= 2
    assert found.total["claims"] == len(RICH.claims) + len(PLAIN.claims)
    text = str(found)
    assert text.startswith("What format ucdp could not carry, of 2 incidents:\n- ")
    assert f"{PLAIN.id}  {PLAIN.title}" in text
    assert "- A denial is no value of its own (1 of 2)." in text


def test_the_report_for_programs_says_the_same():
    stream = io.StringIO()
    write_losses(lost("acled", RICH, PLAIN), stream, as_json=True)
    found = json.loads(stream.getvalue())
    assert (found["format"], found["incidents"], found["loss_version"]) == ("acled", 2, 1)
    assert found["total"]["doubts"] == {"lost": 1, "incidents": 1, "sentence": "a doubt is no value of its own"}
    assert [one["incident"] for one in found["by_incident"]] == [RICH.id, PLAIN.id]


def test_remarks_are_counted():
    found = lost("ucdp", incident("a", responsible=(GUNMEN,)), incident("b", responsible=()), PLAIN)
    assert max(found.remarks.values()) == 2
    assert "a side is not known" in next(iter(found.remarks))


@pytest.mark.parametrize(("number", "words"), [(1, "a doubt is"), (2, "2 doubts are")])
def test_one_and_several(number, words):
    assert sentence("doubts", number).startswith(words)
