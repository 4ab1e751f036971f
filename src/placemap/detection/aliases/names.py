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
from placemap.detection.aliases.languages import is_language_before_name
from placemap.detection.vocabulary import (
    CALENDAR,
    GENERIC_AFTER,
    PLACE_KINDS,
    word_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import Mention

# A capital, or a letter of a script without capitals, but no phonetic mark.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿʰ-ʺʽ-˿]"
_LETTER = r"[^\W\d_]"
_WORD = (
    rf"(?:(?:St|Mt|Ft|Ste)\.|(?:{_CAPITAL}\.){{2,}}|People['’]s|(?:[dl]['’]|(?:al|el|an|ash|as|ad|ar|"
    rf"at|az)-)?{_CAPITAL}{_LETTER}*(?:['’ʻʼ‘](?!s\b){_LETTER}+|[.&]{_LETTER}+|"
    rf"-(?:[a-z]{{1,4}}-)?{_CAPITAL}{_LETTER}*)*)"
)
_SMALL = (
    r"(?:of|the|de|la|las|los|le|les|del|della|di|da|do|dos|du|von|der|den|sur|y|el)"
)
_PIECE = re.compile(
    rf"(?P<name>(?<!\w){_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD})*)(?!\w)"
    r"|(?P<possessive>['’]s\b)|(?P<quote>[\"“”„«»‘]|(?<!\w)['’]|['’](?!\w))"
    r"|(?P<dash> ?(?:—|--) ?| [–-] )|(?P<opening>\[)|(?P<closing>\])"
    r"|(?P<paragraph>\s*\n\s*\n\s*)|(?P<space>\s{2,}|[^\S ])"
)
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
# Capitalised at the start of a sentence or a title, never the first word of a name.
_OPENERS = frozenset(
    "a an the in at on of to from by for with near and but or as is was now its their "
    "his her our this that these those when while after before since until although "
    "though however today meanwhile earlier later also both between around across "
    "inside outside into toward towards through over under during where what which "
    "who if so then once still even only former formerly outside many most some all "
    "it they he she we you i originally previously known called historically locally "
    "officially initially named according nearby among amongst under unlike because "
    "despite whereas".split()
)
# The share of capital letters from which on a text is all in capitals.
_SHOUTING = 0.6
_KIND_OF = re.compile(r"(?P<head>[\w ]*?(?P<kind>\w+)) of (?:the )?$", re.IGNORECASE)
# Two names side by side are two names here: "Kurds call Arda Berda".
_CALLED = re.compile(
    r"\b(?:(?P<calls>call|calls|calling|to rename)|called|rename|renamed|"
    r"and|name|named)\s$"
)
# Where a name may stand with its language: "(Polish Lwów, Ukrainian Lviv)".
_GLOSSING = re.compile(r"(?:\(|, | or | in )$")
_HEADS = PLACE_KINDS | {"free", "mayor", "imperial", "old", "royal"}
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
        for match in _PIECE.finditer(self.text):
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
            before = self.text[max(0, span.start - 4) : span.start]
            is_one_word = " " not in rest.of(self.text)
            cuts = (
                people.form == "demonym"
                or before.endswith(("(", " in "))
                or (before.endswith(", ") and is_one_word)
            )
            return rest.start if cuts or self.is_known(rest) else None
        inner = self._ends.get(span.end)
        if inner and inner.start > span.start + 1:
            before = self.text[span.start : inner.start]
            of = _KIND_OF.fullmatch(before)
            if of and of["kind"].casefold() in _HEADS:
                return inner.start
            if self._is_language_of(Span(span.start, inner.start - 1)):
                return inner.start
        return self._cut_of_called(span, inner)

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
        return known.end + 1 if known and called["calls"] else None

    def _is_language_of(self, span: Span) -> bool:
        """Tell whether a word before a known name is the language of that."""
        before = self.text[max(0, span.start - 4) : span.start]
        is_gloss = bool(_GLOSSING.search(before))
        return is_gloss and is_language_before_name(span.of(self.text))

    def _opens(self, span: Span, word: str, *, whole: bool) -> bool:
        """Tell whether the first word is capital only because a sentence starts."""
        if span.start in self._known or span.start in self._peoples:
            return False
        if word in _OPENERS:
            return True
        before = self.text[: span.start].rstrip("\"“‘'’«( ")[-1:]
        starts = not before or before in ".!?:\n"
        return starts and whole and word in word_list("common_words")

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
        yield Span(span.start, span.start + len(one))
        yield Span(span.end - len(other), span.end)
    else:
        yield span


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text
