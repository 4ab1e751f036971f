"""Where the text itself says in what a place lies: "Alexandria, La."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.disambiguation.distance import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Mention, Place

_DIRECTION = r"(?:(?:far )?(?:north|south|east|west|central)\w*(?: |-))*"
# "restive", "second", "rebel-held": up to two words that say no more of where.
_TRAITS = r"(?:[a-z][a-z-]+ ){0,2}?"
_KIND = (
    r"(?:port |border |coastal |regional |provincial |district |industrial |market )*"
    r"(?:capital|city|town|village|suburb|district|province|region|port|county|state|"
    r"island|enclave|settlement|neighbou?rhood|resort|oblast|governorate|department|"
    r"municipality|commune)"
)
_ORDER = r"(?:second|third|main|oldest|largest|biggest) "
_AFTER = re.compile(
    rf",? ?(?:[(\[]|, | in |, in |[(\[]in | of )(?:the )?{_DIRECTION}"
    rf"|, (?:(?:an?|the|its) )?{_TRAITS}{_KIND} (?:in|on) (?:the )?{_DIRECTION}"
    rf"|, (?:(?:an? |the )?{_TRAITS}capital|an? {_TRAITS}{_KIND}|the {_ORDER}{_KIND}) "
    rf"of (?:the )?{_DIRECTION}"
)
_BEFORE = re.compile(
    rf"(?:['’]s|, the)? {_TRAITS}{_DIRECTION}{_KIND},?(?: of)? "
    rf"|['’]s (?:[a-z][a-z-]+ )?{_DIRECTION}"
)
_LONGEST_GAP = 45
# A part of town lies this close to the point of its town.
_TOWN_KM = 40.0


def stated_containers(text: str, mentions: Sequence[Mention]) -> list[int | None]:
    """Return, for each mention, the position of the mention it is said to lie in.

    None where the text says nothing. Neighbouring mentions only are looked at.
    """
    found: list[int | None] = [None] * len(mentions)
    for index in range(len(mentions) - 1):
        left, right = mentions[index], mentions[index + 1]
        gap = text[left.span.end : right.span.start]
        if len(gap) > _LONGEST_GAP:
            continue
        if left.form in {"name", "abbreviation"} and _AFTER.fullmatch(gap):
            found[index] = index + 1
        elif right.form == "name" and _BEFORE.fullmatch(gap):
            found[index + 1] = index
    return found


def lies_in(inner: Place, outer: Place) -> bool:
    """Tell whether one place lies in another, as far as the gazetteer knows."""
    if inner.id == outer.id:
        return False
    if outer.is_country:
        return inner.country == outer.country and not inner.is_country
    if outer.feature_class == "P":
        is_part = inner.population <= outer.population
        return is_part and distance_km(inner, outer) <= _TOWN_KM
    if outer.kind in {"A.ADM1", "A.ADM2"} and inner.country != outer.country:
        return False
    if outer.kind == "A.ADM1":
        return inner.admin1 in {outer.admin1 or outer.name, outer.name}
    if outer.kind == "A.ADM2":
        same_first = not inner.admin1 or inner.admin1 == outer.admin1
        return same_first and inner.admin2 in {outer.admin2 or outer.name, outer.name}
    return _in_bbox(inner, outer)


def _in_bbox(inner: Place, outer: Place) -> bool:
    if outer.bbox is None:
        return False
    west, south, east, north = outer.bbox
    if not south <= inner.lat_deg <= north:
        return False
    if west <= east:
        return west <= inner.lon_deg <= east
    return inner.lon_deg >= west or inner.lon_deg <= east
