"""Who says what: each value against that of the incident."""

import shutil
from datetime import date

import pytest

import relata
from relata.answers.independence import accounts
from relata.answers.matrix import make_matrix, verdict
from relata.demo import reports_folder
from relata.model import (
    OUTLET,
    ActorName,
    ActorRef,
    Corroboration,
    Count,
    DateInterval,
    Incident,
    Names,
    Place,
    Responsibility,
    Span,
    Toll,
    make_claim,
)

VOICE = ActorName("@outlet", OUTLET, "media")
GROUP, OTHER = ActorName("The Front", "front", "armed group"), ActorName("The League", "league", "armed group")
INCIDENT = Incident(
    id="i", type="bombing", date=DateInterval.on(date(2022, 3, 4)),
    place=Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.0, 71.6, "city"), killed=Toll(60, 64, 70), wounded=None,
    missing=None, abducted=None, arrested=None,
    responsible=(
        Responsibility(ActorRef("front", "The Front"), "claimed", ("The Front",)),
        Responsibility(ActorRef("league", "The League"), "denied", ("The League",)),
    ),
    targets=(), victims=(), weapons=(), standing="reported", standing_because="", corroboration=Corroboration(1, 1),
    reports=("r",), events=("e",), claims=(),
)  # fmt: skip


def said(attribute, value, stance="asserts", **more):
    return make_claim(
        report="r", text="words", span=Span(0, 5), attribute=attribute, value=value, holder=VOICE, stance=stance,
        event="e", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (said("killed", Count(64, 64, "64")), "agrees"),
        (said("killed", Count(56, None, "at least 56")), "fits"),
        (said("killed", Count(None, 70, "up to 70")), "fits"),
        (said("killed", Count(56, 56, "56")), "differs"),
        (said("killed", Count(None, None, "dozens")), "aside"),
        (said("killed", Count(7, 7, "seven"), part=True), "aside"),
        (said("killed", Count(2, 2, "two"), side="attacker"), "aside"),
        (said("killed", Count(64, 64, "64"), "denies"), "denies"),
        (said("date", DateInterval.on(date(2022, 3, 4))), "agrees"),
        (said("date", DateInterval.in_month(2022, 3)), "fits"),
        (said("date", DateInterval.on(date(2022, 3, 5))), "differs"),
        (said("place", Place("Peshawar", None, "PK", None, None, "city")), "agrees"),
        (said("place", Place("Pakistan", None, "PK", None, None, "country")), "fits"),
        (said("place", Place("Kabul", None, "AF", None, None, "city")), "differs"),
        (said("responsible", GROUP), "agrees"),
        (said("responsible", ActorName("The Army", "army", "armed group")), "differs"),
        (said("responsible", OTHER, "denies"), "denies"),
        (said("responsible", ActorName("gunmen")), "aside"),
        (said("type", "bombing"), "agrees"),
        (said("type", "raid"), "fits"),
        (said("happened", None, "doubts"), "denies"),
        (said("wounded", Count(3, 3, "3")), "aside"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one.attribute} {one.value} {one.stance}",
)
def test_a_value_agrees_fits_differs_is_denied_or_cannot_be_compared(claim, wanted):
    assert verdict(claim, INCIDENT, Names({}), {claim.id}) == wanted


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("matrix")
    for path in reports_folder().glob("garissa-*"):
        shutil.copy(path, folder)
    with relata.open(folder / "found.db") as db:
        db.read(folder)
        yield db


def test_disagreement_among_reports_is_found_and_reprints_are_one_account(demo):
    incident = max(demo.incidents(), key=lambda one: one.corroboration.reports)
    reports = {id_: demo.report(id_) for id_ in incident.reports}
    matrix = make_matrix(incident, reports, demo.store.names())
    assert "killed" in matrix.disputed
    assert [row.report.id for row in matrix.rows] == list(incident.reports)
    assert all(len(row.cells) == len(row.verdicts) == len(matrix.columns) for row in matrix.rows)
    shown = {entry.claim.id for row in matrix.rows for cell in row.cells for entry in cell}
    assert shown <= {claim.id for claim in incident.claims}
    found = accounts(incident, reports, demo.store.copies())
    assert len(found) == incident.corroboration.origins
    assert sum(one.reports for one in found) == incident.corroboration.reports
    wire = found[0]
    assert wire.name == "Northgate Wire"
    assert {one.outlet for one in wire.branches[0].copies} >= {"Lagoon Chronicle", "Kestrel Online"}
