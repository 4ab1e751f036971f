"""The places of the web map: what is known of them, and all their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.names.listing import other_names
from placemap.output.web.readings import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Place
    from placemap.output.web.readings import Reading

_Json = dict[str, Any]


def places_of(readings: Sequence[Reading]) -> dict[str, _Json]:
    """Return all places by id, each with the names all documents know of it.

    ``sides`` are pairs of a name and who calls the place so.
    """
    found: dict[str, _Json] = {}
    names: dict[str, dict[str, _Json]] = {}
    for reading in readings:
        for key, place in reading.places.items():
            sides = [list(side) for side in reading.labels.sides(place)]
            found.setdefault(key, _place(place) | kept(sides=sides))
            for text, name in _names(place, reading):
                of_place = names.setdefault(key, {})
                of_place[text] = name | of_place.get(text, {})
    for key, entry in found.items():
        listed = list(names.get(key, {}).values())
        is_plain = listed == [{"text": entry.get("name"), "inText": True}]
        entry["names"] = [] if is_plain else listed
    return dict(sorted(found.items()))


def _names(place: Place, reading: Reading) -> Iterator[tuple[str, _Json]]:
    for name in other_names(place, reading.parsed, leading=()):
        yield name["text"], _name(name)
    for text in reading.words.get(place.id, ()):
        yield text, {"text": text, "inText": True}


def _place(place: Place) -> _Json:
    return kept(
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        isCountry=place.is_country or None,
        disputed=place.disputed or None,
    )


def _name(name: Mapping[str, Any]) -> _Json:
    return kept(
        text=name["text"],
        lang=name.get("lang"),
        kind=name.get("kind"),
        usedBy=name.get("used_by"),
        start=name.get("from"),
        end=name.get("to"),
        inText=name.get("source") == "text" or None,
    )
