"""Order the places that one name may mean.

Every name carries a share of its place's prominence: all of it when it is the main
name, little when it is what the place was once called. Within one country that is
not the last word, since a name that an editor has given to a town is meant more
often than a hamlet that happens to bear it.
"""

from __future__ import annotations

from collections import defaultdict
from math import inf, nextafter
from typing import TYPE_CHECKING, NamedTuple, get_args

from placemap.core import NameKind
from placemap.gazetteer.compiled.shortnames import without_bracket, without_division
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import Name, Place
    from placemap.gazetteer.compiled.compiler import PlaceRecord

# Puts a region of 100 km radius beside a city of two million.
_PEOPLE_PER_KM = 20_000
# A dependent territory is looked up like a country: "Gibraltar" is not its capital.
_COUNTRY_WEIGHT = 50.0
_WEIGHT = {
    "A.PCL": _COUNTRY_WEIGHT, "A.PCLD": _COUNTRY_WEIGHT, "A.PCLF": _COUNTRY_WEIGHT,
    "A.PCLI": _COUNTRY_WEIGHT, "A.PCLIX": _COUNTRY_WEIGHT, "A.PCLS": _COUNTRY_WEIGHT,
    "P.PPLC": 3.0, "A.ADM1": 0.05, "A.ADM2": 0.1, "A.ADM3": 0.1, "A.ADM4": 0.1,
    "A.ADM5": 0.1, "A.ADMD": 0.1,
}  # fmt: skip
# A name that is not the main one carries less of a place's fame: "Salisbury" is the
# city in England before it is what Harare was, "Columbia" before Colombia in Latin.
_NAME_SHARE: dict[NameKind, float] = {"former": 0.003, "alternate": 0.5}
_FOREIGN_SHARE = _NAME_SHARE["former"]
_KIND_RANK: dict[NameKind, int] = {k: rank for rank, k in enumerate(get_args(NameKind))}
# Words for people and short forms say nothing of which place a name belongs to.
_PROPER: frozenset[NameKind] = frozenset(
    {"official", "local", "exonym", "former", "alternate"}
)
# Within one country a vetted name is put before the same name of a place at most this
# many times as prominent, by whether each is the main name of its place. Tver
# (420,065) comes before Kalinin, a village of 3,423, when its former name is looked
# up; but Tempelhof is a quarter of Berlin before it is the airport. And the Caribbean
# is the region before it is the larger sea, which is called so among other names.
_OUTSHONE = {
    (True, True): 0.25, (False, True): 0.25, (False, False): 1.0, (True, False): 10.0,
}  # fmt: skip
# Forms of one word, which texts and sources use for each other before another word.
_SHORT_FORMS = (("saint", "st"), ("sainte", "ste"), ("mount", "mt"), ("fort", "ft"))
_OTHER_FORM = {a: b for pair in _SHORT_FORMS for a, b in (pair, pair[::-1])}


class Claim(NamedTuple):
    """What a place may claim a key by.

    `share` is how much of the place's prominence the name carries; a `foreign` name
    is used in texts of other languages only; a `vetted` one was given by an editor.
    """

    kind: NameKind
    share: float
    is_main: bool = False
    is_foreign: bool = False
    is_vetted: bool = False


class Bearer(NamedTuple):
    """A place among those that bear one name: its row, and what it claims."""

    row: int
    kind: str
    country: str
    prominence: float
    claim: Claim


def prominence(place: Place | PlaceRecord) -> float:
    """Return how well known a place is, to order the places of one name.

    Countries and territories come before towns of the same population: a
    newspaper's bare "Georgia" is the country, unless its context says otherwise. A
    division named like its chief town comes behind it: a bare "Kherson" is the city.
    Regions and seas, which have no population, count by their size.
    """
    boost = _WEIGHT.get(place.kind, 1.0)
    people = place.population or place.radius_m / 1000 * _PEOPLE_PER_KM
    return boost * (people + 1000)


def keys_of(record: PlaceRecord) -> dict[str, Claim]:
    """Return the keys a place is found under, and by what it claims each.

    "Mt. Fuji" and "Saint Louis" are found where the sources have only "Mount Fuji"
    and "St. Louis", and the other way round. "Frankfurt (Oder)" is found as
    "Frankfurt" too, and "Kharkiv Oblast" as "Kharkiv", but by a weaker claim than
    that of a place whose name this is.
    """
    main = fold(next(iter(record.all_spellings()), ""))
    foreign = {n.text for n in record.names if _is_foreign(n, record)}
    # "Munich" is French, but English too.
    foreign -= {n.text for n in record.names if not _is_foreign(n, record)}
    found: dict[str, Claim] = {}
    for text, kind in record.all_spellings().items():
        key = fold(text)
        if not key or kind == "code":
            continue
        is_main = key == main
        is_foreign = text in foreign and not is_main
        is_vetted = text in record.vetted
        claim = Claim(
            kind,
            _share(kind, is_main=is_main, is_foreign=is_foreign, is_vetted=is_vetted),
            is_main=is_main,
            is_foreign=is_foreign,
            is_vetted=is_vetted,
        )
        found[key] = _better(found.get(key), claim)
    # Not from each spelling of a source: Freetown was a Saint George once.
    bare = _bare_keys(record) - found.keys()
    found |= {key: Claim("alternate", _NAME_SHARE["alternate"]) for key in sorted(bare)}
    for key, claim in list(found.items()):
        if claim.is_main or claim.is_vetted or key in bare:
            for other in other_forms(key):
                found[other] = _better(found.get(other), claim)
    return found


def _bare_keys(record: PlaceRecord) -> set[str]:
    """Return what is left of main and vetted names without brackets and the like."""
    main = next(iter(record.all_spellings()), "")
    bare = {fold(without_bracket(text)) for text in (main, *record.vetted)}
    if record.kind == "A.ADM1":
        bare.add(fold(without_division(main)))
    return bare - {""}


def _share(
    kind: NameKind, *, is_main: bool, is_foreign: bool, is_vetted: bool
) -> float:
    if is_main:
        return 1.0
    if is_foreign:
        return _FOREIGN_SHARE
    return 1.0 if is_vetted and kind == "alternate" else _NAME_SHARE.get(kind, 1.0)


def _better(known: Claim | None, claim: Claim) -> Claim:
    """Return the stronger of two claims to one key; one vetted spelling is enough."""
    if known is None:
        return claim
    first = min(known, claim, key=lambda c: (-c.share, _KIND_RANK[c.kind]))
    return first._replace(is_vetted=known.is_vetted or claim.is_vetted)


def other_forms(key: str) -> Iterator[str]:
    """Yield `key` with "saint", "mount" and "fort" short where long, and vice versa.

    Examples
    --------
    >>> list(other_forms("mt st helens")), list(other_forms("rocky mount"))
    (['mount saint helens'], [])
    """
    words = key.split(" ")
    changed = [_OTHER_FORM.get(word, word) for word in words[:-1]]
    if changed != words[:-1]:
        yield " ".join((*changed, words[-1]))


def _is_foreign(name: Name, record: PlaceRecord) -> bool:
    """Tell whether a name is one that only texts in other languages use.

    Editors, and GeoNames and CLDR by the languages of the country, tell local names
    from exonyms; other sources call every name local that is one in some language.
    """
    if name.used_by or name.lang.startswith("en"):
        return False
    is_sorted = name.source in {"GeoNames", "CLDR"} and bool(record.country)
    is_sorted = is_sorted or name.text in record.vetted
    return name.kind == ("exonym" if is_sorted else "local")


def order_bearers(bearers: Iterable[Bearer]) -> list[Bearer]:
    """Return the bearers of one name, the place it means most often first.

    They come by prominence times the share the name has in it. Within a country a
    place is lifted before those that it outshines: by a vetted name, above all where
    the other's is one of another language ("England", of the kingdom), or as a
    first-level division before a second-level one.
    """
    bearers = list(bearers)
    weights = {bearer.row: bearer.claim.share * bearer.prominence for bearer in bearers}
    if len(bearers) > 1:
        _lift(bearers, weights)
    return sorted(
        bearers,
        key=lambda bearer: (
            -weights[bearer.row],
            bearer.claim.is_foreign,
            not bearer.claim.is_vetted,
            _KIND_RANK[bearer.claim.kind],
            bearer.row,
        ),
    )


def _lift(bearers: Sequence[Bearer], weights: dict[int, float]) -> None:
    by_country: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        by_country[bearer.country].append(bearer)
    # From the least known up, so that whoever is lifted is seen by the others.
    for one in sorted(bearers, key=lambda bearer: (bearer.prominence, bearer.row)):
        if not may_outshine(one.kind, is_vetted=one.claim.is_vetted):
            continue
        others = by_country[one.country]
        outshone = [weights[other.row] for other in others if _outshines(one, other)]
        if outshone and max(outshone) >= weights[one.row]:
            weights[one.row] = nextafter(max(outshone), inf)


def may_outshine(kind: str, *, is_vetted: bool) -> bool:
    """Tell whether a place of that kind may be lifted before others by a name."""
    return is_vetted or kind == "A.ADM1"


def _outshines(one: Bearer, other: Bearer) -> bool:
    """Tell whether, within their country, a name means `one` rather than `other`."""
    mine, theirs = one.claim, other.claim
    if one.kind == "A.ADM1" and other.kind == "A.ADM2":
        return True
    if not mine.is_vetted or mine.kind not in _PROPER:
        return False
    if mine.is_main and theirs.is_foreign:
        return True
    if theirs.is_vetted and mine.is_main == theirs.is_main:
        return False
    most = _OUTSHONE[mine.is_main, theirs.is_main]
    return other.prominence < most * one.prominence
