"""A briefing: every sentence rests on words that are there, in every form, and nothing in it can do harm."""

import io
import os
import re
import shutil

import pytest
from lxml import html as reader

import relata
from relata.briefing import html, make_briefing, markdown, pdf
from relata.errors import QueryError, ResourceError
from relata.store import make_query
from relata.words.text import one_side

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def kenya(demo_db):
    return make_briefing(demo_db.store, make_query(country="KE"))


@pytest.fixture(scope="module")
def hostile(hostile_file):
    with relata.open(hostile_file) as db:
        yield make_briefing(db.store)


def sentences(briefing):
    for entry in briefing.entries:
        yield from (*entry.sentences, entry.because, *entry.contested)


def test_every_footnote_is_used_and_every_number_has_its_footnote(kenya):
    used = {piece for one in sentences(kenya) for piece in one if isinstance(piece, int)}
    assert used == {note.number for note in kenya.notes} == set(range(1, len(kenya.notes) + 1))


def test_the_words_of_a_footnote_are_those_of_the_report(kenya, demo_db):
    claims = {claim.id: claim for claim in demo_db.claims()}
    for note in kenya.notes:
        claim = claims[note.claim]
        text = demo_db.report(note.report).text
        assert note.quote == one_side(text[claim.span.start : claim.span.end])
        assert note.stance == claim.stance


def test_an_incident_is_told_with_toll_doer_and_reason(kenya):
    garissa = next(one for one in kenya.entries if "Garissa" in one.heading)
    words = "".join(piece for one in garissa.sentences for piece in one if isinstance(piece, str))
    assert words.startswith("On 2 April 2015 there was a raid in Garissa University College, Kenya.")
    assert "148" in words
    assert "al-Shabaab claimed it" in words
    assert "attackers' own losses are counted apart: four killed" in words
    assert [line.split(",")[0] for line in garissa.moved] == ["2 April 2015", "3 April 2015", "7 April 2015"]
    assert not any(re.search("[0-9a-f]{16}", piece) for piece in garissa.because if isinstance(piece, str))


def test_a_dispute_is_told_with_both_sides(demo_db):
    made = make_briefing(demo_db.store, make_query(country="AR"))
    (point,) = (one for one in made.entries[0].contested if "Whether Hezbollah did it" in str(one[0]))
    words = "".join(piece for piece in point if isinstance(piece, str))
    assert words.startswith("Whether Hezbollah did it: said by Argentine court")
    assert words.endswith("denied by Hezbollah.")


def test_what_is_left_out_is_said(demo_db, kenya):
    assert any("74 other incidents" in line for line in kenya.left_out)
    assert any("1 not English" in line for line in kenya.left_out)
    short = make_briefing(demo_db.store, make_query(country="KE"), limit=2)
    assert len(short.entries) == 2
    assert any(line.startswith("5 incidents that meet the filters are not told") for line in short.left_out)


def test_the_rules_that_decided_are_printed(kenya):
    keys = {rule.key for rule in kenya.rules}
    assert {"two origins", "doubted", "reported", "best", "low", "claimed", "attributed", "origins"} <= keys
    assert "happening contested" not in keys


def test_a_briefing_on_nothing_says_so(demo_db):
    made = make_briefing(demo_db.store, make_query(country="IS"))
    assert made.summary == ("No incident meets the filters.",)
    assert "No incident meets the filters" in markdown(made)
    assert "No incident meets the filters" in html(made)


def test_a_briefing_on_the_past_says_from_when_it_looks(demo_db):
    view = demo_db.at(as_of="2015-04-02")
    view.bring_up_to_date()
    made = make_briefing(view.store, make_query(country="KE"))
    assert "as it was" in made.title
    assert not any("148" in entry.killed for entry in made.entries)


def test_decisions_are_told_and_rejected_claims_are_not(tmp_path, demo_file):
    shutil.copy(demo_file, tmp_path / "mine.db")
    with relata.open(tmp_path / "mine.db") as db:
        incident = next(one for one in db.incidents(country="KE") if one.killed and one.killed.best == 148)
        wrong = next(one for one in incident.claims if one.attribute == "weapon")
        db.decide("reject", [wrong.id], by="A. Analyst", reason="another attack")
        db.decide("correct", [incident.id], by="A. Analyst", reason="by the list", attribute="wounded", value="104")
        db.bring_up_to_date()
        made = make_briefing(db.store, make_query(country="KE"))
        entry = next(one for one in made.entries if "Garissa" in one.heading)
        assert any("wounded is 104. Reason: by the list" in line for line in entry.set_by)
        assert wrong.id not in {note.claim for note in made.notes}


def test_markdown_has_a_definition_for_every_footnote(kenya):
    text = markdown(kenya)
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert len(defined) == len(set(defined)) == len(kenya.notes)
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)


def test_every_link_of_the_page_leads_to_a_place_in_it_and_pictures_have_words(kenya):
    page = reader.fromstring(html(kenya))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//@href")} <= set(ids)
    for picture in page.xpath("//svg"):
        assert picture.get("role") == "img"
        assert all(page.xpath(f"//*[@id='{id_}']")[0].text for id_ in picture.get("aria-labelledby").split())
    assert not page.xpath("//script | //link | //img | //iframe | //*[@src]")


def test_all_forms_are_the_same_twice(kenya, demo_db):
    again = make_briefing(demo_db.store, make_query(country="KE"))
    assert (markdown(kenya), html(kenya)) == (markdown(again), html(again))


ELEMENTS = set(
    re.findall(
        r"[\w-]+",
        "html head meta title style body main header h1 h2 h3 p ul ol li figure figcaption svg desc clippath "
        "rect g path text circle polyline div table thead tbody tr th td a span details summary article code "
        "b i sup dl dt dd bdi mark ",
    )
)
ATTRIBUTES = set(
    re.findall(
        r"[\w-]+",
        "id class href lang charset name content http-equiv role aria-labelledby viewbox width height x y cx "
        "cy r d points scope value clip-path ",
    )
)


def test_words_of_others_are_text_alone_in_the_page(hostile):
    page = reader.document_fromstring(html(hostile))
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= ELEMENTS
    assert {name for element in page.iter() for name in element.attrib} <= ATTRIBUTES
    assert {link[0] for link in page.xpath("//@href")} == {"#"}
    assert "<script>alert(1)</script>" in page.text_content()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", html(hostile))


def test_words_of_others_are_text_alone_in_markdown(hostile):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True}).enable(["table"])
    kinds = {child.type for token in parser.parse(markdown(hostile)) for child in (token, *(token.children or []))}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "link_open",
        "fence",
        "code_block",
        "blockquote_open",
        "hr",
    }
    headings = [line for line in markdown(hostile).splitlines() if re.match("#+ ", line)]
    assert not any("Owned" in line and not re.match(r"### \d+\. Bombing in", line) for line in headings)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome on this machine")
def test_a_browser_runs_nothing_and_asks_for_nothing(hostile, tmp_path):
    playwright = pytest.importorskip("playwright.sync_api")
    (tmp_path / "page.html").write_text(html(hostile), encoding="utf-8")
    asked, shown = [], []
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (shown.append(dialog.message), dialog.dismiss()))
        page.goto((tmp_path / "page.html").as_uri())
        assert page.locator("article").count() == len(hostile.entries)
        browser.close()
    assert shown == []
    assert asked == [(tmp_path / "page.html").as_uri()]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome on this machine")
def test_a_browser_prints_it(kenya, monkeypatch):
    monkeypatch.setenv("RELATA_BROWSER", str(CHROMIUM))
    printed = pdf(kenya)
    assert printed.startswith(b"%PDF-")
    assert b"(D:19800101000000" in printed


def test_without_a_browser_the_error_says_what_to_do(kenya, monkeypatch):
    monkeypatch.setenv("RELATA_BROWSER", os.devnull + "/none")
    with pytest.raises(ResourceError, match="install Chromium, name a browser in RELATA_BROWSER, or write html"):
        pdf(kenya)


def test_the_library_writes_files_and_streams(demo_db, tmp_path):
    demo_db.briefing(tmp_path / "kenya.html", country="Kenya", title="For the desk")
    assert "<title>For the desk</title>" in (tmp_path / "kenya.html").read_text("utf-8")
    stream = io.StringIO()
    demo_db.briefing(stream, form="md", country="Kenya")
    assert stream.getvalue().startswith("# Incidents in Kenya\n")
    with pytest.raises(QueryError, match="form is 'docx'; expected one of: md, html, pdf"):
        demo_db.briefing(tmp_path / "x", form="docx")
