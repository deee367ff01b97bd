import re
import sys
import types

import pytest
from benchmarks.common import Result

from benchmarks import gate


@pytest.fixture
def floors(tmp_path, monkeypatch):
    """A file of floors, a corpus, and a benchmark that gives back what its one document says."""
    corpus = tmp_path / "data" / "toy"
    corpus.mkdir(parents=True)
    (corpus / "score.txt").write_text("0.8 12.5")
    monkeypatch.setenv("RELATA_DATA", str(tmp_path / "data"))

    def run(data, limit):
        f, km = map(float, SCORE.split())
        return Result("toy", str(data), 1, {"f": f, "median_km": km})

    module = types.ModuleType("benchmarks.toy")
    module.run = run
    monkeypatch.setitem(sys.modules, "benchmarks.toy", module)
    path = tmp_path / "floors.toml"
    path.write_text('[toy]\ndata = "toy"\ndigest = ""\n[toy.floors]\n')
    return path


SCORE = "0.8 12.5"


def score(monkeypatch, words):
    monkeypatch.setitem(globals(), "SCORE", words)


def gated(floors, *more):
    return gate.main(["--floors", str(floors), *more])


def test_an_update_writes_floors_and_the_digest_and_the_gate_then_holds(floors):
    assert gated(floors, "--update") == 0
    [entry] = gate.load(floors)
    assert entry.floors == {"f": 0.8, "median_km": 12.5}
    assert re.fullmatch(r"[0-9a-f]{16}", entry.digest)
    assert gated(floors) == 0


@pytest.mark.parametrize("worse", ["0.7994 12.5", "0.8 12.6"])
def test_a_drop_fails_and_an_update_does_not_lower_the_floor(floors, monkeypatch, capsys, worse):
    gated(floors, "--update")
    before = floors.read_text()
    score(monkeypatch, worse)
    assert gated(floors) == 1
    assert "gate: DROPPED" in capsys.readouterr().out
    assert gated(floors, "--update") == 1
    assert floors.read_text() == before


def test_a_drop_within_the_rounding_is_none(floors, monkeypatch):
    gated(floors, "--update")
    score(monkeypatch, "0.7996 12.5004")
    assert gated(floors) == 0


def test_a_rise_raises_the_floor(floors, monkeypatch):
    gated(floors, "--update")
    score(monkeypatch, "0.91239 11.00001")
    assert gated(floors, "--update") == 0
    assert gate.load(floors)[0].floors == {"f": 0.9123, "median_km": 11.0001}


def test_other_data_is_not_compared_in_silence(floors, tmp_path, capsys):
    gated(floors, "--update")
    (tmp_path / "data/toy/more.txt").write_text("new")
    assert gated(floors) == 1
    assert "is not the data that the floors were measured on" in capsys.readouterr().out


def test_data_that_is_not_there_is_left_out_and_said(floors, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("RELATA_DATA", str(tmp_path / "elsewhere"))
    assert gated(floors) == 0
    assert "not measured" in capsys.readouterr().out


def test_a_measure_with_a_floor_that_is_no_longer_measured_fails(floors, monkeypatch):
    gated(floors, "--update")
    floors.write_text(floors.read_text() + "recall = 0.5000\n")
    assert gated(floors) == 1


def test_the_file_says_again_what_was_read_from_it():
    entries = gate.load()
    assert gate.text_of(entries) == gate.text_of(gate.load())
    assert {entry.name for entry in entries} >= {"seeds", "demo", "claims"}
