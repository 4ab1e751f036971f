"""Options by which places are chosen: country, kind, a point on the map."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNTRY = re.compile(r"[A-Z]{2}")
_CLASSES = frozenset("AHLPRSTUV")


def parse_point(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, float] | None:
    """Return longitude and latitude, or end the command when they are no point."""
    if value is None:
        return None
    try:
        lon_deg, lat_deg = map(float, value.split(","))
    except ValueError:
        lon_deg = lat_deg = math.nan
    if not (-180 <= lon_deg <= 180 and -90 <= lat_deg <= 90):
        raise click.BadParameter(
            f"expected longitude and latitude in degrees, such as 46.75,39.83,"
            f" found {value!r}",
            ctx,
            param,
        )
    return lon_deg, lat_deg


def _check_countries(
    ctx: click.Context, param: click.Parameter, value: Sequence[str]
) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in value)
    for code in codes:
        if not _COUNTRY.fullmatch(code):
            raise click.BadParameter(
                f"expected two letters, such as AZ, found {code!r}", ctx, param
            )
    return codes


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
    metavar="XX",
    help="Only places of this country (ISO 3166-1, two letters). May be repeated.",
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
