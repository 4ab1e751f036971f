"""Results out: tables, GIS files and the web map.

A format is an exporter, found by the suffix of the file it writes: ``jsonl`` keeps
everything, ``geojson``, ``gpkg``, ``csv`` and others hold flat tables for GIS and
spreadsheets (`schema`), ``html`` is the map.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.errors import OutputError
from placemap.output.formats import check_settings, exporter_for
from placemap.output.names.relabelling import LabelWarning, relabelled
from placemap.output.reading import is_report, read_report
from placemap.output.web.sample import SampleWarning

if TYPE_CHECKING:
    from collections.abc import Iterable

    import folium
    import geopandas as gpd
    from xyzservices import TileProvider

    from placemap.core import ParsedDocument, Run
    from placemap.output.folium_layer import EventLayer

__all__ = [
    "LabelWarning",
    "SampleWarning",
    "export",
    "is_report",
    "read_report",
    "save_map",
    "to_geodataframe",
    "to_map",
]


def export(
    parsed: Iterable[ParsedDocument],
    path: str | Path,
    *,
    labels: str | None = None,
    run: Run | None = None,
    layer: str | None = None,
    crs: str | None = None,
    bom: bool | None = None,
    texts: bool | None = None,
) -> Path:
    """Write `parsed` in the format the suffix of `path` names; return the path.

    The file is written whole or not at all: should anything fail, what it held
    before stays. Parent folders are made.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives.
    path
        The file to write, for example ``events.gpkg`` or ``events.acled.csv``.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.
    run
        What made the results; None for that of the first document.
    layer
        What a file of one layer holds, as for `to_geodataframe`; None for events.
    crs
        The coordinate reference system of the geometry, such as EPSG:32638; None for
        WGS 84.
    bom
        Whether a CSV begins with a byte order mark; None for yes, as Excel wants it.
    texts
        Whether the file holds the results whole, with the texts of the documents, so
        that `read_report` can read it; None for yes, where the format can.

    Raises
    ------
    PluginNotFoundError
        If no exporter is installed for the suffix; the message lists the known.
    OutputError
        If `path` has no suffix or cannot be written, if its format does not take a
        setting that is not None, or if there are neither documents nor a `run` to
        name in an empty file.
    ValueError
        If there is no such layer.

    Warns
    -----
    LabelWarning
        If no place has a name of the view or the language asked for.
    """
    target = Path(path)
    exporter = exporter_for(target)
    chosen = {"layer": layer, "crs": crs, "bom": bom, "texts": texts}
    settings = {name: value for name, value in chosen.items() if value is not None}
    check_settings(exporter, target, settings)
    items, run = _with_run(parsed, target, run, labels)
    exporter(items, target, run=run, **settings)
    return target


def save_map(
    parsed: Iterable[ParsedDocument],
    path: str | Path,
    *,
    title: str | None = None,
    labels: str | None = None,
    language: str = "",
    tiles: str | TileProvider | None = None,
    run: Run | None = None,
) -> Path:
    """Write the map of `parsed` as one HTML file that needs no network.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives.
    path
        The file to write, with whatever suffix.
    title
        The heading of the page; None for one made from the documents.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.
    language
        The language of the interface: en, fr, es, ru or ar; '' for the one a reader's
        browser prefers. It can be changed in the page.
    tiles
        Online tiles to show above the base map: a name that xyzservices knows, such as
        ``OpenTopoMap``, or one of its providers, such as one with your key or of your
        own server. The page then asks that server for images; where it gets none, the
        base map stays. None for a page that asks for nothing.
    run
        What made the results; None for that of the first document.

    Raises
    ------
    OutputError
        If `path` cannot be written, if there is no interface in `language`, if the
        tiles are unknown or want a key, or if there are neither documents nor a `run`
        to name in an empty map.

    Warns
    -----
    LabelWarning
        If no place has a name of the view or the language asked for.
    SampleWarning
        If there are more events than a page can carry, and it shows a sample.
    """
    from placemap.output.web.writer import write_map

    target = Path(path)
    items, run = _with_run(parsed, target, run, labels)
    write_map(items, target, run=run, title=title or "", language=language, tiles=tiles)
    return target


def to_geodataframe(
    parsed: Iterable[ParsedDocument],
    *,
    layer: str = "events",
    labels: str | None = None,
) -> gpd.GeoDataFrame:
    """Return a layer of the results as a GeoDataFrame in EPSG:4326.

    The columns are those of the GeoPackage: lists and objects are JSON text, days
    and times are datetimes, and what is unknown is missing. What made them, the label
    policy among it, stands in ``attrs["placemap"]``.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives.
    layer
        ``events``: a row for each event and place, without geometry where the
        place is unknown. ``events_point``, ``events_line``, ``events_area``: those
        with such a geometry; ``events_unlocated``: those without. ``mentions``: a row
        for each place named in the text, as a point; ``places``: for each gazetteer
        entry chosen. ``aliases`` and ``sources`` have no geometry.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.

    Raises
    ------
    ValueError
        If there is no such layer.

    Warns
    -----
    LabelWarning
        If no place has a name of the view or the language asked for.
    """
    from placemap.output.frame import geodataframe

    return geodataframe(relabelled(parsed, labels), layer)


def to_map(
    parsed: Iterable[ParsedDocument],
    *,
    title: str = "",
    labels: str | None = None,
    language: str = "",
    tiles: str | TileProvider | None = None,
) -> folium.Map:
    """Return the map of `parsed` as a `folium.Map`, which a notebook shows.

    It is the page that `save_map` writes: it asks the network nothing, but for online
    tiles where you ask for them. Layers that are added to it are drawn above its own.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives; at least one document.
    title
        The heading of the page, or '' for one made from the documents.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.
    language
        Of the page's interface, such as ``fr``; '' for that of the reader's browser.
    tiles
        Online tiles to show, as for `save_map`; None for a page that asks for nothing.

    Raises
    ------
    OutputError
        If there are no documents, the page has no such language, or the tiles are
        unknown or want a key.
    """
    from placemap.output.web.folium_map import PlacemapMap
    from placemap.output.web.payload import make_payload
    from placemap.output.web.tiles import find_tiles

    items = list(relabelled(parsed, labels))
    if not items:
        raise OutputError("cannot make a map: there are no documents to show")
    run = items[0].run
    chosen = find_tiles(tiles) if tiles else None
    payload = make_payload(items, run=run, title=title, language=language, tiles=chosen)
    return PlacemapMap(payload)


def event_layer(
    parsed: Iterable[ParsedDocument],
    *,
    name: str = "Reported events",
    labels: str | None = None,
) -> EventLayer:
    """Return the events as a `folium.FeatureGroup` to add to a map of your own.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives. Events without a place are left out.
    name
        What a layer control calls the layer.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.
    """
    from placemap.output.folium_layer import EventLayer

    return EventLayer(relabelled(parsed, labels), name=name)


def _with_run(
    parsed: Iterable[ParsedDocument], path: Path, run: Run | None, labels: str | None
) -> tuple[Iterable[ParsedDocument], Run]:
    """Look at the first document for the run, without losing it."""
    items = iter(parsed)
    if run is None:
        first = next(items, None)
        if first is None:
            raise OutputError(f"cannot write {path}: there are no documents to write")
        items, run = chain([first], items), first.run
    if labels is not None:
        run = replace(run, labels=labels)
    return relabelled(items, labels), run
