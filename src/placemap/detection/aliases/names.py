"""A text reduced to what wordings are made of: its names become single letters.

"In Arda, which Kurds call Berda" reads as "in N, which D call N": N stands for a
name, D for a people or language, all else is lower case and without quotes. On
this form the ways of saying that two names are one place are short patterns.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.aliases.capitals import PIECE
from placemap.detection.aliases.cutting import Part, known_parts, lowered, name_parts
from placemap.detection.aliases.marks import Marks
from placemap.detection.aliases.stretches import telling_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from placemap.core import Mention
    from placemap.detection.aliases.stretches import Stretch

_PLAIN = {
    "possessive": "'s",
    "quote": "",
    "dash": " — ",
    "opening": "(",
    "closing": ")",
    "paragraph": "\n",
    "space": " ",
}
# The share of capital letters from which on a text is all in capitals.
_SHOUTING = 0.6
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class Skeleton(Marks):
    """A text, its `form`, and the way back from one to the other.

    Examples
    --------
    >>> from placemap.core import Mention
    >>> text = "At “Arda”, which Kurds call Berda"
    >>> kurds = Mention(span=Span(17, 22), text="Kurds", form="demonym")
    >>> skeleton = Skeleton(text, [kurds])
    >>> skeleton.form
    'at N, which D call N'
    >>> skeleton.span(3, 4).of(text), skeleton.span(12, 18).of(text)
    ('Arda', 'Kurds call')
    """

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        super().__init__(text, mentions)
        # Where each piece begins in the form, and where it lies in the text.
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int]] = []
        parts: list[str] = []
        length = 0
        for start, end, part in self._parts():
            if part:
                self._starts.append(length)
                self._pieces.append((start, end))
                parts.append(part)
                length += len(part)
        self.form = "".join(parts)

    @cached_property
    def telling(self) -> tuple[Stretch, ...]:
        """The sentences that may speak of names."""
        return tuple(telling_sentences(self.form))

    @cached_property
    def _shouts(self) -> bool:
        """Tell whether the text is in capitals, so that they tell no names."""
        capitals = _count(self.text, string.ascii_uppercase, str.isupper)
        return capitals > _SHOUTING * _count(
            self.text, string.ascii_letters, str.isalpha
        )

    def span(self, start: int, end: int) -> Span:
        """Return the span of text behind a stretch of the form."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        begin = self._pieces[first][0] + start - self._starts[first]
        last_begin, last_end = self._pieces[last]
        if self.form[end - 1] in "ND":
            return Span(begin, last_end)
        return Span(begin, min(last_begin + end - self._starts[last], last_end))

    def _parts(self) -> Iterator[Part]:
        """Yield the pieces of the text as start, end and what stands for them."""
        cut = known_parts if self._shouts else name_parts
        done = 0
        for match in PIECE.finditer(self.text):
            start, end = match.span()
            if start < done or match.lastgroup is None:
                continue
            if start > done:
                yield done, start, lowered(self.text[done:start])
            if match.lastgroup == "name":
                end = self._whole(start, end)
                yield from cut(self, start, end)
            else:
                yield start, end, _PLAIN[match.lastgroup]
            done = end
        if done < len(self.text):
            yield done, len(self.text), lowered(self.text[done:])

    def _whole(self, start: int, end: int) -> int:
        """Return where a run of capitalised words ends that cuts no known name."""
        if self.known.keys().isdisjoint(range(start, end)):
            return end
        for at in range(start, end):
            known = self.known.get(at)
            end = max(end, known.end) if known else end
        return end


def _count(text: str, letters: str, is_one: Callable[[str], bool]) -> int:
    """Return how many characters are ones; `letters` are those of ASCII that are."""
    plain = text.encode("ascii", "ignore")
    others = _NOT_ASCII.findall(text)
    rest = plain.translate(None, letters.encode())
    return len(plain) - len(rest) + sum(map(is_one, others))
