"""Ask a learned model where an event happened whose own sentence does not say.

Boosted trees weigh the places of the report (`report_clues.py`) for each event that is
still without one. What they choose is marked as inferred. They are fitted to reports in
which people marked what happened where (training/report_linker.py, docs/model-card.md).
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.core import EventPlace
from placemap.events.places.precision import where_precision
from placemap.events.places.report_clues import ReportClues, may_be_placed
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.drafts import Draft
    from placemap.events.places.report_clues import Option
    from placemap.events.scene import Scene

# Places from this chance on are put forward; whether they are worth a pin is decided
# with all others (`worth.py`).
LEAST_CHANCE = 0.3


def place_by_report(
    drafts: Sequence[Draft],
    scene: Scene,
    trees: Trees | None = None,
    *,
    least: float = LEAST_CHANCE,
) -> list[Draft]:
    """Return the drafts, in order, with inferred places where the report gives them.

    Parameters
    ----------
    drafts
        Events in text order; those with a place stay as they are.
    trees
        The model; None for the one in the package.
    least
        The chance from which a place is taken, 0 to 1.
    """
    clues = ReportClues(scene, drafts)
    open_ = [i for i, draft in enumerate(drafts) if may_be_placed(draft)]
    options = {i: found for i in open_ if (found := clues.options(i))}
    done = list(drafts)
    chances = iter(_chances(trees or shipped_trees(), list(options.values())))
    for i, found in options.items():
        weighed = sorted(
            ((next(chances), option) for option in found), key=lambda pair: -pair[0]
        )
        if weighed[0][0] >= least:
            done[i] = _placed(drafts[i], weighed)
    return done


def _chances(trees: Trees, options: Sequence[Sequence[Option]]) -> list[float]:
    import numpy as np

    rows = [option.row for found in options for option in found]
    if not rows:
        return []
    odds = trees.predict(np.array(rows, np.float32)).tolist()
    return [1 / (1 + math.exp(-x)) for x in odds]


def _placed(draft: Draft, weighed: Sequence[tuple[float, Option]]) -> Draft:
    chance, option = weighed[0]
    toponym, event = option.toponym, draft.event
    if toponym.place is None:
        return draft
    place = EventPlace(
        toponym=toponym.id,
        place=toponym.place.id,
        where_prec=where_precision(toponym.place, "in", named=toponym.mention.text),
        relation="in",
        inferred=True,
    )
    told = f"{toponym.place.name}, chance {chance:.2f}"
    why = {**event.why, "place": f"where the report as a whole puts it ({told})"}
    if len(weighed) > 1 and (second := weighed[1][1].toponym.place):
        why["runner-up place"] = f"{second.name} (chance {weighed[1][0]:.2f})"
    placed = replace(event, places=(place,), why=why)
    return replace(draft, event=placed, score=chance)


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    home = files("placemap.events").joinpath("data", "report_linker.npz")
    return home.read_bytes()


@cache
def shipped_trees() -> Trees:
    """Return the trees with the weights of the package, read once."""
    return Trees.load(shipped_weights())
