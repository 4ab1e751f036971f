"""What is known of a text's names: the mentions found in it, by where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.aliases.capitals import NO_NAMES
from placemap.detection.vocabulary import CALENDAR, GENERIC_AFTER, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import Mention

_GLOSS = re.compile(r" \([A-Za-z][a-z]+(?:\.|:|\.:) [A-Z]")


class Marks:
    """A text with its mentions, which say what of it is a place and what a people.

    Examples
    --------
    >>> from placemap.core import Mention
    >>> arda = Mention(span=Span(4, 8), text="Arda", form="name")
    >>> marks = Marks("Old Arda", [arda])
    >>> marks.is_known(Span(4, 8)), marks.ends_known(Span(0, 8))
    (True, True)
    """

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        # Where each starts; of the known names also where each ends.
        self.known: dict[int, Span] = {}
        self.peoples: dict[int, Mention] = {}
        self.ends: dict[int, Span] = {}
        for mention in mentions:
            if mention.form in {"demonym", "adjective"}:
                self.peoples[mention.span.start] = mention
                continue
            for span in _halves(mention.span, text):
                self.known[span.start] = span
                self.ends[span.end] = span

    def is_known(self, span: Span) -> bool:
        """Tell whether a mention of a place has exactly this span."""
        known = self.known.get(span.start)
        return known is not None and known.end == span.end

    def is_people(self, span: Span) -> bool:
        """Tell whether the span is a demonym or adjective."""
        people = self.peoples.get(span.start)
        return people is not None and people.span == span

    def known_at_start(self, span: Span) -> Span | None:
        """Return the known name that a longer name starts with, if any."""
        known = self.known.get(span.start)
        return known if known and known.end < span.end else None

    def ends_known(self, span: Span) -> bool:
        """Tell whether a longer name ends in the name of a known place."""
        known = self.ends.get(span.end)
        return known is not None and known.start > span.start

    def is_glossed(self, span: Span) -> bool:
        """Tell whether a name is explained in a language: "Split (Ger. Arda)"."""
        return bool(_GLOSS.match(self.text, span.end))

    def could_be_place(self, span: Span) -> bool:
        """Tell whether a name may be a place's: no month, agency or word."""
        if self.is_known(span):
            return True
        if self.is_people(span) or self._is_comparison(span):
            return False
        words = span.of(self.text).casefold().replace(".", "").split()
        if len(words) == 1:
            word = words[0]
            return not (
                word in NO_NAMES
                or word in CALENDAR
                or (word in word_list("common_words") and not self.is_glossed(span))
            )
        return words[0] not in CALENDAR and not NO_NAMES.issuperset(words)

    def _is_comparison(self, span: Span) -> bool:
        """Tell whether the name likens one place to another: "Paris of the East"."""
        known = self.known_at_start(span)
        return known is not None and self.text.startswith(" of ", known.end)


def _halves(span: Span, text: str) -> Iterator[Span]:
    """Yield a span, or both sides of the slash in an entry like "Biel/Bienne"."""
    one, _, other = span.of(text).partition("/")
    # "Dallas/Fort Worth Airport" is one name.
    if one and other and other.split()[-1].casefold() not in GENERIC_AFTER:
        yield Span(span.start, span.start + len(one.rstrip()))
        yield Span(span.end - len(other.lstrip()), span.end)
    else:
        yield span
