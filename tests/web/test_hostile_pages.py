"""Words of others that could do harm, in every field, on every page: shown as they are, and no more than shown."""

import html as entities
import re
from html.parser import HTMLParser

import pytest
from tests.asgi_client import Asgi
from tests.hostile_database import hostile_words

import relata
from relata.web.served import Served

WORDS = hostile_words()
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
OURS = re.compile(r"(?:/|#|\?)(?![/\\])")


class Tags(HTMLParser):
    """What a browser would make of a page: its elements and their attributes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def client(hostile_file):
    with Asgi(Served(str(hostile_file), edit=True)) as found:
        yield found


@pytest.fixture(scope="module")
def pages(client, hostile_file):
    """Every page over the database of such words, by its path."""
    with relata.open(hostile_file) as db:
        incidents = list(db.incidents())
        paths = ["/", "/?order=date", "/overview", "/actors", "/review", "/decisions", "/export"]
        paths += [f"/incidents/{one.id}" for one in incidents]
        paths += [f"/reports/{id_}" for one in incidents for id_ in one.reports]
        paths += [f"/actors/{row.actor.id}" for one in incidents[::3] for row in one.responsible]  # all are listed
    return {path: client.get(path).text for path in dict.fromkeys(paths)}


def test_every_page_has_the_elements_and_attributes_of_its_templates_alone(pages):
    allowed = re.compile(r"(?:on\w+|style|srcdoc|formaction|xlink:href)")
    for path, text in pages.items():
        for tag, attributes in Tags(text).found:
            assert tag not in ("iframe", "object", "embed", "base", "style", "animate", "math", "template"), (path, tag)
            assert not [name for name in attributes if allowed.fullmatch(name)], (path, tag, attributes)
            if tag == "script":
                assert attributes.get("type") == "application/json" or attributes["src"].startswith("/static/"), path
            if tag == "meta":
                assert attributes.get("name") or attributes.get("charset"), path


def test_every_link_leads_to_this_server_or_by_http_to_the_original(pages):
    for path, text in pages.items():
        for tag, attributes in Tags(text).found:
            for name in ("href", "src", "action"):
                target = attributes.get(name)
                if target is None or OURS.match(target):
                    continue
                assert re.match(r"https?://", target), (path, tag, target)
                assert attributes["rel"] == "noopener noreferrer external"


def test_no_page_holds_a_character_that_reorders_or_controls(pages):
    for path, text in pages.items():
        plain = entities.unescape(text)
        assert not BIDI.search(plain), path
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]", plain), path


def test_the_words_are_all_there_to_be_read(pages):
    shown = " ".join(entities.unescape(text) for path, text in pages.items() if path.startswith("/reports/"))
    shown = re.sub(r"\s+", " ", re.sub(r"</?(?:mark|span)\b[^>]*>", "", shown))
    missing = [
        one.name
        for one in WORDS
        if one.kind in ("markup", "link", "formula") and one.words.isprintable()
        and re.sub(r"\s+", " ", one.words).strip() not in shown
    ]  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("one", WORDS, ids=lambda one: one.name)
def test_no_address_or_form_turns_such_words_into_more_than_words(client, one):
    words = one.words[:300].encode("utf-8", "replace").decode()
    for path, name in (
        ("/", "text"),
        ("/", "country"),
        ("/", "actor"),
        ("/", "outlet"),
        ("/actors", "q"),
        ("/", "after"),
    ):
        answer = client.get(path, params={name: words})
        assert answer.status_code in (200, 400), (path, name)
        for tag, attributes in Tags(answer.text).found:
            assert not [key for key in attributes if key.startswith("on")], (path, name)
            assert tag not in ("iframe", "object", "embed", "base", "style", "math"), (path, name)
            assert (
                tag != "script"
                or attributes.get("type") == "application/json"
                or attributes["src"].startswith("/static/")
            )
    assert client.get(f"/incidents/{one.words[:60].encode('utf-8', 'replace').hex()}").status_code == 404
