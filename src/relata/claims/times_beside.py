"""Words beside a time that tell whether it is one: what stands before months, after figures, around names."""

from __future__ import annotations


def word_set(lines: str) -> frozenset[str]:
    """The words of ``lines``, parted by white space."""
    return frozenset(lines.split())


BEFORE_MONTHS = word_set(
    """
    in since by until till from to last this next early late mid during through throughout before after between
    around about and or of for each every past previous following that same end middle beginning begins began
    starting ending
    """
)
"""A month alone is one after these; "may" and "march" only then."""
BEFORE_PARTS = word_set(
    """
    at in the during by before until till after since all one a around about from to that of late early
    """
)
"""The words "night" and "noon" alone are times after these."""
BEFORE_SEASONS = word_set(
    """
    in the this last next by until since during of early late mid through for every each after before following
    """
)
"""The words "spring" and "fall" are seasons only after these."""
COUNTING = word_set(
    """
    killed killing kills wounded wounding injured injuring about least than nearly almost over only another
    around approximately roughly some all room flight highway route number no article resolution law section
    page unit decree chapter order arrested detained displaced abducted rescued employs employed totalling
    totaling estimated
    """
)
"""Four figures after these are a count or a number of something, not a year."""
COUNTED = word_set(
    """
    people persons person civilians troops soldiers men women children fighters militants rebels police officers
    members victims casualties deaths dead wounded injured killed families homes houses refugees prisoners
    kilometers kilometres km miles meters metres m feet tons tonnes kg pounds dollars euros pesos rupees percent
    cases incidents vehicles tanks aircraft planes ships guns rounds shells rockets missiles bombs workers
    residents villagers hectares acres hours local gmt megawatts votes seats prisoners detainees strong
    """
)
"""Four figures before these are a count."""
MODAL_AFTER = word_set(
    """
    be have not also well never still yet have only even seem take lead become
    """
)
"""What follows "may" the verb."""
PAPERS = word_set(
    """
    times telegraph mirror express mail independent herald post world star sun news tribune mercury monitor
    nation beast leader league school people agreement
    """
)
"""Newspapers and the like called by a day."""
NAMED_FOR_DAYS = word_set(
    """
    avenue street boulevard road square brigade battalion movement bridge stadium university
    """
)
"""Things called by a day ("1 May Avenue")."""
FEASTS = word_set(
    """
    market markets party tree trees shopping lights gifts service mass dinner song island carol carols
    """
)
"""A "Christmas market" is a place, not a day."""
DAYS_OF_NAME = word_set(
    """
    bloody black palm easter good holy ash fat super cyber red
    """
)
"""Days that are names of events or feasts ("Bloody Sunday")."""
CLOCK_BEFORE = word_set(
    """
    at about around approximately by until till from between and after before to since
    """
)
"""Figures after these can be an hour."""
CLOCK_AFTER = word_set(
    """
    gmt utc hours hrs local am pm a.m p.m est edt cet z
    """
)
"""Figures before these are an hour."""
ABBREVIATED = word_set(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""Months cut short, which need their point or a day."""
