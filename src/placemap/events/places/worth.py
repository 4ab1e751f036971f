"""Which pins are worth drawing, by a learned model.

Rules find what may have happened and where, generously. A model then weighs each pin:
how likely a reader, asked what happened here, would name it. Its first look is at the
words around the trigger (`worth_words.py`), its second, by boosted trees, at what the
place and the whole report show (`worth_clues.py`). Both are fitted to reports in which
people marked what happened where (training/worth.py, docs/model-card.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.arrays import pack, pack_names, unpack, unpack_names
from placemap.events.places.worth_clues import WorthClues
from placemap.events.places.worth_words import WordWeights
from placemap.events.triggers.happenings import HAPPENING
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Event, EventPlace
    from placemap.events.drafts import Draft
    from placemap.events.places.placing import Placement
    from placemap.events.scene import Scene
    from placemap.events.triggers.finding import Trigger

# Pins from this chance on are drawn.
LEAST_CHANCE = 0.67
# From this one on those that claim less and mislead less: a line, and what is history
# or denied in a region or country as a whole.
LEAST_COARSE = 0.45
_COARSE = 5  # where_prec
_PAST = ("historical", "denied")
# Relations to two places that are one: both ends of a road, both sides of a border.
_BETWEEN = ("between", "along")


@dataclass(frozen=True, slots=True)
class WorthModel:
    """Tells how likely pins are worth drawing, by words first and then by trees."""

    words: WordWeights
    trees: Trees

    @classmethod
    def load(cls, weights: bytes) -> WorthModel:
        """Return the model whose weights `dump` wrote."""
        arrays = unpack(weights)
        clues = unpack_names(arrays["clues"])
        scores = arrays["scores"].astype(float).tolist()
        words = WordWeights(
            dict(zip(clues, scores, strict=True)), float(arrays["start"])
        )
        return cls(words, Trees.load(weights))

    def dump(self) -> bytes:
        """Return the weights of both looks as the bytes of a file; same, same bytes."""
        import numpy as np

        weights = sorted(self.words.weights.items())
        return pack(
            clues=pack_names(clue for clue, _ in weights),
            scores=np.array([score for _, score in weights], np.float16),
            start=np.array(self.words.start),
            **unpack(self.trees.dump()),
        )

    def chances(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the chance of each row of clues that its pin is right, 0 to 1."""
        import numpy as np

        if not rows:
            return []
        odds = self.trees.predict(np.array(rows, np.float32)).tolist()
        return [1 / (1 + math.exp(-x)) for x in odds]


def rows_of(clues: WorthClues, words: WordWeights, number: int) -> list[list[float]]:
    """Return the clues of each pin of a draft, what its words say being the last.

    Parameters
    ----------
    number
        The index of the draft.
    """
    score = words.score(clues.draft(number))
    return [[*row, score] for row in clues.rows(number)]


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
    model: WorthModel | None = None,
    *,
    least: float = LEAST_CHANCE,
    least_coarse: float = LEAST_COARSE,
) -> list[Draft]:
    """Return the drafts, in order, with the pins that are worth drawing.

    An event of the table stays without them, a plain happening does not.

    Parameters
    ----------
    drafts
        Events in text order.
    model
        None for the one in the package.
    least, least_coarse
        The chances from which a pin is drawn, 0 to 1; the second for those that claim
        little.
    """
    model = model or shipped_model()
    placed = [i for i, draft in enumerate(drafts) if draft.event.places]
    rows: dict[int, list[list[float]]] = {}
    if placed:
        clues = WorthClues(scene, drafts)
        rows = {i: rows_of(clues, model.words, i) for i in placed}
    chances = iter(model.chances([row for own in rows.values() for row in own]))
    kept: list[Draft] = []
    for i, draft in enumerate(drafts):
        weighed = [next(chances) for _ in rows.get(i, ())]
        wanted = [
            least_coarse if _claims_little(draft.event, place) else least
            for place in draft.event.places
        ]
        judged = _judged(draft, weighed, wanted)
        if judged.event.places or not draft.is_plain:
            kept.append(judged)
    return kept


def _claims_little(event: Event, place: EventPlace) -> bool:
    is_quiet = event.status in _PAST or place.relation == "along"
    return place.where_prec >= _COARSE and is_quiet


def _judged(draft: Draft, chances: Sequence[float], wanted: Sequence[float]) -> Draft:
    """Return a draft with the pins whose chances suffice, and why others went."""
    event = draft.event
    if not chances:
        return draft
    if event.places[0].relation in _BETWEEN:
        chances = [sum(chances) / len(chances)] * len(chances)
    places = tuple(
        place
        for place, chance, least in zip(event.places, chances, wanted, strict=True)
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


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    return files("placemap.events").joinpath("data", "worth.npz").read_bytes()


@cache
def shipped_model() -> WorthModel:
    """Return the model with the weights of the package, read once."""
    return WorthModel.load(shipped_weights())
