"""Who gets in, what a browser is told, and that nothing changes that should not."""

import re
import subprocess
import sys

import pytest
from tests.asgi_client import Asgi

from relata.errors import QueryError
from relata.web.served import Served

TOKEN = "a word for the team"
PAGES = (
    "/",
    "/overview",
    "/actors",
    "/decisions",
    "/export",
    "/nowhere",
    "/incidents/ffff",
    "/api/v1/facets",
    "/enter",
)


@pytest.fixture(scope="module")
def client(demo_read):
    with Asgi(Served(str(demo_read))) as found:
        yield found


@pytest.fixture
def guarded(demo_read):
    served = Served(str(demo_read), host="0.0.0.0", token=TOKEN)
    with Asgi(served, base_url="http://192.0.2.7", follow_redirects=False) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_forbids_what_no_page_needs(client, path):
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/overview", "/actors/al-shabaab", "/export"])
def test_no_page_has_a_script_style_or_address_that_the_policy_would_stop(client, path):
    html = client.get(path).text
    assert not re.findall(r"<style|\sstyle=|\son\w+=", html)
    assert not re.findall(r"<script(?![^>]*(?:src=\"/static/|type=\"application/json\"))", html)
    assert not re.findall(r"<(?:script|link|img|source|iframe)[^>]+(?:src|href)=\"(?!/static/)", html)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("localhost:8000", 200), ("127.0.0.1:99", 200), ("[::1]:8000", 200), ("LOCALHOST", 200),
        ("evil.example", 421), ("localhost.evil.example", 421), ("192.0.2.7", 421), ("", 421),
        ("localhost@evil.example", 421),
    ],
)  # fmt: skip
def test_a_name_that_was_made_to_lead_here_is_refused(client, host, status):
    assert client.get("/overview", headers={"host": host}).status_code == status


def test_a_stranger_is_asked_for_the_token_and_sees_nothing_else(guarded):
    for path in ("/", "/overview", "/export/json", "/incidents/24dc32c6"):
        answer = guarded.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/enter")
    assert guarded.get("/api/v1/facets").status_code == 401
    assert guarded.get("/enter").status_code == 200
    assert guarded.post("/enter", data={"token": "a wrong word for it"}).status_code == 403
    assert "set-cookie" not in guarded.post("/enter", data={"token": ""}).headers


def test_the_token_lets_in_by_form_address_and_header(guarded):
    for answer in (guarded.post("/enter", data={"token": TOKEN}), guarded.get("/overview", params={"token": TOKEN})):
        assert answer.status_code == 303
        assert TOKEN not in answer.headers["location"]
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite" in cookie
        assert TOKEN not in cookie
    assert guarded.get("/overview").status_code == 200  # by the cookie
    guarded.cookies.clear()
    assert guarded.get("/api/v1/facets", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.get("/api/v1/facets", headers={"authorization": "Bearer é".encode()}).status_code == 401


def test_the_way_in_leads_to_no_other_server(guarded):
    answer = guarded.get("//evil.example/x", params={"token": TOKEN})
    assert answer.headers["location"] in ("/", "/x") or answer.status_code in (404, 421)


@pytest.mark.parametrize(
    "told",
    [
        {"host": "0.0.0.0"}, {"host": "192.168.1.5"}, {"host": "::"}, {"host": "example.org"}, {"token": "short"},
        {"tiles": "javascript:{z}{x}{y}"}, {"tiles": "https://tiles.example/{z}/{x}"},
        {"tiles": "https://tiles.example/{z}/{x}/{y}; script-src *"},
    ],
)  # fmt: skip
def test_what_would_open_the_database_to_others_or_cannot_work_is_refused(told):
    with pytest.raises(QueryError):
        Served("x.db", **told)


def test_tiles_of_one_server_are_allowed_and_of_no_other(demo_read):
    served = Served(str(demo_read), tiles="https://tiles.example:8443/{z}/{x}/{y}.png")
    with Asgi(served) as client:
        policy = client.get("/overview").headers["content-security-policy"]
    assert "connect-src 'self' https://tiles.example:8443;" in policy
    assert policy.count("tiles.example") == 2


def test_a_page_that_only_shows_takes_no_decision(client):
    for path in ("/decide", "/undo"):
        assert client.post(path, data={"csrf": "x"}).status_code == 403
    assert client.get("/review").status_code == 403
    assert "Review</a>" not in client.get("/overview").text


def test_serving_loads_no_model_and_nothing_that_finds_claims():
    code = (
        "import sys; import relata.web.app, relata.web.pages; relata.web.app.routers(); "
        "heavy = [one for one in ('onnxruntime', 'trafilatura', 'relata.language', 'relata.claims', 'relata.reading', "
        "'pandas', 'lxml') if one in sys.modules]; print(heavy)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_day_of_looking_loads_no_model_either(demo_read):
    code = (
        "import sys\n"
        "from tests.asgi_client import Asgi\n"
        "from relata.web.served import Served\n"
        f"with Asgi(Served({str(demo_read)!r}, edit=True)) as client:\n"
        "    for path in ('/', '/overview', '/actors', '/actors/al-shabaab', '/review', '/decisions',\n"
        "                 '/incidents/24dc32c6', '/?as_of=2015-04-03', '/export/json'):\n"
        "        assert client.get(path).status_code == 200, path\n"
        "print([one for one in ('onnxruntime', 'relata.language', 'relata.claims', 'relata.reading') "
        "if one in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
