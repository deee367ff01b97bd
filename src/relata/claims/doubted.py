"""What a doubt is about: the figures of the voice before, and the events that others than the report tell of."""

from __future__ import annotations

from relata.claims.candidates import Happening
from relata.claims.context import Context
from relata.claims.harm_words import TollFound
from relata.claims.holders import outlet_of, said_by
from relata.claims.segments import Segment
from relata.model import OUTLET, ActorName, Span

_REACH = 4
"""Segments back in which the figures stand that a doubt is about."""


def figures_before(
    context: Context, found: tuple[Segment, ...], of_segment: list[Happening | None], number: int
) -> list[tuple[Happening, TollFound, Span]]:
    """The tolls of the voice that spoke last before segment ``number``, in its paragraph or the one before.

    "The militants said 63 soldiers had died. There was no way to check that figure": the doubt is about the 63. Where
    nobody is named, the figures are the report's own ("Some 40 people died. The toll could not be verified.").

    Args:
        context: the report.
        found: its segments.
        of_segment: the happening of each segment, or None.
        number: the segment of the doubt.
    """
    sentences = context.annotated.sentences
    here = sentences[found[number].sentence].paragraph
    told: list[tuple[ActorName, tuple[Happening, TollFound, Span]]] = []
    for at in range(number, max(-1, number - _REACH - 1), -1):
        happening = of_segment[at]
        if here - sentences[found[at].sentence].paragraph > 1:
            break
        for candidate in happening.candidates if happening else ():
            if happening is None or candidate.segment is not found[at]:
                continue
            for toll in candidate.tolls:
                span = _span(context, toll)
                told.append((said_by(context, span).holder, (happening, toll, span)))
    voice = next((holder for holder, _ in told if holder.key != OUTLET), None) or outlet_of(context)
    return [figure for holder, figure in told if holder.text == voice.text]


def told_by_others(context: Context, happening: Happening) -> bool:
    """Whether anybody but the report itself tells of the event, or of its toll."""
    spans = [candidate.trigger_span(context.annotated) for candidate in happening.candidates]
    spans += [_span(context, toll) for candidate in happening.candidates for toll in candidate.tolls]
    return any(said_by(context, span).holder.key != OUTLET for span in spans)


def _span(context: Context, toll: TollFound) -> Span:
    tokens = context.annotated.tokens
    return Span(tokens[toll.first].start, tokens[max(toll.first, toll.last - 1)].end)
