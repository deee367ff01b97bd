"""Rows of GTD as its coders would write them."""

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
    VOICE,
    by,
    coded,
    incident,
    killed,
    said,
)

from relata.export.gtd import gtd_row, remarks
from relata.model import ActorName, Count, DateInterval, Place, Toll
from relata.tables.exports import columns

TALIBAN = ActorName("the Pakistani Taliban", "ttp", "armed group")


def row(name="one", taken=None, **changes):
    return gtd_row(coded(name, **changes), set() if taken is None else taken)


def test_the_columns_are_those_of_gtd_in_its_order():
    names = list(columns("gtd"))
    assert len(names) == 135
    assert (names[0], names[1], names[28], names[58], names[-1]) == (
        "eventid",
        "iyear",
        "attacktype1",
        "gname",
        "related",
    )
    assert names[-9:-1] == ["scite1", "scite2", "scite3", "dbsource", "INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY"]
    assert list(row()) == names


def test_a_bomb_at_a_market():
    found = row()
    assert found["eventid"].startswith("20220304")
    assert len(found["eventid"]) == 12
    assert (found["iyear"], found["imonth"], found["iday"], found["extended"]) == (2022, 3, 4, 0)
    assert (found["country"], found["country_txt"], found["region"], found["region_txt"]) == (
        153,
        "Pakistan",
        6,
        "South Asia",
    )
    assert (found["provstate"], found["city"], found["specificity"], found["vicinity"]) == (
        "Khyber Pakhtunkhwa",
        "Peshawar",
        1,
        0,
    )
    assert (found["attacktype1"], found["attacktype1_txt"], found["suicide"]) == (3, "Bombing/Explosion", 0)
    assert (found["targtype1"], found["targtype1_txt"], found["target1"]) == (1, "Business", "market")
    assert (found["gname"], found["guncertain1"], found["claimed"], found["claimmode"]) == (TTP.actor.name, 0, 1, 10)
    assert (found["weaptype1"], found["weapsubtype1_txt"], found["weapdetail"]) == (6, "Vehicle", "car bomb")
    assert (found["nkill"], found["nkillter"], found["nwound"]) == (14, 0, 50)
    assert found["scite1"] == "\"Bomb 'kills' 12 at market,\" The Khyber Courier, March 5, 2022."
    assert found["scite3"] is None
    assert (found["crit1"], found["doubtterr"], found["ishostkid"], found["nhostkid"]) == (-9, -9, 0, None)


@pytest.mark.parametrize(
    ("date", "parts", "opening"),
    [
        (DAY, (2022, 3, 4), "20220304"),
        (MONTH, (2022, 3, 0), "20220300"),
        (DateInterval.in_year(2022), (2022, 0, 0), "20220000"),
        (NO_YEAR, (None, 0, 0), "00000000"),
        (None, (None, 0, 0), "00000000"),
    ],
)
def test_what_is_not_known_of_a_date_is_zero(date, parts, opening):
    found = row(date=date)
    assert (found["iyear"], found["imonth"], found["iday"]) == parts
    assert found["eventid"][:8] == opening


def test_an_id_that_is_taken_gives_way_to_the_next_and_a_full_day_to_five_digits():
    first = row()["eventid"]
    taken = {first}
    second = row(taken=taken)["eventid"]
    assert int(second) - int(first) in (1, -9999)
    full = {f"20220304{number:04}" for number in range(10_000)}
    assert row(taken=full)["eventid"] == "2022030410000"


def test_claims_of_responsibility_with_their_ways_and_the_competing_ones():
    rival = by("isis-pk", "Islamic State – Pakistan Province")
    claims = (
        killed(14, of="people"),
        said("responsible", TALIBAN, holder=TALIBAN, stance="claims", mode="video", channel="a video", at=20),
        said("responsible", TALIBAN, holder=VOICE, at=40),
    )
    found = row(responsible=(TTP, rival, by("let", "Lashkar-e-Taiba", "suspected")), claims=claims)
    assert (found["claimed"], found["claimmode"], found["claimmode_txt"]) == (1, 6, "Video")
    assert (found["gname2"], found["claim2"], found["claimmode2"]) == (rival.actor.name, 1, 10)
    assert (found["gname3"], found["guncertain3"], found["claim3"], found["claimmode3"]) == (
        "Lashkar-e-Taiba",
        1,
        -9,
        None,
    )
    assert found["compclaim"] == 1


def test_a_claim_of_a_branch_beside_its_parents_need_not_compete():
    assert row(responsible=(by("is", "Islamic State"), by("is-philippines", "IS East Asia")))["compclaim"] == -9
    assert row(responsible=(TTP,))["compclaim"] is None


def test_nobody_has_claimed_it():
    claims = (killed(14, of="people"), said("unclaimed", None, at=9))
    found = row(responsible=(GUNMEN,), claims=claims)
    assert (found["gname"], found["guncertain1"], found["claimed"], found["claimmode"]) == ("Unknown", -9, 0, None)


def test_who_is_only_denied_is_no_perpetrator():
    found = row(responsible=(by("ttp", "TTP", "denied"),))
    assert (found["gname"], found["claimed"]) == ("Unknown", -9)


def test_a_person_of_whom_nobody_says_that_a_group_stood_behind():
    claims = (killed(14), said("responsible", ActorName("Shamil Basayev", None, "person"), at=30))
    found = row(responsible=(by("fedcba9876543210", "Shamil Basayev", "attributed"),), claims=claims)
    assert (found["gname"], found["individual"]) == ("Shamil Basayev", -9)


def test_a_state_is_no_terrorist_by_gtd():
    found = row(type="air strike", responsible=(ARMY,))
    assert (found["crit3"], found["doubtterr"], found["alternative_txt"]) == (0, 1, "State Actors")
    assert row(targets=("army post",))["alternative_txt"] == "Insurgency/Guerilla Action"


def test_targets_are_one_of_each_type_and_carry_their_nationality():
    found = row(targets=("Israeli embassy", "consulate", "school", "bus", "church"))
    assert [found[f"targtype{number}"] for number in (1, 2, 3)] == [7, 8, 19]
    assert (found["natlty1"], found["natlty1_txt"], found["INT_MISC"], found["INT_ANY"]) == (97, "Israel", 1, 1)
    unknown = row(targets=("the height",), victims=())
    assert (unknown["targtype1"], unknown["targtype1_txt"], unknown["target1"]) == (20, "Unknown", "the height")


def test_weapons_are_one_of_each_type_or_what_the_attack_implies():
    found = row(weapons=("bombs", "car bomb", "assault rifles", "knife"))
    kinds = [(found[f"weaptype{number}"], found[f"weapsubtype{number}"]) for number in (1, 2, 3)]
    assert kinds == [(6, 15), (5, 2), (9, 23)]
    assert (row(weapons=())["weaptype1"], row(weapons=())["weapsubtype1"]) == (6, 16)
    assert row(weapons=(), type="suicide bombing")["weapsubtype1"] == 13
    assert row(weapons=(), type="armed assault")["weaptype1_txt"] == "Unknown"


def test_a_club_that_ends_a_name_is_no_weapon():
    assert row(targets=("El Nogal club",), weapons=("car bomb", "club"))["weapdetail"] == "car bomb"


def test_hostages():
    found = row(type="abduction", abducted=Toll(100, 110, 120), killed=None, claims=())
    assert (found["attacktype1"], found["ishostkid"], found["nhostkid"]) == (6, 1, 110)
    assert (found["nkill"], found["nkillter"]) == (None, None)
    assert row(type="hostage-taking")["nhostkid"] == -99
    assert row(type="armed assault", abducted=Toll(3, 3, 3), weapons=())["attacktype2"] == 6


def test_the_dead_attackers_are_among_the_dead():
    claims = (
        killed(14, of="people"),
        killed(2, side="attacker", at=40),
        said("arrested", Count(1, 1, "one"), side="attacker"),
    )
    found = row(claims=claims)
    assert (found["nkill"], found["nkillter"], found["nperpcap"]) == (16, 2, 1)


def test_borders():
    assert row()["INT_LOG"] == 0
    assert row(place=JANALE)["INT_LOG"] == 1
    assert row(responsible=(SHABAAB,), place=JANALE)["INT_LOG"] == -9
    assert row(responsible=())["INT_ANY"] == -9


@pytest.mark.parametrize(
    ("place", "cells"),
    [
        (NEAR_MOSUL, ("Mosul", 1, 1)),
        (SOMALIA, ("Unknown", 5, -9)),
        (Place("Kaga", "Borno", "NG", None, None, "city"), ("Kaga", 2, 0)),
        (Place("Bajaur", "Khyber Pakhtunkhwa", "PK", 34.7, 71.5, "district"), ("Unknown", 3, -9)),
        (None, ("Unknown", 5, -9)),
    ],
)
def test_places(place, cells):
    found = row(place=place)
    assert (found["city"], found["specificity"], found["vicinity"]) == cells


def test_a_site_stands_in_the_town_that_the_reports_name():
    mall = Place("Westgate", None, "KE", -1.26, 36.8, "site")
    nairobi = Place("Nairobi", None, "KE", -1.28, 36.82, "city")
    found = row(place=mall, claims=(killed(14, of="people"), said("place", nairobi, at=30)))
    assert (found["city"], found["location"]) == ("Nairobi", "Westgate (KE)")
    assert row(place=mall)["city"] == "Unknown"


def test_remarks():
    assert list(remarks(incident())) == []
    assert any("iyear" in text for text in remarks(incident(date=None)))
    assert any("sub-national" in text for text in remarks(incident(type="clash")))
