"""A QGIS project within the file: its layers in order, with styles and clock.

QGIS lists it under the GeoPackage in its browser, and opens it with a double click. It
finds the layers by the name of the file: after renaming that, add the layers
themselves, which bring their styles along.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from placemap.output.geopackage.styles import style_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from placemap.output.schema import Layer

NAME = "placemap"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the least a zip can tell
_STYLE = re.compile(r"<qgis [^>]*>(.*)</qgis>", re.DOTALL)
_SHOWN = ("events_point", "events_line", "events_area")


def add_project(
    database: sqlite3.Connection, layers: Iterable[Layer], *, file_name: str, crs: str
) -> None:
    """Write a project of `layers`, of which the events are shown, into the file."""
    document = _document(list(layers), file_name, crs)
    database.execute(
        "CREATE TABLE qgis_projects "
        "(name TEXT PRIMARY KEY, metadata BLOB, content BLOB)"
    )
    # As QGIS has it, the content is a zip, written in hexadecimal.
    database.execute(
        "INSERT INTO qgis_projects VALUES (?, ?, ?)",
        (NAME, '{"last_modified_user":"placemap"}', _zipped(document).hex()),
    )


def _zipped(document: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{NAME}.qgs", _EPOCH), document)
    return buffer.getvalue()


def _document(layers: list[Layer], file_name: str, crs: str) -> str:
    tree = "".join(_tree_node(layer, file_name) for layer in layers)
    maps = "".join(_map_layer(layer, file_name, crs) for layer in layers)
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis projectname="{NAME}" version="3.22.0"><title>{NAME}</title>'
        f"<projectCrs>{_system(crs)}</projectCrs><layer-tree-group>{tree}</layer-tree-group>"
        f"<projectlayers>{maps}</projectlayers>"
        '<properties><Paths><Absolute type="bool">false</Absolute></Paths>'
        "</properties></qgis>\n"
    )


def _tree_node(layer: Layer, file_name: str) -> str:
    checked = "Qt::Checked" if layer.name in _SHOWN else "Qt::Unchecked"
    return (
        f'<layer-tree-layer id="{layer.name}" name={quoteattr(layer.title)} '
        f'providerKey="ogr" checked="{checked}" expanded="0" '
        f"source={quoteattr(_source(layer, file_name))}/>"
    )


def _system(crs: str) -> str:
    # QGIS looks at the code only where there is a number of its own, whichever.
    code = f"<srsid>1</srsid><authid>{escape(crs)}</authid>"
    return f"<spatialrefsys>{code}</spatialrefsys>"


def _map_layer(layer: Layer, file_name: str, crs: str) -> str:
    system = f"<srs>{_system(crs)}</srs>" if layer.geometry_type else ""
    family = layer.geometry_type.removeprefix("Multi").replace("LineString", "Line")
    return (
        f'<maplayer type="vector" geometry="{family or "No geometry"}" '
        f'styleCategories="AllStyleCategories"><id>{layer.name}</id>'
        f"<datasource>{escape(_source(layer, file_name))}</datasource>"
        f"<layername>{escape(layer.title)}</layername>{system}"
        f'<provider encoding="UTF-8">ogr</provider>{_style(layer)}</maplayer>'
    )


def _source(layer: Layer, file_name: str) -> str:
    return f"./{file_name}|layername={layer.name}"


def _style(layer: Layer) -> str:
    """Return what is inside a style of the layer, '' for a table."""
    found = _STYLE.search(style_of(layer)) if layer.geometry_type else None
    return found[1] if found else ""
