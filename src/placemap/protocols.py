"""What a plug-in must be able to do: one small Protocol per extension point.

An entry point in ``placemap.detectors``, ``.resolvers``, ``.extractors`` or
``.geocoders`` names a callable that takes the gazetteer and returns an object
that fits the Protocol of that group. It may take a second argument: what follows a
colon in the name it is asked for by, such as ``spacy:en_core_web_sm``. One in
``.gazetteers`` takes a path and returns a Gazetteer. Those in ``.readers`` and
``.exporters`` are the Reader or Exporter itself, registered under the file suffix
without its dot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from placemap.core import (
        Candidate,
        Document,
        Event,
        Location,
        Mention,
        ParsedDocument,
        Place,
        Run,
        Span,
        Toponym,
    )


@runtime_checkable
class Gazetteer(Protocol):
    """**Protocol:** knows names and the places they name."""

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean, best-known first; () when unknown.

        A candidate's score is how well the spelling agrees: 1.0 for a name just
        as written, less for one that agrees only after folding.
        """

    def scan(self, text: str) -> Sequence[Span]:
        """Return every stretch of `text` that spells a known name, in text order.

        Matches are whole words, may overlap and be nested, and ignore case:
        telling names from words is the detector's work.
        """

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry with its names and statuses, or None."""

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape as a GeoJSON geometry, or None."""

    @property
    def version(self) -> str:
        """Name and version, as it should be cited."""

    @property
    def sha256(self) -> str:
        """Hexadecimal hash of the content."""

    @property
    def attribution(self) -> Sequence[str]:
        """The sources of the data with their licences, one a line."""


@runtime_checkable
class Detector(Protocol):
    """**Protocol:** finds mentions of places in a document."""

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions in `document`, in text order, without overlaps."""


@runtime_checkable
class Resolver(Protocol):
    """**Protocol:** decides which place each mention means."""

    def resolve(
        self,
        document: Document,
        options: Sequence[tuple[Mention, Sequence[Candidate]]],
    ) -> Sequence[Toponym]:
        """Return one toponym for each mention, in the same order."""


@runtime_checkable
class EventExtractor(Protocol):
    """**Protocol:** says what happened, when and where."""

    def extract(
        self, document: Document, toponyms: Sequence[Toponym]
    ) -> Sequence[Event]:
        """Return the events of `document`, in the order of their triggers."""


@runtime_checkable
class Geocoder(Protocol):
    """**Protocol:** gives a place a location on the map."""

    def locate(self, place: Place) -> Location | None:
        """Return where `place` is, or None when that is not known."""


@runtime_checkable
class Reader(Protocol):
    """**Protocol:** turns one file into documents."""

    def __call__(self, path: Path, data: bytes) -> Iterator[Document]:
        """Yield the documents in `data`, which came from `path`.

        `data` may begin with a byte order mark. The iterator may raise a
        DocumentError for one row and be asked for the next one.

        Raises
        ------
        DocumentError
            If the file as a whole, or a row of it, cannot be read.
        """


@runtime_checkable
class Exporter(Protocol):
    """**Protocol:** writes results to a file."""

    def __call__(
        self, parsed: Iterable[ParsedDocument], path: Path, *, run: Run
    ) -> None:
        """Write `parsed` to `path`, replacing it whole or not at all.

        It may take `layer`, `crs`, `bom` or `texts` as further keywords, which
        `placemap.export` hands over where they are given.
        """
