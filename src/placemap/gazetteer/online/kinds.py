"""What kind of place an answer is about, in the words of GeoNames.

The keys are tags of OpenStreetMap (wiki.openstreetmap.org/wiki/Map_features) and layers
of Pelias (github.com/pelias/documentation, "placetype").
"""

from __future__ import annotations

# Values of `place`, and what Nominatim calls addresstype and Photon type.
_LEVELS = {
    "continent": "L.CONT",
    "country": "A.PCLI",
    "state": "A.ADM1",
    "region": "A.ADM1",
    "province": "A.ADM1",
    "state_district": "A.ADM2",
    "county": "A.ADM2",
    "district": "A.ADM2",
    "municipality": "A.ADM3",
    "city": "P.PPL",
    "town": "P.PPL",
    "village": "P.PPL",
    "hamlet": "P.PPL",
    "isolated_dwelling": "P.PPL",
    "farm": "P.PPL",
    "allotments": "P.PPL",
    "borough": "P.PPLX",
    "city_district": "P.PPLX",
    "suburb": "P.PPLX",
    "quarter": "P.PPLX",
    "neighbourhood": "P.PPLX",
    "city_block": "P.PPLX",
    "locality": "L.LCTY",
    "island": "T.ISL",
    "islet": "T.ISLT",
    "archipelago": "T.ISLS",
    "square": "S.SQR",
    "sea": "H.SEA",
    "ocean": "H.OCN",
}
_FEATURES = {
    ("natural", "bay"): "H.BAY",
    ("natural", "beach"): "T.BCH",
    ("natural", "cape"): "T.CAPE",
    ("natural", "cave_entrance"): "S.CAVE",
    ("natural", "cliff"): "T.CLF",
    ("natural", "desert"): "T.DSRT",
    ("natural", "glacier"): "H.GLCR",
    ("natural", "hill"): "T.HLL",
    ("natural", "isthmus"): "T.ISTH",
    ("natural", "mountain_range"): "T.MTS",
    ("natural", "peak"): "T.PK",
    ("natural", "peninsula"): "T.PEN",
    ("natural", "plateau"): "T.PLAT",
    ("natural", "reef"): "H.RF",
    ("natural", "ridge"): "T.RDGE",
    ("natural", "saddle"): "T.PASS",
    ("natural", "spring"): "H.SPNG",
    ("natural", "strait"): "H.STRT",
    ("natural", "valley"): "T.VAL",
    ("natural", "volcano"): "T.VLC",
    ("natural", "water"): "H.LK",
    ("natural", "wetland"): "H.WTLD",
    ("natural", "wood"): "V.FRST",
    ("mountain_pass", "yes"): "T.PASS",
    ("water", "lake"): "H.LK",
    ("waterway", "canal"): "H.CNL",
    ("waterway", "dam"): "S.DAM",
    ("waterway", "waterfall"): "H.FLLS",
    ("landuse", "forest"): "V.FRST",
    ("landuse", "industrial"): "L.INDS",
    ("landuse", "military"): "L.MILB",
    ("landuse", "quarry"): "S.MNQR",
    ("landuse", "reservoir"): "H.RSV",
    ("landuse", "residential"): "P.PPLX",
    ("leisure", "park"): "L.PRK",
    ("leisure", "nature_reserve"): "L.RESN",
    ("leisure", "stadium"): "S.STDM",
    ("boundary", "national_park"): "L.PRK",
    ("boundary", "protected_area"): "L.RES",
    ("boundary", "aboriginal_lands"): "L.RESV",
    ("man_made", "bridge"): "S.BDG",
    ("man_made", "lighthouse"): "S.LTHSE",
    ("man_made", "mineshaft"): "S.MN",
    ("man_made", "pier"): "S.PIER",
    ("man_made", "tower"): "S.TOWR",
    ("barrier", "border_control"): "S.PSTB",
    ("power", "plant"): "S.PS",
    ("aeroway", "aerodrome"): "S.AIRP",
    ("aeroway", "airstrip"): "S.AIRF",
    ("railway", "station"): "S.RSTN",
    ("railway", "halt"): "S.RSTP",
    ("amenity", "ferry_terminal"): "S.FY",
    ("amenity", "hospital"): "S.HSP",
    ("amenity", "marketplace"): "S.MKT",
    ("amenity", "place_of_worship"): "S.CTRR",
    ("amenity", "prison"): "S.PRN",
    ("amenity", "refugee_site"): "S.CMPRF",
    ("amenity", "school"): "S.SCH",
    ("amenity", "university"): "S.UNIV",
    ("military", "base"): "S.INSM",
    ("military", "airfield"): "S.AIRB",
    ("harbour", "yes"): "H.HBR",
    ("highway", "motorway"): "R.RD",
    ("highway", "trunk"): "R.RD",
    ("highway", "primary"): "R.RD",
}
# What is left of a key, none of which is known better.
_KEYS = {
    "aeroway": "S.AIRP",
    "historic": "S.HSTS",
    "highway": "R.ST",
    "landuse": "L.AREA",
    "military": "L.MILB",
    "railway": "R.RR",
    "waterway": "H.STM",
}
_BUILDINGS = frozenset(
    "amenity building shop office tourism craft club healthcare emergency".split()
)
_BUILDING = "S.BLDG"
_PELIAS = {
    "venue": _BUILDING,
    "address": _BUILDING,
    "street": "R.ST",
    "neighbourhood": "P.PPLX",
    "borough": "P.PPLX",
    "locality": "P.PPL",
    "localadmin": "A.ADM3",
    "county": "A.ADM2",
    "macrocounty": "A.ADM2",
    "region": "A.ADM1",
    "macroregion": "A.ADM1",
    "dependency": "A.PCLD",
    "country": "A.PCLI",
    "continent": "L.CONT",
    "empire": "A.PCLH",
    "marinearea": "H.SEA",
    "ocean": "H.OCN",
}


def osm_kind(key: str, value: str, level: str = "") -> str:
    """Return the kind of what OpenStreetMap tags so, empty when it cannot be told.

    Parameters
    ----------
    key, value
        The main tag, such as ``natural`` and ``peak``.
    level
        What the service says it is in an address, such as ``county``: it tells what
        a boundary bounds.

    Examples
    --------
    >>> osm_kind("place", "hamlet"), osm_kind("boundary", "administrative", "county")
    ('P.PPL', 'A.ADM2')
    """
    if key == "place":
        return _LEVELS.get(value, "")
    if key == "boundary" and value in {"administrative", "political"}:
        return _LEVELS.get(level, "A.ADMD")
    if found := _FEATURES.get((key, value)):
        return found
    return _BUILDING if key in _BUILDINGS else _KEYS.get(key, "")


def pelias_kind(layer: str) -> str:
    """Return the kind of what is in a layer of Pelias, empty when it is unknown.

    Examples
    --------
    >>> pelias_kind("localadmin")
    'A.ADM3'
    """
    return _PELIAS.get(layer, "")
