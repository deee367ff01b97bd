"""Incidents of the demonstration in a sentence or two."""

import pytest

import relata
from relata.words.sentence import incident_sentence


@pytest.fixture(scope="module")
def db(demo_read):
    with relata.open(demo_read) as found:
        yield found


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        (
            "24dc32c6",
            (
                "Raid in Garissa University College, Kenya, 2 April 2015: 148 (3 to 148) killed and 79 (60 to 79) wounded. "
                "Al-Shabaab claimed it; it is attributed to Kenyan police. 7 reports tell of it; 3 of them are independent "
                "accounts."
            ),
        ),
        (
            "bdb6820c",
            (
                "Armed assault in Charsadda, Khyber Pakhtunkhwa, Pakistan, 20 January 2016: 21 (20 to 21) killed and at "
                "least 30 wounded. Umar Mansoor claimed it; it is attributed to Taliban; whether Tehrik-i-Taliban Pakistan "
                "did it is disputed. 2 reports tell of it; each an independent account."
            ),
        ),
    ],
)
def test_what_happened_to_how_many_by_whose_hand_and_on_how_many_accounts(db, id_, words):
    assert incident_sentence(db.incident(id_)) == words


def test_every_incident_has_whole_sentences(db):
    for incident in db.incidents():
        words = incident_sentence(incident)
        assert words[0].isupper()
        assert words.endswith(".")
        assert "None" not in words
        assert "  " not in words
