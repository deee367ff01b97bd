"""How an incident moved: each report's part in what it is now."""

from datetime import date

import pytest
from made import Names, built, telling

from relata.incidents.history import history
from relata.model import ActorName, Count, Toll

FRONT = ActorName("Red Front", "red-front", "armed group")
DAY = date(2022, 3, 4)


def of(*tellings, copies=None):
    (incident,) = built(*tellings)
    events = [event for t in tellings for event in t.events]
    found = history(incident, events, {t.report.id: t.report for t in tellings}, Names(), copies or {})
    assert found.incident == incident.id
    assert found.steps[-1].incident == incident
    assert [step.report for step in found.steps] == list(incident.reports)
    return found


def moves(step):
    return [(change.what, change.before, change.after) for change in step.changes]


def blast(text, outlet, published, killed=None, **said):
    t = telling(text, outlet, published)
    event = t.event("blast", "bombing", place="Quetta", date=DAY, target="market", **said)
    if killed is not None:
        t.claim(event, "killed", Count(killed, killed, str(killed)), by="police")
    return t, event


def test_a_toll_that_rises_and_is_put_right_moves_at_each_report():
    found = of(
        blast("A blast at the market of Quetta on Friday killed 3.", "Dawn Wire", "2022-03-04T14:00:00+05:00", 3)[0],
        blast("The blast in Quetta on Friday killed 22, police said.", "The Courier", "2022-03-05", 22)[0],
        blast("Police put the dead of Friday's blast in Quetta at 20.", "The Gazette", "2022-03-07", 20)[0],
    )
    three, rose, mended = found.steps
    assert ("killed", None, Toll(3, 3, 3)) in moves(three)
    assert moves(rose)[0] == ("killed", Toll(3, 3, 3), Toll(3, 22, 22))
    assert moves(mended)[0] == ("killed", Toll(3, 22, 22), Toll(3, 20, 22))
    assert [[claim.quote for claim in step.changes[0].claims] for step in found.steps] == [["3"], ["22"], ["20"]]
    assert [step.outlet for step in found.steps] == ["Dawn Wire", "The Courier", "The Gazette"]


def test_a_claim_on_day_two_and_a_denial_on_day_three_move_attribution_and_standing():
    first, _ = blast("A blast hit the market of Quetta. Police suspect Red Front.", "Dawn Wire", "2022-03-04", 9)
    first.claim(first.events[0], "responsible", FRONT, stance="suspects", by="police", quote="Red Front")
    second, event = blast("Red Front said it carried out the blast in Quetta.", "The Courier", "2022-03-05", 9)
    second.claim(event, "responsible", FRONT, stance="claims", by="Red Front", quote="Red Front said it")
    third, event = blast(
        "The party denied that Red Front was behind the blast in Quetta.", "The Gazette", "2022-03-06", 9
    )
    denial = third.claim(event, "responsible", FRONT, stance="denies", by="The party", quote="denied")
    suspected, claimed, denied = of(first, second, third).steps
    statuses = [
        (change.actor.name, change.before, change.after)
        for step in (suspected, claimed, denied)
        for change in step.changes
        if change.what == "responsible"
    ]
    assert statuses == [
        ("Red Front", None, "suspected"),
        ("Red Front", "suspected", "claimed"),
        ("Red Front", "claimed", "disputed"),
    ]
    assert moves(suspected)[-1] == ("standing", None, "reported")
    assert moves(claimed)[-1] == ("standing", "reported", "confirmed")
    assert moves(denied) == [("responsible", "claimed", "disputed"), ("standing", "confirmed", "contested")]
    assert [change.claims for change in denied.changes] == [(denial,), (denial,)]
    assert denied.changes[-1].because.startswith("By the rule “responsibility contested”")
    assert denial.id in denied.changes[-1].because


@pytest.mark.parametrize(("stance", "standing"), [("confirms", "confirmed"), ("denies", "contested")])
def test_standing_goes_from_unconfirmed_to_what_others_say(stance, standing):
    first, event = blast("A blast hit Quetta, and it could not be verified.", "Dawn Wire", "2022-03-04", 5)
    first.claim(event, "happened", None, stance="doubts", quote="could not be verified")
    second, event = blast("A blast hit Quetta on Friday, a ministry said.", "The Courier", "2022-03-05", 14)
    third, event = blast("A spokesman spoke of the blast in Quetta on Friday.", "The Gazette", "2022-03-06")
    word = third.claim(event, "happened", None, stance=stance, by="A spokesman", quote="A spokesman spoke")
    found = [step.changes[-1] for step in of(first, second, third).steps]
    assert [(change.what, change.before, change.after) for change in found] == [
        ("standing", None, "unconfirmed"),
        ("standing", "unconfirmed", "reported"),
        ("standing", "reported", standing),
    ]
    assert found[0].claims[0].quote == "could not be verified"
    assert word in found[-1].claims


def test_a_doer_without_a_name_gives_way_to_a_named_one():
    first, event = blast("Gunmen set off a blast in Quetta.", "Dawn Wire", "2022-03-04", 4)
    first.claim(event, "responsible", ActorName("Gunmen"), quote="Gunmen")
    second, event = blast("Red Front did the blast in Quetta, police said.", "The Courier", "2022-03-05", 4)
    named = second.claim(event, "responsible", FRONT, by="police", quote="Red Front")
    gone = [change for change in of(first, second).steps[1].changes if change.what == "responsible"]
    assert [(change.actor.name, change.before, change.after) for change in gone] == [
        ("Red Front", None, "attributed"),
        ("Gunmen", "attributed", None),
    ]
    assert [change.claims for change in gone] == [(named,), (named,)]


def test_a_report_that_moves_nothing_is_a_step_and_undated_ones_come_last():
    steps = of(
        blast("A blast in Quetta killed 7, police said; no day is given here.", "The Ledger", None, 7)[0],
        blast("A blast in Quetta on Friday killed 7 people.", "Dawn Wire", "2022-03-04", 7)[0],
        blast("On Friday a blast in Quetta left 7 dead.", "The Courier", "2022-03-05", 7)[0],
        blast("Quetta mourns those whom the blast of Friday killed.", "The Gazette", "2022-03-06")[0],
    ).steps
    assert [step.published for step in steps] == ["2022-03-04", "2022-03-05", "2022-03-06", None]
    assert [step.changes for step in steps[2:]] == [(), ()]
    assert [step.incident.corroboration.reports for step in steps] == [1, 2, 3, 4]


def test_reports_that_only_deny_make_no_incident_until_somebody_asserts():
    first = telling("The army denied that a blast hit Quetta.", "Dawn Wire", "2022-03-04")
    denied = first.event("blast", "bombing", "denied", place="Quetta", date=DAY)
    first.claim(denied, "happened", None, stance="denies", by="The army", quote="The army denied")
    second, _ = blast("A blast hit a market in Quetta on Friday, killing 6.", "The Courier", "2022-03-05", 6)
    steps = of(first, second).steps
    assert (steps[0].incident, steps[0].changes) == (None, ())
    assert moves(steps[1])[-1] == ("standing", None, "contested")
