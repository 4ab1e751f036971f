"""What speaks for and against two events being one, in numbers.

Only events that share a place are compared: how each is told, how far apart they stand,
and what they have in common.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.drafts import HARMFUL, agree, counts_clash, times_meet
from placemap.events.telling_clues import BREAKS, clues_of_telling
from placemap.events.words import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.core import Event
    from placemap.events.drafts import Draft
    from placemap.events.triggers.finding import Trigger

# What is never one with harm done.
_PEACEFUL = frozenset("AGREE CONSULT COOPERATE CONCEDE SUPPORT".split())
# How many placed events back one may be told again; keeps long documents linear.
_LOOK_BACK = 40
# Shorter words say little.
_TELLING = 4
# What stands for the words and clauses between two sentences.
_FAR, _MANY = 99, 9


class Pair(NamedTuple):
    """Two events by their indices, in text order, and the numbers that weigh them."""

    first: int
    later: int
    row: list[float]


def pairs_of(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Yield the pairs of events that share a place and may be one.

    Parameters
    ----------
    drafts
        The events of a report in text order.
    """
    places = {
        i: frozenset(place.place for place in draft.event.places)
        for i, draft in enumerate(drafts)
        if draft.event.places
    }
    crowd = Counter(place for own in places.values() for place in own)
    placed = list(places)
    for order, later in enumerate(placed):
        for back, first in enumerate(reversed(placed[:order][-_LOOK_BACK:]), 1):
            shared = places[first] & places[later]
            if shared and _may_be_one(drafts[first], drafts[later]):
                row = [
                    *clues_of_telling(drafts[first]),
                    *clues_of_telling(drafts[later]),
                    *_of_both(drafts[first], drafts[later]),
                    *_between(drafts[first], drafts[later]),
                    *_in_common(drafts[first], drafts[later]),
                    places[first] == places[later],
                    len(shared),
                    max(crowd[place] for place in shared),
                    back,
                    len(placed),
                ]
                yield Pair(first, later, row)


def _may_be_one(first: Draft, later: Draft) -> bool:
    """Tell two events from two tellings by what each states, as rules do.

    A fire is not the earthquake before it, nor a planned march the one that was held.
    """
    a, b = first.event, later.event
    if not agree(a, b) or counts_clash(a.deaths, b.deaths):
        return False
    types = {a.type, b.type}
    if not types.isdisjoint(_PEACEFUL) and not types.isdisjoint(HARMFUL):
        return False
    are_told = not first.is_plain and not later.is_plain
    are_apart = a.type != b.type and len({a.mode, b.mode} - {""}) > 1
    return times_meet(first, later) and not (are_told and are_apart)


def _of_both(first: Draft, later: Draft) -> Iterator[float]:
    """Yield what each is by itself, beside how it is told."""
    for draft in (first, later):
        event = draft.event
        yield len(event.places)
        yield event.places[0].inferred
        yield event.places[0].where_prec
        yield draft.is_definite
        yield draft.trigger.is_passive
        yield event.start is not None and event.end is None


def _between(first: Draft, later: Draft) -> list[float]:
    """Return how far apart two events stand, and the clauses between them."""
    one, other = first.trigger, later.trigger
    index = other.sentence.index
    apart = [
        one.sentence.index,
        index - one.sentence.index,
        index - first.last_sentence,
        other.span.start - one.span.end,
    ]
    if one.sentence.index != index:
        return [*apart, _FAR, _MANY, *(False for _ in BREAKS)]
    left, right = sorted((one.first, other.first))
    breaks = one.sentence.breaks_between(left, right)
    return [*apart, right - left, len(breaks), *(kind in breaks for kind in BREAKS)]


def _in_common(first: Draft, later: Draft) -> list[float]:
    """Return what two events share: kind, words, time and the mention of a place."""
    a, b = first.event, later.event
    words, others = _telling_words(first.trigger), _telling_words(later.trigger)
    named = {place.toponym for place in a.places} & {p.toponym for p in b.places}
    return [
        a.type == b.type,
        a.mode == b.mode,
        a.status == b.status,
        len(_expressions(first.trigger) & _expressions(later.trigger)),
        len(words & others),
        len(words & others) / max(1, min(len(words), len(others))),
        *_times_in_common(a, b),
        bool(named),
    ]


def _times_in_common(a: Event, b: Event) -> tuple[float, float, float, float]:
    """Return whether both are dated, alike, within each other, and the days apart."""
    if a.start is None or b.start is None:
        return False, False, False, -1
    is_alike = (a.start, a.end) == (b.start, b.end)
    meet = (a.end or b.start) >= b.start and (b.end or a.start) >= a.start
    return True, is_alike, meet, abs((a.start - b.start).days)


def _expressions(trigger: Trigger) -> set[str]:
    return {
        word
        for words in trigger.entry.tokens
        for word in words
        if len(word) >= _TELLING
    }


def _telling_words(trigger: Trigger) -> set[str]:
    """Return the lemmas of a trigger's clause that tell something, without names."""
    sentence = trigger.sentence
    start, end = sentence.clause_range(trigger.first)
    return {
        lemma(word.lower)
        for word in sentence.words[start:end]
        if word.is_word and len(word.lower) >= _TELLING and not word.is_capital
    }
