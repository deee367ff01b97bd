"""Rows of ACLED as its coders would write them."""

import pytest
from tests.export.coded_by_hand import (
    ARMY,
    DAY,
    GUNMEN,
    JANALE,
    MONTH,
    NEAR_MOSUL,
    NO_YEAR,
    SHABAAB,
    SOMALIA,
    WEEK,
    by,
    coded,
    incident,
    killed,
    said,
)

from relata.export.acled import acled_row, interaction, remarks
from relata.model import ActorName, DateInterval, Toll
from relata.tables.exports import columns

HEADER = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]


def row(name="one", **changes):
    return acled_row(coded(name, **changes))


def test_the_columns_are_those_of_acled_in_its_order():
    assert list(columns("acled")) == HEADER
    assert list(row()) == HEADER


def test_a_bomb_at_a_market():
    found = row()
    assert found["event_id_cnty"].startswith("PAK")
    assert (found["event_date"], found["year"], found["time_precision"]) == ("2022-03-04", 2022, 1)
    assert (found["event_type"], found["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Remote explosive/landmine/IED",
    )
    assert (found["actor1"], found["inter1"]) == ("Tehrik-i-Taliban Pakistan", 2)
    assert (found["actor2"], found["inter2"], found["interaction"]) == ("Civilians (Pakistan)", 7, 27)
    assert (found["civilian_targeting"], found["iso"], found["region"]) == ("Civilian targeting", 586, "South Asia")
    assert (found["fatalities"], found["geo_precision"]) == (14, 1)
    assert found["source"] == "The Khyber Courier; Indus Wire"


@pytest.mark.parametrize(
    ("changes", "types"),
    [
        ({"type": "suicide bombing"}, ("Explosions/Remote violence", "Suicide bomb")),
        ({"weapons": ("hand grenade",)}, ("Explosions/Remote violence", "Grenade")),
        ({"type": "drone strike"}, ("Explosions/Remote violence", "Air/drone strike")),
        ({"type": "shelling"}, ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        ({"type": "clash"}, ("Battles", "Armed clash")),
        ({"type": "armed assault"}, ("Violence against civilians", "Attack")),
        ({"type": "armed assault", "targets": ("police station",)}, ("Battles", "Armed clash")),
        ({"type": "raid", "responsible": (ARMY,), "targets": ("hideout",)}, ("Battles", "Armed clash")),
        (
            {"type": "raid", "responsible": (ARMY,), "targets": ("house",), "killed": None, "claims": (), "arrested": Toll(3, 3, 3)},
            ("Strategic developments", "Arrests"),
        ),
        ({"type": "abduction"}, ("Violence against civilians", "Abduction/forced disappearance")),
        ({"type": "arson", "killed": None, "claims": ()}, ("Strategic developments", "Looting/property destruction")),
        ({"type": "other", "weapons": ("chlorine",)}, ("Explosions/Remote violence", "Chemical weapon")),
        ({"type": "other", "weapons": (), "killed": None, "claims": ()}, ("Strategic developments", "Other")),
    ],
)  # fmt: skip
def test_event_types_follow_from_the_kind_and_from_who_was_attacked(changes, types):
    found = row(**changes)
    assert (found["event_type"], found["sub_event_type"]) == types
    assert found["disorder_type"] == ("Strategic developments" if types[0].startswith("Str") else "Political violence")


@pytest.mark.parametrize(
    ("date", "day", "year", "precision"),
    [
        (DAY, "2022-03-04", 2022, 1),
        (WEEK, "2022-03-10", 2022, 2),
        (MONTH, "2022-03-16", 2022, 3),
        (DateInterval.in_year(2022), None, 2022, None),
        (NO_YEAR, None, None, None),
        (None, None, None, None),
    ],
)
def test_a_day_that_is_not_known_is_the_middle_of_a_month_at_most(date, day, year, precision):
    found = row(date=date)
    assert (found["event_date"], found["year"], found["time_precision"]) == (day, year, precision)


@pytest.mark.parametrize(
    ("doer", "place", "name", "code"),
    [
        (GUNMEN, SOMALIA, "Unidentified Armed Group (Somalia)", 3),
        (ARMY, SOMALIA, "Military Forces of Pakistan", 8),
        (by("ke-police", "Kenyan police"), JANALE, "Police Forces of Kenya", 8),
        (by("cjng", "Jalisco New Generation Cartel"), JANALE, "Jalisco New Generation Cartel", 3),
        (by("fulani-herdsmen", "Fulani herdsmen"), JANALE, "Fulani herdsmen", 4),
        (SHABAAB, JANALE, "al-Shabaab", 2),
    ],
)
def test_actors_and_their_codes(doer, place, name, code):
    found = row(place=place, responsible=(doer,))
    assert (found["actor1"], found["inter1"]) == (name, code)


def test_whom_nobody_names_is_an_unidentified_armed_group_and_of_an_air_strike_a_military():
    assert row(responsible=())["actor1"] == "Unidentified Armed Group (Pakistan)"
    assert row(responsible=(), type="air strike")["actor1"] == "Unidentified Military Forces"


@pytest.mark.parametrize(
    ("first", "second", "code"), [(2, 7, 27), (7, 2, 27), (1, 1, 11), (8, 0, 80), (0, 0, 0), (1, 8, 18)]
)
def test_interactions_have_the_lower_digit_first(first, second, code):
    assert interaction(first, second) == code


def test_nobody_dead_is_zero_and_a_bound_counts_as_its_number():
    assert row(killed=None, claims=())["fatalities"] == 0
    assert row(killed=Toll(10, 10, None), claims=(killed(10, exact=False),))["fatalities"] == 10
    assert any("0 fatalities" in text for text in remarks(incident(killed=None)))


def test_notes_tell_who_disagrees():
    notes = row(
        claims=(
            killed(14, of="people"),
            killed(12, report="r2", holder=ActorName("a doctor", None, "person"), at=30),
            said(
                "responsible", ActorName("TTP", "ttp", "armed group"), holder=ActorName("TTP"), stance="denies", at=50
            ),
            said("happened", None, stance="doubts", at=9),
        )
    )["notes"]
    assert "Figures of killed differ: 12 (a doctor), 14 (a police spokesman)." in notes
    assert "TTP denies that TTP did it." in notes
    assert "a police spokesman doubts that it happened" in notes
    assert "Relata " in notes


def test_women_alone_are_tagged_and_the_standing_is():
    found = row(victims=("schoolgirls", "two women"))
    assert found["tags"] == "women targeted; standing=reported"


def test_places():
    assert row(place=NEAR_MOSUL)["geo_precision"] == 2
    nowhere = row(place=None)
    assert (nowhere["event_id_cnty"][:3], nowhere["country"], nowhere["geo_precision"]) == ("ZZZ", None, None)
