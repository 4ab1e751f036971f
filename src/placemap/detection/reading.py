"""A document's words as a reader sees them: order, capitals, sentences, lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from placemap.core import Span
from placemap.text import sentences

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
# Small words that names never hold. Those that some do, and what a hyphen or an
# apostrophe joins to other words, stay: "Isle of Man", "Weston-on-the-Green".
_ORDINARY = re.compile(
    r"(?<![\w'’‐‑-])"
    r"(?!(?:of|the|and|de|la|las|los|le|les|del|della|di|da|do|dos|das|du|des|von|van|"
    r"der|den|am|an|upon|on|sur|en|e|y|al|el|ul|ad|bei|im|in)\b)"
    r"([a-z]+)(?![\w'’‐‑-])"
)
# A possessive ending is not part of the word: "Moscow's" is "Moscow".
_POSSESSIVE = re.compile(r"['’](?<=\w['’])[sS](?!\w)")
_OPENERS = "\"'“‘([«—–-:|•* \t"
# Shares of capitalised letters or words, from reading headlines of both kinds.
_CAPS_SHARE, _TITLE_SHARE = 0.7, 0.8
_TITLE_WORDS = 4
# Written with a full stop in the midst of a name.
_SHORTENED = frozenset(
    "st ste mt ft pt mr mrs ms dr prof rev hon sen rep gov lt col capt sgt gen maj cpl "
    "pvt pfc adm cmdr jr sr no".split()
)
_LONG_WORD = 3


def without_possessives(text: str) -> str:
    """Return `text` with possessive endings blanked, offsets unchanged.

    Examples
    --------
    >>> without_possessives("Moscow's view")
    'Moscow   view'
    """
    return _POSSESSIVE.sub("  ", text)


def without_small_words(text: str) -> str:
    """Return `text` with the words that no name holds blanked, offsets unchanged.

    Examples
    --------
    >>> without_small_words("Ferries to the Isle of Man stop")
    'Ferries || the Isle of Man ||||'
    """
    # Every second piece is such a word; most words are, so none is looked at alone.
    pieces = _ORDINARY.split(text)
    pieces[1::2] = map("|".__mul__, map(len, pieces[1::2]))
    return "".join(pieces)


class Reading:
    """The words of a text, by position; `plain` is where names may be looked for.

    Words are counted from 0; a word index of -1 or of `len(reading.words)` means
    that there is none.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        bare = without_possessives(text)
        self.plain = without_small_words(bare)
        found = list(_WORD.finditer(bare))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match.group() for match in found]
        self.keys = list(map(str.casefold, self.words))

    def first_word(self, span: Span) -> int:
        """Return the index of the first word that ends after the span's start."""
        return bisect_right(self.ends, span.start)

    def last_word(self, span: Span) -> int:
        """Return the index of the last word that starts before the span's end."""
        return bisect_left(self.starts, span.end) - 1

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the indices of the first and last word between two offsets."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end) - 1

    def word(self, index: int) -> str:
        """Return the word at `index`, or an empty text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def key(self, index: int) -> str:
        """Return the word at `index` without case, or an empty text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def gap(self, index: int) -> str:
        """Return what stands between the words `index` and `index` + 1."""
        if index < 0:
            return self.text[: self.starts[0]] if self.starts else self.text
        if index + 1 >= len(self.words):
            return self.text[self.ends[index] :]
        return self.gaps[index]

    @cached_property
    def gaps(self) -> list[str]:
        """What stands between each word and the next, one fewer than the words."""
        text = self.text
        return [
            text[end:start]
            for end, start in zip(self.ends, self.starts[1:], strict=False)
        ]

    def joined(self, index: int) -> bool:
        """Tell whether a word and the next may belong to one name.

        Only a space stands between them, or the full stop of "St." or an initial.
        """
        if not 0 <= index < len(self.gaps):
            return False
        gap = self.gaps[index]
        if gap == ". ":
            return len(self.words[index]) == 1 or self.keys[index] in _SHORTENED
        return gap == " "

    def is_capital(self, index: int) -> bool:
        """Tell whether the word at `index` exists and begins with a capital."""
        return self.word(index)[:1].isupper()

    @cached_property
    def _openings(self) -> frozenset[int]:
        return frozenset(
            bisect_left(self.starts, start) for start, _ in self.sentence_bounds
        )

    @cached_property
    def sentence_bounds(self) -> tuple[tuple[int, int], ...]:
        """The sentences as half-open offset pairs, in order."""
        return sentences(self.text)

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a capital on this word may be due to its position."""
        if index in self._openings:
            return True
        gap = self.gap(index - 1)
        if gap == " ":
            return False
        return gap.rstrip()[-1:] in {"“", "‘", ":", "•", "|"} or gap.endswith(
            (' "', " '")
        )

    @cached_property
    def _styles(self) -> list[str]:
        return [self._style(*bounds) for bounds in self.sentence_bounds]

    def style(self, position: int) -> str:
        """Return how the sentence around an offset is written.

        ``caps`` for capitals throughout, ``title`` for a headline in which every
        longer word has a capital, ``plain`` otherwise.
        """
        at = bisect_right(self.sentence_bounds, (position, len(self.text))) - 1
        return self._styles[at] if at >= 0 else "plain"

    @cached_property
    def styles(self) -> list[str]:
        """The style of each word's sentence; see `style`."""
        found: list[str] = []
        for (_, end), style in zip(self.sentence_bounds, self._styles, strict=True):
            count = bisect_left(self.starts, end) - len(found)
            found.extend([style] * count)
        return found

    def _style(self, start: int, end: int) -> str:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        long = [
            w for w in self.words[first:last] if len(w) > _LONG_WORD and w.isalpha()
        ]
        if not long:
            return "plain"
        if sum(map(str.isupper, long)) >= _CAPS_SHARE * len(long):
            return "caps" if last - first > 1 else "plain"
        capital = sum(word[0].isupper() for word in long)
        is_title = len(long) >= _TITLE_WORDS and capital >= _TITLE_SHARE * len(long)
        return "title" if is_title else "plain"

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that this text also writes with a small letter."""
        return frozenset(word for word in self.words if word[0].islower())

    def sentence_at(self, position: int) -> Span | None:
        """Return the sentence around an offset, or None between sentences."""
        at = bisect_right(self.sentence_bounds, (position, len(self.text))) - 1
        if at < 0 or self.sentence_bounds[at][1] <= position:
            return None
        return Span(*self.sentence_bounds[at])
