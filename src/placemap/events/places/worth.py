"""Which pins are worth drawing, by a learned model.

Rules find what may have happened and where, generously. Boosted trees then weigh each
pin by what the words, the place and the whole report show (`worth_clues.py`): how
likely a reader, asked what happened here, would name it. They are fitted to reports in
which people marked what happened where (training/worth.py, docs/model-card.md).
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.events.places.worth_clues import WorthClues
from placemap.events.triggers.happenings import HAPPENING
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.merging import Draft
    from placemap.events.places.placing import Placement
    from placemap.events.scene import Scene
    from placemap.events.triggers.finding import Trigger

# Pins from this chance on are drawn. Below it recall still rises, but every third pin
# more is wrong.
LEAST_CHANCE = 0.58


def keep_placed(
    found: Sequence[tuple[Trigger, Placement]], *, may_infer: bool
) -> list[tuple[Trigger, Placement]]:
    """Return the triggers of a sentence that are worth drafting, with their places.

    Plain happenings are left out without a place, unless the report may suggest one
    (`may_infer`).
    """
    return [
        (trigger, where)
        for trigger, where in found
        if trigger.entry.role != HAPPENING or where.places or may_infer
    ]


def keep_worthy(
    drafts: Sequence[Draft],
    scene: Scene,
    trees: Trees | None = None,
    *,
    least: float = LEAST_CHANCE,
) -> list[Draft]:
    """Return the drafts, in order, with the pins that are worth drawing.

    An event of the table stays without them, a plain happening does not.

    Parameters
    ----------
    drafts
        Events in text order.
    trees
        The model; None for the one in the package.
    least
        The chance from which a pin is drawn, 0 to 1.
    """
    clues = WorthClues(scene, drafts)
    rows = {i: clues.rows(i) for i, draft in enumerate(drafts) if draft.event.places}
    chances = iter(_chances(trees or shipped_trees(), list(rows.values())))
    kept: list[Draft] = []
    for i, draft in enumerate(drafts):
        weighed = [next(chances) for _ in rows.get(i, ())]
        judged = _judged(draft, weighed, least)
        if judged.event.places or draft.trigger.entry.role != HAPPENING:
            kept.append(judged)
    return kept


def _judged(draft: Draft, chances: Sequence[float], least: float) -> Draft:
    """Return a draft with the pins whose chances suffice, and why others went."""
    event = draft.event
    if not chances:
        return draft
    places = tuple(
        place
        for place, chance in zip(event.places, chances, strict=True)
        if chance >= least
    )
    best = f"{max(chances):.2f}"
    if places:
        why = {
            **event.why,
            "worth": f"a pin by the looks of the report (chance {best})",
        }
    else:
        place = f"too doubtful for a pin (chance {best}): {event.why['place']}"
        why = {**event.why, "place": place}
    return replace(draft, event=replace(event, places=places, why=why))


def _chances(trees: Trees, rows: Sequence[Sequence[Sequence[float]]]) -> list[float]:
    import numpy as np

    flat = [row for of_event in rows for row in of_event]
    if not flat:
        return []
    odds = trees.predict(np.array(flat, np.float32)).tolist()
    return [1 / (1 + math.exp(-x)) for x in odds]


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    return files("placemap.events").joinpath("data", "worth.npz").read_bytes()


@cache
def shipped_trees() -> Trees:
    """Return the trees with the weights of the package, read once."""
    return Trees.load(shipped_weights())
