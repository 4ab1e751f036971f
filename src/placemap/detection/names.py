"""What the gazetteer knows of a spelling, boiled down for the detector."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    CALENDAR,
    DIRECTIONS,
    PARTICLES,
    name_list,
    word_list,
)
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from placemap.core import Candidate, Place
    from placemap.protocols import Gazetteer

# Names somebody has looked at, and not just listed as "alternate".
_OWN_KINDS = frozenset({"official", "local", "exonym", "former"})
_PEOPLE_KINDS = frozenset({"demonym", "adjective"})
# Weights below are in the unit of `evidence`: 0 is undecided. They were set by
# reading errors on news text, not fitted.
_KIND_WEIGHT = {"A.ADM1": 2.5, "P.PPLC": 2.5, "A.ADM2": 0.3}
_COUNTRY_WEIGHT = 3.0
# Seas, areas and disputed towns are in the news, whatever their population.
_REGION_WEIGHT = 1.5
_MANY_WORDS_WEIGHT = 1.5
_ALTERNATE_WEIGHT = -1.0
_PEOPLE_WEIGHT = 2.5
_COMMON_WEIGHT = -3.0
_GIVEN_WEIGHT = -1.5
_SURNAME_WEIGHT = -0.8
_OTHER_NAME_WEIGHT = -5.0
_FRAGMENT_WEIGHT = -4.0
# "US" and "UAE" are written without full stops; most two-letter forms of divisions
# ("OR", "MP") are other words or other abbreviations unless the text helps.
_ABBREVIATION_WEIGHT = 2.0
_POSTAL_WEIGHT = -1.0
_POSTAL_LENGTH = 2
# Sorts of places that are spoken of in different manners.
SORTS = (
    "PCL", "CONT", "ADM1", "PPLC", "ADM2", "PPLA", "PPL", "L", "H", "T", "A", "S",
    "other",
)  # fmt: skip
_SHORT = 3
# How far a large place outweighs a hamlet of the same name.
_TOWN, _LEAST_WEIGHT, _MOST_TOWNS = 10_000, 0.3, 10.0
_BARE_SHORT_WEIGHT = -1.0


@dataclass(frozen=True, slots=True)
class NameFacts:
    """A spelling's standing: how strongly it suggests a place by itself.

    `prior` is above 0 for spellings that mostly mean a place. `forms` are the
    kinds of the names that matched. `is_people` marks demonyms and adjectives,
    `is_container` countries and first-level divisions, `is_government` countries
    and capitals; `is_own_name` is False where the spelling is only a by-name.
    `size` is the decimal logarithm of the largest population that bears the name,
    `top_size` that of the best-known place, whose sort, one of `SORTS`, is `sort`;
    `places` counts them, and `standing` says all this in a few letters. `countries`
    and `divisions` are where they lie, with shares that add up to 1: the larger the
    places, the larger. A spelling the gazetteer lacks has `forms` empty.
    """

    key: str
    prior: float
    forms: frozenset[str]
    is_people: bool = False
    is_container: bool = False
    is_government: bool = False
    is_own_name: bool = True
    is_common: bool = False
    is_given: bool = False
    is_surname: bool = False
    is_exact: bool = False
    words: int = 1
    places: int = 0
    size: float = 0.0
    top_size: float = 0.0
    sort: str = ""
    name_kind: str = ""
    standing: str = "unk"
    countries: Mapping[str, float] = field(default_factory=dict, hash=False)
    divisions: Mapping[str, float] = field(default_factory=dict, hash=False)

    @property
    def is_abbreviation(self) -> bool:
        """Whether the spelling is known as an abbreviation, among others."""
        return "abbreviation" in self.forms


# Stands for the facts of a spelling the gazetteer lacks.
UNKNOWN = NameFacts(key="", prior=0.0, forms=frozenset())


def facts_from(gazetteer: Gazetteer) -> Callable[[str], NameFacts | None]:
    """Return a cached function from a spelling to its facts, None when unknown."""

    @lru_cache(maxsize=1 << 15)
    def facts(name: str) -> NameFacts | None:
        found = [c for c in gazetteer.candidates(name) if _is_spelled(c, name)]
        return _facts(name, found) if found else None

    return facts


def _is_spelled(candidate: Candidate, name: str) -> bool:
    """Tell whether a candidate's name is written this way, and not just similarly.

    An abbreviation and a very short name must agree to the letter: "Dr" is not the
    "DR", nor "SUV" the village of Suv.
    """
    if candidate.name_kind == "code":
        return False
    is_exact = candidate.score == 1.0
    letters = name.replace(".", "")
    if candidate.name_kind == "abbreviation" or len(letters) <= _SHORT:
        return is_exact
    return True


def _facts(name: str, candidates: Sequence[Candidate]) -> NameFacts:
    key = fold(name)
    forms = frozenset(c.name_kind for c in candidates)
    is_common, is_given, is_surname = (
        key in word_list(name) for name in ("common_words", "given_names", "surnames")
    )
    # Candidates come best-known first: "German" is of Germany before it is a hamlet.
    is_people = candidates[0].name_kind in _PEOPLE_KINDS
    # "US" is no capitalised "us".
    is_common = is_common and not ("abbreviation" in forms and name.isupper())
    words = key.count(" ") + 1
    prior = max(_standing(c, key, name) for c in candidates)
    if words > 1 and not _is_person(key):
        prior += _MANY_WORDS_WEIGHT
    if is_common:
        prior += _COMMON_WEIGHT
    if is_given:
        prior += _GIVEN_WEIGHT
    elif is_surname:
        prior += _SURNAME_WEIGHT
    if key in name_list("other_names"):
        prior += _OTHER_NAME_WEIGHT
    if key in PARTICLES or key in DIRECTIONS:
        prior += _FRAGMENT_WEIGHT
    facts = NameFacts(
        key=key,
        prior=prior,
        forms=forms,
        is_people=is_people,
        is_container=not is_people
        and any(c.place.is_country or c.place.kind == "A.ADM1" for c in candidates[:3]),
        is_government=any(
            c.place.is_country or c.place.kind == "P.PPLC" for c in candidates[:1]
        ),
        is_own_name=any(
            c.name_kind in _OWN_KINDS or fold(c.place.name) == key for c in candidates
        ),
        is_common=is_common or key in CALENDAR,
        is_given=is_given,
        is_surname=is_surname,
        is_exact=any(c.score == 1.0 for c in candidates),
        words=words,
        places=len(candidates),
        size=max(_magnitude(c.place) for c in candidates),
        top_size=_magnitude(candidates[0].place),
        sort=_sort(candidates[0].place),
        name_kind=candidates[0].name_kind,
        countries=_shares((c.place.country, c.place) for c in candidates),
        divisions=_shares((_division(c.place), c.place) for c in candidates),
    )
    return replace(facts, standing=_in_letters(facts))


def _shares(places: Iterable[tuple[str, Place]]) -> dict[str, float]:
    """Return the share of each area in which places lie, weighed by population."""
    weights: dict[str, float] = {}
    for area, place in places:
        if area:
            weight = _LEAST_WEIGHT + min(place.population / _TOWN, _MOST_TOWNS)
            weights[area] = weights.get(area, 0.0) + weight
    total = sum(weights.values())
    return {area: weight / total for area, weight in weights.items()}


def _division(place: Place) -> str:
    """Return the first-level division a place lies in or is, with its country."""
    name = place.name if place.kind == "A.ADM1" else place.admin1
    return f"{place.country}/{name}" if name else ""


def _magnitude(place: Place) -> float:
    return math.log10(1 + place.population)


def _in_letters(facts: NameFacts) -> str:
    if facts.is_people:
        return "people"
    if facts.is_abbreviation:
        return "abbr"
    if facts.sort not in {"PPL", "PPLA"}:
        return facts.sort
    mark = "" if facts.is_own_name else "a"
    return f"P{max(2, int(facts.size * 2))}{mark}"


def _sort(place: Place) -> str:
    if place.is_country:
        return "PCL"
    code = place.feature_code
    if code in SORTS:
        return code
    if place.feature_class == "P":
        return "PPLA" if code.startswith("PPLA") else "PPL"
    return place.feature_class if place.feature_class in SORTS else "other"


def _is_person(key: str) -> bool:
    first, _, last = key.partition(" ")
    return first in word_list("given_names") and last in word_list("surnames")


def _standing(candidate: Candidate, key: str, name: str) -> float:
    """Return how well known the place is under the name that matched."""
    place, kind = candidate.place, candidate.name_kind
    if kind in _PEOPLE_KINDS:
        return _PEOPLE_WEIGHT
    if kind == "abbreviation":
        is_postal = len(name) == _POSTAL_LENGTH and not place.is_country
        is_postal = is_postal and place.kind == "A.ADM1"
        return _POSTAL_WEIGHT if is_postal else _ABBREVIATION_WEIGHT
    weight = _known_weight(place)
    if len(key) <= _SHORT:
        weight += _BARE_SHORT_WEIGHT
    is_by_name = kind == "alternate" and fold(place.name) != key
    return weight + _ALTERNATE_WEIGHT * is_by_name


def _known_weight(place: Place) -> float:
    if place.is_country or place.kind == "L.CONT":
        return _COUNTRY_WEIGHT
    if place.kind in _KIND_WEIGHT:
        return max(_KIND_WEIGHT[place.kind], _size(place.population))
    if place.feature_class == "P" and not place.disputed:
        return _size(place.population)
    return max(_REGION_WEIGHT, _size(place.population))


def _size(population: int) -> float:
    """Return -0.8 for a hamlet, 0 at some 5,000, 2.0 for a city of a million."""
    if population <= 0:
        return -0.8
    return max(-0.8, min(2.4, 0.87 * (math.log10(population) - 3.7)))
