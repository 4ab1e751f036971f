"""What governs a place name: the preposition of the noun phrase it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from placemap.events.places.words import (
    AMOUNTS,
    DIRECTIONS,
    LENGTHS,
    NEAR_WORDS,
    NEARBY,
    PLACE_NOUNS,
    SITE_NOUNS,
)
from placemap.events.words import (
    DETERMINERS,
    PREPOSITIONS,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

# How many words a venue and its address may have.
_ADDRESS = 14
# How many words a noun phrase may hold before the name.
_REACH = 12


class Governor(NamedTuple):
    """The preposition before a name, where it stands, and whether it says "near".

    `preposition` is empty for none; `at` is then the first word of the phrase.
    """

    preposition: str
    at: int
    is_near: bool


def find_governor(sentence: Sentence, first: int) -> Governor:
    """Return what governs the noun phrase that holds word `first`.

    Nouns that leave the place what it is are passed over: "in the city of X" is
    governed by "in", "40 km north of X" is near X.
    """
    words = sentence.words
    is_near = False
    i = first - 1
    limit = max(-1, first - _REACH)
    while i > limit:
        lower = words[i].lower
        if lower == "of" and i and _is_transparent(words[i - 1].lower):
            is_near = is_near or _says_near(words, i - 1)
            i -= 2
        elif lower == "of" and i and words[i - 1].lower == "out":
            return Governor("from", i - 1, is_near)
        elif lower in PREPOSITIONS:
            is_close = _is_close_to(words, i)
            near = is_near or is_close or lower in NEAR_WORDS
            return Governor("near" if is_close else lower, i, near)
        elif _in_noun_phrase(words, i):
            i -= 1
        else:
            break
    venue = _venue(words, i)
    if venue is not None:
        return Governor("at", venue, is_near)
    return Governor("", i + 1, is_near)


def _venue(words: Sequence[Word], comma: int) -> int | None:
    """Return the "at" of "at the lodge, 165 Hill Road, X"; None for other commas."""
    if comma < 1 or words[comma].text != ",":
        return None
    for i in range(comma - 1, max(-1, comma - _ADDRESS), -1):
        word = words[i]
        if word.lower == "at":
            return i
        is_part = (
            word.is_capital
            or word.is_number
            or word.text in (",", ".")
            or word.lower in ("the", "of", "and", "block")
            or lemma(word.lower) in SITE_NOUNS
        )
        if not is_part:
            return None
    return None


def _is_transparent(lower: str) -> bool:
    """Tell nouns that leave the place what it is: "the city of X", "most of X"."""
    noun = lemma(lower)
    return any(noun in g for g in (SITE_NOUNS, NEARBY, LENGTHS, AMOUNTS, _PARTS))


_PARTS = frozenset(
    "ballroom lobby hall room basement grounds yard courtyard ruin rubble rim foot top "
    "tip mouth bank approach sky shallows".split()
)


def _says_near(words: Sequence[Word], i: int) -> bool:
    """Tell "outskirts of" and "40 km north of" from "north of the country"."""
    noun = lemma(words[i].lower)
    if noun in NEARBY:
        return True
    before = {lemma(w.lower) for w in words[max(0, i - 3) : i]}
    plain = not before & {"the", "in"}
    return noun in DIRECTIONS and (bool(before & LENGTHS) or plain)


def _is_close_to(words: Sequence[Word], i: int) -> bool:
    return words[i].lower in ("to", "from") and bool(
        i and words[i - 1].lower in ("close", "next", "adjacent", "away")
    )


def _in_noun_phrase(words: Sequence[Word], i: int) -> bool:
    """Tell whether word `i` may stand between a preposition and its noun."""
    word = words[i]
    lower = word.lower
    if not word.is_word:
        return lower in ("'s", "'", '"', "“", "”", "‘", "’") or (
            lower == ","
            and i > 0
            and (words[i - 1].is_capital or lemma(words[i - 1].lower) in PLACE_NOUNS)
        )
    if lower in ("and", "or"):
        return i > 0 and words[i - 1].is_capital
    if lower in DETERMINERS or word.is_capital or word.is_number:
        return True
    if lower in ("that", "it", "he", "she", "they", "we", "but", "nor"):
        return False
    if looks_finite(word):
        return _is_adjective(words, i)
    return (
        verb_form(lower) != "ing"
        or lemma(lower) in SITE_NOUNS
        or (
            lower
            in ("surrounding", "neighbouring", "neighboring", "outlying", "remaining")
        )
    )


def _is_adjective(words: Sequence[Word], i: int) -> bool:
    """Tell "in besieged X" and "the occupied X" from a finite verb."""
    return i > 0 and (
        words[i - 1].lower in PREPOSITIONS
        or words[i - 1].lower in DETERMINERS
        or "-" in words[i].lower
    )
