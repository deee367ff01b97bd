"""Whatever a report or a claim holds, the store gives it back."""

import dataclasses
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from relata.model import ActorName, Count, Extraction, Maker, Skipped, Span, make_claim, make_report
from relata.store import Store
from relata.store.dialect import storable

WORDS = st.text(st.characters(codec=None, categories=None), max_size=40)
NUMBERS = st.none() | st.integers(0, 10**25)
VALUES = st.one_of(
    st.none(),
    WORDS,
    st.builds(ActorName, WORDS, st.none() | WORDS, WORDS),
    st.builds(Count, NUMBERS, st.none(), WORDS, st.booleans()),
)


REFUSED = st.builds(Skipped, WORDS, st.integers(0, 9), st.just("empty"), WORDS)


@st.composite
def found(draw):
    text = draw(WORDS)
    report = make_report(
        uri=draw(WORDS),
        text=text,
        part=draw(st.integers(0, 9)),
        outlet=draw(st.none() | WORDS),
        title=draw(st.none() | WORDS),
    )
    claims = [
        make_claim(
            report=report.id,
            text=text,
            span=Span(*sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))),
            attribute=draw(st.sampled_from(["killed", "target", "alias"])),
            value=draw(VALUES),
            holder=draw(st.builds(ActorName, WORDS, st.none() | WORDS)),
            stance=draw(st.sampled_from(["asserts", "denies", "doubts"])),
            event=draw(st.none() | st.just("0123456789abcdef")),
            actor=draw(st.none() | st.builds(ActorName, WORDS)),
            of=draw(st.none() | WORDS),
            side=draw(st.none() | st.just("attacker")),
            part=draw(st.booleans()),
            via=tuple(draw(st.lists(WORDS, max_size=2))),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return report, Extraction(report.id, (), tuple({claim.id: claim for claim in claims}.values()), Maker("m", "1"))


def cleaned(thing):
    """A model object with all its words as a database can take them."""
    if isinstance(thing, str):
        return storable(thing)
    if isinstance(thing, tuple):
        return tuple(map(cleaned, thing))
    if dataclasses.is_dataclass(thing):
        return dataclasses.replace(
            thing, **{field.name: cleaned(getattr(thing, field.name)) for field in dataclasses.fields(thing)}
        )
    return thing


@settings(max_examples=60, deadline=None)
@given(st.lists(found(), max_size=3, unique_by=lambda item: item[0].id), st.lists(REFUSED, max_size=2))
def test_what_goes_in_comes_out(told, refused):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "relata.db")
        store.add_file("a", [*told, *refused])
        assert sorted(store.reports(), key=lambda report: report.id) == sorted(
            (cleaned(report) for report, _ in told), key=lambda report: report.id
        )
        assert list(store.claims()) == [cleaned(claim) for _, extraction in told for claim in extraction.claims]
        assert sorted(map(repr, store.skipped())) == sorted(map(repr, map(cleaned, refused)))
        store.close()
