"""The demonstration corpus is what it says it is: whole, varied, and true to its gold file."""

import json
import re
from collections import Counter
from datetime import date
from html import unescape

import pytest

from relata.demo import gold_file, reports_folder
from relata.model import EVENT_TYPES, ResponsibilityStatus, Stance, Standing

GOLD = json.loads(gold_file().read_text("utf-8"))
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(reports_folder().iterdir())}
INCIDENTS = {row["id"]: row for row in GOLD["incidents"]}
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number):
    """English words for 0 to 999, as newspapers write them."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    rest = f" and {in_words(number % 100)}" if number % 100 else ""
    return f"{UNITS[number // 100]} hundred{rest}"


def stands(number, text):
    forms = {str(number), f"{number:,}"} | ({in_words(number)} if number < 1000 else set())
    return any(re.search(rf"(?<![\w,-]){re.escape(form)}(?![\w-]|,\d)", text, re.IGNORECASE) for form in forms)


def named(names, text):
    return any(name.lower() in text.lower() for name in names)


def test_every_file_is_in_the_gold_or_among_the_skipped():
    assert sorted(TEXTS) == sorted([*GOLD["reports"], *GOLD["skipped"]])


def test_it_is_as_large_and_as_mixed_as_promised():
    outlets = {row["outlet"][0] for row in GOLD["reports"].values() if row["outlet"]}
    kinds = Counter(name.rsplit(".", 1)[1] for name in TEXTS)
    countries = {row["place"]["country"] for row in INCIDENTS.values() if row["place"]}
    assert len(TEXTS) >= 28
    assert len(outlets) >= 9
    assert kinds["html"] >= 5
    assert kinds["jsonl"] == 1
    assert {"AR", "CO", "GB", "ES", "BE", "RU", "KE", "SO", "NG", "BF", "PK", "IN", "LK", "ID", "NZ"} <= countries
    assert len(GOLD["claims"]) >= 40


def test_the_readme_names_every_file_and_outlet():
    readme = re.sub(r"\s+", " ", (gold_file().parent / "README.md").read_text("utf-8"))
    for name in TEXTS:
        stem = name.rsplit(".", 1)[0]
        assert stem in readme or f"`-{stem.partition('-')[2]}`" in readme, stem
    for row in GOLD["reports"].values():
        assert not row["outlet"] or named(row["outlet"], readme), row["outlet"]


@pytest.mark.parametrize("name", [name for name in TEXTS if name.endswith(".txt")])
def test_a_text_report_has_the_length_of_a_news_item(name):
    assert 100 <= len(TEXTS[name].split()) <= 500


@pytest.mark.parametrize("name", GOLD["reports"])
def test_outlet_and_furniture_stand_in_the_file(name):
    row, text = GOLD["reports"][name], unescape(TEXTS[name])
    assert not row["outlet"] or named(row["outlet"], text)
    assert not row["published"] or date.fromisoformat(row["published"])
    for words in row.get("furniture", []):
        assert words in text, words


def test_copies_and_their_original_share_most_of_their_words():
    copies = {name: row["copy_of"] for name, row in GOLD["reports"].items() if row.get("copy_of")}
    assert len(copies) == 4
    for name, original in copies.items():
        body = re.sub(r"<script.*?</script>|<[^>]+>", " ", TEXTS[name], flags=re.DOTALL)
        mine, theirs = (set(re.findall(r"[a-z]{4,}", text.lower())) for text in (body, TEXTS[original]))
        assert len(mine & theirs) / len(theirs) > 0.3, name
    credited = [name for name in copies if "Northgate Wire" in TEXTS[name]]
    assert len(credited) == 2


@pytest.mark.parametrize("row", GOLD["incidents"], ids=INCIDENTS)
def test_an_incident_speaks_the_contract_and_its_numbers_stand_in_its_reports(row):
    assert set(row["types"]) <= set(EVENT_TYPES)
    assert row["reports"]
    assert set(row["reports"]) <= set(GOLD["reports"])
    assert not row["date"] or date.fromisoformat(row["date"][0]) <= date.fromisoformat(row["date"][1])
    assert row.get("standing") in {None, *Standing.__args__}
    for slot in ("killed", "wounded"):
        assert set(row[slot]) <= set(row["reports"])
        for name, number in row[slot].items():
            assert stands(number, TEXTS[name]), (slot, name, number)
    together = " ".join(TEXTS[name] for name in row["reports"])
    assert not row["place"] or named(row["place"]["names"], together)
    assert not row["targets"] or named(row["targets"], together)
    for actor in row["responsible"]:
        assert actor["status"] in ResponsibilityStatus.__args__
        assert named(actor["names"], together), actor["names"]


@pytest.mark.parametrize("claim", GOLD["claims"], ids=lambda claim: f"{claim['report']}:{claim['incident']}")
def test_a_claim_stands_in_its_report_in_the_words_quoted(claim):
    text = TEXTS[claim["report"]]
    assert claim["quote"] in text
    assert claim["report"] in INCIDENTS[claim["incident"]]["reports"]
    assert claim["stance"] in Stance.__args__
    assert named(claim["holder"], text)
    assert not any(words in claim["quote"] for words in GOLD["reports"][claim["report"]].get("furniture", []))
    if claim["attribute"] == "responsible":
        assert named(claim["value"], text)
    else:
        assert stands(claim["value"], claim["quote"]) or stands(claim["value"], text)


def test_names_of_actors_and_profiles_stand_in_the_corpus():
    everything = " ".join(TEXTS.values())
    for pair in [*GOLD["actors"]["same"], *GOLD["actors"]["different"]]:
        assert all(named([name], everything) for name in pair), pair
    for row in GOLD["profile"]:
        assert named(row["actor"], TEXTS[row["report"]])
        assert named(row["value"], TEXTS[row["report"]])


def test_the_agency_file_holds_one_json_object_a_line():
    items = [json.loads(line) for line in TEXTS["wire-items.jsonl"].splitlines()]
    row = GOLD["reports"]["wire-items.jsonl"]
    assert len(items) == row["articles"]
    assert [item["date"] for item in items] == row["published_parts"]


@pytest.mark.parametrize("name", [name for name in TEXTS if name.endswith(".html") and name in GOLD["reports"]])
def test_a_page_has_metadata_that_agree_with_the_gold(name):
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', TEXTS[name], re.DOTALL)
    graph = json.loads(blocks[0])
    article = next(part for part in graph.get("@graph", [graph]) if part["@type"] == "NewsArticle")
    assert article["datePublished"][:10] == GOLD["reports"][name]["published"]
    assert article["publisher"]["name"] in GOLD["reports"][name]["outlet"]
    assert "<nav" in TEXTS[name] or 'id="topmenu"' in TEXTS[name] or 'class="menu"' in TEXTS[name]
