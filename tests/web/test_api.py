"""The API by hand: pages, tags, errors, suffixes, the past, decisions."""

import csv
import io
import json

import pytest

from relata.export import COLUMNS
from relata.web.api import groups

EVERYTHING = [one.path for group in groups() for one in group.operations if not one.inside and "." not in one.path]


def pages(ask, path, name, **asked):
    found, cursor = [], None
    for _ in range(300):
        more = {} if cursor is None else {"cursor": cursor}
        answer = ask(path, params={**asked, **more}).json()
        found.append(answer[name])
        cursor = answer["next"]
        if cursor is None:
            return found
    raise AssertionError("no end of pages")


def ids(found):
    return [one["id"] for page in found for one in page]


@pytest.mark.parametrize(
    ("path", "name"), [("/incidents", "incidents"), ("/reports", "reports"), ("/actors", "actors")]
)
@pytest.mark.parametrize("limit", [1, 7, 500])
def test_pages_give_each_item_once_in_one_order(ask, path, name, limit):
    whole = ids(pages(ask, path, name, limit=500))
    found = pages(ask, path, name, limit=limit)
    assert ids(found) == whole
    assert len(set(whole)) == len(whole) > 40
    assert all(len(page) == limit for page in found[:-1])


def test_incidents_come_in_the_order_asked_for(ask):
    by_date = ids(pages(ask, "/incidents", "incidents", limit=500))
    latest = [one for page in pages(ask, "/incidents", "incidents", limit=9, order="-date") for one in page]
    assert sorted(one["id"] for one in latest) == sorted(by_date)
    dated = [one["id"] for one in latest if one["date"]]
    assert [one["id"] for one in latest][: len(dated)] == dated
    worst = [one for page in pages(ask, "/incidents", "incidents", limit=9, order="-killed") for one in page]
    dead = [(one["killed"] or {}).get("best") or (one["killed"] or {}).get("low") or 0 for one in worst]
    assert dead == sorted(dead, reverse=True)
    assert sorted(one["id"] for one in worst) == sorted(by_date)


def test_claims_of_an_incident_are_paged_and_each_comes_once(ask):
    found = pages(ask, "/claims", "claims", limit=40)
    assert len(ids(found)) == len(set(ids(found))) == ask("/overview").json()["counts"]["claims"]
    incident = ask("/incidents", params={"text": "university", "limit": 1}).json()["incidents"][0]["id"]
    about = {one["id"] for one in ask(f"/incidents/{incident}/claims").json()["claims"]}
    assert set(ids(pages(ask, "/claims", "claims", incident=incident[:8], limit=9))) >= about


def test_a_list_has_what_the_whole_has_but_for_claims(ask):
    listed = ask("/incidents?limit=1").json()["incidents"][0]
    whole = ask(f"/incidents/{listed['id']}").json()
    assert {name: whole[name] for name in listed} == listed
    assert set(whole) - set(listed) == {"claims", "events", "decisions"}
    assert {one["report"] for one in whole["claims"]} <= set(whole["reports"])


def test_a_cursor_of_another_question_or_of_nobody_is_refused(ask):
    cursor = ask("/incidents?limit=1").json()["next"]
    for path in (
        f"/incidents?limit=1&type=bombing&cursor={cursor}",
        f"/reports?limit=1&cursor={cursor}",
        "/incidents?cursor=abc",
        "/incidents?cursor=bnVsbA",
        "/incidents?cursor=W10",
    ):
        answer = ask(path)
        assert answer.status_code == 400, path
        assert [one["parameter"] for one in answer.json()["errors"]] == ["cursor"]
    assert ask(f"/incidents?limit=3&cursor={cursor}").status_code == 200


@pytest.mark.parametrize("path", EVERYTHING)
def test_an_answer_has_a_tag_and_need_not_be_sent_twice(ask, path):
    asked = {"q": "school"} if path == "/search" else {}
    first = ask(path, params=asked)
    assert first.status_code == 200
    again = ask(path, params=asked, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = ask(path, params={**asked, "as_of": "2010"})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]
    assert ask(path, params=asked).content == first.content


WRONG = [
    ("/incidents?country=Ruritania", "country"),
    ("/incidents?since=2022-13", "since"),
    ("/incidents?since=2022&until=2021", "until"),
    ("/incidents?min_killed=-1", "min_killed"),
    ("/incidents?min_killed=99999999999999999999", "min_killed"),
    ("/incidents?min_killed=١٢", "min_killed"),
    ("/incidents?type=riot", "type"),
    ("/incidents?bbox=1,2,3", "bbox"),
    ("/incidents?bbox=0,50,10,40", "bbox"),
    ("/incidents?bbox=nan,0,1,1", "bbox"),
    ("/incidents?text=--", "text"),
    ("/incidents?as_of=soon", "as_of"),
    ("/incidents?known_at=yesterday", "known_at"),
    ("/incidents?limit=0", "limit"),
    ("/incidents?limit=501", "limit"),
    ("/incidents?limit=1&limit=2", "limit"),
    ("/incidents?country=", "country"),
    ("/incidents?colour=red", "colour"),
    ("/incidents?actor=%00", "actor"),
    ("/incidents?text=" + "a" * 600, "text"),
    ("/incidents/points?zoom=23", "zoom"),
    ("/incidents.csv?limit=1", "limit"),
    ("/incidents/timeline?by=week", "by"),
    ("/reports?since=tuesday", "since"),
    ("/reports?text=%22%22", "text"),
    ("/claims?report=zz", "report"),
    ("/claims?stance=shouts", "stance"),
    ("/actors?name=%21%21", "name"),
    ("/count?what=tears", "what"),
    ("/search", "q"),
    ("/search?q=%2A", "q"),
]


@pytest.mark.parametrize(("path", "parameter"), WRONG)
def test_what_cannot_be_understood_is_named(ask, path, parameter):
    answer = ask(path)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["title"], body["type"]) == (400, "Bad Request", "about:blank")
    assert [one["parameter"] for one in body["errors"]] == [parameter]


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/incidents/0000", "/incidents/nobody", "/reports/ffffffff", "/actors/Nobody%20At%20All",
     "/incidents/%2e%2e", "/claims?report=00000000", "/incidents/0000/history"],
)  # fmt: skip
def test_what_is_not_there_is_no_bug(ask, path):
    answer = ask(path)
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_several_wrong_values_are_named_at_once(ask):
    errors = ask("/incidents?limit=0&type=riot&colour=red").json()["errors"]
    assert {one["parameter"] for one in errors} == {"limit", "type", "colour"}


def test_the_table_has_a_row_for_each_incident_of_the_filter(ask):
    answer = ask("/incidents.csv?country=Pakistan")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="incidents.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert list(rows[0]) == list(COLUMNS)
    listed = ask("/incidents?country=PK&limit=500").json()
    assert [row["id"] for row in rows] == [one["id"] for one in listed["incidents"]]
    assert listed["total"] == len(rows)


def test_geojson_has_a_feature_for_each_incident_and_is_json_when_empty(ask):
    found = ask("/incidents.geojson").json()
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == ask("/incidents?limit=1").json()["total"]
    placed = [one for one in found["features"] if one["geometry"]]
    assert all(-180 <= one["geometry"]["coordinates"][0] <= 180 for one in placed)
    assert len(placed) == len(ask("/incidents/coordinates").json()["id"])
    assert ask("/incidents.geojson?country=NO").json() == {"type": "FeatureCollection", "features": []}


def test_a_map_of_any_zoom_counts_each_placed_incident_once(ask):
    placed = len(ask("/incidents/coordinates").json()["id"])
    for zoom in (0, 3, 9, 22):
        found = ask(f"/incidents/points?zoom={zoom}").json()
        assert sum(one["properties"]["incidents"] for one in found["features"]) == found["total"] == placed
        for one in found["features"]:
            inside = one["properties"]
            if "bbox" in inside:
                assert ask(f"/incidents?bbox={inside['bbox']}&limit=1").json()["total"] >= inside["incidents"]
                break


@pytest.mark.parametrize("by", ["year", "month", "day"])
def test_a_timeline_counts_each_incident_once(ask, by):
    found = ask(f"/incidents/timeline?by={by}").json()
    total = sum(one["incidents"] for one in found["bars"]) + found["vague"]["incidents"]
    assert total == ask("/incidents?limit=1").json()["total"]
    assert [one["start"] for one in found["bars"]] == sorted(one["start"] for one in found["bars"])


def test_each_value_of_a_facet_is_what_its_filter_takes(ask):
    found = ask("/facets").json()
    for name in ("country", "type", "standing", "outlet"):
        for row in found["facets"][name][:5]:
            if row["value"] is not None:
                assert ask("/incidents", params={name: row["value"], "limit": 1}).json()["total"] == row["incidents"]
    assert sum(row["incidents"] for row in found["facets"]["type"]) == found["total"]


def test_the_past_is_asked_in_the_same_words(ask):
    then = ask("/incidents?as_of=2010&limit=500").json()
    now = ask("/incidents?limit=500").json()
    assert 0 < then["total"] < now["total"]
    assert ask("/overview?as_of=2010").json()["clocks"]["as_of"] == "2010-12-31"
    assert ask("/incidents?known_at=1999&limit=1").json()["total"] == 0
    gone = next(one["id"] for one in now["incidents"] if one["id"] not in {old["id"] for old in then["incidents"]})
    assert ask(f"/incidents/{gone}?as_of=2010").status_code == 404


def test_many_pasts_are_asked_and_few_are_kept(ask):
    before = ask("/incidents?as_of=2001&limit=500").content
    for year in range(2002, 2010):
        assert ask(f"/incidents?as_of={year}&limit=1").status_code == 200
    assert ask("/incidents?as_of=2001&limit=500").content == before
    assert len(ask.app.state.databases._kept) <= 4


def test_a_decision_is_made_undone_and_seen_by_every_answer(ask_and_change):
    ask = ask_and_change
    first, second = ask("/incidents?limit=2").json()["incidents"]
    tag = ask("/incidents?limit=2").headers["etag"]
    body = {"kind": "same", "subjects": [first["id"], second["id"]], "by": "me", "reason": "one bomb"}
    made = ask("/decisions", "POST", json=body)
    assert made.status_code == 201
    assert made.json()["incidents"]
    after = ask("/incidents?limit=500", headers={"if-none-match": tag})
    assert after.headers["etag"] != tag
    assert second["id"] not in {one["id"] for one in after.json()["incidents"]}
    assert [one["id"] for one in ask("/decisions").json()["decisions"]] == [made.json()["id"]]
    undone = ask(f"/decisions/{made.json()['id']}/undo", "POST", json={"by": "me"})
    assert undone.json()["withdrawn_by"] == "me"
    assert ask("/decisions").json()["decisions"] == []
    assert len(ask("/decisions?withdrawn=true").json()["decisions"]) == 1
    assert ask(f"/incidents/{second['id']}").json()["id"] == second["id"]


BODIES = [
    ({"kind": "same"}, {}, 400),
    ({"kind": "shout", "subjects": ["abcd"], "by": "me", "reason": "so"}, {}, 400),
    ({"kind": "confirm", "subjects": ["0000000000000000"], "by": "me", "reason": "so"}, {}, 404),
    ({"kind": "confirm", "subjects": "abcd", "by": "me", "reason": "so"}, {}, 400),
    ({"kind": "confirm", "subjects": ["abcd"], "by": "me", "reason": "x" * 70_000}, {}, 413),
    ([], {}, 400),
    ({"kind": "confirm"}, {"sec-fetch-site": "cross-site"}, 403),
]


@pytest.mark.parametrize(("body", "headers", "status"), BODIES)
def test_a_decision_that_cannot_be_is_refused(ask_and_change, body, headers, status):
    answer = ask_and_change("/decisions", "POST", json=body, headers=headers)
    assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_a_form_of_another_page_cannot_decide(ask_and_change):
    body = json.dumps({"kind": "confirm"})
    answer = ask_and_change("/decisions", "POST", content=body, headers={"content-type": "text/plain"})
    assert answer.status_code == 415


def test_a_server_that_only_shows_decides_nothing(ask):
    assert ask("/decisions", "POST", json={}).status_code == 403
    assert ask("/decisions/abcd/undo", "POST", json={"by": "me"}).status_code == 403


def test_every_operation_is_described_with_an_example(ask):
    answer = ask("/openapi.json")
    described = answer.json()
    assert ask("/openapi.json", headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            good = next(one for status, one in operation["responses"].items() if status.startswith("2"))
            (content,) = good["content"].values()
            assert content["example"], (path, method)
            assert operation["description"], (path, method)
