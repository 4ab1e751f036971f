"""Tell what GeoNames' alternate names are: names, codes or links.

A tag in the place of the language says what is no name: a postal or airport code,
a link, a Wikidata id. Flags say which names are preferred, historic or colloquial.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import Name
from placemap.gazetteer.sources.datapackages import town_spellings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from placemap.core import NameKind
    from placemap.gazetteer.sources.geonames import AlternateName

_CODES = frozenset({"post", "iata", "icao", "faac", "tcid", "unlc", "lauc"})
_TAGS = {"piny": "zh-Latn-pinyin", "fr_1793": "fr", "abbr": ""}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LETTER = re.compile(r"[^\W\d_]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_YEAR = re.compile(r"-?\d{1,4}")
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_PLAIN_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_EVERYDAY = "people in everyday speech"
_SHORTEST = 2


class ToldNames(NamedTuple):
    """The names of one place, sorted out."""

    spellings: dict[str, NameKind]
    names: list[Name]
    references: list[str]


def sort_names(
    main: str,
    plain: Iterable[str],
    told: Iterable[AlternateName],
    *,
    languages: Collection[str],
) -> ToldNames:
    """Return the spellings, the names whose language is known, and further ids.

    Parameters
    ----------
    main
        The place's main name.
    plain
        Names of which nothing else is known: the main table's column.
    told
        The place's lines of alternateNamesV2.
    languages
        The languages of its country: names in these are its own, those in others
        exonyms unless they are spelled like the main name.

    Examples
    --------
    >>> from placemap.gazetteer.sources.geonames import AlternateName
    >>> rows = [AlternateName("1", "9", "de", "Den Haag", "1"),
    ...         AlternateName("2", "9", "wkdt", "Q36600"),
    ...         AlternateName("3", "9", "iata", "HAG")]
    >>> found = sort_names("The Hague", ["HAG"], rows, languages={"nl"})
    >>> found.spellings, found.references
    ({'The Hague': 'official', 'HAG': 'code'}, ['wikidata:Q36600'])
    >>> found.names[0].text, found.names[0].lang, found.names[0].kind
    ('Den Haag', 'de', 'exonym')
    """
    bare = set(plain)
    codes: set[str] = set()
    names: list[tuple[bool, Name]] = []
    references: list[str] = []
    for row in told:
        text = row.text.strip()
        if row.lang in _CODES:
            codes.add(text)
        elif row.lang == "wkdt":
            if _WIKIDATA.fullmatch(text):
                references.append(f"wikidata:{text}")
        elif _is_bare(row):
            bare.add(text)
        elif is_usable(text):
            names.append((not row.preferred, _name(text, row, main, languages)))
    names.sort(key=lambda pair: (pair[0], pair[1].lang, pair[1].text))
    spellings = town_spellings(main, bare - codes)
    spellings |= dict.fromkeys(sorted(codes - {main, ""}), "code")
    return ToldNames(spellings, [name for _, name in names], sorted(references))


def is_usable(text: str) -> bool:
    """Tell whether a text could stand for a place in a report.

    Examples
    --------
    >>> [is_usable(t) for t in ("Y", "京", "1012", "https://a.example", "The Hague")]
    [False, True, False, False, True]
    """
    if len(text) < _SHORTEST and not _IDEOGRAPH.match(text):
        return False
    return "://" not in text and _LETTER.search(text) is not None


def _is_bare(row: AlternateName) -> bool:
    """Tell whether nothing but the spelling is known."""
    return not (
        tag(row.lang)
        or row.lang in _TAGS
        or row.historic
        or row.colloquial
        or row.start
        or row.end
    )


def tag(lang: str) -> str:
    """Return the BCP 47 tag of a language as GeoNames writes it, or ''.

    Examples
    --------
    >>> tag("zh_Hant"), tag("piny"), tag("phon"), tag("ast")
    ('zh-Hant', 'zh-Latn-pinyin', '', 'ast')
    """
    if lang in _TAGS:
        return _TAGS[lang]
    lang = lang.replace("_", "-")
    return lang if _TAG.fullmatch(lang) else ""


def _name(text: str, row: AlternateName, main: str, languages: Collection[str]) -> Name:
    return Name(
        text=text,
        lang=tag(row.lang),
        kind=_kind(text, row, main, languages),
        used_by=_EVERYDAY if row.colloquial else "",
        start=date_of(row.start),
        end=date_of(row.end),
        source="GeoNames",
    )


def _kind(
    text: str, row: AlternateName, main: str, languages: Collection[str]
) -> NameKind:
    if row.historic or row.end or row.lang == "fr_1793":
        return "former"
    if row.lang == "abbr":
        return "abbreviation"
    if row.colloquial or not row.lang:
        return "alternate"
    if tag(row.lang).partition("-")[0] in languages:
        return "official" if row.preferred else "local"
    return "alternate" if text.casefold() == main.casefold() else "exonym"


def date_of(text: str) -> str:
    """Return a date as ISO 8601 writes it, or '' for what is none.

    Examples
    --------
    >>> [date_of(t) for t in ("1914", "19910902", "988", "-44", "long ago")]
    ['1914', '1991-09-02', '0988', '-0044', '']
    """
    text = text.strip()
    if _YEAR.fullmatch(text):
        year = int(text)
        return f"{'-' if year < 0 else ''}{abs(year):04}"
    if _DAY.fullmatch(text):
        return text
    day = _PLAIN_DAY.fullmatch(text)
    return "-".join(day.groups()) if day else ""
