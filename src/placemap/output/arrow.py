"""Rows as Arrow record batches, which GDAL and pyarrow write many times faster."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from placemap.errors import MissingExtraError
from placemap.output.grid import AT_ONCE, Rows, shapes_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from placemap.output.columns import Column
    from placemap.output.schema import Layer
    from placemap.output.table import Feature

GEOMETRY = "geometry"
_TOGETHER = 100  # batches given as one: 50,000 rows, a group that readers can skip


def load_arrow() -> Any:  # noqa: ANN401 - pyarrow is optional
    """Return pyarrow.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "GeoParquet needs pyarrow: pip install 'placemap[parquet]'"
        ) from error
    return pa


class ArrowGrid:
    """The rows of one layer as record batches; full ones wait on the disk.

    They are in a file at `path`, which whoever named it clears away. The column of
    shapes, in `crs` or in WGS 84 where that is None, comes last.
    """

    def __init__(self, layer: Layer, path: Path, *, crs: str | None) -> None:
        self.layer = layer
        self._path = path
        self._crs = crs
        self._arrow = load_arrow()
        self.schema = self._arrow.schema(
            [_field(self._arrow, column) for column in layer.columns]
        )
        if layer.geometry_type:
            self.schema = self.schema.append(
                self._arrow.field(GEOMETRY, self._arrow.binary())
            )
        self._latest = Rows(layer)
        self._writer: Any = None

    @property
    def has_rows(self) -> bool:
        """Whether a row has been added."""
        return self._writer is not None or len(self._latest) > 0

    def add(self, feature: Feature) -> None:
        """Add a row, of which columns may be missing.

        Raises
        ------
        OutputError
            If the coordinate reference system is unknown or does not reach as far
            as the geometries.
        """
        self._latest.add(feature)
        if len(self._latest) == AT_ONCE:
            if self._writer is None:
                self._writer = self._arrow.ipc.new_stream(str(self._path), self.schema)
            self._writer.write_batch(self._batch())

    def batches(self) -> Any:  # noqa: ANN401 - pyarrow is optional
        """Return a reader of all the rows, after which none can be added.

        It gives them in large batches, for GDAL makes each a transaction.

        Raises
        ------
        OutputError
            As `add` does.
        """
        latest = [self._batch()] if len(self._latest) else []
        return self._arrow.RecordBatchReader.from_batches(
            self.schema, self._joined(chain(self._kept(), latest))
        )

    def _joined(self, batches: Iterator[Any]) -> Iterator[Any]:
        while group := list(islice(batches, _TOGETHER)):
            table = self._arrow.Table.from_batches(group)
            yield from table.combine_chunks().to_batches()

    def _kept(self) -> Iterator[Any]:
        if self._writer is not None:
            self._writer.close()
            with self._arrow.OSFile(str(self._path)) as file:
                yield from self._arrow.ipc.open_stream(file)

    def _batch(self) -> Any:  # noqa: ANN401 - pyarrow is optional
        columns, shapes = self._latest.taken()
        if self.layer.geometry_type:
            columns.append(list(shapes_in(shapes, self._crs)))
        arrays = [
            self._arrow.array(values, type=field.type)
            for values, field in zip(columns, self.schema, strict=True)
        ]
        return self._arrow.record_batch(arrays, schema=self.schema)


def _field(arrow: Any, column: Column) -> Any:  # noqa: ANN401 - pyarrow is optional
    types = {
        "text": arrow.string(),
        "json": arrow.string(),
        "int": arrow.int64(),
        "float": arrow.float64(),
        "bool": arrow.bool_(),
        "date": arrow.date32(),
        "datetime": arrow.timestamp("ms", tz="UTC"),
    }
    about = {"title": column.title, "description": column.meaning, "unit": column.unit}
    return arrow.field(
        column.name,
        types[column.kind],
        metadata={key: value for key, value in about.items() if value},
    )
