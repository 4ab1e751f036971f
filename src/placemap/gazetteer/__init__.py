"""Answer names with places: compiled, curated and laid over each other."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.reader import CompiledGazetteer
from placemap.gazetteer.layered import LayeredGazetteer

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
    # The compiler and the table reader cost more to import than the rest to open.
    from placemap.gazetteer.overlay import compile_overlay

    lower = CompiledGazetteer(_shipped_path())
    return LayeredGazetteer(compile_overlay(path, lower), lower)


def _shipped_path() -> Path:
    path = Path(str(files("placemap.gazetteer").joinpath("data/world.gazetteer")))
    if not path.is_file():
        raise GazetteerError(
            f"the shipped gazetteer {path} is missing; install placemap with pip, "
            "which compiles it (`pip install -e .` in a checkout)"
        )
    return path
