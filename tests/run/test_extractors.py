"""Extractors are chosen by name."""

import pytest

from relata.errors import QueryError
from relata.model import Maker
from relata.run import Extractor, extractor_named, maker_of


def test_an_installed_extractor_is_found_by_its_name():
    found = extractor_named("handmade")
    assert isinstance(found, Extractor)
    assert maker_of(found) == Maker("handmade", "1", None)


def test_an_unknown_name_is_refused_with_those_that_are_there():
    with pytest.raises(QueryError, match="handmade, hollow, llm, rules"):
        extractor_named("guesswork")


def test_an_extractor_without_its_members_is_refused():
    with pytest.raises(QueryError, match="lacks one of: name, version, extract"):
        extractor_named("hollow")


def test_the_rules_are_the_extractor_of_the_package():
    assert maker_of(extractor_named("rules")).extractor == "rules"
