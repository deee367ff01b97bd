"""What is generated from resources/ and committed is what the resources give."""

import gzip
import importlib

import pytest
from genscripts.__main__ import generators

PARTED = {"api_examples", "places", "cli_reference", "notebook", "pages"}
"""Generators whose work has a test of its own."""


def _plain(content: str | bytes) -> str | bytes:
    """Unpacked: another zlib may pack the same bytes otherwise."""
    return gzip.decompress(content) if isinstance(content, bytes) and content[:2] == b"\x1f\x8b" else content


@pytest.mark.parametrize("name", sorted(set(generators()) - PARTED))
def test_the_committed_file_is_what_the_generator_makes(name):
    module = importlib.import_module(f"genscripts.{name}")
    made = module.build()
    committed = module.TARGET.read_bytes() if isinstance(made, bytes) else module.TARGET.read_text("utf-8")
    assert _plain(committed) == _plain(made), f"run python -m genscripts.{name}"


def test_generators_of_pages_come_after_those_of_tables():
    assert generators().index("rules") > generators().index("vague_numbers")
