"""What a report as a whole shows of where its events happened.

Local news names its town once and goes on: "One man was arrested." Which place of a
report such an event belongs to is told by how often and how early each is named, what
lies around it, and what else happened there; here in numbers.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.merging import TOLD
from placemap.events.places.phrase import rank
from placemap.events.triggers.happenings import HAPPENING
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Place, Toponym
    from placemap.events.merging import Draft
    from placemap.events.scene import Scene

# So many places of a report are looked at, those named most often.
_MOST_PLACES = 8
# What lies within this distance speaks for a place, in metres.
_AROUND_M = 60_000
_TOWN = 1  # the rank of a settlement, above those of its quarters and streets
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
        self._named = [t for t in scene.known if t.mention.form in _NAMES]
        self._groups = list(map(scene.mentions_of, scene.place_ids))
        self._towns = sum(map(_is_town, self._groups))

    @cached_property
    def _places(self) -> list[tuple[Toponym, list[float]]]:
        """The places named most often, with the numbers that all events share."""
        often = sorted(self._groups, key=lambda group: (-len(group), group[0].span))
        return [
            (_telling(group, self._scene), self._of_place(group))
            for group in often[:_MOST_PLACES]
        ]

    @cached_property
    def _counted(self) -> list[tuple[Place, int]]:
        """Each place that is named for itself, and how often."""
        places = {t.place.id: t.place for t in self._named if t.place}
        count = Counter(t.place.id for t in self._named if t.place)
        return [(place, count[place_id]) for place_id, place in places.items()]

    def options(self, number: int) -> list[Option]:
        """Return the places that the event of a draft may have happened at.

        Parameters
        ----------
        number
            The index of the draft.
        """
        own = self._of_event(number)
        before = self._place_before(number)
        return [
            Option(toponym, [*row, *own, *self._between(toponym, number, before)])
            for toponym, row in self._places
        ]

    def _of_place(self, group: Sequence[Toponym]) -> list[float]:
        place = group[0].place
        if place is None:
            return []
        names = sum(t.mention.form in _NAMES for t in group)
        usable = sum(self._scene.is_usable(t) for t in group)
        total = max(1, len(self._named))
        others = [(p, count) for p, count in self._counted if p.id != place.id]
        return [
            rank(place),
            place.is_country,
            names / total,
            usable,
            group[0].span.start / self._length,
            sum(n for other, n in others if _is_around(other, place)) / total,
            sum(n for other, n in others if _is_within(other, place)) / total,
            self._scene.share_of_country(place.country),
            self._towns,
        ]

    def _of_event(self, number: int) -> list[float]:
        draft = self._drafts[number]
        event, trigger = draft.event, draft.trigger
        sentence = trigger.sentence
        return [
            _NUMBER_OF.get(event.type, len(_TYPES)),
            trigger.entry.role == HAPPENING,
            _KINDS.index(trigger.kind),
            trigger.is_past,
            trigger.is_passive,
            trigger.clause,
            sentence.breaks[trigger.clause] in _ASIDE,
            _STATUSES.index(event.status) if event.status in _STATUSES else -1,
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
        here = self._scene.mentions_of(place_id)
        earlier = [t for t in here if t.span.start < sentence.span.start]
        gap = sentence.span.start - earlier[-1].span.end if earlier else _FAR
        return [
            before == place_id,
            any(sentence.span.covers(t.span) for t in here),
            min(gap, _FAR),
        ]


_NAMES = ("name", "abbreviation")
_KINDS = ("noun", "verb", "phrase")
_ASIDE = frozenset(("rel", "sub", "part", "mark"))
_FAR = 5_000  # characters


def may_be_placed(draft: Draft) -> bool:
    """Tell whether a draft lacks a place that its report may give it."""
    status = draft.event.status
    return not draft.event.places and status in _STATUSES


def _is_town(group: Sequence[Toponym]) -> bool:
    place = group[0].place
    is_named = any(t.mention.form in _NAMES for t in group)
    return place is not None and is_named and rank(place) <= _TOWN


def _telling(group: Sequence[Toponym], scene: Scene) -> Toponym:
    """Return the first mention that names the place for itself, else the first."""
    return next((t for t in group if scene.is_usable(t)), group[0])


def _is_around(other: Place, place: Place) -> bool:
    there = other.lon_deg, other.lat_deg
    is_near = distance_m(*there, place.lon_deg, place.lat_deg) <= _AROUND_M
    return not other.is_country and is_near


def _is_within(other: Place, place: Place) -> bool:
    """Tell whether a place is smaller than another and of the same division."""
    is_same = (other.country, other.admin1) == (place.country, place.admin1)
    return is_same and rank(other) < rank(place)
