"""Leave off what a name is written without: "Helmand Province" is Helmand."""

from __future__ import annotations

import re

_DIVISION = re.compile(
    r"^(?:Province|Region|State|Governorate|Department|Prefecture) (?:of )?"
    r"| (?:Province|Region|State|Oblast|Governorate|Department|Prefecture|District"
    r"|Municipality|Voivodeship|Canton|Territory|Rayon|Raion|Parish|County|Krai)$"
)
_BRACKET = re.compile(r"\s*\([^()]*\)$")


def without_bracket(name: str) -> str:
    """Return a name without what tells its place from others, "" if it has no such.

    Examples
    --------
    >>> without_bracket("James River (Virginia)"), without_bracket("Virginia")
    ('James River', '')
    """
    return _BRACKET.sub("", name) if _BRACKET.search(name) else ""


def without_division(name: str) -> str:
    """Return a division's name without the word for it, "" if it has none.

    Examples
    --------
    >>> without_division("Helmand Province"), without_division("State of Berlin")
    ('Helmand', 'Berlin')
    """
    return _DIVISION.sub("", name) if _DIVISION.search(name) else ""
