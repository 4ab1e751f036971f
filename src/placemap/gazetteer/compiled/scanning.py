"""Where a text spells names that an index holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.gazetteer.compiled.tries import Index
    from placemap.text import Token

# Longer than any name in use; keeps the scan linear in the text.
_LONGEST_KEY = 80
# What may stand between two words of one name.
_GAP_LIMIT = 3
_GAP_CHARACTERS = frozenset(" \t\n-‐‑–./'’\u00a0")
_DOTTED = frozenset("st ste mt ft pt dr gen sgt pres no".split())
# What never stands in a name, nor in the gap between two words of one: so each piece
# of text may be read by itself.
_BREAKS = r"|,;:!?()\[\]\"“”"
_PIECE = re.compile(rf"[^{_BREAKS}\s](?:[^{_BREAKS}]*[^{_BREAKS}\s])?")
# Short pieces come again and again, and a text without breaks must not be kept.
_REMEMBERED, _SHORT = 1 << 14, 60


class Scanner:
    """Finds the names of an index in texts, remembering what short pieces hold."""

    def __init__(self, keys: Index) -> None:
        self._keys = keys
        self._read_short = lru_cache(_REMEMBERED)(self._read)

    def scan(self, text: str) -> list[Span]:
        """Return every stretch of `text` that spells a name, in text order."""
        found: list[Span] = []
        for match in _PIECE.finditer(text):
            at, piece = match.start(), match.group()
            read = self._read_short if len(piece) <= _SHORT else self._read
            found.extend(Span(at + start, at + end) for start, end in read(piece))
        return found

    def _read(self, piece: str) -> tuple[tuple[int, int], ...]:
        """Return the starts and ends of the names in a piece of text."""
        if piece.isascii() and piece.isalpha():  # one plain word, as most are
            is_name = self._keys.get(piece.lower()) is not None
            return ((0, len(piece)),) if is_name else ()
        found: list[tuple[int, int]] = []
        for run in _unbroken_runs(piece):
            joined = " ".join([word.key for word in run])
            offset = 0
            for first, word in enumerate(run[:-1]):
                found.extend(
                    (word.start, run[first + count - 1].end)
                    for count in self._match_lengths(joined, offset)
                )
                offset += len(word.key) + 1
            last = run[-1]
            if self._keys.get(last.key) is not None:
                found.append((last.start, last.end))
        return tuple(found)

    def _match_lengths(self, joined: str, offset: int) -> Iterator[int]:
        window = joined[offset : offset + _LONGEST_KEY]
        for key in self._keys.iter_prefixes(window):
            end = offset + len(key)
            if end == len(joined) or joined[end] == " ":
                yield key.count(" ") + 1


def _unbroken_runs(text: str) -> Iterator[list[Token]]:
    """Yield the words of a text in runs that a name may lie in, none of them empty."""
    run: list[Token] = []
    for word in tokens(text):
        if run and not _is_joined(run[-1].key, text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_joined(key: str, gap: str) -> bool:
    """Tell whether one name may hold a word, the gap after it and the next word."""
    if gap == " ":
        return True
    if len(gap) > _GAP_LIMIT or not _GAP_CHARACTERS.issuperset(gap):
        return False
    if "." in gap and key not in _DOTTED:
        return False
    return gap.count("\n") <= 1
