"""Tolls: how many people a sentence says were killed, wounded, missing, abducted or arrested.

For each word of harm the people are looked for where its grammar puts them (``patients``). Lists keep their members
apart; members that are part of another ("including two children") are marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from relata.claims.harm_words import Harm, TollFound, find_harms
from relata.claims.none_harmed import none_harmed
from relata.claims.patients import Patients, negated
from relata.claims.people import Group, people_groups
from relata.claims.stated_tolls import by_number, stated
from relata.language.annotated import Annotated, Sentence
from relata.model import Count
from relata.tables.claim_words import words

_DEADLY = words("deadly")
_REMAINS = words("remains")
_HELD = words("taken_by_either_side")
_MORE_OF_THEM = frozenset({"other", "others", "more", "another"})


def find_tolls(annotated: Annotated, sentence: Sentence) -> tuple[TollFound, ...]:
    """Every toll that the sentence states, in order of the words of harm."""
    harms = find_harms(annotated, sentence)
    if not harms:
        return tuple(dict.fromkeys((*none_harmed(annotated, sentence), *stated(annotated, sentence))))
    figures = stated(annotated, sentence)
    patients = Patients(annotated, sentence, harms, people_groups(annotated, sentence))
    found: list[TollFound] = []
    for index, harm in enumerate(harms):
        for group in patients.of(index):
            if _is_told(annotated, harm, group):
                kind = _kind_of_bare(annotated, group, found)
                found.append(_toll(annotated, sentence, harm, replace(group, kind=kind)))
    found.extend(by_number(annotated, sentence, harms))
    found.extend(none_harmed(annotated, sentence))
    taken = {at for figure in figures for at in range(figure.first, figure.last)}
    plain = [toll for toll in found if toll.harm not in taken or toll.count.high == 0]
    return _told_once((*_together(_shot(annotated, sentence, plain)), *figures))


def _told_once(found: Iterable[TollFound]) -> tuple[TollFound, ...]:
    """The tolls without what is read twice: a bare figure beside the same figure of people."""
    tolls = tuple(dict.fromkeys(found))
    counted = {(toll.attribute, toll.harm, toll.count) for toll in tolls if toll.group}
    return tuple(toll for toll in tolls if toll.group or (toll.attribute, toll.harm, toll.count) not in counted)


def _together(found: list[TollFound]) -> list[TollFound]:
    """ "40 soldiers were killed and wounded": as many together, so that each number is at most that."""
    fates: dict[tuple[int, int], set[str]] = {}
    for toll in found:
        if toll.group and toll.count.high != 0 and toll.attribute in {"killed", "wounded"}:
            fates.setdefault((toll.group.first, toll.group.last), set()).add(toll.attribute)
    made = []
    for toll in found:
        both = toll.group is not None and len(fates.get((toll.group.first, toll.group.last), ())) == 2
        if both and (toll.count.low or 2) > 1:
            made.append(replace(toll, count=Count(None, toll.count.high, toll.count.words, toll.count.approx)))
        else:
            made.append(toll)
    return made


def _kind_of_bare(annotated: Annotated, group: Group, found: list[TollFound]) -> str | None:
    """ "16 rebels were killed and 15 wounded": the bare number counts people of the kind named before it.

    "15 others" are not: after people killed they are as often bystanders.
    """
    before = found[-1].group if found else None
    if group.kind is not None or not group.bare or before is None or group.part:
        return group.kind
    between = annotated.tokens[before.last : group.first]
    close = 0 < len(between) <= 4 and between[-1].lower in {"and", ",", "while"}
    return before.kind if close and not _set_apart(annotated, group) else None


def _is_told(annotated: Annotated, harm: Harm, group: Group) -> bool:
    """Whether the word of harm is said of these people.

    Of "12 bodies and 20 injured" the first are not injured.
    """
    tokens = annotated.tokens
    if harm.attribute != "wounded":
        return True
    return not any(token.lower in _REMAINS for token in tokens[group.first : group.last])


def _toll(annotated: Annotated, sentence: Sentence, harm: Harm, group: Group) -> TollFound:
    attribute = harm.attribute
    first, last = min(group.first, harm.first), max(group.last, harm.last)
    if attribute == "abducted" and group.kind == "militant" and annotated.tokens[harm.first].lower in _HELD:
        attribute = "arrested"  # an army captures rebels; rebels capture soldiers
    denied = negated(annotated, sentence, harm, group)
    if denied is not None and attribute in {"killed", "wounded", "shot"}:
        tokens = annotated.tokens
        words = annotated.text[tokens[denied].start : tokens[harm.last - 1].end]
        none = Count(0, 0, " ".join(words.split()))
        told = replace(group, count=none, bare=True, part=True)
        return TollFound(
            "wounded" if attribute == "shot" else attribute, none, told, min(denied, first), last, harm.first
        )
    return TollFound(attribute, group.count, group, first, last, harm.first)


def _shot(annotated: Annotated, sentence: Sentence, found: list[TollFound]) -> list[TollFound]:
    """People "shot" or "stabbed" are wounded, unless the sentence says that the same people died.

    Of "four shot, one fatally" three are wounded.
    """
    told = {(toll.group.first, toll.group.last) for toll in found if toll.attribute != "shot" and toll.group}
    tokens = annotated.tokens
    own_hand = {toll.harm for toll in found if toll.attribute == "killed" and toll.group and toll.group.oneself}
    deadly = any(tokens[at].lower in _DEADLY and at not in own_hand for at in range(sentence.first, sentence.last))
    hurt = any(toll.attribute == "wounded" for toll in found)
    kept = []
    for toll in found:
        if toll.attribute != "shot":
            kept.append(toll)
            continue
        if toll.group is None or (toll.group.first, toll.group.last) in told:
            continue
        if not deadly or _set_apart(annotated, toll.group):
            kept.append(replace(toll, attribute="wounded", shot=True))
        elif not hurt:
            kept.extend(_survivors(toll, found))
    return kept


def _survivors(shot: TollFound, found: list[TollFound]) -> list[TollFound]:
    """Those of the people shot who are not said to have died."""
    killed = [toll for toll in found if toll.attribute == "killed" and toll.group and not toll.group.oneself]
    dead = [toll.count for toll in killed if toll.group and not toll.group.part] or [toll.count for toll in killed]
    fewest = sum(count.low or 0 for count in dead)
    count = shot.count
    if not dead or count.low is None or not 0 < fewest < count.low or any(one.low is None for one in dead):
        return []
    high = count.high - fewest if count.high is not None else None
    left = Count(count.low - fewest, high, count.words, count.approx)
    return [replace(shot, attribute="wounded", count=left)]


def _set_apart(annotated: Annotated, group: Group) -> bool:
    """ "a boy killed, six others shot": these are not the dead."""
    return any(token.lower in _MORE_OF_THEM for token in annotated.tokens[group.first : group.last])
