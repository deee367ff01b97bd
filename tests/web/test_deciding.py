"""Decisions made on the page: by forms that this process has written, and undone again."""

import io
import re
import shutil

import pytest
from tests.asgi_client import Asgi

import relata
from relata.web.served import Served


@pytest.fixture
def editing(demo_read, tmp_path):
    where = shutil.copy(demo_read, tmp_path / "mine.db")
    with Asgi(Served(str(where), edit=True, analyst="ada")) as client:
        yield client


def form_of(html, action="/decide", number=0):
    """The hidden fields of a form."""
    form = re.findall(rf'<form[^>]*action="{action}".*?</form>', html, re.DOTALL)[number]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def export_of(client):
    stream = io.StringIO()
    client.app.state.databases.now().export("json", stream)
    return stream.getvalue()


def test_two_incidents_are_joined_and_parted_again_by_undo_and_nothing_is_left_of_it(editing):
    before = export_of(editing)
    question = editing.get("/review").text
    fields = form_of(question) | {"kind": "different", "reason": "told apart by hand", "by": "ada"}
    answer = editing.post("/decide", data=fields)
    assert answer.status_code == 200
    assert "Decided:" in answer.text
    assert "not one incident" in answer.text
    assert export_of(editing) != before
    assert str(answer.url).endswith(re.search(r"decided=(\w+)", str(answer.url))[0])
    undone = editing.post("/undo", data=form_of(answer.text, "/undo"))
    assert "Undone:" in undone.text
    assert export_of(editing) == before


def test_a_value_is_corrected_on_the_sheet_and_what_the_claims_give_stands_beside(editing):
    html = editing.get("/incidents/24dc32c6").text
    fields = form_of(html) | {"attribute": "killed", "value": "147 (140-150)", "reason": "counted names", "by": "grace"}
    html = editing.post("/decide", data=fields).text
    assert "set by grace: counted names; the claims give 148 (3-148)" in html
    assert 'value="grace"' in html  # the name is kept for the next form
    assert "counted names" in editing.get("/decisions").text


def test_a_claim_is_rejected_and_gone_from_the_values(editing):
    incident = relata_incident(editing, "bdb6820c")
    claim = next(one for one in incident.claims if one.attribute == "wounded")
    html = editing.get(f"/incidents/{incident.id}").text
    fields = form_of(html, number=2) | {"subject": claim.id[:8], "reason": "misread", "by": "ada"}
    assert fields["kind"] == "reject"
    assert editing.post("/decide", data=fields).status_code == 200
    assert relata_incident(editing, incident.id).wounded is None


def test_an_incident_is_joined_with_another_by_its_address(editing):
    html = editing.get("/incidents/580299a0").text
    fields = form_of(html, number=1) | {"other": "http://localhost/incidents/bdb6820c", "reason": "a try", "by": "ada"}
    assert fields["kind"] == "same"
    assert editing.post("/decide", data=fields).status_code == 200
    assert relata_incident(editing, "580299a0").id == relata_incident(editing, "bdb6820c").id


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"csrf": ""}, 403), ({"csrf": "0" * 64}, 403), ({"reason": ""}, 400), ({"by": ""}, 400),
        ({"kind": "destroy"}, 400), ({"subject": "ffffffff"}, 404), ({"value": "lots"}, 400),
    ],
)  # fmt: skip
def test_a_form_that_lacks_something_changes_nothing(editing, change, status):
    before = export_of(editing)
    fields = form_of(editing.get("/incidents/24dc32c6").text)
    fields |= {"attribute": "killed", "value": "147", "reason": "a try", "by": "ada"} | change
    assert editing.post("/decide", data=fields).status_code == status
    assert export_of(editing) == before


def test_a_form_of_another_page_or_kind_is_refused(editing):
    fields = form_of(editing.get("/incidents/24dc32c6").text)
    fields |= {"attribute": "killed", "value": "147", "reason": "a try", "by": "ada"}
    assert editing.post("/decide", data=fields, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert editing.post("/decide", json=fields).status_code == 415
    assert editing.post("/decide", data=fields | {"reason": "x" * 70_000}).status_code == 413
    assert editing.get("/decide").status_code == 405


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_leads_back_to_this_server_alone(editing, back):
    fields = form_of(editing.get("/incidents/24dc32c6").text) | {"back": back}
    fields |= {"attribute": "killed", "value": "147", "reason": "a try", "by": "ada"}
    answer = editing.post("/decide", data=fields, follow_redirects=False)
    assert re.fullmatch(r"/\?decided=\w+", answer.headers["location"])


def test_the_past_cannot_be_decided_on(editing):
    html = editing.get("/incidents/24dc32c6?as_of=2015-04-10").text
    assert 'action="/decide"' not in html
    assert 'name="csrf"' not in html


def relata_incident(client, id_):
    database: relata.Database = client.app.state.databases.now()
    return database.incident(id_)
