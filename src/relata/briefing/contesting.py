"""Points of one incident on which accounts differ."""

from __future__ import annotations

from collections.abc import Iterator

from relata.briefing.parts import Sentence
from relata.briefing.telling import COUNTED, SAYING, Teller
from relata.model import Claim, Count, DateInterval, Place, Toll
from relata.words.text import one_line
from relata.words.values import country_name, long_date

FIGURES_MOST = 8
"""Different figures listed for one toll."""


def contested_points(teller: Teller) -> Iterator[Sentence]:
    """Whether it happened, by whose hand, with how many dead, when and in which country: who says what."""
    yield from _happening(teller)
    yield from _hands(teller)
    for name in COUNTED:
        yield from _toll(teller, name)
    yield from _days(teller)
    yield from _countries(teller)


def _happening(teller: Teller) -> Iterator[Sentence]:
    for stance, words in (("denies", "denied"), ("doubts", "doubted")):
        against = [one for one in teller.of("happened") if one.stance == stance]
        if against:
            yield (f"That it happened is {words} by ", *teller.who(against), ".")


def _hands(teller: Teller) -> Iterator[Sentence]:
    rows = teller.incident.responsible
    for row in rows:
        if row.status not in ("disputed", "denied"):
            continue
        name = one_line(row.actor.name)
        said = teller.naming(row.actor.id)
        sure = [one for one in said if one.stance in SAYING]
        against = [one for one in said if one.stance == "denies"]
        if sure and against:
            yield (f"Whether {name} did it: said by ", *teller.who(sure), "; denied by ", *teller.who(against), ".")
        elif against:
            yield (f"That {name} did it is denied by ", *teller.who(against), ", and said by nobody here.")
    named = [row for row in rows if row.status in ("claimed", "attributed", "suspected")]
    if len(named) > 1:
        listed = "; ".join(f"{one_line(row.actor.name)} ({row.status})" for row in named)
        yield (f"More than one is named as responsible: {listed}.",)


def _toll(teller: Teller, name: str) -> Iterator[Sentence]:
    toll: Toll | None = getattr(teller.incident, name)
    if toll is None or toll.low is None or toll.low == toll.high or (toll.high is None and toll.low == toll.best):
        return
    figures: dict[tuple[int | None, int | None, str], list[Claim]] = {}
    for one in teller.of(name):
        if isinstance(one.value, Count) and one.side is None and not one.part and one.stance in SAYING:
            vague = one.value.words.casefold() if one.value.vague else ""
            figures.setdefault((one.value.low, one.value.high, vague), []).append(one)
    if len(figures) > 1:
        parts: list[str | int] = [f"{COUNTED[name].capitalize()}: "]
        for at, claims in enumerate(list(figures.values())[:FIGURES_MOST]):
            first = claims[0].value
            parts += [
                "; " if at else "",
                f"{_figure(first)}, " if isinstance(first, Count) else "",
                *teller.who(claims),
            ]
        rest = len(figures) - FIGURES_MOST
        yield (*parts, f"; and {rest} more figures." if rest > 0 else ".")


def _figure(count: Count) -> str:
    words = one_line(count.words, 40)
    if count.low == count.high and count.low is not None and not any(char.isdigit() for char in words):
        return f"{count.low:,} (“{words}”)"
    return words


def _days(teller: Teller) -> Iterator[Sentence]:
    chosen = teller.incident.date
    if chosen is None:
        return
    others: dict[str, list[Claim]] = {}
    for one in teller.of("date"):
        if isinstance(one.value, DateInterval) and not one.value.meets(chosen):
            others.setdefault(long_date(one.value), []).append(one)
    for words, claims in others.items():
        yield (f"The day: {long_date(chosen)} here; {words} by ", *teller.who(claims), ".")


def _countries(teller: Teller) -> Iterator[Sentence]:
    chosen = teller.incident.place
    if chosen is None or chosen.country is None:
        return
    others: dict[str, list[Claim]] = {}
    for one in teller.of("place"):
        if isinstance(one.value, Place) and one.value.country not in (None, chosen.country):
            others.setdefault(str(one.value.country), []).append(one)
    for code, claims in others.items():
        here = country_name(chosen.country)
        yield (f"The country: {here} here; {country_name(code)} by ", *teller.who(claims), ".")
