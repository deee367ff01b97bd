import pytest
from by_hand import incident

from relata.answers.search import Piece, make_facets, pieces, rank_incidents


@pytest.mark.parametrize(
    ("snippet", "found"),
    [
        ("", []),
        ("plain", [("plain", False)]),
        ("a \x02bomb\x03 in\n\n town", [("a ", False), ("bomb", True), (" in town", False)]),
        ("\x02bomb\x03", [("bomb", True)]),
        ("a stray \x02 mark", [("a stray mark", False)]),
    ],
)
def test_a_snippet_falls_into_pieces(snippet, found):
    assert pieces(snippet) == tuple(Piece(text, hit) for text, hit in found)


def test_facets_stand_by_number_and_years_in_order():
    made = make_facets(
        {"country": {"KE": 1, "PK": 3, None: 9}, "year": {"2022": 1, "2013": 5}}, {"country": {"KE": "Kenya"}}
    )
    assert [(one.value, one.label, one.incidents) for one in made["country"]] == [
        ("PK", "PK", 3),
        ("KE", "Kenya", 1),
        (None, "not known", 9),
    ]
    assert [one.value for one in made["year"]] == ["2013", "2022"]


def test_an_incident_that_holds_the_words_itself_goes_before_one_whose_report_does():
    market, school = incident("market", targets=("market",)), incident("school", targets=("school",))
    best = {school.id: ("r1", 3.0), market.id: ("r2", 2.0)}
    ranked = rank_incidents(["markets"], [school, market], best)
    assert [(hit.incident.title, hit.score, hit.report) for hit in ranked] == [
        ("market", 4.0, "r2"),
        ("school", 3.0, "r1"),
    ]
