"""The shapes in which English news writes times: one pattern each, and a master pattern that finds them all in one pass.

Every quantifier is bounded and no pattern crosses a blank line, so the search takes time in proportion to the text.
"""

from __future__ import annotations

import re

GAP = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,12})?|\n[^\S\n]{0,12})"
"""White space inside an expression: a line may break (wire copy has hard lines), a paragraph may not."""
DASH = r"[-–—‐‑]"
_MONTH_NAMES = (
    r"january\b|february\b|march\b|april\b|may\b|june\b|july\b|august\b|september\b|october\b|november\b|december\b|"
    r"jan\b\.?|feb\b\.?|mar\b\.?|apr\b\.?|jun\b\.?|jul\b\.?|aug\b\.?|sept?\b\.?|oct\b\.?|nov\b\.?|dec\b\.?"
)
MONTH = rf"(?P<month>{_MONTH_NAMES})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d)"
DAY = rf"(?P<day>{_DAY})"
UNTIL = rf"(?:(?:{GAP}?(?:{DASH}|/|&){GAP}?|{GAP}(?:and|or|to|until|through){GAP}|,{GAP}(?:and{GAP})?)(?P<until>{_DAY}))?"
YEAR = r"(?P<year>(?:1\d|20)\d\d)(?!\w|[.,]\d)"
ERA = rf"(?P<era>b\.?c\.?(?:e\b\.?)?(?!\w)|a\.?d\.?(?!\w))"
_ANY_YEAR = rf"(?:(?P<old>\d{{1,4}}){GAP}{ERA}|{YEAR}|['’](?P<short>\d\d)(?!\w))"
_SHORT = r"(?P<bare>\d\d)(?=\s{0,3}(?:[(\[,;)]|--|$|\.(?!\d)))"
WEEKDAY = (
    r"(?P<weekday>mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|"
    r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?)(?!\w)"
)
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|weekend)"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = r"one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?:{_TENS})(?:[- ](?:{_DIGITS}))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|"
    rf"nine)teen|(?:{_DIGITS})(?:{GAP}hundred)?|half(?:{GAP}an?)?|a{GAP}(?:couple|dozen|hundred)(?:{GAP}of)?|"
    rf"(?:an?{GAP})?(?:few|hundred|dozen)|couple{GAP}of|several|some|many|an?)(?:{GAP}and{GAP}(?:a{GAP})?half)?"
)
_PADDING = r"(?:full|long|more|consecutive|straight|whole|further|additional|successive|other|short|entire|bloody|brutal|bitter|tense|violent|deadly|hard|intense|chaotic|quiet)"
COUNTED = rf"(?P<number>{NUMBER})(?:{GAP}(?:{_PADDING}))?(?:{GAP}|{DASH})(?P<unit>{_UNIT}|second(?=s)|centur(?=y|ies))(?:y|ies|s|['’]s?)?(?!\w)"
_PART = (
    r"(?:early|small){GAP}hours|pre-?dawn|dawn|daybreak|sunrise|mornings?|noon|midday|afternoons?|evenings?|dusk|sunset|"
    r"nightfall|night-?time|nights?|midnight|overnight|daytime|daylight"
).replace("{GAP}", GAP)
_RELATION = (
    rf"(?:the{GAP}(?:very{GAP})?)?(?P<relation>(?:that|this|the){GAP}same|same|last|past|this|next|that|following|previous|"
    rf"preceding|coming|current|upcoming|subsequent)"
)
_EVERY = r"(?:every|each)"

SHAPES: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
    "numeric": r"(?P<first>\d{1,4})(?P<mark>[/.])(?P<middle>\d{1,2})(?P=mark)(?P<last>\d{2,4})(?![\w/]|[.,:]\d)",
    "dmy": rf"{DAY}{UNTIL}{GAP}(?:of{GAP})?{MONTH}(?:,?{GAP}(?:of{GAP})?{_ANY_YEAR}|{GAP}{_SHORT})?",
    "mdy": rf"{MONTH}{GAP}(?:the{GAP})?{DAY}{UNTIL}(?:,?{GAP}{_ANY_YEAR})?",
    "my": rf"{MONTH},?{GAP}(?:of{GAP})?{_ANY_YEAR}",
    "century": rf"(?:the{GAP})?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|[a-z]{{5,11}}(?:-first)?)(?:{GAP}|{DASH})(?:centur(?:y|ies))(?:{GAP}{ERA})?(?!\w)",
    "portion": rf"(?:the{GAP})?(?P<ordinal>first|second|third|fourth|last|final|latter|q[1-4])(?:{GAP}(?P<portion>quarter|half))?"
    rf"(?:{GAP}of)?(?:{GAP}the{GAP}year)?{GAP}{YEAR}",
    "decade": rf"(?:(?P<year>(?:1\d|20)\d0)['’]?s|['’](?P<short>\d0)s|(?P<old>\d{{1,3}}0)s{GAP}{ERA})(?!\w)",
    "bc_range": rf"(?P<old>\d{{1,4}})(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|and){GAP})(?P<old_end>\d{{1,4}}){GAP}?{ERA}",
    "bc": rf"(?:ca?\.?{GAP})?(?P<old>\d{{1,4}}){GAP}?{ERA}",
    "year_season": rf"{YEAR}{GAP}{SEASON}(?!\w)",
    "years": rf"{YEAR}".replace(r"(?!\w|[.,]\d)", "") + r"[-–/](?P<short>\d\d)(?![\w]|[-.,:/]\d)",
    "year": YEAR,
    "every": rf"{_EVERY}{GAP}(?:(?P<number>{NUMBER}|other){GAP})?(?:{WEEKDAY}|(?P<unit>{_UNIT})s?|(?P<part>{_PART})|{MONTH}|{SEASON})(?!\w)",
    "often": rf"(?:daily|weekly|fortnightly|monthly|yearly|annually|annual|nightly|hourly|everyday)(?![\w-])",
    "per": rf"(?:once|twice|\d{{1,3}}{GAP}times|several{GAP}times|three{GAP}times|per)(?:{GAP}(?:an?|per|each|every))?{GAP}(?P<unit>hour|day|night|week|month|year)(?!\w)",
    "shift": rf"(?P<number>{NUMBER}){GAP}(?P<unit>{_UNIT}|decade|centur(?:y|ie))s?,?{GAP}(?P<relation>ago|earlier|later|before|after|prior|previously|hence|from{GAP}now)(?!\w)",
    "stretch": rf"(?:the{GAP})?(?P<relation>last|past|next|previous|preceding|following|coming|recent|first|final|intervening)"
    rf"{GAP}(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{_UNIT}|centurie)s(?!\w)",
    "before_yesterday": rf"(?:the{GAP})?(?P<which>day|night){GAP}before{GAP}(?:yesterday|last)(?!\w)",
    "after_tomorrow": rf"(?:the{GAP})?day{GAP}after{GAP}tomorrow(?!\w)",
    "weekday_related": rf"{_RELATION}{GAP}{WEEKDAY}",
    "month_related": rf"{_RELATION}{GAP}{MONTH}",
    "season_related": rf"{_RELATION}{GAP}{SEASON}(?!\w)",
    "part_related": rf"{_RELATION}{GAP}(?P<part>{_PART})(?!\w)",
    "unit_related": rf"{_RELATION}{GAP}(?P<unit>day|week|fortnight|month|year|decade|century|weekend|quarter)(?![\w])(?!-old)",
    "weekend": rf"(?:the{GAP})?(?P<weekend>weekend)(?!\w)",
    "the_unit": rf"the{GAP}(?P<unit>day|week|month|year|decade|century)(?!\w)",
    "deictic": r"(?P<deictic>today|yesterday|tomorrow|tonight)(?!\w)",
    "duration": COUNTED,
    "lengths": r"(?:for|in|over|after|of|took|lasted|within)GAP(?P<body>(?P<unit>minute|hour|day|week|month|year|decade|centurie)s)(?!\w)".replace("GAP", GAP),
    "years_of": rf"(?P<unit>day|week|month|year|decade)s(?={GAP}of(?!\w))",
    "day_beside": rf"the{GAP}(?P<unit>day|night|week|month|year){GAP}(?P<relation>before|after)(?!\w)",
    "holiday": rf"(?P<holiday>christmas(?:{GAP}(?:eve|day|night))?|new{GAP}year['’]?s?{GAP}(?:eve|day)|halloween)"
    rf"(?!\w)(?:,?{GAP}(?:of{GAP})?{_ANY_YEAR})?",
    "season": rf"{SEASON}(?!\w)(?:{GAP}(?:of{GAP})?{_ANY_YEAR})?",
    "month": MONTH,
    "weekday": WEEKDAY,
    "clock": r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?GAP?(?:(?P<half>[ap])\.?m\b\.?|o['’]clock(?!\w))".replace("GAP", GAP)
    + r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\w:]|\.\d)(?:hrs)?",
    "military": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\w|[.,:/]\d)",
    "part": rf"(?:the{GAP})?(?P<part>{_PART})(?!\w)",
    "edge": rf"(?:the{GAP})?(?P<edge>early|earlier|late|later|latter{GAP}part|mid|middle|end|start|beginning|close|outset|first{GAP}half|second{GAP}half|rest)"
    rf"(?!\w)",
    "vague": rf"(?:right{GAP})?now(?:adays)?|currently|current|recently|recent|formerly|former|(?:the{GAP})?present{DASH}day|at{GAP}present|"
    rf"(?:at{GAP})?(?:that|this|the{GAP}same|the){GAP}time(?!s)(?!{DASH})|(?:the{GAP}|in{GAP}|near{GAP})?future|the{GAP}past|these{GAP}days|"
    rf"(?:this|that){GAP}period|(?:shortly|soon|long){GAP}(?:afterwards?|thereafter|before)|(?:moments|hours|days|weeks|months|years){GAP}(?:later|earlier|before|ago)",
}
"""Name of a shape → its pattern, in order of preference where two begin at the same place."""

PATTERNS = {name: re.compile(rf"(?:{shape})(?!\w)", re.IGNORECASE) for name, shape in SHAPES.items()}
_BACK = re.compile(r"\(\?P=(\w+)\)")
_NAMED = re.compile(r"\(\?P<\w+>")


def _plain(shape: str) -> str:
    """``shape`` without group names, which may occur once only in the master pattern."""
    return _NAMED.sub("(?:", _BACK.sub("[/.]", shape))


MASTER = re.compile(
    r"(?<![\w$£€#])(?:" + "|".join(f"(?P<{name}>(?:{_plain(shape)})(?!\\w))" for name, shape in SHAPES.items()) + ")",
    re.IGNORECASE,
)
"""Finds the first shape at each place; ``lastgroup`` is its name."""
