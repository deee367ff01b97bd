"""Rows of GED as its coders would write them."""

import dataclasses

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
    TTP,
    WEEK,
    by,
    coded,
    incident,
    killed,
    said,
)

from relata.export.ucdp import date_prec, priogrid_gid, region, remarks, ucdp_row
from relata.model import ActorName, Place, Toll
from relata.tables.exports import columns

HEADER = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]


def row(name="one", **changes):
    return ucdp_row(coded(name, **changes))


def test_the_columns_are_those_of_ged_in_its_order():
    assert list(columns("ucdp")) == HEADER
    assert list(row()) == HEADER


def test_a_bomb_at_a_market_is_one_sided():
    found = row()
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == (3, "TTP", "Civilians")
    assert (found["side_a_new_id"], found["side_b_new_id"], found["gwnoa"]) == (356, 9999, None)
    assert found["dyad_name"] == found["conflict_name"] == "TTP - Civilians"
    assert (found["deaths_civilians"], found["best"], found["low"], found["high"]) == (14, 14, 12, 20)
    assert found["code_status"] == "Clear"
    assert (found["year"], found["date_start"], found["date_prec"]) == (2022, "2022-03-04 00:00:00.000", 1)
    assert (found["country"], found["country_id"], found["region"]) == ("Pakistan", 770, "Asia")
    assert (found["geom_wkt"], found["where_prec"]) == ("POINT (71.579 34.008)", 1)


def test_soldiers_attacked_by_a_group_make_it_state_based_with_the_government_as_side_a():
    found = row(targets=("army post",), victims=("soldiers",), claims=(killed(14, of="soldiers"),))
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == (1, "Government of Pakistan", "TTP")
    assert (found["side_a_new_id"], found["gwnoa"], found["gwnob"]) == (142, 770, None)
    assert (found["dyad_new_id"], found["conflict_new_id"], found["conflict_name"]) == (857, 404, None)
    assert (found["deaths_a"], found["deaths_b"], found["deaths_civilians"]) == (14, 0, 0)


def test_the_attackers_own_dead_are_added_and_stand_on_their_side():
    claims = (killed(14, of="soldiers"), killed(3, of="gunmen", side="attacker", at=40))
    found = row(targets=("army post",), claims=claims)
    assert (found["deaths_a"], found["deaths_b"]) == (14, 3)
    assert (found["best"], found["low"], found["high"]) == (17, 15, 23)


def test_where_only_attackers_died_they_are_not_counted_twice():
    found = row(
        type="raid", responsible=(ARMY,), targets=("militant hideout",), killed=Toll(4, 4, 4), victims=(),
        claims=(killed(4, of="militants", side="attacker"),),
    )  # fmt: skip
    assert (found["best"], found["deaths_a"] + found["deaths_b"]) == (4, 4)


def test_forces_of_another_country_are_its_own():
    found = row(
        type="armed assault", place=JANALE, responsible=(SHABAAB,), targets=("base",), victims=("Kenyan soldiers",),
        killed=Toll(12, 12, None), claims=(killed(12, exact=False, of="Kenyan soldiers"),),
    )  # fmt: skip
    assert (found["side_a"], found["side_a_new_id"], found["gwnoa"]) == ("Government of Kenya", 91, 501)
    assert (found["country"], found["country_id"]) == ("Somalia", 520)
    assert (found["low"], found["best"], found["high"]) == (12, 12, 12)


def test_a_clash_of_two_groups_is_non_state():
    found = row(
        type="clash", responsible=(SHABAAB, by("is-somalia", "Islamic State in Somalia", "attributed")), targets=()
    )
    assert (found["type_of_violence"], found["side_a"]) == (2, "Al-Shabaab")
    assert found["conflict_name"] == found["dyad_name"]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"responsible": (GUNMEN,)}, "Check dyad"),
        ({"responsible": ()}, "Check dyad"),
        ({"targets": ("market", "army post")}, "Check dyad"),
        ({"targets": (), "victims": ("people",)}, "Check dyad"),
        ({"date": MONTH}, "Check date"),
        ({"date": None}, "Check date"),
        ({"date": NO_YEAR}, "Check date"),
        ({"place": SOMALIA}, "Check location"),
        ({"place": None}, "Check location"),
        ({"killed": None, "claims": ()}, "Check deaths"),
        ({"responsible": (by("ttp", "TTP", "denied"),), "killed": None, "claims": ()}, "Check dyad, deaths"),
    ],
)
def test_what_a_coder_could_not_fill_in_is_named_and_left_empty(changes, status):
    assert row(**changes)["code_status"] == status


def test_what_nobody_says_is_empty():
    found = row(killed=None, claims=(), date=None, place=None, responsible=(), targets=(), victims=())
    empty = {name for name, cell in found.items() if cell in (None, "")}
    assert {
        "year",
        "date_start",
        "best",
        "low",
        "high",
        "deaths_a",
        "latitude",
        "country_id",
        "side_a",
        "side_b",
    } <= empty


def test_people_who_may_be_anybody_are_of_unknown_status():
    found = row(targets=(), victims=("people",))
    assert (found["deaths_unknown"], found["deaths_civilians"], found["side_b"]) == (14, 0, None)


def test_parts_by_kind_go_to_their_columns_and_the_rest_is_unknown():
    claims = (killed(14, of="people"), killed(5, of="soldiers", part=True, at=30))
    found = row(targets=("army convoy",), claims=claims)
    assert (found["deaths_a"], found["deaths_civilians"], found["deaths_unknown"]) == (5, 0, 9)


def test_sources_are_listed_and_who_says_it_is_the_original():
    found = row(claims=(killed(14, of="people"), said("responsible", ActorName("TTP", "ttp", "armed group"), at=9)))
    assert found["number_of_sources"] == 2
    assert found["source_article"] == (
        '"The Khyber Courier,2022-03-05,Bomb "kills" 12 at market";"Indus Wire,2022-03-06,Toll rises, officials say"'
    )
    assert (found["source_office"], found["source_date"]) == ("The Khyber Courier;Indus Wire", "2022-03-05;2022-03-06")
    assert found["source_original"] == "a police spokesman"


def test_the_number_is_made_from_the_id_and_does_not_depend_on_the_others():
    one, other = row("one"), row("other")
    assert one["id"] == int(one["relid"][:12], 16) != other["id"]
    assert one["id"] < 2**48


@pytest.mark.parametrize(
    ("lat", "lon", "gid"),
    [
        (-90, -180, 1),
        (-89.75, 179.75, 720),
        (89.9, 179.9, 259200),
        (90, 180, 258481),
        (0, 0, 129961),
        (8.21972, 43.5675, 141568),
        (51.25, 10.25, 203421),
    ],
)
def test_cells_of_prio_grid(lat, lon, gid):
    assert priogrid_gid(lat, lon) == gid


@pytest.mark.parametrize(("date", "code"), [(DAY, 1), (WEEK, 3), (MONTH, 4)])
def test_precision_of_dates(date, code):
    assert date_prec(date) == code


@pytest.mark.parametrize(
    ("gw", "name"),
    [(2, "Americas"), (365, "Europe"), (625, "Africa"), (626, "Africa"), (651, "Middle East"), (700, "Asia")],
)
def test_regions_follow_from_gleditsch_and_ward(gw, name):
    assert region(gw) == name


def test_a_place_near_a_town_and_one_without_a_country():
    assert row(place=NEAR_MOSUL)["where_prec"] == 2
    at_sea = row(place=Place("Red Sea", None, None, 20.0, 38.5, "region"))
    assert (at_sea["where_prec"], at_sea["country"], at_sea["country_id"]) == (7, None, None)


def test_remarks_say_what_ged_would_not_have_and_what_was_concluded():
    alone = " ".join(remarks(incident(responsible=(), killed=None, date=None)))
    assert "a side is not known" in alone
    assert "nobody gives a number" in alone
    assert "no year" in alone
    forces = incident(targets=("army post",), killed=Toll(3, 3, None))
    assert any("taken to be those of the place's country" in text for text in remarks(forces))
    assert any("high figure open" in text for text in remarks(forces))
    assert list(remarks(dataclasses.replace(incident(), responsible=(TTP,)))) == []
