"""Who harmed those harmed in a fight: of two sides that fight, the other one."""

from __future__ import annotations

from relata.claims.candidates import Doer
from relata.claims.context import Context
from relata.claims.doers import HEDGES, by_phrase, chunk_at, mentions_in
from relata.claims.harm_words import TollFound
from relata.claims.segments import Segment
from relata.model import ActorName
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_WITH = frozenset({"with", "against"})
_REACH = 6
"""Words between a fight and "with": "a clash in the Buner hills with the Taliban"."""


def fought_against(
    context: Context, segment: Segment, trigger: Found[TriggerWord], tolls: tuple[TollFound, ...]
) -> tuple[Doer, ...]:
    """ "Three soldiers were killed in a clash with the X": the X killed them, an armed group known by its name.

    A clash that cost only the group's own people, or that is told without a toll, says of neither side that it did it.
    """
    annotated = context.annotated
    harmed = [toll for toll in tolls if _of_the_other_side(toll)]
    harms = {toll.harm for toll in tolls}
    if trigger.payload.type != "clash" or not any(
        _in_the_fight(context, segment, trigger, toll, harms) for toll in harmed
    ):
        return ()
    run = by_phrase(annotated, trigger.last, min(segment.last, trigger.last + _REACH), _WITH)
    named = mentions_in(annotated, *run, {"armed group"}) if run else []
    if run is None or not named:
        return ()
    hedged = any(token.lower in HEDGES for token in annotated.tokens[run[0] : run[1]])
    actor = ActorName(" ".join(named[0].text.split()), named[0].key, "armed group")
    return (Doer(actor, hedged, trigger.first, run[1]),)


def _of_the_other_side(toll: TollFound) -> bool:
    kinds = {"security", "official"}
    harmed = toll.attribute in {"killed", "wounded"} and toll.count.high != 0
    return harmed and toll.group is not None and toll.group.kind in kinds


def _in_the_fight(
    context: Context, segment: Segment, trigger: Found[TriggerWord], toll: TollFound, harms: set[int]
) -> bool:
    """Whether the fight harmed them: "killed in a clash", "a clash left two dead"; not "died of heat in a clash".

    After a fight people are harmed by it where nothing but a day stands between ("wounded on Monday after a clash").
    """
    tokens = context.annotated.tokens
    if tokens[toll.harm].pos != "NOUN" and toll.harm + 1 < segment.last and tokens[toll.harm + 1].lower in _CAUSES:
        return False
    if toll.harm > trigger.first:
        return True
    chunk = chunk_at(context.annotated, trigger.first)
    link = trigger.first if tokens[trigger.first].pos == "ADP" else (chunk.first if chunk else trigger.first) - 1
    between = [tokens[at] for at in range(toll.harm + 1, link) if at not in harms]
    if any(token.pos == "VERB" or token.lower == "by" for token in between):
        return False
    after = tokens[link].lower in _AFTER and not any(token.pos == "ADP" and token.lower != "on" for token in between)
    return after or tokens[link].lower in _DURING


_DURING = {"in", "during"}
_AFTER = {"after", "following"}
_CAUSES = {"by", "of", "from"}
