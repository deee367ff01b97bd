"""Joining names must not depend on the order in which they come, and adding to it must never part what was one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relata.actors import alike, resolve
from relata.model import ActorName

NAMES = [
    "Karim Haddad",
    "Kareem Hadad",
    "Haddad",
    "Gen. Karim Haddad",
    "Abu Omar",
    "gunmen",
    "two gunmen",
    "ISIS",
    "Daesh",
    "IS-K",
    "Rosa Zelaya",
    "Zelaya",
]
KINDS = ["person", "unknown", "armed group"]
uses = st.lists(
    st.tuples(
        st.sampled_from(["r1", "r2"]), st.builds(ActorName, st.sampled_from(NAMES), st.none(), st.sampled_from(KINDS))
    ),
    max_size=12,
)


@given(uses, st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_names_does_not_matter(names, random):
    shuffled = list(names)
    random.shuffle(shuffled)
    assert resolve(names, []).actors == resolve(shuffled, []).actors


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_likeness_is_symmetric(one, other):
    assert alike(one, other).same == alike(other, one).same


@given(uses)
@settings(max_examples=60, deadline=None)
def test_every_name_is_a_written_form_of_its_actor(names):
    found = resolve(names, [])
    actors = {actor.id: actor for actor in found.actors}
    for report, name in names:
        assert name.text in actors[found.ref(report, name).id].aliases
