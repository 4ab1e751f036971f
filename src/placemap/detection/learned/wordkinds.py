"""What is known of a word by itself, whatever text it stands in."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from placemap.detection.vocabulary import (
    BODIES,
    CALENDAR,
    DECIDING,
    DIRECTIONS,
    GENERIC_AFTER,
    GENERIC_BEFORE,
    LOOSE_PREPOSITIONS,
    PARTICLES,
    PLACE_KINDS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    SAYING,
    STANCES,
    STREETS,
    TITLES,
    number_table,
    word_list,
)
from placemap.text import fold

# One letter for each list a word may stand in; a word's class is all of its letters.
_CLASSES = {
    "c": CALENDAR, "t": TITLES, "b": BODIES, "s": STREETS, "g": GENERIC_AFTER,
    "h": GENERIC_BEFORE, "d": DIRECTIONS, "a": PARTICLES, "p": PLACE_PREPOSITIONS,
    "l": LOOSE_PREPOSITIONS, "k": PLACE_KINDS, "n": PLACE_NOUNS, "y": SAYING,
    "v": DECIDING, "w": STANCES,
}  # fmt: skip
# Ranks of names are binary logarithms; these stand for names that no list holds and
# for names of the project's own lists that the census lacks.
NO_GIVEN_NAME, NO_SURNAME = 14.0, 16.0
_OWN_GIVEN_NAME, _OWN_SURNAME = 8.0, 9.0
FREQUENT_GIVEN_NAME, FREQUENT_SURNAME = 9.0, 9.0


class WordKind(NamedTuple):
    """A word's looks and habits.

    `key` is the word without case, digits replaced by their number; `shape` tells
    capitals, small letters and digits; `kinds` are the letters of the word lists it
    stands in, "-" or "_" for a capitalised or another word in none. `small` and
    `capital` are binary logarithms of how often it is written so within sentences;
    `given` and `surname` of its rank among the names of people. An ordinary word is
    mostly no name.
    """

    key: str
    shape: str
    kinds: str
    is_capital: bool
    length: int
    small: float
    capital: float
    given: float
    surname: float
    is_common: bool
    is_ordinary: bool


NO_WORD = WordKind(
    key="", shape="", kinds="0", is_capital=False, length=0, small=0.0, capital=0.0,
    given=NO_GIVEN_NAME, surname=NO_SURNAME, is_common=False, is_ordinary=False,
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def kind_of(word: str) -> WordKind:
    """Return what is known of a word.

    Examples
    --------
    >>> kind_of("Street").kinds, kind_of("Street").shape, kind_of("27").key
    ('s', 'Xx', '#2')
    """
    key = word.casefold()
    # Folding says nothing new of plain letters, and takes as long as all the rest.
    folded = key if word.isascii() and word.isalpha() else fold(word)
    kinds = "".join(letter for letter, words in _CLASSES.items() if key in words)
    is_capital = word[:1].isupper()
    small, capital = number_table("word_case").get(folded, (0, 0))
    is_common = folded in word_list("common_words")
    return WordKind(
        key=f"#{len(key)}" if key.isdigit() else key,
        shape=_shape(word),
        kinds=kinds or ("-" if is_capital else "_"),
        is_capital=is_capital,
        length=len(word),
        small=float(small),
        capital=float(capital),
        given=_rank(folded, "given_names", _OWN_GIVEN_NAME, NO_GIVEN_NAME),
        surname=_rank(folded, "surnames", _OWN_SURNAME, NO_SURNAME),
        is_common=is_common,
        is_ordinary=is_common or small > capital + 1,
    )


def _rank(folded: str, names: str, own: float, missing: float) -> float:
    ranked = number_table(f"census_{names}").get(folded)
    if ranked is not None:
        return float(ranked[0])
    return own if folded in word_list(names) else missing


def _shape(word: str) -> str:
    if word[:1].isdigit():
        return "9" if word.isdigit() else "9x"
    if word.isupper():
        return "X" * min(3, len(word))
    if word[:1].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "x" if word.islower() else "xX"
