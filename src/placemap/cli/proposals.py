"""The command that takes new names from documents into an overlay."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import placemap
from placemap.cli.job import Job, json_option, reads_documents
from placemap.cli.terminal import counted, examples, say, table, to_json, visible
from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.gazetteer.curated.proposals import Proposal

_HEADING = ("", "NEW NAME", "KIND", "USED BY", "PLACE", "COUNTRY", "ID", "SOURCE")
_ALL = "all"


def _check_accept(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    if value is None or value == _ALL:
        return value
    if all(number.strip().isdecimal() for number in value.split(",")):
        return value
    raise click.BadParameter(
        f"expected all, or numbers such as 1,3, found {value!r}", ctx, param
    )


@click.command(
    "add",
    epilog=examples(
        "placemap gazetteer add news/*.txt --to my-gazetteer/",
        "placemap gazetteer add news/*.txt --to my-gazetteer/ --accept 1,3",
    ),
)
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The overlay folder that gets the names; made if it is not there.",
)
@click.option(
    "--accept",
    callback=_check_accept,
    metavar="WHICH",
    help="Write these proposals: all, or their numbers, such as 1,3. Nothing is "
    "written without it.",
)
@json_option
@reads_documents
def add_command(job: Job, *, folder: Path, accept: str | None, as_json: bool) -> None:
    """Propose the new names that documents tell, and add those you accept.

    A name is new when a document says that it is another name of a place the
    gazetteer has ("Khankendi, known as Xyz by Armenians"). It is written to
    names.csv in the overlay, with the document as its source; afterwards
    `--gazetteer DIR` knows it.
    """
    from placemap.gazetteer.curated.proposals import accept as write
    from placemap.gazetteer.curated.proposals import propose

    target = folder if folder.is_dir() else None
    job.gazetteer = job.gazetteer or target  # what was accepted earlier is known
    found = propose(job.results(), placemap.open_gazetteer(target))
    chosen = _choose(found, accept)
    if as_json:
        click.echo(to_json([_record(n, one) for n, one in enumerate(found, 1)]))
    elif found:
        rows = [_row(number, proposal) for number, proposal in enumerate(found, 1)]
        click.echo(table(_HEADING, rows))
    added = write(chosen, folder) if chosen else 0
    if not job.quiet:
        say(_summary(len(found), added, folder, is_asked=accept is not None))
    job.finish()


def _choose(found: Sequence[Proposal], accept: str | None) -> Sequence[Proposal]:
    if accept is None:
        return ()
    if accept == _ALL:
        return found
    numbers = sorted({int(number) for number in accept.split(",")})
    if wrong := [number for number in numbers if not 1 <= number <= len(found)]:
        raise GazetteerError(
            f"expected numbers of the {counted(len(found), 'proposal')}, found"
            f" {', '.join(map(str, wrong))}; nothing was written"
        )
    return [found[number - 1] for number in numbers]


def _summary(found: int, added: int, folder: Path, *, is_asked: bool) -> str:
    if not found:
        return "no new names"
    if is_asked:
        return f"{counted(added, 'name')} added to {visible(folder / 'names.csv')}"
    return f"{counted(found, 'new name')}; --accept all, or numbers, adds them"


def _row(number: int, proposal: Proposal) -> list[object]:
    return [
        number,
        proposal.text,
        proposal.kind,
        proposal.used_by,
        proposal.place.name,
        proposal.place.country,
        proposal.place.id,
        proposal.source,
    ]


def _record(number: int, proposal: Proposal) -> dict[str, Any]:
    return {
        "number": number,
        "text": proposal.text,
        "kind": proposal.kind,
        "used_by": proposal.used_by,
        "known": proposal.known,
        "place": proposal.place.id,
        "name": proposal.place.name,
        "country": proposal.place.country,
        "source": proposal.source,
        "sentence": proposal.sentence,
    }
