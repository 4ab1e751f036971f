"""What each column means and may hold, by the schema extension of GeoPackage.

GDAL and QGIS show the titles as aliases, and the codes with their meanings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.codes import CODES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from placemap.output.columns import Column
    from placemap.output.schema import Layer

_TABLES = """
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
  description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT,
  min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
"""
_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"


def describe_columns(database: sqlite3.Connection, layers: Iterable[Layer]) -> None:
    """Write title, meaning, type of content and codes of every column."""
    for statement in _TABLES.split(";\n"):
        database.execute(statement)
    database.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')",
        [
            (table, _EXTENSION)
            for table in ("gpkg_data_columns", "gpkg_data_column_constraints")
        ],
    )
    database.executemany(
        "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (layer.name, *_described(column))
            for layer in layers
            for column in layer.columns
        ],
    )
    database.executemany(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, "
        "value, description) VALUES (?, 'enum', ?, ?)",
        list(_constraints()),
    )


def _described(column: Column) -> tuple[str | None, ...]:
    meaning = column.meaning
    if column.unit:
        meaning += f" [{column.unit}]"
    if column.refers_to:
        meaning += f" ({column.refers_to})"
    mime_type = "application/json" if column.kind == "json" else None
    title = column.title
    return column.name, title, title, meaning, mime_type, _constraint_of(column)


def _constraint_of(column: Column) -> str | None:
    """Return the name of the list of codes, where no other code is allowed."""
    for name, codes in CODES.items():
        if codes is column.codes and codes.is_closed:
            return name
    return None


def _constraints() -> Iterator[tuple[str, str, str]]:
    for name, codes in CODES.items():
        if codes.is_closed:
            for code, meaning in codes.meanings.items():
                yield name, str(code), meaning
