"""Parts of speech."""

from __future__ import annotations

from collections.abc import Sequence


def tag(words: Sequence[str]) -> list[str]:
    """Universal parts of speech of the words of one sentence."""
    return [_guess(word, index) for index, word in enumerate(words)]


_CLOSED = {
    "DET": "the a an this that these those some any no every each all both another",
    "ADP": "of in on at by for with from into near under over after before between against during through about towards "
    "amid outside inside around across along behind since until per via despite",
    "AUX": "is are was were be been being has have had do does did will would can could may might must should 's",
    "PRON": "he she it they we you i him her them us me who which what his its their our my himself itself themselves "
    "someone anyone nobody",
    "CCONJ": "and or but nor",
    "SCONJ": "that because if while although though whether as when where",
    "PART": "to not n't ' ’s",
    "ADV": "also there very still only just now then here never later earlier already yet again more most",
    "NUM": "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million",
    "VERB": "said say says told killed wounded injured attacked claimed took left blamed died shot fired",
}
_LEXICON = {word: pos for pos, words in _CLOSED.items() for word in words.split()}


def _guess(word: str, index: int) -> str:
    lower = word.lower()
    pos = _LEXICON.get(lower)
    if pos:
        return pos
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if word[0].isdigit() or word[0] in "$€£":
        return "NUM"
    if word[0].isupper() and index:
        return "PROPN"
    if lower.endswith("ly"):
        return "ADV"
    if lower.endswith(("ed", "ing")):
        return "VERB"
    if lower.endswith(("ous", "ful", "ive", "al", "ic", "ern")):
        return "ADJ"
    return "NOUN"
