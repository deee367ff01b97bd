"""What standing the words give an event: actual, background, a series, planned, hypothetical, denied, a habit."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from relata.claims.context import Context, Timed
from relata.claims.segments import Segment
from relata.language.annotated import Token
from relata.model import Realis
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

BACKGROUND_DAYS = 45
"""An event that lies further back than this before the report is recalled, not reported. Reports of new events speak of
days; six weeks leave room for bodies found and figures given late."""

_SERIES = words("series")
_HABIT = words("habit")
_PLAN = words("plans")
_STRETCHES = words("stretches_of_war")
_MAYBE = words("modals")
_PERIODS = words("periods")
_CARRYING_OUT = words("carrying_out_now")
_FEW = {"two", "three", "four", "twin", "both", "simultaneous", "coordinated"}
_POINTING = words("pointing")
_INTENDING = words("intending")


def realis_of(
    context: Context, segment: Segment, trigger: Found[TriggerWord] | None, times: tuple[Timed, ...]
) -> Realis:
    """The standing of the event that ``trigger`` names in ``segment``."""
    tokens = context.annotated.tokens
    words = [token.lower for token in tokens[segment.first : segment.last]]
    if trigger is not None:
        before = [token.lower for token in tokens[max(segment.first, trigger.first - 7) : trigger.first]]
        if _not_seen(before):
            return "generic"
        if _over_years(words) or _is_present_habit(tokens, segment, trigger):
            return "aggregate"
        if _is_record(trigger, words, times):
            return "aggregate"
        if _is_series(before, words, trigger, times):
            return "aggregate"
        if any(word in _HABIT for word in before):
            return "generic" if not times else "aggregate"
        if _is_warfare(trigger, words, times):
            return "aggregate"
        if _is_planned(before, trigger):
            return "planned"
        modal = any(
            tokens[at].lower in _MAYBE and tokens[at].pos in {"AUX", "SCONJ", "ADJ", "NOUN"}
            for at in range(max(segment.first, trigger.first - 5), trigger.first)
        )
        if modal and not any(word in {"said", "says", "reported"} for word in before[-3:]):
            return "hypothetical"
    if is_background(times, context.annotated.report.published_on):
        return "background"
    return "actual"


def is_background(times: tuple[Timed, ...], published: date | None) -> bool:
    """Whether every time said of the event lies long before the report."""
    known = [timed.interval for timed in times if timed.interval and timed.interval.year_known]
    if not known or published is None:
        return False
    return all(interval.end < published - timedelta(days=BACKGROUND_DAYS) for interval in known)


def _is_series(before: list[str], words: list[str], trigger: Found[TriggerWord], times: tuple[Timed, ...]) -> bool:
    plural = trigger.payload.form == "nouns"
    if any(word in _SERIES for word in before[-4:]) and "of" in before[-3:]:
        return not any(timed.interval and timed.interval.precision == "day" for timed in times)
    if not plural or trigger.payload.strength == 1:
        return False
    dated = any(timed.interval is not None and timed.interval.days <= 31 for timed in times)
    if (
        dated
        and not any(word in _PERIODS for word in words)
        and any(word[0].isdigit() or word == "killed" for word in words)
    ):
        return False
    day = any(timed.interval is None or timed.interval.days <= 2 for timed in times)
    pointing = (bool(before) and before[-1] in _POINTING) or any(word in _FEW or word == "the" for word in before[-4:])
    return not day and not (pointing and not any(word in _PERIODS for word in words))


def _is_warfare(trigger: Found[TriggerWord], words: list[str], times: tuple[Timed, ...]) -> bool:
    """ "fighting", "an offensive" without a day or a month is a stretch of war, no incident."""
    if trigger.payload.phrase not in _STRETCHES:
        return False
    return not any(timed.interval is None or timed.interval.days <= 31 for timed in times) and "killed" not in words


def _not_seen(before: list[str]) -> bool:
    """ "had not seen a mass shooting", "there has never been an attack": what did not happen."""
    near = before[-5:]
    return bool({"not", "n't", "never"} & set(near)) and bool({"a", "an", "any", "such"} & set(near[-3:]))


def _over_years(words: list[str]) -> bool:
    """ "some of the worst atrocities in recent years": what a sentence sums up over a stretch of time."""
    return any(
        first in {"recent", "past", "previous"} and second in {"years", "months", "decades"}
        for first, second in itertools.pairwise(words)
    ) and not any(word in {"deadliest", "worst", "bloodiest", "first"} and "attack" in words for word in words)


def _is_present_habit(tokens: tuple[Token, ...], segment: Segment, trigger: Found[TriggerWord]) -> bool:
    """ "conducts operations", "carries out attacks": the present tense of a habit, before a plural noun."""
    if trigger.payload.form != "nouns":
        return False
    before = [token.lower for token in tokens[max(segment.first, trigger.first - 4) : trigger.first]]
    return any(word in _CARRYING_OUT for word in before)


def _is_record(trigger: Found[TriggerWord], words: list[str], times: tuple[Timed, ...]) -> bool:
    """ "IS has targeted officials": what somebody has done, on no day, to no number of people."""
    if trigger.payload.strength > 2 or trigger.payload.form not in {"past", "participle"} or times:
        return False
    return bool({"has", "have"} & set(words)) and not any(word[0].isdigit() for word in words) and "killed" not in words


def _is_planned(before: list[str], trigger: Found[TriggerWord]) -> bool:
    near = before[-5:]
    if any(word in _PLAN for word in near) or "set for" in " ".join(near) or "set to" in " ".join(near):
        return True
    to = len(near) > 0 and near[-1] == "to" and trigger.payload.form == "base"
    return to and any(word in _INTENDING for word in near)
