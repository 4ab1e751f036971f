"""Who says what: verbs of saying, their subjects, and the words they cover."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.core import Party, Span
from placemap.events.quotes import find_quotes, is_statement
from placemap.events.sentence import SAYING
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

# Besides saying: verbs whose object tells what is claimed.
CLAIMING = SAYING | frozenset(
    "accuse blame describe refute urge demand vow dismiss refer".split()
)
_SUBJECT_WORDS = 16
_OPENERS = frozenset(
    "however meanwhile but and also then earlier later separately still moreover "
    "furthermore additionally instead nevertheless while although as if when".split()
)
_SKIPPED = frozenset(
    "also then later earlier recently again still today yesterday monday tuesday "
    "wednesday thursday friday saturday sunday on late early has have had".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One act of saying: by whom, and which stretch of text is what was said."""

    sentence: int
    verb: str
    claimant: Party | None
    scope: Span


class Record:
    """All that is said in a document, heard sentence by sentence.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "The ministry said rebels shelled the town."
    >>> record = Record(text)
    >>> record.hear(make_sentence(text, 0, len(text)))
    >>> record.find(Span(24, 31), 0).claimant.text
    'The ministry'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._of_sentence: dict[int, list[Speech]] = {}
        self._quotes = [Span(*q) for q in find_quotes(text) if is_statement(text, q)]
        self._named: Party | None = None

    def hear(self, sentence: Sentence) -> None:
        """Take in who says what in the next sentence.

        A pronoun as the speaker is replaced by the last speaker named before it.
        """
        for speech in _speeches_of(self._text, sentence):
            party = speech.claimant
            if party and party.text.lower() in PRONOUNS:
                speech_of_named = replace(speech, claimant=self._named or party)
            else:
                self._named = party or self._named
                speech_of_named = speech
            self._of_sentence.setdefault(sentence.index, []).append(speech_of_named)

    def find(self, span: Span, sentence: int) -> Speech | None:
        """Return the speech that tells of `span`, or None when nobody is quoted.

        A quotation without a verb of saying in its sentence belongs to the nearest
        speech up to two sentences away, the one before it first.
        """
        said = self._of_sentence
        own = [s for s in said.get(sentence, ()) if s.scope.covers(span)]
        if own:
            return min(own, key=lambda s: (s.claimant is None, -s.scope.start))
        if not self._is_quoted(span):
            return None
        near = (said.get(sentence + step) for step in (0, -1, 1, -2, 2))
        return next((found[0] for found in near if found), None)

    def _is_quoted(self, span: Span) -> bool:
        at = bisect_right(self._quotes, span.start, key=lambda q: q.start)
        return at > 0 and self._quotes[at - 1].covers(span)


def _speeches_of(text: str, sentence: Sentence) -> Iterator[Speech]:
    words = sentence.words
    for i, word in enumerate(words):
        if (
            word.lower == "according"
            and i + 1 < len(words)
            and words[i + 1].lower == "to"
        ):
            yield _according_to(text, sentence, i)
        elif _is_claiming(words, i):
            yield _said(text, sentence, i)


def _is_claiming(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.is_capital or lemma(word.lower) not in CLAIMING:
        return False
    form = verb_form(word.lower)
    if form == "past":
        return True
    after = words[i + 1].lower if i + 1 < len(words) else ""
    return form in ("s", "ing") and (
        after in ("that", "the", "it", "he", "she", "they")
    )


def _said(text: str, sentence: Sentence, i: int) -> Speech:
    words = sentence.words
    claimant = find_subject(text, sentence, i)
    before = words[claimant_start(sentence, claimant, i) - 1] if claimant else None
    is_tail = (
        before is not None
        and before.text in _CLOSING
        and not _has_complement(sentence, i)
    )
    if claimant is None and i and words[i - 1].text in _CLOSING:
        claimant = _inverted_subject(text, sentence, i)
        is_tail = True
    passive = i > 0 and words[i - 1].lower in ("was", "were", "been", "is", "are", "be")
    if passive and i + 1 < len(words) and words[i + 1].lower == "by":
        claimant = _phrase_after(text, sentence, i + 2)
        scope = sentence.span
    elif is_tail:
        end = (
            words[i].start
            if claimant is None
            else min(words[i].start, claimant.span.start)
        )
        scope = _clip(sentence, sentence.span.start, end)
    else:
        scope = _clip(sentence, words[i].end, sentence.span.end)
    return Speech(
        sentence=sentence.index,
        verb=lemma(words[i].lower),
        claimant=claimant,
        scope=scope,
    )


# What stands between the words said and "said the minister" or "the minister said".
_CLOSING = (",", "”", '"', "—", "–", "’")


def _clip(sentence: Sentence, start: int, end: int) -> Span:
    return Span(start, end) if start < end else sentence.span


def claimant_start(sentence: Sentence, claimant: Party | None, i: int) -> int:
    """Return the index of the word a claimant begins with, or `i` without one."""
    return sentence.word_at(claimant.span.start) if claimant else i


def _has_complement(sentence: Sentence, i: int) -> bool:
    """Tell whether more than a time or place follows the verb of saying."""
    after = sentence.clauses[i] + 1
    return after < len(sentence.breaks) and sentence.breaks[after] == "that"


def _according_to(text: str, sentence: Sentence, i: int) -> Speech:
    claimant = _phrase_after(text, sentence, i + 2)
    start, end = sentence.span.start, sentence.words[i].start
    if end - start < 3 and claimant:
        start, end = claimant.span.end, sentence.span.end
    return Speech(
        sentence=sentence.index,
        verb="according to",
        claimant=claimant,
        scope=_clip(sentence, start, end),
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
        or (word.lower.endswith("ly") and not word.is_capital)
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


def _inverted_subject(text: str, sentence: Sentence, i: int) -> Party | None:
    """Return the speaker after the verb: "..., said the governor of the province."."""
    return _phrase_after(text, sentence, i + 1)


def _phrase_after(text: str, sentence: Sentence, start: int) -> Party | None:
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
