"""Whether an expression of the table stands at a word of a sentence.

Its words have to follow one another in any of their forms; for verbs, auxiliaries and
adverbs between them are passed over. Then the tests of its row are asked.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import GAP, Entry, Test
from placemap.events.words import (
    AUXILIARIES,
    Word,
    is_adverb,
    lemma,
    noun_forms,
    verb_lemmas,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP_WORDS = 3
# How far the tests look, in words.
_REACH = {"next": (1, 2), "prev": (-1, 0), "after": (1, 7), "before": (-6, 0)}
_NEAR_NEEDED, _NEAR_FORBIDDEN = 25, 12


def match(entry: Entry, words: Sequence[Word], i: int) -> int | None:
    """Return the end of the words `entry` covers from word `i`, or None.

    Examples
    --------
    >>> from placemap.events.triggers.lexicon import entries
    >>> from placemap.events.words import split_words
    >>> words = split_words("The guns have now fallen silent.", 0, 32)
    >>> phrase = next(e for e in entries()["gun"] if e.name == "gun fall silent")
    >>> match(phrase, words, 1)
    6
    """
    last = _end(entry, words, i)
    return None if last is None or not _passes(entry, words, i, last) else last


def _end(entry: Entry, words: Sequence[Word], i: int) -> int | None:
    if len(entry.tokens) == 1 and entry.part == "n":
        return (
            i + 1 if entry.tokens[0].intersection(noun_forms(words[i].lower)) else None
        )
    if entry.tokens[0].isdisjoint(word_forms(words[i].lower)):
        return None
    inside = entry.part != "n"
    return _match_tokens(entry.tokens[1:], words, i + 1, inside=inside)


def _match_tokens(
    tokens: tuple[frozenset[str], ...],
    words: Sequence[Word],
    i: int,
    *,
    inside: bool,
) -> int | None:
    """Return the end of the words that `tokens` cover from word `i`, or None.

    `inside` says that auxiliaries and adverbs may stand between them.
    """
    if not tokens:
        return i
    if GAP in tokens[0]:
        for skipped in range(_GAP_WORDS + 1):
            end = _match_tokens(tokens[1:], words, i + skipped, inside=False)
            if end is not None:
                return end
            if i + skipped >= len(words) or not words[i + skipped].is_word:
                return None
        return None
    if i >= len(words):
        return None
    if not tokens[0].isdisjoint(word_forms(words[i].lower)):
        return _match_tokens(tokens[1:], words, i + 1, inside=inside)
    if inside and _PASSED_OVER[words[i].lower]:
        return _match_tokens(tokens, words, i + 1, inside=True)
    return None


# "the guns have fallen silent", "rockets then slammed into".
_BETWEEN = frozenset("also then later now again still suddenly".split())


# Auxiliaries and adverbs between the words of an expression.
_PASSED_OVER = WordTable(
    lambda lower: lower in AUXILIARIES or lower in _BETWEEN or is_adverb(lower)
)


def _word_forms(lower: str) -> frozenset[str]:
    """Return what a word may be a form of, itself included: a key of the table."""
    return frozenset((lower, *verb_lemmas(lower), *noun_forms(lower)))


word_forms = WordTable(_word_forms).__getitem__


# "charged with murder", "two counts of assault": a case in court, not one more deed.
_CHARGES = frozenset(
    "charge charged charges count counts convicted guilty suspicion sentenced "
    "conviction acquitted indicted pleaded".split()
)


def _is_charge(entry: Entry, words: Sequence[Word], first: int, last: int) -> bool:
    if entry.part != "n" or entry.type not in ("CRIME", "ASSAULT"):
        return False
    if words[last : last + 1] and words[last].lower in _CHARGES:
        return True  # "on trafficking charges"
    before = [w.lower for w in words[max(0, first - 5) : first]]
    return bool(_CHARGES.intersection(before)) and bool(
        {"of", "with", "for", "to"}.intersection(before)
    )


def _passes(entry: Entry, words: Sequence[Word], first: int, last: int) -> bool:
    if _is_charge(entry, words, first, last):
        return False
    needs, forbids = entry.needs, entry.forbids
    if needs and not _holds_any(needs, words, first, last, _NEAR_NEEDED):
        return False
    return not (forbids and _holds_any(forbids, words, first, last, _NEAR_FORBIDDEN))


def _holds_any(
    tests: Sequence[Test], words: Sequence[Word], first: int, last: int, reach: int
) -> bool:
    return any(_holds(test, words, first, last, reach) for test in tests)


def _holds(
    test: Test, words: Sequence[Word], first: int, last: int, reach: int
) -> bool:
    if test.where == "near":
        near = (*words[max(0, first - reach) : first], *words[last : last + reach])
    else:
        start, end = _REACH[test.where]
        base = last - 1 if start > 0 else first
        near = tuple(words[max(0, base + start) : max(0, base + end)])
    forms = [_GROUPED_AS[w.lower] for w in near]
    return not test.words.isdisjoint(chain.from_iterable(forms))


def _grouped_as(lower: str) -> tuple[str, ...]:
    """Return the forms under which a group of words may hold a word."""
    last = lower.rpartition("-")[2]
    return tuple(dict.fromkeys((lower, last, lemma(last))))


_GROUPED_AS = WordTable(_grouped_as)
