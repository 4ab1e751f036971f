"""News in the present, in states, and in the passive of what people were told.

"Leaders meet in X on Monday" and "X votes today" are announced; "power is still out"
lasts; "were told to leave" and "was admitted to hospital" have verbs of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.triggers.wordkinds import is_passive
from placemap.events.words import (
    COORDINATORS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    lemma,
    looks_finite,
    verb_form,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.words import Word

# Verbs of what is seen to be done.
_SEEN_DOING = frozenset(
    "meet gather arrive cross queue flee host vote hand dig camp sleep shelter march "
    "protest block search patrol land open reopen return distribute evacuate convene "
    "confer tie bury mourn celebrate welcome treat burn rage".split()
)
# Past forms of verbs by which people are sent, let in or let go.
BIDDEN = frozenset("admitted advised allowed asked invited ordered told urged".split())


def _may_be_present(lower: str) -> bool:
    return verb_form(lower) in ("base", "s") and lemma(lower) in _SEEN_DOING


# Whether a word in lower case may be such a verb in the present.
IN_PRESENT: WordTable[bool] = WordTable(_may_be_present)


def is_present(words: Sequence[Word], i: int) -> bool:
    """Tell a verb in the present that is news, by what stands on both sides of it.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("Leaders meet in Lima", 0, 20)
    >>> is_present(words, 1)
    True
    >>> is_present(split_words("The meet in Lima", 0, 16), 1)
    False
    >>> is_present(split_words("Shells hit apartment blocks in Lima", 0, 35), 3)
    False
    """
    lower = words[i].lower
    if not IN_PRESENT[lower] or not 0 < i < len(words) - 1:
        return False
    if _is_object(words, i):
        return False
    before, after = words[i - 1], words[i + 1]
    is_many = before.lower.endswith("s") or before.lower in _PEOPLE
    is_subject = before.text.isalpha() and before.lower not in _NO_SUBJECTS
    is_open = after.is_capital or after.is_number or after.lower in _AFTER
    is_one = not is_many or before.is_capital
    agrees = is_many if verb_form(lower) == "base" else is_one
    return is_subject and is_open and agrees and not looks_finite(before)


def _is_object(words: Sequence[Word], i: int) -> bool:
    """Tell what something was done to: a verb stands before it in its clause."""
    for word in reversed(words[max(0, i - _REACH) : i]):
        if not word.is_word or word.lower in _OPENING:
            return False
        if looks_finite(word):
            return True
    return False


_REACH = 8
_OPENING = COORDINATORS | SUBORDINATORS | RELATIVES | {"that"}
_PEOPLE = frozenset("people police men women children".split())
_NO_SUBJECTS = DETERMINERS | PREPOSITIONS | MODALS | PRONOUNS | {"to", "and", "or"}
_AFTER = PREPOSITIONS | DETERMINERS | {"today", "tomorrow", "tonight", "next"}


def is_lasting(words: Sequence[Word], i: int) -> bool:
    """Tell "power is still out" and "a shelter is open at X" from "out of it".

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("Power is still out in Lima", 0, 26)
    >>> is_lasting(words, 3)
    True
    """
    if words[i].lower not in STATES:
        return False
    at = i - 1
    while at > 0 and words[at].lower in _STILL:
        at -= 1
    follows = words[i + 1] if i + 1 < len(words) else None
    ends = follows is None or not follows.is_word or follows.lower in _AFTER_STATE
    return ends and at > 0 and words[at].lower in _LASTING


# States that somebody had to bring about.
STATES = frozenset("off out open down full".split())
_STILL = frozenset("still also again now already currently".split())
_LASTING = frozenset(
    "is are was were remain remains remained stay stays stayed".split()
)
_AFTER_STATE = frozenset(
    "for in at throughout until across since again today after because from "
    "between".split()
)


def is_bidden(words: Sequence[Word], i: int) -> bool:
    """Tell "were told to leave" and "was admitted to hospital" from what is said.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("Two were told to leave and told why", 0, 35)
    >>> is_bidden(words, 2), is_bidden(words, 6)
    (True, False)
    """
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    return words[i].lower in BIDDEN and follows == "to" and is_passive(words, i)
