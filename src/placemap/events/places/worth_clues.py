"""What speaks for and against a pin, in numbers.

A row is made for each place of each event: how it is told, how sure its place is, what
the place is to the report, and what else the report tells of.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from placemap.events.places.objections import object_to, tells_of_harm
from placemap.events.places.topics import shares_of_topics
from placemap.events.telling_clues import clues_of_telling
from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import EventPlace, Toponym
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene

_FAR = 99  # words
# Headline and lead.
_LEAD = 2


class WorthClues:
    """The pins of a report, each with the numbers that weigh it.

    Parameters
    ----------
    scene
        The places of the report.
    drafts
        Its events in text order.
    """

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self._scene = scene
        self._drafts = drafts
        self._length = max(1, scene.length)
        self._standing = scene.standing
        self._toponyms = {toponym.id: toponym for toponym in scene.known}
        self._is_about_harm = tells_of_harm(drafts)
        self._listed = [d for d in drafts if d.trigger.entry.role != HAPPENING]
        self._types = Counter(draft.event.type for draft in self._listed)
        self._beside = Counter(d.trigger.sentence.index for d in self._listed)
        self._at = _count_places(drafts)
        self._listed_at = _count_places(self._listed)
        self._lead_at = _count_places([d for d in drafts if _is_lead(d)])
        self._topics = shares_of_topics(scene.words)

    def draft(self, number: int) -> Draft:
        """Return a draft by its index."""
        return self._drafts[number]

    def rows(self, number: int) -> list[list[float]]:
        """Return a row for each place of a draft, in order.

        Parameters
        ----------
        number
            The index of the draft.
        """
        draft = self._drafts[number]
        told = [*clues_of_telling(draft), *self._of_report(draft)]
        return [[*told, *self._of_place(draft, place)] for place in draft.event.places]

    def _of_report(self, draft: Draft) -> list[float]:
        """Return what else the report tells of, and how."""
        sentence = draft.trigger.sentence
        objection = object_to(draft, self._scene, is_about_harm=self._is_about_harm)
        return [
            bool(objection),
            draft.event.trigger.start / self._length,
            self._length,
            len(self._scene.known),
            self._beside[sentence.index],
            self._types[draft.event.type],
            *self._topics,
        ]

    def _of_place(self, draft: Draft, place: EventPlace) -> list[float]:
        """Return how sure a place is, and how much of the report happened there."""
        toponym = self._toponyms[place.toponym]
        people = toponym.place.population if toponym.place else 0
        sentence = draft.trigger.sentence
        named = self._scene.within(sentence)
        here = sum(t.place is not None and t.place.id == place.place for t in named)
        return [
            place.inferred,
            toponym.score or 0.0,
            len(named),
            len(named) - here,
            *self._apart(draft, toponym),
            self._listed_at[place.place] - (draft.trigger.entry.role != HAPPENING),
            (self._at[place.place] - 1) / max(1, len(self._drafts) - 1),
            *self._standing.of(place.place),
            place.where_prec,
            math.log1p(people),
            self._lead_at[place.place] - _is_lead(draft),
        ]

    def _apart(self, draft: Draft, toponym: Toponym) -> tuple[float, float, float]:
        """Return how many words and commas stand between, and if the name is first."""
        trigger = draft.trigger
        sentence = trigger.sentence
        is_before = toponym.span.start < draft.event.trigger.start
        if not sentence.span.covers(toponym.span):
            return _FAR, 0, is_before
        first, last = sentence.word_range(toponym.span)
        left, right = (last, trigger.first) if is_before else (trigger.last, first)
        between = sentence.words[left : max(left, right)]
        return len(between), sum(word.text == "," for word in between), is_before


def _count_places(drafts: Sequence[Draft]) -> Counter[str]:
    """Return how many drafts have each place."""
    return Counter(
        place_id
        for draft in drafts
        for place_id in {place.place for place in draft.event.places}
    )


def _is_lead(draft: Draft) -> bool:
    return draft.trigger.sentence.index < _LEAD
