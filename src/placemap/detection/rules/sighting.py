"""A known spelling where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.names import NameFacts
    from placemap.detection.people import People
    from placemap.detection.reading import Reading


@dataclass(frozen=True, slots=True)
class Sighting:
    """A known spelling in the text: its span, words `first` to `last`, and facts."""

    span: Span
    text: str
    first: int
    last: int
    facts: NameFacts


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules may look at besides the sighting itself.

    `containers` are the offsets at which a country or division is spelled.
    """

    reading: Reading
    people: People
    containers: frozenset[int]
