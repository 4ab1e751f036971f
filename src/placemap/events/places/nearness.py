"""How near to an event each place of its report was named, and what points back to it.

What a sentence tells without a place mostly happened where the ones before it did, or
where "there" and "the town" say. Here that is told in numbers, for the places of a
report one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from placemap.events.places.phrase import rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Toponym
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene

# So many places, and the drafts to find them in, are looked at before and after.
_MOST, _DRAFTS = 9, 30
# Places named last before an event are looked at however seldom they are named.
_LATELY = 4
_LINES = 3
_NO_GAP = 999  # characters
# What may stand before a name, in classes.
_GOVERNORS = (
    frozenset("in at near outside around across inside throughout on".split()),
    frozenset(("of",)),
    frozenset("to into from toward towards for".split()),
)
# What a sentence calls a place that was named before, by the ranks it may have.
_POINTERS = {
    "there": 1, "here": 1, "town": 1, "city": 1, "village": 1, "port": 1, "suburb": 1,
    "capital": 1, "district": 3, "county": 3, "area": 3, "region": 4, "province": 4,
    "state": 4, "territory": 4, "island": 4, "country": 5,
}  # fmt: skip


class Nearness:
    """The places of a report as they lie around one of its events.

    Parameters
    ----------
    scene
        The places of the report.
    drafts
        Its events in text order, with the places that their sentences give.
    number
        The index of the draft of the event.
    """

    def __init__(self, scene: Scene, drafts: Sequence[Draft], number: int) -> None:
        draft = drafts[number]
        sentence = draft.trigger.sentence
        before = drafts[max(0, number - _DRAFTS) : number]
        after = drafts[number + 1 : number + 1 + _MOST]
        self._scene = scene
        self._start = sentence.span.start
        self._at = draft.event.trigger.start
        self._named = scene.within(sentence)
        self._names_unknown = scene.names_unknown(sentence)
        self._own = _ids(self._named)
        self._last = _ids(reversed(scene.before(sentence)))
        self._earlier = _placed(reversed(before))
        self._later = _placed(after)
        self._beside = _placed(
            [*_beside(draft, reversed(before)), *_beside(draft, after)]
        )
        self._home = scene.dateline_at(self._start)
        words = (word.lower for word in sentence.words)
        self._pointer = max((_POINTERS.get(word, 0) for word in words), default=0)

    @property
    def place_ids(self) -> list[str]:
        """The ids of the places named in the sentence and last before it."""
        return [*self._own, *self._last[:_LATELY]]

    @property
    def of_event(self) -> list[float]:
        """What lies around the event, whatever the place asked for."""
        return [
            self._pointer,
            len(self._own),
            self._names_unknown,
            self._home is not None,
            len(self._beside),
        ]

    def of(self, toponym: Toponym) -> list[float]:
        """Return how near the place of a toponym is, and how it is named there.

        How many other places were named since, how many were the scene of events since
        or until next, whether it is one beside, how many lines lie between, whether it
        is the dateline's, what stands before its name and how far off that is, in
        characters, and whether the sentence points back to one of its kind.
        """
        place = toponym.place
        place_id = place.id if place else ""
        mentions = self._scene.mentions_of(place_id)
        at = bisect_left(mentions, self._start, key=lambda t: t.span.start)
        last = mentions[at - 1] if at else None
        own = next((t for t in self._named if t.place and t.place.id == place_id), None)
        return [
            _index(self._last, place_id),
            _index(self._earlier, place_id),
            _index(self._later, place_id),
            _index(self._own, place_id),
            place_id in self._beside,
            self._lines_since(last),
            bool(self._home and self._home.place and self._home.place.id == place_id),
            self._governor(last),
            self._governor(own),
            own.span.start - self._at if own else _NO_GAP,
            bool(self._pointer) and rank(place) <= self._pointer,
        ]

    def _lines_since(self, last: Toponym | None) -> int:
        if last is None:
            return _LINES
        return min(_LINES, self._scene.lines_between(last.span.end, self._start))

    def _governor(self, toponym: Toponym | None) -> int:
        """Return a number for what stands before a name: "in", "of", "to", else."""
        word = self._scene.word_before(toponym) if toponym else ""
        return next((i for i, words in enumerate(_GOVERNORS, 1) if word in words), 0)


def _index(ids: Sequence[str], place_id: str) -> int:
    return ids.index(place_id) if place_id in ids else _MOST


def _ids(toponyms: Iterable[Toponym]) -> list[str]:
    return list(dict.fromkeys(t.place.id for t in toponyms if t.place))[:_MOST]


def _placed(drafts: Iterable[Draft]) -> list[str]:
    places = (place.place for draft in drafts for place in draft.event.places)
    return list(dict.fromkeys(places))[:_MOST]


def _beside(draft: Draft, others: Iterable[Draft]) -> Iterable[Draft]:
    """Return the drafts of the same sentence, of others from the nearest on."""
    index = draft.trigger.sentence.index
    return takewhile(lambda other: other.trigger.sentence.index == index, others)
