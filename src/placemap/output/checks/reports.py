"""Whether results that are kept whole can be read back, and hang together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from placemap.errors import OutputError
from placemap.output.checks.problems import Problem
from placemap.output.reading import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from placemap.core import ParsedDocument, Span

_AGAIN = "parse the documents again"


def check_report(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the results in a file that holds them whole.

    A file that was written without the texts holds none, which is no fault.
    """
    try:
        for parsed in read_report(path):
            yield from _check_document(parsed)
    except OutputError as error:
        if "does not hold the results whole" not in str(error):
            yield Problem("report", str(error), _AGAIN)


def _check_document(parsed: ParsedDocument) -> Iterator[Problem]:
    where = f"document {parsed.document.id!r}"
    toponyms = {toponym.id for toponym in parsed.toponyms}
    counted = Counter(event.id for event in parsed.events)
    for key, count in counted.items():
        if count > 1:
            yield Problem(where, f"{count} events have the id {key!r}", _AGAIN)
    for event in parsed.events:
        for place in event.places:
            if place.toponym not in toponyms:
                what = f"event {event.id!r} is at {place.toponym!r}, no mention of it"
                yield Problem(where, what, _AGAIN)
    length = len(parsed.document.text)
    if any(span.end > length for span in _spans(parsed)):
        yield Problem(where, "a span reaches past the end of the text", _AGAIN)


def _spans(parsed: ParsedDocument) -> Iterator[Span]:
    yield from (toponym.span for toponym in parsed.toponyms)
    for alias in parsed.aliases:
        yield from (alias.left, alias.right)
    for event in parsed.events:
        yield from (event.trigger, *event.mentions)
