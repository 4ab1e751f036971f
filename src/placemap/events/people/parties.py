"""Who did it and to whom, where the sentence makes it plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Party, Span
from placemap.events.subjects import find_subject
from placemap.events.words import (
    AUXILIARIES,
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
    "attack explosion blast bomb strike raid it that this which they there what he "
    "she we i quake earthquake flood storm fire crash accident clash fighting violence "
    "toll one none nobody someone".split()
)
# What a sentence may begin with before its subject: "last month", "early Monday".
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december yesterday today "
    "tonight overnight night morning afternoon evening weekend week month year".split()
)
_POINTING = frozenset("last this next early earlier late later that same".split())
_COUNTED = ("ago", "later", "earlier")  # "two days later"
_TIME_WORDS = 5
# What stands before these is not all of it.
_LINKS = frozenset("which who that when where because if to".split())


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
        if _is_suffered(trigger):
            actor, recipient = None, actor
    return _tuple(actor), _tuple(recipient)


def _is_suffered(trigger: Trigger) -> bool:
    """Tell "two farmers drowned", where the subject has done nothing."""
    return lemma(trigger.sentence.words[trigger.first].lower) in _SUFFERED


_SUFFERED = frozenset("die drown perish suffocate succumb starve".split())


def _tuple(party: Party | None) -> tuple[Party, ...]:
    return (party,) if party else ()


def _head(party: Party) -> str:
    """Return the head: "strike" of "an air strike on the city"."""
    words = party.text.lower().split()
    ends = (k for k, word in enumerate(words) if k and word in PREPOSITIONS)
    return lemma(words[next(ends, len(words)) - 1])


def _subject(text: str, trigger: Trigger) -> Party | None:
    if verb_form(trigger.sentence.words[trigger.first].lower) in ("ing", "base"):
        return None
    party = _plain(text, trigger)
    if party is None:
        return None
    words = party.text.split()
    is_plain = len(words) <= _LONGEST and words[0].lower() not in PREPOSITIONS
    if not is_plain or words[0].lower() in PRONOUNS or "," in party.text:
        return None
    tail = [w.lower() for w in words]
    if not _LINKS.isdisjoint(tail):
        return None
    return party


def _plain(text: str, trigger: Trigger) -> Party | None:
    """Return the subject without a time before it and what else was done after it.

    Of "last week soldiers raided houses and shot dead two men" these are "soldiers".
    """
    party = find_subject(text, trigger.sentence, trigger.first)
    if party is None:
        return None
    first, last = trigger.sentence.word_range(party.span)
    words = trigger.sentence.words[first:last]
    start = _past_time([word.lower for word in words])
    rest = range(start + 1, len(words))
    end = next((k for k in rest if _is_verb(words, k)), len(words))
    if start == end or words[start].lower in AUXILIARIES:
        return None
    span = Span(words[start].start, words[end - 1].end)
    return Party(text=span.of(text), span=span)


def _is_verb(words: Sequence[Word], k: int) -> bool:
    """Tell what somebody did from "an overloaded ferry" and "newly found graves"."""
    before = words[k - 1]
    is_attribute = before.is_number or is_adverb(before.lower)
    is_attribute = is_attribute or before.lower in DETERMINERS | PREPOSITIONS
    return looks_finite(words[k]) and not is_attribute


def _past_time(lowers: Sequence[str]) -> int:
    """Return how many words at the start only say when."""
    for k, word in enumerate(lowers[:_TIME_WORDS]):
        if k and word in _COUNTED:
            return k + 1
    at = 0
    while at < len(lowers) and lowers[at] in _POINTING:
        at += 1
    times = at
    while times < len(lowers) and lowers[times] in _TIMES:
        times += 1
    return times if times > at else 0


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
