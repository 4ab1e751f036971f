"""The command line: each command is one public function plus files.

Results go to stdout, messages and progress to stderr; ``-`` is stdin. The exit
code is 0 when all went well, 1 when something could not be done, 2 for a command
that makes no sense. The heavy libraries load with the work, not with ``--help``.
"""

from __future__ import annotations

import gc
from typing import Any

import click

from placemap import __version__
from placemap.cli.gazetteers import gazetteer_group
from placemap.cli.places import lookup_command
from placemap.cli.results import (
    aliases_command,
    export_command,
    map_command,
    parse_command,
)
from placemap.cli.score import score_command
from placemap.cli.terminal import examples, explain
from placemap.cli.validation import validate_command
from placemap.errors import PlacemapError

# Imports and tables make some 100,000 objects that all stay: looking through them
# again and again for garbage took 7 % of the time of one map.
_RARELY = (50_000, 20, 100)


class CommandLine(click.Group):
    """Commands whose expected failures end in a message and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command that was asked for."""
        gc.set_threshold(*_RARELY)
        try:
            return super().invoke(ctx)
        except PlacemapError as error:
            raise click.ClickException(explain(error)) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the commands in the order of the work."""
        return list(self.commands)


@click.group(
    cls=CommandLine,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "placemap map examples/*.txt -o output/map.html",
        "placemap map --help",
    ),
)
@click.version_option(__version__, prog_name="placemap")
def main() -> None:
    """Read reports, find the places, put the reported events on a map.

    Only what a report ties to a place becomes an event on the map: a capital that
    stands for its government does not, and what cannot be resolved stays open.
    """


for command in (
    map_command,
    export_command,
    parse_command,
    aliases_command,
    lookup_command,
    gazetteer_group,
    validate_command,
    score_command,
):
    main.add_command(command)
