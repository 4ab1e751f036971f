"""What the commands that read documents share: options, counting, failures."""

from __future__ import annotations

import functools
import shutil
import sys
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

import placemap
from placemap.cli.online import ONLINE_OPTIONS, take_service
from placemap.cli.terminal import counted, explain, say, visible
from placemap.errors import DocumentError, PlacemapError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from placemap.core import Document, ParsedDocument
    from placemap.gazetteer.online.service import OnlineService
    from placemap.pipeline import Pipeline


_STDIN = "-"
_REPORT_BEGINS = b'{"format":"placemap-report/'


@dataclass(slots=True, kw_only=True)
class Job:
    """What to read and how, and what has come of it so far.

    `stages` maps stages to names of plug-ins, `online` is the geocoder to ask over the
    network, None for nobody. `resolved` counts the mentions with
    a place, `placed` the events with one.
    """

    inputs: tuple[str, ...]
    published: datetime | None
    encoding: str | None
    gazetteer: Path | None
    stages: Mapping[str, str]
    labels: str | None
    quiet: bool
    online: OnlineService | None = None
    documents: int = 0
    failed: int = 0
    mentions: int = 0
    resolved: int = 0
    events: int = 0
    placed: int = 0

    def results(self) -> Iterator[ParsedDocument]:
        """Yield the inputs parsed, in order; reports of earlier runs as they are.

        A document that fails is reported and counted, and the others go on.

        Raises
        ------
        DocumentError
            At the end, if there was not one document to yield.
        """
        with click.progressbar(
            self._parse_inputs(),
            label="Reading",
            file=sys.stderr,
            hidden=self.quiet or not sys.stderr.isatty(),
            item_show_func=lambda parsed: visible(parsed.document.id) if parsed else "",
        ) as bar:
            for parsed in bar:
                self._count(parsed)
                yield self._labelled(parsed)
        if not self.documents:
            raise DocumentError("no document could be read, so nothing was written")

    def _parse_inputs(self) -> Iterator[ParsedDocument]:
        pipeline: Pipeline | None = None
        for is_parsed, inputs in groupby(self.inputs, _is_report):
            if is_parsed:
                for path in inputs:
                    yield from _read_report(path)
            else:
                pipeline = pipeline or self._load()
                yield from self._parse_each(pipeline, self._read(inputs))

    def _labelled(self, parsed: ParsedDocument) -> ParsedDocument:
        """Return `parsed` under the label policy asked for, if one was."""
        if self.labels is None:
            return parsed
        return replace(parsed, run=replace(parsed.run, labels=self.labels))

    def _load(self) -> Pipeline:
        return placemap.load(
            gazetteer=self.gazetteer,
            detector=self.stages["detector"],
            resolver=self.stages["resolver"],
            extractor=self.stages["extractor"],
            labels=self.labels or "text",
            online=self.online,
        )

    def _read(self, inputs: Iterable[str]) -> Iterator[Document]:
        return placemap.read(
            *inputs,
            published=self.published.date() if self.published else None,
            encoding=self.encoding,
            on_error=lambda error: self._fail(explain(error)),
        )

    def _parse_each(
        self, pipeline: Pipeline, documents: Iterable[Document]
    ) -> Iterator[ParsedDocument]:
        for document in documents:
            try:
                parsed = pipeline.parse(document)
            except Exception as error:  # noqa: BLE001 - the other documents go on
                self._fail(_blame(error, document))
            else:
                yield parsed

    def _fail(self, message: str) -> None:
        self.failed += 1
        say(f"Error: {message}")

    def _count(self, parsed: ParsedDocument) -> None:
        self.documents += 1
        self.mentions += len(parsed.toponyms)
        self.resolved += sum(t.place is not None for t in parsed.toponyms)
        self.events += len(parsed.events)
        self.placed += sum(bool(event.places) for event in parsed.events)

    def finish(self, outputs: Iterable[Path] = ()) -> None:
        """Say what was done; end with exit code 1 if documents failed."""
        if not self.quiet:
            documents = counted(self.documents, "document")
            mentions = counted(self.mentions, "place mention")
            events = counted(self.events, "event")
            say(
                f"{documents}, {mentions} ({self.resolved:,} resolved), "
                f"{events} ({self.placed:,} with a place)"
            )
            for output in outputs:
                say(f"wrote {visible(output)}")
        if self.failed:
            say(f"{counted(self.failed, 'problem')} with the input, told above")
            raise SystemExit(1)


def _is_report(path: str) -> bool:
    from placemap.output import is_report

    if path != _STDIN:
        return is_report(path)
    peek = getattr(sys.stdin.buffer, "peek", None)
    return peek is not None and peek(1).startswith(_REPORT_BEGINS)


def _read_report(path: str) -> Iterator[ParsedDocument]:
    """Yield the documents of a report; stdin is kept in a file while it is read."""
    if path != _STDIN:
        yield from placemap.read_report(path)
        return
    with TemporaryDirectory(prefix="placemap-") as folder:
        spool = Path(folder, "stdin")
        with spool.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield from placemap.read_report(spool)


def _blame(error: Exception, document: Document) -> str:
    """Return the message for a document that could not be parsed."""
    if isinstance(error, PlacemapError):
        return f"{visible(document.id)}: {explain(error)}"
    return (
        f"{visible(document.id)}: unexpected {type(error).__name__}: {explain(error)}. "
        "This is a bug in placemap or in a plug-in: please report it with the document"
    )


def reads_documents(command: Callable[..., None]) -> Callable[..., None]:
    """Add the inputs and options by which documents are read, gathered in a `Job`."""

    @functools.wraps(command)
    def gathered(
        *,
        inputs: tuple[str, ...],
        published: datetime | None,
        encoding: str | None,
        gazetteer: Path | None,
        detector: str,
        resolver: str,
        extractor: str,
        labels: str | None,
        quiet: bool,
        **own: Any,  # noqa: ANN401 - the options of the command itself
    ) -> None:
        job = Job(
            inputs=inputs,
            published=published,
            encoding=encoding,
            gazetteer=gazetteer,
            stages={
                "detector": detector,
                "resolver": resolver,
                "extractor": extractor,
            },
            labels=labels,
            quiet=quiet,
            online=take_service(own),
        )
        command(job, **own)

    for option in reversed(_READING):
        gathered = option(gathered)
    return gathered


gazetteer_option = click.option(
    "--gazetteer",
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="A folder of your own places laid over the shipped gazetteer, or a compiled "
    "gazetteer to use instead of it.",
)
quiet_option = click.option(
    "-q", "--quiet", is_flag=True, help="Print errors only, no progress or summary."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_READING = [
    click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
    click.option(
        "--published",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Publication date (YYYY-MM-DD) of documents that state none; 'yesterday' "
        "is counted from it.",
    ),
    click.option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the files, such as latin-1; guessed when not given.",
    ),
    gazetteer_option,
    click.option(
        "--detector",
        default="learned",
        show_default=True,
        metavar="NAME",
        help="What finds mentions of places.",
    ),
    click.option(
        "--resolver",
        default="ranking",
        show_default=True,
        metavar="NAME",
        help="What decides which place is meant.",
    ),
    click.option(
        "--extractor",
        default="rules",
        show_default=True,
        metavar="NAME",
        help="What finds events.",
    ),
    click.option(
        "--labels",
        metavar="POLICY",
        help="Which name of a place leads: text (as the document has it; the default), "
        "gazetteer, official, local, who uses it, such as Armenians or AM, or a "
        "language, such as az. The others are shown beside it.",
    ),
    *ONLINE_OPTIONS,
    quiet_option,
]
