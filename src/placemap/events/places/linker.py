"""Ask a sequence model where each trigger happened, word by word.

The model is a linear-chain conditional random field over the clues of `clues.py`,
fitted to sentences in which people marked the place of a verb (training/linker.py,
docs/model-card.md).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from placemap.core import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.clues import SentenceClues

# Words from this chance on are taken for a place: best F1 on the marked sentences,
# out of fold, and the precision and recall of "no place stated" are even there.
LEAST_CHANCE = 0.35
INSIDE, BEGIN, OUTSIDE = "I", "B", "O"


class Linker:
    """Tells how likely each word of a sentence says where a trigger happened."""

    def __init__(self, weights: bytes) -> None:
        from pycrfsuite import Tagger

        # The tagger reads from these bytes as long as it lives.
        self._weights = weights
        self._tagger: Any = Tagger()
        self._tagger.open_inmemory(self._weights)

    def word_chances(
        self, clues: SentenceClues, first: int, last: int
    ) -> list[tuple[float, float]]:
        """Return, for each word, the chances that it begins or continues a place.

        Parameters
        ----------
        first, last
            The half-open range of words of the trigger.
        """
        if not clues.names:
            return [(0.0, 0.0)] * len(clues.sentence.words)
        tagger = self._tagger
        tagger.set(clues.around(first, last))
        return [
            (tagger.marginal(BEGIN, i), tagger.marginal(INSIDE, i))
            for i in range(len(clues.sentence.words))
        ]


def shipped_weights() -> bytes:
    """Return the weights of the package."""
    return files("placemap.events").joinpath("data", "linker.crf").read_bytes()


@cache
def shipped_linker() -> Linker:
    """Return the linker with the weights of the package, read once."""
    return Linker(shipped_weights())


def find_spans(
    clues: SentenceClues,
    chances: Sequence[tuple[float, float]],
    *,
    least: float = LEAST_CHANCE,
) -> list[Span]:
    """Return the stretches of text that say where, whether a gazetteer knows them."""
    found: list[list[int]] = []
    is_inside = False
    for word, (begin, inside) in zip(clues.sentence.words, chances, strict=True):
        if begin + inside < least:
            is_inside = False
        elif is_inside and inside >= begin:
            found[-1][1] = word.end
        else:
            found.append([word.start, word.end])
            is_inside = True
    return [Span(start, end) for start, end in found]
