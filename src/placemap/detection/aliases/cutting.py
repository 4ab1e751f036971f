"""Where a run of capitalised words is cut into names, peoples and plain words.

"In Kurdish Arda" starts with a plain word and a language, and behind "they call" two
names may stand side by side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.aliases.capitals import NO_NAME_FIRST, OPENERS
from placemap.detection.aliases.languages import (
    is_language_before_name,
    is_language_word,
    is_shortened_language,
)
from placemap.detection.aliases.words import MEDIA, RULERS
from placemap.detection.vocabulary import GENERIC_AFTER, PLACE_KINDS, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.core import Mention
    from placemap.detection.aliases.marks import Marks

# A piece of a text: its start and end, and what stands for it in the form.
Part = tuple[int, int, str]

_FIRST_WORD = re.compile(r"[\w.'’-]+[^\w]*")
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
# What ends one.
_LAST_WORDS = GENERIC_AFTER | {"bank", "strip", "heights", "coast"}
_CLAUSE = 70
_TWO_NAMES = re.compile(r"(?P<one>.+?) the (?P<other>.+)")
# Where a name may stand with its language: "(Polish Lwów, Ukrainian Lviv)".
_GLOSSING = re.compile(r"(?:\(|, | or |[ (]in )$")
_GLOSS_IN = ("(in ", "; in ", ", in ")
# Whose names begin with a language's: "(in French Guiana)".
_LANDS = frozenset(
    "Antilles Borneo Cameroon Cameroons Columbia Congo Guiana Guinea Honduras India "
    "Indies Indochina Polynesia Sahara Samoa Somaliland Sudan Togoland Village".split()
)
_GLOSS_ENDS = ("(", "; ", ", ")
_RELATIVE = re.compile(r"\b(?:which|that|what|as) (?:[\w'’-]+ ){1,4}$")
_IN_LANGUAGE = (", in ", "or in ", "(in ")
_AGE = re.compile(rf" (?:days|times|era|rule|years|{MEDIA})\b")
_HEADS = PLACE_KINDS | {"free", "mayor", "imperial", "old", "royal"}


def name_parts(marks: Marks, start: int, end: int) -> Iterator[Part]:
    """Yield a run of capitalised words as names, peoples and plain words."""
    span = Span(start, end)
    is_known = marks.is_known(span)
    may_be_two = not is_known and " the " in marks.text[start:end]
    two = _TWO_NAMES.fullmatch(marks.text, start, end) if may_be_two else None
    if two and _are_two(marks, two):
        yield from name_parts(marks, *two.span("one"))
        yield two.end("one"), two.start("other"), " the "
        yield from name_parts(marks, *two.span("other"))
        return
    cut = _cut_of_gloss(marks, span)
    if cut is None and not is_known:
        cut = _cut(marks, span)
    if cut is not None:
        if cut > start:
            yield from _cut_off(marks, start, cut, end)
        return
    yield start, end, "D" if _is_all_people(marks, span) else "N"


def _cut_off(marks: Marks, start: int, cut: int, end: int) -> Iterator[Part]:
    head = Span(start, cut)
    stop = start + len(head.of(marks.text).rstrip())
    if marks.is_known(Span(start, stop)) or start in marks.peoples:
        yield from name_parts(marks, start, stop)
    elif _is_language_of(marks, Span(start, stop)):
        yield start, stop, "D"
    elif _CALLED.search(marks.text, max(0, start - 20), start):
        yield start, stop, "N"
    else:
        yield start, stop, lowered(marks.text[start:stop])
    if stop < cut:
        yield stop, cut, " "
    if cut < end:
        yield from name_parts(marks, cut, end)


def known_parts(marks: Marks, start: int, end: int) -> Iterator[Part]:
    """Yield a run of words of which only those the gazetteer knows are names."""
    at = start
    for begin in range(start, end):
        people = marks.peoples.get(begin)
        span = marks.known.get(begin) or (people and people.span)
        if begin < at or not span or span.end > end:
            continue
        yield at, begin, lowered(marks.text[at:begin])
        yield span.start, span.end, "D" if people else "N"
        at = span.end
    yield at, end, lowered(marks.text[at:end])


def _cut(marks: Marks, span: Span) -> int | None:
    """Return where a run of capitalised words is to be cut in two, if anywhere."""
    first = _FIRST_WORD.match(marks.text, span.start, span.end)
    word = first.group().strip(" .").casefold() if first else ""
    if first and _opens(marks, span, word, whole=first.end() == span.end):
        return first.end()
    people = _last_people(marks, span)
    if people is not None:
        if people.span.end + 1 >= span.end:
            return None
        rest = Span(people.span.end + 1, span.end)
        # "for Thirds the Arda Sea" names two.
        if marks.text.startswith("the ", rest.start):
            return rest.start
        before = marks.text[max(0, span.start - 5) : span.start]
        is_one_word = " " not in rest.of(marks.text)
        cuts = (
            people.form == "demonym"
            or before.endswith(("(", "( ", "(the ", " in "))
            or (before.endswith(", ") and is_one_word)
        )
        return rest.start if cuts or marks.is_known(rest) else None
    known = marks.known_at_start(span)
    if known and _is_of_age(marks, Span(known.end, span.end)):
        return known.end + 1
    inner = marks.ends.get(span.end)
    if inner and inner.start > span.start + 1:
        before = marks.text[span.start : inner.start]
        of = _KIND_OF.fullmatch(before)
        if of and of["kind"].casefold() in _HEADS:
            return inner.start
        head = Span(span.start, inner.start - 1)
        if _is_language_of(marks, head) or _is_ruling(marks, head):
            return inner.start
    return (
        _cut_of_known(marks, span)
        or _cut_of_called(marks, span, inner)
        or _cut_of_language(marks, span)
    )


def _is_of_age(marks: Marks, span: Span) -> bool:
    """Tell whether a name goes on in an age's: "the Arda of Thirdish days"."""
    start = span.start + len(" of ")
    if start >= span.end or not marks.text.startswith(" of ", span.start):
        return False
    is_age = _AGE.match(marks.text, span.end)
    return bool(is_age) and marks.is_people(Span(start, span.end))


def _cut_of_language(marks: Marks, span: Span) -> int | None:
    """Return where a name begins behind its language: ", in Nahuatl Arda"."""
    if not marks.text.endswith(_IN_LANGUAGE, 0, span.start):
        return None
    first, _, rest = span.of(marks.text).partition(" ")
    is_language = rest and is_language_before_name(first)
    return span.start + len(first) + 1 if is_language else None


def _cut_of_gloss(marks: Marks, span: Span) -> int | None:
    """Return where a name begins behind its language: "(in French Arda)"."""
    if not marks.text.endswith(_GLOSS_IN, 0, span.start):
        return None
    if not marks.text.startswith((")", ";", ","), span.end):
        return None
    first, _, rest = span.of(marks.text).partition(" ")
    if not rest or rest in _LANDS:
        return None
    return span.end - len(rest) if is_language_before_name(first) else None


def _cut_of_called(marks: Marks, span: Span, last: Span | None) -> int | None:
    """Return where the second of two names begins: "Kurds call Arda Berda"."""
    called = _CALLED.search(marks.text, max(0, span.start - 20), span.start)
    # "Arda, which Kurds call Berda Cerda": what is called has been named.
    if called is None or _RELATIVE.search(
        marks.text, max(0, called.start() - _CLAUSE), called.start()
    ):
        return None
    if last and last.start > span.start + 1:
        first = Span(span.start, last.start - 1)
        one = first.of(marks.text)
        is_whole = " " not in one or one.split()[-1].casefold() in _LAST_WORDS
        is_name = called["calls"] and is_whole
        return last.start if is_name or marks.is_known(first) else None
    known = marks.known_at_start(span)
    if known and called["calls"]:
        return known.end + 1
    # "The Thirds renamed Arda Berda": neither may be known.
    one, _, other = span.of(marks.text).partition(" ")
    if not other or " " in other or one.casefold() in _PARTS_OF_NAMES:
        return None
    before = marks.text[max(0, span.start - 40) : span.start]
    follows_as = marks.text.startswith((" as ", " by ", " home"), span.end)
    names_two = (called["calls"] or _RENAMED.search(before)) and not follows_as
    return span.start + len(one) + 1 if names_two else None


def _are_two(marks: Marks, two: re.Match[str]) -> bool:
    """Tell whether "Arda the Berda" after "call" is two names, one known."""
    start = two.start()
    calls = _CALLING.search(marks.text, max(0, start - _CLAUSE), start)
    sides = (Span(*two.span("one")), Span(*two.span("other")))
    return bool(calls) and any(map(marks.is_known, sides))


def _cut_of_known(marks: Marks, span: Span) -> int | None:
    """Return where the second of two known names begins in a list of such."""
    known, last = marks.known.get(span.start), marks.ends.get(span.end)
    if not known or not last or known.end + 1 != last.start:
        return None
    before = max(0, span.start - _CLAUSE)
    return last.start if _CALLING.search(marks.text, before, span.start) else None


def _is_language_of(marks: Marks, span: Span) -> bool:
    """Tell whether a word before a known name is the language of that."""
    before = marks.text[max(0, span.start - 4) : span.start]
    word = span.of(marks.text)
    if not _GLOSSING.search(before):
        return False
    if marks.text.endswith(_IN_LANGUAGE, 0, span.start):
        return " " not in word and is_language_word(word)
    return is_language_before_name(word)


def _is_ruling(marks: Marks, span: Span) -> bool:
    """Tell whether a word before a known name is a people's: "under the Thirds"."""
    word = span.of(marks.text)
    is_plural = " " not in word and word.endswith("s")
    return is_plural and marks.text.endswith("under the ", 0, span.start)


def _is_gloss(marks: Marks, start: int, end: int) -> bool:
    """Tell whether a word is the language of a gloss: "(It. Arda; Ger. Berda)"."""
    if not marks.text.startswith(". ", end):
        return False
    if not is_shortened_language(marks.text[start:end]):
        return False
    return marks.text.endswith(_GLOSS_ENDS, max(0, start - 2), start)


def _opens(marks: Marks, span: Span, word: str, *, whole: bool) -> bool:
    """Tell whether the first word is capital only because a sentence starts."""
    if span.start in marks.known or span.start in marks.peoples:
        return False
    if _is_gloss(marks, span.start, span.start + len(word)):
        return False
    if word in OPENERS:
        return True
    if not _may_open(marks.text, span.start):
        return False
    # "Climbing Arda", "Peasants around Arda", "Founded in", but "Arding, a town"
    goes_on = marks.text.startswith(" ", span.start + len(word))
    if goes_on and NO_NAME_FIRST.fullmatch(word):
        return True
    # Only names are explained in other languages: "Split (Ger. Spalato)".
    is_word = whole and word in word_list("common_words")
    return is_word and not marks.is_glossed(span)


def _may_open(text: str, at: int) -> bool:
    """Tell whether a sentence may start at an offset, past marks that open one."""
    while at and text[at - 1] in "\"“‘'’«( ":
        at -= 1
    return not at or text[at - 1] in ".!?:\n"


def _last_people(marks: Marks, span: Span) -> Mention | None:
    """Return the last of the people's words that the span begins with."""
    last, at = None, span.start
    while at in marks.peoples and marks.peoples[at].span.end <= span.end:
        last = marks.peoples[at]
        at = last.span.end + 1
    return last


def _is_all_people(marks: Marks, span: Span) -> bool:
    """Tell whether the run ends in a people's word and is no known name."""
    if marks.is_known(span):
        return False
    return any(
        marks.is_people(Span(at, span.end))
        for at in range(span.start, span.end)
        if at in marks.peoples
    )


def lowered(text: str) -> str:
    """Return a text in lower case, or as it is where that would change its length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text
