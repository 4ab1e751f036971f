"""Let a pipeline answer a gold file: find the toponyms, or place the given ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.core import Document, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Event, Span, Toponym
    from placemap.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class NoEvents:
    """An event extractor for those who ask for no events."""

    def extract(
        self, document: Document, toponyms: Sequence[Toponym]
    ) -> Sequence[Event]:
        """Return nothing."""
        del document, toponyms
        return ()


@dataclass(frozen=True, slots=True)
class GivenMentions:
    """A detector that knows the mentions beforehand."""

    mentions: Sequence[Mention]

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions it was made with."""
        del document
        return self.mentions


def find_toponyms(pipeline: Pipeline, document: Document) -> tuple[Toponym, ...]:
    """Return what the pipeline finds in a document, and where it puts it."""
    return replace(pipeline, extractor=NoEvents()).parse(document).toponyms


def place_spans(
    pipeline: Pipeline, document: Document, spans: Iterable[Span]
) -> tuple[Toponym, ...]:
    """Return where the pipeline puts the given spans, a toponym for each, in order.

    Alias statements in the text may add mentions on the way; they help, and are
    left out of the answer.
    """
    given = sorted(set(spans))
    mentions = [Mention(span=span, text=span.of(document.text)) for span in given]
    parsed = replace(
        pipeline, extractor=NoEvents(), detector=GivenMentions(mentions)
    ).parse(document)
    return tuple(one for one in parsed.toponyms if one.span in set(given))
