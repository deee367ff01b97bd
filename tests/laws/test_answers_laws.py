"""A sum must not depend on the order of its incidents, must keep low, best and high in order, and must count each once."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.answers.by_hand import FRONT, KABUL, LEAGUE, PAKISTAN, PESHAWAR, QUETTA, by, incident

from relata.answers.counting import HIGH_ALONE, LEFT_OUT, Chosen, count
from relata.model import Toll

numbers = st.none() | st.integers(0, 60)


@st.composite
def tolls(draw):
    low, best, high = draw(numbers), draw(numbers), draw(numbers)
    given_ = sorted(number for number in (low, best, high) if number is not None)
    ordered = iter(given_)
    return Toll(*(None if number is None else next(ordered) for number in (low, best, high)))


@st.composite
def incidents(draw):
    found = []
    for number in range(draw(st.integers(0, 7))):
        doers = draw(st.lists(st.sampled_from([FRONT, LEAGUE]), max_size=2, unique=True))
        status = draw(st.sampled_from(["claimed", "suspected", "denied", "disputed"]))
        found.append(
            incident(
                f"incident {number}",
                draw(st.none() | st.builds(lambda n: date(2022, 3, 1) + timedelta(n), st.integers(0, 5))),
                killed=draw(tolls()),
                place=draw(st.sampled_from([None, PESHAWAR, QUETTA, PAKISTAN, KABUL])),
                type=draw(st.sampled_from(["bombing", "armed assault", "abduction"])),
                responsible=tuple(by(doer, status) for doer in doers),
            )
        )
    return found


ASKED = st.builds(
    Chosen,
    actors=st.sampled_from([frozenset(), frozenset({"front"})]),
    since=st.sampled_from([None, "2022-03-02"]),
)


@given(incidents(), ASKED, st.randoms())
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_incidents_does_not_matter(found, asked, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    one, other = count(found, asked=asked), count(shuffled, asked=asked)
    assert one.total == other.total
    assert {entry.incident.id: entry.part for entry in one.entries} == {e.incident.id: e.part for e in other.entries}


@given(incidents(), ASKED)
@settings(max_examples=150, deadline=None)
def test_low_best_and_high_stand_in_order_and_every_incident_has_one_part(found, asked):
    answer = count(found, asked=asked, by="country")
    total = answer.total
    assert 0 <= total.low <= total.best <= total.high_known
    assert total.high in (None, total.high_known)
    assert [entry.incident for entry in answer.entries] == found
    parts = [entry.part for entry in answer.entries]
    assert parts.count("counted") == total.incidents
    assert set(parts) <= {"counted", *HIGH_ALONE, *LEFT_OUT}
    assert sum(row.total.best for row in answer.rows) == total.best
    assert sum(row.total.incidents for row in answer.apart) == sum(part in LEFT_OUT for part in parts)


@given(incidents())
@settings(max_examples=80, deadline=None)
def test_what_may_be_one_with_another_names_one_that_is_counted(found):
    answer = count(found)
    counted = {entry.incident.id for entry in answer.entries if entry.part == "counted"}
    assert all(entry.of in counted for entry in answer.entries if entry.part == "perhaps the same")
