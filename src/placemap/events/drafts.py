"""Events in the making: what a trigger was found to tell so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from placemap.core import Count, Event, EventPlace
    from placemap.events.triggers.finding import Trigger

HARMFUL = frozenset("ASSAULT ACCIDENT DISASTER DISEASE PROTEST CRIME COERCE".split())
TOLD = frozenset(("asserted", "attributed"))
_POINTING = frozenset(("the", "this", "these"))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An event in the making, with the trigger it was made from.

    `retold` is the index of the last sentence known to tell of it, after the one of
    the trigger; 0 when there is none.
    """

    event: Event
    trigger: Trigger
    has_stated_time: bool
    score: float
    retold: int = 0

    @property
    def last_sentence(self) -> int:
        """The index of the last sentence that tells of it."""
        return max(self.retold, self.trigger.sentence.index)

    @property
    def is_effect(self) -> bool:
        """Whether its trigger names a consequence: killed, died, injured."""
        return self.trigger.entry.role == "effect"

    @property
    def is_plain(self) -> bool:
        """Whether the table does not tell what it was: "took", "three people died"."""
        entry = self.trigger.entry
        return entry.role == HAPPENING or (self.is_effect and entry.type == "OTHER")

    @cached_property
    def is_definite(self) -> bool:
        """Whether a noun points back: "the attack", "carried out this attack"."""
        trigger = self.trigger
        inside = trigger.sentence.lowers(trigger.first + 1, trigger.last)
        if trigger.kind != "noun" or _POINTING.intersection(inside):
            return bool(_POINTING.intersection(inside))
        before = trigger.sentence.lowers(trigger.first - 4, trigger.first)
        return bool((_POINTING | {"that", "both"}).intersection(before))


def agree(a: Event, b: Event) -> bool:
    """Tell whether two claim statuses may be of one event."""
    return a.status == b.status or {a.status, b.status} <= TOLD


def counts_clash(a: Count | None, b: Count | None) -> bool:
    """Tell whether two numbers of one kind contradict each other."""
    return bool(a and b and a.best and b.best and a.best != b.best)


def times_meet(first: Draft, later: Draft) -> bool:
    """Tell whether two events may be of one time, as far as it is stated."""
    a, b = first.event, later.event
    if not (first.has_stated_time and later.has_stated_time):
        return True
    if a.start is None or b.start is None:
        return True
    return (a.end or b.start) >= b.start and (b.end or a.start) >= a.start


def is_finer(b: Event, a: Event) -> bool:
    """Tell whether every place of `b` is stated more exactly than those of `a`."""
    stated = not any(p.inferred for p in b.places)
    finest = min(p.where_prec for p in a.places)
    return stated and max(p.where_prec for p in b.places) < finest


def absorb(draft: Draft, other: Draft, why: str) -> Draft:
    """Return `draft` with what `other` tells more of the same event."""
    a, b = draft.event, other.event
    mentions = tuple(sorted({*a.mentions, *b.mentions}))
    reason = dict(a.why)
    reason["merged"] = "; ".join(filter(None, (reason.get("merged", ""), why)))
    takes_places = bool(b.places) and (not a.places or is_finer(b, a))
    takes_time = (not draft.has_stated_time and other.has_stated_time) or (
        a.start is None and b.start is not None
    )
    if takes_places:
        reason["place"] = b.why.get("place", "")
    if takes_time:
        reason["time"] = b.why.get("time", "")
    timed = b if takes_time else a
    # Where a bare reference is filled in by somebody's account, it is their claim.
    fills_in = takes_places and not a.places and not other.is_effect
    teller = b if fills_in and a.status in TOLD and agree(a, b) else a
    if teller is b and a.status != b.status:
        reason["status"] = b.why.get("status", "")
    event = replace(
        a,
        status=teller.status,
        mode=a.mode or _lent_mode(draft, b),
        mentions=mentions,
        places=_places_of_both(b, a) if takes_places else _places_of_both(a, b),
        edtf=timed.edtf,
        start=timed.start,
        end=timed.end,
        date_prec=timed.date_prec,
        deaths=a.deaths or b.deaths,
        injured=a.injured or b.injured,
        displaced=a.displaced or b.displaced,
        detained=a.detained or b.detained,
        actors=a.actors or b.actors,
        recipients=a.recipients or b.recipients,
        claimant=teller.claimant,
        score=b.score if takes_places else a.score,
        why=reason,
    )
    return replace(
        draft,
        event=event,
        has_stated_time=draft.has_stated_time or other.has_stated_time,
        retold=max(draft.last_sentence, other.last_sentence),
    )


def _places_of_both(a: Event, b: Event) -> tuple[EventPlace, ...]:
    """Return the places of `a` and, where `b` shares one, what others it has."""
    held = {place.place for place in a.places}
    others = [place for place in b.places if place.place not in held]
    is_shared = len(others) < len(b.places)
    return (*a.places, *others) if is_shared else a.places


def _lent_mode(draft: Draft, other: Event) -> str:
    """Return the mode that a later mention tells; ground is taken without one."""
    takes_ground = draft.trigger.entry.sub_event.endswith("territory")
    is_same = draft.event.type == other.type and not takes_ground
    return other.mode if is_same else ""
