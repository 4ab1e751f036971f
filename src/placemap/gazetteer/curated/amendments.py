"""Lay curated tables over place records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Name, StatusView
from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import PlaceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import Place
    from placemap.gazetteer.curated.tables import CorrectionRow, Curated, PlaceRow


def amend(records: Iterable[PlaceRecord], curated: Curated) -> list[PlaceRecord]:
    """Return `records` with the curated places, names, views and shapes.

    Rows refer to places by id or reference (``iso:AZ``). The records given are
    changed in place.

    Raises
    ------
    GazetteerError
        If a row refers to a place that nobody has defined.
    """
    table = _Records(records)
    for row in curated.places:
        table.put(row)
    for correction in curated.corrections:
        table.correct(correction)
    for place, told in _told_names(curated):
        record = table.get(place, told.text)
        record.add_name(told)
        record.vetted.add(told.text)
    for status in curated.statuses:
        view = StatusView(
            view=status.view,
            country=status.country,
            start=status.start,
            end=status.end,
            source=status.source,
        )
        record = table.get(status.place, status.view)
        record.statuses.append(view)
        record.disputed = True
    for place, shape in curated.shapes.items():
        table.get(place, "its shape").shape = shape
    return table.records()


def touched_places(curated: Curated) -> list[str]:
    """Return the ids of all places the tables speak of, sorted."""
    touched = {row.id for row in curated.places} | set(curated.shapes)
    touched |= {row.place for row in curated.names}
    touched |= {row.place for row in curated.statuses}
    touched |= {row.place for row in curated.demonyms}
    touched |= {row.place for row in curated.abbreviations}
    touched |= {row.place for row in curated.corrections}
    return sorted(touched)


def _told_names(curated: Curated) -> Iterator[tuple[str, Name]]:
    for row in curated.names:
        yield (
            row.place,
            Name(
                text=row.text,
                lang=row.lang,
                kind=row.kind,
                used_by=row.used_by,
                start=row.start,
                end=row.end,
                source=row.source,
            ),
        )
    for word in curated.demonyms:
        yield (
            word.place,
            Name(text=word.text, lang="en", kind=word.form, source=word.source),
        )
    for short in curated.abbreviations:
        yield (
            short.place,
            Name(text=short.text, kind="abbreviation", source=short.source),
        )


def to_record(place: Place) -> PlaceRecord:
    """Return a record made from a finished place, to be amended."""
    told = [name for name in place.names if name.lang or name.used_by]
    return PlaceRecord(
        id=place.id,
        lon_deg=place.lon_deg,
        lat_deg=place.lat_deg,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        population=place.population,
        radius_m=place.radius_m,
        bbox=place.bbox,
        disputed=place.disputed,
        spellings={
            place.name: "official",
            **{name.text: name.kind for name in place.names},
        },
        names=told,
        statuses=list(place.statuses),
    )


class _Records:
    """Records by id and by reference."""

    def __init__(self, records: Iterable[PlaceRecord]) -> None:
        self._by_id = {record.id: record for record in records}
        self._home = {
            reference: record.id
            for record in self._by_id.values()
            for reference in record.references
        }

    def records(self) -> list[PlaceRecord]:
        return list(self._by_id.values())

    def find(self, place: str) -> PlaceRecord | None:
        return self._by_id.get(self._home.get(place, place))

    def get(self, place: str, what: str) -> PlaceRecord:
        record = self.find(place)
        if record is None:
            raise GazetteerError(
                f"{what!r} belongs to the unknown place {place!r}; "
                "add a row for it to places.csv or correct the id"
            )
        return record

    def put(self, row: PlaceRow) -> None:
        known = self.find(row.id)
        if known is None:
            self._by_id[row.id] = _new_record(row)
            return
        if row.lon_deg is not None and row.lat_deg is not None:
            known.lon_deg, known.lat_deg = row.lon_deg, row.lat_deg
        if row.name:
            known.rename(row.name)
            known.vetted.add(row.name)
        for field in ("kind", "country", "admin1", "admin2", "population", "radius_m"):
            value = getattr(row, field)
            if value:
                setattr(known, field, value)
        known.disputed = known.disputed or row.disputed

    def correct(self, row: CorrectionRow) -> None:
        if row.action == "drop_place":
            self._by_id.pop(self._home.get(row.place, row.place), None)
            return
        record = self.get(row.place, row.text)
        if row.action == "drop_population":
            record.population = 0
            return
        record.spellings.pop(row.text, None)
        record.names = [name for name in record.names if name.text != row.text]


def _new_record(row: PlaceRow) -> PlaceRecord:
    if row.lon_deg is None or row.lat_deg is None or not row.name:
        raise GazetteerError(
            f"new place {row.id!r} needs name, lon_deg and lat_deg in places.csv"
        )
    return PlaceRecord(
        id=row.id,
        lon_deg=row.lon_deg,
        lat_deg=row.lat_deg,
        kind=row.kind,
        country=row.country,
        admin1=row.admin1,
        admin2=row.admin2,
        population=row.population or 0,
        radius_m=row.radius_m or 0.0,
        disputed=row.disputed,
        spellings={row.name: "official"},
        vetted={row.name},
    )
