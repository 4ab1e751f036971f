"""Join consequences with their cause: "a bomb exploded, killing eight"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.drafts import TOLD, Draft, absorb, agree, counts_clash
from placemap.events.places.elsewhere import ORIGINS
from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAUSES = ("DISASTER", "ACCIDENT", "ASSAULT", "PROTEST", "DISEASE", "CRIME", "COERCE")
# What kills without a killer.
_MISHAPS = frozenset(("DISASTER", "ACCIDENT", "DISEASE"))
_TIES = frozenset(("part", "coord", "sub", "rel", "resume"))
_FAR = 3  # sentences


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
        if not _is_telling(draft) or _is_told_after(draft, effect):
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


def _is_told_after(draft: Draft, effect: Draft) -> bool:
    """Tell "gunmen killed four, and the two armies exchanged fire": others did that."""
    ours, theirs = draft.event.actors, effect.event.actors
    is_later = draft.trigger.first > effect.trigger.first
    return is_later and bool(ours and theirs) and ours[0].span != theirs[0].span


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
    return agree(draft.event, effect.event) or (is_past and not effect.has_stated_time)


def _earlier_cause(
    effect: Draft, kept: Sequence[Draft], options: Sequence[int]
) -> int | None:
    """Return the harmful event of the sentence before, for "Six people died."."""
    if effect.event.places or not _has_no_agent(effect):
        return None
    for k in reversed(options):
        event = kept[k].event
        if event.type in _CAUSES[:5]:
            clash = counts_clash(event.deaths, effect.event.deaths)
            return k if agree(event, effect.event) and not clash else None
    return None


def _has_no_agent(effect: Draft) -> bool:
    return effect.event.type in ("OTHER", "ACCIDENT") or not effect.event.actors
