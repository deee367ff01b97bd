from datetime import date
from pathlib import Path

import pytest
import yaml
from made import VOICE, built, telling

from relata.model import ActorName, Count

CASES = yaml.safe_load(Path(__file__).parent.parent.joinpath("cases/incidents/standing.yml").read_text("utf-8"))
DAY = date(2022, 3, 4)


def _told(report, at):
    t = telling(
        report["text"], report.get("outlet", f"Outlet {at}"), report.get("published", "2022-03-05"),
        relies_on=tuple(report.get("relies_on", ())),
    )  # fmt: skip
    event = t.event(
        report.get("trigger", "attack"), report.get("type", "bombing"), report.get("realis", "actual"),
        date=DAY, place="Quetta", target=report.get("target", "courthouse"),
    )  # fmt: skip
    for row in report["claims"]:
        value = row.get("value")
        if row["attribute"] == "killed":
            value = Count(value, value, str(value))
        by = row.get("by")
        holder = VOICE if by is None else ActorName(by, kind=row.get("kind", "organisation"))
        t.claim(
            event,
            row["attribute"],
            value,
            by=holder,
            stance=row.get("stance", "asserts"),
            via=tuple(row.get("via", ())),
        )
    return t


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_standing_responsibility_and_origins_follow_the_printed_rules(case):
    incidents = built(*(_told(report, at) for at, report in enumerate(case["reports"])))
    (incident,) = incidents
    assert incident.standing == case["standing"], incident.standing_because
    assert f"“{case['rule']}”" in incident.standing_because
    assert incident.standing_rule == case["rule"]
    for words in case.get("because", ()):
        assert words in incident.standing_because
    assert incident.corroboration.origins == case["origins"]
    if "responsible" in case:
        assert [[r.actor.name, r.status] for r in incident.responsible] == case["responsible"]
