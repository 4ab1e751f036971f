"""Cheap signs of time expressions: what a text must hold for a pattern to be tried.

The patterns of `days.py` are dear and most sentences hold no time, so each pattern
names the cues without which it cannot match. A cue that is there promises nothing.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

_MONTHS = [calendar.month_name[number] for number in range(1, 13)]
_SHORT = [calendar.month_abbr[number] for number in range(1, 13)]
# The words, in lower case, of which one makes each cue.
_WORDS = {
    "ago": "ago",
    "after": "after",
    "earlier": "earlier before",
    "past": "last past previous",
    "which": "last this next",
    "way": "later earlier before next following previous same that",
    "unit": "hour hours day days week weeks fortnight fortnights month months year "
    "years decade decades century centuries",
    "period": "week month year",
    "part": "minute minutes hour hours day days night morning afternoon evening week "
    "weeks fortnight fortnights",
    "century": "century",
    "near": "today tonight yesterday tomorrow overnight night morning afternoon "
    "evening eve hours recent",
    "weekend": "weekend",
    "weekday": " ".join(calendar.day_name).lower(),
    "season": "spring summer autumn fall winter",
    "era": "war wars ages khmer depression",
    "feast": "new valentine women patrick may bastille assumption halloween saints "
    "souls bonfire armistice christmas boxing stephen epiphany shrove ash palm maundy "
    "good holy easter ascension whit pentecost corpus ashura ramadan eid",
}
_CUES_OF = {
    word: frozenset(cue for cue, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}
_WORD = re.compile(r"[^\W_]+")
# Only short names are taken in any case; another word may be stuck to a month.
_MONTH = re.compile(
    rf"\b(?:{'|'.join((*_MONTHS, *map(str.upper, _MONTHS)))}"
    rf"|(?i:sept|{'|'.join(name for name in _SHORT if name != 'May')}))"
    r"(?:(?![^\W\d_])|to|and|until|through)"
)
# What every month begins with, in lower case.
_OF_MONTHS = frozenset(name.lower() for name in _SHORT)
_FIGURES = "/"
_DIGIT = re.compile(r"[0-9]")
# What only a text with a digit holds.
_NUMBERS = {
    "year": re.compile(r"(?:1[5-9]|20)\d\d"),
    "ordinal": re.compile(r"\d(?:[SNRsnr][TDtd]|[Tt][Hh])"),
}


# Asked twice of a sentence: for what counts from publication, and from a day told.
@lru_cache(maxsize=4)
def find_cues(text: str) -> frozenset[str]:
    """Return the cues that a stretch of text holds.

    Examples
    --------
    >>> sorted(find_cues("Shelling on Tuesday broke a truce signed in late 2020."))
    ['digit', 'weekday', 'year']
    """
    words = _WORD.findall(text.lower())
    found = {cue for word in words if word in _CUES_OF for cue in _CUES_OF[word]}
    begun = [word[:3] for word in words]
    if not _OF_MONTHS.isdisjoint(begun) and _MONTH.search(text):
        found.add("month")
    if _FIGURES in text:
        found.add("figures")
    if _DIGIT.search(text):
        found.add("digit")
        found.update(cue for cue, shape in _NUMBERS.items() if shape.search(text))
    return frozenset(found)
