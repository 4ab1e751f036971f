"""Who did it and to whom, where the sentence makes it plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Party, Span
from placemap.events.subjects import find_subject
from placemap.events.words import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger
    from placemap.events.words import Word

_LONGEST = 10
# What does not act: events and things as the subject of a harm.
_NOT_ACTORS = frozenset(
    "attack explosion blast bomb strike it that this which they there what he she we i "
    "quake earthquake flood storm fire crash accident clash fighting violence toll "
    "one none nobody someone officials".split()
) - {"officials"}


def find_parties(
    text: str, trigger: Trigger
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return actors and recipients of a trigger, each empty when not plain.

    Only verbs are looked at: the subject and the object of an active verb, the
    "by" phrase and the subject of a passive one.
    """
    if trigger.kind != "verb":
        return (), ()
    if trigger.is_passive:
        actor = _by_phrase(text, trigger)
        recipient = _subject(text, trigger)
    else:
        actor = _subject(text, trigger)
        recipient = _object(text, trigger)
        if actor and _head(actor) in _NOT_ACTORS:
            actor = None
    return _tuple(actor), _tuple(recipient)


def _tuple(party: Party | None) -> tuple[Party, ...]:
    return (party,) if party else ()


def _head(party: Party) -> str:
    return lemma(party.text.lower().split()[-1])


def _subject(text: str, trigger: Trigger) -> Party | None:
    if verb_form(trigger.sentence.words[trigger.first].lower) in ("ing", "base"):
        return None
    party = find_subject(text, trigger.sentence, trigger.first)
    if party is None:
        return None
    words = party.text.split()
    is_plain = len(words) <= _LONGEST and words[0].lower() not in PREPOSITIONS
    if not is_plain or words[0].lower() in PRONOUNS or "," in party.text:
        return None
    tail = [w.lower() for w in words]
    if any(w in ("which", "who", "that", "when", "to") for w in tail):
        return None
    return party


def _by_phrase(text: str, trigger: Trigger) -> Party | None:
    words = trigger.sentence.words
    for i in range(trigger.last, min(len(words), trigger.last + 8)):
        if trigger.sentence.clauses[i] != trigger.clause:
            return None
        if words[i].lower == "by":
            return _noun_phrase(text, words, i + 1)
    return None


def _object(text: str, trigger: Trigger) -> Party | None:
    words = trigger.sentence.words
    if trigger.last >= len(words):
        return None
    first = words[trigger.last]
    starts = (
        first.lower in DETERMINERS or first.is_capital or first.is_number
    ) or not (first.lower in PREPOSITIONS or looks_finite(first) or not first.is_word)
    return _noun_phrase(text, words, trigger.last) if starts else None


def _noun_phrase(text: str, words: Sequence[Word], start: int) -> Party | None:
    end = start
    while end < len(words) and end - start < _LONGEST:
        word = words[end]
        is_joint = not word.is_word and word.text not in "'’-"
        is_verb = looks_finite(word) and end > start  # "masked gunmen" may begin so
        if is_joint or word.lower in _ENDS or is_verb:
            break
        if word.lower in PREPOSITIONS and word.lower != "of":
            break
        end += 1
    while end > start and words[end - 1].lower in DETERMINERS | {"of"}:
        end -= 1
    if end == start or words[start].lower in PRONOUNS:
        return None
    if end - start == 1 and is_adverb(words[start].lower):
        return None
    span = Span(words[start].start, words[end - 1].end)
    return Party(text=span.of(text), span=span)


_ENDS = frozenset(
    "and or but who which that when while where as if because after before monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday early late last "
    "earlier dead down".split()
)
