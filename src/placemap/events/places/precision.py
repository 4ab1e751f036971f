"""UCDP `where_prec`: how exact a place is, by its kind and the relation to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.core import Place, Relation

EXACT, NEAR, ADM2, ADM1, VAGUE, COUNTRY, WATER = range(1, 8)
_WATERS = frozenset("SEA OCN GULF STRT BAY CHN SD SEAS".split())
_SECOND = frozenset("ADM2 ADM2H ADM3 ADM3H ADM4 ADM4H ADM5 ADMD ADMF".split())
_DIVISIONS = {
    "district": ADM2, "county": ADM2, "municipality": ADM2, "raion": ADM2,
    "territory": ADM2, "upazila": ADM2, "tehsil": ADM2, "woreda": ADM2,
    "province": ADM1, "state": ADM1, "governorate": ADM1, "oblast": ADM1,
    "region": ADM1, "prefecture": ADM1,
}  # fmt: skip
# What is named after a town and reaches far beyond it: "the Noto Peninsula".
_LANDSCAPES = frozenset(
    "peninsula valley mountain mountains hills range plateau highlands lowlands plain "
    "plains basin desert steppe forest gulf bay delta coast gorge".split()
)
_LINES = frozenset("CRDR BDR".split())
# Radii in metres below which an area is as good as a place, or as a district.
_SMALL_M, _DISTRICT_M = 15_000, 60_000


def where_precision(
    place: Place,
    relation: Relation,
    *,
    named: str = "",
    wider: bool = False,
    division: str = "",
) -> int:
    """Return the UCDP code of an event at, near or along `place`.

    Parameters
    ----------
    named
        The words of the text that were taken for the place; a landscape that only
        bears its name lies around it.
    wider
        Whether the text names the surroundings: "the X area". Around the seat of a
        division that is the division.
    division
        The noun after the name that makes a division of it: "X district".

    Examples
    --------
    >>> from placemap.core import Place
    >>> town = Place(id="x:1", name="A", lon_deg=0, lat_deg=0, kind="P.PPL")
    >>> where_precision(town, "in"), where_precision(town, "near")
    (1, 2)
    """
    own = _by_kind(place)
    wider = wider or _is_landscape(named, place)
    if own == EXACT and place.feature_class == "P" and division in _DIVISIONS:
        own = _DIVISIONS[division]
    if relation in ("between", "along") and own not in (COUNTRY, WATER):
        return VAGUE
    if own == EXACT and wider and place.kind.startswith("P.PPLA"):
        return ADM2
    if own == EXACT and (wider or relation in ("near", "from", "toward")):
        return NEAR
    return own


def _is_landscape(named: str, place: Place) -> bool:
    """Tell "the Noto Peninsula" from the town Noto, and from one called Simi Valley."""
    last = named.rpartition(" ")[2].lower()
    names = (place.name, *(name.text for name in place.names))
    is_new = not any(name.lower().endswith(last) for name in names)
    return place.feature_class == "P" and last in _LANDSCAPES and is_new


def _by_kind(place: Place) -> int:
    if place.is_country:
        return COUNTRY
    cls, code = place.feature_class, place.feature_code
    if cls == "A":
        # Some countries have nothing between the state and its districts.
        is_district = code in _SECOND or 0 < place.radius_m <= _DISTRICT_M
        return ADM2 if is_district else ADM1
    if cls == "H":
        return WATER if code in _WATERS else VAGUE
    if code in _LINES:
        return VAGUE
    if cls == "R":  # a street lies in one place, a highway does not
        return EXACT if 0 < place.radius_m <= _SMALL_M else VAGUE
    if cls in ("L", "T", "V"):
        return _by_radius(place)
    return EXACT


def _by_radius(place: Place) -> int:
    if place.feature_class == "L" and place.feature_code.startswith(("RGN", "CONT")):
        return VAGUE
    if not 0 < place.radius_m <= _DISTRICT_M:
        return VAGUE
    return EXACT if place.radius_m <= _SMALL_M else ADM2
