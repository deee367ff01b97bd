"""Candidates of one report to happenings: which sentences tell of the same event.

Read in order. A candidate joins a happening that nothing sets it apart from: no other day, no other place, no word
like "another". Where several fit, the one that shares most with it is taken, then the one spoken of last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from relata.claims.candidates import Candidate, Happening
from relata.claims.context import Located, Timed
from relata.model import FINENESS, Place
from relata.places import distance_km, within

FAMILIES = {
    "suicide bombing": "blast", "bombing": "blast", "air strike": "fire", "drone strike": "fire", "shelling": "fire",
    "armed assault": "assault", "clash": "assault", "raid": "assault", "assassination": "assault",
    "abduction": "abduction", "hostage-taking": "abduction", "arson": "arson", "other": "other",
}  # fmt: skip
SAME_PLACE_KM = 60
"""Two places farther apart than this, neither holding the other, are two places. A city and its outskirts, a village
and its district town, lie closer."""
_NOT_INCIDENTS = {"aggregate", "planned", "hypothetical", "generic"}


def group(candidates: list[Candidate | None]) -> tuple[list[Happening], list[Happening | None]]:
    """Happenings in order of first mention, and for each segment the happening it belongs to (or None)."""
    happenings: list[Happening] = []
    of_segment: list[Happening | None] = []
    focus: Happening | None = None
    waiting: list[int] = []
    for given in candidates:
        if given is None or (given.ruin and not _brings_ruin(focus)):
            of_segment.append(None)
            continue
        candidate = given
        if candidate.summed and candidate.tolls and _several_told(happenings):
            candidate = replace(candidate, realis="aggregate")
        chosen = focus if candidate.ruin else _choose(candidate, happenings, focus)
        if chosen is None and _is_update(candidate):
            candidate = replace(candidate, times=())  # the day is the one on which the toll changed
            chosen = _choose(candidate, happenings, focus)
        if chosen is None and candidate.trigger is None and not _tells_by_itself(candidate):
            if not happenings:
                waiting.append(len(of_segment))
            of_segment.append(focus)
            continue
        if chosen is None:
            chosen = Happening()
            happenings.append(chosen)
        chosen.candidates.append(candidate)
        of_segment.append(chosen)
        recalled = focus is not None and focus.candidates[0].realis == "actual" and _only_recalled(candidate, focus)
        if candidate.realis not in _NOT_INCIDENTS and not recalled:
            focus = chosen
            _bring_in(waiting, candidates, chosen, of_segment)
    if not happenings:
        _found_on_outcomes(waiting, candidates, happenings, of_segment)
    return happenings, of_segment


def _found_on_outcomes(
    waiting: list[int],
    candidates: list[Candidate | None],
    happenings: list[Happening],
    of_segment: list[Happening | None],
) -> None:
    """An event for a report that tells of outcomes alone ("two soldiers were killed in B"), where they show violence.

    So they do if those killed fight or serve a state. Whoever else dies may have died of anything.
    """
    told = [(number, early) for number in waiting if (early := candidates[number]) is not None]
    if not any(_shows_violence(early) for _, early in told):
        return
    happening = Happening([early for _, early in told])
    happenings.append(happening)
    for number, _ in told:
        of_segment[number] = happening


def _shows_violence(candidate: Candidate) -> bool:
    return candidate.realis == "actual" and any(
        toll.attribute in {"killed", "wounded", "abducted"}
        and toll.count.high != 0
        and toll.group is not None
        and toll.group.kind in {"militant", "security"}
        for toll in candidate.tolls
    )


def _only_recalled(candidate: Candidate, focus: Happening) -> bool:
    """Whether an older event is only recalled: the report goes on to speak of the one that it told before."""
    if candidate.realis == "background":
        return True
    days = [timed.interval for timed in candidate.times if timed.interval]
    told = [timed.interval for timed in focus.times if timed.interval]
    return candidate.aside and bool(days and told) and all(day.end < min(one.start for one in told) for day in days)


def _brings_ruin(focus: Happening | None) -> bool:
    """Whether the event spoken of is a blast, so that what collapsed or burned belongs to it."""
    return focus is not None and any(FAMILIES[one.type] in {"blast", "fire", "arson"} for one in focus.candidates)


def _is_update(candidate: Candidate) -> bool:
    """Whether it names no event and gives a new toll ("two more died on Wednesday, raising the toll to 22")."""
    return candidate.trigger is None and any(toll.update for toll in candidate.tolls)


def _several_told(happenings: list[Happening]) -> bool:
    return sum(happening.candidates[0].realis == "actual" for happening in happenings) > 1


def _bring_in(
    waiting: list[int], candidates: list[Candidate | None], chosen: Happening, of_segment: list[Happening | None]
) -> None:
    """Put outcomes told before any event ("119 dead in Mumbai" over the story) with the first event that fits."""
    for number in waiting:
        early = candidates[number]
        if early is not None and compare_places(early.places, settled(chosen)) >= 0:
            chosen.candidates.insert(0, early)
            of_segment[number] = chosen
    waiting.clear()


def _tells_by_itself(candidate: Candidate) -> bool:
    """Whether an outcome without a named event can found one: people killed by somebody, or somewhere on some day."""
    harmed = any(
        toll.attribute in {"killed", "wounded", "abducted"} and toll.count.high != 0 for toll in candidate.tolls
    )
    return harmed and bool(candidate.doers or candidate.weapons or (candidate.times and candidate.places))


def _choose(candidate: Candidate, happenings: list[Happening], focus: Happening | None) -> Happening | None:
    best: tuple[float, Happening] | None = None
    for happening in happenings:
        score = _score(candidate, happening, focus is happening)
        if score is not None and (best is None or score >= best[0]):
            best = (score, happening)
    return best[1] if best and best[0] > 0 else None


def _score(candidate: Candidate, happening: Happening, in_focus: bool) -> float | None:
    """How well the candidate fits the happening; None where something sets them apart."""
    apart = {candidate.realis, happening.candidates[0].realis}
    if len(apart) > 1 and apart & {"aggregate", "generic", "planned", "hypothetical"}:
        return None
    dates, places = (
        compare_times(candidate.times, happening.times),
        compare_places(candidate.places, settled(happening)),
    )
    if in_focus and candidate.tells_more and not candidate.other and (dates >= 0 or _near(candidate, happening)):
        dates, places = max(dates, 0.0), max(places, 0.0)
    if dates < 0 or places < 0 or candidate.other or _listed_beside(candidate, happening):
        return None
    named_anew = candidate.trigger is not None and candidate.trigger.payload.form in {"noun", "nouns"}
    if candidate.realis == "background" and dates <= 0 and _other_target(candidate, happening):
        return None
    family = _family_fits(candidate, happening)
    if family < 0 and (candidate.indefinite or candidate.trigger is None):
        if ((candidate.times or candidate.places) and dates <= 0) or (named_anew and places <= 0):
            return None
        family = -0.5
    own_scene = bool(candidate.times or candidate.places) or candidate.realis == "background"
    if (
        (own_scene or named_anew)
        and _different_counts(candidate, happening)
        and candidate.indefinite
        and not (dates >= 1 and places > 0)
    ):
        return None
    if (
        candidate.indefinite
        and candidate.trigger is not None
        and dates == 0
        and places == 0
        and candidate.realis == "background"
    ):
        return None
    base = 1.0 if in_focus else 0.5
    return base + dates + places + family


_NEAR_DAYS = 3
"""Days by which two datings of one event differ in a careless report ("Sunday's attack", "the attack on Saturday")."""


def _near(candidate: Candidate, happening: Happening) -> bool:
    """Whether some day of the candidate lies close to one of the happening."""
    return _days_near(candidate.times, happening.times)


def _days_near(own: Sequence[Timed], others: Sequence[Timed]) -> bool:
    mine = [timed.interval for timed in own if timed.interval]
    theirs = [timed.interval for timed in others if timed.interval]
    return any(one.meets(other, slack=_NEAR_DAYS) for one in mine for other in theirs)


def are_near(one: Happening, other: Happening) -> bool:
    """Whether two events of a report fell on days close to each other, as far as it dates them."""
    dated = any(timed.interval for timed in one.times) and any(timed.interval for timed in other.times)
    return not dated or _days_near(one.times, other.times)


def _listed_beside(candidate: Candidate, happening: Happening) -> bool:
    """Whether a list ("attacked A, killing 7; bombed B, killing 80") sets the two side by side."""
    own = candidate.segment
    if candidate.trigger is None:
        return False
    return any(
        other.segment.sentence == own.sentence and other.segment.first != own.first and other.trigger
        for other in happening.candidates
    )


def settled(happening: Happening) -> list[Located]:
    """Its places; where some sentences name one place and others several that differ, those of the former alone.

    A headline over two attacks names both places; the sentence about one of them settles which.
    """
    single = [one for one in happening.candidates if one.places and _one_place(one)]
    chosen = single or happening.candidates
    return [located for candidate in chosen for located in candidate.places]


def _one_place(candidate: Candidate) -> bool:
    best = finest([located.place for located in candidate.places])
    return all(same_place(best[0], place) for place in best[1:])


def _other_target(candidate: Candidate, happening: Happening) -> bool:
    """Whether both name what was attacked, and not by one common word."""
    own = {word for target, _ in candidate.targets for word in target.casefold().split() if len(word) > 3}
    others = {
        word
        for one in happening.candidates
        for target, _ in one.targets
        for word in target.casefold().split()
        if len(word) > 3
    }
    return bool(own and others) and not own & others


def _family_fits(candidate: Candidate, happening: Happening) -> float:
    specific = {FAMILIES[other.type] for other in happening.candidates if other.specific}
    if any(other.by_arms for other in happening.candidates):
        specific.add("assault")
    if not candidate.specific or not specific:
        return 0.0
    return 0.5 if FAMILIES[candidate.type] in specific else -1.0


def _different_counts(candidate: Candidate, happening: Happening) -> bool:
    """Whether both give plain numbers of dead, and no two of them are alike."""
    own = {
        toll.count.low for toll in candidate.tolls if toll.attribute == "killed" and not toll.update and toll.count.low
    }
    others = {
        toll.count.low
        for other in happening.candidates
        for toll in other.tolls
        if toll.attribute == "killed" and toll.count.low
    }
    return bool(own and others) and not own & others


def compare_times(own: Sequence[Timed], others: Sequence[Timed]) -> float:
    """1 where two times agree, -1 where all differ, 0 where one side says nothing."""
    if not own or not others:
        return 0.0
    own, others = _finest_times(own, others)
    for one in own:
        for other in others:
            if _same_time(one, other):
                days = [timed.interval.days for timed in (one, other) if timed.interval]
                wide = len(days) > 1 and (min(days) > 7 or max(days) > 31)
                return 0.25 if wide else 1.0
    known = [timed for timed in (*own, *others) if timed.interval is not None]
    return -1.0 if len(known) == len(own) + len(others) or len(known) > 0 else 0.0


def _finest_times(own: Sequence[Timed], others: Sequence[Timed]) -> tuple[Sequence[Timed], Sequence[Timed]]:
    """Days alone where both sides name days: "October" does not make 14 and 28 October one."""
    days = [[timed for timed in side if timed.interval and timed.interval.days <= 2] for side in (own, others)]
    return (days[0], days[1]) if all(days) else (own, others)


def _same_time(one: Timed, other: Timed) -> bool:
    if one.interval is None or other.interval is None:
        return (
            one.text.casefold().split()[-1] == other.text.casefold().split()[-1]
            or _weekday(one) == _weekday(other) != ""
        )
    return one.interval.meets(other.interval, slack=1 if _overnight(one) or _overnight(other) else 0)


def _weekday(timed: Timed) -> str:
    for word in timed.text.casefold().split():
        if word.endswith("day") and word not in {"today", "day", "yesterday"}:
            return word
    return ""


def _overnight(timed: Timed) -> bool:
    return any(word in timed.text.casefold() for word in ("night", "late", "early", "dawn", "midnight"))


def compare_places(own: tuple[Located, ...], others: list[Located]) -> float:
    """1 where two places agree or one holds the other, -1 where all differ, 0 where one side says nothing fine."""
    mine = [located.place for located in own if FINENESS[located.place.precision] < FINENESS["country"]]
    theirs = [located.place for located in others if FINENESS[located.place.precision] < FINENESS["country"]]
    if not mine or not theirs:
        countries = {located.place.country for located in own}, {located.place.country for located in others}
        return -1.0 if countries[0] and countries[1] and not countries[0] & countries[1] else 0.0
    if any(same_place(a, b) for a in finest(mine) for b in finest(theirs)):
        return 1.0
    return 0.5 if any(same_place(a, b) for a in mine for b in theirs) and len(finest(mine)) < len(mine) else -1.0


def finest(places: list[Place]) -> list[Place]:
    """The places of the finest precision among ``places``."""
    best = min(FINENESS[place.precision] for place in places)
    return [place for place in places if FINENESS[place.precision] == best]


def same_place(a: Place, b: Place) -> bool:
    """Whether two places can be one: one holds the other, or they lie close."""
    if within(a, b) or within(b, a):
        return True
    apart = distance_km(a, b)
    if apart is None:
        return a.name.casefold() == b.name.casefold()
    return apart <= SAME_PLACE_KM and "country" not in {a.precision, b.precision}
