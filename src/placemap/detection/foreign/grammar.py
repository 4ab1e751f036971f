"""What the detector knows of a language: endings, and words around names of places.

One file per language, ``data/languages/<language>.toml``, holds it as plain lists of
words; a language without a file is read by its capitals alone.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from placemap.detection.foreign.languages import function_words
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

# Scripts without spaces have a reader of their own.
UNSPACED = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The tables of one language; all words are folded unless said otherwise.

    Attributes
    ----------
    endings
        Ending as it stands in a text, not folded -> what ends the name in a
        dictionary.
    where
        Those endings that say in, from or to a place.
    agrees
        Whether every word of a name takes endings, not just the last.
    clitics
        What is written together with the name after it, not folded -> what begins
        the name then.
    elisions
        Words that an apostrophe parts from the name: "l" in "l'Arménie".
    before, nouns, articles, links
        Words before places, kinds of places, articles, and small words between a
        kind of place and its name.
    generic
        Kinds of places that belong to a name though written small: "море".
    common, never
        Words that are names of places as well; those that are hardly ever meant so.
    definite
        What a noun begins with that makes the noun before it a mere word: "قطر الحفرة"
        is the crater's diameter, and not Qatar. Not folded.
    adjectives
        Endings of names that are adjectives more often than places, not folded.
    given, people
        Given names, and "Mr" and the like.
    function
        The commonest words of the language.
    suffixes, barred, titles, persons_after, surnames
        For scripts without spaces, not folded; see ``zh.toml``.
    """

    language: str
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    where: frozenset[str] = frozenset()
    agrees: bool = False
    apostrophes: bool = False
    noun_capitals: bool = False
    clitics: Mapping[str, str] = field(default_factory=dict, hash=False)
    elisions: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    definite: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    persons_after: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()

    def is_plain(self, key: str) -> bool:
        """Tell whether a folded word may stand beside a name without being one."""
        return key in self.function or key in self.nouns or key in self.before


@cache
def grammar_of(language: str) -> Grammar:
    """Return the tables of a language, empty ones when there is no file.

    Parameters
    ----------
    language
        A BCP 47 language without script or region.

    Examples
    --------
    >>> grammar_of("pl").endings["czech"]
    ('cy',)
    """
    name = language if language.isascii() and language.isalpha() else "und"
    path = files("placemap.detection").joinpath("data", "languages", f"{name}.toml")
    if not path.is_file():
        return Grammar(language=language)
    return _grammar(language, tomllib.loads(path.read_text("utf-8")))


def _grammar(language: str, table: Mapping[str, Any]) -> Grammar:
    def written(key: str) -> tuple[str, ...]:
        return tuple(table.get(key, "").split())

    def folded(key: str) -> frozenset[str]:
        return frozenset(map(fold, written(key)))

    return Grammar(
        language=language,
        endings=_invert(table.get("endings", {})),
        where=frozenset(written("where")),
        agrees=table.get("agrees", False),
        apostrophes=table.get("apostrophes", False),
        noun_capitals=table.get("noun_capitals", False),
        clitics=_openings(table.get("clitics", {})),
        elisions=written("elisions"),
        before=folded("before"),
        nouns=folded("nouns"),
        articles=folded("articles"),
        links=folded("links"),
        generic=folded("generic"),
        common=folded("common"),
        never=folded("never"),
        definite=written("definite"),
        adjectives=written("adjectives"),
        given=folded("given"),
        people=folded("people"),
        function=frozenset(map(fold, function_words(language))),
        suffixes=written("suffixes"),
        barred=written("barred"),
        titles=written("titles"),
        persons_after=written("persons_after"),
        surnames=written("surnames"),
    )


def _openings(clitics: Mapping[str, str]) -> dict[str, str]:
    return {one: opening for opening, some in clitics.items() for one in some.split()}


def _invert(endings: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return what each ending of a text stands for, as the tables list it by name."""
    found: dict[str, list[str]] = defaultdict(list)
    for dictionary_ending, inflected in endings.items():
        for ending in inflected.split():
            found[ending].append(dictionary_ending)
    return {ending: tuple(names) for ending, names in found.items()}
