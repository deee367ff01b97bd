from datetime import date

import pytest
from made import built, telling

from relata.model import ActorName, Count, DateInterval, Decision

DAY = date(2022, 3, 4)


def first():
    t = telling(
        "A suicide bomber attacked a Shiite mosque in Peshawar during Friday prayers on March 4. "
        "At least 56 worshippers were killed and 190 hurt, hospital spokesman Asim Durrani said.",
        outlet="Frontier Daily",
    )
    t.event("attacked", "suicide bombing", date=DAY, place="Peshawar", target="Shiite mosque", wounded="190")
    t.claim(t.events[0], "killed", Count(56, None, "At least 56"), by="Asim Durrani", of="worshippers")
    return t


def second():
    t = telling(
        "The toll of Friday's blast at the Kocha Risaldar mosque in Peshawar has risen to 64, officials said, as "
        "families buried worshippers. Islamic State Khorasan said one of its men had blown himself up.",
        outlet="Capital Post",
        published="2022-03-07",
    )
    t.event("blast", "bombing", date=DAY, place="Peshawar", target="Kocha Risaldar mosque", killed="64")
    t.claim(
        t.events[0], "responsible", ActorName("Islamic State Khorasan", "isk", "armed group"), stance="claims",
        by=ActorName("Islamic State Khorasan", "isk", "armed group"),
    )  # fmt: skip
    return t


def test_an_early_and_a_final_report_of_one_bombing_are_one_incident_with_the_final_toll_as_best():
    (incident,) = built(first(), second(), known={"isk": "Islamic State – Khorasan Province"})
    assert incident.type == "suicide bombing"
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (56, 64, 64)
    assert incident.wounded.best == 190
    assert incident.place.name == "Peshawar"
    assert incident.corroboration.origins == 2
    assert [(r.actor.name, r.status) for r in incident.responsible] == [
        ("Islamic State – Khorasan Province", "claimed")
    ]
    assert incident.title == "Suicide bombing in Peshawar, PK, 4 March 2022: 64 killed"


def test_the_order_of_everything_given_does_not_matter():
    assert built(first(), second()) == built(second(), first())


def test_the_id_survives_the_arrival_of_a_later_report():
    (before,) = built(first())
    (after,) = built(second(), first())
    assert before.id == after.id


def test_a_decision_parts_what_would_be_joined_and_joins_what_would_not():
    one, other = first(), second()
    ids = tuple(sorted((one.events[0].id, other.events[0].id)))
    apart = Decision("different", ids, "nadia", "two mosques", "2022-03-08T10:00:00Z")
    assert len(built(one, other, decisions=[apart])) == 2
    again = Decision("same", ids, "nadia", "one after all", "2022-03-09T10:00:00Z")
    assert len(built(one, other, decisions=[apart, again])) == 1


def test_a_rejected_claim_counts_for_nothing():
    one = first()
    (incident,) = built(
        one, decisions=[Decision("reject", (one.claims[-1].id,), "nadia", "misread", "2022-03-08T10:00:00Z")]
    )
    assert incident.killed is None
    assert one.claims[-1].id not in {claim.id for claim in incident.claims}


def test_bombings_on_different_days_in_one_town_stay_two():
    other = telling("A bomb went off in Peshawar on Saturday, killing nine people at a market.", outlet="Capital Post")
    other.event("bomb", date=date(2022, 3, 12), place="Peshawar", killed="9" if False else Count(9, 9, "nine"))
    assert len(built(first(), other)) == 2


def test_two_attacks_of_one_day_in_one_town_stay_two_when_kind_and_target_differ():
    other = telling(
        "Two men on a motorcycle shot dead police inspector Rahim Gul near Kohat Road in Peshawar on March 4, police said.",
        outlet="Capital Post",
    )
    other.event(
        "shot dead",
        "assassination",
        date=DAY,
        place="Peshawar",
        victim="police inspector Rahim Gul",
        killed="1" and Count(1, 1, "police inspector"),
    )
    assert len(built(first(), other)) == 2


@pytest.mark.parametrize("realis", ["aggregate", "planned", "hypothetical", "generic", "denied"])
def test_totals_plans_threats_and_denied_events_are_no_incidents(realis):
    t = telling("Officials spoke of an attack in Quetta.")
    t.event("attack", realis=realis, place="Quetta")
    assert built(t) == []


def test_what_one_report_denies_and_another_asserts_is_a_contested_incident():
    said = telling(
        "An air strike hit a wedding in Quetta on March 4 and killed 12 guests, the villagers said.", "Valley News"
    )
    said.event("air strike", "air strike", date=DAY, place="Quetta", target="wedding")
    said.claim(said.events[0], "killed", "12", by="the villagers")
    no = telling("The army denied that an air strike hit a wedding in Quetta on March 4.", "State Wire")
    event = no.event("air strike", "air strike", "denied", date=DAY, place="Quetta", target="wedding")
    no.claim(event, "happened", None, by="The army", stance="denies")
    (incident,) = built(said, no)
    assert incident.standing == "contested"
    assert "The army" in incident.standing_because
    assert "villagers" in incident.standing_because


def test_four_outlets_with_one_wire_story_are_one_origin():
    story = (
        "QUETTA (AFP) A bomb hidden in a rickshaw exploded outside a courthouse in Quetta on Friday, killing seven people and "
        "wounding more than twenty, police officer Gul Zaman told reporters at the scene, where glass and shoes lay "
        "scattered over the road. Nobody said it had planted the device, but separatists have attacked courts before."
    )
    tellings = []
    for outlet, text in [
        ("One", story),
        ("Two", story[:260]),
        ("Three", story[40:]),
        ("Four", story + " (Editing by desk)"),
    ]:
        t = telling(text, outlet)
        t.event("bomb" if "bomb" in text else "exploded", date=DAY, place="Quetta", killed=Count(7, 7, "seven"))
        tellings.append(t)
    (incident,) = built(*tellings)
    assert (incident.corroboration.reports, incident.corroboration.origins) == (4, 1)
    assert incident.standing == "reported"


def test_a_named_site_joins_accounts_of_which_one_gives_no_date():
    dated = telling(
        "A bomber at Kabul airport killed 13 soldiers and about 170 others in August 2021.", "One", "2024-03-24"
    )
    dated.event(
        "bomber", "suicide bombing", "background", date=DateInterval.in_month(2021, 8), place="Kabul airport",
        target="airport", killed=Count(183, 183, "170", approx=True), responsible="Khorasan branch",
    )  # fmt: skip
    undated = telling("The blast at the gate of Kabul airport killed over 100.", "Two", None)
    undated.event(
        "blast", place="Kabul airport", target="airport gate", killed=Count(100, None, "over 100"), responsible="Khorasan branch"
    )  # fmt: skip
    (incident,) = built(dated, undated)
    assert (incident.killed.low, incident.killed.best) == (100, 183)
    assert incident.date == DateInterval.in_month(2021, 8)
