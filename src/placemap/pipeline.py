"""The stages in order. Read this file first."""

from __future__ import annotations

import gc
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from placemap import registry
from placemap.core import Event, ParsedDocument, Run, Toponym
from placemap.detection.aliases.statements import find_aliases, follow_aliases
from placemap.disambiguation.verdicts import judge_aliases
from placemap.gazetteer import open_gazetteer
from placemap.geocoding.relations import locate_event_places
from placemap.output.names.labels import telling_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from placemap.core import Document, Location
    from placemap.gazetteer.online.layer import OnlineLayer
    from placemap.gazetteer.online.service import OnlineService
    from placemap.protocols import (
        Detector,
        EventExtractor,
        Gazetteer,
        Geocoder,
        Resolver,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages of placemap, wired together.

    Any object with the right method will do; see `placemap.protocols`. `online`, when
    given, is asked for names that the gazetteer does not have.
    """

    gazetteer: Gazetteer
    detector: Detector
    resolver: Resolver
    extractor: EventExtractor
    geocoder: Geocoder
    run_info: Run
    online: OnlineLayer | None = None

    def parse(self, document: Document) -> ParsedDocument:
        """Return everything found in one document.

        Raises whatever a stage raises, with a note that names the document.
        """
        try:
            with _without_collector():
                return self._parse(document)
        except Exception as error:
            error.add_note(f"while parsing document {document.id!r}")
            raise

    def _parse(self, document: Document) -> ParsedDocument:
        gazetteer = self.gazetteer
        mentions = self.detector.detect(document)
        statements = find_aliases(document, mentions)
        mentions = follow_aliases(document, mentions, statements)
        options = [(m, gazetteer.candidates(m.lookup)) for m in mentions]
        if self.online is not None:
            options, gazetteer = self.online.ask(options)
        resolved = self.resolver.resolve(document, options)
        judged, resolved = judge_aliases(document, statements, resolved, gazetteer)
        toponyms = _with_whole_places(resolved, gazetteer, self.run_info.labels)
        locations = self._locate(toponyms)
        events = tuple(
            _located(event, locations)
            for event in self.extractor.extract(document, toponyms)
        )
        parsed = ParsedDocument(
            document=document,
            toponyms=toponyms,
            aliases=tuple(judged),
            events=events,
            locations=locations,
            run=self.run_info,
        )
        return parsed if self.online is None else self.online.mark(parsed)

    def _locate(self, toponyms: tuple[Toponym, ...]) -> dict[str, Location]:
        places = {t.place.id: t.place for t in toponyms if t.place}
        found = {key: self.geocoder.locate(place) for key, place in places.items()}
        located = {key: location for key, location in found.items() if location}
        return located if self.online is None else self.online.mark_locations(located)

    def run(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Parse documents one at a time, in order, holding only one in memory."""
        return map(self.parse, documents)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold off the search for cyclic garbage, unless the host program does so itself.

    A parse leaves none, but makes objects by the ten thousand, some of which stay in
    caches: going through them took 10 % of the time of the first 400 articles.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def load(
    *,
    detector: str = "learned",
    resolver: str = "ranking",
    extractor: str = "rules",
    geocoder: str = "local",
    gazetteer: str | Path | None = None,
    labels: str = "text",
    online: OnlineService | None = None,
) -> Pipeline:
    """Return a pipeline made of the named plug-ins.

    Parameters
    ----------
    detector, resolver, extractor, geocoder
        Names registered under the entry points ``placemap.detectors`` and so on. What
        follows a colon is for the plug-in: ``spacy:de_core_news_sm``.
    gazetteer
        A folder of tables in the curated format laid over the shipped
        gazetteer, a compiled gazetteer file to use instead of it, or None for
        the shipped one.
    labels
        Which name of a place leads in the outputs: ``text`` for the one used in
        the text, ``gazetteer`` for the main one, ``official``, ``local``, who uses
        it, such as ``Armenians`` or ``AM``, or a language, such as ``az``. The other
        names are shown beside it, and the outputs say which policy it was.
    online
        A geocoder to ask over the network for names that the gazetteer does not
        have; None, the default, asks nobody and opens no connection.

    Raises
    ------
    PluginNotFoundError
        If a name is not registered; the message lists those that are.
    GazetteerError
        If the gazetteer, or the file of the online answers, cannot be opened.
    """
    from placemap import __version__

    opened = open_gazetteer(gazetteer)
    parts = {
        "detector": detector,
        "resolver": resolver,
        "extractor": extractor,
        "geocoder": geocoder,
    }
    made = {
        kind: registry.make(f"{kind}s", name, opened) for kind, name in parts.items()
    }
    asked = None if online is None else _lay_under(opened, online)
    options = {kind: _told(name) for kind, name in parts.items()}
    if online is not None:
        options["online"] = online.title
    run_info = Run(
        version=__version__,
        gazetteer=opened.version,
        gazetteer_sha256=opened.sha256,
        labels=labels,
        options=options,
        models={
            kind: stage.model_sha256
            for kind, stage in made.items()
            if hasattr(stage, "model_sha256")
        },
        attribution=(*opened.attribution, *([asked.attribution] if asked else [])),
    )
    return Pipeline(gazetteer=opened, run_info=run_info, online=asked, **made)


def _told(plugin: str) -> str:
    """Return what outputs tell of `plugin`: of a model's path only its end."""
    name, colon, model = plugin.partition(":")
    return f"{name}{colon}{Path(model).name if Path(model).is_absolute() else model}"


def _lay_under(gazetteer: Gazetteer, service: OnlineService) -> OnlineLayer:
    # What could open a connection is not even imported by those who ask nobody.
    from placemap.gazetteer.online.layer import lay_under

    return lay_under(gazetteer, service)


def _with_whole_places(
    toponyms: Sequence[Toponym], gazetteer: Gazetteer, labels: str
) -> tuple[Toponym, ...]:
    """Give the chosen places their views and the names that an output may show.

    Those are what every label policy can ask for, so that results can be labelled
    anew, except that of all languages only the one in `labels` is kept.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for toponym in toponyms:
        if toponym.place is not None:
            used[toponym.place.id] |= {toponym.mention.text, toponym.mention.lookup}
    whole = {}
    for place_id, texts in used.items():
        place = gazetteer.place(place_id)
        if place is not None:
            names = telling_names(place, texts=texts, labels=labels)
            whole[place_id] = replace(place, names=names)
    return tuple(
        replace(t, place=whole.get(t.place.id, t.place)) if t.place else t
        for t in toponyms
    )


def _located(event: Event, locations: Mapping[str, Location]) -> Event:
    if not event.places:
        return event
    return replace(event, places=locate_event_places(event.places, locations))
