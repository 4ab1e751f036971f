"""Who says what: verbs of saying, their subjects, and the words they cover."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.core import Party, Span
from placemap.events.claims.actors import names_actor, names_text
from placemap.events.claims.quotes import find_quotes, is_statement
from placemap.events.clauses import SAYING
from placemap.events.subjects import find_subject, phrase_after
from placemap.events.words import (
    PRONOUNS,
    lemma,
    looks_finite,
    verb_form,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

# Besides saying: verbs whose object tells what is claimed.
CLAIMING = SAYING | frozenset(
    "accuse blame describe refute urge demand vow dismiss refer".split()
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

        A pronoun or "the statement" as the speaker is replaced by the last speaker
        named before it.
        """
        for speech in _speeches_of(self._text, sentence):
            party = speech.claimant
            if party and _stands_for_speaker(sentence, party):
                heard = replace(speech, claimant=self._named)
            else:
                self._named = party or self._named
                heard = speech
            self._of_sentence.setdefault(sentence.index, []).append(heard)

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


def _stands_for_speaker(sentence: Sentence, party: Party) -> bool:
    start, end = sentence.word_range(party.span)
    is_pronoun = party.text.lower() in PRONOUNS
    return is_pronoun or names_text(sentence.words[start:end])


def _speeches_of(text: str, sentence: Sentence) -> Iterator[Speech]:
    words = sentence.words
    speaker: Party | None = None
    lowers = sentence.lower_words
    for i in [i for i, lower in enumerate(lowers) if _MAY_CLAIM[lower]]:
        if lowers[i] == "according":
            if lowers[i + 1 : i + 2] == ["to"]:
                yield _according_to(text, sentence, i)
        elif _is_claiming(words, i):
            speech = _said(text, sentence, i, speaker)
            speaker = speech.claimant or speaker
            yield speech


_MAY_CLAIM = WordTable(
    lambda lower: lower == "according" or lemma(lower) in CLAIMING,
)


def _is_claiming(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.is_capital:
        return False
    form = verb_form(word.lower)
    if form == "past":
        return True
    after = words[i + 1].lower if i + 1 < len(words) else ""
    return form in ("s", "ing") and (
        after in ("that", "the", "it", "he", "she", "they")
    )


def _said(text: str, sentence: Sentence, i: int, speaker: Party | None) -> Speech:
    """Return the speech of the verb at word `i`.

    `speaker` is who spoke before in the sentence: "X said ... and denied ...".
    """
    words = sentence.words
    verb = lemma(words[i].lower)
    claimant = find_subject(text, sentence, i) or _shared(text, sentence, i, speaker)
    if _is_passive(words, i):
        by = words[i + 1 : i + 2] and words[i + 1].lower == "by"
        agent = phrase_after(text, sentence, i + 2) if by else None
        whole = by or verb in _TOLD_OF
        start = sentence.span.start if whole else words[i].end
        return _speech(sentence, verb, agent, _clip(sentence, start))
    before = words[claimant_start(sentence, claimant, i) - 1] if claimant else None
    is_tail = (
        before is not None
        and before.text in _CLOSING
        and not _has_complement(sentence, i)
    )
    if claimant is None and i and words[i - 1].text in _CLOSING:
        claimant = phrase_after(text, sentence, i + 1)
        is_tail = True
    if is_tail:
        end = words[i].start
        if claimant is not None:
            end = min(end, claimant.span.start)
        scope = _clip(sentence, sentence.span.start, end)
    else:
        scope = _clip(sentence, words[i].end, _scope_end(sentence, i))
    if claimant and not _is_actor(sentence, claimant):
        claimant = speaker or _first_subject(text, sentence, claimant)
    return _speech(sentence, verb, claimant, scope)


def _speech(
    sentence: Sentence, verb: str, claimant: Party | None, scope: Span
) -> Speech:
    known = claimant if claimant and _is_actor(sentence, claimant) else None
    return Speech(sentence=sentence.index, verb=verb, claimant=known, scope=scope)


# Passive verbs whose subject is what is told: "clashes were reported".
_TOLD_OF = frozenset("report say believe claim allege describe announce".split())


def _is_passive(words: Sequence[Word], i: int) -> bool:
    before = words[i - 1].lower if i else ""
    return before in ("was", "were", "been", "is", "are", "be", "also") and any(
        w.lower in ("was", "were", "been", "is", "are", "be")
        for w in words[max(0, i - 2) : i]
    )


def _is_actor(sentence: Sentence, party: Party) -> bool:
    start, end = sentence.word_range(party.span)
    words = sentence.words[start:end]
    opens = not any(w.is_word for w in sentence.words[:start])
    return names_text(words) or names_actor(words, opens_sentence=opens)


def _first_subject(text: str, sentence: Sentence, party: Party) -> Party | None:
    """Return "the army" of "the army took the hill and", half a clause."""
    start, end = sentence.word_range(party.span)
    for k in range(start + 1, end):
        if looks_finite(sentence.words[k]):
            return find_subject(text, sentence, k)
    return None


def _shared(
    text: str, sentence: Sentence, i: int, speaker: Party | None
) -> Party | None:
    """Return the subject that "and said" shares with the verb before it."""
    if sentence.breaks[sentence.clauses[i]] != "coord":
        return None
    verbs = (k for k in range(1, i) if looks_finite(sentence.words[k]))
    first = next(verbs, None)
    return speaker or (None if first is None else find_subject(text, sentence, first))


_DENYING = frozenset("deny refute reject dismiss".split())


def _scope_end(sentence: Sentence, i: int) -> int:
    """Return where what is said ends: at a verb that goes on after a denial."""
    words = sentence.words
    if lemma(words[i].lower) not in _DENYING:
        return sentence.span.end
    end = denial_end(sentence, i)
    return words[end - 1].end


def denial_end(sentence: Sentence, at: int) -> int:
    """Return the word before which the denial by the verb at word `at` ends.

    "denied the claim, recalled its envoy and left" denies the claim alone, "denied
    that it had shelled the port and killed six" both. A verb that follows "or" is
    denied too; one after "and" only where the denied verb is a perfect or passive
    that it can go on with.
    """
    words, clauses = sentence.words, sentence.clauses
    for k in range(at + 1, len(words)):
        is_new = clauses[k] != clauses[k - 1] and sentence.breaks[clauses[k]] == "coord"
        if not is_new or words[k].lower in ("or", "nor"):
            continue
        denied = sentence.lowers(at + 1, k)
        goes_on = words[k].lower == "and" and bool(_PERFECT.intersection(denied))
        if not goes_on:
            return k
    return len(words)


_PERFECT = frozenset("had has have was were been".split())


# What stands between the words said and "said the minister" or "the minister said".
_CLOSING = (",", "”", '"', "—", "–", "’", "'")


def _clip(sentence: Sentence, start: int, end: int | None = None) -> Span:
    last = sentence.span.end if end is None else end
    return Span(start, last) if start < last else sentence.span


def claimant_start(sentence: Sentence, claimant: Party | None, i: int) -> int:
    """Return the index of the word a claimant begins with, or `i` without one."""
    return sentence.word_at(claimant.span.start) if claimant else i


def _has_complement(sentence: Sentence, i: int) -> bool:
    """Tell whether more than a time or place follows the verb of saying."""
    after = sentence.clauses[i] + 1
    return after < len(sentence.breaks) and sentence.breaks[after] == "that"


def _according_to(text: str, sentence: Sentence, i: int) -> Speech:
    claimant = phrase_after(text, sentence, i + 2)
    start, end = sentence.span.start, sentence.words[i].start
    if end - start < 3 and claimant:
        start, end = claimant.span.end, sentence.span.end
    return _speech(sentence, "according to", claimant, _clip(sentence, start, end))
