"""The base map: Natural Earth countries and lakes, detailed only where it matters.

Both layers are small topologies: arcs shared by neighbouring countries, so that the
page can tell a coast (one country) from a border (two) and never draws a line twice.
The *far* layer is the whole world at 1:110 million. The *near* layer holds the
countries around the events; its points thin out with their distance from the nearest
event, so that nothing is cut off and no seam shows. A map of mentioned places only, or
of whole countries only, is detailed around and within those. Small disputed areas are
detailed in it wherever they are: a map of the world has no room for their form, or for
them at all. Lakes are in two such layers too.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import alpha2_of
from placemap.output.web import assets as web_assets
from placemap.output.web.atlas import Atlas, Shape, open_atlas, open_lakes
from placemap.output.web.cells import FARTHEST_DEG, distances, look_up, middles, runs
from placemap.output.web.disputed import disputed_areas
from placemap.output.web.towns import towns_near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

# Points are this far apart at most, a few pixels where the near layer appears...
_COARSEST_DEG = 0.6
# ...to which each degree away from where all of them are adds so many degrees.
_SLOPE = _COARSEST_DEG / FARTHEST_DEG
# A country that is itself drawn as an event's place keeps its form.
_COARSEST_DRAWN_DEG = 0.15
# So many lakes, the largest of the world, are on a map of the world.
_LARGEST_LAKES = 30
# More detailed points than this (some 250 kB) and the next coarser scale is taken.
_MOST_POINTS = 32_000
_SCALES = ("10m", "50m")
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
        however far from `positions` they are. Without positions the map is about
        them, and all of them is detailed, unless the layer grows too large by it.
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
    within = [] if positions else _within(codes)
    wanted = [*positions, *also, *within]
    if wanted or codes:
        needed = positions or also or within
        focus, near = _near_layer([wanted, [*needed]], codes)
        lakes = _lakes_near(focus)
        detail = runs(focus == 0)
    return {
        "far": _pack(*_whole(open_atlas("110m"))),
        "near": near,
        "detail": detail,
        "lakes": {"far": _large_lakes(), "near": lakes},
        "disputed": disputed_boundaries(),
        "areas": disputed_areas(besides=named),
        "towns": towns_near(wanted, besides=named),
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


def _within(codes: Collection[str]) -> list[tuple[float, float]]:
    """Return where there are countries; nothing if they are too many to be detailed."""
    import numpy as np

    atlas = open_atlas(_SCALES[-1])
    found = middles(atlas, codes)
    size = int(np.sum(look_up(distances(found), atlas.degrees()) == 0))
    return found if size <= _MOST_POINTS else []


def _near_layer(
    choices: Sequence[Sequence[tuple[float, float]]], codes: Collection[str]
) -> tuple[NDArray[np.int64], dict[str, Any]]:
    """Return the richest layer that is not too large, and how far each cell is off."""
    import numpy as np

    # Where nothing is in focus, the finest would be thinned out for nothing.
    for scale in _SCALES if choices[0] else _SCALES[-1:]:
        atlas = open_atlas(scale)
        for focus in choices:
            cells = distances(focus)
            distance = look_up(cells, atlas.degrees())
            if int(np.sum(distance == 0)) <= _MOST_POINTS:
                return cells, _pack(*_thin_out(atlas, distance, codes))
    return cells, _pack(*_thin_out(atlas, distance, codes))


def _lakes_near(cells: NDArray[np.int64]) -> dict[str, Any]:
    """Return the lakes around the events."""
    atlas = open_lakes()
    return _pack(*_thin_out(atlas, look_up(cells, atlas.degrees()), ()))


@cache
def _large_lakes() -> dict[str, Any]:
    """Return the largest lakes of the world, in the detail of a world map."""
    import numpy as np

    atlas = open_lakes()
    far_off = np.full(len(atlas.points), FARTHEST_DEG)
    largest = [shape.code for shape in atlas.shapes[:_LARGEST_LAKES]]
    return _pack(*_thin_out(atlas, far_off, largest))


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
    shapes = _by_country(shapes)
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


def _by_country(shapes: Iterable[Shape]) -> list[Shape]:
    """Join what has the number of one country; it is called as the larger part is.

    Natural Earth draws some reefs of Australia, say, as a territory of their own.
    """
    joined: dict[str, Shape] = {}
    for shape in sorted(shapes, key=lambda shape: -len(shape.polygons)):
        key = shape.code or shape.name
        first = joined.get(key, shape)
        more = shape.polygons if key in joined else ()
        joined[key] = replace(first, polygons=first.polygons + more)
    return list(joined.values())


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
