"""The benchmark of toponyms reads both formats and counts as it says."""

import gzip

import pytest
from benchmarks.geo import read, run

LGL = """<articles><article docid="7"><text>A fire burnt in Paris, Texas.</text><toponyms>
<toponym><start>16</start><end>21</end><phrase>Paris</phrase><gaztag><lat>33.66</lat><lon>-95.55</lon></gaztag></toponym>
<toponym><start>23</start><end>28</end><phrase>Texas</phrase></toponym></toponyms></article></articles>"""
VIRUS = """<articles><article><text>Cholera broke out in Goma, Congo.</text><locations>
<location><name>Goma</name><start>22</start><end>26</end><lat>-1.68</lat><lon>29.22</lon></location>
<location><name>Congo</name><start>28</start><end>33</end><lat>60</lat><lon>60</lon></location>
</locations></article></articles>"""


def test_both_formats_are_measured_together(tmp_path):
    (tmp_path / "one.xml").write_text(LGL, encoding="utf-8")
    (tmp_path / "two.xml.gz").write_bytes(gzip.compress(VIRUS.encode()))
    result = run(tmp_path, None)
    assert result.n == 2
    assert result.measures["resolution_161km"] == pytest.approx(2 / 3)
    assert result.measures["recognition_f"] == 1.0
    assert set(result.measures) == {"resolution_161km", "median_km", "recognition_f"}


def test_offsets_that_are_one_off_are_moved_to_their_words(tmp_path):
    (tmp_path / "two.xml").write_text(VIRUS, encoding="utf-8")
    (document,) = read(tmp_path / "two.xml")
    assert [mark.span.cut(document.text) for mark in document.marked] == ["Goma", "Congo"]
