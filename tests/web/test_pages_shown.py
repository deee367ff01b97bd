"""The pages over the demonstration corpus: what stands on them, and where they lead."""

import re
from html import unescape

import pytest
from tests.asgi_client import Asgi

import relata
from relata.web.served import Served

GARISSA = "24dc32c6"


@pytest.fixture(scope="module")
def client(demo_read):
    with Asgi(Served(str(demo_read))) as found:
        yield found


@pytest.fixture(scope="module")
def db(demo_read):
    with relata.open(demo_read) as found:
        yield found


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def links(html, prefix):
    return re.findall(rf'href="({re.escape(prefix)}[^"]*)"', html)


def test_an_abbreviated_id_and_one_that_was_given_once_lead_to_the_incident(client, db):
    whole = db.incident(GARISSA).id
    answer = client.get(f"/incidents/{GARISSA}?as_of=2015-04-10", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/incidents/{whole}?as_of=2015-04-10")
    report = db.incident(GARISSA).reports[0]
    assert client.get(f"/reports/{report[:6]}", follow_redirects=False).headers["location"] == f"/reports/{report}"
    assert client.get("/actors/Al Shabaab", follow_redirects=False).headers["location"] == "/actors/al-shabaab"


def test_the_sheet_has_every_claim_with_its_words_and_every_report(client, db):
    incident = db.incident(GARISSA)
    html = client.get(f"/incidents/{incident.id}").text
    assert all(f'id="claim-{claim.id}"' in html for claim in incident.claims)
    assert all(f"/reports/{report}" in html for report in incident.reports)
    words = text_of(html)
    assert "Al-Shabaab claimed it" in words
    assert "7 reports, 3 independent accounts" in words
    assert "lowest 3" in words
    assert "highest 148" in words
    assert f"Relata incident {incident.id}" in words
    assert f"http://localhost/incidents/{incident.id}" in words


def test_every_anchor_that_the_sheet_leads_to_is_on_it(client, db):
    for incident in db.incidents():
        html = client.get(f"/incidents/{incident.id}").text
        there = set(re.findall(r'id="([^"]+)"', html))
        assert set(re.findall(r'href="#([^"]+)"', html)) <= there | {"main"}, incident.id


def test_every_incident_report_and_actor_has_a_page(client, db):
    for incident in db.incidents():
        for path in (f"/incidents/{incident.id}", *(f"/actors/{row.actor.id}" for row in incident.responsible)):
            assert client.get(path).status_code == 200, path
    for report in db.reports():
        assert client.get(f"/reports/{report.id}").status_code == 200, report.id


def test_a_report_has_its_text_whole_and_its_claims_in_it(client, db):
    for report in list(db.reports())[:12]:
        html = client.get(f"/reports/{report.id}").text
        text = html[html.index('<div class="text"') : html.index('<aside class="margin"')]
        text = re.sub(r"<details.*?</details>", "", text, flags=re.DOTALL)
        plain = re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", text))
        assert unescape(plain) == re.sub(r"\s+", "", report.text)
        assert all(f'id="claim-{claim.id}"' in html for claim in db.claims(report.id))


def test_furniture_is_there_folded(client, db):
    report = next(one for one in db.reports() if one.cuts)
    html = client.get(f"/reports/{report.id}").text
    assert html.count('<details class="cut">') == len(report.cuts)


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", {}),
        ("country=Kenya", {"country": "KE"}),
        ("country=KE&min_killed=20", {"country": "KE", "min_killed": 20}),
        ("actor=Boko+Haram&status=suspected", {"actor": "Boko Haram", "status": "suspected"}),
        ("since=2015&until=2016-03", {"since": "2015", "until": "2016-03"}),
        ("standing=contested", {"standing": "contested"}),
        ("text=university", {"text": "university"}),
        ("type=suicide+bombing&country=&actor=", {"type": "suicide bombing"}),
    ],
)
def test_the_list_has_what_the_address_asks_for(client, db, query, filters):
    found = db.incidents(**filters)
    html = client.get(f"/?{query}").text
    assert text_of(html).count("incident") > 0
    assert f"<strong>{len(found)} incident" in html
    shown = {path.rpartition("/")[2] for path in links(html, "/incidents/")}
    assert shown <= set(found.ids)
    assert len(shown) == min(40, len(found))


def test_the_list_goes_on_without_a_script_until_all_have_been_seen_once(client, db):
    for order in ("date", "-date", "-killed"):
        seen, path = [], f"/?order={order}"
        while path:
            html = client.get(path).text
            seen += [one.rpartition("/")[2] for one in dict.fromkeys(links(html, "/incidents/"))]
            following = re.search(r'<a class="more" href="([^"]+)"', html)
            path = following[1].replace("&amp;", "&") if following else None
        assert sorted(seen) == sorted(db.incidents().ids)


def test_undated_incidents_come_last_whichever_way_the_list_goes(client, db):
    undated = {one.id for one in db.incidents() if one.date is None}
    for order in ("date", "-date"):
        html = client.get(f"/?order={order}").text
        first = [path.rpartition("/")[2] for path in links(html, "/incidents/")]
        assert not set(first) & undated


def test_a_cursor_that_is_none_begins_again(client):
    assert client.get("/?after=nonsense").status_code == 200


def test_a_facet_leads_to_as_many_incidents_as_it_says(client):
    html = client.get("/").text
    options = re.findall(
        r'<a href="(/\?[^"]+)" data-go><span class="name">[^<]+</span><span class="number">(\d+)', html
    )
    assert len(options) > 20
    for path, number in [one for one in options if "outlet=" not in one[0]][::4]:
        found = client.get(path.replace("&amp;", "&")).text
        assert f"<strong>{number} incident" in found, path


def test_what_cannot_be_understood_is_told_with_what_is_accepted(client):
    answer = client.get("/?since=yesterday")
    assert answer.status_code == 400
    assert "expected a date such as 2022-03-04" in text_of(answer.text)
    answer = client.get("/incidents/ffffffff")
    assert answer.status_code == 404
    assert "ffffffff" in answer.text


def test_nothing_found_says_how_to_find_something(client):
    html = client.get("/?country=KE&type=arson").text
    assert "No incident meets all of this." in html
    assert '<a href="/" data-go>all of them</a>' in html


def test_an_empty_database_says_what_to_do(tmp_path):
    where = tmp_path / "empty.db"
    relata.open(where).close()
    with Asgi(Served(str(where), edit=True)) as client:
        for path, words in (
            ("/", "Read some reports"), ("/overview", "Read some reports"), ("/actors", "Nobody is named"),
            ("/review", "Nothing to review"), ("/decisions", "Nobody has decided"),
        ):  # fmt: skip
            answer = client.get(path)
            assert answer.status_code == 200
            assert words in text_of(answer.text), path


def test_a_view_of_the_past_says_so_and_its_links_stay_in_it(client):
    html = client.get(f"/incidents/{GARISSA}?as_of=2015-04-02").text
    words = text_of(html)
    assert "A view of the past" in words
    assert "as of 2015-04-02" in words
    assert "15 (3+)" not in words or "148" not in words.split("History")[0]
    internal = [one for one in links(html, "/") if one.startswith(("/reports/", "/actors/", "/?", "/overview"))]
    assert internal
    assert all("as_of=2015-04-02" in one for one in internal)


def test_before_anything_was_known_the_page_says_when_it_was(client):
    answer = client.get(f"/incidents/{GARISSA}?as_of=2001-01-01")
    assert answer.status_code == 404
    assert "first report" in text_of(answer.text)


def test_every_form_of_export_is_offered_and_given_for_the_filters_and_the_day(client, db):
    html = client.get("/export?country=KE&as_of=2015-04-03").text
    paths = [one.replace("&amp;", "&") for one in links(html, "/export/")]
    assert len(paths) >= 5
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "attachment" in answer.headers["content-disposition"]
        assert answer.content
    with db.at(as_of="2015-04-03") as view:
        wanted = view.incidents(country="KE").ids
    made = client.get("/export/json?country=KE&as_of=2015-04-03").json()
    assert {one["id"] for one in made["incidents"]} == set(wanted)
    assert client.get("/export/nonsense").status_code == 400
