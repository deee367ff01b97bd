"""Who suffered what: the people to whom a word of harm belongs, by its grammar.

The subject of a passive or of "died", the object of an active verb, the people before "dead" or after "the death of".
A pattern of voice is found first; then the list of people that stands in its place is taken whole.
"""

from __future__ import annotations

from relata.claims.harm_words import Harm
from relata.claims.hung_clauses import shortened_clause, speaks
from relata.claims.numbers import read_number
from relata.claims.people import Group
from relata.claims.people_heads import past_brackets
from relata.language.annotated import Annotated, Sentence, Token
from relata.tables.claim_words import phrases, words

_BE = words("passive_auxiliaries")
_BETWEEN = words("between_auxiliary")
_PERFECT = frozenset({"has", "have", "had", "having", "'ve", "to"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_STATES = words("states_of_harm")
_SAYING = words("saying_verbs")
_SUBORDINATORS = words("subordinators")
_WITH = tuple(tuple(phrase.split()) for phrase in phrases("taken_along"))
_HUMAN = words("harm_to_people_alone")
_MEASURES = words("measures")
_HOURS = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "weekend", "summer", "winter", "spring", "time"}
)
_CONTAINERS = words("containers_of_people")
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_LEAVING = frozenset({"leave", "left", "leaving"})
_CLAUSES = frozenset({"when", "while", "after", "where", "as", "because", "whereas", "although"})
_LONGEST_TITLE = 6
"""Words of office between a verb and a name: "killed former Attorney General Roberto García"."""
_FARTHEST_COMPANY = 9
"""Words between a verb and those who suffered along with its subject ("killed on Monday along with two guards")."""


class Patients:
    """The people of every word of harm in one sentence."""

    def __init__(self, annotated: Annotated, sentence: Sentence, harms: list[Harm], groups: tuple[Group, ...]) -> None:
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._sentence = sentence
        self._harms = harms
        self._groups = groups
        self._found: dict[int, list[Group]] = {}
        self._aside = _in_brackets(self._tokens, sentence)

    def of(self, index: int) -> list[Group]:
        """The people of the word of harm with number ``index``; ask in order."""
        harm = self._harms[index]
        own = self._own(harm) or self._shared(index)
        own = [group for group in own if not group.loose or self._can_be_loose(harm, group)]
        self._found[index] = own
        return [*own, *self._company(harm, own), *self._parts_after(harm, own)]

    def _can_be_loose(self, harm: Harm, group: Group) -> bool:
        """Whether the word of harm by itself shows that what it strikes are people."""
        if group.bare or group.count.low is None:
            return True
        return any(token.lower in _HUMAN for token in self._tokens[harm.first : harm.last])

    def _own(self, harm: Harm) -> list[Group]:
        roles = harm.roles
        if "gapped" in roles:
            return self._objects(harm.first + 1)
        bent = roles & {"past", "participle", "adjective"} or ("base" in roles and "noun" not in roles)
        if bent and is_passive(self._annotated, self._sentence, harm):
            return self._subject(harm.first)
        if roles & {"past", "participle", "adjective"}:
            active = roles & {"past", "participle"} and not self._counted_before(harm.first)
            objects = self._objects(harm.last) if active else []
            return objects or ([] if self._strikes_a_thing(harm) else self._just_before(harm.first))
        if roles & {"ing", "base", "third"}:
            objects = self._objects(harm.last)
            if objects or "dies" not in roles:
                return objects
        if "dies" in roles:
            return self._subject(harm.first)
        if "noun" in roles:
            return self._of_noun(harm)
        return self._lives(harm) if "object verb" in roles else []

    def _subject(self, at: int) -> list[Group]:
        """The list of groups that is the subject of the verb at ``at``: nothing finite stands between."""
        tokens = self._tokens
        start = _verb_start(tokens, at, self._sentence.first)
        if start > self._sentence.first and tokens[start - 1].lower in {"and", "but", "then"}:
            return self._subject_of_earlier(start - 1)
        for index in range(len(self._groups) - 1, -1, -1):
            group = self._groups[index]
            if group.last > start:
                continue
            if self._verb_between(group.last, start, passive=any(token.lower in _BE for token in tokens[start:at])):
                if tokens[group.first].lower == "whose":
                    continue  # "a woman whose husband was killed in May was shot dead"
                return []
            if group.first in self._aside:
                continue
            relative = group.last < start and tokens[group.last].lower in _RELATIVES
            if (self._embedded(group) and not relative) or (group.loose and not self._fits(group, start, at)):
                continue
            return self._not_told_already(self._chain(index), at)
        return []

    def _strikes_a_thing(self, harm: Harm) -> bool:
        """ "Lena Okafor shot three films": an active verb whose object is no person."""
        after = self._tokens[harm.last : min(harm.last + 3, self._sentence.last)]
        if len(after) < 2 or "adjective" in harm.roles or after[0].pos not in {"DET", "NUM", "PRON"}:
            return False
        return not any(token.lower in _MEASURES | _HOURS or token.lower.endswith("day") for token in after)

    def _counted_before(self, at: int) -> bool:
        """ "of the 1,800 wounded some 200 …": a definite number right before belongs to the word of harm."""
        own = next((group for group in self._groups if group.last == at and group.bare and not group.loose), None)
        first = own.first - 1 if own else -1
        return first >= self._sentence.first and self._tokens[first].lower in {"the", "those", "these"}

    def _not_told_already(self, chain: list[Group], at: int) -> list[Group]:
        """The list without members that a word of harm before has ("five killed, two of them women, and six hurt")."""
        taken = {group.first for own in self._found.values() for group in own if group.last <= at}
        free = [group for group in chain if group.first not in taken]
        if chain[-1] not in free:
            return chain
        while len(free) > 1 and free[0].part and not free[-1].part:
            free = free[1:]
        return free

    def _subject_of_earlier(self, conjunction: int) -> list[Group]:
        """ "Two men attacked a post and were shot dead": the people before the first verb of the clause."""
        tokens, sentence = self._tokens, self._sentence
        if self._harm_before(conjunction):
            return []
        for at in range(conjunction - 1, sentence.first, -1):
            if tokens[at].pos == "VERB" and not tokens[at].lower.endswith("ing"):
                before = [group for group in self._groups if group.last <= at]
                close = bool(before) and not self._verb_between(before[-1].last, at, passive=False)
                if close and not self._embedded(before[-1]) and not before[-1].loose:
                    return self._chain(len(before) - 1)
        return []

    def _harm_before(self, at: int) -> bool:
        """Whether a word of harm with people of its own stands before ``at`` in the sentence."""
        return any(harm.last <= at and self._found.get(index) for index, harm in enumerate(self._harms))

    def _embedded(self, group: Group) -> bool:
        """Whether a group stands inside a phrase of another ("a convoy of 20 soldiers", "after two men …")."""
        tokens = self._tokens
        before = tokens[group.first - 1] if group.first > self._sentence.first else None
        if before is None or before.pos != "ADP" or group.part:
            return False
        if before.lower in {"including", "among", "after", "when"}:
            return False
        head = tokens[group.first - 2].lower if group.first - 2 >= self._sentence.first else ""
        return head not in _CONTAINERS

    def _fits(self, group: Group, start: int, at: int) -> bool:
        """Whether a noun that no list holds is the subject of its verb: next to it, and one for "was"."""
        tokens = self._tokens
        between = tokens[group.last : start]
        if any(token.text == "," or token.lower in _SUBORDINATORS - {"in", "by"} for token in between):
            return False
        plural = any(token.lower in {"were", "are", "have", "'re"} for token in tokens[start:at])
        return not plural or group.count.low != 1 or group.joined

    def _verb_between(self, first: int, last: int, *, passive: bool) -> bool:
        """Whether a finite verb parts a subject from its verb; one relative or shortened clause is passed over."""
        tokens = self._tokens
        relative = any(token.lower in _RELATIVES for token in tokens[first : min(first + 2, last)])
        shortened = passive and shortened_clause(tokens, first, last)
        if speaks(tokens, first, last):
            return True  # "police said the victim was shot"; "the victim, police said, was shot" is another matter
        verbs, at = 0, first
        while at < last:
            end = past_brackets(tokens, at, last)
            if end > at:
                at = end
                continue
            token = tokens[at]
            if token.text in {";", ":"} or (token.lower in _CLAUSES and not relative):
                return True
            if token.pos == "VERB" and token.lower not in _BETWEEN and not token.lower.endswith("ing"):
                verbs += 1
            at += 1
        return verbs > (1 if relative or shortened else 0)

    def _chain(self, index: int) -> list[Group]:
        """The list that the group at ``index`` ends, from its first member."""
        chain = [self._groups[index]]
        while index > 0 and self._groups[index].joined and not self._is_agent(self._groups[index - 1]):
            index -= 1
            chain.append(self._groups[index])
        return chain[::-1]

    def _is_agent(self, group: Group) -> bool:
        """ "killed by gunmen and a fourth was kidnapped": those after "by" are no members of the list."""
        return group.first > self._sentence.first and self._tokens[group.first - 1].lower == "by"

    def _objects(self, at: int) -> list[Group]:
        """The list of groups that directly follows a verb ending before ``at``."""
        tokens = self._tokens
        for index, group in enumerate(self._groups):
            if group.first < at:
                continue
            between = tokens[at : group.first]
            titled = group.kind == "named"
            allowed = {"ADV", "DET", "ADJ", "NOUN", "PROPN"} if titled else {"ADV", "DET", "ADJ"}
            plain = all(token.pos in allowed and token.lower not in _SUBORDINATORS for token in between)
            if len(between) > (_LONGEST_TITLE if titled else 3) or not plain or (group.loose and between):
                return []
            if group.loose and not group.bare and self._describes(at):
                return []
            members = [group]
            for following in self._groups[index + 1 :]:
                if not following.joined or self._before_new_verb(following):
                    break
                members.append(following)
            return members
        return []

    def _describes(self, at: int) -> bool:
        """ "the arrested persons": the word before ``at`` describes and tells of no act."""
        before = self._tokens[at - 2] if at - 2 >= self._sentence.first else None
        return before is not None and before.pos in {"DET", "ADJ", "NUM"}

    def _before_new_verb(self, group: Group) -> bool:
        """Whether the group has a verb of its own ("killed five people and two soldiers were wounded")."""
        tokens = self._tokens
        end = max(
            (other.last for other in self._groups if other.first >= group.first and (other is group or other.joined)),
            default=group.last,
        )
        following = tokens[end].lower if end < len(tokens) else ""
        after_own = tokens[group.last].lower if group.last < len(tokens) else ""
        if after_own in _STATES or {following, after_own} & (_BE | _SAYING):
            return True
        own = tokens[group.last] if group.last < self._sentence.last else None
        return own is not None and own.pos in {"VERB", "AUX"} and not own.lower.endswith("ing")

    def _just_before(self, at: int) -> list[Group]:
        """The group that ends right before ``at`` ("28 others injured"), with the list it ends."""
        start = at
        tokens = self._tokens
        while start > self._sentence.first and (
            tokens[start - 1].lower in _BETWEEN or (tokens[start - 1].pos == "ADV" and tokens[start - 1].text != ",")
        ):
            start -= 1
        start = _before_age(tokens, start, self._sentence.first)
        for index, group in enumerate(self._groups):
            if group.last in {start, at} and not (group.loose and not group.bare):
                return self._not_told_already(self._chain(index), at)
        return []

    def _of_noun(self, harm: Harm) -> list[Group]:
        """ "the death of a civilian", "deaths of 12 people", "injuries to three"."""
        tokens = self._tokens
        if harm.last < len(tokens) and tokens[harm.last].lower in {"of", "to"}:
            return [group for group in self._objects(harm.last + 1) if not group.loose]
        return []

    def _lives(self, harm: Harm) -> list[Group]:
        """ "claimed the lives of 12 people"; "claimed 12 lives" is read by its number."""
        ahead = [token.lower for token in self._tokens[harm.last : harm.last + 4]]
        if {"lives", "life"} & set(ahead) and "of" in ahead:
            return self._objects(harm.last + ahead.index("of") + 1)
        return []

    def _shared(self, index: int) -> list[Group]:
        """People shared by coordinated verbs: "was shot and wounded", "killed and wounded several people"."""
        harm, tokens = self._harms[index], self._tokens
        at = _verb_start(tokens, harm.first, self._sentence.first)
        joined = at > self._sentence.first and tokens[at - 1].lower in {"and", "then", ",", "but", "or"}
        if index > 0 and joined and harm.roles & {"participle", "past", "dies", "adjective"}:
            previous = next((back for back in range(index - 1, -1, -1) if self._found.get(back)), None)
            if previous is not None and self._harms[previous].attribute != harm.attribute:
                return self._patients_again(previous, harm)
        if index + 1 < len(self._harms) and self._coordinated(harm, self._harms[index + 1]):
            following = self._harms[index + 1]
            if following.attribute != harm.attribute and harm.roles & {"past", "participle", "base", "ing"}:
                return self._own(following)
        return []

    def _patients_again(self, previous: int, harm: Harm) -> list[Group]:
        """The people of the verb before; where that was active and this is passive, those who did it."""
        before, people = self._harms[previous], self._found[previous]
        active = people[0].first > before.first and "noun" not in before.roles
        if active and is_passive(self._annotated, self._sentence, harm):
            return self._subject(before.first)
        return people

    def _coordinated(self, harm: Harm, following: Harm) -> bool:
        """ "shot and critically wounded": a conjunction and adverbs alone stand between."""
        between = self._tokens[harm.last : following.first]
        if not 0 < len(between) <= 3 or between[0].lower not in {"and", "or", "/"}:
            return False
        return all(token.pos == "ADV" or token.lower in _BETWEEN for token in between[1:])

    def _company(self, harm: Harm, own: list[Group]) -> list[Group]:
        """Those who suffered along with the subject of a passive: "was killed along with two guards"."""
        if not own or own[-1].first > harm.first or harm.attribute == "shot":
            return []
        tokens = self._tokens
        for at in range(harm.last, min(harm.last + _FARTHEST_COMPANY, self._sentence.last - 1)):
            if tokens[at].pos in {"VERB", "SCONJ"} or tokens[at].text in {";", "."}:
                return []
            begin = next((at + len(words) for words in _WITH if _reads(tokens, at, words)), None)
            if begin is not None:
                return [group for group in self._objects(begin) if not (group.loose or self._before_new_verb(group))]
        return []

    def _parts_after(self, harm: Harm, own: list[Group]) -> list[Group]:
        """ "25 people dead, including 15 civilians": parts told after the word of harm."""
        if not own or own[-1].first > harm.first:
            return []
        parts: list[Group] = []
        for group in self._groups:
            if group.first >= harm.last and group.first <= harm.last + 8 + 8 * len(parts):
                between = self._tokens[harm.last : group.first]
                if group.part and (
                    parts or all(token.pos not in {"VERB", "AUX"} or token.lower == "including" for token in between)
                ):
                    parts.append(group)
        return parts


def _in_brackets(tokens: tuple[Token, ...], sentence: Sentence) -> frozenset[int]:
    """The tokens that stand inside brackets."""
    aside: set[int] = set()
    at = sentence.first
    while at < sentence.last:
        end = past_brackets(tokens, at, sentence.last)
        aside.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(aside)


def _reads(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in tokens[at : at + len(words)]) == words


def is_passive(annotated: Annotated, sentence: Sentence, harm: Harm) -> bool:
    """Whether a form of "be" stands before the word of harm, with adverbs alone between."""
    start = _verb_start(annotated.tokens, harm.first, sentence.first)
    return any(token.lower in _BE for token in annotated.tokens[start : harm.first])


def negated(annotated: Annotated, sentence: Sentence, harm: Harm, group: Group) -> int | None:
    """Index of a "not" that belongs to the word of harm ("was not hurt", "did not leave people injured"), or None."""
    tokens = annotated.tokens
    start = _verb_start(tokens, harm.first, sentence.first)
    for at in range(start, harm.first):
        if tokens[at].lower in _NOT:
            return at
    before = [token.lower for token in tokens[max(sentence.first, group.first - 4) : group.first]]
    if group.last <= harm.first and before and before[-1] in _LEAVING and _NOT & set(before):
        return group.first - len(before) + next(index for index, word in enumerate(before) if word in _NOT)
    for at in range(start - 1, max(sentence.first, start - 8) - 1, -1):
        if tokens[at].lower == "neither":
            return at
        if tokens[at].pos in {"VERB", "AUX"}:
            break
    return None


def _verb_start(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Index of the first word of the verb that ends at ``at``: its auxiliaries and adverbs."""
    start = at
    while start > first and start > at - 7:
        before = tokens[start - 1]
        if not (
            before.lower in _BE or before.lower in _BETWEEN or before.lower in _PERFECT or before.lower in _NOT
        ) and not (before.pos == "ADV" and before.lower not in _CLAUSES and not read_number(tokens, start - 1, start)):
            break
        start -= 1
    return start


def _before_age(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Index before an age between commas that ends at ``at`` ("Man, 34, killed"), or ``at``."""
    aged = at - 3 >= first and tokens[at - 1].text == "," and tokens[at - 3].text == ","
    return at - 3 if aged and tokens[at - 2].text.isdigit() else at
