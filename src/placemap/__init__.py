"""Read reports, find the places, put the reported events on a map.

>>> import placemap
>>> pipeline = placemap.load()
>>> document = placemap.Document(id="1", text="A strike shut Lyon.")
>>> [t.place.country for t in pipeline.parse(document).toponyms]
['FR']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placemap.core import AliasStatement as AliasStatement
    from placemap.core import Candidate as Candidate
    from placemap.core import Document as Document
    from placemap.core import Event as Event
    from placemap.core import Location as Location
    from placemap.core import Mention as Mention
    from placemap.core import Name as Name
    from placemap.core import ParsedDocument as ParsedDocument
    from placemap.core import Place as Place
    from placemap.core import Span as Span
    from placemap.core import Toponym as Toponym
    from placemap.corpus import read as read
    from placemap.errors import PlacemapError as PlacemapError
    from placemap.gazetteer import open_gazetteer as open_gazetteer
    from placemap.gazetteer.geocoder import GazetteerGeocoder as GazetteerGeocoder
    from placemap.gazetteer.online.service import OnlineService as OnlineService
    from placemap.output import event_layer as event_layer
    from placemap.output import export as export
    from placemap.output import read_report as read_report
    from placemap.output import save_map as save_map
    from placemap.output import to_geodataframe as to_geodataframe
    from placemap.output import to_map as to_map
    from placemap.pipeline import Pipeline as Pipeline
    from placemap.pipeline import load as load

# Names are imported when first used: `import placemap` costs milliseconds.
_HOMES = {
    "core": (
        "AliasStatement", "Candidate", "Document", "Event", "Location", "Mention",
        "Name", "ParsedDocument", "Place", "Span", "Toponym",
    ),
    "corpus": ("read",),
    "errors": ("PlacemapError",),
    "gazetteer": ("open_gazetteer",),
    "gazetteer.geocoder": ("GazetteerGeocoder",),
    "gazetteer.online.service": ("OnlineService",),
    "output": (
        "event_layer", "export", "read_report", "save_map", "to_geodataframe",
        "to_map",
    ),
    "pipeline": ("Pipeline", "load"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__version__ = "0.1.0"
__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - one list, kept by _HOMES


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    if name not in _HOME_OF:
        raise AttributeError(f"module 'placemap' has no attribute {name!r}")
    return getattr(import_module(f"placemap.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
