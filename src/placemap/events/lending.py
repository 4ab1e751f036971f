"""The type of a harmful doing that only the report around it tells.

"A third house burned in the night", "the roof collapsed": fire, flood, shells and mobs
do all of it. Where neither the words of the sentence nor the doer tell which, it is
what the report told of last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.drafts import HARMFUL
from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Event
    from placemap.events.drafts import Draft

# Verbs of harm that storms, fires, wrecks, shells and mobs have in common.
_HARMING = frozenset(
    "blacken blow break burn burst bury collapse consume crack crash crumble crush "
    "damage demolish destroy devastate drown engulf fall fell flatten flood gut hit "
    "hurl injure knock maroon rage ravage raze rip ruin shatter shut smash snap "
    "splinter spread start strike submerge swallow swamp sweep tear topple torch "
    "uproot wash wreck".split()
)
# From so few sentences before; what was told further off is another story.
_FAR = 3  # sentences


def lend_types(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, harm of no known type with that of the harm told before it.

    Parameters
    ----------
    drafts
        In the order of the text.
    """
    lent: list[Draft] = []
    last: Draft | None = None
    for draft in _know_bombs(list(drafts)):
        is_plain = draft.trigger.entry.role == HAPPENING
        if is_plain and draft.event.type == "OTHER" and _harms(draft):
            lent.append(_like(draft, last))
            continue
        if draft.event.type == "ACCIDENT" and _is_of_disaster(draft, last):
            lent.append(_like(draft, last))
            continue
        if not is_plain and draft.event.type in HARMFUL:
            last = draft
        lent.append(draft)
    return lent


def _is_of_disaster(draft: Draft, last: Draft | None) -> bool:
    """Tell a wall that fell in an earthquake from one that just fell."""
    is_disaster = last is not None and last.event.type == "DISASTER"
    return is_disaster and not _WRECKED.isdisjoint(draft.trigger.entry.tokens[0])


# What breaks in disasters as in accidents.
_WRECKED = frozenset(
    "collapse crumble damage destroy drown fall flatten gut lose raze snap topple trap "
    "without".split()
)


def _know_bombs(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, blasts of no known cause as attacks where a bomb is near."""
    bombs = [d.trigger.sentence.index for d in drafts if _is_bomb(d.event)]
    return [_as_attack(draft) if _is_blast(draft, bombs) else draft for draft in drafts]


def _is_bomb(event: Event) -> bool:
    return event.type == "ASSAULT" and event.mode in _BOMBS


_BOMBS = frozenset("explosives suicide-attack aerial drone heavy-weapons".split())


def _is_blast(draft: Draft, bombs: Sequence[int]) -> bool:
    event, index = draft.event, draft.trigger.sentence.index
    is_bare = (event.type, event.mode) == ("ACCIDENT", "explosion")
    return is_bare and any(abs(index - bomb) <= _FAR for bomb in bombs)


def _as_attack(draft: Draft) -> Draft:
    why = {**draft.event.why, "type": "a blast where the report tells of bombs"}
    event = replace(draft.event, type="ASSAULT", mode="explosives", why=why)
    return replace(draft, event=event)


def _harms(draft: Draft) -> bool:
    return not _HARMING.isdisjoint(draft.trigger.entry.tokens[0])


def _like(draft: Draft, last: Draft | None) -> Draft:
    """Return a draft with the type of another, where that is near enough."""
    if last is None:
        return draft
    gap = draft.trigger.sentence.index - last.trigger.sentence.index
    if gap > _FAR:
        return draft
    why = {
        **draft.event.why,
        "type": f"harm like what was told before: {last.event.type}",
    }
    return replace(draft, event=replace(draft.event, type=last.event.type, why=why))
