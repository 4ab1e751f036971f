"""Cells of one degree: how far each is from what the map shows, and those of a country.

A grid has a row for each degree from south to north, and a column for each from 180
degrees west on.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from placemap.output.web.disputed import small_areas

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from placemap.output.web.atlas import Atlas

# Full detail reaches this far around an event: at zoom 8 a screen is 7 degrees wide.
_FOCUS_DEG = 4
# Distances are counted up to here.
FARTHEST_DEG = 30
# Around small areas the distance grows as fast as if each degree were so many.
_SMALL_STEP = 10
# An outline is followed in steps no longer than this.
_STEP_DEG = 0.5


def distances(positions: Sequence[tuple[float, float]]) -> NDArray[np.int64]:
    """Return, for each cell, how many degrees it is from the focus; 0 within it."""
    import numpy as np

    near = np.zeros((180, 360), dtype=bool)
    for lon, lat in positions:
        near[_row(lat), math.floor(lon + 180) % 360] = True
    for _ in range(_FOCUS_DEG):
        near = _grown(near)
    distance = np.full(near.shape, FARTHEST_DEG, dtype=np.int64)
    for step in range(FARTHEST_DEG):
        distance[near & (distance == FARTHEST_DEG)] = step
        near = _grown(near)
    return np.minimum(distance, _off_small_areas())


@cache
def _off_small_areas() -> NDArray[np.int64]:
    """Return the distances that cells near a small disputed area count as.

    They grow fast: what is around such an area should meet it without a break, but is
    not what the map is about.
    """
    import numpy as np

    near = np.zeros((180, 360), dtype=bool)
    for west, south, east, north in small_areas():
        columns = slice(math.floor(west) + 180, math.ceil(east) + 180)
        near[_row(south) : _row(north) + 1, columns] = True
    distance = np.full(near.shape, FARTHEST_DEG, dtype=np.int64)
    for step in range(0, FARTHEST_DEG, _SMALL_STEP):
        distance[near & (distance == FARTHEST_DEG)] = step
        near = _grown(near)
    return distance


def runs(cells: NDArray[np.bool_]) -> list[list[int]]:
    """Return the south, west and east, in degrees, of each run of cells in a row."""
    import numpy as np

    padded = np.pad(cells.astype(np.int8), ((0, 0), (1, 1)))
    rows, columns = np.nonzero(np.diff(padded, axis=1))
    ends = zip(rows[::2], columns[::2], columns[1::2], strict=True)
    return [[int(row) - 90, int(a) - 180, int(b) - 180] for row, a, b in ends]


def look_up(
    distance: NDArray[np.int64], degrees: NDArray[np.floating]
) -> NDArray[np.int64]:
    """Return the distances of positions, longitude and latitude in rows."""
    import numpy as np

    column = np.floor(degrees[:, 0] + 180).astype(np.int64) % 360
    row = np.clip(np.floor(degrees[:, 1] + 90), 0, 179).astype(np.int64)
    at_point: NDArray[np.int64] = distance[row, column]
    return at_point


def middles(atlas: Atlas, codes: Collection[str]) -> list[tuple[float, float]]:
    """Return the longitude and latitude of the middles of the cells of countries.

    What lies in a bay or another country, between two parts of one in the same row,
    counts as within it. Countries are given by their ISO 3166-1 numbers.
    """
    cells = {
        cell
        for shape in atlas.shapes
        if shape.code in codes
        for outer, *_ in shape.polygons
        for cell in _cells_in(_ring(atlas, outer))
    }
    return sorted((column + 0.5, row + 0.5) for column, row in cells)


def _ring(atlas: Atlas, arcs: Sequence[int]) -> NDArray[np.floating]:
    import numpy as np

    degrees = atlas.degrees()

    def points(arc: int) -> NDArray[np.floating]:
        plain = arc if arc >= 0 else ~arc
        part = degrees[atlas.starts[plain] : atlas.starts[plain + 1]]
        return part if arc >= 0 else part[::-1]

    return np.concatenate([points(arc) for arc in arcs])


def _cells_in(ring: NDArray[np.floating]) -> Iterator[tuple[int, int]]:
    """Yield the columns, from -180 to 179, and rows, from -90 on, a ring encloses."""
    import numpy as np

    lon, lat = np.unwrap(ring[:, 0], period=360), ring[:, 1]
    steps = np.ceil(np.maximum(abs(np.diff(lon)), abs(np.diff(lat))) / _STEP_DEG)
    at = np.concatenate(([0], np.cumsum(steps)))
    dense = np.arange(at[-1] + 1)
    columns = np.floor(np.interp(dense, at, lon)).astype(int)
    rows = np.floor(np.interp(dense, at, lat)).astype(int)
    for row in sorted(set(rows.tolist())):
        own = columns[rows == row]
        for column in range(own.min(), own.max() + 1):
            yield (column + 180) % 360 - 180, row


def _row(lat: float) -> int:
    return min(max(math.floor(lat + 90), 0), 179)


def _grown(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the cells and their eight neighbours, round the world."""
    import numpy as np

    wide = cells | np.roll(cells, 1, axis=1) | np.roll(cells, -1, axis=1)
    tall = wide.copy()
    tall[1:] |= wide[:-1]
    tall[:-1] |= wide[1:]
    return tall
