"""One event, many mentions: join what tells of the same happening.

A later mention is joined with an earlier one of the same kind, compatible in place,
time and status, and close in the text or in wording. When in doubt two events stay two,
unless the model of `retelling.py` knows better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.drafts import (
    HARMFUL,
    Draft,
    absorb,
    agree,
    counts_clash,
    is_finer,
    times_meet,
)
from placemap.events.places.phrase import rank
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Event, Place
    from placemap.events.triggers.finding import Trigger

_FAR = 3  # sentences
# A street or building this near to a town's point lies in it.
_TOWN_M = 15_000
# How many events back a mention may refer to; keeps long documents linear.
_LOOK_BACK = 80
_BLASTS = ("explosives", "suicide-attack", "aerial", "drone", "heavy-weapons")


def merge_mentions(drafts: Sequence[Draft], places: Mapping[str, Place]) -> list[Draft]:
    """Join later mentions of an event with the first one.

    Parameters
    ----------
    places
        The places of the document by id, to tell whether two are compatible.
    """
    kept: list[Draft] = []
    for draft in drafts:
        match = _same_event(draft, kept, places)
        if match is None:
            kept.append(draft)
        else:
            kept[match] = absorb(kept[match], draft, "told again")
    return kept


def _same_event(
    draft: Draft, kept: Sequence[Draft], places: Mapping[str, Place]
) -> int | None:
    """Return which event so far a draft tells again, or None.

    Of several the one in the same words counts, then one that has a place, then the
    nearest.
    """
    recent = range(max(0, len(kept) - _LOOK_BACK), len(kept))
    types = (draft.event.type, "ASSAULT")  # which any "blast" may have been
    found = [
        k
        for k in recent
        if kept[k].event.type in types and _is_same(kept[k], draft, places)
    ]

    def fitness(k: int) -> tuple[bool, bool, int]:
        same_words = _share_noun(kept[k].trigger, draft.trigger)
        return same_words, bool(kept[k].event.places), k

    return max(found, key=fitness, default=None)


def _is_same(first: Draft, later: Draft, places: Mapping[str, Place]) -> bool:
    a, b = first.event, later.event
    if not _kinds_agree(a, b, is_definite=later.is_definite) or not agree(a, b):
        return False
    if counts_clash(a.deaths, b.deaths) or not times_meet(first, later):
        return False
    gap = later.trigger.sentence.index - first.last_sentence
    same_words = _share_noun(first.trigger, later.trigger)
    if _goes_on(a) and not (same_words or _goes_on(b)):
        return False
    if first.trigger.sentence.index == later.trigger.sentence.index:
        apart = _are_parted(first.trigger, later.trigger)
        return not apart and _same_place(a, b, places, missing=True)
    if a.places and b.places:
        return _same_place(a, b, places, missing=False) and (
            same_words
            or later.is_definite
            or _same_counts(a, b)
            or _fills_in(first, later)
        )
    if _same_day(first, later) and (same_words or later.is_definite):
        return True
    refers_back = later.is_definite and not b.places and gap <= _FAR
    return refers_back and a.type in HARMFUL


def _fills_in(first: Draft, later: Draft) -> bool:
    """Tell whether a report goes on to say where exactly its headline happened."""
    gap = later.trigger.sentence.index - first.trigger.sentence.index
    is_headline = first.trigger.sentence.index == 0
    return is_headline and gap <= _FAR and is_finer(later.event, first.event)


def _are_parted(first: Trigger, later: Trigger) -> bool:
    """Tell whether a semicolon stands between two triggers of a sentence."""
    left, right = sorted((first.first, later.first))
    return "stop" in first.sentence.breaks_between(left, right)


def _share_noun(first: Trigger, later: Trigger) -> bool:
    """Tell whether the two triggers have a telling word in common."""
    words = [
        {t for tokens in trigger.entry.tokens for t in tokens if len(t) > 3}
        for trigger in (first, later)
    ]
    return bool(words[0] & words[1])


def _same_day(first: Draft, later: Draft) -> bool:
    """Tell whether both are stated to have happened on one and the same day."""
    a, b = first.event, later.event
    stated = first.has_stated_time and later.has_stated_time and a.type in HARMFUL
    return stated and a.start == a.end == b.start == b.end and a.start is not None


def _same_counts(a: Event, b: Event) -> bool:
    return bool(a.deaths and b.deaths and a.deaths.best == b.deaths.best)


def _kinds_agree(a: Event, b: Event, *, is_definite: bool) -> bool:
    """Tell whether two types may be of one event; "the blast" may be a bomb's."""
    if a.type == "ASSAULT" and (b.type, b.mode) == ("ACCIDENT", "explosion"):
        return is_definite and a.mode in _BLASTS
    if {a.mode, b.mode} == {"explosives", "suicide-attack"}:
        return a.type == b.type and is_definite  # a suicide bomber's car bomb
    return a.type == b.type and (a.mode == b.mode or not a.mode or not b.mode)


def _goes_on(event: Event) -> bool:
    """Tell what has lasted for long from what happened once."""
    return event.start is not None and event.end is None


def _same_place(
    a: Event, b: Event, places: Mapping[str, Place], *, missing: bool
) -> bool:
    if not a.places or not b.places:
        return missing
    return any(
        _compatible(places[p.place], places[q.place])
        for p in a.places
        for q in b.places
    )


def _compatible(a: Place, b: Place) -> bool:
    """Tell whether two places are one, or one lies in the other."""
    if a.id == b.id:
        return True
    coarse, fine = (a, b) if a.is_country else (b, a)
    if coarse.is_country:
        return coarse.country == fine.country and bool(fine.country)
    if {rank(a), rank(b)} == {0, 1}:
        return distance_m(a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg) <= _TOWN_M
    for part, whole in ((a, b), (b, a)):
        if whole.kind.startswith("A.ADM1") and part.admin1 == whole.name:
            return part.country == whole.country
    return False
