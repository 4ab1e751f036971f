"""The places of a document that may be where something happened, and its datelines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.events.places.clues import SentenceClues
from placemap.events.places.datelines import Line, find_datelines
from placemap.events.places.heads import find_heads, is_round_up
from placemap.events.places.phrase import rank
from placemap.events.places.standing import Standing
from placemap.events.places.usable import is_plain_word, usable_in
from placemap.events.places.words import SITE_NOUNS
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import Document, EventPlace, Place, Toponym
    from placemap.events.places.heads import Head
    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

# What is this near to a town's point belongs to it, in metres.
_TOWN_M = 15_000
# The rank of a settlement, and how often it has to be named to be what it is about.
_TOWN, _TWICE = 1, 2
# How many toponyms back a place may have been named.
_LOOK_BACK = 12
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LINE_END = re.compile("\n")
# What begins within so many characters belongs to headline and lead.
_EARLY = 400
_PLACING = frozenset("in at near outside".split())
_SETTLEMENTS = frozenset("village town city hamlet settlement".split())
_PLACING_OF = _PLACING | {"of"}
_DATES = frozenset(
    "january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday spring summer "
    "autumn winter christmas easter ramadan".split()
)


class Scene:
    """The places of a document that may be where something happened.

    Demonyms, adjectives, places that stand for governments and parts of other
    names are left out, and so are datelines.

    Attributes
    ----------
    known
        Every toponym of the document, in order, whatever it stands for.
    length
        Characters of the document.
    words
        Its words in lower case, in order.
    """

    def __init__(self, document: Document, toponyms: Sequence[Toponym]) -> None:
        text = document.text
        if text.isupper():
            toponyms = [t for t in toponyms if not is_plain_word(t)]
        usable = usable_in(text, toponyms)
        heads = find_heads(text, sorted(usable, key=lambda t: t.span))
        self._heads = heads if is_round_up(heads) else []
        self._lines = _datelines(text, usable) or _only_head(text, heads)
        told = [t for t in toponyms if not self._is_in_dateline(t)]
        self.known = sorted(toponyms, key=lambda t: t.span)
        self.length = len(text)
        self._text = text
        self._shares: dict[frozenset[str], float] = {}
        self._usable = {t.id for t in usable}
        self._every = sorted(told, key=lambda t: t.span)
        self._toponyms = [t for t in self._every if t.id in self._usable]
        self._starts = [t.span.start for t in self._toponyms]
        self._ends = [found.start() for found in _LINE_END.finditer(text)]

    def within(self, sentence: Sentence) -> list[Toponym]:
        """Return the usable toponyms of a sentence, in order."""
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_left(self._starts, sentence.span.end)
        return [t for t in self._toponyms[first:last] if sentence.span.covers(t.span)]

    def is_usable(self, toponym: Toponym) -> bool:
        """Tell whether a toponym may be where something happened."""
        return toponym.id in self._usable

    def clues(self, sentence: Sentence) -> SentenceClues:
        """Return what the words of a sentence show, toponyms of all roles included."""
        span = sentence.span
        first = bisect_left(self.known, span.start, key=lambda t: t.span.start)
        last = bisect_left(self.known, span.end, key=lambda t: t.span.start)
        own = [t for t in self.known[first:last] if span.covers(t.span)]
        return SentenceClues(sentence, own)

    def dateline_at(self, offset: int) -> Toponym | None:
        """Return where the part of the report that holds `offset` was written.

        What stands before the first dateline, a headline, was written there too. None
        where there is no dateline, and where it names two places.
        """
        past = [home for line, home in self._lines if line.end <= offset]
        if past:
            return past[-1]
        return self._lines[0][1] if self._lines else None

    def head_at(self, offset: int) -> Head | None:
        """Return the head of the section that holds `offset`, None without one."""
        past = bisect_left(self._heads, offset, key=lambda head: head.end)
        return self._heads[past - 1] if past else None

    def headed_by(self, offset: int) -> Toponym | None:
        """Return the place that heads the paragraph of `offset`, None without one.

        A country heads too much to say where something in it happened.
        """
        head = self.head_at(offset)
        if head is None or not head.is_place:
            return None
        return head.place if self.lines_between(head.end, offset) <= 1 else None

    def is_said_where(self, toponym: Toponym) -> bool:
        """Tell "in X" and "near the X" by the word before the name."""
        return self.word_before(toponym) in _PLACING

    def word_before(self, toponym: Toponym) -> str:
        """Return the word before a toponym in lower case, past "the"; or empty."""
        before = self._text[max(0, toponym.span.start - 20) : toponym.span.start]
        words = before.lower().split()
        return next((word for word in reversed(words) if word != "the"), "")

    def lines_between(self, start: int, end: int) -> int:
        """Return how many lines end between two offsets."""
        return bisect_left(self._ends, end) - bisect_left(self._ends, start)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what lies between two offsets outside datelines, in order."""
        for line, _ in self._lines:
            if line.end <= start or end <= line.place.start:
                continue
            if start < line.place.start:
                yield start, line.place.start
            start = line.end
        if start < end:
            yield start, end

    def _is_in_dateline(self, toponym: Toponym) -> bool:
        return any(
            line.place.start <= toponym.span.start < line.end for line, _ in self._lines
        )

    @cached_property
    def only_town(self) -> Toponym | None:
        """The first mention of the one town that is named, None if there are more.

        Countries and provinces around it do not count, nor what lies within a town's
        reach of it. Named once only it may be a mere part of a name.
        """
        named = [t for t in self.known if t.place and not _is_wide(t.place)]
        towns = [t for t in named if t.place and rank(t.place) == _TOWN]
        if len(towns) < _TWICE:
            return None
        first = towns[0]
        return first if all(_is_at(t, first) for t in named) else None

    def countries_of(self, places: Sequence[EventPlace]) -> set[str]:
        """Return the countries of event places of this document."""
        ids = {place.toponym for place in places}
        return {t.place.country for t in self._every if t.place and t.id in ids}

    def names_elsewhere(self, sentence: Sentence, countries: set[str]) -> bool:
        """Tell whether a sentence names anything outside some countries.

        Adjectives, governments and parts of names count too.
        """
        named = self._countries_between(sentence.span.start, sentence.span.end)
        return not countries.issuperset(named)

    def names_unknown(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names a place that was not found: "in Tank"."""
        lowers = sentence.lower_words
        return any(
            right.is_capital
            and not right.text.isupper()
            and right.lower not in _DATES
            and not self._is_found(right)
            for i in [i for i, lower in enumerate(lowers) if lower in _PLACING_OF]
            if lowers[i] in _PLACING or (i and lowers[i - 1] in SITE_NOUNS)
            for right in sentence.words[i + 1 : i + 2]
        )

    def names_unknown_town(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names a settlement not found: "the village of Ab"."""
        lowers = sentence.lower_words
        return any(
            right.is_capital and not self._is_found(right)
            for i in range(1, len(lowers))
            if lowers[i] == "of" and lowers[i - 1] in _SETTLEMENTS
            for right in sentence.words[i + 1 : i + 2]
        )

    def _is_found(self, word: Word) -> bool:
        at = bisect_left(self._every, word.end, key=lambda t: t.span.start)
        return any(t.span.end > word.start for t in self._every[max(0, at - 2) : at])

    def share_in(self, country: str, end: int) -> float:
        """Return the share of what is named up to offset `end` that is in a country.

        Between 0 and 1; 0 where nothing is named. The dateline does not count.
        """
        named = self._countries_between(0, end)
        return named.count(country) / len(named) if named else 0.0

    def _countries_between(self, start: int, end: int) -> list[str]:
        """Return the country of each toponym between two offsets; seas have none."""
        first = bisect_left(self._every, start, key=lambda t: t.span.start)
        last = bisect_left(self._every, end, key=lambda t: t.span.start)
        places = [t.place for t in self._every[first:last] if t.place]
        return [place.country for place in places if place.country]

    def mentions_of(self, place_id: str) -> list[Toponym]:
        """Return the toponyms of a place, in order, with those of its datelines."""
        return self._by_place.get(place_id, [])

    @property
    def place_ids(self) -> Iterable[str]:
        """The ids of the places of the document, as they are first named."""
        return self._by_place

    @cached_property
    def _by_place(self) -> dict[str, list[Toponym]]:
        found: dict[str, list[Toponym]] = {}
        for toponym in self.known:
            if toponym.place is not None:
                found.setdefault(toponym.place.id, []).append(toponym)
        return found

    @cached_property
    def standing(self) -> Standing:
        """What each place is to the document, in numbers."""
        return Standing(self)

    def is_early(self, toponym: Toponym) -> bool:
        """Tell whether a toponym stands in the first lines of the text."""
        return toponym.span.start < _EARLY

    def share_of_country(self, country: str) -> float:
        """Return the share of what is named that lies in a country, 0 to 1."""
        counts, total = self._countries
        return counts[country] / total if total and country else 0.0

    @cached_property
    def _countries(self) -> tuple[Counter[str], int]:
        """How often something in each country is named, and how often in any."""
        named = [t.place.country for t in self.known if t.place and t.place.country]
        return Counter(named), len(named)

    def share_of(self, words: frozenset[str]) -> float:
        """Return how often words of a topic come up: 0 never, 1 every tenth word.

        One word alone is no topic.
        """
        if words not in self._shares:
            hits = sum([self._counts[word] for word in words & self._counts.keys()])
            share = min(1.0, 10 * hits / len(self.words)) if hits > 1 else 0.0
            self._shares[words] = share
        return self._shares[words]

    @cached_property
    def words(self) -> list[str]:
        """The words of the text in lower case."""
        return _WORD.findall(self._text.lower()) or [""]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.words)

    def before(self, sentence: Sentence) -> list[Toponym]:
        """Return the places named last before a sentence."""
        before = bisect_left(self._starts, sentence.span.start)
        return self._toponyms[max(0, before - _LOOK_BACK) : before]


def _datelines(
    text: str, usable: Sequence[Toponym]
) -> list[tuple[Line, Toponym | None]]:
    """Return the datelines with their places; None where one names two.

    Only the first line of a text is let go whatever it names: "By a reporter - ".
    """
    lines: list[tuple[Line, Toponym | None]] = []
    for line in find_datelines(text):
        named = [t for t in usable if line.place.covers(t.span)]
        is_first = not text[: line.place.start].strip()
        if named or is_first:
            begins = [t for t in named if t.span.start == line.place.start]
            is_one = bool(begins) and "/" not in line.place.of(text)
            lines.append((line, begins[0] if is_one else None))
    return lines


def _only_head(text: str, heads: Sequence[Head]) -> list[tuple[Line, Toponym | None]]:
    """Return the one place that heads a paragraph early on as the dateline."""
    named = [head for head in heads if head.place]
    if len(named) != 1 or named[0].start > _EARLY or "\n" in text[named[0].end :][:1]:
        return []
    head = named[0]
    return [(Line(Span(head.start, head.end), head.end), head.place)]


def _is_at(toponym: Toponym, town: Toponym) -> bool:
    """Tell whether a toponym means a town, or a spot that lies in it."""
    place, whole = toponym.place, town.place
    if place is None or whole is None or rank(place) == _TOWN:
        return place is not None and whole is not None and place.id == whole.id
    here = place.lon_deg, place.lat_deg
    return distance_m(*here, whole.lon_deg, whole.lat_deg) <= _TOWN_M


def _is_wide(place: Place) -> bool:
    return place.is_country or place.kind.startswith("A.ADM1")
