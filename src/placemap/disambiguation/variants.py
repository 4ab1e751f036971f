"""Tell whether a name that no gazetteer lists is only another spelling of one it does.

Transliterations differ by a letter or two ("Deir al-Zour", "Deir ez-Zor"), and texts
leave out what kind of place it is ("Nansha" for "Nansha Islands").
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Below this share of common letters two names are different ones; shorter names
# differ by a letter without being the same.
_LEAST_COMMON, _SHORTEST = 0.8, 5
# Words for what a place is, and the article in names from Arabic.
_LEFT_OUT = frozenset(
    "al el an ad ar as ash at az ez er ed qundao dao bay cape city county desert "
    "district gulf island islands isle isles lake mount "
    "mountain mountains peninsula port province region republic river sea state strait "
    "town valley".split()
)


def is_variant(name: str, known: Iterable[str]) -> bool:
    """Tell whether `name` is spelled nearly like one of the `known` names.

    Examples
    --------
    >>> is_variant("Deir al-Zour", ["Deir ez-Zor"]), is_variant("Lviv", ["Lvov"])
    (True, False)
    >>> is_variant("Nansha", ["Spratly Islands", "Nansha Islands"])
    True
    """
    letters = _letters(name)
    if len(letters) < _SHORTEST:
        return False
    matcher = SequenceMatcher(b=letters, autojunk=False)
    for other in dict.fromkeys(map(_letters, known)):
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= _LEAST_COMMON <= matcher.ratio():
            return True
    return False


def _letters(name: str) -> str:
    """Return the letters of a name without the words for what it is."""
    words = fold(name).replace("-", " ").split()
    kept = [word for word in words if word not in _LEFT_OUT] or words
    return "".join(filter(str.isalpha, "".join(kept)))
