"""What standing the words give an event: actual, background, a series, planned, hypothetical, denied, a habit."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta

from relata.claims.context import Context, Timed
from relata.claims.harm_words import TollFound
from relata.claims.numbers import is_year
from relata.claims.segments import Segment
from relata.language.annotated import Token
from relata.model import FINENESS, Realis, Span
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

BACKGROUND_DAYS = 45
"""An event that lies further back than this before the report is recalled, not reported. Reports of new events speak of
days; six weeks leave room for bodies found and figures given late."""

_SERIES = words("series")
_COUNTED = words("counted_events")
_RECORDS = words("superlatives")
_CLAUSE_OPENERS = words("clause_openers") | words("subordinators") - {"since", "in", "by", "during"}
_TOTAL = re.compile(
    r"\bso far (?:this|in)\b|\bthis (?:year|month|decade)\b(?! ?['’]s)|\bto date\b"
    r"|\b(?:over|during|in|for|within) the (?:past|last) (?:\w+ ){0,2}(?:days|weeks?|months?|years?|decades?)\b"
    r"|\bin recent (?:days|weeks|months|years|decades)\b|\b(?:each|every) (?:day|week|month|year)\b"
    r"|\bsince (?:the )?(?:(?:early|mid|late|start|beginning|outbreak|end|summer|spring|autumn|winter|last)[ -]?"
    r"(?:of )?)?(?:the )?(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|year|month|war|conflict|insurgency|uprising|rebellion|fighting|offensive|violence|ceasefire|truce)\b"
)
"""A stretch of time over which a sentence counts: "so far this year", "since May", "over the past two weeks"."""
_YEAR = re.compile(r"\blast year\b|\b(?:in|during) (?:19|20)\d\d\b")
_MANY_A_YEAR = 5
"""People harmed in a country and year, and nothing else told, from which on they are no event but a sum."""
_HABIT = words("habit")
_PLAN = words("plans")
_STRETCHES = words("stretches_of_war")
_MAYBE = words("modals")
_PERIODS = words("periods")
_CARRYING_OUT = words("carrying_out_now")
_ROWS = {"series", "couple", "wave", "string", "spate"}
"""Words for events that came one after the other: a toll told in the simple past is that of all, as of one."""
_NUMBERS = words("numbers_of_events")
_DEFINITE = words("definite")
_NEW = words("new_events")
_KNOWN = words("known_events")
_HAVING_DONE = words("having_done")
_FEW = {"two", "three", "four", "twin", "both", "simultaneous", "coordinated"}
_POINTING = words("pointing")
_INTENDING = words("intending")


def realis_of(
    context: Context,
    segment: Segment,
    trigger: Found[TriggerWord] | None,
    times: tuple[Timed, ...],
    tolls: tuple[TollFound, ...] = (),
) -> Realis:
    """The standing of the event that ``trigger`` names in ``segment``."""
    tokens = context.annotated.tokens
    words = [token.lower for token in tokens[segment.first : segment.last]]
    if _is_total(context, segment, trigger, list(tolls)) or (trigger is None and _of_a_year(context, segment, tolls)):
        return "aggregate"
    if trigger is not None:
        before = [token.lower for token in tokens[max(segment.first, trigger.first - 7) : trigger.first]]
        if _not_seen(before):
            return "generic"
        if "anniversary" in before[-4:]:
            return "background"
        known = refers_back(before, trigger)
        if _over_years(words) or _is_present_habit(tokens, segment, trigger):
            return "aggregate"
        if _is_record(trigger, before, words, times):
            return "aggregate"
        if _is_series(before, words, trigger, times) and not _counted_once(before, words, tolls):
            return "aggregate"
        if not known and any(word in _HABIT for word in before):
            return "generic" if not times else "aggregate"
        if _is_warfare(trigger, words, times):
            return "aggregate"
        if _is_planned(before, trigger, known=known):
            return "planned"
        modal = any(
            tokens[at].lower in _MAYBE and tokens[at].pos in {"AUX", "SCONJ", "ADJ", "NOUN"}
            for at in range(max(segment.first, trigger.first - 5), trigger.first)
        )
        if modal and not known and not any(word in {"said", "says", "reported"} for word in before[-3:]):
            return "hypothetical"
    if is_background(times, context.annotated.report.published_on):
        return "background"
    return "actual"


def _is_total(context: Context, segment: Segment, trigger: Found[TriggerWord] | None, harms: list[TollFound]) -> bool:
    """ "More than 200 officials have been murdered since 1981": people counted over a stretch of time are a sum.

    One person killed "this year" is one event, "the worst attack since 2015" counts nobody since then, and "since
    1990, when a man killed 13 people" tells what happened in 1990.
    """
    tokens = context.annotated.tokens
    words = [token.lower for token in tokens[segment.first : segment.last]]
    text = " ".join(words)
    stretch = _TOTAL.search(text)
    if stretch is None or words[0] == "since":
        return False
    first = segment.first + text[: stretch.start()].count(" ")
    last = first + stretch.group().count(" ") + 1
    if any(word in _RECORDS for word in words[: first - segment.first]):
        return False
    counted = [toll.harm for toll in harms if toll.count.low != 1 and toll.count.high != 0]
    if trigger is not None and trigger.payload.form == "nouns":
        counted.append(trigger.first)
    named = trigger is None or _one_clause(context, trigger.first, (first, last))
    if not named or not any(_one_clause(context, at, (first, last)) for at in counted):
        return False
    return bool({"has", "have", "had", "'ve"} & set(words)) or not stretch.group().startswith("this")


def _of_a_year(context: Context, segment: Segment, tolls: tuple[TollFound, ...]) -> bool:
    """ "Some 4,000 people were killed in Mali and Niger last year": no event is named, no town, and no day."""
    tokens = context.annotated.tokens
    if not _YEAR.search(" ".join(token.lower for token in tokens[segment.first : segment.last])):
        return False
    span = Span(tokens[segment.first].start, tokens[segment.last - 1].end)
    wide = all(
        FINENESS[located.place.precision] >= FINENESS["country"]
        for located in context.places
        if span.contains(located.span)
    )
    return wide and any((toll.count.low or 0) >= _MANY_A_YEAR for toll in tolls)


def _one_clause(context: Context, at: int, stretch: tuple[int, int]) -> bool:
    """Whether no comma and no word that opens a clause stands between token ``at`` and a stretch of time."""
    between = (
        context.annotated.tokens[at + 1 : stretch[0]] if at < stretch[0] else context.annotated.tokens[stretch[1] : at]
    )
    inner = between if at < stretch[0] else between[1:]
    return not any(token.text in {",", ";", ":"} or token.lower in _CLAUSE_OPENERS for token in inner)


def is_background(times: tuple[Timed, ...], published: date | None) -> bool:
    """Whether every time said of the event lies long before the report."""
    known = [timed.interval for timed in times if timed.interval and timed.interval.year_known]
    if not known or published is None:
        return False
    return all(interval.end < published - timedelta(days=BACKGROUND_DAYS) for interval in known)


def _is_series(before: list[str], words: list[str], trigger: Found[TriggerWord], times: tuple[Timed, ...]) -> bool:
    plural = trigger.payload.form == "nouns"
    if any(word in _SERIES for word in before[-4:]) and "of" in before[-3:]:
        return True
    if not plural or trigger.payload.strength == 1 or _one_fight(before, words, trigger):
        return False
    if trigger.payload.label in _COUNTED and not (_DEFINITE | {"all"}) & set(before[-3:]) and _several(before[-3:]):
        return True
    dated = any(timed.interval is not None and timed.interval.days <= 31 for timed in times)
    if (
        dated
        and not any(word in _PERIODS for word in words)
        and any(word[0].isdigit() or word == "killed" for word in words)
    ):
        return False
    day = any(timed.interval is None or timed.interval.days <= 2 for timed in times)
    pointing = (bool(before) and before[-1] in _POINTING) or any(
        word in _FEW or word in {"the", "all"} for word in before[-4:]
    )
    return not day and not (pointing and not any(word in _PERIODS for word in words))


def _counted_once(before: list[str], words: list[str], tolls: tuple[TollFound, ...]) -> bool:
    """Whether a plural tells of attacks made as one: "30 people were killed in attacks on the embassy and a barracks".

    The dead are counted in the simple past and over no stretch of time.
    """
    if _several(before[-2:]) and not ("of" in before[-3:] and _ROWS & set(before[-4:])):
        return False
    if {"have", "has", "had", "each", "every", "annually"} & set(words) or any(word in _PERIODS for word in words):
        return False
    return any(toll.count.low and toll.attribute in {"killed", "wounded"} for toll in tolls)


def _one_fight(before: list[str], words: list[str], trigger: Found[TriggerWord]) -> bool:
    """ "Clashes broke out between A and B", "killed in clashes with B": one fight for all its plural."""
    if trigger.payload.label != "clash" or _several(before[-3:]) or any(word in _PERIODS for word in words):
        return False
    at = next((at for at, word in enumerate(words) if word == trigger.payload.phrase), len(words))
    return bool(_OF_ONE_FIGHT & set(words[at + 1 : at + 4]))


_OF_ONE_FIGHT = {"broke", "erupted", "with", "between", "against"}


def _several(before: list[str]) -> bool:
    """Whether the words before a plural noun say how many ("three grenade attacks"); a year does not."""
    return any(word in _SERIES or word in _NUMBERS or (word.isdecimal() and not is_year(word)) for word in before)


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


def _is_record(trigger: Found[TriggerWord], before: list[str], words: list[str], times: tuple[Timed, ...]) -> bool:
    """ "IS has targeted officials": what somebody has done, on no day, to no number of people."""
    if trigger.payload.strength > 2 or trigger.payload.form not in {"past", "participle"} or times:
        return False
    return (
        bool({"has", "have"} & set(before[-4:]))
        and not any(word[0].isdigit() for word in words)
        and "killed" not in words
    )


def refers_back(before: list[str], trigger: Found[TriggerWord]) -> bool:
    """Whether a noun speaks of an event that is known already: "the attacks", "that bombing", "the worst massacre"."""
    if trigger.payload.form not in {"noun", "nouns"}:
        return False
    for word in reversed(before[-3:]):
        if word in _NEW:
            return False
        if word in _KNOWN:
            return True
    return False


def _is_planned(before: list[str], trigger: Found[TriggerWord], *, known: bool) -> bool:
    """Whether the act was not done yet. Who "planned the attacks" had them carried out."""
    near = before[-5:]
    if (
        any(word in _PLAN and not (known and word in _HAVING_DONE) for word in near)
        or "set for" in " ".join(near)
        or "set to" in " ".join(near)
    ):
        return True
    to = len(near) > 0 and near[-1] == "to" and trigger.payload.form == "base"
    return to and any(word in _INTENDING for word in near)
