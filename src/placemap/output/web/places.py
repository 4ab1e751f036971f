"""The places of the web map: what is known of them, and all their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import numeric_code
from placemap.output.names.listing import other_names
from placemap.output.web.disputed import disputed_homes, view_record
from placemap.output.web.naming import Naming, choices
from placemap.output.web.readings import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Place
    from placemap.output.web.readings import Reading

_Json = dict[str, Any]


def places_of(
    readings: Sequence[Reading], labels: str
) -> tuple[dict[str, _Json], list[str]]:
    """Return all places by id, and the label policies one may choose for their names.

    Each place has the names all documents know of it; ``sides`` are pairs of a name
    and who calls the place so, ``called`` what leads under each policy where that is
    not the gazetteer's name, ``statuses`` all views of whose a disputed place is, and
    ``within`` the disputed area that a place with no views of its own lies in.
    """
    found: dict[str, _Json] = {}
    first: dict[str, tuple[Place, Reading]] = {}
    names: dict[str, dict[str, _Json]] = {}
    for reading in readings:
        for key, place in reading.places.items():
            if key not in found:
                sides = [list(side) for side in reading.labels.sides(place)]
                found[key] = place_record(place) | kept(sides=sides)
                first[key] = place, reading
            for text, name in _names(place, reading):
                of_place = names.setdefault(key, {})
                of_place[text] = name | of_place.get(text, {})
    for key, entry in found.items():
        listed = list(names.get(key, {}).values())
        is_plain = listed == [{"text": entry.get("name"), "inText": True}]
        entry["names"] = [] if is_plain else listed
    users = (who for entry in found.values() for _, who in entry.get("sides", ()))
    policies = choices(labels, users)
    naming = Naming(policies)
    for key, (place, reading) in first.items():
        found[key] |= kept(called=naming.called(place, reading))
    return dict(sorted(found.items())), policies


def _names(place: Place, reading: Reading) -> Iterator[tuple[str, _Json]]:
    for name in other_names(place, reading.parsed, leading=()):
        yield name["text"], _name(name)
    for text in reading.words.get(place.id, ()):
        yield text, {"text": text, "inText": True}


def place_record(place: Place) -> _Json:
    """Return what the page is told of a place, without its names in the texts."""
    return kept(
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        isCountry=place.is_country or None,
        code=numeric_code(place.country) if place.is_country else "",
        disputed=place.disputed or None,
        statuses=[view_record(v) for v in place.statuses] if place.disputed else [],
        within=None if place.disputed or place.is_country else _area_around(place),
    )


def _area_around(place: Place) -> _Json | None:
    homes = disputed_homes()
    return homes.get((place.country, place.admin1)) or homes.get((place.country, ""))


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
