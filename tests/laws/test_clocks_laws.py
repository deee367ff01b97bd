"""Laws of the two clocks: a view of the past is what the database was, byte for byte."""

import io
import re
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from test_incident_laws import tellings

from relata.export import write_json
from relata.model import Decision, Extraction, Maker
from relata.run import bring_up_to_date
from relata.store import Store, make_clocks

MAKERS = (Maker("by hand", "1"), Maker("by hand", "2"))
CLOCKS = re.compile(r',\n "clocks": \{.*?\n \}', re.DOTALL)


class Clock:
    """Tells the minute that is set."""

    minute = 0

    def __call__(self):
        return self.time

    @property
    def time(self):
        return f"2024-05-01T10:{self.minute:02}:00+00:00"


@contextmanager
def opened(clock=None):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "relata.db", clock=clock or Clock())
        try:
            yield store
        finally:
            store.close()


def exported(store):
    """The export of a store or a view, without the line that tells of the clocks."""
    bring_up_to_date(store)
    stream = io.StringIO()
    write_json(store, stream)
    return CLOCKS.sub("", stream.getvalue())


def held(store):
    """What was read and decided: how many rows, and the decisions. Ids once given stay known in views."""
    counts = store.count()
    del counts["incident_ids"]
    return counts, store.decisions(withdrawn=True)


def seen(store, as_of=None, known_at=None):
    view = store.at(make_clocks(as_of, known_at))
    try:
        return exported(view)
    finally:
        view.close()


def read(store, told, maker=MAKERS[0], file="a"):
    """Read some tellings from one file; the second maker overlooks the first claim of each."""
    items = []
    for t in told:
        claims = t.claims[1:] if maker is MAKERS[1] else t.claims
        extraction = Extraction(t.report.id, tuple(t.events), tuple(claims), maker)
        items.append((replace(t.report, uri=f"{file}/{t.report.id}"), extraction))
    store.add_file(file, items, maker=maker)


@settings(max_examples=10, deadline=None)
@given(tellings(), st.sampled_from(["2020-05-01", "2020-05-02", "2020-05-03", "2020-06-20"]))
def test_a_view_as_of_a_day_is_a_database_that_read_no_further(told, day):
    dated = [t for t in told if t.report.published]
    with opened() as store, opened() as other:
        read(store, told)
        read(other, [t for t in dated if t.report.published <= day])
        assert seen(store, as_of=day) == exported(other)


@settings(max_examples=8, deadline=None)
@given(tellings())
def test_as_of_the_last_day_and_known_at_now_are_the_whole(told):
    with opened() as store:
        read(store, [t for t in told if t.report.published])
        whole = exported(store)
        assert seen(store, as_of="2020-06-20") == seen(store, known_at=Clock().time) == seen(store) == whole


deeds = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.sampled_from("abc"), st.sampled_from(MAKERS)),
        st.tuples(st.just("decide"), st.sampled_from(["same", "different", "reject"]), st.integers(0, 9)),
        st.tuples(st.just("undo"), st.integers(0, 9), st.none()),
        st.tuples(st.just("import"), st.integers(0, 9), st.sampled_from(["before", "ahead", "undone"])),
    ),
    min_size=1,
    max_size=7,
)


def of_others(claim, how):
    """A decision on a claim by others: long before, undone since, or by a fast clock."""
    at = f"{2030 if how == 'ahead' else 2021}-01-01T10:00:00+00:00"
    undone = {"withdrawn_at": "2021-01-02T10:00:00+00:00", "withdrawn_by": "B"} if how == "undone" else {}
    return Decision("reject", (claim,), "a colleague", "so", at, **undone)


def do(store, files, deed):
    """One thing that happens to a database; nothing where there is nothing to decide or undo."""
    what, one, other = deed
    if what == "read":
        read(store, files[one], other, file=one)
    elif what == "undo":
        held = store.decisions()
        if held:
            store.withdraw_decision(held[one % len(held)].id)
    elif what == "import":
        claims = list(store.claims())
        if claims:
            store.take_over_decisions([of_others(claims[one % len(claims)].id, other)])
    else:
        ids = [thing.id for thing in (store.claims() if one == "reject" else store.events())]
        if len(set(ids)) > 1:
            subjects = {ids[other % len(ids)]} if one == "reject" else {ids[0], ids[1 + other % (len(ids) - 1)]}
            store.add_decision(one, subjects, by="an analyst", reason="so")


@settings(max_examples=10, deadline=None)
@given(tellings(), st.data(), deeds)
def test_what_is_done_later_does_not_change_what_was_known(told, data, done):
    files = {name: data.draw(st.lists(st.sampled_from(told), max_size=4, unique_by=id)) for name in "abc"}
    clock = Clock()
    with opened(clock) as store:
        whole = {}
        for clock.minute, deed in enumerate(done, 1):
            do(store, files, deed)
            whole[clock.time] = exported(store), held(store)
        for time, then in whole.items():
            view = store.at(make_clocks(known_at=time))
            assert (exported(view), held(view)) == then, time
            view.close()
