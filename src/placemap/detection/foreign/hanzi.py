"""Chinese text in the other of its two scripts, character by character.

A gazetteer may list a town in the simplified script alone or in the traditional
alone. Some characters have several counterparts; names of places seldom need them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_SIMPLIFIED, _TRADITIONAL = 0, 1


def other_scripts(text: str) -> list[str]:
    """Return `text` in simplified and in traditional characters, where it differs.

    The offsets stay the same.

    Examples
    --------
    >>> other_scripts("基辅"), other_scripts("臺北"), other_scripts("北京")
    (['基輔'], ['台北'], [])
    """
    versions = (text.translate(table) for table in _tables())
    return [version for version in versions if version != text]


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    path = files("placemap.detection").joinpath("data", "languages", "han_variants.txt")
    lines = (line.partition("#")[0] for line in path.read_text("utf-8").splitlines())
    pairs = [pair for line in lines for pair in line.split()]
    return (
        {ord(pair[_TRADITIONAL]): pair[_SIMPLIFIED] for pair in pairs},
        {ord(pair[_SIMPLIFIED]): pair[_TRADITIONAL] for pair in pairs},
    )
