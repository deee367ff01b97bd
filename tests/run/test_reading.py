"""Files into the database: what is passed over, what fails, and that one process or many make no difference."""

import json

import pytest

from relata.errors import ReadingError
from relata.run import read
from relata.run.reading import read_given
from relata.store import Store

ARTICLE = """{title}

PESHAWAR: {body} said officials on Friday, who spoke to reporters near the scene of the attack in the old city.

The wounded were taken to a hospital nearby, where doctors asked people to come and give blood. Police closed the
roads around the market and looked for those who had planned the attack. Nobody has said that they did it. The
governor spoke of his grief and said that the families would be helped.
"""


def article(n, body=None):
    return ARTICLE.format(title=f"Blast number {n} hits a market", body=body or f"A bomb killed {n} people,")


@pytest.fixture
def corpus(tmp_path):
    """A folder with small files, one large file of many reports, and some that cannot be used."""
    folder = tmp_path / "corpus"
    (folder / "deep").mkdir(parents=True)
    for n in range(1, 30):
        (folder / f"r{n:02}.txt").write_text(article(n))
    (folder / "deep" / "again.txt").write_text(article(3))
    (folder / "empty.txt").write_text("")
    (folder / "raise.txt").write_text(article(77, "RAISE is what this one does,"))
    lines = [json.dumps({"title": f"Line {n}", "text": article(n), "outlet": "The Line"}) for n in range(100, 130)]
    (folder / "many.jsonl").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture
def store(tmp_path):
    found = Store.open(tmp_path / "relata.db", clock=lambda: "2024-05-01T10:00:00+00:00")
    yield found
    found.close()


def everything(store):
    """All that a store holds, in its order."""
    return (
        list(store.reports()),
        list(store.events()),
        list(store.claims()),
        list(store.skipped()),
        [store.sightings(report.id) for report in store.reports()],
    )


def test_every_file_becomes_reports_or_refusals(store, corpus):
    summary = read(store, [corpus], extractor="handmade")
    assert (summary.files, summary.unchanged, summary.reports, summary.known) == (33, 0, 59, 1)
    assert dict(summary.skipped) == {"empty": 1, "failed": 1}
    assert summary.claims == summary.events == 59
    failed = next(item for item in store.skipped() if item.reason == "failed")
    assert failed.detail == "extractor handmade failed: ValueError: a report that no rule foresaw"
    assert failed.uri.endswith("raise.txt")


def test_reading_again_passes_over_what_has_not_changed(store, corpus):
    read(store, [corpus], extractor="handmade")
    before = everything(store), store.count()
    summary = read(store, [corpus], extractor="handmade")
    assert (summary.files, summary.unchanged, summary.reports) == (33, 33, 0)
    assert (everything(store), store.count()) == before


def test_a_file_that_has_changed_is_read_again(store, corpus):
    read(store, [corpus], extractor="handmade")
    (corpus / "r01.txt").write_text(article(1000))
    summary = read(store, [corpus], extractor="handmade")
    assert (summary.unchanged, summary.reports) == (32, 1)
    assert len(list(store.reports())) == 60


def test_one_process_and_several_store_the_same(store, corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("relata.run.reading.LARGE_FILE", 10_000)
    monkeypatch.setattr("relata.run.reading.BATCH_FILES", 4)
    read(store, [corpus], extractor="handmade", workers=1)
    other = Store.open(tmp_path / "other.db")
    read(other, [corpus], extractor="handmade", workers=3)
    assert everything(other) == everything(store)
    other.close()


def test_a_report_that_kills_its_process_is_refused_and_the_others_are_kept(store, corpus):
    (corpus / "r05.txt").write_text(article(5, "DIE is what this one does,"))
    summary = read(store, [corpus], extractor="handmade", workers=2)
    assert dict(summary.skipped) == {"empty": 1, "failed": 2}
    assert summary.reports == 58
    assert "ended unexpectedly" in next(item.detail for item in store.skipped() if item.uri.endswith("r05.txt"))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_takes_forever_is_refused_and_the_others_are_kept(store, corpus, monkeypatch, workers):
    monkeypatch.setenv("RELATA_REPORT_SECONDS", "1")
    (corpus / "r05.txt").write_text(article(5, "SLEEP is what this one does,"))
    summary = read(store, [corpus], extractor="handmade", workers=workers)
    assert dict(summary.skipped) == {"empty": 1, "failed": 2}
    assert summary.reports == 58
    detail = next(item.detail for item in store.skipped() if item.uri.endswith("r05.txt"))
    assert detail == "extractor handmade was given up after 1 s"


@pytest.mark.slow
def test_a_report_on_which_nothing_can_be_broken_off_costs_its_process_and_no_other_report(store, corpus, monkeypatch):
    monkeypatch.setenv("RELATA_REPORT_SECONDS", "1")
    monkeypatch.setattr("relata.run.reading.BATCH_FILES", 4)
    (corpus / "r05.txt").write_text(article(5, "STUBBORN is what this one is,"))
    summary = read(store, [corpus], extractor="handmade", workers=2)
    assert dict(summary.skipped) == {"empty": 1, "failed": 2}
    assert summary.reports == 58
    assert "ended unexpectedly" in next(item.detail for item in store.skipped() if item.uri.endswith("r05.txt"))


def test_progress_is_told_after_each_file_is_safe(store, corpus):
    told = []

    def progress(at):
        told.append((at.done, at.total, len(list(store.reports()))))

    read(store, [corpus], extractor="handmade", progress=progress)
    assert [done for done, _, _ in told] == list(range(1, 34))
    assert told[-1] == (33, 33, 59)


def test_nothing_to_read_is_an_error(store, tmp_path):
    with pytest.raises(ReadingError):
        read(store, [tmp_path / "nowhere"], extractor="handmade")


def test_an_extractor_may_be_given_as_it_is(store, corpus):
    class Quiet:
        name, version = "quiet", "1"

        def extract(self, report):
            from relata.model import Extraction, Maker

            return Extraction(report.id, (), (), Maker("quiet", "1"))

    summary = read(store, [corpus], extractor=Quiet(), workers=4)
    assert (summary.reports, summary.claims) == (60, 0)


def test_a_text_at_hand_is_read_with_what_is_known_of_it(store):
    summary = read_given(store, article(9), outlet="The Given", published="2022-03-05", extractor="handmade")
    assert (summary.reports, summary.claims) == (1, 1)
    report = next(store.reports())
    assert (report.outlet, report.published, report.published_from) == ("The Given", "2022-03-05", "given")
    assert report.uri.startswith("text:")
    assert read_given(store, article(9), outlet="The Given", published="2022-03-05", extractor="handmade").known == 1
