"""What holds of reading whatever is read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relata.model import Report
from relata.reading import read_bytes, read_text

LINES = [
    "Gunmen killed four officers in a raid on a police post near the river on Tuesday night, officials said.",
    "The army said that two of the attackers had been killed and that a third had been taken alive in the hills.",
    "KABUL (AFP) – At least nine people were killed when a bomb exploded in a market on Saturday, police said.",
    "Rebel commander rejects talks, vows to hold the hills",
    "No differentiation", "Opinion", "Editorial", "Related Stories", "Leave a Reply", "Comments", "Latest from World", "Read more:", "ALSO READ: Old news",
    "March 3, 2020", "Updated 07 Sep, 2024", "By Odile Marran", "Published in Dawn, December 23rd, 2021", "2 mins read", "/", "• A point", "Home", "", "", "",
    "(With inputs from agencies)", "What is it?", "Share on Facebook", "A short sentence stands here alone.", "\u202eodd\u200b marks\xa0here",
]  # fmt: skip
pages = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(pages)
def test_every_page_gives_something_and_the_same_again(page):
    first = read_text(page, uri="x")
    assert first
    assert first == read_text(page, uri="x")
    assert [item.part for item in first] == list(range(len(first)))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([line for line in LINES if "\u202e" not in line]), max_size=30).map("\n".join))
def test_each_word_of_a_page_is_kept_or_cut_never_lost(page):
    found = read_text(page, uri="x")
    if all(isinstance(item, Report) for item in found):
        words = [
            word for item in found for text in (item.text, *(cut.text for cut in item.cuts)) for word in text.split()
        ]
        assert sorted(words) == sorted(page.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_each_paragraph_stands_in_the_page_and_cuts_lie_between_paragraphs(page):
    squeezed = " ".join(page.replace("\u202e", "").replace("\u200b", "").split())
    for report in read_text(page, uri="x"):
        if isinstance(report, Report):
            for paragraph in report.text.split("\n\n"):
                assert paragraph == " ".join(paragraph.split())
                assert paragraph in squeezed
            edges = {0, len(report.text)} | {
                n + 2 for n in range(len(report.text)) if report.text.startswith("\n\n", n)
            }
            assert all(cut.at in edges for cut in report.cuts)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.jsonl.gz", "a", "a.png"]))
def test_any_bytes_give_a_report_or_a_reason(data, uri):
    assert read_bytes(data, uri)
