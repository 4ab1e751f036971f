"""The base map's source: world-atlas, unpacked once so that it opens fast.

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
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FOLDER = "vendor/world-atlas"
_STORED = "<i4"  # little-endian 32-bit integers, whatever the machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A country: ISO 3166-1 number or '', name, and polygons of rings of arcs."""

    code: str
    name: str
    polygons: tuple[tuple[tuple[int, ...], ...], ...]

    def arcs(self) -> set[int]:
        """Return the indices of the arcs it is made of, direction left out."""
        rings = chain.from_iterable(self.polygons)
        return {a if a >= 0 else ~a for a in chain.from_iterable(rings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """All countries at one scale, and the points of their arcs in grid units.

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
    """Write what `open_atlas` reads beside a TopoJSON file of countries.

    ``NAME.arcs`` holds the points of all arcs, absolute, and ``NAME.shapes.json`` the
    rest of the topology with the number of points of each arc.
    """
    topology = json.loads(source.read_text(encoding="utf-8"))
    points = array("i")
    for arc in topology["arcs"]:
        xs, ys = zip(*arc, strict=True)
        points.extend(
            chain.from_iterable(zip(accumulate(xs), accumulate(ys), strict=True))
        )
    rest = {
        "transform": topology["transform"],
        "lengths": [len(arc) for arc in topology["arcs"]],
        "countries": topology["objects"]["countries"]["geometries"],
    }
    if sys.byteorder == "big":
        points.byteswap()
    source.with_suffix(".arcs").write_bytes(points.tobytes())
    source.with_suffix(".shapes.json").write_text(json.dumps(rest), encoding="utf-8")


@cache
def open_atlas(scale: str) -> Atlas:
    """Return the countries at a scale: ``10m``, ``50m`` or ``110m``.

    Raises
    ------
    OutputError
        If the files are missing, which means an incomplete build.
    """
    import numpy as np

    path = WEB / FOLDER / f"countries-{scale}.arcs"
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
