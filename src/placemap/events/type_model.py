"""Of which type plain happenings are, by a learned model.

The table of event expressions names the types of what it holds, and what it holds is
right nine times in ten. Whatever else happens in a report ("took", "gave way", "packed
the square") gets its type from a logistic regression over the words around it and the
types of what the report tells of besides (`type_clues.py`). It is fitted to reports in
which people marked what happened (training/types.py, docs/model-card.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from placemap.arrays import pack, pack_names, unpack, unpack_names
from placemap.events.type_clues import TypeClues

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from placemap.events.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeModel:
    """A linear model over clues.

    Attributes
    ----------
    types
        The types it tells apart.
    clues
        The row of each clue in the weights.
    weights
        Shape ``(clues, types)``: what a clue adds to the score of each type.
    start
        Shape ``(types,)``: the scores without clues.
    """

    types: tuple[str, ...]
    clues: Mapping[str, int]
    weights: NDArray[np.floating[Any]]
    start: NDArray[np.floating[Any]]

    @classmethod
    def load(cls, weights: bytes) -> TypeModel:
        """Return the model whose weights `dump` wrote."""
        import numpy as np

        arrays = unpack(weights)
        names = unpack_names(arrays["clues"])
        return cls(
            types=tuple(unpack_names(arrays["types"])),
            clues={name: row for row, name in enumerate(names)},
            weights=arrays["weights"].astype(np.float32),
            start=arrays["start"].astype(np.float32),
        )

    def dump(self) -> bytes:
        """Return the weights as the bytes of a file; same weights, same bytes."""
        import numpy as np

        return pack(
            types=pack_names(self.types),
            clues=pack_names(self.clues),
            weights=self.weights.astype(np.float16),
            start=self.start.astype(np.float16),
        )

    def type_of(self, clues: Mapping[str, float]) -> str:
        """Return the likeliest type by clues with what each counts for."""
        import numpy as np

        known = sorted(self.clues.keys() & clues.keys())
        if not known:
            return self.types[int(self.start.argmax())]
        rows = self.weights[[self.clues[clue] for clue in known]]
        counts = np.array([clues[clue] for clue in known], np.float32)
        return self.types[int((self.start + counts @ rows).argmax())]


def give_types(drafts: Sequence[Draft], model: TypeModel | None = None) -> list[Draft]:
    """Return the drafts, plain happenings that have a place with the type they show.

    Those without a place end unseen, so nobody need know their type.

    Parameters
    ----------
    drafts
        In text order.
    model
        None for the one in the package.
    """
    clues, done = TypeClues(drafts), list(drafts)
    for number, draft in enumerate(drafts):
        if draft.is_plain and draft.event.places:
            model = model or shipped_model()
            done[number] = _typed(draft, model.type_of(clues.of(number)))
    return done


def _typed(draft: Draft, name: str) -> Draft:
    event = draft.event
    if name == event.type:
        return draft
    why = {**event.why, "type": f"by the words around '{draft.trigger.entry.name}'"}
    return replace(draft, event=replace(event, type=name, mode="", why=why))


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    return files("placemap.events").joinpath("data", "types.npz").read_bytes()


@cache
def shipped_model() -> TypeModel:
    """Return the model with the weights of the package, read once."""
    return TypeModel.load(shipped_weights())
