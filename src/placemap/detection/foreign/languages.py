"""Tell which language a document is written in, cheaply and without a model.

The script says much, and all where only one language of the news uses it; among
languages of one script their commonest words and their own letters decide. Only the
first characters are read, so that the cost does not grow with the text.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.core import Document

ENGLISH = "en"
_SAMPLE_LENGTH = 1000
_LETTERS_READ = 400
# Latin letters and everything that is no letter of another script.
_LATIN = re.compile(
    r"[\x00-\u036f\u1e00-\u1eff\u2000-\u2e7f\u3000-\u3003\uff00-\uff65]+"
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Names in other scripts do not make an English report a foreign one.
_OTHER_SCRIPT_SHARE = 0.3
_KANA_SHARE = 0.05
# Where each script begins, in Unicode order; "" is none that matters here.
_SCRIPTS = (
    (0x0000, ""), (0x0370, "el"), (0x0400, "Cyrl"), (0x0530, "hy"), (0x0590, "he"),
    (0x0600, "Arab"), (0x0780, ""), (0x0900, "hi"), (0x0980, ""), (0x0E00, "th"),
    (0x0E80, ""), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, ""), (0x1C90, "ka"),
    (0x1CC0, ""), (0x1F00, "el"), (0x2000, ""), (0x3040, "kana"), (0x3100, ""),
    (0x3400, "zh"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""), (0xF900, "zh"),
    (0xFB00, ""), (0xFB13, "hy"), (0xFB1D, "he"), (0xFB50, "Arab"), (0xFE00, ""),
    (0xFE70, "Arab"), (0xFF00, ""), (0x20000, "zh"), (0x31350, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPTS]
# The languages told apart by their words, by script; the first one is the fallback.
_LANGUAGES = {
    "Cyrl": ("ru", "uk", "be", "bg", "sr", "mk"),
    "Arab": ("ar", "fa", "ur", "ps", "ckb"),
}
_NOT_LATIN = frozenset(one for group in _LANGUAGES.values() for one in group)
# A single "el" or "ñ" proves nothing: "El Niño hits Peru" is English. Letters count
# half, since names keep theirs, and words of one letter, since initials look so.
_LEAST_HITS, _LEAST_SHARE = 2.0, 0.12
_LEAST_WITHOUT_ENGLISH = 1.5
_LETTER_WEIGHT = 0.5


def language_of(document: Document) -> str:
    """Return the language a document is said to be in, or else seems to be in.

    Returns
    -------
    str
        The BCP 47 language without script or region, such as ``en``; never empty.
        Texts that give no sign are taken for English.

    Examples
    --------
    >>> from placemap.core import Document
    >>> language_of(Document(id="1", text="Землетрясение в Москве"))
    'ru'
    >>> language_of(Document(id="2", text="Orte", language="de-AT"))
    'de'
    """
    given = document.language.replace("_", "-").partition("-")[0].casefold()
    return given or guess_language(document.text)


def guess_language(text: str) -> str:
    """Return the language `text` seems to be in, from its first characters.

    Examples
    --------
    >>> guess_language("Le ministre est arrivé à la frontière.")
    'fr'
    >>> guess_language("The minister reached Łódź.")
    'en'
    """
    sample = text[:_SAMPLE_LENGTH].lower()
    foreign = "" if sample.isascii() else _LATIN.sub("", sample)
    if not foreign or len(foreign) < _OTHER_SCRIPT_SHARE * _letters(sample):
        return _guess_latin(sample)
    script = _script_of(foreign[:_LETTERS_READ])
    if script not in _LANGUAGES:
        return script or ENGLISH
    hits = _count_signs(sample, _WORD.findall(sample))
    languages = _LANGUAGES[script]
    return max(languages, key=lambda one: (hits[one], -languages.index(one)))


def _letters(sample: str) -> int:
    return sum(map(str.isalpha, sample))


def _script_of(letters: str) -> str:
    """Return the script of most letters: a language's where it has but one."""
    found = Counter(_SCRIPTS[bisect_right(_STARTS, ord(c)) - 1][1] for c in letters)
    found.pop("", None)
    if found.pop("kana", 0) > _KANA_SHARE * len(letters):
        return "ja"
    return max(found, key=lambda one: (found[one], one), default="")


def _guess_latin(sample: str) -> str:
    words = _WORD.findall(sample)
    hits = _count_signs(sample, words)
    best = max(_latin_languages(), key=lambda one: hits[one])
    least = _LEAST_HITS if hits[ENGLISH] else _LEAST_WITHOUT_ENGLISH
    is_sure = hits[best] >= max(least, _LEAST_SHARE * len(words))
    return best if is_sure else ENGLISH


def _count_signs(sample: str, words: list[str]) -> dict[str, float]:
    """Count the words and letters of `sample` that speak for each language."""
    hits: dict[str, float] = defaultdict(float)
    found = (
        (_signs("function_words"), words),
        (_signs("letters"), _NOT_ASCII.findall(sample)),
    )
    for signs, read in found:
        for sign, count in Counter(filter(signs.__contains__, read)).items():
            weight = 1.0 if len(sign) > 1 else _LETTER_WEIGHT
            for language in signs[sign]:
                hits[language] += weight * count
    return hits


@cache
def _latin_languages() -> tuple[str, ...]:
    """Return those of the table, in its order: Turkish before Azerbaijani."""
    table = _read_table("function_words")
    return tuple(one for one in table if one not in _NOT_LATIN)


@cache
def _signs(name: str) -> dict[str, tuple[str, ...]]:
    """Return the languages that each word or letter of a table speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for language, signs in _read_table(name).items():
        for sign in signs.split() if name == "function_words" else signs:
            found[sign] = (*found.get(sign, ()), language)
    return found


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the commonest words of a language, lower case; none when unknown."""
    return frozenset(_read_table("function_words").get(language, "").split())


@cache
def _read_table(name: str) -> dict[str, str]:
    path = files("placemap.detection").joinpath("data", "languages", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))
