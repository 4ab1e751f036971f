"""The commands that turn documents into maps, files and lists."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

import placemap
from placemap.cli.job import Job, json_option, reads_documents
from placemap.cli.page import take_page, takes_page
from placemap.cli.terminal import (
    examples,
    harmless_json,
    saying_warnings,
    table,
    to_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from placemap.core import AliasStatement, ParsedDocument

_NONE: Mapping[str, Any] = MappingProxyType({})


def _outputs(**settings: Any) -> Callable[..., Any]:  # noqa: ANN401 - click's own
    return click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        **settings,
    )


_SETTINGS = [
    click.option(
        "--layer",
        metavar="NAME",
        help="What a file of one layer holds: events (the default), events_point, "
        "events_line, events_area, events_unlocated, mentions, places, aliases or "
        "sources.",
    ),
    click.option(
        "--crs",
        metavar="CODE",
        help="Coordinate reference system of the geometry in .gpkg, .fgb and .parquet, "
        "such as EPSG:32638; WGS 84 when not given.",
    ),
    click.option(
        "--no-bom",
        "bom",
        flag_value=False,
        default=None,
        help="Begin a CSV without the byte order mark that Excel knows UTF-8 by.",
    ),
    click.option(
        "--no-texts",
        "texts",
        flag_value=False,
        default=None,
        help="Leave the texts of the documents, and what only placemap reads, out of "
        ".gpkg, .geojson and .parquet; they can then not be read as a report.",
    ),
]


def _takes_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how files are written."""
    for option in reversed(_SETTINGS):
        command = option(command)
    return command


@click.command(
    "map",
    epilog=examples(
        "placemap map article.txt --published 2023-09-19",
        "placemap map news/ -o output/map.html -o output/events.gpkg",
    ),
)
@_outputs(
    default=[Path("output/map.html")],
    help="Where to write, by default output/map.html. May be repeated; the suffix "
    "decides the format.",
)
@takes_page
@reads_documents
def map_command(
    job: Job,
    *,
    outputs: Sequence[Path],
    **page: Any,  # noqa: ANN401 - the options of takes_page
) -> None:
    """Put the events that documents report on an interactive map.

    The map is one HTML file that needs no network. INPUT is a text file, a saved
    web page, a table, a folder, a quoted pattern such as 'news/*.txt', a
    parsed.jsonl written by `placemap parse`, or - for stdin.
    """
    write(job, outputs, page=take_page(page))


@click.command(
    "export",
    epilog=examples(
        "placemap export news/*.txt -o output/events.gpkg",
        "placemap export output/parsed.jsonl -o output/events.geojson",
    ),
)
@_outputs(
    required=True,
    help="Where to write. May be repeated; the suffix decides the format: .geojson, "
    ".geojsonl, .geojsons, .gpkg, .parquet, .fgb, .kml, .csv, .acled.csv, .ucdp.csv, "
    ".lpf.json, .jsonl, .html or that of a plug-in.",
)
@takes_page
@_takes_settings
@reads_documents
def export_command(
    job: Job,
    *,
    outputs: Sequence[Path],
    **settings: Any,  # noqa: ANN401 - the options of takes_page and _SETTINGS
) -> None:
    """Write events, mentions and places to files for GIS and spreadsheets."""
    page = take_page(settings)
    chosen = {name: value for name, value in settings.items() if value is not None}
    write(job, outputs, page=page, settings=chosen)


@click.command(
    "parse",
    epilog=examples(
        "placemap parse news/*.txt -o output/parsed.jsonl",
        "placemap parse article.txt | head -c 300",
    ),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write; stdout when not given.",
)
@reads_documents
def parse_command(job: Job, *, output: Path | None) -> None:
    """Write everything found, one document a line, as JSON Lines.

    The other commands read such a file again, much faster than the documents.
    """
    if output is not None:
        write(job, [output])
        return
    from placemap.output.encoding import to_record
    from placemap.output.jsontext import dumps

    for parsed in job.results():
        click.echo(harmless_json(dumps(to_record(parsed))))
    job.finish()


@click.command(
    "aliases",
    epilog=examples(
        "placemap aliases news/*.txt",
        "placemap aliases output/parsed.jsonl --json",
    ),
)
@json_option
@reads_documents
def aliases_command(job: Job, *, as_json: bool) -> None:
    """List the places that documents call by two names, and who says which.

    The verdict compares the statement with the gazetteer: confirmed (both names
    are known for one place), new (it knows only one of them), contradicted (it
    knows them as different places), unknown (it knows neither).
    """
    found = [
        _alias_record(parsed, alias)
        for parsed in job.results()
        for alias in parsed.aliases
    ]
    if as_json:
        click.echo(to_json(found))
    elif found:
        click.echo(table(_ALIAS_HEADING, map(_alias_row, found)))
    job.finish()


def write(
    job: Job,
    outputs: Sequence[Path],
    *,
    page: Mapping[str, Any] = _NONE,
    settings: Mapping[str, Any] = _NONE,
) -> None:
    """Parse once and write to every one of `outputs`, in bounded memory."""
    from placemap.output.formats import check_settings, exporter_for

    for output in outputs:  # an unknown format is told before the work, not after it
        check_settings(exporter_for(output), output, settings)
    results = job.results()
    with saying_warnings(), TemporaryDirectory(prefix="placemap-") as folder:
        if len(outputs) == 1:
            _export(results, outputs[0], page, settings)
        else:
            spool = Path(folder, "parsed.jsonl")
            placemap.export(results, spool)
            for output in outputs:
                _export(placemap.read_report(spool), output, page, settings)
    job.finish(outputs)


def _export(
    results: Iterable[ParsedDocument],
    path: Path,
    page: Mapping[str, Any],
    settings: Mapping[str, Any],
) -> None:
    if page and path.suffix.lower() == ".html":
        placemap.save_map(results, path, **page)
    else:
        placemap.export(results, path, **settings)


_ALIAS_HEADING = (
    "NAME", "OTHER NAME", "RELATION", "WHO SAYS WHICH", "VERDICT", "PLACE", "KM",
    "DOCUMENT",
)  # fmt: skip


def _alias_record(parsed: ParsedDocument, alias: AliasStatement) -> dict[str, Any]:
    text = parsed.document.text
    return {
        "document": parsed.document.id,
        "left": alias.left.of(text),
        "right": alias.right.of(text),
        "relation": alias.relation,
        "used_by": alias.used_by,
        "used_by_side": alias.used_by_side,
        "verdict": alias.verdict,
        "place": alias.place,
        "distance_km": alias.distance_km,
        "sentence": alias.sentence.of(text) if alias.sentence else None,
    }


def _alias_row(record: dict[str, Any]) -> list[object]:
    who = record["used_by"]
    distance = record["distance_km"]
    return [
        record["left"],
        record["right"],
        record["relation"],
        f"{who}: {record[record['used_by_side']]}" if who else "",
        record["verdict"] or "",
        record["place"] or "",
        "" if distance is None else f"{distance:,.0f}",
        record["document"],
    ]
