"""The two looks that the learned detector takes at a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.learned.clues import (
    clues_around,
    clues_before,
    clues_behind,
    clues_within,
    looks_of,
)
from placemap.detection.learned.echoes import Echoes, FirstOdds
from placemap.detection.learned.measures import measure
from placemap.detection.learned.roles import role_clues
from placemap.detection.learned.stretches import find_stretches, to_sighting
from placemap.detection.learned.view import View
from placemap.detection.rules.sighting import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.core import Role
    from placemap.detection.learned.weights import ClueWeights
    from placemap.detection.names import NameFacts
    from placemap.detection.reading import Reading
    from placemap.detection.rules.sighting import Sighting
    from placemap.protocols import Gazetteer

# What the first look gives less than this is out. Exact F1 on unseen documents of LGL,
# TR-News and GWN is .8832, .9242 and .8860, with -4 .8831, .9247 and .8863; it spares
# a quarter of the second look's work.
FLOOR = -3.0


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
        return [self._clues_of(index) for index in range(len(self.stretches))]

    def _clues_of(self, index: int) -> tuple[str, ...]:
        view, one, gap = self._view, self.stretches[index], self._gaps[index]
        return (
            *clues_before(view, one.first),
            *clues_behind(view, one.last, gap),
            *clues_within(view, one),
            *clues_around(view, one, gap),
        )

    def sighting(self, index: int) -> Sighting:
        """Return a stretch as the rules look at it."""
        return to_sighting(self.stretches[index])

    def role_clues(self, index: int, ruled: Role) -> tuple[str, ...]:
        """Return what tells the role of a stretch for which rules give one."""
        more = role_clues(self._view, self.stretches[index], ruled)
        return *self._clues_of(index), *more

    def first(self, linear: ClueWeights) -> list[FirstOdds]:
        """Return the log-odds of each stretch by its clues.

        Stretches share what stands before or behind them: that is weighed once. What
        looks alike comes again in other texts, too.
        """
        view, weigh, known = self._view, linear.weigh, linear.known
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
            looks = looks_of(view, one)
            within = known.get(looks)
            if within is None:
                within = weigh(clues_within(view, one))
                linear.keep(looks, within)
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
