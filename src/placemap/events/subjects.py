"""Noun phrases around a verb: its subject, and the phrase after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Party, Span
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    is_adverb,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

_SUBJECT_WORDS = 16
_OPENERS = frozenset(
    "however meanwhile but and also then earlier later separately still moreover "
    "furthermore additionally instead nevertheless while although as if when".split()
)
_SKIPPED = frozenset(
    "also then later earlier recently again still today yesterday monday tuesday "
    "wednesday thursday friday saturday sunday on late early has have had".split()
)


def find_subject(text: str, sentence: Sentence, verb: int) -> Party | None:
    """Return the noun phrase before a verb, as it stands in the text.

    A clause between commas after it is passed over: "Chad, which borders Sudan, said".
    None where the clause has no words before the verb.
    """
    words = sentence.words
    clause = sentence.clauses[verb]
    end = verb
    while end > 0 and _is_skipped(words[end - 1]):
        end -= 1
    if (
        end
        and sentence.breaks[clause] == "resume"
        and sentence.clauses[end - 1] != clause
    ):
        clause = max(0, clause - 2)
        while end and sentence.clauses[end - 1] > clause:
            end -= 1
    start = end
    while (
        start > 0
        and sentence.clauses[start - 1] == clause
        and end - start < _SUBJECT_WORDS
        and words[start - 1].text not in '“”";:()'
    ):
        start -= 1
    start = _past_opener(words, start, end)
    end = _before_participle(words, start, end)
    return _party(text, words[start:end])


def _before_participle(words: Sequence[Word], start: int, end: int) -> int:
    """Cut "the ministry describing its version" down to "the ministry"."""
    for k in range(start + 1, end):
        word = words[k]
        is_gerund = not word.is_capital and verb_form(word.lower) == "ing"
        if is_gerund and words[k - 1].lower not in (*DETERMINERS, *PREPOSITIONS):
            return k
    return end


def _is_skipped(word: Word) -> bool:
    return (
        word.lower in _SKIPPED
        or word.lower in AUXILIARIES
        or (is_adverb(word.lower) and not word.is_capital)
    )


def _past_opener(words: Sequence[Word], start: int, end: int) -> int:
    """Skip "However," and "In a brief address," at the start of a clause."""
    while start < end and (
        not words[start].is_word
        or words[start].lower in ("and", "but", "that", "while")
    ):
        start += 1
    if start < end and (
        words[start].lower in PREPOSITIONS or words[start].lower in _OPENERS
    ):
        commas = [k for k in range(start, end) if words[k].text == ","]
        if commas and commas[0] + 1 < end:
            return commas[0] + 1
    return start


def phrase_after(text: str, sentence: Sentence, start: int) -> Party | None:
    """Return the noun phrase from word `start`: "the governor of the province"."""
    words = sentence.words
    end = start
    while end < len(words) and end - start < _SUBJECT_WORDS:
        word = words[end]
        is_edge = not word.is_word and word.text not in "'’-" and word.lower != "'s"
        if is_edge or word.lower in _PHRASE_ENDS or looks_finite(word):
            break
        end += 1
    return _party(text, words[start:end])


_PHRASE_ENDS = frozenset(
    "on in at that who which when while after as and but because by during".split()
)


def _party(text: str, words: Sequence[Word]) -> Party | None:
    kept = list(words)
    while kept and not kept[0].is_word:
        kept.pop(0)
    while kept and not kept[-1].is_word:
        kept.pop()
    if not kept:
        return None
    span = Span(kept[0].start, kept[-1].end)
    return Party(text=span.of(text), span=span)
