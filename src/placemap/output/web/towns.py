"""Towns of the gazetteer for the base map: compiled at build time, picked for each map.

A town has the zoom from which on its name is shown, by its population and by what it is
the seat of; the page then names those that find room, in one English spelling. A dot
with a name does not say whose a place is, so towns of disputed status are there too,
where sides differ about the name in English with both.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from struct import pack, unpack_from
from typing import TYPE_CHECKING, Any

from placemap.output.atomic import replacing
from placemap.output.web.quarters import without_quarters
from placemap.output.web.spelling import spelt_in_english

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from placemap.core import Place

# Beside the gazetteer it is compiled from.
COMPILED = Path(__file__).parents[2] / "gazetteer/data/towns.bin"
_UNIT = 10_000  # degrees are kept as whole ten-thousandths: 11 metres
_LEAST_PEOPLE = 5_000
# From so many people on, a name is shown from this zoom on.
_ZOOM_BY_PEOPLE = (
    (5_000_000, 3),
    (1_000_000, 4),
    (400_000, 5),
    (150_000, 6),
    (50_000, 7),
    (15_000, 8),
    (0, 9),
)
# Capitals are shown from here on, and seats of divisions a zoom earlier than their size
# alone would have it. Of towns that are shown from the same zoom on, these get the room
# before larger ones, in this order.
_CAPITAL_ZOOM = 4
_SEATS = (_CAPITAL, _SEAT) = ("P.PPLC", "P.PPLA")
# The names of a disputed town that belong on a map: in use now, the official one first.
_RIVAL_KINDS = ("official", "local")
# How far from the events, in degrees, a name of that zoom is still wanted.
_REACH_DEG = {3: 60, 4: 30, 5: 16, 6: 10, 7: 6, 8: 3, 9: 1.5}
_CELL_DEG = 0.5
_MOST_CELLS = 200
# Towns of up to this zoom are wanted wherever the map goes.
_EVERYWHERE = 4
# Events this near to each other, in degrees, are one region.
_REGION_DEG = 6
MOST_TOWNS = 3_000  # some 100 kB


def zoom_of(kind: str, population: int) -> int:
    """Return the zoom from which on a settlement's name is worth its room.

    Examples
    --------
    >>> zoom_of("P.PPL", 60_000), zoom_of("P.PPLC", 60_000), zoom_of("P.PPL", 0)
    (7, 4, 9)
    """
    by_people = next(zoom for least, zoom in _ZOOM_BY_PEOPLE if population >= least)
    by_seat = {_CAPITAL: _CAPITAL_ZOOM, _SEAT: max(by_people - 1, _CAPITAL_ZOOM)}
    return min(by_people, by_seat.get(kind, by_people))


def compile_towns(places: Iterable[Place], path: Path = COMPILED) -> int:
    """Write the towns among `places` to `path`; return how many there are.

    Towns whose names in English are to be known have to come with all their names. The
    same places give the same bytes. Deflated are: how many, four bytes; the zoom of
    each, a byte; longitudes and latitudes, four bytes each; and lines of id, tab and
    name. Numbers are little-endian. Towns come in the order they are to get room in.
    """
    found = sorted(without_quarters(filter(is_town, places)), key=_precedence)
    n = len(found)
    parts = (
        pack("<I", n),
        bytes(zoom_of(place.kind, place.population) for place in found),
        pack(f"<{n}i", *(round(place.lon_deg * _UNIT) for place in found)),
        pack(f"<{n}i", *(round(place.lat_deg * _UNIT) for place in found)),
        "\n".join(f"{place.id}\t{_name_of(place)}" for place in found).encode(),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as temporary:
        temporary.write_bytes(zlib.compress(b"".join(parts), 9))
    return n


def _precedence(place: Place) -> tuple[int, int, int, str]:
    """Return what to sort by: zoom, then seats of states and divisions, then people."""
    seats = [*_SEATS, place.kind]
    zoom = zoom_of(place.kind, place.population)
    return zoom, seats.index(place.kind), -place.population, place.id


def _name_of(place: Place) -> str:
    """Return the name in English; both sides' where they use different ones."""
    rivals = place.disputed and sorted(
        (_RIVAL_KINDS.index(name.kind), name.text)
        for name in place.names
        if name.lang == "en" and name.used_by and name.kind in _RIVAL_KINDS
    )
    # A single one is that of one side, and the others only write it differently.
    if not rivals or len(rivals) == 1:
        return spelt_in_english(place)
    return " / ".join(dict.fromkeys(text for _, text in rivals))


def is_town(place: Place) -> bool:
    """Tell whether a place is a settlement to name on a base map, and no quarter."""
    is_settlement = place.feature_class == "P" and place.kind != "P.PPLX"
    return is_settlement and (place.kind in _SEATS or place.population >= _LEAST_PEOPLE)


@cache
def _open(path: Path) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], list[str]]:
    """Return zoom, longitude, latitude and ``id<tab>name`` of each town."""
    import numpy as np

    data = zlib.decompress(path.read_bytes())
    (n,) = unpack_from("<I", data)
    zoom = np.frombuffer(data, np.uint8, n, 4)
    lon, lat = np.frombuffer(data, "<i4", 2 * n, 4 + n).reshape(2, n) / _UNIT
    return zoom, lon, lat, data[4 + 9 * n :].decode().split("\n")


def towns_near(
    positions: Sequence[tuple[float, float]],
    *,
    besides: Iterable[str] = (),
    path: Path = COMPILED,
) -> list[list[Any]]:
    """Return ``[name, longitude, latitude, zoom]`` of towns, the most important first.

    Parameters
    ----------
    positions
        Longitude and latitude in degrees of what the map shows, in rows.
    besides
        Ids of places that the map names itself.

    Returns
    -------
    list
        At most `MOST_TOWNS`, the regions of the map sharing them evenly, each from its
        events outward; none where the package was built without them.
    """
    if not path.is_file() or not len(positions):
        return []
    zoom, lon, lat, lines = _open(path)
    away, region = _degrees_away(lon, lat, positions)
    left_out = set(besides)
    found: list[list[Any]] = []
    for i in _wanted(zoom, away, region, MOST_TOWNS + len(left_out)):
        place_id, _, name = lines[i].partition("\t")
        if place_id not in left_out:
            x, y = (round(float(degrees[i]), 3) for degrees in (lon, lat))
            found.append([name, x, y, int(zoom[i])])
    return found[:MOST_TOWNS]


def _wanted(
    zoom: NDArray[Any], away: NDArray[Any], region: NDArray[Any], most: int
) -> list[int]:
    """Return which towns are in reach, in the order of their sizes, at most so many.

    Too many are thinned out evenly: each region gives up those that are farthest from
    its events for their size, so that no zoom of it is left without names.
    """
    import numpy as np

    reach = np.zeros(max(_REACH_DEG) + 1)
    reach[list(_REACH_DEG)] = list(_REACH_DEG.values())
    rows = np.flatnonzero(away <= reach[zoom])
    if len(rows) > most:
        share = np.where(zoom[rows] <= _EVERYWHERE, 0, away[rows] / reach[zoom[rows]])
        order = np.lexsort((rows, share, region[rows]))
        _, starts, sizes = np.unique(
            region[rows][order], return_index=True, return_counts=True
        )
        rank = np.arange(len(rows)) - np.repeat(starts, sizes)
        best = order[np.argsort(rank, kind="stable")[:most]]
        rows = np.sort(rows[best])
    wanted: list[int] = rows.tolist()
    return wanted


def _degrees_away(
    lon: NDArray[Any], lat: NDArray[Any], positions: Sequence[tuple[float, float]]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return how far each town is from the nearest position, and the region of that.

    Of the two ways, east to west and south to north, the larger counts.

    Positions are taken to the middle of the cell they lie in: many events share one.
    """
    import numpy as np

    size = _CELL_DEG
    cells = np.unique(np.round(np.asarray(positions) / size), axis=0) * size
    while len(cells) > _MOST_CELLS:
        size *= 2
        cells = np.unique(np.round(cells / size), axis=0) * size
    blocks = np.round(cells / max(size, _REGION_DEG))
    _, region_of = np.unique(blocks, axis=0, return_inverse=True)
    away = np.full(len(lon), np.inf)
    region = np.zeros(len(lon), dtype=np.int64)
    for (x, y), own in zip(cells, region_of.ravel(), strict=True):
        across = np.abs(lon - x)
        across = np.minimum(across, 360 - across)
        off = np.maximum(across, np.abs(lat - y))
        region[off < away] = own
        np.minimum(away, off, out=away)
    return away, region
