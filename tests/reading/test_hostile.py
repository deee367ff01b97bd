import sys
import time
from pathlib import Path

import pytest

from relata.model import Report, Skipped
from relata.reading import read_file

sys.path.insert(0, str(Path(__file__).parent))
from hostile import broken_files

LONGEST_SECONDS = 20.0


def _read(folder: Path, count: int, costly: int) -> None:
    slowest = (0.0, "")
    for path in broken_files(folder, count, costly=costly):
        begun = time.perf_counter()
        found = list(read_file(path))
        taken = time.perf_counter() - begun
        slowest = max(slowest, (taken, path.name))
        assert found, f"{path.name} gave nothing"
        assert taken < LONGEST_SECONDS, f"{path.name} took {taken:.1f} s"
        for item in found:
            assert isinstance(item, (Report, Skipped))
            if isinstance(item, Report):
                assert item.text.strip()
                assert not set(item.text) & {"\x00", "\u202e", "\u202d", "\u2066", "\r"}
                item.text.encode("utf-8")
                assert all(0 <= cut.at <= len(item.text) for cut in item.cuts)
            else:
                assert item.detail


def test_two_hundred_broken_files_each_give_a_report_or_a_reason(tmp_path):
    _read(tmp_path, 200, costly=2)


@pytest.mark.slow
def test_two_thousand_broken_files_each_give_a_report_or_a_reason(tmp_path):
    _read(tmp_path, 2000, costly=12)


def test_the_same_broken_files_give_the_same_reports(tmp_path):
    first = [found for path in broken_files(tmp_path, 40, costly=0) for found in read_file(path)]
    again = [found for path in broken_files(tmp_path, 40, costly=0) for found in read_file(path)]
    assert first == again
