"""The commands that ask the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import placemap
from placemap.cli.job import gazetteer_option, json_option
from placemap.cli.terminal import counted, examples, say, table, to_json, visible
from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.core import Candidate, Name, Place

# GeoNames feature codes in words; others are shown as they are.
_KINDS = {
    "A.ADM1": "first-level division", "A.ADM2": "second-level division",
    "A.PCLI": "country", "A.PCLD": "dependent territory", "A.TERR": "territory",
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
_LISTED = 10
_TELLING = ("official", "former", "abbreviation")


@click.command(
    "lookup",
    epilog=examples(
        "placemap lookup Stepanakert",
        'placemap lookup "Saint John\'s" --limit 3 --json',
    ),
)
@click.argument("name", metavar="NAME")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many candidates to show.",
)
@json_option
@gazetteer_option
def lookup_command(
    name: str, *, limit: int, as_json: bool, gazetteer: Path | None
) -> None:
    """Show which places NAME may mean, best-known first, and who uses which name.

    FIT is how well the spelling agrees: 1.0 as written, less where case, accents
    or apostrophes differ.
    """
    opened = placemap.open_gazetteer(gazetteer)
    found = [
        (candidate, opened.place(candidate.place.id) or candidate.place)
        for candidate in opened.candidates(name, limit=limit)
    ]
    if as_json:
        click.echo(to_json([_candidate_record(*pair) for pair in found]))
    elif found:
        rows = [_candidate_row(n, *pair) for n, pair in enumerate(found, 1)]
        click.echo(table(_HEADING, rows))
        for number, (_, place) in enumerate(found, 1):
            _put_names(number, place)
    else:
        say(f'no place is called "{visible(name)}" in {opened.version}')


def _candidate_row(number: int, candidate: Candidate, place: Place) -> list[object]:
    divisions = ", ".join(filter(None, (place.admin2, place.admin1)))
    return [
        number,
        place.name,
        _KINDS.get(place.kind, place.kind) + (", disputed" if place.disputed else ""),
        place.country,
        divisions,
        f"{place.population:,}" if place.population else "",
        f"{place.lon_deg:.4f}",
        f"{place.lat_deg:.4f}",
        f"{candidate.score:.2f}",
        place.id,
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


def _candidate_record(candidate: Candidate, place: Place) -> dict[str, Any]:
    from placemap.output.encoding import name_record

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
        "score": candidate.score,
        "matched": candidate.name_kind,
        "names": [name_record(name) for name in place.names],
    }


@click.group("gazetteer")
def gazetteer_group() -> None:
    """Ask about the gazetteer, or check one of your own."""


@gazetteer_group.command("info")
@json_option
@gazetteer_option
def info_command(*, as_json: bool, gazetteer: Path | None) -> None:
    """Show version, size, sources and licences of the gazetteer."""
    info = placemap.open_gazetteer(gazetteer).info()
    click.echo(to_json(info) if as_json else "\n".join(_info_lines(info)))


def _info_lines(info: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """Yield what is known of a gazetteer; long lists are left to ``--json``."""
    for key, value in info.items():
        label = f"{indent}{visible(key).replace('_', ' ')}"
        if isinstance(value, Mapping):
            yield f"{label}:"
            yield from _info_lines(value, f"{indent}  ")
        elif isinstance(value, list | tuple) and len(value) > _LISTED:
            yield f"{label}: {len(value):,}"
        elif isinstance(value, list | tuple):
            yield from (f"{label}: {visible(item)}" for item in value)
        else:
            is_number = isinstance(value, int)
            yield f"{label}: {f'{value:,}' if is_number else visible(value)}"


@gazetteer_group.command(
    "check", epilog=examples("placemap gazetteer check my-gazetteer/")
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def check_command(folder: Path) -> None:
    """Check the tables and shapes of a gazetteer FOLDER.

    Every problem is printed with its file and row; the exit code is 1 if there
    are any.
    """
    from placemap.gazetteer.curated import Curated, check_curated, read_curated

    curated = read_curated(folder)
    if curated == Curated():
        raise GazetteerError(
            f"{folder}: expected gazetteer tables such as places.csv, found none; "
            "see docs/gazetteer.md for the format"
        )
    problems = check_curated(curated, known=placemap.open_gazetteer().place)
    for problem in problems:
        click.echo(visible(problem))
    if problems:
        raise GazetteerError(f"{folder}: {counted(len(problems), 'problem')}")
    say(f"{visible(folder)}: no problems found")
