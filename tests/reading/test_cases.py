"""Pages of many forms, each with the outcome that is due: ``tests/cases/reading/NAME`` and ``NAME.json``."""

import json
from pathlib import Path

import pytest

from relata.model import Report
from relata.reading import read_file

CASES = Path(__file__).parents[1] / "cases/reading"
FIELDS = ("uri", "title", "outlet", "byline", "dateline", "published", "published_from")


@pytest.mark.parametrize("sidecar", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_a_page_gives_the_reports_that_are_due(sidecar):
    due = json.loads(sidecar.read_text("utf-8"))
    found = list(read_file(sidecar.with_suffix(""), sidecar.stem))
    reports = [item for item in found if isinstance(item, Report)]
    skipped = [item for item in found if not isinstance(item, Report)]

    assert [item.reason for item in skipped] == [item["reason"] for item in due["skipped"]]
    for item, want in zip(skipped, due["skipped"], strict=True):
        assert item.detail == want.get("detail", item.detail)
    assert len(reports) == len(due["reports"])
    for report, want in zip(reports, due["reports"], strict=True):
        assert {f: getattr(report, f) for f in FIELDS if f in want} == {f: want[f] for f in FIELDS if f in want}
        if "relies_on" in want:
            assert list(report.relies_on) == want["relies_on"]
        assert report.text.startswith(want.get("starts", report.title or ""))
        for words in want.get("must", []):
            assert words in report.text
        for words in want.get("must_not", []):
            assert words not in report.text


@pytest.mark.parametrize("sidecar", sorted(CASES.glob("*.txt.json")), ids=lambda path: path.stem)
def test_nothing_of_a_page_is_lost_each_word_is_kept_or_listed_as_cut(sidecar):
    page = sidecar.with_suffix("").read_bytes()
    try:
        text = page.decode()
    except UnicodeDecodeError:
        text = page.decode("cp1252")
    if "â€" in text:
        pytest.skip("mojibake: the words of the file are not those of the article")
    reports = [item for item in read_file(sidecar.with_suffix("")) if isinstance(item, Report)]
    kept = " ".join(r.text + " " + " ".join(c.text for c in r.cuts) for r in reports).split()
    if reports:
        assert sorted(kept) == sorted(text.split())
