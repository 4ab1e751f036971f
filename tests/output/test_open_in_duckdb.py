"""DuckDB reads what is written; skipped where its spatial extension is missing."""

import pytest

from placemap.output import export
from placemap.output.geopackage import LAYERS

duckdb = pytest.importorskip("duckdb")
# The extension as a package, for nothing is fetched while testing.
duckdb_ext = pytest.importorskip("duckdb_ext")


@pytest.fixture(scope="module")
def connection():
    with duckdb_ext.init(duckdb.connect()) as connection:
        try:
            connection.execute("LOAD spatial")
        except duckdb.Error as error:
            pytest.skip(f"DuckDB has no spatial extension: {error}")
        yield connection


def test_every_layer_of_a_geopackage_opens_with_its_types(connection, report, tmp_path):
    path = export([report], tmp_path / "events.gpkg")
    kinds = {
        "text": "VARCHAR", "json": "VARCHAR", "int": "BIGINT", "float": "DOUBLE",
        "bool": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMP WITH TIME ZONE",
    }  # fmt: skip
    for layer in LAYERS:
        found = connection.execute(
            f"SELECT * FROM st_read('{path}', layer = '{layer.name}')"
        )
        types = {name: str(kind) for name, kind, *_ in found.description}
        assert ("geom" in types) == bool(layer.geometry_type)
        for column in layer.columns:
            assert types[column.name] == kinds[column.kind], column.name
        assert found.fetchall()


def test_the_query_of_the_docs_counts_by_type(connection, report, tmp_path):
    path = export([report], tmp_path / "events.gpkg")
    found = connection.execute(
        "SELECT type, count(*), sum(deaths_best)"
        f" FROM st_read('{path}', layer = 'events_point')"
        " WHERE where_prec <= 2 AND status IN ('asserted', 'attributed') GROUP BY type"
    )
    assert found.fetchall() == [("ASSAULT", 1, None)]


@pytest.mark.parametrize(
    ("suffix", "rows", "located"), [("fgb", 4, 4), ("geojson", 6, 4)]
)
def test_other_formats_open_with_their_geometries(
    connection, report, tmp_path, suffix, rows, located
):
    path = export([report], tmp_path / f"events.{suffix}")
    found = connection.execute(f"SELECT count(*), count(geom) FROM st_read('{path}')")
    assert found.fetchone() == (rows, located)


def test_geoparquet_is_a_table_with_geometries(connection, report, tmp_path):
    pytest.importorskip("pyarrow")
    path = export([report], tmp_path / "events.parquet")
    found = connection.execute(
        "SELECT count(*), bool_and(st_isvalid(geometry)), typeof(any_value(start_date))"
        f" FROM '{path}' WHERE bbox.xmin > 40"
    )
    assert found.fetchone() == (4, True, "DATE")
