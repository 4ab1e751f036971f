"""A linear-chain conditional random field, evaluated without a library.

The model gives every clue of a word a score for each of three labels, and every
label a score after each other; python-crfsuite fits them (training/linker.py). Most
clues come from the spelling of a word or its neighbours: their scores are summed once
for a spelling, which is ten times faster than handing texts to the library.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.places.spellings import STEPS, spelled_clues

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from placemap.events.places.clues import SentenceClues
    from placemap.events.places.spellings import Spelling

Scores = tuple[float, float, float]
# The labels in the order of their scores: a place begins, goes on, or there is none.
LABELS = ("B", "I", "O")
_NOTHING: Scores = (0.0, 0.0, 0.0)
# The nine steps as they are read from the end of the sentence.
_TURNED = (0, 3, 6, 1, 4, 7, 2, 5, 8)


class _Spelled(NamedTuple):
    """What a spelling adds to its own word, and to the words that see it at a step."""

    own: Scores
    beside: tuple[Scores, ...]


class Chain:
    """Tells how likely each word of a sentence says where a trigger happened.

    Parameters
    ----------
    states
        For each clue its scores, in the order of `LABELS`.
    steps
        For each label the scores of the labels after it.
    """

    def __init__(self, states: Mapping[str, Scores], steps: Sequence[Scores]) -> None:
        self.states = states
        self.steps = steps
        self._steps = [math.exp(x) for row in steps for x in row]
        self._spelled = lru_cache(maxsize=1 << 13)(self._sum_spelling)
        # The sentence asked for last: its other triggers come right after.
        self._last: tuple[SentenceClues | None, list[Scores]] = (None, [])

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
        of_clues, plain = self._last
        if of_clues is not clues:
            plain = self._plain(clues)
            self._last = (clues, plain)
        relative = map(self._sum_few, clues.relative(first, last))
        scores = [
            (b + x, i + y, o + z)
            for (b, i, o), (x, y, z) in zip(plain, relative, strict=True)
        ]
        return _marginals(scores, self._steps)

    def _sum(self, clues: Iterable[str]) -> Scores:
        find = self.states.get
        return _add([scores for scores in map(find, clues) if scores])

    def _sum_few(self, clues: Sequence[str]) -> Scores:
        """Return the sums for the clues of a word beside names: one, most times."""
        if len(clues) == 1:
            return self.states.get(clues[0], _NOTHING)
        return self._sum(clues)

    def _sum_spelling(self, spelling: Spelling) -> _Spelled:
        own, beside = spelled_clues(spelling)
        return _Spelled(self._sum(own), tuple(map(self._sum, beside)))

    def _plain(self, clues: SentenceClues) -> list[Scores]:
        """Return for each word the scores of what does not depend on the trigger."""
        spelled = [self._spelled(one) for one in clues.spellings]
        count = len(spelled)
        sums = []
        for i, one in enumerate(spelled):
            parts = [one.own, self._sum_few(clues.around_tags(i))]
            parts += [
                spelled[i + step].beside[number]
                for number, step in enumerate(STEPS)
                if 0 <= i + step < count
            ]
            sums.append(_add(parts))
        return sums


def _marginals(
    scores: Sequence[Scores], steps: Sequence[float]
) -> list[tuple[float, float]]:
    """Return the chances of the first two labels of each word: forward-backward."""
    exp = math.exp
    weights: list[Scores] = []
    for b, i, o in scores:
        top = max(b, i, o)
        weights.append((exp(b - top), exp(i - top), exp(o - top)))
    chances = []
    seen_before = _sweep(weights, steps)
    seen_after = _sweep(weights[::-1], [steps[k] for k in _TURNED])
    for before, after, own in zip(seen_before, seen_after[::-1], weights, strict=True):
        # The word's own weight is in both.
        b, i, o = (x * y / w for x, y, w in zip(before, after, own, strict=True))
        total = b + i + o
        chances.append((b / total, i / total))
    return chances


def _sweep(weights: Sequence[Scores], steps: Sequence[float]) -> list[Scores]:
    """Return how the labels of each word weigh, given the words up to it."""
    bb, bi, bo, ib, ii, io, ob, oi, oo = steps
    swept: list[Scores] = []
    b, i, o = 1.0, 1.0, 1.0
    for number, (own_b, own_i, own_o) in enumerate(weights):
        if number:
            b, i, o = (
                b * bb + i * ib + o * ob,
                b * bi + i * ii + o * oi,
                b * bo + i * io + o * oo,
            )
        b, i, o = b * own_b, i * own_i, o * own_o
        total = b + i + o
        b, i, o = b / total, i / total, o / total
        swept.append((b, i, o))
    return swept


def _add(parts: Iterable[Scores]) -> Scores:
    """Return sums; three loops at once are twice as fast as three calls of `sum`."""
    b = i = o = 0.0
    for x, y, z in parts:
        b += x
        i += y
        o += z
    return b, i, o
