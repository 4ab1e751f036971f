"""The schema of what is written: layers, their fields, and how they hang together.

Every id is made from content, so that it stays from run to run. A layer holds one
type of geometry; those named ``events_...`` hold the rows of the layer ``events``,
parted by it, for GIS programs split mixed layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from placemap.output import columns

if TYPE_CHECKING:
    from placemap.output.columns import Column

GeometryType = Literal["Point", "MultiLineString", "MultiPolygon", "Geometry", ""]


class Layer(NamedTuple):
    """A layer: name, what it holds, its fields and the type of its geometry.

    `geometry_type` is empty for a table without geometry, and Geometry where any
    type may be. `key` is the field that tells the rows apart.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    geometry_type: GeometryType = ""
    key: str = "id"


EVENTS = Layer("events", "One event at one place", columns.EVENTS, "Geometry")
EVENTS_POINT = Layer(
    "events_point", "Events at a spot or town", columns.EVENTS, "Point"
)
EVENTS_LINE = Layer(
    "events_line", "Events along a line", columns.EVENTS, "MultiLineString"
)
EVENTS_AREA = Layer("events_area", "Events in an area", columns.EVENTS, "MultiPolygon")
EVENTS_UNLOCATED = Layer(
    "events_unlocated", "Events without a place on the map", columns.EVENTS
)
MENTIONS = Layer("mentions", "Places named", columns.MENTIONS, "Point")
PLACES = Layer("places", "Gazetteer entries used", columns.PLACES, "Point")
ALIASES = Layer("aliases", "Statements that two names are one place", columns.ALIASES)
SOURCES = Layer("sources", "Documents read", columns.SOURCES)
RUN = Layer("run", "What made this file", columns.RUN, key="version")
REPORT = Layer(
    "report", "The results whole, for placemap", columns.REPORT, key="document_id"
)

LAYERS = (
    EVENTS,
    EVENTS_POINT,
    EVENTS_LINE,
    EVENTS_AREA,
    EVENTS_UNLOCATED,
    MENTIONS,
    PLACES,
    ALIASES,
    SOURCES,
    RUN,
    REPORT,
)
# What can be asked for by name, for formats and frames that hold one layer.
SINGLE = LAYERS[:9]


def layer_called(name: str) -> Layer:
    """Return the layer of that name out of `SINGLE`.

    Raises
    ------
    ValueError
        If there is none; the message lists those there are.

    Examples
    --------
    >>> layer_called("mentions").geometry_type
    'Point'
    """
    for layer in SINGLE:
        if layer.name == name:
            return layer
    known = ", ".join(layer.name for layer in SINGLE)
    raise ValueError(f"expected a layer out of {known}; found {name!r}")
