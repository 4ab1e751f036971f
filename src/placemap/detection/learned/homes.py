"""Homes: the countries and divisions that the names of a document have in common.

A report on one county names its villages, too: that a place of some name lies where
the others lie speaks for it, and tells small towns from people and firms.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from placemap.detection.names import NameFacts

# Stands for the support of a name that the gazetteer lacks, or that lies nowhere.
_HOMELESS = -1.0
# Where no other name has a vote.
_NO_VOTES = 1e-6


class Named(NamedTuple):
    """A known name in a document, without case, with the log-odds of a mention."""

    key: str
    facts: NameFacts
    odds: float


class Homes:
    """Where the places lie that a document seems to name.

    Every name has one vote, its probability, and shares it among the places that
    bear it; how often it is written does not count.
    """

    def __init__(self, names: Iterable[Named]) -> None:
        self._names: dict[str, Named] = {}
        for one in names:
            known = self._names.get(one.key)
            if known is None or one.odds > known.odds:
                self._names[one.key] = one
        self._countries: dict[str, float] = {}
        self._divisions: dict[str, float] = {}
        self._total = 0.0
        for one in self._names.values():
            vote = _probability(one.odds)
            self._total += vote
            _add(self._countries, one.facts.countries, vote)
            _add(self._divisions, one.facts.divisions, vote)
        self._closest = max(self._divisions.values(), default=0.0)
        self._measured: dict[str, list[float]] = {}

    def measure(self, key: str, facts: NameFacts | None) -> list[float]:
        """Return how much the other names support the best of a name's homes.

        As a share of their votes for a division and for a country, as votes for the
        division, and the share that the document's first division has.
        """
        measured = self._measured.get(key)
        if measured is None:
            measured = self._measured[key] = self._measure(key, facts)
        return measured

    def _measure(self, key: str, facts: NameFacts | None) -> list[float]:
        top = self._closest / (self._total or 1.0)
        if facts is None:
            return [_HOMELESS, _HOMELESS, _HOMELESS, top]
        own = self._names.get(key)
        vote = 0.0 if own is None else _probability(own.odds)
        others = max(self._total - vote, _NO_VOTES)
        division = _most(self._divisions, facts.divisions, vote)
        country = _most(self._countries, facts.countries, vote)
        return [
            division / others if facts.divisions else _HOMELESS,
            country / others if facts.countries else _HOMELESS,
            division if facts.divisions else _HOMELESS,
            top,
        ]


def _add(votes: dict[str, float], shares: Mapping[str, float], vote: float) -> None:
    for area, share in shares.items():
        votes[area] = votes.get(area, 0.0) + vote * share


def _most(votes: Mapping[str, float], shares: Mapping[str, float], own: float) -> float:
    """Return the most votes that one of a name's areas has from other names."""
    left = (
        max(0.0, votes.get(area, 0.0) - own * share) for area, share in shares.items()
    )
    return max(left, default=0.0)


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-odds))
