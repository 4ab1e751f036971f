"""Places that stand before what happened there, past what happened somewhere else.

"Shots fell in X, and at Y a sit-in ended": Y is not where shots fell, and X not where
the sit-in ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.words import COORDINATORS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.pairs import Pair
    from placemap.events.words import Word


def is_of_next(pair: Pair) -> bool:
    """Tell "shots fell, and at X a sit-in ended": X sets the scene of what follows."""
    words, at = pair.sentence.words, pair.phrase.governor_at
    start = pair.between[0]
    is_set = pair.is_after and start < at and _sets_anew(words, at)
    return (
        is_set
        and pair.phrase.last < len(words)
        and _begins_noun(words[pair.phrase.last])
    )


def is_left_behind(pair: Pair) -> bool:
    """Tell "in X shots fell, and at Y a sit-in ended": from Y on X is left."""
    words = pair.sentence.words
    start, end = pair.between
    return not pair.is_after and any(
        words[i].lower in _SETTING and words[i + 1].is_capital and _sets_anew(words, i)
        for i in range(start + 1, end - 1)
    )


_SETTING = frozenset(("in", "at", "near", "outside"))
_ANEW = frozenset(("and", "but", "while", "whereas"))


def _sets_anew(words: Sequence[Word], at: int) -> bool:
    """Tell whether a semicolon, or a comma and "and", stands before word `at`."""
    is_joined = at > 1 and words[at - 1].lower in _ANEW and words[at - 2].text in ",;"
    return is_joined or (at > 0 and words[at - 1].text == ";")


def _begins_noun(word: Word) -> bool:
    is_name = word.is_capital or word.is_number or word.lower in DETERMINERS
    return is_name or (word.is_word and word.lower not in PREPOSITIONS | COORDINATORS)


def is_of_joined(pair: Pair) -> bool:
    """Tell "jabs were given, and the ward in X is shut": X is that of the ward."""
    words = pair.sentence.words
    start, end = pair.between
    return any(
        words[i].lower == "and"
        and words[i - 1].text == ","
        and words[i + 1].lower in DETERMINERS
        for i in range(start + 1, end - 1)
    )
