"""The base map: Natural Earth countries and lakes, detailed only around the events.

Both layers are small topologies: arcs shared by neighbouring countries, so that the
page can tell a coast (one country) from a border (two) and never draws a line twice.
The *far* layer is the whole world at 1:110 million. The *near* layer holds the
countries around the events; its points thin out with their distance from the nearest
event, so that nothing is cut off and no seam shows. Small disputed areas are detailed
in it wherever they are: a map of the world has no room for their form, or for them at
all. Lakes are in two such layers too.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import alpha2_of
from placemap.output.web import assets as web_assets
from placemap.output.web.atlas import Atlas, Shape, open_atlas, open_lakes
from placemap.output.web.disputed import disputed_areas, small_areas
from placemap.output.web.towns import towns_near

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

# Full detail reaches this far around an event: at zoom 8 a screen is 7 degrees wide.
_FOCUS_DEG = 4
# How many degrees of spacing a point may lose for each degree it is away from there...
_SLOPE = 0.02
# ...up to this, which is a few pixels at the zoom where the near layer appears.
_COARSEST_DEG = 0.6
# Around small areas the spacing grows as fast as if each degree were so many.
_SMALL_STEP = 10
# A country that is itself drawn as an event's place keeps its form.
_COARSEST_DRAWN_DEG = 0.15
# So many lakes, the largest of the world, are on a map of the world.
_LARGEST_LAKES = 30
# Distances are counted in cells of one degree up to here.
_FARTHEST_DEG = math.ceil(_COARSEST_DEG / _SLOPE)
# More detailed points than this (some 250 kB) and the next coarser scale is taken.
_MOST_POINTS = 32_000
# The smallest closed ring: three corners and the first again.
_RING_POINTS = 4


# The atlas, the shapes to draw, and the points to draw each of their arcs with.
_Layer = tuple[Atlas, list[Shape], dict[int, list[list[int]]]]


def make_basemap(
    positions: Collection[tuple[float, float]],
    *,
    also: Collection[tuple[float, float]] = (),
    codes: Collection[str] = (),
    named: Collection[str] = (),
) -> dict[str, Any]:
    """Return the page's base map: countries far and near, lakes, boundaries and towns.

    ``lakes`` has ``far`` and ``near`` layers of its own. ``detail`` is where the near
    layer has every point: the south, west and east of strips one degree high.
    ``disputed`` are stretches of boundary: the two countries and the box, west, south,
    east, north, within which theirs is drawn as disputed. ``areas`` are as
    `placemap.output.web.disputed.disputed_areas` returns them, and ``towns`` as
    `placemap.output.web.towns.towns_near` does.

    Parameters
    ----------
    positions
        Longitude and latitude in degrees of what the map shows.
    also
        Where detail is welcome too, unless the layer grows too large by it.
    codes
        ISO 3166-1 numeric codes of countries that must be there in the near layer,
        however far from `positions` they are.
    named
        Ids of places that the map names itself, so that the base map need not.

    Returns
    -------
    dict
        Each layer has ``scale`` and ``translate`` as in TopoJSON; ``arcs``, lists of
        x and y as integers, the first pair absolute, the others steps; ``kinds``,
        one digit an arc (0 coast, 1 border, 2 border of a territory that ISO 3166-1
        does not list); and ``countries`` with ``code``, ``name`` and ``polygons``
        (lists of rings of arc indices, where ``~i`` is arc ``i`` backwards). ``near``
        is None without positions and codes.
    """
    near = None
    lakes = None
    detail: list[list[int]] = []
    if positions or also or codes:
        focus, near = _near_layer([[*positions, *also], [*positions]], codes)
        lakes = _lakes_near(focus)
        detail = _runs(focus == 0)
    return {
        "far": _pack(*_whole(open_atlas("110m"))),
        "near": near,
        "detail": detail,
        "lakes": {"far": _large_lakes(), "near": lakes},
        "disputed": disputed_boundaries(),
        "areas": disputed_areas(besides=named),
        "towns": towns_near([*positions, *also], besides=named),
    }


@cache
def disputed_boundaries() -> list[list[Any]]:
    """Return the two countries, by ISO 3166-1 number, and the box of each stretch."""
    rows = csv.DictReader(web_assets.read_asset("boundaries.csv").splitlines())
    sides = ("west", "south", "east", "north")
    return [
        [row["one"], row["other"], *(float(row[side]) for side in sides)]
        for row in rows
    ]


def _near_layer(
    choices: Sequence[Sequence[tuple[float, float]]], codes: Collection[str]
) -> tuple[NDArray[np.int64], dict[str, Any]]:
    """Return the richest layer that is not too large, and how far each cell is off."""
    import numpy as np

    for scale in ("10m", "50m"):
        atlas = open_atlas(scale)
        for focus in choices:
            cells = _distances(focus)
            distance = _look_up(cells, atlas.degrees())
            if int(np.sum(distance == 0)) <= _MOST_POINTS:
                return cells, _pack(*_thin_out(atlas, distance, codes))
    return cells, _pack(*_thin_out(atlas, distance, codes))


def _lakes_near(cells: NDArray[np.int64]) -> dict[str, Any]:
    """Return the lakes around the events."""
    atlas = open_lakes()
    return _pack(*_thin_out(atlas, _look_up(cells, atlas.degrees()), ()))


@cache
def _large_lakes() -> dict[str, Any]:
    """Return the largest lakes of the world, in the detail of a world map."""
    import numpy as np

    atlas = open_lakes()
    far_off = np.full(len(atlas.points), _FARTHEST_DEG)
    largest = [shape.code for shape in atlas.shapes[:_LARGEST_LAKES]]
    return _pack(*_thin_out(atlas, far_off, largest))


def _distances(positions: Sequence[tuple[float, float]]) -> NDArray[np.int64]:
    """Return, for each one-degree cell, how many degrees it is from the focus."""
    import numpy as np

    near = np.zeros((180, 360), dtype=bool)
    for lon, lat in positions:
        near[_row(lat), math.floor(lon + 180) % 360] = True
    for _ in range(_FOCUS_DEG):
        near = _grown(near)
    distance = np.full(near.shape, _FARTHEST_DEG, dtype=np.int64)
    for step in range(_FARTHEST_DEG):
        distance[near & (distance == _FARTHEST_DEG)] = step
        near = _grown(near)
    return np.minimum(distance, _off_small_areas())


@cache
def _off_small_areas() -> NDArray[np.int64]:
    """Return the distances that cells near a small area count as.

    They grow fast: what is around such an area should meet it without a break, but is
    not what the map is about.
    """
    import numpy as np

    near = np.zeros((180, 360), dtype=bool)
    for west, south, east, north in small_areas():
        columns = slice(math.floor(west) + 180, math.ceil(east) + 180)
        near[_row(south) : _row(north) + 1, columns] = True
    distance = np.full(near.shape, _FARTHEST_DEG, dtype=np.int64)
    for step in range(0, _FARTHEST_DEG, _SMALL_STEP):
        distance[near & (distance == _FARTHEST_DEG)] = step
        near = _grown(near)
    return distance


def _runs(cells: NDArray[np.bool_]) -> list[list[int]]:
    """Return the south, west and east, in degrees, of each run of cells in a row."""
    import numpy as np

    padded = np.pad(cells.astype(np.int8), ((0, 0), (1, 1)))
    rows, columns = np.nonzero(np.diff(padded, axis=1))
    ends = zip(rows[::2], columns[::2], columns[1::2], strict=True)
    return [[int(row) - 90, int(a) - 180, int(b) - 180] for row, a, b in ends]


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


def _look_up(
    distance: NDArray[np.int64], degrees: NDArray[np.floating]
) -> NDArray[np.int64]:
    import numpy as np

    column = np.floor(degrees[:, 0] + 180).astype(np.int64) % 360
    row = np.clip(np.floor(degrees[:, 1] + 90), 0, 179).astype(np.int64)
    at_point: NDArray[np.int64] = distance[row, column]
    return at_point


def _whole(atlas: Atlas) -> _Layer:
    points = {
        i: atlas.points[atlas.starts[i] : atlas.starts[i + 1]].tolist()
        for i in range(len(atlas.starts) - 1)
    }
    return atlas, list(atlas.shapes), points


def _thin_out(
    atlas: Atlas, distance: NDArray[np.int64], codes: Collection[str]
) -> _Layer:
    import numpy as np

    nearest = np.minimum.reduceat(distance, atlas.starts[:-1])
    arcs_of = [shape.arcs() for shape in atlas.shapes]
    is_near = [
        shape.code in codes or any(nearest[a] == 0 for a in own)
        for shape, own in zip(atlas.shapes, arcs_of, strict=True)
    ]
    wanted = set().union(*compress(arcs_of, is_near))
    # With what they enclose, which would be a hole.
    shapes = [
        shape
        for shape, own in zip(atlas.shapes, arcs_of, strict=True)
        if own and own <= wanted
    ]
    drawn = set().union(*(s.arcs() for s in shapes if s.code in codes))
    arcs = {}
    for arc in sorted(wanted):
        part = slice(atlas.starts[arc], atlas.starts[arc + 1])
        coarsest = _COARSEST_DRAWN_DEG if arc in drawn else _COARSEST_DEG
        # Grid steps are larger in longitude than in latitude: those decide.
        steps = np.minimum(distance[part] * _SLOPE, coarsest) / max(atlas.scale)
        arcs[arc] = _thinned(atlas.points[part].tolist(), steps.tolist())
    return atlas, [_without_specks(shape, arcs, nearest) for shape in shapes], arcs


def _thinned(points: list[list[int]], steps: list[float]) -> list[list[int]]:
    """Return the ends of an arc and each point far enough from the one kept before."""
    kept = [points[0]]
    for point, step in zip(points[1:-1], steps[1:-1], strict=True):
        x, y = kept[-1]
        if step == 0 or abs(point[0] - x) + abs(point[1] - y) >= step:
            kept.append(point)
    return [*kept, points[-1]]


def _without_specks(
    shape: Shape, arcs: dict[int, list[list[int]]], nearest: NDArray[np.int64]
) -> Shape:
    """Drop the islands and holes that thinning left no area."""

    def is_worth_drawing(ring: tuple[int, ...]) -> bool:
        plain = [a if a >= 0 else ~a for a in ring]
        return (
            any(nearest[a] == 0 for a in plain)
            or sum(len(arcs[a]) - 1 for a in plain) >= _RING_POINTS
        )

    polygons = tuple(
        tuple(ring for ring in rings if is_worth_drawing(ring))
        for rings in shape.polygons
        if is_worth_drawing(rings[0])
    )
    return Shape(code=shape.code, name=shape.name, polygons=polygons)


def _pack(
    atlas: Atlas, shapes: list[Shape], points: dict[int, list[list[int]]]
) -> dict[str, Any]:
    used = sorted(set().union(*(shape.arcs() for shape in shapes)))
    new = {old: i for i, old in enumerate(used)}
    new |= {~old: ~i for old, i in new.items()}
    kinds = _kinds(atlas)
    return {
        "scale": atlas.scale,
        "translate": atlas.translate,
        "arcs": [_as_steps(points[old]) for old in used],
        "kinds": "".join(kinds[old] for old in used),
        "countries": [
            {
                "code": shape.code,
                "iso": alpha2_of(shape.code),
                "name": shape.name,
                "polygons": [[[new[a] for a in r] for r in p] for p in shape.polygons],
            }
            for shape in sorted(shapes, key=lambda shape: (shape.name, shape.code))
        ],
    }


def _kinds(atlas: Atlas) -> list[str]:
    """Return what each arc is, judged by all the countries it bounds."""
    owners: list[list[str]] = [[] for _ in atlas.starts[1:]]
    for shape in atlas.shapes:
        for arc in shape.arcs():
            owners[arc].append(shape.code)
    return ["0" if len(of) <= 1 else "2" if "" in of else "1" for of in owners]


def _as_steps(points: list[list[int]]) -> list[int]:
    x, y = points[0]
    steps = [x, y]
    for next_x, next_y in points[1:]:
        steps += (next_x - x, next_y - y)
        x, y = next_x, next_y
    return steps
