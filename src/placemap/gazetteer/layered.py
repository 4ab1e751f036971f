"""A user's gazetteer laid over the shipped one."""

from __future__ import annotations

import hashlib
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Candidate, Place, Span
    from placemap.gazetteer.compiled.reader import CompiledGazetteer, Merger


class LayeredGazetteer:
    """Two gazetteers asked as one; where both know a place, `upper` is right.

    A user's folder becomes `upper`: it holds the places the folder defines or
    amends, whole, so nothing has to be merged when it is asked.
    """

    def __init__(self, upper: CompiledGazetteer, lower: CompiledGazetteer) -> None:
        self._upper = upper
        self._lower = lower
        self._dropped = frozenset(upper.meta.get("dropped", ()))

    @property
    def version(self) -> str:
        """Name and version of both layers."""
        return f"{self._upper.version} over {self._lower.version}"

    @property
    def sha256(self) -> str:
        """Hash of both layers."""
        both = f"{self._upper.sha256} {self._lower.sha256}"
        return hashlib.sha256(both.encode()).hexdigest()

    @property
    def attribution(self) -> Sequence[str]:
        """The sources of both layers, one a line."""
        return tuple(
            dict.fromkeys((*self._lower.attribution, *self._upper.attribution))
        )

    def info(self) -> dict[str, Any]:
        """Return what is known of both layers, ready to print."""
        return {"upper": self._upper.info(), "lower": self._lower.info()}

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean, the user's own first."""
        first = self._upper.candidates(name, limit=limit)
        rest = (
            candidate
            for candidate in self._lower.candidates(name, limit=2 * limit)
            if not self._is_hidden(candidate.place.id)
        )
        return (*first, *islice(rest, limit - len(first)))

    def keys(self) -> Iterator[str]:
        """Yield every name there is, once and folded: the user's own first."""
        own = dict.fromkeys(self._upper.keys())
        yield from own
        for key in self._lower.keys():  # noqa: SIM118 - a gazetteer is no dict
            if key not in own:
                yield key

    def mergers(self) -> tuple[Merger, ...]:
        """Return which records were recognised as one place, in either layer."""
        return (*self._upper.mergers(), *self._lower.mergers())

    def scan(self, text: str) -> Sequence[Span]:
        """Return every stretch of `text` that spells a known name, in text order."""
        return sorted({*self._upper.scan(text), *self._lower.scan(text)})

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry with its names and statuses, or None."""
        found = self._upper.place(place_id)
        if found or place_id in self._dropped:
            return found
        return self._lower.place(place_id)

    def places(self) -> Iterator[Place]:
        """Yield every place, without names: the user's own, then the others."""
        yield from self._upper.places()
        yield from (p for p in self._lower.places() if not self._is_hidden(p.id))

    def settlements_near(self, point: tuple[float, float]) -> Iterator[Place]:
        """Yield the settlements of both layers, the nearest to a point first."""
        own = self._upper.settlements_near(point)
        rest = self._lower.settlements_near(point)
        shown = (p for p in rest if not self._is_hidden(p.id))
        return merge(own, shown, key=lambda p: distance_m(p.lon_deg, p.lat_deg, *point))

    def outlined_places(self) -> Iterator[Place]:
        """Yield the places of both layers that have a shape, without names."""
        yield from self._upper.outlined_places()
        rest = self._lower.outlined_places()
        yield from (p for p in rest if not self._is_hidden(p.id))

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape as a GeoJSON geometry, or None."""
        return self._upper.shape(place_id) or self._lower.shape(place_id)

    def _is_hidden(self, place_id: str) -> bool:
        return place_id in self._dropped or self._upper.place(place_id) is not None
