"""Say of a place where it lies, and all that is known of it, in plain values."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Name, Place
    from placemap.protocols import Gazetteer

# How far off a spot of unknown size may be.
_SPOT_RADIUS_M = 1_000.0
_REMEMBERED = 1 << 12


class Presenter:
    """Writes addresses and records of the places of one gazetteer.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> world = open_gazetteer()
    >>> Presenter(world).address(world.place("geonames:2988507"), ("de",))
    'Paris, Île-de-France, Frankreich'
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        # There are few countries and many places in each.
        self._country = lru_cache(_REMEMBERED)(self._find_country)

    def address(self, place: Place, languages: Sequence[str] = ()) -> str:
        """Return name, divisions and country with commas, none of them twice running.

        Parameters
        ----------
        languages
            BCP 47 tags, best first, of the names of place and country; the main
            name where there is none of them. Divisions keep their main names.
        """
        parts = [name_in(place, languages), place.admin2, place.admin1]
        if place.country and not place.is_country:
            parts.append(self._country(place.country, tuple(languages)))
        told: list[str] = []
        for part in parts:
            if part and part not in told:
                told.append(part)
        return ", ".join(told)

    def record(self, place: Place) -> dict[str, Any]:
        """Return what is known of a whole place, ready for JSON.

        `bbox` is west, south, east, north in degrees or None; `uncertainty_m` the
        radius in metres within which the place lies.
        """
        return {
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "admin2": place.admin2,
            "population": place.population,
            "disputed": place.disputed,
            "statuses": [
                {
                    "view": view.view,
                    "country": view.country,
                    "from": view.start,
                    "to": view.end,
                    "source": view.source,
                }
                for view in place.statuses
            ],
            "names": [_name_record(name) for name in place.names],
            "bbox": list(place.bbox) if place.bbox else None,
            "uncertainty_m": place.radius_m or _SPOT_RADIUS_M,
            "gazetteer": self._gazetteer.version,
            "licence": list(self._gazetteer.attribution),
        }

    def _find_country(self, code: str, languages: tuple[str, ...]) -> str:
        country = self._gazetteer.place(f"iso:{code}")
        return code if country is None else name_in(country, languages)


def name_in(place: Place, languages: Sequence[str]) -> str:
    """Return the name of a whole place in the first language it has one in.

    A tag also asks for its language as such, ``pt-BR`` for ``pt``. Official and
    local names go before others of the language.
    """
    for tag in languages:
        for wanted in dict.fromkeys((tag.lower(), tag.lower().split("-")[0])):
            named = [name for name in place.names if name.lang.lower() == wanted]
            if named:
                return min(named, key=_standing).text
    return place.name


def _standing(name: Name) -> int:
    """Rank the names of one language: those of today, as officials have them, first."""
    order = ("official", "local", "exonym", "alternate")
    rank = order.index(name.kind) if name.kind in order else len(order)
    return rank + len(order) * bool(name.end)


def _name_record(name: Name) -> dict[str, str]:
    return {
        "text": name.text,
        "lang": name.lang,
        "kind": name.kind,
        "used_by": name.used_by,
        "from": name.start,
        "to": name.end,
        "source": name.source,
    }
