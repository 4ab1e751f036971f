"""Places of events whose own sentence names none, taken from the document around it.

Such a place is marked as inferred and the reason says from where: the event it is
counted with, the harm told just before, or the dateline of a report about the
dateline's own country. A sentence that names a place in another country gets none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import EventPlace
from placemap.events.merging import HARMFUL, TOLD
from placemap.events.places.precision import VAGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.merging import Draft
    from placemap.events.scene import Scene

# How many sentences a place carries over to harm told without one.
_FAR = 3
# The report is about its dateline's country if at least this share of the places named
# so far lies there, in adjectives and other forms too.
_HOME_SHARE = 0.5


def infer_places(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts, in order, those without a place with an inferred one if any.

    Only harm that is told as real is looked at, and what is counted with an earlier
    event ("the second"). Statements, plans and what somebody denies get no place.
    """
    done: list[Draft] = []
    for draft in drafts:
        done.append(draft if draft.event.places else _inferred(draft, done, scene))
    return done


def _inferred(draft: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft:
    if draft.trigger.is_ordinal:
        return _counted_with(draft, earlier)
    if not _is_told_harm(draft):
        return draft
    return _carried_over(draft, earlier, scene) or _at_dateline(draft, scene) or draft


def _is_told_harm(draft: Draft) -> bool:
    return draft.event.type in HARMFUL and draft.event.status in TOLD


def _counted_with(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return "the second" at the place of the event it is counted with."""
    same = [d for d in earlier if d.event.type == draft.event.type and d.event.places]
    if not same:
        return draft
    return _placed(draft, same[-1].event.places, "counted with an earlier event there")


def _carried_over(draft: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft | None:
    """Return the draft at the place of the harm told last, if that is just before."""
    sentence = draft.trigger.sentence
    if scene.within(sentence):
        return None
    for other in reversed(earlier):
        if sentence.index - other.trigger.sentence.index > _FAR:
            return None
        if other.event.places and _is_told_harm(other):
            places = other.event.places
            if _has_time_of_its_own(draft, other):
                return None
            if scene.names_elsewhere(sentence, scene.countries_of(places)):
                return None
            return _placed(draft, places, "where what was told just before happened")
    return None


def _has_time_of_its_own(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft is stated to have happened at another time than `other`."""
    if not draft.has_stated_time:
        return False
    a, b = draft.event, other.event
    if not other.has_stated_time or a.start is None or b.start is None:
        return True
    return (a.end or b.start) < b.start or (b.end or a.start) < a.start


def _at_dateline(draft: Draft, scene: Scene) -> Draft | None:
    """Return the draft around the dateline of a report about its own country."""
    home = scene.dateline
    if home is None or home.place is None:
        return None
    country, sentence = home.place.country, draft.trigger.sentence
    if scene.names_elsewhere(sentence, {country}):
        return None
    if scene.share_in(country, sentence.span.end) < _HOME_SHARE:
        return None
    place = EventPlace(
        toponym=home.id,
        place=home.place.id,
        where_prec=VAGUE,
        relation="near",
        inferred=True,
    )
    return _placed(draft, (place,), "somewhere around the dateline")


def _placed(draft: Draft, places: Sequence[EventPlace], why: str) -> Draft:
    event = draft.event
    inferred = tuple(replace(place, inferred=True) for place in places)
    return replace(
        draft,
        event=replace(event, places=inferred, why={**event.why, "place": why}),
    )
