"""Look for names that a source may have given to the wrong place.

An alternate name that is the own name of a larger place is a namesake, a former
or a fuller name of the smaller one, or an error: GeoNames lists "Gəncə", a city, with
Yevlakh. The search is the same for all; the verdict is that of whoever reviewed it,
and stands in ``corrections.csv``.
"""

from __future__ import annotations

import csv
from dataclasses import astuple, dataclass, fields, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, Protocol

from placemap.sphere import distance_m
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from placemap.core import Candidate, Place
    from placemap.gazetteer.curated.tables import CorrectionRow

_SOURCE = "GeoNames"
_LARGE = 50_000
# Yevlakh, with all of its district, has more than a third of Ganja's people.
_LARGER = 2
# Places without a population are mostly villages.
_LEAST_PEOPLE = 500
# Nearer, the two are parts of one town.
_APART_KM = 15
_OWN = frozenset({"official", "local"})
# Abroad, only a neighbour or a world city is likely to be mixed up with a place.
_NEIGHBOUR_KM = 300
_WORLD_CITY = 1_000_000
_ALIKE = 0.75
_ALL = 100_000


class Names(Protocol):
    """A gazetteer that is gone through and asked for names."""

    def places(self) -> Iterator[Place]:
        """Yield every place, without names."""

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry, or None."""

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A name of a place that is the main, official or local name of a larger one.

    `likeness` compares the name with the place's own main name: ``part`` when all
    words of one are in the other, ``alike`` when few letters differ, which is how
    transliterations are mixed up, ``different`` otherwise. `verdict` is ``error``
    for what the corrections drop, ``kept`` for what was not shown to be wrong.
    """

    place: str
    name: str
    country: str
    population: int
    text: str
    larger: str
    larger_name: str
    larger_country: str
    larger_population: int
    distance_km: int
    likeness: Literal["part", "alike", "different"]
    verdict: Literal["error", "kept"] = "kept"


def find_suspects(
    gazetteer: Names, corrections: Iterable[CorrectionRow] = ()
) -> list[Suspect]:
    """Return every suspicious name, sorted by place and text.

    Parameters
    ----------
    corrections
        Names that the gazetteer no longer has because they are errors: they are
        judged as if it had them, and returned when they are suspicious.
    """
    found: dict[tuple[str, str], Suspect] = {}
    for larger in gazetteer.places():
        if _is_large_town(larger):
            for smaller, text in _namesakes(gazetteer, larger):
                _keep_largest(found, _judge(smaller, text, larger))
    for row in corrections:
        is_name = row.action == "drop_name"
        suspect = is_name and judge_name(gazetteer, row.place, row.text)
        if suspect:
            found[row.place, row.text] = replace(suspect, verdict="error")
    return [found[key] for key in sorted(found)]


def judge_name(gazetteer: Names, place_id: str, text: str) -> Suspect | None:
    """Return why a name of a place is suspicious, None when it is not.

    The gazetteer need not have the name.
    """
    place = gazetteer.place(place_id)
    found: dict[tuple[str, str], Suspect] = {}
    for candidate in gazetteer.candidates(text, limit=_ALL):
        larger = gazetteer.place(candidate.place.id)
        if place is None or larger is None or not _is_large_town(larger):
            continue
        if fold(text) in _own_keys(larger):
            _keep_largest(found, _judge(place, text, larger))
    return found.get((place_id, text))


def write_suspects(path: Path, suspects: Iterable[Suspect]) -> None:
    """Write suspicious names as a table with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Suspect))
        writer.writerows(map(astuple, suspects))


def _is_large_town(place: Place) -> bool:
    return place.feature_class == "P" and place.population >= _LARGE


def _own_keys(place: Place) -> set[str]:
    """Return the folded main name, and those that are known to be its own."""
    told = (n for n in place.names if n.kind in _OWN and n.source != _SOURCE)
    return {fold(place.name), *(fold(name.text) for name in told)} - {""}


def _namesakes(gazetteer: Names, larger: Place) -> Iterator[tuple[Place, str]]:
    """Yield the towns that bear a name of a larger place, and their spelling of it."""
    whole = gazetteer.place(larger.id) or larger
    for key in sorted(_own_keys(whole)):
        for candidate in gazetteer.candidates(key, limit=_ALL):
            place = candidate.place
            if fold(place.name) != key and place.feature_class == "P":
                for text in _texts(gazetteer.place(place.id) or place, key):
                    yield place, text


def _texts(place: Place, key: str) -> set[str]:
    """Return the spellings of a folded name that the source gives to a place."""
    return {
        name.text
        for name in place.names
        if name.source == _SOURCE and name.kind != "code" and fold(name.text) == key
    }


def _judge(smaller: Place, text: str, larger: Place) -> Suspect | None:
    people = max(smaller.population, _LEAST_PEOPLE)
    km = round(_distance_km(smaller, larger))
    abroad = smaller.country != larger.country
    is_far = km >= _NEIGHBOUR_KM and larger.population < _WORLD_CITY
    if (
        fold(smaller.name) == fold(text)
        or larger.population < _LARGER * people
        or km <= _APART_KM
        or (abroad and is_far)
    ):
        return None
    return Suspect(
        place=smaller.id,
        name=smaller.name,
        country=smaller.country,
        population=smaller.population,
        text=text,
        larger=larger.id,
        larger_name=larger.name,
        larger_country=larger.country,
        larger_population=larger.population,
        distance_km=km,
        likeness=_likeness(smaller.name, text),
    )


def _distance_km(one: Place, other: Place) -> float:
    points = (one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg)
    return distance_m(*points) / 1000


def _likeness(name: str, text: str) -> Literal["part", "alike", "different"]:
    own, other = fold(name), fold(text)
    words, others = set(own.split()), set(other.split())
    if words <= others or others <= words:
        return "part"
    ratio = SequenceMatcher(None, own, other, autojunk=False).ratio()
    return "alike" if ratio >= _ALIKE else "different"


def _keep_largest(
    found: dict[tuple[str, str], Suspect], suspect: Suspect | None
) -> None:
    """Let a name that several larger places have stand for the largest of them."""
    if suspect is None:
        return
    key = (suspect.place, suspect.text)
    known = found.get(key)
    rank = (suspect.larger_population, suspect.larger)
    if known is None or rank > (known.larger_population, known.larger):
        found[key] = suspect
