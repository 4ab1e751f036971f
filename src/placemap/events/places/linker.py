"""Ask a learned model where each trigger happened, in two looks.

A linear-chain conditional random field goes over the words and their clues (`chain.py`,
`clues.py`); boosted trees compare the stretches it finds likely with one another
(`candidates.py`). Both are fitted to sentences in which people marked the place of a
verb (training/linker.py, docs/model-card.md).
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.arrays import pack, pack_names, unpack, unpack_names
from placemap.core import Span
from placemap.events.places.candidates import compare, find_candidates
from placemap.events.places.chain import Chain
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.candidates import Candidate
    from placemap.events.places.clues import SentenceClues

# Stretches from this chance on are taken for a place: out of fold, exact and token F1
# of the marked sentences are flat around it, and both precision and recall of "no place
# stated" are above their goal.
LEAST_CHANCE = 0.47


class Linker:
    """Tells which stretches of a sentence say where a trigger happened."""

    def __init__(self, chain: Chain, trees: Trees) -> None:
        self._chain = chain
        self._trees = trees

    @classmethod
    def load(cls, weights: bytes) -> Linker:
        """Return the linker whose weights `dump` wrote."""
        arrays = unpack(weights)
        clues = unpack_names(arrays["clues"])
        scores = map(tuple, arrays["states"].astype(float).tolist())
        chain = Chain(
            dict(zip(clues, scores, strict=True)),
            arrays["steps"].astype(float).tolist(),
        )
        return cls(chain, Trees.load(weights))

    def dump(self) -> bytes:
        """Return the weights of both looks as the bytes of a file; same, same bytes."""
        import numpy as np

        states = sorted(self._chain.states.items())
        return pack(
            clues=pack_names(clue for clue, _ in states),
            states=np.array([scores for _, scores in states], np.float32),
            steps=np.array(self._chain.steps, np.float32),
            **unpack(self._trees.dump()),
        )

    def find_places(
        self, clues: SentenceClues, first: int, last: int
    ) -> list[Candidate]:
        """Return the stretches that may say where, with their chances, in text order.

        Parameters
        ----------
        first, last
            The half-open range of words of the trigger.
        """
        import numpy as np

        candidates = find_candidates(self._chain.word_chances(clues, first, last))
        if not candidates:
            return []
        rows = np.array(compare(clues, candidates, first, last), np.float32)
        odds = self._trees.predict(rows).tolist()
        return [
            candidate._replace(chance=1 / (1 + math.exp(-x)))
            for candidate, x in zip(candidates, odds, strict=True)
        ]


@cache
def shipped_weights() -> bytes:
    """Return the weights of the package, read once."""
    return files("placemap.events").joinpath("data", "linker.npz").read_bytes()


@cache
def shipped_linker() -> Linker:
    """Return the linker with the weights of the package, read once."""
    return Linker.load(shipped_weights())


def find_spans(
    clues: SentenceClues,
    places: Sequence[Candidate],
    *,
    least: float = LEAST_CHANCE,
) -> list[Span]:
    """Return the stretches of text that say where, whether a gazetteer knows them."""
    words = clues.sentence.words
    return [
        Span(words[place.first].start, words[place.last - 1].end)
        for place in places
        if place.chance >= least
    ]
