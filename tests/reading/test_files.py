import gzip
import json

import pytest

from relata.errors import ReadingError
from relata.model import Report, Skipped
from relata.reading import find_files, read_bytes, read_file, read_paths, read_text

PROSE = "Gunmen killed four officers in a raid on a police post near the river on Tuesday night, officials said."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b" / "c.txt").write_text(PROSE + " Two fled.")
    (tmp_path / "b" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden" / "d.txt").write_text(PROSE)
    return tmp_path


def test_a_folder_is_walked_in_order_and_hidden_files_are_passed_over(folder):
    assert [uri.removeprefix(folder.as_posix()) for _, uri in find_files([folder])] == [
        "/a.txt",
        "/b/c.txt",
        "/b/picture.png",
    ]


def test_globs_and_repeated_paths_give_each_file_once(folder):
    found = list(read_paths([folder / "*.txt", folder / "a.txt", str(folder / "**" / "*.txt")]))
    assert [item.uri.rsplit("/", 1)[1] for item in found] == ["a.txt", "c.txt"]


@pytest.mark.parametrize("path", ["nowhere.txt", "no*where/*.txt", "a\x00b"])
def test_what_does_not_exist_is_an_error_before_anything_is_read(folder, path):
    with pytest.raises(ReadingError):
        read_paths([folder / "a.txt", folder / path])


def test_a_file_of_another_kind_is_skipped_and_says_so(folder):
    (skipped,) = read_file(folder / "b" / "picture.png")
    assert (skipped.reason, ".png" in skipped.detail) == ("unsupported", True)


def test_a_file_that_vanished_is_unreadable(tmp_path):
    (skipped,) = read_file(tmp_path / "gone.txt")
    assert skipped.reason == "unreadable"


def test_limits_come_from_the_settings(folder, monkeypatch):
    monkeypatch.setenv("RELATA_MAX_FILE_BYTES", "50")
    (skipped,) = read_file(folder / "a.txt")
    assert (skipped.reason, "RELATA_MAX_FILE_BYTES" in skipped.detail) == ("too large", True)
    monkeypatch.setenv("RELATA_MAX_FILE_BYTES", "5000")
    monkeypatch.setenv("RELATA_MAX_ARTICLE_CHARS", "60")
    (skipped,) = read_file(folder / "a.txt")
    assert skipped.reason == "too long"


def test_packed_records_are_read_and_bounded(tmp_path, monkeypatch):
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": PROSE, "title": "Raid on police post"}).encode()))
    (report,) = read_file(path)
    assert isinstance(report, Report)
    monkeypatch.setenv("RELATA_MAX_FILE_BYTES", "140")
    path.write_bytes(gzip.compress(b" " * 100_000))
    (skipped,) = read_file(path)
    assert skipped.reason == "too large"


def test_records_of_one_file_have_parts_of_their_own():
    lines = "\n".join([json.dumps({"text": PROSE}), "{", json.dumps({"body": PROSE + " Two fled."})])
    assert [(type(item), item.part) for item in read_bytes(lines.encode(), "r.jsonl")] == [
        (Report, 0),
        (Skipped, 1),
        (Report, 2),
    ]


def test_what_is_given_is_kept_and_the_title_opens_the_text():
    (report,) = read_text(PROSE, uri="x", outlet="The Post", title="Raid on police post", published="January 29, 2014")
    assert (report.outlet, report.published, report.published_from) == ("The Post", "2014-01-29", "given")
    assert report.text == f"Raid on police post\n\n{PROSE}"


def test_a_given_title_that_stands_in_the_text_is_not_written_twice():
    (report,) = read_text(f"RAID ON POLICE POST\n\n{PROSE}", uri="x", title="Raid on police post")
    assert report.text.lower().count("raid on police post") == 1
