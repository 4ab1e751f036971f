"""Derive first- and second-level divisions from the towns that lie in them.

No free data package has the outlines, so a division's point is the middle of its
towns' extent and its radius the distance within which nearly all of them lie: an
honest "somewhere around here", stated as such by `Location.method`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.shortnames import without_division
from placemap.sphere import distance_m
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from placemap.core import NameKind

# The share of a division's towns its radius must reach: outliers are often errors.
_REACH = 0.95
# The share of its towns at each end that does not count for its extent.
_STRAY = 0.01
_SMALLEST_RADIUS_M = {"A.ADM1": 20_000.0, "A.ADM2": 8_000.0}


def derive_first_level(
    towns: Iterable[tuple[PlaceRecord, str]], names: Mapping[tuple[str, str], str]
) -> list[PlaceRecord]:
    """Return a record ``adm1:CC.code`` for every named first-level division."""
    members: dict[tuple[str, str], list[PlaceRecord]] = defaultdict(list)
    for town, code in towns:
        if (town.country, code) in names:
            members[town.country, code].append(town)
    return [
        _derive(f"adm1:{country}.{code}", "A.ADM1", names[country, code], inside)
        for (country, code), inside in sorted(members.items())
    ]


def derive_second_level(towns: Iterable[tuple[PlaceRecord, str]]) -> list[PlaceRecord]:
    """Return a record ``adm2:CC.code.name`` for every second-level division."""
    members: dict[tuple[str, str, str], list[PlaceRecord]] = defaultdict(list)
    for town, code in towns:
        if town.admin2:
            members[town.country, code, town.admin2].append(town)
    records = {}
    for (country, code, name), inside in sorted(members.items()):
        slug = fold(name).replace(" ", "-")
        record = _derive(f"adm2:{country}.{code}.{slug}", "A.ADM2", name, inside)
        record.admin1 = inside[0].admin1
        records[record.id] = record
    return list(records.values())


def _derive(
    place_id: str, kind: str, name: str, inside: Sequence[PlaceRecord]
) -> PlaceRecord:
    lon_deg, lat_deg, bbox = _extent(inside)
    return PlaceRecord(
        id=place_id,
        lon_deg=lon_deg,
        lat_deg=lat_deg,
        kind=kind,
        country=inside[0].country,
        population=sum(town.population for town in inside),
        bbox=bbox,
        radius_m=_radius_m(lon_deg, lat_deg, inside, _SMALLEST_RADIUS_M[kind]),
        spellings=_division_spellings(name, kind),
    )


def _extent(
    inside: Sequence[PlaceRecord],
) -> tuple[float, float, tuple[float, float, float, float] | None]:
    """Return the middle of the extent of the towns, and the extent itself.

    The middle of the extent, not of the towns: a province is labelled amid its
    land, and most of its towns may crowd along one border. Stray towns are left
    out; a single town has no extent.
    """
    home = _mean_longitude(inside)
    east = sorted(_turned(town.lon_deg - home) for town in inside)
    north = sorted(town.lat_deg for town in inside)
    stray = int(_STRAY * len(inside))
    low_x, high_x = east[stray], east[-1 - stray]
    south, north_most = north[stray], north[-1 - stray]
    lon_deg = round(_turned(home + (low_x + high_x) / 2), 4)
    lat_deg = round((south + north_most) / 2, 4)
    if len(inside) == 1:
        return lon_deg, lat_deg, None
    west, east_most = _turned(home + low_x), _turned(home + high_x)
    return lon_deg, lat_deg, (west, south, east_most, north_most)


def _turned(lon_deg: float) -> float:
    """Return a longitude between -180 and 180."""
    return (lon_deg + 180) % 360 - 180


def _mean_longitude(inside: Sequence[PlaceRecord]) -> float:
    """Return the mean direction, so that Fiji's towns do not meet in Africa."""
    angles = [math.radians(town.lon_deg) for town in inside]
    return math.degrees(
        math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))
    )


def _radius_m(
    lon_deg: float, lat_deg: float, inside: Sequence[PlaceRecord], smallest: float
) -> float:
    reach = sorted(distance_m(lon_deg, lat_deg, t.lon_deg, t.lat_deg) for t in inside)
    return max(reach[math.ceil(_REACH * len(reach)) - 1], smallest)


def _division_spellings(name: str, kind: str) -> dict[str, NameKind]:
    spellings: dict[str, NameKind] = {name: "official"}
    bare = without_division(name)
    # A bare "Orange" is no county, but a bare "Helmand" is a province.
    if kind == "A.ADM1" and bare:
        spellings[bare] = "alternate"
    return spellings
