"""The names of a place: those the gazetteer has, those the text states, and whose.

They come as values of `Name`; the source of what the text states is ``text``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import Name
from placemap.output.names.countries import languages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import AliasStatement, ParsedDocument, Place
    from placemap.output.encoding import Record

# Kinds of name, as a side would choose among its own; words made from names are none.
KINDS = ("official", "local", "exonym", "alternate", "abbreviation", "former")
# Kinds of name that say something about whose it is, or since when.
_TELLING = ("official", "local", "exonym", "former")
# A place that has more local names than this has them from translators: countries
# have theirs in 130 languages, and no curated place has more than ten.
_MOST_LOCAL = 12


def names_of(place: Place, parsed: ParsedDocument) -> list[Name]:
    """Return what `place` is called by the text's statements and the gazetteer.

    A name comes once for each of its users; one that both have is the gazetteer's,
    with the text as its source. Those of the text come first, the official and the
    local ones next.
    """
    known = {
        (name.text, name.used_by): name
        for name in sorted(place.names, key=_rank)
        if name.text
    }
    stated = {
        key: replace(known.get(key, name), source="text")
        for key, name in _stated(place, parsed)
    }
    # What the text states comes first, in the place of what the gazetteer has.
    return list({**stated, **known, **stated}.values())


def _rank(name: Name) -> int:
    return KINDS.index(name.kind) if name.kind in KINDS else len(KINDS)


def _stated(
    place: Place, parsed: ParsedDocument
) -> Iterator[tuple[tuple[str, str], Name]]:
    for alias in parsed.aliases:
        if alias.place == place.id and alias.verdict != "contradicted":
            for text, used_by in _sides(alias, parsed.document.text):
                yield (text, used_by), Name(text=text, used_by=used_by)


def _sides(alias: AliasStatement, text: str) -> Iterator[tuple[str, str]]:
    for side, span in (("left", alias.left), ("right", alias.right)):
        yield span.of(text), alias.used_by if alias.used_by_side == side else ""


def local_names(place: Place, names: Iterable[Name]) -> list[Name]:
    """Return the names that those who live in `place` use, by the gazetteer.

    These are the names of the kind ``local``. Of names that are one of many
    translations only those in an official language of the country count.
    """
    local = [name for name in names if name.kind == "local"]
    if len(local) <= _MOST_LOCAL:
        return local
    spoken = languages_of(place.country)
    return [name for name in local if name.used_by or primary(name.lang) in spoken]


def primary(lang: str) -> str:
    """Return the language of a BCP 47 tag without script and country.

    Examples
    --------
    >>> primary("az-Cyrl"), primary("")
    ('az', '')
    """
    return lang.partition("-")[0].lower()


def other_names(
    place: Place, parsed: ParsedDocument, leading: Sequence[str]
) -> list[Record]:
    """Return the names of `place` that tell something, except the `leading` ones.

    They come from the alias statements of the document and from those names of
    the gazetteer whose user or kind is known; plain spelling variants are left
    to the table of places. Each is an object of ``text`` and what is known of
    ``lang``, ``kind``, ``used_by``, ``from``, ``to`` and ``source``.
    """
    folded = _folded(leading)
    return [
        told(
            text=name.text,
            lang=name.lang,
            kind="" if name.kind == "alternate" else name.kind,
            used_by=name.used_by,
            start=name.start,
            end=name.end,
            source=name.source,
        )
        for name in names_of(place, parsed)
        if name.text.casefold() not in folded and _tells(name)
    ]


def _folded(texts: Iterable[str]) -> set[str]:
    # A headline in capitals has the same names.
    return {text.casefold() for text in texts}


def _tells(name: Name) -> bool:
    return bool(name.used_by) or name.kind in _TELLING or name.source == "text"


def users_of(place: Place, parsed: ParsedDocument, leading: Sequence[str]) -> list[str]:
    """Return who uses the `leading` names, by the same sources."""
    folded = _folded(leading)
    users = [
        name.used_by
        for name in names_of(place, parsed)
        if name.used_by and name.text.casefold() in folded
    ]
    return list(dict.fromkeys(users))


def told(*, start: str = "", end: str = "", **values: str) -> Record:
    """Return what is known, under the names of the report format."""
    record = {**values, "from": start, "to": end}
    return {key: value for key, value in record.items() if value}
