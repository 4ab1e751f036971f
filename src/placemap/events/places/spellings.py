"""What the spelling of a word shows: its class, its shape, and the clues from them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.clauses import is_saying
from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    verb_form,
)

if TYPE_CHECKING:
    from placemap.events.words import Word

# How far the neighbours are whose words count among a word's clues.
STEPS = (-3, -2, -1, 1, 2, 3)
_CLASSES = (
    (PREPOSITIONS, "prep"),
    (DETERMINERS, "det"),
    (AUXILIARIES, "aux"),
    (MODALS, "mod"),
    (RELATIVES, "rel"),
    (SUBORDINATORS, "sub"),
    (COORDINATORS, "and"),
    (PRONOUNS, "pron"),
)


class Spelling(NamedTuple):
    """A word in lower case, its shape, and its class."""

    lower: str
    shape: str
    label: str


class SpelledClues(NamedTuple):
    """The clues from a word's spelling: its own, and for who sees it at each step."""

    own: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]


def spelled_clues(spelling: Spelling) -> SpelledClues:
    """Return the clues that a spelling gives.

    Examples
    --------
    >>> clues = spelled_clues(Spelling("raqqa", "Xx", "Cap"))
    >>> clues.own
    ('bias', 'w=raqqa', 's=Xx', 'e=qqa', 'b=raq', 'c=Cap')
    >>> clues.beside[STEPS.index(-1)]  # for the word after it
    ('w-1=raqqa', 'c-1=Cap')
    """
    lower, shape, label = spelling
    own = (
        "bias",
        f"w={lower}",
        f"s={shape}",
        f"e={lower[-3:]}",
        f"b={lower[:3]}",
        f"c={label}",
    )
    beside = tuple((f"w{step}={lower}", f"c{step}={label}") for step in STEPS)
    return SpelledClues(own, beside)


@lru_cache(maxsize=1 << 15)
def _class_of(lower: str) -> str:
    for members, label in _CLASSES:
        if lower in members:
            return label
    form = verb_form(lower)
    if form in ("past", "ing", "s"):
        return "say" if is_saying(lower) else form
    return "adv" if is_adverb(lower) else "other"


def word_class(word: Word) -> str:
    """Return the closed class of a word, its verb form, or what else shows."""
    if not word.is_word:
        return word.text
    if word.is_number:
        return "num"
    label = _class_of(word.lower)
    if word.is_capital and label not in ("prep", "det", "aux", "mod"):
        return "Cap"
    return label


def word_shape(word: Word) -> str:
    """Return a word's shape: "XX", "Xx", "X-", "x", "9" or "."."""
    text = word.text
    if text.isupper() and len(text) > 1:
        return "XX"
    if word.is_capital:
        return "X-" if "-" in text else "Xx"
    return "9" if word.is_number else "x" if word.is_word else "."
