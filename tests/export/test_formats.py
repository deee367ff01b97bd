"""The table of forms: each can be written, the command line knows it, and the same database gives the same bytes."""

import io
from pkgutil import resolve_name

import pytest

from relata.cli.export import NAMES
from relata.errors import QueryError
from relata.export import FORMATS, format_called
from relata.export.losses.facets import FACETS


def bytes_of(form, store):
    stream = io.BytesIO() if form.binary else io.StringIO(newline="")
    form.write(store, stream)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_every_form_is_described_and_can_be_written_to_the_same_bytes_twice(form, store):
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert form.sentence
    assert not form.sentence.endswith(".")
    assert set(form.keeps) <= set(FACETS)
    for place in filter(None, (form.writer, form.folder, form.remarks)):
        assert resolve_name(place).__doc__
    assert bytes_of(form, store) == bytes_of(form, store) != bytes_of(form, store)[:0]


def test_the_help_names_every_form():
    assert NAMES.split(", ") == list(FORMATS)


def test_a_form_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(QueryError, match=r"expected one of: .*json"):
        format_called("xml")
