"""From a report to filled templates by learnt decisions: strings with roles, groups of sentences, drafts, choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.muc4_drafts import Decisions, Draft, draft
from benchmarks.muc4_features import View, view
from benchmarks.muc4_groups import grouped, telling
from benchmarks.muc4_marked import incidents_of, marked_mentions, offers_of, word_rules
from benchmarks.muc4_mentions import RoleMention, judge_relevance
from benchmarks.muc4_places import PlaceList
from benchmarks.muc4_weights import probability, weights
from relata.language import Annotated
from relata.model import Extraction


def templates(annotated: Annotated, extraction: Extraction, places: PlaceList) -> list[dict[int, list[str]]]:
    """The filled slots of each incident that the task wants of a report, in order."""
    decisions = weights()
    seen = view(annotated, extraction)
    seen.relevance = judge_relevance(seen, decisions["relevance"]["relevant"])
    rules = word_rules(seen, decisions["role"])
    mentions = marked_mentions(seen, offers_of(seen, rules), rules, decisions["take"])
    made = drafts(seen, mentions, decisions, decisions["bars"]["bars"], places)
    return [one.slots for one in wanted(seen, made, decisions["bars"]["bars"])]


def drafts(
    seen: View, mentions: Sequence[RoleMention], decisions: Decisions, bars: Mapping[str, float], places: PlaceList
) -> list[Draft]:
    """A draft for each group of sentences that tells an incident, with how likely the task wants it."""
    told = telling(seen, mentions, decisions["sentence"], places)
    groups = grouped(seen, told, decisions["same"]["same"], bars["same"])
    made = [draft(seen, group, groups, mentions, decisions, bars, places) for group in groups]
    for one in made:
        one.keep = probability(decisions["keep"]["keep"], one.features)
    return made


def wanted(seen: View, made: Sequence[Draft], bars: Mapping[str, float]) -> list[Draft]:
    """The drafts that the task likely wants; at least the likeliest where the marker is sure of the report.

    What lies more than two months back is never wanted (template-doc-part1, section 1.0, point 6).
    """
    made = [one for one in made if "age:old" not in one.features]
    chosen = [one for one in made if one.keep >= bars["keep"]]
    if not chosen and made and incidents_of(seen.annotated.marks)["relevant"] >= bars["report"]:
        return [max(made, key=lambda one: one.keep)]
    return chosen
