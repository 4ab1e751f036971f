"""A text reduced to what wordings are made of: its names become single letters.

"In Arda, which Kurds call Berda" reads as "in N, which D call N": N stands for a
name, D for a people or language, all else is lower case and without quotes. On
this form the ways of saying that two names are one place are short patterns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.aliases.capitals import (
    NO_NAME_FIRST,
    NO_NAMES,
    OPENERS,
    PIECE,
)
from placemap.detection.aliases.languages import (
    is_language_before_name,
    is_language_word,
)
from placemap.detection.aliases.stretches import telling_sentences
from placemap.detection.aliases.words import MEDIA, RULERS
from placemap.detection.vocabulary import (
    CALENDAR,
    GENERIC_AFTER,
    PLACE_KINDS,
    word_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_FIRST_WORD = re.compile(r"[\w.'’-]+[^\w]*")
# The share of capital letters from which on a text is all in capitals.
_SHOUTING = 0.6
_KIND_OF = re.compile(r"(?P<head>[\w ]*?(?P<kind>\w+)) of (?:the )?$", re.IGNORECASE)
# Two names side by side are two names here: "Kurds call Arda Berda".
_CALLED = re.compile(
    r"\b(?:(?P<calls>call|calls|calling|to rename|renaming|"
    r"(?:s|men|they|people|who) called)|"
    r"called|rename|renamed|made|and|name|named)\s(?:the\s)?$"
)
_CALLING = re.compile(r"\b(?:call(?:s|ed|ing)?|renam(?:e|es|ed|ing))\b[^.;:()]*$")
# "the council renamed", not "Arda was renamed".
_RENAMED = re.compile(
    rf"\b(?!(?:was|is)\b)(?:\w+s|they|who|{RULERS}|has|had|have|[A-Z]\w+)"
    r"(?: (?:later|then|soon|promptly|also))? (?:renamed|made) $"
)
# What begins a name of two words.
_PARTS_OF_NAMES = PLACE_KINDS | frozenset(
    "new old upper lower great little north south east west northern southern eastern "
    "western saint st st. san santa são el la le los las al tel tell beit kfar deir "
    "mount mt mt. fort port lake cape camp".split()
)
_CLAUSE = 70
_TWO_NAMES = re.compile(r"(?P<one>.+?) the (?P<other>.+)")
# Where a name may stand with its language: "(Polish Lwów, Ukrainian Lviv)".
_GLOSSING = re.compile(r"(?:\(|, | or | in )$")
_IN_LANGUAGE = re.compile(r"(?:, |or |\()in $")
_AGE = re.compile(rf" (?:days|times|era|rule|years|{MEDIA})\b")
_HEADS = PLACE_KINDS | {"free", "mayor", "imperial", "old", "royal"}


class Skeleton:
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
        self.text = text
        self._known: dict[int, Span] = {}
        self._peoples: dict[int, Mention] = {}
        self._ends: dict[int, Span] = {}
        for mention in mentions:
            if mention.form in {"demonym", "adjective"}:
                self._peoples[mention.span.start] = mention
                continue
            for span in _halves(mention.span, text):
                self._known[span.start] = span
                self._ends[span.end] = span
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
        letters = sum(map(str.isalpha, self.text))
        return sum(map(str.isupper, self.text)) > _SHOUTING * letters

    def span(self, start: int, end: int) -> Span:
        """Return the span of text behind a stretch of the form."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        begin = self._pieces[first][0] + start - self._starts[first]
        last_begin, last_end = self._pieces[last]
        if self.form[end - 1] in "ND":
            return Span(begin, last_end)
        return Span(begin, min(last_begin + end - self._starts[last], last_end))

    def is_known(self, span: Span) -> bool:
        """Tell whether a mention of a place has exactly this span."""
        return self._known.get(span.start) == span

    def is_people(self, span: Span) -> bool:
        """Tell whether the span is a demonym or adjective."""
        people = self._peoples.get(span.start)
        return people is not None and people.span == span

    def known_at_start(self, span: Span) -> Span | None:
        """Return the known name that a longer name starts with, if any."""
        known = self._known.get(span.start)
        return known if known and known.end < span.end else None

    def ends_known(self, span: Span) -> bool:
        """Tell whether a longer name ends in the name of a known place."""
        known = self._ends.get(span.end)
        return known is not None and known.start > span.start

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
                or word in word_list("common_words")
            )
        return words[0] not in CALENDAR and not NO_NAMES.issuperset(words)

    def _is_comparison(self, span: Span) -> bool:
        """Tell whether the name likens one place to another: "Paris of the East"."""
        known = self.known_at_start(span)
        return known is not None and self.text.startswith(" of ", known.end)

    def _parts(self) -> Iterator[tuple[int, int, str]]:
        """Yield the pieces of the text as start, end and what stands for them."""
        done = 0
        for match in PIECE.finditer(self.text):
            start, end = match.span()
            if start < done:
                continue
            if start > done:
                yield done, start, _lowered(self.text[done:start])
            if match.lastgroup == "name":
                known = self._known.get(start)
                end = max(end, known.end) if known else end
                yield from self._name_parts(start, end)
            else:
                yield start, end, _PLAIN[match.lastgroup or ""]
            done = end
        if done < len(self.text):
            yield done, len(self.text), _lowered(self.text[done:])

    def _name_parts(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield a run of capitalised words as names, peoples and plain words."""
        span = Span(start, end)
        if self._shouts:
            yield from self._known_parts(start, end)
            return
        two = (
            None if self.is_known(span) else _TWO_NAMES.fullmatch(self.text, start, end)
        )
        if two and self._are_two(two):
            yield from self._name_parts(*two.span("one"))
            yield two.end("one"), two.start("other"), " the "
            yield from self._name_parts(*two.span("other"))
            return
        cut = None if self.is_known(span) else self._cut(span)
        if cut is not None:
            if cut > start:
                yield from self._cut_off(start, cut, end)
            return
        yield start, end, "D" if self._is_all_people(span) else "N"

    def _known_parts(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield a run of words of which only those the gazetteer knows are names."""
        at = start
        for begin in range(start, end):
            people = self._peoples.get(begin)
            span = self._known.get(begin) or (people and people.span)
            if begin < at or not span or span.end > end:
                continue
            yield at, begin, _lowered(self.text[at:begin])
            yield span.start, span.end, "D" if people else "N"
            at = span.end
        yield at, end, _lowered(self.text[at:end])

    def _cut_off(
        self, start: int, cut: int, end: int
    ) -> Iterator[tuple[int, int, str]]:
        head = Span(start, cut)
        stop = start + len(head.of(self.text).rstrip())
        if self.is_known(Span(start, stop)) or start in self._peoples:
            yield from self._name_parts(start, stop)
        elif self._is_language_of(Span(start, stop)):
            yield start, stop, "D"
        elif _CALLED.search(self.text, max(0, start - 20), start):
            yield start, stop, "N"
        else:
            yield start, stop, _lowered(self.text[start:stop])
        if stop < cut:
            yield stop, cut, " "
        if cut < end:
            yield from self._name_parts(cut, end)

    def _cut(self, span: Span) -> int | None:
        """Return where a run of capitalised words is to be cut in two, if anywhere."""
        first = _FIRST_WORD.match(self.text, span.start, span.end)
        word = first.group().strip(" .").casefold() if first else ""
        if first and self._opens(span, word, whole=first.end() == span.end):
            return first.end()
        people = self._last_people(span)
        if people is not None:
            if people.span.end + 1 >= span.end:
                return None
            rest = Span(people.span.end + 1, span.end)
            # "for Thirds the Arda Sea" names two.
            if self.text.startswith("the ", rest.start):
                return rest.start
            before = self.text[max(0, span.start - 4) : span.start]
            is_one_word = " " not in rest.of(self.text)
            cuts = (
                people.form == "demonym"
                or before.endswith(("(", "( ", " in "))
                or (before.endswith(", ") and is_one_word)
            )
            return rest.start if cuts or self.is_known(rest) else None
        known = self.known_at_start(span)
        if known and self._is_of_age(Span(known.end, span.end)):
            return known.end + 1
        inner = self._ends.get(span.end)
        if inner and inner.start > span.start + 1:
            before = self.text[span.start : inner.start]
            of = _KIND_OF.fullmatch(before)
            if of and of["kind"].casefold() in _HEADS:
                return inner.start
            head = Span(span.start, inner.start - 1)
            if self._is_language_of(head) or self._is_ruling(head):
                return inner.start
        return (
            self._cut_of_known(span)
            or self._cut_of_called(span, inner)
            or self._cut_of_language(span)
        )

    def _is_of_age(self, span: Span) -> bool:
        """Tell whether a name goes on in an age's: "the Arda of Thirdish days"."""
        start = span.start + len(" of ")
        if start >= span.end or not self.text.startswith(" of ", span.start):
            return False
        is_age = _AGE.match(self.text, span.end)
        return bool(is_age) and self.is_people(Span(start, span.end))

    def _cut_of_language(self, span: Span) -> int | None:
        """Return where a name begins behind its language: ", in Nahuatl Arda"."""
        first, _, rest = span.of(self.text).partition(" ")
        before = self.text[max(0, span.start - 6) : span.start]
        if rest and _IN_LANGUAGE.search(before) and is_language_before_name(first):
            return span.start + len(first) + 1
        return None

    def _cut_of_called(self, span: Span, last: Span | None) -> int | None:
        """Return where the second of two names begins: "Kurds call Arda Berda"."""
        called = _CALLED.search(self.text, max(0, span.start - 20), span.start)
        if called is None:
            return None
        if last and last.start > span.start + 1:
            first = Span(span.start, last.start - 1)
            is_name = called["calls"] and " " not in first.of(self.text)
            return last.start if is_name or self.is_known(first) else None
        known = self.known_at_start(span)
        if known and called["calls"]:
            return known.end + 1
        # "The Thirds renamed Arda Berda": neither may be known.
        one, _, other = span.of(self.text).partition(" ")
        if not other or " " in other or one.casefold() in _PARTS_OF_NAMES:
            return None
        before = self.text[max(0, span.start - 40) : span.start]
        follows_as = self.text.startswith((" as ", " by ", " home"), span.end)
        names_two = (called["calls"] or _RENAMED.search(before)) and not follows_as
        return span.start + len(one) + 1 if names_two else None

    def _are_two(self, two: re.Match[str]) -> bool:
        """Tell whether "Arda the Berda" after "call" is two names, one known."""
        start = two.start()
        calls = _CALLING.search(self.text, max(0, start - _CLAUSE), start)
        sides = (Span(*two.span("one")), Span(*two.span("other")))
        return bool(calls) and any(map(self.is_known, sides))

    def _cut_of_known(self, span: Span) -> int | None:
        """Return where the second of two known names begins in a list of such."""
        known, last = self._known.get(span.start), self._ends.get(span.end)
        if not known or not last or known.end + 1 != last.start:
            return None
        before = max(0, span.start - _CLAUSE)
        return last.start if _CALLING.search(self.text, before, span.start) else None

    def _is_language_of(self, span: Span) -> bool:
        """Tell whether a word before a known name is the language of that."""
        before = self.text[max(0, span.start - 4) : span.start]
        word = span.of(self.text)
        if not _GLOSSING.search(before):
            return False
        if _IN_LANGUAGE.search(self.text[max(0, span.start - 6) : span.start]):
            return " " not in word and is_language_word(word)
        return is_language_before_name(word)

    def _is_ruling(self, span: Span) -> bool:
        """Tell whether a word before a known name is a people's: "under the Thirds"."""
        word = span.of(self.text)
        is_plural = " " not in word and word.endswith("s")
        return is_plural and self.text.endswith("under the ", 0, span.start)

    def _opens(self, span: Span, word: str, *, whole: bool) -> bool:
        """Tell whether the first word is capital only because a sentence starts."""
        if span.start in self._known or span.start in self._peoples:
            return False
        if word in OPENERS:
            return True
        before = self.text[: span.start].rstrip("\"“‘'’«( ")[-1:]
        if before and before not in ".!?:\n":
            return False
        # "Climbing Arda", "Peasants around Arda", "Founded in", but "Arding, a town"
        goes_on = self.text.startswith(" ", span.start + len(word))
        if goes_on and NO_NAME_FIRST.fullmatch(word):
            return True
        return whole and word in word_list("common_words")

    def _last_people(self, span: Span) -> Mention | None:
        """Return the last of the people's words that the span begins with."""
        last, at = None, span.start
        while at in self._peoples and self._peoples[at].span.end <= span.end:
            last = self._peoples[at]
            at = last.span.end + 1
        return last

    def _is_all_people(self, span: Span) -> bool:
        """Tell whether the run ends in a people's word and is no known name."""
        if self.is_known(span):
            return False
        return any(
            self.is_people(Span(at, span.end))
            for at in range(span.start, span.end)
            if at in self._peoples
        )


def _halves(span: Span, text: str) -> Iterator[Span]:
    """Yield a span, or both sides of the slash in an entry like "Biel/Bienne"."""
    one, _, other = span.of(text).partition("/")
    # "Dallas/Fort Worth Airport" is one name.
    if one and other and other.split()[-1].casefold() not in GENERIC_AFTER:
        yield Span(span.start, span.start + len(one.rstrip()))
        yield Span(span.end - len(other.lstrip()), span.end)
    else:
        yield span


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text
