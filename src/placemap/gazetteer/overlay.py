"""Compile a user's folder of tables, to be laid over another gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.gazetteer.compiled.compiler import compile_gazetteer
from placemap.gazetteer.compiled.doubles import merge_doubles
from placemap.gazetteer.compiled.layout import Sections
from placemap.gazetteer.compiled.reader import CompiledGazetteer
from placemap.gazetteer.curated.amendments import amend, to_record, touched_places
from placemap.gazetteer.curated.tables import read_curated

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from placemap.core import Place
    from placemap.gazetteer.compiled.compiler import PlaceRecord
    from placemap.gazetteer.compiled.reader import Merger

# The best known of the places of one name; the rest are far away or hamlets.
_MANY = 100


def compile_overlay(folder: Path, lower: CompiledGazetteer) -> CompiledGazetteer:
    """Return the places that the tables in `folder` define or amend, whole.

    A place of the folder's own that is one of `lower` under another id becomes that
    place, amended; `mergers` of the result tells which, and why.

    Parameters
    ----------
    folder
        Tables in the curated format.
    lower
        The gazetteer the folder is laid over: amended places are taken from it.

    Raises
    ------
    GazetteerError
        If a table cannot be read or refers to a place that nobody has defined.
    """
    curated = read_curated(folder)
    known = [lower.place(place) for place in touched_places(curated)]
    records = {place.id: _record(place, lower) for place in known if place is not None}
    for touched in touched_places(curated):
        place = lower.place(touched)
        if place is not None and place.id != touched:
            records[place.id].references.append(touched)
    dropped = [row.place for row in curated.corrections if row.action == "drop_place"]
    rows, mergers = _merge_own(amend(records.values(), curated), lower, dropped)
    data = compile_gazetteer(
        rows,
        version=f"overlay {folder.name}",
        attribution=(f"Overlay: {folder.name}",),
        names_source=f"overlay {folder.name}",
        dropped=dropped,
        mergers=mergers,
    )
    return CompiledGazetteer(Sections(data, origin=str(folder)))


def _record(place: Place, lower: CompiledGazetteer) -> PlaceRecord:
    record = to_record(place)
    record.shape = lower.shape(place.id)
    return record


def _merge_own(
    records: list[PlaceRecord], lower: CompiledGazetteer, dropped: Collection[str]
) -> tuple[list[PlaceRecord], list[Merger]]:
    """Merge the new ones among `records` with the places of `lower` that they are."""
    ids = {record.id for record in records}
    taken = ids.union(dropped)
    namesakes: list[PlaceRecord] = []
    for record in records:
        if lower.place(record.id) is not None:
            continue
        for text in record.all_spellings():
            for candidate in lower.candidates(text, limit=_MANY):
                place_id = candidate.place.id
                place = None if place_id in taken else lower.place(place_id)
                if place is not None:
                    taken.add(place_id)
                    namesakes.append(_record(place, lower))
    rows, mergers = merge_doubles([*records, *namesakes])
    own = [merger for merger in mergers if ids & {merger.kept, merger.dropped}]
    wanted = ids | {merger.kept for merger in own}
    return [row for row in rows if row.id in wanted], own
