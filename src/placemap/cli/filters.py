"""Options by which places are chosen: country, kind, a point on the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

import placemap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.protocols import Gazetteer

    Point = tuple[float, float]

_COUNTRY = re.compile(r"[A-Z]{2}")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+")
_MANY = 100
_CLASSES = frozenset("AHLPRSTUV")


def parse_point(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> Point | None:
    """Return longitude and latitude, or end the command when they are no point."""
    if value is None:
        return None
    point = _read_point(value)
    if point is None:
        raise click.BadParameter(
            f"expected longitude and latitude in degrees, such as 46.75,39.83,"
            f" found {value!r}",
            ctx,
            param,
        )
    return point


def find_point(text: str, gazetteer: Gazetteer) -> Point:
    """Return the point that `text` gives, or that of the place it names.

    Raises
    ------
    click.UsageError
        If it is neither a point nor the name of a place.
    """
    point = _read_point(text)
    if point is not None:
        return point
    found = gazetteer.candidates(text, limit=1)
    if not found:
        raise click.UsageError(
            "expected a point such as 46.75,39.83 or the name of a place after"
            f" --near, found {text!r}"
        )
    return found[0].place.lon_deg, found[0].place.lat_deg


def _read_point(text: str) -> Point | None:
    """Return longitude and latitude, parted by a comma or spaces, or None."""
    try:
        lon_deg, lat_deg = map(float, _BETWEEN.split(text.strip()))
    except ValueError:
        return None
    is_point = -180 <= lon_deg <= 180 and -90 <= lat_deg <= 90
    return (lon_deg, lat_deg) if is_point else None


def _check_countries(
    ctx: click.Context, param: click.Parameter, value: Sequence[str]
) -> tuple[str, ...]:
    if not value:
        return ()
    gazetteer = placemap.open_gazetteer()
    codes = []
    for text in value:
        code = _country_code(text, gazetteer)
        if code is None:
            raise click.BadParameter(
                f"expected a country's name or two letters, such as AZ, found {text!r}",
                ctx,
                param,
            )
        codes.append(code)
    return tuple(codes)


def _country_code(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the code of a country by its code or name, or None.

    Two letters that are no code may be a name ("UK"), or else the code of a country
    that only the user's own gazetteer has.
    """
    code = text.upper()
    is_code = _COUNTRY.fullmatch(code) is not None
    if is_code and gazetteer.place(f"iso:{code}") is not None:
        return code
    found = (one.place for one in gazetteer.candidates(text, limit=_MANY))
    named = next((p.country for p in found if p.is_country and p.country), None)
    return named or (code if is_code else None)


def _check_kinds(
    ctx: click.Context, param: click.Parameter, value: Sequence[str]
) -> tuple[str, ...]:
    if not value:
        return ()
    from placemap.gazetteer.kinds import KINDS

    kinds = tuple(kind.upper() for kind in value)
    for kind in kinds:
        if kind not in _CLASSES | KINDS:
            raise click.BadParameter(
                f"expected a GeoNames class such as P, or class and code such as"
                f" P.PPLC, found {kind!r}",
                ctx,
                param,
            )
    return kinds


country_option = click.option(
    "--country",
    "countries",
    multiple=True,
    callback=_check_countries,
    metavar="COUNTRY",
    help="Only places of this country, by name or ISO 3166-1 code (two letters). May "
    "be repeated.",
)
kind_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    callback=_check_kinds,
    metavar="CODE",
    help="Only places of this GeoNames class (A divisions, P settlements, H waters, "
    "...) or kind, such as P.PPLC. May be repeated.",
)
