"""The command that asks the gazetteer for a name or a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

import placemap
from placemap.cli.filters import country_option, kind_option, parse_point
from placemap.cli.job import gazetteer_option, json_option
from placemap.cli.terminal import examples, say, table, to_json, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from placemap.core import Candidate, Name, Place

    Point = tuple[float, float]

# GeoNames feature codes in words; others are shown as they are.
_KINDS = {
    "A.ADM1": "first-level division", "A.ADM2": "second-level division",
    "A.PCLH": "former country", "A.PCLI": "country",
    "A.PCLD": "dependent territory", "A.TERR": "territory",
    "H.CHN": "channel", "H.LK": "lake", "H.RSV": "reservoir", "H.SEA": "sea",
    "H.STM": "river", "H.STRT": "strait", "L.CONT": "continent", "L.RGN": "region",
    "P.PPL": "town or village", "P.PPLA": "seat of a first-level division",
    "P.PPLA2": "seat of a second-level division", "P.PPLC": "capital",
    "P.PPLX": "part of a town", "R.RD": "road", "T.ISL": "island",
    "T.MT": "mountain", "T.PEN": "peninsula",
}  # fmt: skip
_HEADING = (
    "", "NAME", "KIND", "COUNTRY", "DIVISION", "POPULATION", "LON", "LAT", "FIT", "ID",
)  # fmt: skip
# Enough to answer "which names, and whose" on one screen.
_NAMES_SHOWN = 12
_TELLING = ("official", "former", "abbreviation")
# More than any name has places: what is to be narrowed must be seen whole.
_ALL = 100_000


@click.command(
    "lookup",
    epilog=examples(
        "placemap lookup Stepanakert",
        'placemap lookup "Saint John\'s" --limit 3 --json',
        "placemap lookup Victoria --kind P --near 144.9,-37.8",
        "placemap lookup --at 46.75,39.83",
    ),
)
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many candidates to show.",
)
@country_option
@kind_option
@click.option(
    "--near",
    callback=parse_point,
    metavar="LON,LAT",
    help="Show the candidates nearest to this point first, with their distance.",
)
@click.option(
    "--at",
    callback=parse_point,
    metavar="LON,LAT",
    help="Instead of a name: show the settlements nearest to this point, and the "
    "areas it lies in.",
)
@json_option
@gazetteer_option
def lookup_command(
    name: str | None,
    *,
    at: Point | None,
    near: Point | None,
    countries: Sequence[str],
    kinds: Sequence[str],
    **shown: Any,  # noqa: ANN401 - limit, as_json and gazetteer
) -> None:
    """Show which places NAME may mean, best-known first, and who uses which name.

    FIT is how well the spelling agrees: 1.0 as written, less where case, accents
    or apostrophes differ. Points are longitude and latitude in degrees.
    """
    if (name is None) == (at is None):
        raise click.UsageError("expected a NAME, or a point after --at")
    if name is not None:
        _look_up(name, _Filter(countries, kinds, near), **shown)
    elif at is not None:
        if countries or kinds or near:
            raise click.UsageError("--country, --kind and --near go with a NAME")
        _look_around(at, **shown)


class _Filter(NamedTuple):
    """Which candidates to show, and the point to order them by."""

    countries: Sequence[str]
    kinds: Sequence[str]
    near: Point | None


def _look_up(
    name: str, only: _Filter, *, limit: int, as_json: bool, gazetteer: Path | None
) -> None:
    from placemap.gazetteer.search import narrow

    opened = placemap.open_gazetteer(gazetteer)
    candidates = opened.candidates(name, limit=_ALL if any(only) else limit)
    found = [
        (candidate, opened.place(candidate.place.id) or candidate.place)
        for candidate in narrow(candidates, **only._asdict())[:limit]
    ]
    if as_json:
        click.echo(to_json([_candidate_record(*pair, only.near) for pair in found]))
    elif found:
        _put_candidates(found, only.near)
    else:
        those = "that fits the filters" if candidates else f"in {opened.version}"
        say(f'no place is called "{visible(name)}" {those}')


def _put_candidates(
    found: Sequence[tuple[Candidate, Place]], near: Point | None
) -> None:
    rows = [
        [number, *_place_row(place), f"{candidate.score:.2f}", place.id]
        for number, (candidate, place) in enumerate(found, 1)
    ]
    heading = [*_HEADING]
    if near is not None:
        heading.insert(-1, "KM")
        for row, (_, place) in zip(rows, found, strict=True):
            row.insert(-1, _distance(place, near))
    click.echo(table(heading, rows))
    for number, (_, place) in enumerate(found, 1):
        _put_names(number, place)


def _look_around(
    at: Point, *, limit: int, as_json: bool, gazetteer: Path | None
) -> None:
    from placemap.gazetteer.search import look_around

    found = look_around(placemap.open_gazetteer(gazetteer), at, limit=limit)
    if as_json:
        record = {
            "nearest": [_near_record(place, at) for place in found.nearest],
            "within": [_place_record(place) for place in found.within],
        }
        click.echo(to_json(record))
        return
    rows = [
        [number, *_place_row(place), _distance(place, at), place.id]
        for number, place in enumerate(found.nearest, 1)
    ]
    click.echo(table([*_HEADING[:-2], "KM", "ID"], rows))
    for place in found.within:
        click.echo(f"within {visible(place.name)} ({_kind(place)}, {place.id})")


def _distance(place: Place, point: Point) -> str:
    from placemap.gazetteer.search import distance_km

    return f"{distance_km(place, point):,.1f}"


def _kind(place: Place) -> str:
    name = _KINDS.get(place.kind, place.kind)
    return f"{name}, disputed" if place.disputed else name


def _place_row(place: Place) -> list[object]:
    """Return the cells that every table of places has."""
    return [
        place.name,
        _kind(place),
        place.country,
        ", ".join(filter(None, (place.admin2, place.admin1))),
        f"{place.population:,}" if place.population else "",
        f"{place.lon_deg:.4f}",
        f"{place.lat_deg:.4f}",
    ]


def _put_names(number: int, place: Place) -> None:
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


def _candidate_record(
    candidate: Candidate, place: Place, near: Point | None
) -> dict[str, Any]:
    from placemap.output.encoding import name_record

    place_record = _place_record(place) if near is None else _near_record(place, near)
    return {
        **place_record,
        "score": candidate.score,
        "matched": candidate.name_kind,
        "names": [name_record(name) for name in place.names],
    }


def _near_record(place: Place, point: Point) -> dict[str, Any]:
    from placemap.gazetteer.search import distance_km

    distance = round(distance_km(place, point), 3)
    return {**_place_record(place), "distance_km": distance}


def _place_record(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "lon_deg": place.lon_deg,
        "lat_deg": place.lat_deg,
        "disputed": place.disputed,
    }
