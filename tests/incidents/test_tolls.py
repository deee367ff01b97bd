from pathlib import Path

import pytest
import yaml
from made import VOICE, telling

from relata.incidents.tolls import toll
from relata.model import ActorName, Count

CASES = yaml.safe_load(Path(__file__).parent.parent.joinpath("cases/incidents/tolls.yml").read_text("utf-8"))
HOLDERS = {"@outlet": VOICE}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_low_best_and_high_follow_the_printed_rules(case):
    reports, claims = {}, []
    for at, report in enumerate(case["reports"]):
        t = telling(report["text"], report.get("outlet", f"Outlet {at}"), report.get("published"))
        event = t.event(report.get("trigger", report["text"].split()[0]))
        for row in report["claims"]:
            by = row.get("by", "@outlet")
            t.claim(
                event, "killed", Count(row.get("low"), row.get("high"), row["words"], row.get("approx", False)),
                quote=row.get("quote"), by=HOLDERS.get(by, ActorName(by, kind=row.get("kind", "unknown"))), of=row.get("of"),
                stance=row.get("stance", "asserts"), side=row.get("side"), part=row.get("part", False),
            )  # fmt: skip
        reports[t.report.id] = t.report
        claims += t.claims
    found = toll(claims, "killed", reports)
    assert (None if found is None else [found.low, found.best, found.high]) == case["toll"], case["why"]
