"""Names as GeoNames writes them, and as news prints them."""

from __future__ import annotations

import re
import unicodedata

ARABIC_SCRIPT = frozenset("AE AF BH DJ DZ EG EH IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE".split())
"""Countries whose names GeoNames romanises with marks that news does not print."""

SEAT = re.compile(r"^Markaz-e (?:Woluswali-ye |Hukumat-i? )?|^(?:Wuluswali|Woluswali)-ye ")
"""What GeoNames puts before the name of a district's seat in Afghanistan."""


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, and neither a code ("KBL") nor a machine's transliteration ("pshawr")."""
    if len(name) < 4 and (name.isupper() or len(name) < 3):
        return False
    if name[0].islower() and not name.startswith(("al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "'")):
        return False
    return all(ord(char) < 0x370 or 0x1E00 <= ord(char) < 0x1F00 or char in "‘’ʻʼ–" for char in name)


def plain(name: str, country: str) -> str:
    """A name as news prints it: the marks of the scholars' romanisation of Arabic and Persian taken off."""
    if country not in ARABIC_SCRIPT:
        return name
    taken = unicodedata.normalize("NFKD", name)
    bare_name = "".join(char for char in taken if not unicodedata.combining(char) and char not in "‘’ʻʼʿʾ")
    return SEAT.sub("", bare_name) or bare_name
