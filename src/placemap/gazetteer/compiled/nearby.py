"""Go through places by their distance from a point, nearest first.

Nothing has to be indexed for that: a place no more than so many degrees of latitude
away lies in a band around the Earth, and one look at the column of latitudes finds
the band. It is widened until enough places have been seen. Distances are taken on
the sphere, so that neither the antimeridian nor the poles need care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# A quarter of a degree holds several towns in most inhabited places.
_FIRST_BAND_DEG = 0.25
_WIDER = 4
_ALL_DEG = 180.0
# On the sphere of `distance_m`, a little less so that rounding leaves nobody out.
_METRES_PER_DEGREE = 111_194.0


def rows_by_distance(
    lons: Sequence[int],
    lats: Sequence[int],
    point: tuple[float, float],
    *,
    unit: int,
    is_wanted: Callable[[int], bool],
) -> Iterator[tuple[float, int]]:
    """Yield distance in metres and row of the wanted places, nearest first.

    Parameters
    ----------
    lons, lats
        Columns of coordinates, in degrees times `unit`.
    point
        Longitude and latitude in degrees.
    is_wanted
        Tells for a row whether its place counts.

    Examples
    --------
    >>> rows = rows_by_distance([1799, 0], [0, 0], (-179.9, 0), unit=10,
    ...     is_wanted=lambda row: True)
    >>> [(round(metres / 1000), row) for metres, row in rows]
    [(22, 0), (20004, 1)]
    """
    band_deg, done_m = _FIRST_BAND_DEG, -1.0
    while True:
        low, high = (point[1] - band_deg) * unit, (point[1] + band_deg) * unit
        found = sorted(
            (distance_m(lons[row] / unit, lats[row] / unit, *point), row)
            for row in [row for row, lat in enumerate(lats) if low <= lat <= high]
            if is_wanted(row)
        )
        is_last = band_deg >= _ALL_DEG
        reach_m = float("inf") if is_last else band_deg * _METRES_PER_DEGREE
        yield from (one for one in found if done_m < one[0] <= reach_m)
        if is_last:
            return
        band_deg, done_m = band_deg * _WIDER, reach_m
