"""Whatever incidents there are, in whatever order and by whatever steps: each comes once."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.answers.by_hand import incident

from relata.store import Store, make_query
from relata.store.paging import ORDERS
from relata.web.api.cursors import read_cursor, write_cursor

DAY = st.none() | st.integers(0, 40).map(lambda days: date(2020, 1, 1) + timedelta(days=days))
TOLD = st.lists(st.tuples(DAY, st.none() | st.integers(0, 5), st.sampled_from(["bombing", "clash"])), max_size=25)


@given(told=TOLD, steps=st.lists(st.integers(1, 9), min_size=1, max_size=3), kind=st.sampled_from([None, "clash"]))
@settings(max_examples=25, deadline=None)
def test_pages_of_any_size_give_each_incident_once_and_in_one_order(told, steps, kind):
    incidents = [incident(str(n), day, killed=dead, type=what) for n, (day, dead, what) in enumerate(told)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "laws.db")
        store.save_incidents(incidents, [])
        query, content = make_query(type=kind), store.version()
        wanted = {one.id for one in incidents if kind in (None, one.type)}
        for order in ORDERS:
            kinds = ((int,),) if order == "date" else ((int,), (int,))
            found, cursor, turn = [], None, 0
            while True:
                after = read_cursor(cursor, content, order, *kinds)
                page = store.incident_page(query, order=order, after=after, limit=steps[turn % len(steps)])
                found += page.items
                cursor, turn = write_cursor(page.next, content, order), turn + 1
                if cursor is None:
                    break
            assert len(found) == len(set(found))
            assert set(found) == wanted
            assert found == list(store.incident_page(query, order=order, limit=100).items)
        assert store.count_incidents(query) == len(wanted)
        store.close()
