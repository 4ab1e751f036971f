"""The label policy: what it says, and which names fit it.

The tool takes no side: the policy is the reader's choice, and every output says which
one was used. It is one of

* ``text``: the name as the text has it,
* ``gazetteer``: the gazetteer's main name,
* ``official``: the name an authority has laid down, whichever authority it is,
* ``local``: what those who live there call it,
* a view, which is whoever uses the name: ``Armenians``, ``Armenia`` or ``AM``,
* a language tag in small letters, such as ``az``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast, get_args

from placemap.output.names.countries import words_of_side
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placemap.core import Name

PolicyKind = Literal["text", "gazetteer", "official", "local", "language", "view"]
_PLAIN = get_args(PolicyKind)[:4]
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def kind_of(policy: str) -> PolicyKind:
    """Return what kind of label policy `policy` is.

    Small letters make a language of what capitals make a country's view.

    Examples
    --------
    >>> [kind_of(policy) for policy in ("Local", "az", "zh-Hant", "AZ", "Armenians")]
    ['local', 'language', 'language', 'view', 'view']
    """
    plain = policy.casefold()
    if plain in _PLAIN:
        return cast("PolicyKind", plain)
    return "language" if _LANGUAGE.fullmatch(policy) else "view"


def names_in_language(names: Iterable[Name], tag: str) -> list[Name]:
    """Return the names in a language, those with exactly this tag if there are any."""
    wanted = tag.lower()
    fitting = [n for n in names if f"{n.lang}-".lower().startswith(f"{wanted}-")]
    return [n for n in fitting if n.lang.lower() == wanted] or fitting


def names_in_view(names: Iterable[Name], view: str) -> list[Name]:
    """Return the names `view` uses, or else those of its country and people.

    Examples
    --------
    >>> from placemap.core import Name
    >>> names = [Name(text="Stepanakert", used_by="Armenians")]
    >>> [[n.text for n in names_in_view(names, v)] for v in ("ARMENIANS", "AM", "AZ")]
    [['Stepanakert'], ['Stepanakert'], []]
    """
    used = [(name, _parties(name.used_by)) for name in names if name.used_by]
    exact = [name for name, parties in used if fold(view) in parties]
    side = words_of_side(view)
    return exact or [name for name, parties in used if side & parties]


def _parties(used_by: str) -> set[str]:
    """Return who is meant by "Turkish Cypriots and Turkey": both, and each."""
    parts = (used_by, *re.split(r" and (?:the )?|[,;] ?", used_by))
    return {fold(part) for part in parts} - {""}
