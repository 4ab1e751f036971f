"""The words of a text in any language: where they stand and how they are written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.text import has_case, sentences, tokens

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.foreign.grammar import Grammar

_APOSTROPHES = "'’‘ʼ"
# "Ankara'da": what an apostrophe parts off the name.
_TAIL = re.compile(rf"(?<=\w)[{_APOSTROPHES}]\w+")
_JOINTS = frozenset({" ", "-", "\u00a0", "\u2010", "\u2011"})


class Passage:
    """The words of a text, by position.

    `plain` is the text with elisions and what follows an apostrophe blanked where
    the language parts words so; its offsets are those of the text. Words are counted
    from 0; asking for one that is not there gives an empty text.
    """

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.plain = _part_words(text, grammar)
        found = list(tokens(self.plain))
        self.starts = [token.start for token in found]
        self.ends = [token.end for token in found]
        self.keys = [token.key for token in found]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def first_word(self, span: Span) -> int:
        """Return the index of the first word that ends after the span's start."""
        return bisect_right(self.ends, span.start)

    def last_word(self, span: Span) -> int:
        """Return the index of the last word that starts before the span's end."""
        return bisect_left(self.starts, span.end) - 1

    def word(self, index: int) -> str:
        """Return the word at `index` as it is written, or an empty text."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.plain[self.starts[index] : self.ends[index]]

    def key(self, index: int) -> str:
        """Return the word at `index` folded, or an empty text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def gap(self, index: int) -> str:
        """Return what stands between the words `index` and `index` + 1."""
        if not 0 <= index < len(self.starts) - 1:
            return ""
        return self.plain[self.ends[index] : self.starts[index + 1]]

    def joined(self, index: int) -> bool:
        """Tell whether only a space or hyphen parts a word from the next."""
        return self.gap(index) in _JOINTS

    def is_capital(self, index: int) -> bool:
        """Tell whether the word at `index` begins with a capital."""
        return self.word(index)[:1].isupper()

    def is_small(self, index: int) -> bool:
        """Tell whether the word at `index` could have a capital, but has none."""
        first = self.word(index)[:1]
        return has_case(first) and not first.isupper()

    def tail(self, index: int) -> str:
        """Return what an apostrophe parts off the word at `index`, or nothing."""
        if not 0 <= index < len(self.ends):
            return ""
        match = _TAIL.match(self.text, self.ends[index])
        return match.group()[1:] if match else ""

    def opens_sentence(self, index: int) -> bool:
        """Tell whether the word at `index` is the first of a sentence."""
        return index in self._openings

    @cached_property
    def _openings(self) -> frozenset[int]:
        bounds = sentences(self.text)
        return frozenset(bisect_right(self.ends, start) for start, _ in bounds)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The keys of the words that this text also writes without a capital."""
        return frozenset(self.keys[i] for i in range(len(self)) if self.is_small(i))


def _part_words(text: str, grammar: Grammar) -> str:
    """Blank elisions and what follows apostrophes; offsets stay."""
    if grammar.elisions:
        elided = "|".join(grammar.elisions)
        text = re.sub(
            rf"(?<!\w)(?:{elided})[{_APOSTROPHES}](?=\w)", _blank, text, flags=re.I
        )
    return _TAIL.sub(_blank, text) if grammar.apostrophes else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
