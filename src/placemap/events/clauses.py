"""Where the clauses of a sentence begin.

The cutting is shallow: a clause begins at a subordinator or relative pronoun that a
verb follows, at a participle after a comma, at a coordinator before a verb, after a
verb of saying, and at dashes, colons and brackets. It answers one question: how
much stands between two words of a sentence.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_participle,
    lemma,
    looks_finite,
    verb_form,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.words import Word

Break = Literal[
    "start", "sub", "rel", "part", "coord", "that", "say", "mark", "stop", "resume"
]

SAYING = frozenset(
    "say tell report announce claim add state note confirm declare insist argue "
    "explain believe allege admit acknowledge stress suggest warn tweet write reveal "
    "assert think reply deny".split()
)
# How their forms begin: a lemma is dear, and most words need none.
_SAYING_STARTS = frozenset(verb[:3] for verb in SAYING) | {"sai", "tol", "tho", "wro"}
_MARKS = frozenset(":—–()[]")
# Words a reported clause does not begin with: the saying is not over yet.
_STILL_SAYING = frozenset(
    "on in at to by late early yesterday today monday tuesday wednesday thursday "
    "friday saturday sunday earlier later also only again here".split()
)


def find_breaks(
    words: tuple[Word, ...], lower_words: Sequence[str]
) -> Iterator[tuple[int, Break]]:
    """Yield the words at which a clause begins, and what kind of clause."""
    places = [
        i
        for i, (before, lower) in enumerate(pairwise(lower_words), start=1)
        if lower in _OPENERS or _MAY_END[before]
    ]
    embedded = False  # inside a clause that a comma will end
    for i in places:
        kind = _break_before(words, i, embedded=embedded)
        if kind is None:
            continue
        embedded = kind in ("rel", "sub", "part") or (
            embedded and kind in ("that", "coord")
        )
        yield i, kind


_OPENERS = RELATIVES | SUBORDINATORS | COORDINATORS | {"that", "which"}


def _may_end(lower: str) -> bool:
    """Tell whether a clause may begin after a word, whatever comes then."""
    return lower in _MARKS or lower in ";," or is_saying(lower)


_MAY_END = WordTable(_may_end)


def is_saying(lower: str) -> bool:
    """Tell whether a lower-case word is a form of a verb of saying.

    Examples
    --------
    >>> is_saying("said"), is_saying("reporting"), is_saying("sailed")
    (True, True, False)
    """
    return lower[:3] in _SAYING_STARTS and lemma(lower) in SAYING


def _break_before(words: tuple[Word, ...], i: int, *, embedded: bool) -> Break | None:
    """Return what kind of clause begins at word `i`, if any does."""
    lower, before = words[i].lower, words[i - 1]
    if before.text == ";":
        return "stop"
    if before.text in _MARKS:
        return "mark"
    if _is_complement(words, i):
        return "that"
    is_linking = lower in ("that", "which") and not _points(words, i)
    if lower in RELATIVES or (is_linking and _verb_soon(words, i, 2)):
        return "rel"
    if lower in SUBORDINATORS and _verb_soon(words, i, 9):
        return "sub"
    if lower in COORDINATORS and _begins_verb_phrase(words, i + 1):
        return "coord"
    if _is_comma(before):
        return _break_after_comma(words, i, embedded=embedded)
    return None


def _break_after_comma(
    words: tuple[Word, ...], i: int, *, embedded: bool
) -> Break | None:
    word = words[i]
    if not word.is_capital and verb_form(word.lower) == "ing":
        return "part"
    if word.lower in COORDINATORS and _verb_soon(words, i, 6):
        return "coord"
    if _continues_series(words, i):
        return "coord"
    if _says_soon(words, i):
        return "say"
    return "resume" if embedded else None


def _continues_series(words: tuple[Word, ...], i: int) -> bool:
    """Tell "left, recalled its envoy and ..." from "the town, captured in May,"."""
    follows = words[i + 1 : i + 2]
    return (
        not words[i].is_capital
        and verb_form(words[i].lower) == "past"
        and words[i].lower not in AUXILIARIES
        and not is_saying(words[i].lower)
        and any(w.is_number or w.lower in DETERMINERS for w in follows)
        and any(map(looks_finite, words[:i]))
    )


def _is_comma(word: Word) -> bool:
    return word.text == ","


def _is_complement(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether what is said begins here: after "said", or with its "that"."""
    lower = words[i].lower
    if lower == "that":
        return any(is_saying(w.lower) for w in words[max(0, i - 6) : i])
    before = words[i - 1]
    if before.is_capital or not is_saying(before.lower):
        return False
    if lower in _STILL_SAYING or not words[i].is_word or lower in PREPOSITIONS:
        return False
    return looks_finite(before) or verb_form(before.lower) in ("s", "ing")


def _points(words: tuple[Word, ...], i: int) -> bool:
    """Tell "last month that group struck", where no relative clause begins."""
    return i > 1 and words[i - 2].lower in _NEAR and words[i - 1].lower in _TIMES


_NEAR = frozenset(("last", "this", "next"))
_TIMES = frozenset("night week weekend month year summer winter spring autumn".split())


def _verb_soon(words: tuple[Word, ...], i: int, reach: int) -> bool:
    """Tell whether a finite verb follows word `i` before the next mark."""
    for word in words[i + 1 : i + 1 + reach]:
        if not word.is_word:
            return False
        if looks_finite(word):
            return True
    return False


def _begins_verb_phrase(words: tuple[Word, ...], i: int) -> bool:
    for k, word in enumerate(words[i : i + 3], start=i):
        if word.lower in AUXILIARIES or word.lower in MODALS:
            return True
        if word.lower in SUBJECT_PRONOUNS:
            return True
        if not word.is_capital and verb_form(word.lower) in ("past", "ing"):
            nxt = words[k + 1] if k + 1 < len(words) else None
            return nxt is None or not is_participle(word.lower) or _object_like(nxt)
        if not is_adverb(word.lower) and word.lower not in (
            "also",
            "then",
            "later",
        ):
            return False
    return False


def _object_like(word: Word) -> bool:
    """Tell "and wounded six" from "and armed groups": the latter has a bare noun."""
    lower = word.lower
    return (
        not word.is_word
        or word.is_capital
        or word.is_number
        or lower in PREPOSITIONS
        or lower in _NOUN_PHRASE_STARTS
    )


_NOUN_PHRASE_STARTS = frozenset(
    "the a an his her its their our several some many dozens scores hundreds thousands "
    "one two three four five six seven eight nine ten eleven twelve others at more "
    "him them us it another all both".split()
)


def _says_soon(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether ", police said" or ", said police" begins at word `i`."""
    for k, word in enumerate(words[i : i + 9]):
        if not word.is_word and word.text not in "'’":
            return False
        if not word.is_capital and is_saying(word.lower):
            after = words[i + k + 1] if i + k + 1 < len(words) else None
            if k == 0:  # ", said police" follows a whole clause
                whole = any(map(looks_finite, words[:i]))
                return whole and not _verb_soon(words, i, 9)
            return after is None or not after.is_word or after.lower in _STILL_SAYING
        if k and word.lower in PREPOSITIONS and word.lower not in ("of", "in", "for"):
            return False
    return False
