"""The commands that make a gazetteer: fetch the data, build the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placemap.cli.job import quiet_option
from placemap.cli.terminal import counted, examples, say, tracked, visible
from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.gazetteer.formats.rows import Imported

_PROBLEMS_SHOWN = 20
_SOURCES = ("geonames", "lpf", "csv", "vector")
_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_file = click.Path(exists=True, dir_okay=False, path_type=Path)
_either = click.Path(exists=True, path_type=Path)


@click.command(
    "build",
    epilog=examples(
        "placemap gazetteer build --geonames dump/ -o world.gazetteer",
        "placemap gazetteer build --csv camps.csv -o camps.gazetteer",
        "placemap gazetteer build --vector villages.gpkg -o villages.gazetteer",
    ),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="The gazetteer file to write, for --gazetteer.",
)
@click.option(
    "--geonames",
    type=_folder,
    metavar="DIR",
    help="Build from files of the GeoNames dump, as `placemap gazetteer download` "
    "fetches them.",
)
@click.option(
    "--lpf", type=_file, metavar="FILE", help="Build from the Linked Places Format."
)
@click.option(
    "--csv",
    type=_either,
    metavar="PATH",
    help="Build from a table with columns such as name, lon, lat, or from a folder of "
    "curated tables.",
)
@click.option(
    "--vector",
    type=_file,
    metavar="FILE",
    help="Build from a layer of a GIS file that has a column of names.",
)
@click.option(
    "--layer",
    metavar="NAME",
    help="Which layer of the GIS file; the first one when not given.",
)
@click.option(
    "--curated",
    type=_folder,
    metavar="DIR",
    help="A folder of curated tables to lay over the places.",
)
@click.option(
    "--attribution",
    metavar="TEXT",
    help="Source and licence of your own data, for every output to name.",
)
@quiet_option
def build_command(
    *,
    output: Path,
    curated: Path | None,
    attribution: str | None,
    layer: str | None,
    quiet: bool,
    **sources: Path | None,
) -> None:
    """Build a gazetteer file of your own from one source of places.

    An interrupted build from GeoNames goes on where it was when it is started
    again. Rows that cannot be used are told and left out; the exit code is then 1.
    """
    layout, source = _only_source(sources)
    if layer and layout != "vector":
        raise click.UsageError("--layer goes with --vector")
    if layout == "geonames":
        if attribution:
            raise click.UsageError("--attribution is for data other than --geonames")
        _build_geonames(source, output, curated=curated, quiet=quiet)
        left_out: Sequence[str] = ()
    else:
        attribution = attribution or f"Places: {source.name}"
        imported = _import(layout, source, layer)
        left_out = imported.left_out
        _tell(left_out)
        _save(imported, output, curated, (source.stem, attribution))
    if not quiet:
        _summarize(output)
    if left_out:
        raise SystemExit(1)


def _only_source(sources: Mapping[str, Path | None]) -> tuple[str, Path]:
    given = [(name, path) for name in _SOURCES if (path := sources[name]) is not None]
    if len(given) != 1:
        options = ", ".join(f"--{name}" for name in _SOURCES)
        found = ", ".join(f"--{name}" for name, _ in given) or "none"
        raise click.UsageError(f"expected one of {options}, found {found}")
    return given[0]


def _build_geonames(
    folder: Path, output: Path, *, curated: Path | None, quiet: bool
) -> None:
    from placemap.gazetteer.sources.geonames_build import build_from_geonames

    with tracked("Building", quiet=quiet) as show:
        build_from_geonames(folder, output, curated=curated, progress=show)


def _import(layout: str, source: Path, layer: str | None) -> Imported:
    from placemap.gazetteer.formats import imports

    if layout == "lpf":
        return imports.read_lpf(source)
    if layout == "csv":
        return (imports.read_tables if source.is_dir() else imports.read_table)(source)
    from placemap.gazetteer.formats.vector import read_vector

    return read_vector(source, layer=layer or _first_layer(source))


def _first_layer(source: Path) -> str | None:
    """Return the first layer, which GDAL only takes without warning when named."""
    from pyogrio import list_layers
    from pyogrio.errors import DataSourceError

    try:
        layers = list_layers(str(source))
    except DataSourceError:  # told better when the layer is read
        return None
    return str(layers[0][0]) if len(layers) else None


def _save(
    imported: Imported, output: Path, curated: Path | None, about: tuple[str, str]
) -> None:
    from placemap.gazetteer.curated.amendments import amend
    from placemap.gazetteer.curated.tables import read_curated
    from placemap.gazetteer.formats.imports import save_gazetteer
    from placemap.gazetteer.sources.geonames_build import only_about

    version, attribution = about
    records = imported.records
    if curated is not None:
        known = {record.id for record in records}
        records = amend(records, only_about(read_curated(curated), known))
        version = f"{version}, {curated.name}"
    save_gazetteer(records, output, version=version, attribution=[attribution])


def _tell(left_out: Sequence[str]) -> None:
    for problem in left_out[:_PROBLEMS_SHOWN]:
        say(f"Error: {visible(problem)}")
    if left_out:
        say(f"{counted(len(left_out), 'row')} left out")


def _summarize(output: Path) -> None:
    from placemap.gazetteer import open_gazetteer

    counts = open_gazetteer(output).info()["counts"]
    places, names = counted(counts["places"], "place"), counted(counts["names"], "name")
    say(f"wrote {visible(output)}: {places}, {names}")


@click.command(
    "download",
    epilog=examples(
        "placemap gazetteer download dump/",
        "placemap gazetteer download dump/ --files NL.zip --files countryInfo.txt",
    ),
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--files",
    multiple=True,
    metavar="NAME",
    help="A file of the dump, such as NL.zip for one country. May be repeated; all "
    "that `build` needs for the world when not given.",
)
@click.option(
    "--mirror",
    metavar="URL",
    help="A server other than GeoNames' own that has the same files.",
)
@quiet_option
def download_command(
    folder: Path, *, files: Sequence[str], mirror: str | None, quiet: bool
) -> None:
    """Fetch the GeoNames dump into FOLDER: some 600 MB for the world.

    No other command uses the network unless told to by --online. Started again, it
    fetches what is missing or has changed. The data are licensed CC BY 4.0: outputs
    that use them name GeoNames.
    """
    from placemap.gazetteer.sources.download import GEONAMES_FILES, GEONAMES_URL

    url = mirror or GEONAMES_URL
    wanted = files or GEONAMES_FILES
    if not quiet:
        say(f"fetching from {visible(url)}: {visible(', '.join(wanted))}")
        say("licence of the data: CC BY 4.0, GeoNames (geonames.org)")
    for name in wanted:
        path = _fetch(folder, name, url, quiet=quiet)
        if not quiet:
            say(f"{visible(path)}: {path.stat().st_size:,} bytes")


def _fetch(folder: Path, name: str, url: str, *, quiet: bool) -> Path:
    from placemap.gazetteer.sources.download import download_geonames

    with tracked(name, quiet=quiet) as show:

        def show_bytes(_: str, done: int, total: int) -> None:
            show(done, total)

        try:
            (path,) = download_geonames(
                folder, files=[name], base_url=url, progress=show_bytes
            )
        except OSError as error:
            raise GazetteerError(
                f"cannot write to {folder}: {error.strerror}; choose another folder"
            ) from error
        show(1, 1)  # nothing was told of a file that is up to date
    return path
