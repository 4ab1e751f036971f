"""One event, many mentions: join what tells of the same happening.

Two things are joined: a consequence with its cause in one sentence ("a bomb exploded,
killing eight"), and a later mention with an earlier one of the same kind, compatible
in place, time and status, and close in the text or in wording. When in doubt two
events stay two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.events.places.elsewhere import ORIGINS
from placemap.events.places.phrase import rank
from placemap.events.triggers.happenings import HAPPENING
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Count, Event, Place
    from placemap.events.triggers.finding import Trigger

HARMFUL = frozenset("ASSAULT ACCIDENT DISASTER DISEASE PROTEST CRIME COERCE".split())
_CAUSES = ("DISASTER", "ACCIDENT", "ASSAULT", "PROTEST", "DISEASE", "CRIME", "COERCE")
# What kills without a killer.
_MISHAPS = frozenset(("DISASTER", "ACCIDENT", "DISEASE"))
_TIES = frozenset(("part", "coord", "sub", "rel", "resume"))
TOLD = frozenset(("asserted", "attributed"))
_POINTING = frozenset(("the", "this", "these"))
_FAR = 3  # sentences
# A street or building this near to a town's point lies in it.
_TOWN_M = 15_000
# How many events back a mention may refer to; keeps long documents linear.
_LOOK_BACK = 80


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


def join_effects(drafts: Sequence[Draft]) -> list[Draft]:
    """Join consequences with their cause in the same sentence.

    A consequence without one that has no type of its own (died, injured) goes to the
    harmful event of the sentence before; without one it stays if it has a place.
    """
    kept = [d for d in drafts if not d.is_effect]
    of_sentence: dict[int, list[int]] = {}
    for k, draft in enumerate(kept):
        of_sentence.setdefault(draft.trigger.sentence.index, []).append(k)
    for effect in (d for d in drafts if d.is_effect):
        index = effect.trigger.sentence.index
        cause = _cause_of(effect, kept, of_sentence.get(index, ()))
        if cause is None:
            cause = _earlier_cause(effect, kept, of_sentence.get(index - 1, ()))
        if cause is not None:
            kept[cause] = absorb(kept[cause], effect, "consequence of it")
        elif effect.event.places or effect.event.type != "OTHER":
            kept.append(_in_the_light_of(kept, effect))
    return sorted(kept, key=lambda d: d.event.trigger)


def _cause_of(
    effect: Draft, kept: Sequence[Draft], options: Sequence[int]
) -> int | None:
    """Return which of `options`, in the same sentence, caused `effect`, or None."""
    sentence = effect.trigger.sentence
    found = []
    for k in options:
        draft = kept[k]
        if draft.event.type not in _CAUSES or not _may_cause(draft, effect):
            continue
        if not _is_telling(draft):
            continue
        left, right = sorted((draft.trigger.first, effect.trigger.first))
        if set(sentence.breaks_between(left, right)) <= _TIES:
            found.append((right - left, _CAUSES.index(draft.event.type), k))
    return min(found)[2] if found else None


def _is_telling(draft: Draft) -> bool:
    """Tell a cause from "rockets made in X" and what soldiers happened to do."""
    is_plain = draft.trigger.entry.role == HAPPENING
    is_act = draft.event.type in ("COERCE", "PROTEST")
    return not draft.trigger.doubts and not (is_plain and is_act)


def _in_the_light_of(kept: Sequence[Draft], effect: Draft) -> Draft:
    """Return an effect that names no killer with the type of the mishap told before.

    Elsewhere in the report of a crash, "six people were killed" tells of no attack.
    """
    event, index = effect.event, effect.trigger.sentence.index
    if event.type != "ASSAULT" or event.mode or event.actors:
        return effect
    near = [
        draft.event.type
        for draft in kept
        if 0 < index - draft.trigger.sentence.index <= _FAR
        and draft.event.type in _CAUSES
    ]
    if near[-1:] and near[-1] in _MISHAPS:
        why = {**event.why, "type": f"consequence of what was told before: {near[-1]}"}
        return replace(effect, event=replace(event, type=near[-1], why=why))
    return effect


def _may_cause(draft: Draft, effect: Draft) -> bool:
    """Tell whether the two are told of one time and truth.

    Where something was made or born has done no harm: "bombs made in X killed six".
    What is undated takes the time of its cause: "the 1960 earthquake killed 12,000".
    """
    trigger = draft.trigger
    if not ORIGINS.isdisjoint(trigger.sentence.lowers(trigger.first, trigger.last)):
        return False
    is_past = draft.event.status == "historical" and effect.event.status in TOLD
    return _agree(draft.event, effect.event) or (is_past and not effect.has_stated_time)


def _earlier_cause(
    effect: Draft, kept: Sequence[Draft], options: Sequence[int]
) -> int | None:
    """Return the harmful event of the sentence before, for "Six people died."."""
    if effect.event.places or not _has_no_agent(effect):
        return None
    for k in reversed(options):
        event = kept[k].event
        if event.type in _CAUSES[:5]:
            clash = _counts_clash(event.deaths, effect.event.deaths)
            return k if _agree(event, effect.event) and not clash else None
    return None


def _has_no_agent(effect: Draft) -> bool:
    return effect.event.type in ("OTHER", "ACCIDENT") or not effect.event.actors


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
    if not _kinds_agree(a, b, is_definite=later.is_definite) or not _agree(a, b):
        return False
    if _counts_clash(a.deaths, b.deaths) or not _times_meet(first, later):
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
    return is_headline and gap <= _FAR and _is_finer(later.event, first.event)


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


def _is_finer(b: Event, a: Event) -> bool:
    """Tell whether every place of `b` is stated more exactly than those of `a`."""
    stated = not any(p.inferred for p in b.places)
    finest = min(p.where_prec for p in a.places)
    return stated and max(p.where_prec for p in b.places) < finest


def _kinds_agree(a: Event, b: Event, *, is_definite: bool) -> bool:
    """Tell whether two types may be of one event; "the blast" may be a bomb's."""
    if a.type == "ASSAULT" and (b.type, b.mode) == ("ACCIDENT", "explosion"):
        return is_definite and a.mode in _BLASTS
    if {a.mode, b.mode} == {"explosives", "suicide-attack"}:
        return a.type == b.type and is_definite  # a suicide bomber's car bomb
    return a.type == b.type and (a.mode == b.mode or not a.mode or not b.mode)


_BLASTS = ("explosives", "suicide-attack", "aerial", "drone", "heavy-weapons")


def _goes_on(event: Event) -> bool:
    """Tell what has lasted for long from what happened once."""
    return event.start is not None and event.end is None


def _agree(a: Event, b: Event) -> bool:
    """Tell whether two claim statuses may be of one event."""
    return a.status == b.status or {a.status, b.status} <= TOLD


def _counts_clash(a: Count | None, b: Count | None) -> bool:
    return bool(a and b and a.best and b.best and a.best != b.best)


def _times_meet(first: Draft, later: Draft) -> bool:
    a, b = first.event, later.event
    if not (first.has_stated_time and later.has_stated_time):
        return True
    if a.start is None or b.start is None:
        return True
    return (a.end or b.start) >= b.start and (b.end or a.start) >= a.start


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


def absorb(draft: Draft, other: Draft, why: str) -> Draft:
    """Return `draft` with what `other` tells more of the same event."""
    a, b = draft.event, other.event
    mentions = tuple(sorted({*a.mentions, *b.mentions}))
    reason = dict(a.why)
    reason["merged"] = "; ".join(filter(None, (reason.get("merged", ""), why)))
    takes_places = bool(b.places) and (not a.places or _is_finer(b, a))
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
    teller = b if fills_in and a.status in TOLD and _agree(a, b) else a
    if teller is b and a.status != b.status:
        reason["status"] = b.why.get("status", "")
    event = replace(
        a,
        status=teller.status,
        mode=a.mode or _lent_mode(draft, b),
        mentions=mentions,
        places=b.places if takes_places else a.places,
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


def _lent_mode(draft: Draft, other: Event) -> str:
    """Return the mode that a later mention tells; ground is taken without one."""
    takes_ground = draft.trigger.entry.sub_event.endswith("territory")
    is_same = draft.event.type == other.type and not takes_ground
    return other.mode if is_same else ""
