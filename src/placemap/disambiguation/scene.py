"""A document as the ranker sees it: its names, each with the places it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from placemap.core import Mention, Span
from placemap.disambiguation.containment import stated_containers
from placemap.disambiguation.cues import is_among_counties, is_dateline, kind_cues
from placemap.disambiguation.locality import (
    address_labels,
    home_country,
    home_name,
    is_in_address,
)
from placemap.disambiguation.lookups import Option, find_options
from placemap.disambiguation.surroundings import find_beacons, well_known
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Candidate, Document
    from placemap.disambiguation.surroundings import LookUp
    from placemap.protocols import Gazetteer

_GAP = "\n\n"
# Names of the text that are looked for in its title.
_MOST_TITLE_NAMES = 200
_MOST_HOMES = 30


@dataclass(slots=True)
class Sense:
    """One name as the document uses it, with the places it may mean.

    Attributes
    ----------
    within
        Position of the sense that the text says this one lies in, None if none.
    mentions
        Positions of the mentions that use the name so; empty for a name that was
        only seen around them, or in the address of the source.
    spans
        Where the name stands, in the title and text taken together.
    cues
        Groups of kinds that the words around it speak of.
    """

    name: str
    key: str
    options: Sequence[Option]
    within: int | None = None
    is_home: bool = False
    is_in_address: bool = False
    is_among_counties: bool = False
    is_dateline: bool = False
    cues: set[int] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """The senses of a document, and what is known of its source.

    `text` is title and text, in which the spans of the senses count.
    """

    text: str
    senses: Sequence[Sense]
    home_country: str


@dataclass(frozen=True, slots=True)
class _Sighting:
    mention: Mention
    found: Sequence[Candidate]
    index: int | None


def make_scene(
    gazetteer: Gazetteer,
    document: Document,
    options: Sequence[tuple[Mention, Sequence[Candidate]]],
    look_up: LookUp | None = None,
) -> Scene:
    """Return a document's names with their places, mentions and others around them.

    `look_up` is `well_known` for the gazetteer, perhaps one that remembers.
    """
    look_up = look_up or partial(well_known, gazetteer)
    text, shift = document.text, 0
    if document.title and not text.startswith(document.title):
        text = f"{document.title}{_GAP}{text}"
        shift = len(document.title) + len(_GAP)
    sightings = [
        _Sighting(_shifted(mention, shift), found, index)
        for index, (mention, found) in enumerate(options)
    ]
    if shift:
        sightings.extend(_in_title(document.title, options))
    sightings.sort(key=_place_in_text)
    mentions = [one.mention for one in sightings]
    sightings.extend(
        _Sighting(mention, found, None)
        for mention, found in find_beacons(text, mentions, look_up)
    )
    sightings.sort(key=_place_in_text)
    senses = _gather(gazetteer, text, sightings)
    senses.extend(_home(gazetteer, document))
    labels = address_labels(document)
    for sense in senses:
        sense.is_in_address = is_in_address(sense.key, labels)
    return Scene(text, senses, home_country(document))


def _place_in_text(sighting: _Sighting) -> tuple[int, int]:
    return sighting.mention.span.start, sighting.mention.span.end


def _shifted(mention: Mention, by: int) -> Mention:
    if not by:
        return mention
    span = mention.span
    return replace(mention, span=Span(span.start + by, span.end + by))


def _in_title(
    title: str, options: Sequence[tuple[Mention, Sequence[Candidate]]]
) -> Iterable[_Sighting]:
    """Yield where the names of the mentions stand in the title."""
    known = {mention.lookup: found for mention, found in options}
    names = sorted(known, key=len, reverse=True)[:_MOST_TITLE_NAMES]
    if not names:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for match in pattern.finditer(title):
        mention = Mention(span=Span(*match.span()), text=match.group())
        yield _Sighting(mention, known[match.group()], None)


def _gather(
    gazetteer: Gazetteer, text: str, sightings: Sequence[_Sighting]
) -> list[Sense]:
    """Return the senses in the order of their first sighting.

    Sightings of one name share a sense; those that the text places in something
    ("Alexandria, La.") share it only with others placed in the same. A name in
    which two others are placed ("Tbilisi, Georgia", "Atlanta, Georgia") may mean two
    places.
    """
    within = stated_containers(text, [one.mention for one in sightings])
    names = [one.mention.lookup for one in sightings]
    folded = {name: fold(name) for name in set(names)}
    keys = _sense_keys([folded[name] for name in names], within)
    own = [one for one in sightings if one.index is not None]
    known = {one.mention.lookup: one.found for one in own}
    senses: list[Sense] = []
    position: dict[tuple[str, ...], int] = {}
    for key, sighting in zip(keys, sightings, strict=True):
        text_of = sighting.mention.lookup
        if key not in position:
            if text_of in known:
                found = find_options(gazetteer, text_of, known[text_of])
            else:
                found = tuple(Option(one, "whole") for one in sighting.found)
            position[key] = len(senses)
            senses.append(Sense(text_of, key[0], found))
        _add(senses[position[key]], sighting, text)
    for key, outer in zip(keys, within, strict=True):
        if outer is not None:
            senses[position[key]].within = position[keys[outer]]
    return senses


def _sense_keys(
    names: Sequence[str], within: Sequence[int | None]
) -> list[tuple[str, ...]]:
    """Return what sightings of one sense have in common: the name, what is around it.

    The first name that lies in another leaves the key of the latter as it is, so that
    it stays one with the same name standing alone.
    """
    first_inside: dict[str, str] = {}
    inside = [""] * len(names)
    for index, outer in enumerate(within):
        if outer is not None:
            first = first_inside.setdefault(names[outer], names[index])
            inside[outer] = "" if first == names[index] else names[index]
    return [
        (name, "" if outer is None else names[outer], held)
        for name, outer, held in zip(names, within, inside, strict=True)
    ]


def _add(sense: Sense, sighting: _Sighting, text: str) -> None:
    mention = sighting.mention
    if sighting.index is not None:
        sense.mentions.append(sighting.index)
    sense.spans.append((mention.span.start, mention.span.end))
    sense.cues |= kind_cues(text, mention)
    sense.is_dateline |= is_dateline(text, mention)
    sense.is_among_counties |= is_among_counties(text, mention)


def _home(gazetteer: Gazetteer, document: Document) -> Iterable[Sense]:
    """Yield the name in the source's address as a sense that nobody mentions."""
    name = home_name(document)
    found = gazetteer.candidates(name, limit=_MOST_HOMES) if name else ()
    if found:
        options = tuple(Option(one, "whole") for one in found)
        yield Sense(name, fold(name), options, is_home=True)
