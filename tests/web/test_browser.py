"""The page in a browser: the way of a newcomer, from the map to the words of a report; and what a page must have."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from relata.web.served import VENDOR

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"
FLAGS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]
DESKTOP, PHONE = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
PAGES = {
    "list": "/", "chosen": "/?country=KE&min_killed=20", "nothing": "/?country=KE&type=arson", "sheet": "/incidents/24dc32c6",
    "contested": "/incidents/bdb6820c", "report": "/reports/da077715", "actor": "/actors/al-shabaab", "actors": "/actors",
    "review": "/review", "decisions": "/decisions", "overview": "/overview", "export": "/export",
    "past": "/incidents/24dc32c6?as_of=2015-04-02", "error": "/nowhere",
}  # fmt: skip

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.skipif(not VENDOR.is_dir(), reason="the libraries for the browser were not bundled (hatch_build.py)"),
]


@contextmanager
def serving(database, *options):
    """The address of a real server over a database."""
    code = "from relata.cli.app import main; main()"
    command = [sys.executable, "-u", "-c", code, "--db", str(database), "serve", "--port", "0", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "RELATA_ANALYST": ""}
    ) as server:
        try:
            found = re.search(r"http://[\d.:]+/", server.stdout.readline())
            assert found, "the server did not start"
            yield found[0].rstrip("/")
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(demo_read):
    with serving(demo_read, "--edit") as found:
        yield found


@pytest.fixture
def open_page(browser, address):
    """Opens a page, which must ask nobody else for anything, and have nothing to complain of."""
    contexts, wrong = [], []

    def opened(path, at=None, *, size=DESKTOP, dark=False, expect=(), **options):
        context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", **options)
        contexts.append(context)
        page = context.new_page()
        home = at or address
        page.on("request", lambda one: None if one.url.startswith((home, "blob:", "data:")) else wrong.append(one.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: (
                wrong.append(said.text) if said.type == "error" and not any(e in said.text for e in expect) else None
            ),
        )
        page.goto(home + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def test_the_way_of_a_newcomer(open_page, demo_read, tmp_path):
    mine = shutil.copy(demo_read, tmp_path / "mine.db")
    with serving(mine, "--edit") as home:
        page = open_page("/?country=Kenya", home, accept_downloads=True)
        _from_the_map(page)
        _why_sources_disagree(page)
        _to_the_words_of_the_report(page)
        _join_and_undo(page, home)
        _take_away(page, home)


def _from_the_map(page):
    """An incident is found in the list, shown on the map, and opened there."""
    page.wait_for_selector("figure[data-features]")
    item = page.locator(".item", has_text="Garissa University College")
    item.hover()
    box = page.locator(".dot").bounding_box()
    page.wait_for_timeout(300)
    # What is on the map at that point: a circle of its own, or one with neighbours, which opens when it is clicked.
    for _ in range(5):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(900)
        if page.locator(".maplibregl-popup").count():
            break
        item.hover()
        box = page.locator(".dot").bounding_box()
    page.locator(".maplibregl-popup a", has_text="Garissa").click()
    page.wait_for_url("**/incidents/*")
    assert "Garissa University College" in page.locator("h1").inner_text()


def _why_sources_disagree(page):
    assert "Sources disagree about killed" in page.locator("#matrix .verdict-line").inner_text()
    page.wait_for_selector('figure[data-plot="toll"] svg[role="img"]')
    wire = page.locator(".matrix tbody tr", has_text="Northgate Wire")
    entry = wire.locator("a.entry.v-differs", has_text="147").first
    entry.click()
    passage = page.locator(".passage:target")
    assert "147" in passage.locator("mark").inner_text()
    passage.locator(".from a").first.click()


def _to_the_words_of_the_report(page):
    page.wait_for_url("**/reports/*#claim-*")
    claim = page.url.rpartition("#claim-")[2]
    mark = page.locator(f'mark[data-claims~="{claim}"]').first
    assert "147" in mark.inner_text()
    assert mark.is_visible()


def _join_and_undo(page, home):
    """Two incidents are said to be one by a key, with a name, and it is taken back."""
    page.goto(f"{home}/review")
    titles = page.locator(".question", has_text="Two incidents that may be one")
    question = titles.first
    first, second = (question.locator(".side h3 a").nth(at).get_attribute("href") for at in (0, 1))
    question.locator('input[name="by"]').fill("ada")
    question.locator("h2").click()
    question.focus()
    page.keyboard.press("s")
    page.wait_for_url("**/review?decided=*")
    assert "one incident, by ada" in page.locator(".done").inner_text()
    ends = []
    for path in (first, second):
        page.goto(home + path)
        ends.append(page.url)
    assert ends[0] == ends[1]
    page.goto(f"{home}/decisions")
    page.locator("button", has_text="Undo").first.click()
    page.wait_for_url("**undone=*")
    page.goto(home + second)
    assert page.url != ends[0] or page.url.endswith(second)


def _take_away(page, home):
    page.goto(f"{home}/?country=Kenya")
    with page.expect_download() as download:
        page.locator("a", has_text="GeoJSON").click()
    made = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert made["type"] == "FeatureCollection"
    assert len(made["features"]) >= 5
    page.goto(f"{home}/incidents/24dc32c6")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert page.locator("#matrix").is_visible()
    assert page.locator("details.rest .passage").first.is_visible()  # what is folded on the screen is not on paper
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("dark", [False, True], ids=["light on a desk", "dark on a phone"])
def test_every_page_passes_axe_and_fits(open_page, dark):
    if not AXE.is_file():
        pytest.skip("axe-core is not there: python hatch_build.py fetches it")
    source = AXE.read_text("utf-8")
    page = open_page("/nowhere", dark=dark, size=PHONE if dark else DESKTOP, expect=["404"])
    home = page.url.removesuffix("/nowhere")
    # In the dark only colours differ, and on a phone what is hidden.
    rules = '{ runOnly: ["color-contrast", "target-size", "scrollable-region-focusable", "region"] }' if dark else "{}"
    for name, path in PAGES.items():
        page.goto(home + path)
        if page.locator("figure").count():
            page.wait_for_load_state("networkidle")
        page.evaluate(source)
        found = page.evaluate(f"axe.run(document, {{ resultTypes: ['violations'], ...{rules} }})")
        told = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]]
        assert told == [], name
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], (name, wide)


def test_choosing_changes_list_map_and_address_and_going_back_takes_it_back(open_page):
    page = open_page("/")
    page.wait_for_selector("figure[data-features]")
    canvas = page.locator(".map canvas").element_handle()
    page.get_by_role("link", name=re.compile("^Kenya ?7$")).click()
    page.wait_for_url("**/?country=KE")
    page.wait_for_selector(".chips >> text=Kenya")
    assert page.locator(".count strong").inner_text() == "7 incidents"
    assert page.locator(".map canvas").element_handle().evaluate("(now, then) => now === then", canvas)
    page.fill("#f-killed", "50")
    page.locator(".filter button").click()
    page.wait_for_url("**/?country=KE&min_killed=50")
    page.go_back()
    page.locator(".count strong", has_text="7 incidents").wait_for()
    assert page.url.endswith("/?country=KE")


def test_a_time_is_drawn_over_the_bars(open_page):
    page = open_page("/")
    overlay = page.locator(".timeline .overlay")
    overlay.wait_for()
    box = overlay.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=20\d\d.*until=20\d\d"))
    page.wait_for_selector(".chips >> text=from")


def test_a_part_of_the_map_is_chosen(open_page):
    page = open_page("/")
    page.wait_for_selector("figure[data-features]")
    box = page.locator(".map .canvas").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -900)
    here = page.locator("[data-here]")
    here.wait_for(state="visible")
    here.click()
    page.wait_for_url("**bbox=*")
    page.wait_for_selector(".chips >> text=part of the map")


def test_the_review_goes_by_keys(open_page):
    page = open_page("/review")
    questions = page.locator(".question")
    assert "now" in questions.nth(0).get_attribute("class")
    page.keyboard.press("j")
    assert "now" in questions.nth(1).get_attribute("class")
    page.keyboard.press("l")
    assert not questions.nth(1).is_visible()
    assert "now" in questions.nth(2).get_attribute("class")
    page.keyboard.press("k")
    assert "now" in questions.nth(0).get_attribute("class")
    page.keyboard.press("s")  # without a name the browser asks for it, and nothing is sent
    assert page.url.endswith("/review")


def test_light_and_dark_can_be_chosen_and_are_kept(open_page):
    page = open_page("/overview")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-switch]").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_without_a_script_the_list_its_filters_and_the_sheet_are_all_there(open_page):
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name=re.compile("^Kenya ?7$")).click()
    assert page.locator(".item").count() == 7
    page.fill("#f-since", "2015")
    page.locator(".filter button").click()
    page.locator(".item a", has_text="Garissa").first.click()
    assert page.locator("#matrix .matrix").is_visible()
    assert page.locator("#passages .passage").count() > 20


def test_claims_of_one_kind_can_be_left_unmarked(open_page):
    page = open_page("/reports/da077715")
    killed = page.locator("mark.a-killed").first
    page.locator(".switches label", has_text="killed").click()
    assert "off" in killed.get_attribute("class")
    assert not page.locator(".claims li.a-killed").first.is_visible()


def test_hostile_words_run_nothing_in_a_browser(browser, hostile_file):
    ran = []
    with serving(hostile_file, "--edit") as home:
        context = browser.new_context()
        page = context.new_page()
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda one: None if one.url.startswith((home, "blob:", "data:")) else ran.append(one.url))
        with urllib.request.urlopen(f"{home}/api/v1/incidents?limit=100") as answer:
            incidents = json.load(answer)["incidents"]
        paths = ["/", "/overview", "/actors", "/review"]
        paths += [f"/incidents/{one['id']}" for one in incidents[::24]]
        for path in paths:
            page.goto(home + path)
            page.wait_for_load_state("networkidle")
        page.locator("a[href^='/reports/']").first.click()
        page.wait_for_load_state("networkidle")
        context.close()
    assert ran == []


def test_the_server_stops_when_it_is_told_to(demo_read):
    with serving(demo_read) as home, urllib.request.urlopen(home + "/overview") as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(home + "/overview", timeout=2)
