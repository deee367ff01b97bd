"""English inflection for word lists: plurals of nouns and forms of verbs.

Rules of regular spelling with a short list of irregular verbs and nouns; only what our own resources need, and each
list is checked by a test against forms written out by hand.
"""

from __future__ import annotations

IRREGULAR_VERBS = {
    "blow": ("blows", "blew", "blown", "blowing"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "go": ("goes", "went", "gone", "going"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "set": ("sets", "set", "set", "setting"),
    "overrun": ("overruns", "overran", "overrun", "overrunning"),
    "burst": ("bursts", "burst", "burst", "bursting"),
    "strike": ("strikes", "struck", "struck", "striking"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "come": ("comes", "came", "come", "coming"),
    "take": ("takes", "took", "taken", "taking"),
    "hold": ("holds", "held", "held", "holding"),
    "slay": ("slays", "slew", "slain", "slaying"),
    "hurt": ("hurts", "hurt", "hurt", "hurting"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "lie": ("lies", "lay", "lain", "lying"),
    "die": ("dies", "died", "died", "dying"),
    "stab": ("stabs", "stabbed", "stabbed", "stabbing"),
    "gun": ("guns", "gunned", "gunned", "gunning"),
    "drop": ("drops", "dropped", "dropped", "dropping"),
    "kidnap": ("kidnaps", "kidnapped", "kidnapped", "kidnapping"),
    "plant": ("plants", "planted", "planted", "planting"),
    "machine-gun": ("machine-guns", "machine-gunned", "machine-gunned", "machine-gunning"),
    "machinegun": ("machineguns", "machinegunned", "machinegunned", "machinegunning"),
    "mow": ("mows", "mowed", "mown", "mowing"),
    "cost": ("costs", "cost", "cost", "costing"),
    "lob": ("lobs", "lobbed", "lobbed", "lobbing"),
    "burn": ("burns", "burned", "burnt", "burning"),
    "hang": ("hangs", "hanged", "hanged", "hanging"),
    "target": ("targets", "targeted", "targeted", "targeting"),
    "spray": ("sprays", "sprayed", "sprayed", "spraying"),
    "slit": ("slits", "slit", "slit", "slitting"),
    "cut": ("cuts", "cut", "cut", "cutting"),
    "bury": ("buries", "buried", "buried", "burying"),
    "put": ("puts", "put", "put", "putting"),
    "club": ("clubs", "clubbed", "clubbed", "clubbing"),
    "waylay": ("waylays", "waylaid", "waylaid", "waylaying"),
}
IRREGULAR_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "persons",
    "life": "lives",
    "knife": "knives",
    "policeman": "policemen",
    "wife": "wives",
    "personnel": "personnel",
    "people": "people",
    "police": "police",
    "explosives": "explosives",
    "chief": "chiefs",
    "small arms": "small arms",
    "jihadi": "jihadis",
    "member of parliament": "members of parliament",
    "fighting": "fighting",
    "mujahid": "mujahideen",
    "exchange of fire": "exchanges of fire",
    "exchange of gunfire": "exchanges of gunfire",
    "explosion of a bomb": "explosions of bombs",
    "wounded": "wounded",
    "passer-by": "passers-by",
    "passerby": "passersby",
    "brother-in-law": "brothers-in-law",
    "sister-in-law": "sisters-in-law",
    "son-in-law": "sons-in-law",
    "daughter-in-law": "daughters-in-law",
    "father-in-law": "fathers-in-law",
    "mother-in-law": "mothers-in-law",
    "attorney general": "attorneys general",
    "peshmerga": "peshmerga",
    "carabinero": "carabineros",
}


ADVERBS = {"fatally", "critically", "seriously"}
"""Adverbs that open a phrase whose verb is the word after them."""


def plural(noun: str) -> str:
    """The plural of a noun or noun phrase ("car bomb" gives "car bombs", "gunman" gives "gunmen")."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    head, _, last = noun.rpartition(" ")
    if last in IRREGULAR_PLURALS:
        made = IRREGULAR_PLURALS[last]
    elif last.endswith("man") and last not in {"human", "shaman"}:
        made = last[:-3] + "men"
    elif last.endswith("child"):
        made = last + "ren"
    elif last.endswith(("s", "x", "ch", "sh")):
        made = last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        made = last[:-1] + "ies"
    else:
        made = last + "s"
    return f"{head} {made}".strip()


def verb_forms(verb: str) -> dict[str, str]:
    """Form name (base, third, past, participle, ing) to the form; a phrase inflects its first word."""
    adverb, _, plain = verb.partition(" ")
    if adverb in ADVERBS:
        return {name: f"{adverb} {form}" for name, form in verb_forms(plain).items()}
    first, _, rest = verb.partition(" ")
    third, past, participle, ing = IRREGULAR_VERBS.get(first) or _regular(first)
    forms = {"base": first, "third": third, "past": past, "participle": participle, "ing": ing}
    return {name: f"{form} {_rest(rest, name)}".strip() for name, form in forms.items()}


def _rest(rest: str, form: str) -> str:
    """ "shoot and kill": the second verb goes along with the first."""
    words = rest.split()
    if len(words) == 2 and words[0] == "and":
        return "and " + verb_forms(words[1])[form]
    return rest


def _regular(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")
    return third, verb + "ed", verb + "ed", verb + "ing"
