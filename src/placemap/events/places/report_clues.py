"""What a report as a whole shows of where its events happened.

Local news names its town once and goes on: "One man was arrested." Which place of a
report such an event belongs to is told by how often and how early each is named, what
lies around it, and what else happened there; here in numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.drafts import TOLD
from placemap.events.places.nearness import Nearness
from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene

# So many places of a report are looked at, those named most often.
_MOST_PLACES = 8
_STATUSES = (*sorted(TOLD), "future")
# Types in an order from harm done to mere words, for trees to cut.
_TYPES = (
    "ASSAULT", "ACCIDENT", "DISASTER", "CRIME", "DISEASE", "COERCE", "PROTEST",
    "MOBILIZE", "RETREAT", "SANCTION", "AID", "OTHER", "CONSULT", "AGREE",
    "COOPERATE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
)  # fmt: skip
_NUMBER_OF = {name: float(number) for number, name in enumerate(_TYPES)}


class Option(NamedTuple):
    """A place of the report by one of its mentions, and the numbers that weigh it."""

    toponym: Toponym
    row: list[float]


class ReportClues:
    """The places of a report, weighed against each other.

    Parameters
    ----------
    scene
        The places of the report.
    drafts
        Its events in text order, with the places that their sentences give.
    """

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self._scene = scene
        self._drafts = drafts
        self._length = max(1, scene.length)
        self._standing = scene.standing
        groups = map(scene.mentions_of, scene.place_ids)
        often = sorted(groups, key=lambda group: (-len(group), group[0].span))
        self._often = [g[0].place.id for g in often[:_MOST_PLACES] if g[0].place]

    def options(self, number: int) -> list[Option]:
        """Return the places that the event of a draft may have happened at.

        Parameters
        ----------
        number
            The index of the draft.
        """
        if self._scene.names_unknown_town(self._drafts[number].trigger.sentence):
            return []  # it was there, wherever that is
        nearness = Nearness(self._scene, self._drafts, number)
        own = [*self._of_event(number), *nearness.of_event]
        before = self._place_before(number)
        known = dict.fromkeys((*self._often, *nearness.place_ids))
        ids = [i for i in known if self._may_be_at(i, number)]
        toponyms = [_telling(self._scene.mentions_of(i), self._scene) for i in ids]
        return [
            Option(
                toponym,
                [
                    *self._standing.of(place_id),
                    *own,
                    *self._between(toponym, number, before),
                    *nearness.of(toponym),
                ],
            )
            for place_id, toponym in zip(ids, toponyms, strict=True)
        ]

    def _may_be_at(self, place_id: str, number: int) -> bool:
        """Tell what the section of an event names from what others do."""
        head = self._scene.head_at(self._drafts[number].event.trigger.start)
        return head is None or any(
            self._scene.head_at(t.span.end) == head or t == head.place
            for t in self._scene.mentions_of(place_id)
        )

    def _of_event(self, number: int) -> list[float]:
        draft = self._drafts[number]
        event, trigger = draft.event, draft.trigger
        sentence = trigger.sentence
        return [
            number_of_type(event.type),
            trigger.entry.role == HAPPENING,
            _KINDS.index(trigger.kind),
            trigger.is_past,
            trigger.is_passive,
            trigger.clause,
            sentence.breaks[trigger.clause] in _ASIDE,
            number_of_status(event.status),
            event.trigger.start / self._length,
            sentence.index,
            len(event.mentions),
            len(self._scene.within(sentence)),
            self._length,
        ]

    def _place_before(self, number: int) -> str:
        """Return the id of the first place of the event placed last, '' if none."""
        for draft in reversed(self._drafts[:number]):
            if draft.event.places:
                return draft.event.places[0].place
        return ""

    def _between(self, toponym: Toponym, number: int, before: str) -> list[float]:
        place_id = toponym.place.id if toponym.place else ""
        sentence = self._drafts[number].trigger.sentence
        here, start = self._scene.mentions_of(place_id), sentence.span.start
        at = bisect_left(here, start, key=lambda t: t.span.start)
        gap = start - here[at - 1].span.end if at else _FAR
        return [
            before == place_id,
            any(sentence.span.covers(t.span) for t in here[at:]),
            min(gap, _FAR),
        ]


_KINDS = ("noun", "verb", "phrase")
_ASIDE = frozenset(("rel", "sub", "part", "mark"))
_FAR = 5_000  # characters


def number_of_type(name: str) -> float:
    """Return where a type stands between harm done and mere words, 0 and up."""
    return _NUMBER_OF.get(name, len(_TYPES))


def number_of_status(name: str) -> float:
    """Return a number for a claim status, -1 for what did not happen."""
    return _STATUSES.index(name) if name in _STATUSES else -1


def may_be_placed(draft: Draft) -> bool:
    """Tell whether a draft lacks a place that its report may give it.

    What has none by nature, such as a resignation, has only what a sentence states.
    """
    event, entry = draft.event, draft.trigger.entry
    is_open = not event.places and event.status in _STATUSES
    return is_open and "x" not in entry.where


def _telling(group: Sequence[Toponym], scene: Scene) -> Toponym:
    """Return the first mention that names the place for itself, else the first."""
    return next((t for t in group if scene.is_usable(t)), group[0])
