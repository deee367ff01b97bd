"""Values as an analyst types them."""

from datetime import date

import pytest

from relata.errors import QueryError
from relata.model import DateInterval, Doer, Toll
from relata.run.decisions import value_of

TOLLS = [
    ("64", Toll(64, 64, 64)),
    ("1,200", Toll(1200, 1200, 1200)),
    ("60+", Toll(60, 60, None)),
    ("60-70", Toll(60, None, 70)),
    ("60–70", Toll(60, None, 70)),
    ("64 (60-70)", Toll(60, 64, 70)),
    ("64 (60+)", Toll(60, 64, None)),
    ("up to 70", Toll(None, None, 70)),
    ("0", Toll(0, 0, 0)),
    ("unknown", None),
]
DATES = [
    ("2022-03-04", DateInterval.on(date(2022, 3, 4))),
    ("2022-3-4", DateInterval.on(date(2022, 3, 4))),
    ("2022-03", DateInterval.in_month(2022, 3)),
    ("2022", DateInterval.in_year(2022)),
    ("2022-03-04/06", DateInterval.between(date(2022, 3, 4), date(2022, 3, 6))),
    ("2022-03-30 to 2022-04-02", DateInterval.between(date(2022, 3, 30), date(2022, 4, 2))),
    ("2022-03-30/04-02", DateInterval.between(date(2022, 3, 30), date(2022, 4, 2))),
    ("unknown", None),
]
WORDS = [
    ("type", "Suicide Bombing", "suicide bombing"),
    ("responsible", "Boko Haram (suspected); ISWAP", (Doer("Boko Haram", "suspected"), Doer("ISWAP"))),
    ("responsible", "Lashkar (Omar)", (Doer("Lashkar (Omar)"),)),
    ("responsible", "nobody", ()),
    ("target", "market;  north gate ;", ("market", "north gate")),
    ("weapon", "none", ()),
]


@pytest.mark.parametrize(("words", "value"), TOLLS)
def test_numbers_of_people(words, value):
    assert value_of("killed", words) == value


@pytest.mark.parametrize(("words", "value"), DATES)
def test_dates(words, value):
    assert value_of("date", words) == value


@pytest.mark.parametrize(("attribute", "words", "value"), WORDS)
def test_kinds_and_names(attribute, words, value):
    assert value_of(attribute, words) == value


@pytest.mark.parametrize(
    ("words", "name", "country", "precision"),
    [
        ("Peshawar, Pakistan", "Peshawar", "PK", "city"),
        ("Peshawar, Khyber Pakhtunkhwa, PK", "Peshawar", "PK", "city"),
        ("Khyber Pakhtunkhwa", "Khyber Pakhtunkhwa", "PK", "admin1"),
        ("Garissa, Kenya", "Garissa", "KE", "city"),
        ("Garissa, Kenya (admin1)", "Garissa", "KE", "admin1"),
        ("Tripoli, Lebanon", "Tripoli", "LB", "city"),
        ("Mali", "Mali", "ML", "country"),
        ("Kocha Risaldar, PK 34.01 71.58", "Kocha Risaldar", "PK", "site"),
        ("Kocha Risaldar, Peshawar, Pakistan, 34.01, 71.58", "Kocha Risaldar", "PK", "site"),
    ],
)
def test_places(words, name, country, precision):
    place = value_of("place", words)
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.lat is not None


@pytest.mark.parametrize(
    ("attribute", "words", "message"),
    [
        ("mood", "good", "expected one of: killed"),
        ("killed", " ", "is empty"),
        ("killed", "-3", "number of people"),
        ("killed", "70-60", "number of people"),
        ("killed", "5 (6-7)", "number of people"),
        ("killed", "9" * 400, "number of people"),
        ("date", "2022-02-30", "2022-03-04"),
        ("date", "2022-03-06/04", "2022-03-04"),
        ("date", "Friday", "2022-03-04"),
        ("type", "riot", "suicide bombing"),
        ("place", "Peshawar, Kenya", "no place is known"),
        ("place", "Kocha, Atlantis 34.01 71.58", "expected a town"),
        ("place", "Kocha, PK 97.2 71.58", "expected a town"),
        ("place", ",,,", "no place is known"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_is_accepted(attribute, words, message):
    with pytest.raises(QueryError, match=message):
        value_of(attribute, words)
