"""The names in a sentence, known places or not, and what governs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.events.places.governors import find_governor
from placemap.events.places.spellings import word_class
from placemap.events.places.words import LOCATIVE
from placemap.events.words import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that may name a place: words `first` up to `last`.

    `governor` is the preposition that governs it, `head` the word before that;
    `is_known` tells whether a toponym is part of it.
    """

    first: int
    last: int
    governor: str
    at: int
    head: str
    is_near: bool
    is_known: bool

    @property
    def is_locative(self) -> bool:
        """Whether a preposition of place governs it."""
        return self.governor in LOCATIVE or self.governor == "on"


def tag_toponyms(sentence: Sentence, toponyms: Sequence[Toponym]) -> list[str]:
    """Return for each word what it is to a toponym: its first word (B) or a later (I).

    Form, role and kind of place follow; a word that is in none has an empty text.
    """
    tags = [""] * len(sentence.words)
    for toponym in toponyms:
        first, last = sentence.word_range(toponym.span)
        mention, place = toponym.mention, toponym.place
        kind = "" if place is None else place.kind
        kind = kind[:6] if kind.startswith("A") else kind[:1]
        label = f"{mention.form[:3]}|{mention.role[:3]}|{kind}"
        for i in range(first, last):
            tags[i] = f"{'B' if i == first else 'I'}|{label}"
    return tags


def find_names(sentence: Sentence, tags: Sequence[str]) -> list[Name]:
    """Return the runs of capitalised words and toponyms, in order."""
    words = sentence.words
    names: list[Name] = []
    first = -1
    for i in range(len(words) + 1):
        inside = i < len(words) and _may_name(sentence, i, tags)
        starts = inside and tags[i][:1] == "B" and first >= 0 and bool(tags[i - 1])
        if first >= 0 and (not inside or starts):
            names.append(_name(sentence, first, i, tags))
            first = -1
        if inside and first < 0:
            first = i
    return names


def _may_name(sentence: Sentence, i: int, tags: Sequence[str]) -> bool:
    word = sentence.words[i]
    if tags[i]:
        return True
    if not word.is_capital or word.lower in PREPOSITIONS or word.lower in DETERMINERS:
        return False
    return i > 0 or (len(sentence.words) > 1 and sentence.words[1].is_capital)


def _name(sentence: Sentence, first: int, last: int, tags: Sequence[str]) -> Name:
    governor = find_governor(sentence, first)
    before = sentence.words[governor.at - 1].lower if governor.at > 0 else "#"
    return Name(
        first=first,
        last=last,
        governor=governor.preposition or _stand_in(sentence, governor.at),
        at=governor.at,
        head=before,
        is_near=governor.is_near,
        is_known=any(tags[first:last]),
    )


def _stand_in(sentence: Sentence, at: int) -> str:
    """Return what stands before a name that no preposition governs."""
    if at == 0:
        return "#"
    word = sentence.words[at - 1]
    return f"<{word_class(word)}>" if word.is_word else word.text
