"""Results out: tables, GIS files and the web map.

A format is an exporter, found by the suffix of the file it writes: ``jsonl`` keeps
everything and can be read back, ``geojson``, ``gpkg`` and ``csv`` hold flat tables
for GIS and spreadsheets, ``html`` is the map.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from placemap import registry
from placemap.errors import OutputError
from placemap.output.jsonl import is_report, read_report
from placemap.output.names.relabelling import LabelWarning, relabelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from placemap.core import ParsedDocument, Run
    from placemap.protocols import Exporter

__all__ = [
    "LabelWarning",
    "export",
    "is_report",
    "read_report",
    "save_map",
    "to_geodataframe",
]


def export(
    parsed: Iterable[ParsedDocument],
    path: str | Path,
    *,
    labels: str | None = None,
    run: Run | None = None,
) -> Path:
    """Write `parsed` in the format the suffix of `path` names; return the path.

    The file is written whole or not at all: should anything fail, what it held
    before stays. Parent folders are made.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives.
    path
        The file to write, for example ``events.gpkg``.
    labels
        Which name of a place leads, as for `placemap.load`; None for the policy the
        results were made with.
    run
        What made the results; None for that of the first document.

    Raises
    ------
    PluginNotFoundError
        If no exporter is installed for the suffix; the message lists the known.
    OutputError
        If `path` has no suffix or cannot be written, or if there are neither
        documents nor a `run` to name in an empty file.

    Warns
    -----
    LabelWarning
        If no place has a name of the view or the language asked for.
    """
    target = Path(path)
    exporter = _exporter(target)
    items, run = _with_run(parsed, target, run, labels)
    exporter(items, target, run=run)
    return target


def save_map(
    parsed: Iterable[ParsedDocument],
    path: str | Path,
    *,
    title: str | None = None,
    labels: str | None = None,
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
    run
        What made the results; None for that of the first document.

    Raises
    ------
    OutputError
        If `path` cannot be written, or if there are neither documents nor a
        `run` to name in an empty map.

    Warns
    -----
    LabelWarning
        If no place has a name of the view or the language asked for.
    """
    from placemap.output.web.writer import write_map

    target = Path(path)
    items, run = _with_run(parsed, target, run, labels)
    write_map(items, target, run=run, title=title or "")
    return target


def to_geodataframe(
    parsed: Iterable[ParsedDocument],
    *,
    layer: Literal["events", "mentions"] = "events",
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
        place is unknown. ``mentions``: a row for each place named in the text.
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


def _exporter(path: Path) -> Exporter:
    suffix = path.suffix.lower().removeprefix(".")
    if not suffix:
        known = ", ".join(f".{name}" for name in registry.names("exporters"))
        raise OutputError(
            f"cannot tell the format of {path}: expected a suffix out of {known}"
        )
    exporter: Exporter = registry.load("exporters", suffix)
    return exporter


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
