"""Text normalisation and segmentation shared by the stages.

Names are compared by their *key*: words without case, accents, apostrophes and
transliteration marks, joined by single spaces. The same segmentation is used to
build the gazetteer's keys and to scan running text, so both always agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters that NFKD leaves alone but that names are also written without.
_PLAIN = str.maketrans(
    {
        "ə": "e", "ǝ": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k",
        "ƙ": "k", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o", "ʼ": "", "ʻ": "", "ʿ": "",
        "ʾ": "", "ˈ": "", "ʹ": "", "ʺ": "", "'": "", "’": "", "‘": "", "`": "",
        "´": "", "ʽ": "", "ʘ": "", "׳": "", "ʔ": "", "ي": "ی", "ى": "ی", "ك": "ک",
        ".": "", "ـ": "", "·": "", "⁄": "",
        "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "",
    }
)  # fmt: skip

# Scripts written without spaces: every character is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Myanmar, Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Han
)
# Combining marks that \w leaves out but that belong to the word around them; of Indic
# and Tibetan script the whole blocks, in which they stand among the letters.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0dff\u0f00-\u0fff\u200c\u200d\u1ab0-\u1aff\u20d0-\u20ff"
)
_APOSTROPHES = "'’‘ʼʻʿʾ`´ʹ׳ʽ"
_WORD = rf"[^\W_{_UNSPACED}]"
_TOKEN = re.compile(
    r"(?<!\w)[A-Z](?:\.[A-Z])+(?:\.|(?!\w))"  # U.S. is one word, us
    rf"|[{_UNSPACED}]|{_WORD}[{_MARKS}]*"
    rf"(?:{_WORD}|[{_MARKS}]|[{_APOSTROPHES}](?={_WORD}))*"
)
# Below this class stand nukta, kana voicing marks and virama, which make letters.
_ACCENT_CLASS = 10

_CLOSERS = "\"'’”»)]›"
_SENTENCE_END = re.compile(
    rf"[.!?…۔։؟।॥።။។]+[{re.escape(_CLOSERS)}]*(?=\s|$)"
    r"|[。！？｡．]+[」』”’》）]*|\n[ \t]*\n\s*|\n"
)
# A word that may stand before a full stop, looked at to tell an abbreviation.
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘-])((?:\w\.)*\w+)$")


class Token(NamedTuple):
    """One word of a text: its offsets and its folded form."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=1 << 16)
def _fold_word(word: str) -> str:
    plain = word.casefold().translate(_PLAIN)
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    kept = "".join(c for c in decomposed if unicodedata.combining(c) < _ACCENT_CLASS)
    folded = unicodedata.normalize("NFC", kept).translate(_PLAIN)
    # A mark stays behind where the letter before it was one of transliteration.
    while folded and unicodedata.category(folded[0]).startswith("M"):
        folded = folded[1:]
    return folded


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text` in order, folded, with their offsets.

    Words whose folded form is empty are left out.

    Examples
    --------
    >>> [t.key for t in tokens("St. John's, Nagorno-Karabakh, U.S.")]
    ['st', 'johns', 'nagorno', 'karabakh', 'us']
    """
    for match in _TOKEN.finditer(text):
        key = _fold_word(match.group())
        if key:
            yield Token(match.start(), match.end(), key)


def fold(name: str) -> str:
    """Return the key under which `name` is looked up.

    Examples
    --------
    >>> fold(" Zürich "), fold("Stepʻanakert"), fold("Xankəndi")
    ('zurich', 'stepanakert', 'xankendi')
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # as most names are
        return " ".join(name.lower().split())
    return " ".join(token.key for token in tokens(name))


def has_case(letter: str) -> bool:
    """Tell whether names are told from words by a letter's being a capital.

    Georgian has capitals, but for headings only.

    Examples
    --------
    >>> has_case("a"), has_case("Я"), has_case("ა"), has_case("京")
    (True, True, False, False)
    """
    return letter.lower() != letter.upper() and not "\u10d0" <= letter <= "\u10ff"


@lru_cache(maxsize=4)  # each stage asks for those of the text at hand
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` as half-open offset pairs, in order.

    Line breaks end a sentence; a full stop after an abbreviation, an initial or
    within a number does not. Surrounding white space is left out.

    Examples
    --------
    >>> text = "Dr. Lee left St. Louis. Rain fell."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. Lee left St. Louis.', 'Rain fell.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ends_sentence(text, start, match):
            _append_trimmed(found, text, start, match.end())
            start = match.end()
    _append_trimmed(found, text, start, len(text))
    return tuple(found)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    following = text[match.end() : match.end() + 40].lstrip(" \t\"'“‘([«")
    if following and _is_small(following[0]) and "\n" not in mark:
        return False  # "Stop!" he said.
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    # 80 characters hold any abbreviation, however long the sentence is.
    before = text[max(start, match.start() - 80) : match.start()]
    word = _LAST_WORD.search(before)
    if word is None or not following or following[0].isspace():
        return True
    return not _is_shortened(word[1], following)


def _is_small(letter: str) -> bool:
    return letter.islower() and has_case(letter)


def _is_shortened(word: str, following: str) -> bool:
    """Tell whether the full stop after `word` is part of it, by what follows."""
    following_word = following.split()[0].rstrip(",;:")
    next_key, key = following_word.casefold(), word.casefold()
    has_date = next_key.rstrip(".") in _CALENDAR
    if key in _CLOCK:
        return has_date or following_word.isupper()
    if "." in word:  # U.S., D.C., e.g.
        return next_key not in _STARTERS
    if word.isdecimal():  # "am 5. Oktober"
        return len(word) <= len("31") and has_date
    if key in _BEFORE_NUMBERS:
        is_day = word in _DAYS_WRITTEN
        return following[0].isdecimal() or (is_day and has_date)
    if key in _BEFORE_NAMES or key in _NEVER_LAST:
        return True
    is_initial = len(word) == 1 and word.isupper() and word not in _PRONOUNS
    is_capital = word[0].isupper() and key in _AFTER_NAMES
    return (is_initial or is_capital) and next_key not in _STARTERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What stands before a name or a number, after a name, or before anything at all.
_BEFORE_NAMES = _words(
    "mr mrs ms mx dr prof rev hon messrs gen lt col capt cmdr maj sgt cpl pvt adm sen "
    "rep gov pres supt insp ste mt ft sr sra srta dra mme mlle hr ing av ul im вул ул "
    "им см г м р о"
)
_NEVER_LAST = _words("vs approx ca bzw tzw np cf bl тыс млн млрд")
_MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
_DAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
_DAYS_WRITTEN = frozenset(map(str.capitalize, _DAYS))
_BEFORE_NUMBERS = _MONTHS | _DAYS | _words("no nos nr vol fig pp pg ch art str ст стр")
_AFTER_NAMES = _words(
    "jr sr inc ltd co corp bros dept est etc ave blvd rd st ala ariz ark calif colo "
    "conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore "
    "pa tenn tex va vt wash wis wyo que ont sask man alta"
)
_CLOCK = frozenset({"a.m", "p.m"})
_DATE_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december "
    "januar februar märz mai juni juli oktober dezember"
)
_CALENDAR = _MONTHS | _DAYS | _DATE_WORDS
# Words of one letter, that are no initials.
_PRONOUNS = frozenset("IЯ")
# Words that begin sentences far more often than they follow an abbreviation.
_STARTERS = frozenset(
    "the a an it he she they we in on at but and this that these those there when "
    "after before while if as for however meanwhile his her their its".split()
)


def _append_trimmed(
    found: list[tuple[int, int]], text: str, start: int, end: int
) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
