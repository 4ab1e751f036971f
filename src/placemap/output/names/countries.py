"""Countries: their codes, what they and their people are called, their languages.

The table holds the codes and names of ISO 3166-1, the English names and the official
languages (de facto ones where there are no others) of CLDR, and the demonyms of the
curated gazetteer. A word that would fit several countries, such as "Congolese", is
left out.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from placemap.text import fold

_TABLE = Path(__file__).with_name("countries.csv")


class Country(NamedTuple):
    """A country; `code` and `number` are those of ISO 3166-1, '' where it has none."""

    code: str
    number: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    languages: tuple[str, ...]


@cache
def _countries() -> dict[str, Country]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Country(
                code=row["code"],
                number=row["numeric"],
                names=tuple(filter(None, row["names"].split("|"))),
                people=tuple(filter(None, row["people"].split("|"))),
                languages=tuple(row["languages"].split()),
            )
            for row in csv.DictReader(file)
        }


@cache
def _codes_by_word() -> dict[str, str]:
    return {
        fold(word): country.code
        for country in _countries().values()
        for word in (*country.names, *country.people)
    }


def numeric_code(alpha2: str) -> str:
    """Return the ISO 3166-1 numeric code of a two-letter code, '' when unknown.

    Examples
    --------
    >>> numeric_code("AM"), numeric_code("XX")
    ('051', '')
    """
    country = _countries().get(alpha2.upper())
    return country.number if country else ""


def alpha2_of(number: str) -> str:
    """Return the two-letter code of an ISO 3166-1 numeric code, '' when unknown.

    Examples
    --------
    >>> alpha2_of("051"), alpha2_of("")
    ('AM', '')
    """
    return _codes_by_number().get(number, "")


@cache
def _codes_by_number() -> dict[str, str]:
    return {c.number: c.code for c in _countries().values() if c.number}


def languages_of(alpha2: str) -> tuple[str, ...]:
    """Return the official languages of a country as primary language subtags.

    Examples
    --------
    >>> languages_of("BE"), languages_of("")
    (('nl', 'fr', 'de'), ())
    """
    country = _countries().get(alpha2)
    return country.languages if country else ()


def english_name(alpha2: str) -> str:
    """Return a country's usual name in English, '' when the code is unknown.

    Examples
    --------
    >>> english_name("AM")
    'Armenia'
    """
    country = _countries().get(alpha2)
    return country.names[0] if country else ""


@cache
def words_of_side(word: str) -> frozenset[str]:
    """Return the folded words for a country and its people, `word` among them.

    `word` is an ISO 3166-1 code in capitals, a country's English name or a word for
    its people; any other word stands for itself only.

    Examples
    --------
    >>> sorted(words_of_side("AM"))
    ['armenia', 'armenian', 'armenians', 'republic of armenia']
    >>> words_of_side("Armenians") == words_of_side("ARMENIA") == words_of_side("AM")
    True
    >>> sorted(words_of_side("Basques"))
    ['basques']
    """
    code = word if word in _countries() else _codes_by_word().get(fold(word))
    if code is None:
        return frozenset({fold(word)})
    country = _countries()[code]
    return frozenset(map(fold, (*country.names, *country.people)))
