"""Echoes: what the rest of a document makes of a stretch.

A first look has given every stretch log-odds. What it says of the same name
elsewhere, of longer and shorter readings of the same words, and of the mentions
around a stretch tells much about it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from placemap.detection.learned.homes import Homes, Named
from placemap.detection.learned.schedule import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.reading import Reading

# Stands for log-odds where there is nothing to have any.
NOTHING = -12.0
_FAR = 300
_PER_CHARACTERS = 1000
_OVERLAP_REACH = 80


class FirstOdds(NamedTuple):
    """Log-odds by all the clues of a stretch, and by those around it alone."""

    total: float
    around: float


class _Summary(NamedTuple):
    """The log-odds of all stretches that read alike: the two best, sum and how many."""

    best: float
    second: float
    total: float
    number: int

    @classmethod
    def of(cls, odds: Sequence[float]) -> _Summary:
        best, second = [*sorted(odds, reverse=True)[:2], NOTHING][:2]
        return cls(best, second, sum(odds), len(odds))


class Echoes:
    """A document's stretches with the log-odds of the first look, in text order."""

    def __init__(
        self,
        reading: Reading,
        stretches: Sequence[Stretch],
        first_odds: Sequence[FirstOdds],
    ) -> None:
        self._stretches = stretches
        self._first_odds = first_odds
        self._odds = odds = [one.total for one in first_odds]
        self._length = max(1, len(reading.text))
        self._keys = [stretch.text.casefold() for stretch in stretches]
        same: dict[str, list[float]] = defaultdict(list)
        for key, value in zip(self._keys, odds, strict=True):
            same[key].append(value)
        self._same = same
        self._summaries: dict[str, _Summary] = {}
        chosen = choose([(s.start, s.end) for s in stretches], odds)
        self._chosen = [stretches[index] for index in chosen]
        self._chosen_odds = [odds[index] for index in chosen]
        self._starts = [stretch.start for stretch in self._chosen]
        self._ends = [stretch.end for stretch in self._chosen]
        self._homes = Homes(
            Named(self._keys[index], facts, odds[index])
            for index in chosen
            if (facts := stretches[index].facts) is not None
        )
        self._by_first: dict[str, float] = {}
        self._by_last: dict[str, float] = {}
        self._note_long_names(chosen)

    def _note_long_names(self, chosen: Sequence[int]) -> None:
        for index in chosen:
            words = self._keys[index].split()
            if len(words) > 1:
                odds = self._odds[index]
                first, last = words[0], words[-1]
                self._by_first[first] = max(odds, self._by_first.get(first, odds))
                self._by_last[last] = max(odds, self._by_last.get(last, odds))

    def measure(self, index: int) -> list[float]:
        """Return the measures of one stretch, always as many and in the same order."""
        key, facts = self._keys[index], self._stretches[index].facts
        return [
            *self._first_odds[index],
            *self._elsewhere(index),
            *self._overlapping(index),
            *self._beside(index),
            len(self._chosen),
            _PER_CHARACTERS * len(self._chosen) / self._length,
            self._by_first.get(key, NOTHING),
            self._by_last.get(key, NOTHING),
            *self._homes.measure(key, facts),
        ]

    def _elsewhere(self, index: int) -> tuple[float, float, float]:
        """Return the best and mean log-odds of the same name, and how often it is."""
        key, own = self._keys[index], self._odds[index]
        if len(self._same[key]) == 1:
            return NOTHING, NOTHING, 1.0
        # Of few stretches is it asked: only the likely ones are measured.
        same = self._summaries.get(key)
        if same is None:
            same = self._summaries[key] = _Summary.of(self._same[key])
        best = same.second if own == same.best else same.best
        return best, (same.total - own) / (same.number - 1), same.number

    def _overlapping(self, index: int) -> tuple[float, float, float]:
        """Return the best log-odds of a longer, a shorter and a crossing stretch."""
        longer = shorter = crossing = NOTHING
        one = self._stretches[index]
        for other_index in self._near(index):
            other, odds = self._stretches[other_index], self._odds[other_index]
            if other.end <= one.start or other.start >= one.end:
                continue
            if other.start <= one.start and other.end >= one.end:
                longer = max(longer, odds)
            elif other.start >= one.start and other.end <= one.end:
                shorter = max(shorter, odds)
            else:
                crossing = max(crossing, odds)
        return longer, shorter, crossing

    def _near(self, index: int) -> list[int]:
        stretches, one = self._stretches, self._stretches[index]
        near = []
        at = index - 1
        while at >= 0 and stretches[at].start > one.start - _OVERLAP_REACH:
            near.append(at)
            at -= 1
        at = index + 1
        while at < len(stretches) and stretches[at].start < one.end:
            near.append(at)
            at += 1
        return near

    def _beside(self, index: int) -> tuple[float, float, float, float]:
        """Return log-odds of and characters to the mentions before and behind."""
        one = self._stretches[index]
        before = bisect_right(self._ends, one.start) - 1
        behind = bisect_left(self._starts, one.end)
        odds_before = odds_behind = NOTHING
        to_before = to_behind = _FAR
        if before >= 0:
            odds_before = self._chosen_odds[before]
            to_before = min(_FAR, one.start - self._ends[before])
        if behind < len(self._starts):
            odds_behind = self._chosen_odds[behind]
            to_behind = min(_FAR, self._starts[behind] - one.end)
        return odds_before, to_before, odds_behind, to_behind
