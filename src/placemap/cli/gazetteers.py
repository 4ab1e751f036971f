"""The commands about gazetteers as a whole: what they hold, check, write out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import placemap
from placemap.cli.building import build_command, download_command
from placemap.cli.filters import country_option, kind_option
from placemap.cli.job import gazetteer_option, json_option, quiet_option
from placemap.cli.proposals import add_command
from placemap.cli.terminal import (
    counted,
    examples,
    say,
    table,
    to_json,
    tracked,
    visible,
)
from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from placemap.core import Place
    from placemap.gazetteer import CompiledGazetteer, LayeredGazetteer
    from placemap.gazetteer.curated.tables import Curated

_LISTED = 10
_SHOWN_EVERY = 1000
_FORMATS = ("lpf", "csv", "gpkg")
_ATLAS = "vendor/world-atlas/countries-10m.json"


@click.group("gazetteer")
def gazetteer_group() -> None:
    """Ask about the gazetteer, build, check or write out one, add names to it."""


@gazetteer_group.command("info")
@click.option(
    "--merged",
    is_flag=True,
    help="List the records that were recognised as one place instead, and why.",
)
@json_option
@gazetteer_option
def info_command(*, merged: bool, as_json: bool, gazetteer: Path | None) -> None:
    """Show version, size, sources and licences of the gazetteer."""
    opened = placemap.open_gazetteer(gazetteer)
    if merged:
        rows = opened.mergers()
        records = [merger._asdict() for merger in rows]
        heading = ("KEPT", "TAKEN IN", "WHY")
        click.echo(to_json(records) if as_json else table(heading, rows))
        return
    info = opened.info()
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
@click.option(
    "--pairs",
    is_flag=True,
    help="Also look up every name in the gazetteer and report those that do not lead "
    "to their place first.",
)
@gazetteer_option
def check_command(folder: Path, *, pairs: bool, gazetteer: Path | None) -> None:
    """Check the tables and shapes of a gazetteer FOLDER.

    Every problem is printed with its file and row, and how much the folder holds of
    each category; the exit code is 1 if there are problems. With --pairs, every name
    must lead to its place first, by itself or, where places of several countries bear
    it, with the country; how many need it is told. The gazetteer asked is the shipped
    one; for a folder of yours, give it to --gazetteer too.
    """
    from placemap.gazetteer.curated.counts import count_curated
    from placemap.gazetteer.curated.tables import Curated, check_curated, read_curated

    curated = read_curated(folder)
    if curated == Curated():
        raise GazetteerError(
            f"{folder}: expected gazetteer tables such as places.csv, found none; "
            "see docs/gazetteer.md for the format"
        )
    problems = check_curated(
        curated, known=placemap.open_gazetteer().place, outlines=_outlines()
    )
    if pairs:
        problems += _pair_problems(curated, placemap.open_gazetteer(gazetteer))
    for problem in problems:
        click.echo(visible(problem))
    for category, count in count_curated(curated).items():
        say(f"{category}: {count:,}")
    if problems:
        raise GazetteerError(f"{folder}: {counted(len(problems), 'problem')}")
    say(f"{visible(folder)}: no problems found")


def _outlines() -> Mapping[str, Mapping[str, Any]]:
    """Return the countries that places should lie in, from the base map."""
    from placemap.gazetteer.curated.country_rules import read_outlines
    from placemap.output.web.assets import WEB

    return read_outlines(WEB / _ATLAS)


def _pair_problems(
    curated: Curated, gazetteer: CompiledGazetteer | LayeredGazetteer
) -> list[str]:
    """Return the names that do not lead to their place; tell how the others do."""
    from placemap.gazetteer.curated.pairs import HINTS, check_pairs

    outcomes = list(check_pairs(curated, gazetteer))
    hints = Counter(outcome.hint for outcome in outcomes)
    say(
        f"{counted(len(outcomes), 'name')} looked up; the place comes first by the name"
        f" alone: {hints['name']:,}; "
        + "; ".join(f"with the {hint}: {hints[hint]:,}" for hint in HINTS[1:])
        + f"; not at all: {hints[None]:,}"
    )
    return [str(outcome) for outcome in outcomes if outcome.hint is None]


@gazetteer_group.command(
    "export",
    epilog=examples(
        "placemap gazetteer export --to lpf --country AZ -o output/places.json",
        "placemap gazetteer export --to gpkg --kind A --kind P.PPLC -o out.gpkg",
    ),
)
@click.option(
    "--to",
    "layout",
    type=click.Choice(_FORMATS),
    required=True,
    help="lpf: a file in the Linked Places Format; csv: a new folder of tables to "
    "edit and lay over; gpkg: a GeoPackage.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PATH",
    help="The file or, for csv, the new folder to write.",
)
@country_option
@kind_option
@gazetteer_option
@quiet_option
def export_gazetteer_command(
    *,
    layout: str,
    output: Path,
    countries: Sequence[str],
    kinds: Sequence[str],
    gazetteer: Path | None,
    quiet: bool,
) -> None:
    """Write the gazetteer, or part of it, for other programs."""
    watched = _Watched(gazetteer, quiet=quiet)
    count = _write(watched, layout, output, _Only(countries, kinds))
    if not quiet:
        say(f"wrote {counted(count, 'place')} to {visible(output)}")


class _Only(NamedTuple):
    """Which places to write; all where empty."""

    countries: Collection[str]
    kinds: Collection[str]


def _write(gazetteer: _Watched, layout: str, output: Path, only: _Only) -> int:
    """Write the places that `only` lets pass and return how many they are."""
    from placemap.gazetteer.formats import exports

    if layout == "lpf":
        return exports.write_lpf(
            gazetteer, output, countries=only.countries, kinds=only.kinds
        )
    if layout == "csv":
        return exports.write_tables(
            gazetteer, output, countries=only.countries, kinds=only.kinds
        )
    from placemap.output.gazetteer_file import write_gazetteer_geopackage

    return write_gazetteer_geopackage(
        exports.whole_places(gazetteer, countries=only.countries, kinds=only.kinds),
        output,
        shape=gazetteer.shape,
        version=gazetteer.version,
        attribution=gazetteer.attribution,
    )


class _Watched:
    """A gazetteer that shows how far the reading of its places has come."""

    def __init__(self, path: Path | None, *, quiet: bool) -> None:
        self._gazetteer = placemap.open_gazetteer(path)
        self._quiet = quiet
        self.version = self._gazetteer.version
        self.attribution = self._gazetteer.attribution
        self.place = self._gazetteer.place
        self.shape = self._gazetteer.shape

    def places(self) -> Iterator[Place]:
        """Yield every place, without names."""
        total = _count_places(self._gazetteer.info())
        with tracked("Exporting", quiet=self._quiet) as show:
            for done, place in enumerate(self._gazetteer.places(), 1):
                if not done % _SHOWN_EVERY:
                    show(done, total)
                yield place
            show(total, total)


def _count_places(info: Mapping[str, Any]) -> int:
    """Return how many places there are, those of both layers in an overlay."""
    layers = [info[key] for key in ("upper", "lower") if key in info] or [info]
    return sum(layer["counts"]["places"] for layer in layers)


for command in (build_command, download_command, add_command):
    gazetteer_group.add_command(command)
