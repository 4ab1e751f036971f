"""The styles QGIS opens the layers with by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.qgis import dots_style, events_style

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from placemap.output.schema import Layer

_TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
)"""


def add_styles(
    database: sqlite3.Connection, layers: Sequence[Layer], *, changed: str
) -> None:
    """Write a default style for each of `layers` that has geometry."""
    database.execute(_TABLE)
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
        "owner, update_time) VALUES ('', '', ?, 'geom', 'placemap', ?, '', 1, ?, "
        "'placemap', ?)",
        [
            (layer.name, style_of(layer), layer.title, changed)
            for layer in layers
            if layer.geometry_type
        ],
    )
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
        "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', "
        "'How QGIS draws the layers', ?)",
        (changed,),
    )


def style_of(layer: Layer) -> str:
    """Return the QML of a layer with geometry."""
    match layer.name:
        case "mentions":
            return dots_style(
                "Mention", layer.columns, tip=("place_name", "role", "sentence")
            )
        case "places":
            return dots_style("Place", layer.columns, tip=("name", "country", "kind"))
    return events_style(layer.geometry_type.removeprefix("Multi"))
