"""Answer names with places: compiled, curated and laid over each other."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from placemap.errors import GazetteerError
from placemap.gazetteer.amendments import amend, to_record, touched_places
from placemap.gazetteer.compiled import CompiledGazetteer
from placemap.gazetteer.compiler import compile_gazetteer
from placemap.gazetteer.curated import read_curated
from placemap.gazetteer.layered import LayeredGazetteer
from placemap.gazetteer.layout import Sections

__all__ = ["CompiledGazetteer", "LayeredGazetteer", "open_gazetteer"]


def open_gazetteer(
    path: str | Path | None = None,
) -> CompiledGazetteer | LayeredGazetteer:
    """Open a gazetteer.

    Parameters
    ----------
    path
        None for the shipped world gazetteer; a folder of tables in the curated
        format to lay over it; or a compiled file to use instead of it.

    Raises
    ------
    GazetteerError
        If there is no such file or folder, or it is not a gazetteer.

    Examples
    --------
    >>> world = open_gazetteer()
    >>> world.place("iso:AZ").name
    'Azerbaijan'
    """
    if path is None:
        return CompiledGazetteer(_shipped_path())
    path = Path(path)
    if not path.is_dir():
        return CompiledGazetteer(path)
    lower = CompiledGazetteer(_shipped_path())
    return LayeredGazetteer(_compile_overlay(path, lower), lower)


def _shipped_path() -> Path:
    path = Path(str(files("placemap.gazetteer").joinpath("data/world.gazetteer")))
    if not path.is_file():
        raise GazetteerError(
            f"the shipped gazetteer {path} is missing; install placemap with pip, "
            "which compiles it (`pip install -e .` in a checkout)"
        )
    return path


def _compile_overlay(folder: Path, lower: CompiledGazetteer) -> CompiledGazetteer:
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
