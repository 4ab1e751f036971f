"""The two looks that the learned detector takes at a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.learned.clues import (
    clues_around,
    clues_before,
    clues_behind,
    clues_within,
)
from placemap.detection.learned.echoes import Echoes, FirstOdds
from placemap.detection.learned.measures import measure
from placemap.detection.learned.stretches import find_stretches
from placemap.detection.learned.view import View
from placemap.detection.rules.sighting import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.detection.learned.weights import ClueWeights
    from placemap.detection.names import NameFacts
    from placemap.detection.reading import Reading
    from placemap.protocols import Gazetteer

# What the first look gives less than this is out: of the mentions in the gold
# corpora it costs one in seventy, few of which the second would have found, and spares
# more than half of the work.
FLOOR = -4.0


class Looks:
    """What may be a mention in one document, looked at twice.

    `stretches` are in text order; odds and rows are parallel to them.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        reading: Reading,
        facts: Callable[[str], NameFacts | None],
    ) -> None:
        self.reading = reading
        self.stretches = find_stretches(gazetteer, reading, facts)
        self._view = View(reading, self.stretches)
        self._gaps = [self._view.gap_behind(one) for one in self.stretches]

    def clues(self) -> list[tuple[str, ...]]:
        """Return the clues of each stretch."""
        view = self._view
        return [
            (
                *clues_before(view, one.first),
                *clues_behind(view, one.last, gap),
                *clues_within(view, one),
                *clues_around(view, one, gap),
            )
            for one, gap in zip(self.stretches, self._gaps, strict=True)
        ]

    def first(self, linear: ClueWeights) -> list[FirstOdds]:
        """Return the log-odds of each stretch by its clues.

        Stretches share what stands before or behind them: that is weighed once.
        """
        view, weigh = self._view, linear.weigh
        before: dict[int, float] = {}
        behind: dict[tuple[int, str], float] = {}
        odds = []
        for one, gap in zip(self.stretches, self._gaps, strict=True):
            left = before.get(one.first)
            if left is None:
                left = before[one.first] = weigh(clues_before(view, one.first))
            right = behind.get((one.last, gap))
            if right is None:
                right = weigh(clues_behind(view, one.last, gap))
                behind[one.last, gap] = right
            around = left + right + weigh(clues_around(view, one, gap))
            within = weigh(clues_within(view, one))
            odds.append(FirstOdds(linear.bias + around + within, around))
        return odds

    def second(
        self, odds: Sequence[FirstOdds]
    ) -> tuple[list[int], Iterator[list[float]]]:
        """Return which stretches the first look left, and their measures.

        The measures come one row at a time: those of a long document are large.
        """
        kept = [index for index, one in enumerate(odds) if one.total > FLOOR]
        view, stretches = self._view, self.stretches
        scene = Scene(
            reading=self.reading,
            people=view.people,
            containers=frozenset(view.containers),
        )
        echoes = Echoes(self.reading, stretches, odds)
        rows = (
            [
                *measure(view, stretches[index], scene, self._gaps[index]),
                *echoes.measure(index),
            ]
            for index in kept
        )
        return kept, rows
