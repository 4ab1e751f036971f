"""Which name of a place leads, and which others stand beside it.

The tool takes no side: the label policy is the reader's choice, and every output
says which one was used. It is one of

* ``text``: the name as the text has it,
* ``gazetteer``: the gazetteer's main name,
* a kind of name, such as ``official`` or ``local``,
* a language tag, such as ``az``,
* whoever uses the name, such as ``Armenians``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.core import (
        AliasStatement,
        Mention,
        Name,
        ParsedDocument,
        Place,
        StatusView,
    )
    from placemap.output.encoding import Record

# Kinds of name that say something about whose it is, or since when.
_TELLING = ("official", "local", "exonym", "former")
# Forms of mention that are a name of the place, not a word made from one.
_NAMES = ("name", "abbreviation")


def leading_name(place: Place, mention: Mention | None, labels: str) -> str:
    """Return the name `place` goes by under the label policy `labels`.

    Where the policy finds none, it is the gazetteer's main name. `mention` is
    None where the text does not name the place.

    Examples
    --------
    >>> from placemap.core import Name, Place
    >>> names = (Name(text="Stepanakert", used_by="Armenians"),)
    >>> place = Place(id="x:1", name="Xankəndi", lon_deg=0, lat_deg=0, names=names)
    >>> leading_name(place, None, "Armenians"), leading_name(place, None, "text")
    ('Stepanakert', 'Xankəndi')
    """
    if labels == "text":
        named = mention is not None and mention.form in _NAMES
        return mention.text if mention and named else place.name
    fitting = (name for name in place.names if _fits(name, labels))
    current_first = sorted(fitting, key=lambda name: bool(name.end))
    return current_first[0].text if current_first else place.name


def _fits(name: Name, labels: str) -> bool:
    keys = (name.kind, name.lang, name.used_by)
    return labels.casefold() in (key.casefold() for key in keys if key)


def other_names(place: Place, parsed: ParsedDocument, leading: str) -> list[Record]:
    """Return the other names of `place` that somebody in particular uses.

    They come from the alias statements of the document and from those names of
    the gazetteer whose user or kind is known; plain spelling variants are left
    to the table of places. Each is an object of ``text`` and what is known of
    ``lang``, ``kind``, ``used_by``, ``from``, ``to`` and ``source``.
    """
    return [name for name in _names_of(place, parsed) if name["text"] != leading]


def users_of(place: Place, parsed: ParsedDocument, leading: str) -> list[str]:
    """Return who uses the leading name, by the same sources."""
    names = _names_of(place, parsed)
    users = (name.get("used_by") for name in names if name["text"] == leading)
    return [user for user in users if user]


def _names_of(place: Place, parsed: ParsedDocument) -> list[Record]:
    found: dict[tuple[str, str], Record] = {}
    for record in (*_stated(place, parsed), *_known(place)):
        found.setdefault((record["text"], record.get("used_by", "")), record)
    return list(found.values())


def _stated(place: Place, parsed: ParsedDocument) -> Iterator[Record]:
    for alias in parsed.aliases:
        if alias.place == place.id and alias.verdict != "contradicted":
            yield from _sides(alias, parsed.document.text)


def _sides(alias: AliasStatement, text: str) -> Iterator[Record]:
    for side, span in (("left", alias.left), ("right", alias.right)):
        used_by = alias.used_by if alias.used_by_side == side else ""
        yield _told(text=span.of(text), used_by=used_by, source="text")


def _known(place: Place) -> Iterator[Record]:
    for name in place.names:
        if name.text and (name.used_by or name.kind in _TELLING):
            yield _told(
                text=name.text,
                lang=name.lang,
                kind=name.kind,
                used_by=name.used_by,
                start=name.start,
                end=name.end,
                source=name.source,
            )


def statuses_on(place: Place, day: str) -> list[Record]:
    """Return the views of whose `place` is that were valid on `day`.

    `day` is an ISO date; where it is empty all views are returned.

    Examples
    --------
    >>> from placemap.core import Place, StatusView
    >>> views = (
    ...     StatusView(view="de facto", country="AM", start="1994", end="2023-09-20"),
    ...     StatusView(view="UN", country="AZ"),
    ... )
    >>> place = Place(id="x:1", name="X", lon_deg=0, lat_deg=0, statuses=views)
    >>> [view["country"] for view in statuses_on(place, "2023-09-19")]
    ['AM', 'AZ']
    >>> [view["country"] for view in statuses_on(place, "2024-01-01")]
    ['AZ']
    """
    return [
        _told(
            view=status.view,
            country=status.country,
            start=status.start,
            end=status.end,
            source=status.source,
        )
        for status in place.statuses
        if not day or _is_valid(status, day)
    ]


def _is_valid(status: StatusView, day: str) -> bool:
    # ISO dates sort as text, and so do years and months cut to their length.
    start, end = status.start.strip("."), status.end.strip(".")
    return day[: len(start)] >= start and day[: len(end)] <= end


def _told(*, start: str = "", end: str = "", **values: str) -> Record:
    """Return what is known, under the names of the report format."""
    record = {**values, "from": start, "to": end}
    return {key: value for key, value in record.items() if value}
