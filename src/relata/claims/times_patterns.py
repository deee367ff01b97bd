"""The shapes in which English news writes times: one pattern each, and a master that finds them all in one pass.

Every quantifier is bounded and no pattern crosses a blank line, so the search takes time in proportion to the text.
In the patterns a tilde stands for white space inside an expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,12})?|\n[^\S\n]{0,12})"
"""White space inside an expression: a line may break (wire copy has hard lines), a paragraph may not."""
_DASH = r"[-–—‐‑]"
_MONTH = (
    r"(?P<month>january\b|february\b|march\b|april\b|may\b|june\b|july\b|august\b|september\b|october\b|november\b|"
    r"december\b|jan\b\.?|feb\b\.?|mar\b\.?|apr\b\.?|jun\b\.?|jul\b\.?|aug\b\.?|sept?\b\.?|oct\b\.?|nov\b\.?|dec\b\.?)"
)
_ONE_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d)"
_DAYS = (
    rf"(?P<day>{_ONE_DAY})(?:(?:~?(?:{_DASH}|/|&)~?|~(?:and|or|to|until|through)~|,~(?:and~)?)(?P<until>{_ONE_DAY}))?"
)
_FOUR = r"(?:1\d|20)\d\d"
_YEAR = rf"(?P<year>{_FOUR})(?!\w|[.,]\d)"
_ERA = r"(?P<era>b\.c\b\.?(?:e\b\.?)?|bce?(?!\w)|a\.d\b\.?|ad(?!\w))"
_ANY_YEAR = rf"(?:(?P<old>\d{{1,4}})~{_ERA}|{_YEAR}|['’](?P<short>\d\d)(?!\w))"
_BARE_YEAR = r"(?P<bare>\d\d)(?=\s{0,3}(?:[(\[,;)]|--|$|\.(?!\d)))"
_WEEKDAY = (
    r"(?P<weekday>mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|"
    r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?)(?!\w)"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|weekend)"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = r"one|two|three|four|five|six|seven|eight|nine"
_NUMBER = (
    rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?:{_TENS})(?:[- ](?:{_DIGITS}))?|ten|eleven|twelve|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:{_DIGITS})(?:~hundred)?|half(?:~an?)?|"
    rf"a~(?:couple|dozen|hundred)(?:~of)?|(?:an?~)?(?:few|hundred|dozen)|couple~of|several|some|many|an?)"
    rf"(?:~and~(?:a~)?half)?"
)
_PADDING = (
    r"(?:full|long|more|consecutive|straight|whole|further|additional|successive|other|short|entire|bloody|brutal|"
    r"bitter|tense|violent|deadly|hard|intense|chaotic|quiet)"
)
_PART = (
    r"(?:(?:early|small)~hours|pre-?dawn|dawn|daybreak|sunrise|mornings?|noon|midday|afternoons?|evenings?|dusk|"
    r"sunset|nightfall|night-?time|nights?|midnight|overnight|daytime|daylight)"
)
_RELATION = (
    r"(?:the~(?:very~)?)?(?P<relation>(?:that|this|the)~same|same|last|past|this|next|that|following|previous|"
    r"preceding|coming|current|upcoming|subsequent)"
)
_FEAST = (
    r"(?P<holiday>christmas(?:~(?:eve|day|night))?|new~year['’]?s?~(?:eve|day)|halloween|"
    r"easter(?:~(?:sunday|monday|saturday|day))?|good~friday|palm~sunday|maundy~thursday)"
)

_CALENDAR = {
    "iso": r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
    "numeric": r"(?P<first>\d{1,4})(?P<mark>[/.])(?P<middle>\d{1,2})(?P=mark)(?P<last>\d{2,4})(?![\w/]|[.,:]\d)",
    "dmy": rf"{_DAYS}~(?:of~)?{_MONTH}(?:,?~(?:of~)?{_ANY_YEAR}|~{_BARE_YEAR})?",
    "mdy": rf"{_MONTH}~(?:the~)?{_DAYS}(?:,?~{_ANY_YEAR})?",
    "my": rf"{_MONTH},?~(?:of~)?{_ANY_YEAR}",
    "century": rf"(?:the~)?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|[a-z]{{5,11}}(?:-first)?)(?:~|{_DASH})centur(?:y|ies)"
    rf"(?:~{_ERA})?",
    "portion": r"(?:the~)?(?P<ordinal>first|second|third|fourth|last|final|latter|q[1-4])"
    rf"(?:~(?P<portion>quarter|half))?(?:~of)?(?:~the~year)?~{_YEAR}",
    "decade": rf"(?P<year>(?:1\d|20)\d0)['’]?s|['’](?P<short>\d0)s|(?P<old>\d{{1,3}}0)s~{_ERA}",
    "bc_range": rf"(?P<old>\d{{1,4}})(?:~?{_DASH}~?|~(?:to|and)~)(?P<old_end>\d{{1,4}})~?{_ERA}",
    "bc": rf"(?:ca?\.?~)?(?P<old>\d{{1,4}})~?{_ERA}",
    "year_season": rf"{_YEAR}~{_SEASON}",
    "years": rf"(?P<year>{_FOUR})[-–/](?P<short>\d\d)(?![\w]|[-.,:/]\d)",
    "year": _YEAR,
}
_REPEATED = {
    "every": rf"(?:every|each)~(?:(?P<number>{_NUMBER}|other)~)?"
    rf"(?:{_WEEKDAY}|(?P<unit>{_UNIT})s?|(?P<part>{_PART})|{_MONTH}|{_SEASON})",
    "often": r"(?:daily|weekly|fortnightly|monthly|yearly|annually|nightly|hourly|everyday)(?![\w-])",
    "per": r"(?:once|twice|\d{1,3}~times|several~times|three~times|per)(?:~(?:an?|per|each|every))?~"
    r"(?P<unit>hour|day|night|week|month|year)",
}
_COUNTED = {
    "shift": rf"(?P<number>{_NUMBER})~(?P<unit>{_UNIT}|centur(?:y|ies))s?,?~"
    r"(?P<relation>ago|earlier|later|before|after|prior|previously|hence|from~now)",
    "stretch": r"(?:the~)?(?P<relation>last|past|next|previous|preceding|following|coming|recent|first|final|"
    rf"intervening)~(?:(?P<number>{_NUMBER})~)?(?P<unit>{_UNIT}|centurie)s",
    "before_yesterday": r"(?:the~)?(?:day|night)~before~(?:yesterday|last)",
    "after_tomorrow": r"(?:the~)?day~after~tomorrow",
}
_RELATED = {
    "weekday_related": rf"{_RELATION}~{_WEEKDAY}",
    "month_related": rf"{_RELATION}~{_MONTH}",
    "season_related": rf"{_RELATION}~{_SEASON}",
    "part_related": rf"{_RELATION}~(?P<part>{_PART})",
    "unit_related": rf"{_RELATION}~(?P<unit>day|week|fortnight|month|year|decade|century|weekend|quarter)"
    r"(?!\w|-old)",
    "day_beside": r"the~(?P<unit>day|night|week|month|year)~(?P<relation>before|after)",
    "weekend": r"(?:the~)?(?P<weekend>weekend)",
    "the_unit": r"the~(?P<unit>day|week|month|year|decade|century)",
    "deictic": r"(?P<deictic>today|yesterday|tomorrow|tonight)",
}
_LENGTHS = {
    "duration": rf"(?P<number>{_NUMBER})(?:~{_PADDING})?(?:~|{_DASH})(?P<unit>{_UNIT}|second(?=s)|centur(?=y|ies))"
    r"(?:y|ies|s|['’]s?)?",
    "lengths": r"(?:for|in|over|after|of|took|lasted|within)~"
    r"(?P<body>(?P<unit>minute|hour|day|week|month|year|decade|centurie)s)",
    "years_of": r"(?P<unit>day|week|month|year|decade)s(?=~of(?!\w|~age))",
}
_NAMED = {
    "holiday": rf"{_FEAST}(?!\w)(?:,?~(?:of~)?{_ANY_YEAR})?",
    "season": rf"{_SEASON}(?!\w)(?:~(?:of~)?{_ANY_YEAR})?",
    "month": _MONTH,
    "weekday": _WEEKDAY,
    "clock": r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?~?"
    r"(?:(?P<half>[ap])(?:\.m\b\.?|m(?!\w))|o['’]clock(?!\w))|"
    r"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\w:]|\.\d)(?:hrs)?",
    "military": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\w|[.,:/]\d)",
    "part": rf"(?:the~)?(?P<part>{_PART})",
    "edge": r"(?:the~)?(?P<edge>early|earlier|late|later|latter~part|mid|middle|end|start|beginning|close|outset|"
    r"first~half|second~half|rest)",
    "vague": r"(?:right~)?now(?:adays)?|currently|current|recently|recent|formerly|former|"
    rf"(?:the~)?present{_DASH}day|at~present|(?:at~)?(?:that|this|the~same|the)~time(?!s)(?!{_DASH})|"
    r"(?:the~|in~|near~)?future|the~past|these~days|(?:this|that)~period|"
    r"(?:shortly|soon|long)~(?:afterwards?|thereafter|before)|"
    r"(?:moments|hours|days|weeks|months|years)~(?:later|earlier|before|ago)",
}

SHAPES = {
    name: shape.replace("~", _GAP)
    for group in (_CALENDAR, _REPEATED, _COUNTED, _RELATED, _LENGTHS, _NAMED)
    for name, shape in group.items()
}
"""Name of a shape → its pattern, in order of preference where two begin at the same place."""
PATTERNS = {name: re.compile(rf"(?:{shape})(?!\w)", re.IGNORECASE) for name, shape in SHAPES.items()}
_BACK = re.compile(r"\(\?P=\w+\)")
_GROUP = re.compile(r"\(\?P<\w+>")


def _plain(shape: str) -> str:
    """``shape`` without group names, which may occur once only in the master pattern."""
    return _GROUP.sub("(?:", _BACK.sub("[/.]", shape))


MASTER = re.compile(
    "|".join(f"(?P<{name}>(?:{_plain(shape)})(?!\\w))" for name, shape in SHAPES.items()), re.IGNORECASE
)
"""Matches the first shape at a place that :func:`starts` gives; ``lastgroup`` is its name."""

_FIRST_WORDS = """
    jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun spring summer autumn fall winter
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth final latter q q1 q2 q3 q4 c ca
    every each daily weekly fortnightly monthly yearly annually nightly hourly everyday once twice several three per
    one two four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety half a an couple some many few hundred dozen
    last past next previous preceding following coming recent intervening the that this same current upcoming subsequent
    day days week weeks month months year years decade decades weekend today yesterday tomorrow tonight for in over
    after of took lasted within christmas easter good palm maundy new halloween early small pre dawn daybreak sunrise
    morning noon midday
    afternoon evening dusk sunset nightfall night midnight overnight daytime daylight earlier late later mid middle end
    start beginning close outset rest right now nowadays currently recently formerly former present at near future
    these shortly soon long moments hours
""".split()  # noqa: SIM905 - a list literal would be three hundred lines
_PREFIXES = frozenset(word[:3] for word in _FIRST_WORDS)
_START = re.compile(r"(?<![\w$£€#])[\w'’]{1,3}")


def starts(text: str) -> Iterator[int]:
    """The places where a shape can begin, by the first three letters: seven words in ten need no further look."""
    for match in _START.finditer(text):
        first = match[0]
        if first[0].isdecimal() or first[0] in "'’" or first.lower() in _PREFIXES:
            yield match.start()
