"""Tolls: how many people a sentence says were killed, wounded, missing, abducted or arrested.

For each word of harm the people are looked for where its grammar puts them: the subject of a passive or of "died",
the object of an active verb, the number before "dead" or "deaths", the number after "death toll". Lists keep their
members apart; members that are part of another ("including two children") are marked.
"""

from __future__ import annotations

from dataclasses import replace

from relata.claims.harm_words import Harm, TollFound, find_harms
from relata.claims.people import Group, people_groups
from relata.claims.stated_tolls import by_number, none_harmed, stated
from relata.language.annotated import Annotated, Sentence
from relata.tables.claim_words import words

_BE = words("passive_auxiliaries")
_BETWEEN = words("between_auxiliary")
_DEADLY = words("deadly")
_REMAINS = words("remains")
_STATES = {"injured", "wounded", "killed", "dead", "missing", "hurt"}
_SAYING = {"said", "say", "says", "told", "reported", "added", "announced"}
_SUBORDINATORS = words("subordinators")


def find_tolls(annotated: Annotated, sentence: Sentence) -> tuple[TollFound, ...]:
    """Every toll that the sentence states, in order of the words of harm."""
    harms = find_harms(annotated, sentence)
    if not harms:
        return none_harmed(annotated, sentence)
    figures = stated(annotated, sentence)
    groups = people_groups(annotated, sentence)
    found: list[TollFound] = []
    people: dict[int, list[Group]] = {}
    for index, harm in enumerate(harms):
        own = _people_of(annotated, sentence, harm, groups)
        if not own:
            own = _shared(annotated, harms, index, people, groups, sentence)
        people[index] = own
        own = [*own, *_parts_after(annotated, harm, own, groups)]
        found.extend(
            TollFound(
                harm.attribute, group.count, group, min(group.first, harm.first), max(group.last, harm.last), harm.first
            )
            for group in own
            if harm.attribute != "wounded" or not _are_dead(annotated, group)
        )
    found.extend(by_number(annotated, sentence, harms))
    found.extend(none_harmed(annotated, sentence))
    taken = {at for figure in figures for at in range(figure.first, figure.last)}
    plain = [toll for toll in found if toll.harm not in taken or toll.count.high == 0]
    return tuple(dict.fromkeys((*_without_the_dead(annotated, sentence, plain), *figures)))


def _are_dead(annotated: Annotated, group: Group) -> bool:
    """Whether the people are bodies: the first of "12 bodies and 20 injured" are not among the injured."""
    return any(token.lower in _REMAINS for token in annotated.tokens[group.first : group.last])


def _without_the_dead(annotated: Annotated, sentence: Sentence, found: list[TollFound]) -> list[TollFound]:
    """People "shot" or "stabbed" are wounded, unless the sentence says that the same people died."""
    told = {(toll.group.first, toll.group.last) for toll in found if toll.attribute != "shot" and toll.group}
    deadly = any(token.lower in _DEADLY for token in annotated.tokens[sentence.first : sentence.last])
    kept = []
    for toll in found:
        if toll.attribute != "shot":
            kept.append(toll)
        elif toll.group and (toll.group.first, toll.group.last) not in told and not deadly:
            kept.append(replace(toll, attribute="wounded"))
    return kept


def _people_of(annotated: Annotated, sentence: Sentence, harm: Harm, groups: tuple[Group, ...]) -> list[Group]:
    roles = harm.roles
    if roles & {"past", "participle", "adjective"}:
        if _passive(annotated, sentence, harm):
            return _subject(annotated, groups, harm.first)
        if roles & {"past", "participle"}:
            objects = _objects(annotated, groups, harm.last)
            if objects:
                return objects
        return _just_before(annotated, groups, harm.first)
    if roles & {"ing", "base", "third"}:
        objects = _objects(annotated, groups, harm.last)
        if objects or "dies" not in roles:
            return objects
    if "dies" in roles:
        return _subject(annotated, groups, harm.first)
    if "noun" in roles:
        return _of_noun(annotated, groups, harm)
    if "object verb" in roles:
        return _lives(annotated, harm, groups)
    return []


def _parts_after(annotated: Annotated, harm: Harm, own: list[Group], groups: tuple[Group, ...]) -> list[Group]:
    """ "25 people dead, including 15 civilians": parts told after the word of harm."""
    if not own or own[-1].first > harm.first:
        return []
    parts: list[Group] = []
    for group in groups:
        if group.first >= harm.last and group.first <= harm.last + 4 + 8 * len(parts):
            between = annotated.tokens[harm.last : group.first]
            if group.part and (
                parts or all(token.pos not in {"VERB", "AUX"} or token.lower == "including" for token in between)
            ):
                parts.append(group)
    return parts


def _passive(annotated: Annotated, sentence: Sentence, harm: Harm) -> bool:
    at = harm.first - 1
    for _ in range(5):
        if at < sentence.first:
            return False
        word = annotated.tokens[at].lower
        if word in _BE:
            return True
        if word not in _BETWEEN:
            return False
        at -= 1
    return False


def _subject(annotated: Annotated, groups: tuple[Group, ...], at: int) -> list[Group]:
    """The list of groups that is the subject of the verb at ``at``: nothing finite stands between."""
    tokens = annotated.tokens
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if group.last > at:
            continue
        if _verb_between(annotated, group.last, at):
            return []
        before = tokens[group.first - 1] if group.first else None
        embedded = (
            before is not None and before.pos == "ADP" and before.lower not in {"including", "among", "after", "when"}
        )
        if embedded and not group.part:
            continue
        return _chain(groups, index)
    return []


def _verb_between(annotated: Annotated, first: int, last: int) -> bool:
    """Whether a finite verb parts a subject from its verb; one relative clause is passed over."""
    tokens = annotated.tokens
    relative = any(token.lower in {"who", "whom", "which"} for token in tokens[first : min(first + 2, last)])
    verbs = 0
    for at in range(first, last):
        token = tokens[at]
        if token.text in {";", ":"} or token.lower in {"when", "while", "after", "where", "as"}:
            return True
        if token.pos == "VERB" and token.lower not in _BETWEEN and not token.lower.endswith("ing"):
            verbs += 1
    return verbs > (1 if relative else 0)


def _chain(groups: tuple[Group, ...], index: int) -> list[Group]:
    """The list that the group at ``index`` ends, from its first member."""
    chain = [groups[index]]
    while index > 0 and groups[index].joined:
        index -= 1
        chain.append(groups[index])
    return chain[::-1]


_LONGEST_TITLE = 6
"""Words of office between a verb and a name: "killed former Attorney General Roberto García"."""


def _objects(annotated: Annotated, groups: tuple[Group, ...], at: int) -> list[Group]:
    """The list of groups that directly follows a verb ending before ``at``."""
    tokens = annotated.tokens
    for index, group in enumerate(groups):
        if group.first < at:
            continue
        between = tokens[at : group.first]
        titled = group.kind == "named"
        allowed = {"ADV", "DET", "ADJ", "NOUN", "PROPN"} if titled else {"ADV", "DET", "ADJ"}
        plain = all(token.pos in allowed and token.lower not in _SUBORDINATORS for token in between)
        if len(between) > (_LONGEST_TITLE if titled else 3) or not plain:
            return []
        members = [group]
        for following in groups[index + 1 :]:
            if not following.joined or _before_new_verb(annotated, groups, following):
                break
            members.append(following)
        return members
    return []


def _before_new_verb(annotated: Annotated, groups: tuple[Group, ...], group: Group) -> bool:
    """Whether the group is the subject of a verb of its own ("killed five people and two soldiers were wounded")."""
    tokens = annotated.tokens
    end = max(
        (other.last for other in groups if other.first >= group.first and (other is group or other.joined)),
        default=group.last,
    )
    following = tokens[end].lower if end < len(tokens) else ""
    after_own = tokens[group.last].lower if group.last < len(tokens) else ""
    return bool({following, after_own} & (_BE | _SAYING)) or after_own in _STATES


def _just_before(annotated: Annotated, groups: tuple[Group, ...], at: int) -> list[Group]:
    """The group that ends right before ``at`` ("28 others injured"), with the list it ends."""
    tokens = annotated.tokens
    start = at
    while start > 0 and tokens[start - 1].lower in _BETWEEN:
        start -= 1
    for index, group in enumerate(groups):
        if group.last == start and not (group.kind in {"named", "militant"} and group.count.words == ""):
            return _chain(groups, index)
    return []


def _of_noun(annotated: Annotated, groups: tuple[Group, ...], harm: Harm) -> list[Group]:
    """ "the death of a civilian", "deaths of 12 people", "injuries to three"."""
    tokens = annotated.tokens
    if harm.last < len(tokens) and tokens[harm.last].lower in {"of", "to"}:
        return _objects(annotated, groups, harm.last + 1)
    return []


def _lives(annotated: Annotated, harm: Harm, groups: tuple[Group, ...]) -> list[Group]:
    """ "claimed the lives of 12 people"; "claimed 12 lives" is read by its number."""
    tokens = annotated.tokens
    ahead = [token.lower for token in tokens[harm.last : harm.last + 4]]
    if "lives" in ahead and "of" in ahead:
        return _objects(annotated, groups, harm.last + ahead.index("of") + 1)
    return []


def _shared(
    annotated: Annotated,
    harms: list[Harm],
    index: int,
    people: dict[int, list[Group]],
    groups: tuple[Group, ...],
    sentence: Sentence,
) -> list[Group]:
    """People shared by coordinated verbs: "was shot and wounded", "killed and wounded several people"."""
    harm = harms[index]
    tokens = annotated.tokens
    at = harm.first
    while at > sentence.first and tokens[at - 1].lower in _BETWEEN:
        at -= 1
    if (
        index > 0
        and at > sentence.first
        and tokens[at - 1].lower in {"and", "then", ","}
        and harm.roles & {"participle", "past", "dies"}
    ):
        previous = next((back for back in range(index - 1, -1, -1) if people.get(back)), None)
        if previous is not None and harms[previous].attribute != harm.attribute:
            return people[previous]
    if index + 1 < len(harms) and harms[index + 1].first - harm.last <= 1 and tokens[harm.last].lower == "and":
        following = harms[index + 1]
        if following.attribute != harm.attribute and harm.roles & {"past", "participle", "base", "ing"}:
            return _people_of(annotated, sentence, following, groups)
    return []
