"""A layer as newline-delimited GeoJSON, written document by document.

A line is a Feature. What ends in ``.geojsonl`` has plain lines; ``.geojsons`` is a
text sequence by RFC 8142, whose lines begin with the record separator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.atomic import replacing
from placemap.output.geojson import feature_record
from placemap.output.jsontext import dumps
from placemap.output.layers import features_of
from placemap.output.schema import layer_called

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from placemap.core import ParsedDocument, Run

_SEPARATOR = b"\x1e"


def write_lines(
    parsed: Iterable[ParsedDocument], path: Path, *, run: Run, layer: str = "events"
) -> None:
    """Write `layer` to `path`, a Feature a line; memory does not grow with it.

    Raises
    ------
    OutputError
        If the file cannot be written.
    ValueError
        If there is no such layer.
    """
    _write(parsed, path, run, layer, lead=b"")


def write_sequence(
    parsed: Iterable[ParsedDocument], path: Path, *, run: Run, layer: str = "events"
) -> None:
    """Write `layer` to `path` as a GeoJSON text sequence (RFC 8142).

    Raises
    ------
    OutputError
        If the file cannot be written.
    ValueError
        If there is no such layer.
    """
    _write(parsed, path, run, layer, lead=_SEPARATOR)


def _write(
    parsed: Iterable[ParsedDocument], path: Path, run: Run, name: str, *, lead: bytes
) -> None:
    layer = layer_called(name)
    with replacing(path) as temporary, temporary.open("wb") as file:
        for feature in features_of(parsed, layer, run):
            file.write(lead + dumps(feature_record(feature)).encode() + b"\n")
