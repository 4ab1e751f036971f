"""Words beside a name that say what kind of place it is: "the town of", "County"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.core import Mention

# Groups of kinds that one word can tell apart.
SETTLEMENT, COUNTY, DIVISION, COUNTRY, WATER, LAND, SITE = range(7)
GROUPS = 7
_WORDS = {
    SETTLEMENT: "city cities town towns village villages hamlet suburb township "
    "municipality settlement neighborhood neighbourhood borough resident residents "
    "mayor barangay commune community capital",
    COUNTY: "county counties parish parishes co district raion rayon commissioners",
    DIVISION: "state states province provinces region regions governor oblast "
    "governorate prefecture department",
    COUNTRY: "country nation republic kingdom government",
    WATER: "river rivers lake lakes creek bay sea gulf strait ocean canal falls",
    LAND: "mountain mountains island islands valley hills hill desert peninsula "
    "mount forest park",
    SITE: "airport station airbase base dam prison stadium hospital university school "
    "bridge church",
}
_GROUP_OF_WORD = {
    word: group for group, words in _WORDS.items() for word in words.split()
}
_AFTER = re.compile(r"[\s-]*(\w+)")
_LAST_WORD = re.compile(r"\w+$")
_REACH = 30
# "Clay, Grant and Becker counties": the word may stand some names further on.
# "GENEVA, Sept 4 (AP) --" and "LAGOS -": reports begin with the town they come from.
_DATELINE = re.compile(r"[^\n]{0,40}?(?:\([\w /]{2,20}\)|--|—|–| - )")
_COUNTIES = re.compile(r"[^.;]{0,90}?\b(?:[Cc]ount(?:ies|y)|Co)\b")
_LIST_REACH = 100


def kind_cues(text: str, mention: Mention) -> set[int]:
    """Return the groups of kinds that the words around a mention speak of."""
    start, end = mention.span.start, mention.span.end
    found = set()
    after = _AFTER.match(text, end, end + _REACH)
    before = _word_before(text[max(0, start - _REACH) : start])
    last = mention.text.rpartition(" ")[2]
    for word in (after[1] if after else "", before, last):
        group = _GROUP_OF_WORD.get(word.lower())
        if group is not None:
            found.add(group)
    return found


def _word_before(text: str) -> str:
    """Return the last word of a text but for "of" and "the": city in "city of the ".

    What stands in the paragraph before says nothing.
    """
    if not text[-1:].isspace():
        return ""
    words = text.rpartition("\n\n")[2].split()
    for passed in ("the", "of"):
        if words[-1:] == [passed]:
            words.pop()
    match = _LAST_WORD.search(words[-1]) if words else None
    return match[0] if match else ""


def is_among_counties(text: str, mention: Mention) -> bool:
    """Tell whether the word county or counties follows a mention closely."""
    end = mention.span.end
    following = text[end : end + _LIST_REACH]
    may_be = "ount" in following or "Co" in following  # spares most the search
    return may_be and _COUNTIES.match(following) is not None


def is_dateline(text: str, mention: Mention) -> bool:
    """Tell whether a mention in capitals opens a line, as in "GENEVA (AP) --"."""
    start, end = mention.span.start, mention.span.end
    opens = start == 0 or text[start - 1] == "\n"
    return opens and mention.text.isupper() and _DATELINE.match(text, end) is not None


def kind_group(kind: str) -> int:
    """Return the group of kinds that a GeoNames feature class and code belong to.

    Examples
    --------
    >>> kind_group("P.PPLC") == SETTLEMENT, kind_group("H.STM") == WATER
    (True, True)
    """
    feature_class, _, code = kind.partition(".")
    if feature_class == "A":
        if code.startswith("PCL") or code == "TERR":
            return COUNTRY
        return DIVISION if code.startswith("ADM1") else COUNTY
    return {"P": SETTLEMENT, "H": WATER, "T": LAND, "L": LAND, "V": LAND}.get(
        feature_class, SITE
    )
