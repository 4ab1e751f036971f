"""Disputed areas of the gazetteer, to be named on the base map as what they are.

Natural Earth draws lines, and names few of the areas whose lines are contested. Which
areas there are, what they are called and roughly where they reach is known to the
gazetteer; they are compiled at build time, beside it, as the towns are.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import numeric_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from placemap.core import Place, StatusView

# Beside the gazetteer it is compiled from.
COMPILED = Path(__file__).parents[2] / "gazetteer/data/disputed.json"
# Of lines, waters, corridors and spots a map of areas cannot say much.
_KINDS = re.compile(r"A\.|L\.RGN$|T\.ISLS?$")
_LEAST_M = 10_000
# Larger ones are drawn well enough by what is around the events.
_SMALL_M = 170_000
# The languages of the page, and which of several names in one is taken: the shortest of
# the first of these kinds, or the longest of the others, which are partly short forms.
_LANGUAGES = ("ar", "es", "fr", "ru")
_BEST_KINDS = ("exonym", "local", "official")
_NOTE = re.compile(r"\s*\([^)]*\)$")
_METRES_A_DEGREE = 111_195
_DECIMALS = 2

_Ring = list[list[float]]


def compile_disputed(
    entries: Iterable[tuple[Place, Mapping[str, Any] | None]], path: Path = COMPILED
) -> int:
    """Write the disputed areas among `entries` to `path`; return how many there are.

    Entries are whole places with their names and statuses, each with its shape as a
    GeoJSON geometry, if it has one. The same entries give the same bytes.
    """
    areas = [
        _as_area(place, shape) for place, shape in entries if is_disputed_area(place)
    ]
    areas.sort(key=lambda area: (-area["radius"], area["id"]))
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(areas, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    return len(areas)


def is_disputed_area(place: Place) -> bool:
    """Tell whether a place is an area, and states differ about whose it is.

    Countries of ISO 3166-1 are known by their own name. What only a movement within one
    country claims is not taken, nor is a state that is one side's view of an area.

    Examples
    --------
    >>> from placemap.core import Place, StatusView
    >>> views = [StatusView(view=v, country=c) for v, c in (("RU", "RU"), ("UN", "UA"))]
    >>> about = {"id": "x:1", "name": "Crimea", "lon_deg": 34.4, "lat_deg": 45.3}
    >>> about |= {"kind": "A.ADM1", "radius_m": 2e5, "statuses": tuple(views)}
    >>> [is_disputed_area(Place(**about, disputed=is_so)) for is_so in (True, False)]
    [True, False]
    """
    is_area = _KINDS.match(place.kind) and not place.kind.endswith("H")
    if not (place.disputed and is_area) or place.radius_m < _LEAST_M:
        return False
    is_listed = place.kind.startswith("A.PCL") and numeric_code(place.country)
    by_state = [view for view in place.statuses if _is_state(view.view)]
    is_view = any(view.country == place.name for view in by_state)
    return not is_listed and not is_view and _differ(place.statuses)


def _is_state(view: str) -> bool:
    return len(view) == 2 and view.isupper() and view != "UN"


def _differ(views: Iterable[StatusView]) -> bool:
    """Tell whether views differ now, or those of states ever did."""
    now, ever = set(), set()
    for view in views:
        is_state = _is_state(view.view)
        if is_state:
            ever.add(view.country)
        if not view.end and (is_state or view.view in {"UN", "de facto"}):
            now.add(view.country)
    return len(now) > 1 or len(ever) > 1


def _as_area(place: Place, shape: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "id": place.id,
        "iso": place.country if place.is_country else "",
        "home": list(_home(place)),
        "statuses": [view_record(view) for view in place.statuses],
        "names": {"en": _NOTE.sub("", place.name), **_names(place)},
        "at": _rounded(place.lon_deg, place.lat_deg),
        "radius": round(place.radius_m),
        "rings": _outline(shape) or _square(place),
        "is_drawn": bool(_outline(shape)),
    }


def _home(place: Place) -> tuple[str, str]:
    """Return the country and first-level division of what lies within; '' if unknown.

    Of areas that are neither, no record tells what lies in them.
    """
    if place.is_country:
        return place.country, ""
    return (place.country, place.name) if place.id.startswith("adm1:") else ("", "")


def view_record(view: StatusView) -> dict[str, str]:
    """Return a view as the page is told it, without what says nothing."""
    told = {
        "view": view.view,
        "country": view.country,
        "start": view.start,
        "end": view.end,
    }
    return {key: value for key, value in told.items() if value}


def _names(place: Place) -> dict[str, str]:
    """Return a name for each further language of the page that has one.

    What has a code of its own browsers can name.
    """
    if place.is_country:
        return {}
    named = {lang: _best_name(place, lang) for lang in _LANGUAGES}
    return {lang: name[0].upper() + name[1:] for lang, name in named.items() if name}


def _best_name(place: Place, lang: str) -> str:
    names = [name for name in place.names if name.lang == lang]
    for kind in _BEST_KINDS:
        if found := [name.text for name in names if name.kind == kind]:
            return min(found, key=lambda text: (len(text), text))
    others = [name.text for name in names if name.kind == "alternate"]
    return max(others, key=lambda text: (len(text), text), default="")


def _outline(shape: Mapping[str, Any] | None) -> list[_Ring]:
    """Return the outer rings of a shape; none of what is not an area."""
    kind = shape["type"] if shape else ""
    if not shape or not kind.endswith("Polygon"):
        return []
    coordinates = shape["coordinates"]
    polygons = [coordinates] if kind == "Polygon" else coordinates
    return [[_rounded(*point[:2]) for point in rings[0]] for rings in polygons]


def _square(place: Place) -> list[_Ring]:
    half = place.radius_m / _METRES_A_DEGREE / 2
    lon, lat = place.lon_deg, place.lat_deg
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    return [[_rounded(lon + x * half, lat + y * half) for x, y in corners]]


def _rounded(lon: float, lat: float) -> list[float]:
    return [round(lon, _DECIMALS), round(lat, _DECIMALS)]


@cache
def _open(path: Path) -> list[dict[str, Any]]:
    areas: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return areas


def disputed_areas(
    *, besides: Collection[str] = (), path: Path = COMPILED
) -> list[dict[str, Any]]:
    """Return the disputed areas, the largest first.

    Parameters
    ----------
    besides
        Ids of places that the map names itself.

    Returns
    -------
    list
        Each has ``names`` by language; ``rings`` of longitude and latitude in degrees,
        roughly where it reaches; ``at``, a point of it; and ``iso``, its code where it
        has one, otherwise ''. None where the package was built without.
    """
    if not path.is_file():
        return []
    return [
        {key: area[key] for key in ("iso", "names", "at", "rings")}
        for area in _open(path)
        if area["id"] not in besides
    ]


def small_areas(path: Path = COMPILED) -> list[tuple[float, float, float, float]]:
    """Return west, south, east and north, in degrees, of what the world's map spoils.

    Those are the smaller disputed areas whose outline is known.
    """
    if not path.is_file():
        return []
    boxes = []
    for area in _open(path):
        xs, ys = zip(*(point for ring in area["rings"] for point in ring), strict=True)
        if area["radius"] <= _SMALL_M and area["is_drawn"]:
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


@cache
def disputed_homes(path: Path = COMPILED) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the disputed areas by what lies within: country and division.

    Each has ``iso`` and ``names`` as `disputed_areas` has them, and its ``statuses``,
    the views on whose it is.
    The division is '' for what is disputed as a whole. Empty where the package was
    built without.
    """
    if not path.is_file():
        return {}
    return {
        (area["home"][0], area["home"][1]): {
            key: area[key] for key in ("iso", "names", "statuses")
        }
        for area in _open(path)
        if area["home"][0]
    }
