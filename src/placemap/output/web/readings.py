"""Parsed documents as the web map looks at them, with what it asks again and again."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from placemap.core import Span
from placemap.output.names.labels import NAME_FORMS, Labels
from placemap.output.web.text import file_name, headline, opening, utf16_offsets
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from placemap.core import (
        Document,
        Event,
        EventPlace,
        Mention,
        ParsedDocument,
        Place,
        Run,
        Toponym,
    )


def kept(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    """Return the values that say something."""
    return {k: v for k, v in values.items() if v is not None and v not in ("", [], {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A parsed document with what is looked up in it.

    `places` and `words`, the names the text has for them, are by the id of the
    place, `mentions` and `numbers`, their places in the list, by that of the toponym.
    `headline` is where the text itself has one, None where it has not.
    """

    parsed: ParsedDocument
    offsets: Callable[[Span | None], list[int] | None]
    sentences: Sequence[tuple[int, int]]
    places: Mapping[str, Place]
    mentions: Mapping[str, Mention]
    numbers: Mapping[str, int]
    words: Mapping[str, Collection[str]]
    labels: Labels
    headline: Span | None

    @property
    def is_named(self) -> bool:
        """Tell whether the document has a title, a headline or the name of a file."""
        document = self.parsed.document
        return bool(document.title or self.headline or file_name(document.id))

    @property
    def heading(self) -> str:
        """Return what the document is called, '' where it is empty and unnamed."""
        document = self.parsed.document
        if document.title or self.headline is None:
            return document.title or file_name(document.id) or opening(document.text)
        return document.text[self.headline.start : self.headline.end]

    def sentences_besides(self, event: Event) -> list[Span]:
        """Return the other sentences that tell of `event` or give its figures.

        In the order of the text; none where the event has no sentence of its own.
        """
        if event.sentence is None:
            return []
        counts = (event.deaths, event.injured, event.displaced, event.detained)
        spans = (*event.mentions, *(count.span for count in counts if count))
        found = {self._sentence_at(span.start) for span in spans if span}
        first, last = event.sentence.start, event.sentence.end
        others = (s for s in found if s and (s.end <= first or s.start >= last))
        return sorted(others)

    def _sentence_at(self, offset: int) -> Span | None:
        number = bisect_right(self.sentences, (offset, len(self.parsed.document.text)))
        start, end = self.sentences[number - 1] if number else (0, 0)
        return Span(start, end) if start <= offset < end else None

    def name_of(self, event_place: EventPlace) -> str:
        """Return what the place of an event is called under the label policy."""
        place = self.places.get(event_place.place)
        if place is None:
            return event_place.place
        mention = self.mentions.get(event_place.toponym)
        return self.labels.name(place, mention)


def read(parsed: ParsedDocument, run: Run) -> Reading:
    """Return a reading of `parsed` under the label policy of `run`."""
    return Reading(
        parsed=parsed,
        offsets=utf16_offsets(parsed.document.text),
        sentences=sentences(parsed.document.text),
        places={t.place.id: t.place for t in parsed.toponyms if t.place},
        mentions={t.id: t.mention for t in parsed.toponyms},
        numbers={t.id: number for number, t in enumerate(parsed.toponyms)},
        words=_words(parsed.toponyms),
        labels=Labels(parsed, run.labels),
        headline=_headline(parsed.document),
    )


def _headline(document: Document) -> Span | None:
    """Return where the text has its headline, unless the title is another."""
    found = headline(document.text)
    if found is None or not document.title:
        return found
    words = document.text[found.start : found.end].split()
    return found if words == document.title.split() else None


def _words(toponyms: Iterable[Toponym]) -> dict[str, list[str]]:
    """Return the names the text has for each place, each once, in its order."""
    found: dict[str, dict[str, None]] = {}
    for toponym in toponyms:
        if toponym.place is not None and toponym.mention.form in NAME_FORMS:
            found.setdefault(toponym.place.id, {})[toponym.mention.text] = None
    return {key: list(texts) for key, texts in found.items()}
