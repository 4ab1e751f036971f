"""The command that checks files placemap wrote."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from placemap.cli.job import json_option
from placemap.cli.terminal import counted, examples, say, to_json, visible

_SHOWN = 50


@click.command(
    "validate",
    epilog=examples(
        "placemap validate output/events.gpkg",
        "placemap validate output/events.kml output/events.acled.csv --json",
    ),
)
@json_option
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path),
)
def validate_command(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Check files that placemap wrote, and say what is wrong and how to cure it.

    FILE is any that export writes, but a map: the format is told by the suffix, such
    as .gpkg, .geojson, .fgb, .kml, .csv, .acled.csv or .lpf.json. The exit code is 1
    if anything is wrong. No more than 50 faults are shown of a file.
    """
    from placemap.output.checks.files import validate

    found = {path: list(islice(validate(path), _SHOWN)) for path in files}
    if as_json:
        records = [
            {"file": str(path), **problem._asdict()}
            for path, problems in found.items()
            for problem in problems
        ]
        click.echo(to_json(records))
    else:
        for path, problems in found.items():
            for problem in problems:
                told = f"{path}: {problem.where}: {problem.what}; {problem.cure}"
                click.echo(visible(told))
            if not problems:
                say(f"{visible(path)}: no fault found")
    total = sum(map(len, found.values()))
    if total:
        say(f"{counted(total, 'fault')} found")
        raise SystemExit(1)
