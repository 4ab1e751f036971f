"""One event, many mentions: join what reports tell again in other words.

What rules join (`merging.py`) has much in common. A model then looks at the events
that share a place (`retelling_clues.py`) and says how likely each two are one: "a man
was stabbed", "the attack", "he bled to death in the street". It is fitted to reports in
which people marked all the words that tell of an event (training/retelling.py,
docs/model-card.md).
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.events.drafts import absorb
from placemap.events.retelling_clues import pairs_of
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.events.drafts import Draft

# Two events are one from this chance on.
LEAST_CHANCE = 0.75


def join_retold(
    drafts: Sequence[Draft],
    trees: Trees | None = None,
    *,
    least: float = LEAST_CHANCE,
) -> list[Draft]:
    """Return the drafts, those that are one event joined, in text order.

    The one that says most of what it was stands for all; no place is lost.

    Parameters
    ----------
    drafts
        Events in text order, with the pins that are drawn.
    trees
        The model; None for the one in the package.
    least
        The chance from which two are one, 0 to 1. More than two are joined where it
        is reached by each two of them.
    """
    chances = {
        pair: chance
        for pair, chance in _chances(drafts, trees or shipped_trees()).items()
        if chance >= least
    }
    if not chances:
        return list(drafts)
    groups: list[list[int]] = []
    for later in range(len(drafts)):
        fitting = [g for g in groups if all((one, later) in chances for one in g)]
        if fitting:
            best = max(fitting, key=lambda g: min(chances[one, later] for one in g))
            best.append(later)
        else:
            groups.append([later])
    joined = [_joined(drafts, group, chances) for group in groups]
    return sorted(joined, key=lambda draft: draft.event.trigger)


def _chances(drafts: Sequence[Draft], trees: Trees) -> dict[tuple[int, int], float]:
    import numpy as np

    pairs = list(pairs_of(drafts))
    if not pairs:
        return {}
    odds = trees.predict(np.array([pair.row for pair in pairs], np.float32)).tolist()
    return {
        (pair.first, pair.later): 1 / (1 + math.exp(-x))
        for pair, x in zip(pairs, odds, strict=True)
    }


def _joined(
    drafts: Sequence[Draft],
    group: Sequence[int],
    chances: Mapping[tuple[int, int], float],
) -> Draft:
    lead = max(group, key=lambda i: (*_weight(drafts[i]), -i))
    draft = drafts[lead]
    for other in group:
        if other != lead:
            chance = chances[min(lead, other), max(lead, other)]
            draft = absorb(draft, drafts[other], f"told again (chance {chance:.2f})")
    return draft


def _weight(draft: Draft) -> tuple[bool, bool, bool]:
    """Return how much a draft says of what happened and where."""
    event = draft.event
    is_stated = any(not place.inferred for place in event.places)
    return not draft.is_plain, event.type != "OTHER", is_stated


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    return files("placemap.events").joinpath("data", "retelling.npz").read_bytes()


@cache
def shipped_trees() -> Trees:
    """Return the trees with the weights of the package, read once."""
    return Trees.load(shipped_weights())
