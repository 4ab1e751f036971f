"""Scripts: whether the readers of a text can read a name."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

# More letters would not change which script a text is written in.
_SAMPLE = 400
# Names of characters begin with these where one script has several parts.
_ALIKE = {"HIRAGANA": "CJK", "KATAKANA": "CJK"}


@lru_cache(maxsize=4096)
def script_of(text: str) -> str:
    """Return the script most letters at the beginning of `text` are of.

    It is named like Unicode's characters, in capitals; '' where there are no letters.

    Examples
    --------
    >>> [script_of(text) for text in ("Київ", "Xankəndi, or Хан", "東京", "17")]
    ['CYRILLIC', 'LATIN', 'CJK', '']
    """
    letters = [char for char in text[: 4 * _SAMPLE] if char.isalpha()][:_SAMPLE]
    counted = Counter(map(_script, letters))
    return min(counted, key=lambda name: (-counted[name], name), default="")


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    name = unicodedata.name(char, "").partition(" ")[0]
    return _ALIKE.get(name, name)
