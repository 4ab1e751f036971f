"""Places as rows of a table and as JSON records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from placemap.cli.terminal import visible

if TYPE_CHECKING:
    from placemap.core import Name, Place

    Point = tuple[float, float]

# GeoNames feature codes in words; others are shown as they are.
_KINDS = {
    "A.ADM1": "first-level division", "A.ADM2": "second-level division",
    "A.PCLH": "former country", "A.PCLI": "country",
    "A.PCLD": "dependent territory", "A.PCLF": "freely associated state",
    "A.PCLS": "semi-independent territory", "A.TERR": "territory",
    "H.CHN": "channel", "H.LK": "lake", "H.RSV": "reservoir", "H.SEA": "sea",
    "H.STM": "river", "H.STRT": "strait", "L.CONT": "continent", "L.RGN": "region",
    "P.PPL": "town or village", "P.PPLA": "seat of a first-level division",
    "P.PPLA2": "seat of a second-level division", "P.PPLC": "capital",
    "P.PPLX": "part of a town", "R.RD": "road", "T.ISL": "island",
    "T.MT": "mountain", "T.PEN": "peninsula",
}  # fmt: skip
PLACE_HEADING = ("NAME", "KIND", "COUNTRY", "DIVISION", "POPULATION", "LON", "LAT")
# Enough to answer "which names, and whose" on one screen.
_NAMES_SHOWN = 12
_TELLING = ("official", "former", "abbreviation")


def describe_kind(place: Place) -> str:
    """Return the kind of a place in words, and whether it is disputed."""
    name = _KINDS.get(place.kind, place.kind)
    return f"{name}, disputed" if place.disputed else name


def place_row(place: Place) -> list[object]:
    """Return the cells below `PLACE_HEADING`."""
    return [
        place.name,
        describe_kind(place),
        place.country,
        ", ".join(filter(None, (place.admin2, place.admin1))),
        f"{place.population:,}" if place.population else "",
        f"{place.lon_deg:.4f}",
        f"{place.lat_deg:.4f}",
    ]


def distance_cell(place: Place, point: Point) -> str:
    """Return the distance of a place from a point, in kilometres."""
    from placemap.gazetteer.search import distance_km

    return f"{distance_km(place, point):,.1f}"


def put_names(number: int, place: Place) -> None:
    """Write the names of a place below the table, the telling ones first."""
    names = (n for n in place.names if n.used_by or n.text != place.name)
    others = [_describe(name) for name in sorted(names, key=_rank)]
    if not others:
        return
    click.echo(f"\n{number}  {visible(place.name)} is also called")
    for other in others[:_NAMES_SHOWN]:
        click.echo(f"   {other}")
    if len(others) > _NAMES_SHOWN:
        click.echo(f"   and {len(others) - _NAMES_SHOWN} more (--json shows all)")


def _rank(name: Name) -> int:
    """Put names with a user before those with a special kind before spellings."""
    if name.used_by:
        return 0
    return 1 if name.kind in _TELLING else 2


def _describe(name: Name) -> str:
    """Return a name with what is known of it.

    Examples
    --------
    >>> from placemap.core import Name
    >>> _describe(Name(text="Shushi", lang="hy", kind="local", used_by="Armenians"))
    'Shushi (local, hy, used by Armenians)'
    """
    period = f"{name.start}..{name.end}" if name.start or name.end else ""
    user = f"used by {name.used_by}" if name.used_by else ""
    kind = "" if name.kind == "alternate" else name.kind
    details = ", ".join(filter(None, (kind, name.lang, user, period)))
    return visible(f"{name.text} ({details})" if details else name.text)


def place_record(place: Place, point: Point | None = None) -> dict[str, Any]:
    """Return what is known of a place besides names and views, ready for JSON.

    With a `point`, its distance in kilometres is told too.
    """
    record = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "lon_deg": place.lon_deg,
        "lat_deg": place.lat_deg,
        "radius_m": place.radius_m,
        "bbox": None if place.bbox is None else list(place.bbox),
        "disputed": place.disputed,
    }
    if point is not None:
        from placemap.gazetteer.search import distance_km

        record["distance_km"] = round(distance_km(place, point), 3)
    return record


def whole_record(place: Place, point: Point | None = None) -> dict[str, Any]:
    """Return everything known of a place, ready for JSON."""
    from placemap.output.encoding import name_record, status_record

    return {
        **place_record(place, point),
        "names": [name_record(name) for name in place.names],
        "statuses": [status_record(status) for status in place.statuses],
    }
