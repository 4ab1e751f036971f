"""The names on either side of an alias statement, known or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.vocabulary import CALENDAR, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placemap.core import Mention

_LETTERS = r"[^\W\d_]"
_NAME_WORD = (
    rf"(?:{_LETTERS}\.)+(?:{_LETTERS}\.?)?|{_LETTERS}+(?:['’ʻʼ‘.&-]{_LETTERS}+)*"
)
_WORD = re.compile(_NAME_WORD)
_LAST_WORD = re.compile(rf"(?:{_NAME_WORD})$")
_QUOTES = "\"'“”‘’«»„"
_SMALL_WORDS = frozenset(
    "of the de la las los le les del della di da do dos du von der den am upon on "
    "sur y el al".split()
)
# Capitalised at the start of a sentence or a title, never the first word of a name.
_OPENERS = frozenset(
    "a an the in at on of to from by for with near and but or as is was now its their "
    "his her our this that these those when while after before since until although "
    "though however today meanwhile earlier later also both between around across "
    "inside outside into toward towards through over under during where what which "
    "who if so then once still even only former city town village capital".split()
)
_LONGEST_NAME = 6
_WINDOW = 90
# Agencies, parties and the like that stand in brackets after a place or a person.
NO_NAMES = frozenset(
    "ap afp reuters upi pti ani dpa efe ansa tass xinhua bloomberg cnn bbc cbc abc "
    "nbc photo file video map image pictured left right above below top bottom centre "
    "center labour labor conservative conservatives republican democrat democrats "
    "liberal liberals green greens independent tory snp dup ukip plaid lib dem con "
    "lab ind rep r d usa uk eu us nato un km miles mph pm am est gmt see note inc ltd "
    "llc plc nyse nasdaq lse pdf age aged population pop editor ed eds et al cc "
    "wikimedia commons getty shutterstock ukraine-russia".split()
)


class NameFinder:
    """Finds the name that ends or begins at a position of a text."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self._people = set[Span]()
        self._ends: dict[int, Span] = {}
        self._starts: dict[int, Span] = {}
        for mention in mentions:
            if mention.form in {"demonym", "adjective"}:
                self._people.add(mention.span)
            else:
                self._ends[mention.span.end] = mention.span
                self._starts[mention.span.start] = mention.span

    def ending_at(self, position: int) -> Span | None:
        """Return the name that ends at `position`, quotes around it left out."""
        end = position
        while end > 0 and self.text[end - 1] in _QUOTES + " ":
            end -= 1
        for possessive in ("'s", "’s"):
            end -= len(possessive) * self.text.endswith(possessive, 0, end)
        known = self._ends.get(end)
        start, at = end, end
        for _ in range(_LONGEST_NAME):
            match = _LAST_WORD.search(self.text, max(0, at - _WINDOW), at)
            if match is None:
                break
            word = match.group()
            if _is_name_word(word):
                start = match.start()
            elif word not in _SMALL_WORDS or start == end:
                break
            at = match.start()
            if self.text[at - 1 : at] not in {" ", "-"}:
                break
            at -= 1
        return self._better(self._without_opener(start, end), known)

    def starting_at(self, position: int) -> Span | None:
        """Return the name that starts at `position`, article and quotes left out."""
        start = position
        while self.text[start : start + 1] and self.text[start] in _QUOTES + " ":
            start += 1
        if self.text.startswith("the ", start):
            start += 4
            while self.text[start : start + 1] in tuple(_QUOTES):
                start += 1
        known = self._starts.get(start)
        end, at = start, start
        for _ in range(_LONGEST_NAME):
            match = _WORD.match(self.text, at)
            if match is None:
                break
            word = match.group()
            if _is_name_word(word):
                end = match.end()
            elif word not in _SMALL_WORDS or end == start:
                break
            at = match.end()
            if self.text[at : at + 1] not in {" ", "-"}:
                break
            at += 1
        end = self._before_full_stop(start, end)
        for possessive in ("'s", "’s"):
            end -= len(possessive) * self.text.endswith(possessive, start, end)
        return self._better(Span(start, end) if end > start else None, known)

    def _before_full_stop(self, start: int, end: int) -> int:
        if end > start and self.text[end - 1] == "." and end not in self._ends:
            return end - 1 if "." not in self.text[start : end - 1] else end
        return end

    def _without_opener(self, start: int, end: int) -> Span | None:
        """Return the name without words that only its sentence made capital."""
        while start < end:
            match = _WORD.match(self.text, start)
            if match is None or match.group().casefold() not in _OPENERS:
                return Span(start, end)
            start = match.end()
            while start < end and self.text[start] in " -" + _QUOTES:
                start += 1
        return None

    def _better(self, spelled: Span | None, known: Span | None) -> Span | None:
        """Return the whole capitalised name, but never half of a known one."""
        if spelled is None or known is None:
            return spelled or known
        return spelled if spelled.covers(known) else known

    def mention_at(self, position: int) -> Span | None:
        """Return the mention of a place that starts at `position`, if any."""
        return self._starts.get(position)

    def is_known(self, span: Span) -> bool:
        """Tell whether a mention of a place has exactly this span."""
        return self._starts.get(span.start) == span

    def is_people_word(self, span: Span) -> bool:
        """Tell whether the span is a demonym or adjective."""
        return span in self._people

    def could_be_place(self, span: Span) -> bool:
        """Tell whether an unknown name may be a place: no month, agency or word."""
        words = [w.casefold() for w in _WORD.findall(span.of(self.text))]
        if self.is_people_word(span) or not words:
            return False
        if len(words) == 1:
            word = words[0]
            return not (
                word in NO_NAMES
                or word in CALENDAR
                or (word in word_list("common_words") and not self.is_known(span))
            )
        return words[0] not in CALENDAR and not NO_NAMES.issuperset(words)


def _is_name_word(word: str) -> bool:
    """Tell whether a word has a capital, or its script has none."""
    first = word[0]
    if first.islower():
        head, mark, rest = word.partition("-")
        return (
            bool(mark) and head in {"al", "el", "an", "ash", "as"} and rest[0].isupper()
        )
    return first.isalpha()
