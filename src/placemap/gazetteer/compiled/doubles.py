"""Recognise two records that are one place, and make them one.

GeoNames lists some towns twice, and an editor may have given a place an id of its own
that GeoNames has too. Of such a pair one record stays: it gets the other's names,
answers to its id, and why they are one is kept. Neighbours on two sides of a border
(Rheinfelden, Niagara Falls) or of a division's are two places, however alike.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from placemap.gazetteer.compiled.ranking import other_forms
from placemap.gazetteer.compiled.reader import Merger
from placemap.sphere import distance_m
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import NameKind
    from placemap.gazetteer.compiled.compiler import PlaceRecord

_NAMING: frozenset[NameKind] = frozenset(
    {"official", "local", "exonym", "former", "alternate"}
)
_CURATED = "curated:"
# Of 120 namesakes in one division 3 to 5 km apart, those of which one has no
# population were the town and its seat or quarter; others were villages.
_NEAR_M, _NEARER_M = 5_000.0, 3_000.0
_ONE_SPOT_M = 1_000.0
# Somewhat more than five kilometres of latitude.
_NEAR_DEG = 0.05
# How many times as populous one entry of a town is as the other, at most: Kunda is
# listed with 2,865 and 3,996, while London has nine million and its City 8,072. With
# another spelling and a kilometre between them the counts must agree better:
# Olszana (1,107) and Olszanka (571) are two villages.
_MOST_TIMES, _MOST_TIMES_OFF = 2.0, 1.25
# Words spelled alike: "Thanlyin" and "Thanhlyin" (0.94), "Datuk" and "Datoh" (0.80);
# not "East" and "West" (0.75), "Gornja" and "Donja" (0.73).
_ALIKE = 0.78
# Names spelled alike once their words are joined: "Cancello ed Arnone" and
# "Cancello-Arnone" (0.93); not "Ye Chaung" and "Ye Chaung Wa" (0.89).
_ALIKE_JOINED = 0.9
# How far from each other two editors put the middle of a large area.
_SHARE_OF_RADIUS = 0.25


def merge_doubles(
    records: Iterable[PlaceRecord],
) -> tuple[list[PlaceRecord], list[Merger]]:
    """Return the records without doubles, and what was merged, sorted by id.

    The records that stay are changed in place.
    """
    kept = {record.id: record for record in records}
    mergers = []
    for one, other in _namesakes(kept.values()):
        if one.id not in kept or other.id not in kept:
            continue
        if reason := why_one(one, other):
            stays, goes = sorted((one, other), key=_precedence)
            _take_in(stays, goes)
            del kept[goes.id]
            mergers.append(Merger(stays.id, goes.id, reason))
    return list(kept.values()), sorted(mergers)


def why_one(one: PlaceRecord, other: PlaceRecord) -> str:
    """Return why two records that share a name are one place, or the empty string.

    They must be of like kind, lie close together, and in one country, unless one of
    them is contested: then the main name of each must be a name of the other, or be
    spelled alike. Two entries of GeoNames in one country must lie in one division, be
    spelled alike, and not differ in population as a town and its quarter do.
    """
    if not _is_like_kind(one, other) or not _is_one_country(one, other):
        return ""
    apart_m = distance_m(one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg)
    curated = [record.id.startswith(_CURATED) for record in (one, other)]
    if all(curated) or apart_m > _reach_m(one, other):
        return ""
    where = f"{apart_m / 1000:.1f} km apart"
    if any(curated):
        return f"curated id for a GeoNames place: shared name, like kind, {where}"
    if one.country != other.country:
        if not _are_called_alike(one, other):
            return ""
        countries = " and ".join(sorted((one.country, other.country)))
        return f"contested entry under {countries}, {where}"
    if _is_double(one, other, apart_m):
        is_same = _is_same_spelling(_main(one), _main(other))
        how = "same name" if is_same else "spelling variants"
        return f"listed twice by GeoNames: {how}, one division, {where}"
    return ""


def _is_like_kind(one: PlaceRecord, other: PlaceRecord) -> bool:
    """Tell whether both are settlements, countries, or of the very same kind."""
    if one.kind == other.kind:
        return True
    return all(r.kind.startswith("P.") for r in (one, other)) or all(
        r.kind.startswith("A.PCL") for r in (one, other)
    )


def _is_one_country(one: PlaceRecord, other: PlaceRecord) -> bool:
    return (
        one.country == other.country
        or one.disputed
        or other.disputed
        or "A.PCLH" in {one.kind, other.kind}
    )


def _reach_m(one: PlaceRecord, other: PlaceRecord) -> float:
    if one.kind.startswith("P."):
        return _NEAR_M
    return max(_NEARER_M, _SHARE_OF_RADIUS * max(one.radius_m, other.radius_m))


def _is_double(one: PlaceRecord, other: PlaceRecord, apart_m: float) -> bool:
    if one.admin1 != other.admin1:
        return False
    less, more = sorted((one.population, other.population))
    is_same = _is_same_spelling(_main(one), _main(other))
    times = _MOST_TIMES if is_same or apart_m <= _ONE_SPOT_M else _MOST_TIMES_OFF
    # Hamlets without a count are called alike too often: East Java has 20 Krajans.
    if not more or more > times * less > 0:
        return False
    if is_same:
        return apart_m <= (_NEARER_M if less else _NEAR_M)
    return apart_m <= _NEARER_M and _is_spelled_alike(_main(one), _main(other))


def _are_called_alike(one: PlaceRecord, other: PlaceRecord) -> bool:
    """Tell whether the main name of each is one of the other's, or much like it.

    East Jerusalem is not Jerusalem, whoever holds it.
    """
    ours, theirs = ({fold(text) for text in _names(r)} for r in (one, other))
    is_mutual = _main(one) in theirs and _main(other) in ours
    return is_mutual or _is_spelled_alike(_main(one), _main(other))


def _is_same_spelling(one: str, other: str) -> bool:
    return one == other or other in other_forms(one)


def _is_spelled_alike(one: str, other: str) -> bool:
    """Tell whether two keys are one name, word by word or with their words joined."""
    ours, theirs = one.split(), other.split()
    if len(ours) == len(theirs):
        return all(_ratio(*pair) >= _ALIKE for pair in zip(ours, theirs, strict=True))
    return _ratio("".join(ours), "".join(theirs)) >= _ALIKE_JOINED


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _namesakes(
    records: Iterable[PlaceRecord],
) -> Iterator[tuple[PlaceRecord, PlaceRecord]]:
    """Yield once each pair that shares a name and may be one place."""
    by_key: dict[str, list[PlaceRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda record: (record.lat_deg, record.id)):
        for key in filter(None, dict.fromkeys(map(fold, _names(record)))):
            by_key[key].append(record)
    seen: set[tuple[str, str]] = set()
    for same in by_key.values():
        for one, other in _close_pairs(same):
            pair = (one.id, other.id)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _close_pairs(
    same: Sequence[PlaceRecord],
) -> Iterator[tuple[PlaceRecord, PlaceRecord]]:
    """Yield pairs of settlements close in latitude, and pairs with an editor's own.

    `same` is sorted by latitude.
    """
    towns = [record for record in same if record.kind.startswith("P.")]
    for index, one in enumerate(towns):
        for other in towns[index + 1 :]:
            if other.lat_deg - one.lat_deg > _NEAR_DEG:
                break
            yield one, other
    areas = [record for record in same if not record.kind.startswith("P.")]
    for one in areas:
        if one.id.startswith(_CURATED):
            yield from ((one, other) for other in areas if other is not one)


def _names(record: PlaceRecord) -> Iterator[str]:
    return (t for t, kind in record.all_spellings().items() if kind in _NAMING)


def _main(record: PlaceRecord) -> str:
    return fold(next(iter(record.all_spellings())))


def _precedence(record: PlaceRecord) -> tuple[bool, bool, int, str]:
    """Order by whose id stays: GeoNames', one with vetted names, the more populous."""
    is_curated = record.id.startswith(_CURATED)
    return is_curated, not record.vetted, -record.population, record.id


def _take_in(stays: PlaceRecord, goes: PlaceRecord) -> None:
    """Give a record what another knows; what an editor said of the other prevails."""
    if goes.id.startswith(_CURATED):
        stays.lon_deg, stays.lat_deg = goes.lon_deg, goes.lat_deg
        stays.kind = goes.kind
        stays.radius_m = goes.radius_m or stays.radius_m
        stays.rename(next(iter(goes.all_spellings())))
    stays.references += [goes.id, *goes.references]
    for text, kind in goes.spellings.items():
        stays.spellings.setdefault(text, "alternate" if kind == "official" else kind)
    for name in goes.names:
        stays.add_name(name)
    stays.vetted |= goes.vetted
    stays.statuses += goes.statuses
    stays.disputed = stays.disputed or goes.disputed
    stays.shape = stays.shape or goes.shape
    for field in ("admin1", "admin2", "population", "radius_m", "bbox"):
        setattr(stays, field, getattr(stays, field) or getattr(goes, field))
