"""Compile a user's folder of tables, to be laid over another gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.gazetteer.amendments import amend, to_record, touched_places
from placemap.gazetteer.compiled import CompiledGazetteer
from placemap.gazetteer.compiler import compile_gazetteer
from placemap.gazetteer.curated import read_curated
from placemap.gazetteer.layout import Sections

if TYPE_CHECKING:
    from pathlib import Path


def compile_overlay(folder: Path, lower: CompiledGazetteer) -> CompiledGazetteer:
    """Return the places that the tables in `folder` define or amend, whole.

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
    records = {place.id: to_record(place) for place in known if place is not None}
    for place in known:
        if place is not None:
            records[place.id].shape = lower.shape(place.id)
    for touched in touched_places(curated):
        place = lower.place(touched)
        if place is not None and place.id != touched:
            records[place.id].references.append(touched)
    dropped = [row.place for row in curated.corrections if row.action == "drop_place"]
    data = compile_gazetteer(
        amend(records.values(), curated),
        version=f"overlay {folder.name}",
        attribution=(f"Overlay: {folder.name}",),
        names_source=f"overlay {folder.name}",
        dropped=dropped,
    )
    return CompiledGazetteer(Sections(data, origin=str(folder)))
