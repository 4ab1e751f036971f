"""The places that a document's names may mean, end to end, as columns of numbers."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from placemap.disambiguation import cues
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from placemap.core import Place
    from placemap.disambiguation.scene import Scene, Sense

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

EARTH_KM = 6371.0088
# Places remembered before starting anew: some ten megabytes.
_MOST_PLACES = 30_000


class _Row(NamedTuple):
    """What the ranker asks for of a place; codes stand for countries and divisions."""

    size: float
    group: int
    country: int
    division: int
    county: int
    x: float
    y: float
    z: float
    radius_km: float
    is_unpeopled: bool
    is_former: bool
    is_capital: bool
    is_section: bool
    is_continent: bool


# Joined, packed rows are an array at once; lists of tuples have to be read first.
_PACKED = struct.Struct(f"{len(_Row._fields)}d")


class Codebook:
    """Gives countries and divisions numbers, and remembers places as rows."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, ...], int] = {}
        self._rows: dict[str, tuple[str, bytes]] = {}

    def code(self, *key: str) -> int:
        """Return the number of a country or division, 0 for one without a name."""
        if not key[-1]:
            return 0
        return self._codes.setdefault(key, len(self._codes) + 1)

    def row(self, place: Place) -> tuple[str, bytes]:
        """Return the folded main name of a place, and its `_Row` packed as floats."""
        known = self._rows.get(place.id)
        if known is None:
            if len(self._rows) >= _MOST_PLACES:
                self._rows.clear()
            packed = _PACKED.pack(*self._make_row(place))
            known = self._rows[place.id] = fold(place.name), packed
        return known

    def _make_row(self, place: Place) -> _Row:
        group = cues.kind_group(place.kind)
        first = place.name if group == cues.DIVISION else place.admin1
        second = place.name if group == cues.COUNTY else place.admin2
        lon, lat = math.radians(place.lon_deg), math.radians(place.lat_deg)
        return _Row(
            size=math.log10(place.population + 10) - 1,
            group=group,
            country=self.code(place.country),
            division=self.code(place.country, first),
            county=self.code(place.country, place.admin1, second),
            x=math.cos(lat) * math.cos(lon),
            y=math.cos(lat) * math.sin(lon),
            z=math.sin(lat),
            radius_km=place.radius_m / 1000,
            is_unpeopled=place.population == 0,
            is_former=place.kind in {"A.PCLH", "A.ADM1H"},
            is_capital=place.kind == "P.PPLC",
            is_section=place.kind == "P.PPLX",
            is_continent=place.kind == "L.CONT",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All candidates of a document: n of them, of s senses.

    Attributes
    ----------
    starts
        Shape ``(s + 1,)``: the candidates of sense k are ``starts[k]`` up to
        ``starts[k + 1]``.
    sense, name
        Shape ``(n,)``: position of the sense, and a number for its name.
    rows
        One row of numbers for each candidate, in the order of `_Row`.
    is_main
        Whether the name is the place's main one.
    size
        Powers of ten of the population above ten.
    group, country, division, county
        Group of kinds, and codes of what the place lies in or is; 0 when unknown.
    point, radius_km
        Point on the unit sphere, shape ``(n, 3)``, and reach.
    is_home
        Shape ``(n,)``: whether the sense is the name in the source's address.
    """

    senses: Sequence[Sense]
    starts: Numbers
    sense: Numbers
    name: Numbers
    rows: Floats
    is_main: Flags
    size: Floats
    group: Numbers
    country: Numbers
    division: Numbers
    county: Numbers
    point: Floats
    radius_km: Floats
    is_home: Flags

    def __len__(self) -> int:
        """Return the number of candidates."""
        return len(self.sense)

    def column(self, name: str) -> Floats:
        """Return one column of `rows`."""
        return self.rows[:, _Row._fields.index(name)]

    def slice(self, sense: int) -> slice:
        """Return where the candidates of a sense stand."""
        return slice(int(self.starts[sense]), int(self.starts[sense + 1]))

    def by_sense(self, values: Sequence[float] | Sequence[bool]) -> Floats:
        """Return one value for each candidate, given one for each sense."""
        return np.asarray(values, dtype=np.float64)[self.sense]

    def largest(self, values: Floats) -> Floats:
        """Return the largest value of each sense, 0 for one without candidates."""
        found = np.zeros(len(self.senses))
        filled = self.starts[1:] > self.starts[:-1]
        if filled.any():
            found[filled] = np.maximum.reduceat(values, self.starts[:-1][filled])
        return found

    def distance_km(self, ones: Numbers, others: Numbers) -> Floats:
        """Return the distances between two lists of candidates, as a matrix."""
        cosine = self.point[ones] @ self.point[others].T
        return EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * cosine))


def make_table(scene: Scene, codebook: Codebook) -> Table:
    """Return the candidates of all senses of a scene."""
    rows, is_main, sense_of, starts = [], [], [], [0]
    for position, sense in enumerate(scene.senses):
        for option in sense.options:
            folded, row = codebook.row(option.candidate.place)
            rows.append(row)
            is_main.append(folded == sense.key)
        sense_of.extend([position] * len(sense.options))
        starts.append(len(rows))
    numbers = np.frombuffer(b"".join(rows)).reshape(len(rows), len(_Row._fields))
    sense_index = np.array(sense_of, dtype=np.int64)
    names: dict[str, int] = {}
    name = np.array([names.setdefault(s.key, len(names)) for s in scene.senses])
    codes = numbers[:, 1:5].astype(np.int64)
    is_home = np.array([sense.is_home for sense in scene.senses], dtype=np.bool_)
    return Table(
        senses=scene.senses,
        starts=np.array(starts, dtype=np.int64),
        sense=sense_index,
        name=name[sense_index] if rows else sense_index,
        rows=numbers,
        is_main=np.array(is_main, dtype=np.bool_),
        size=numbers[:, 0],
        group=codes[:, 0],
        country=codes[:, 1],
        division=codes[:, 2],
        county=codes[:, 3],
        point=numbers[:, 5:8],
        radius_km=numbers[:, 8],
        is_home=is_home[sense_index] if rows else is_home[:0],
    )
