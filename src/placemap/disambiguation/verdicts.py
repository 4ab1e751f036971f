"""Judge alias statements against the gazetteer, and let them decide places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.disambiguation.containment import lies_in
from placemap.disambiguation.distance import distance_km
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import (
        AliasStatement,
        Document,
        Place,
        Span,
        Toponym,
        Verdict,
    )
    from placemap.protocols import Gazetteer

# Two records of like kind this close are one place entered twice; with one main
# name they may lie further apart, as points of districts and large towns do.
_SAME_PLACE_KM, _SAME_NAME_KM = 3.0, 10.0
_MOST_CANDIDATES = 50
# A small place this far off only happens to have the name that the text gives: the
# name is new for the place meant.
_NAMESAKE_KM, _WELL_KNOWN = 300.0, 100_000
_SMALL_DIVISIONS = frozenset({"A.ADM2", "A.ADM3", "A.ADM4"})
_LONGEST_ACRONYM = 6
# What may follow on a name to make it whole: "the Arda islands".
_NEXT = re.compile(r" ([^\W\d_]+)")
# Their wording also says other things ("Paris (Texas)", "the Rome/Milan train"), so
# that a pair which the gazetteer does not support was no alias statement.
_WEAK_RELATIONS = frozenset({"parenthetical", "slash", "or"})
_RELATION_WORDS = {
    "known_as": "known as",
    "called_by": "called",
    "former": "formerly",
    "renamed": "renamed",
    "abbreviation": "abbreviation",
    "in_language": "name in another language",
    "parenthetical": "in brackets",
    "slash": "written with a slash",
    "or": "either name",
    "official": "official name",
    "transliteration": "another spelling",
}


@dataclass(frozen=True, slots=True)
class _Judgement:
    verdict: Verdict
    place: Place | None = None
    distance_km: float | None = None


def judge_aliases(
    document: Document,
    statements: Sequence[AliasStatement],
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
) -> tuple[Sequence[AliasStatement], Sequence[Toponym]]:
    """Return the statements with their verdicts, and the toponyms as they then stand.

    Confirmed: both names are names of one place, or of two records within a few
    kilometres and of like kind. New: one name is known. Contradicted: they are
    names of two places, `distance_km` apart. Unknown: neither is known. Statements
    in a weak wording that the gazetteer shows to be something else, such as
    "Paris (Texas)", are left out.

    Toponyms of both names, throughout the document, get the place of a confirmed
    or new statement.
    """
    lookup = _Lookup(document, toponyms, gazetteer)
    judged: list[AliasStatement] = []
    settled: dict[str, tuple[Place, str]] = {}
    for statement in statements:
        judgement = _judge(
            statement,
            _Side.of(statement.left, statement.right, lookup, settled),
            _Side.of(statement.right, statement.left, lookup, settled),
        )
        if judgement is None:
            continue
        place = judgement.place
        judged.append(
            replace(
                statement,
                verdict=judgement.verdict,
                place=place.id if place else None,
                distance_km=judgement.distance_km,
            )
        )
        if place is not None:
            for name, reason in _reasons(statement, judgement.verdict, document):
                settled.setdefault(fold(name), (place, reason))
    return judged, [_moved(toponym, settled) for toponym in toponyms]


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What the names of one document may mean."""

    document: Document
    toponyms: Sequence[Toponym]
    gazetteer: Gazetteer

    def places_of(self, span: Span) -> list[Place]:
        """Return what a name may mean, the place chosen for it in the text first."""
        name = span.of(self.document.text)
        is_acronym = (
            name.isupper()
            and len(name) <= _LONGEST_ACRONYM
            and not self.document.text.isupper()
        )
        found = [
            candidate.place
            for candidate in self.gazetteer.candidates(name, limit=_MOST_CANDIDATES)
            # "CIS" is not the hamlet of Cis.
            if candidate.score == 1.0 or not is_acronym
        ]
        chosen = {t.place.id for t in self.toponyms if t.span == span and t.place}
        return sorted(found, key=lambda place: place.id not in chosen)

    def longer_places_of(self, span: Span, other: Span) -> list[Place]:
        """Return what the name means with a word that the text sets elsewhere.

        In "the Arda islands, known as Berda" it is the Berda islands, and where
        Arda Reef is called Berda, Berda Reef.
        """
        text = self.document.text
        following = (_NEXT.match(text, at.end) for at in (span, other))
        kinds = {match[1] for match in following if match}
        _, space, last = other.of(text).rpartition(" ")
        if space:
            kinds.add(last)
        return [
            candidate.place
            for kind in sorted(kinds)
            for candidate in self.gazetteer.candidates(f"{span.of(text)} {kind}")
        ]


@dataclass(frozen=True, slots=True)
class _Side:
    """One name of a statement: what it may mean by itself, and in a longer form."""

    places: Sequence[Place]
    longer: Sequence[Place]

    @classmethod
    def of(
        cls,
        span: Span,
        other: Span,
        lookup: _Lookup,
        settled: Mapping[str, tuple[Place, str]],
    ) -> _Side:
        """Return the side for a name, known from the text if not to the gazetteer."""
        places = lookup.places_of(span)
        known = settled.get(fold(span.of(lookup.document.text)))
        if known and not places:
            places = [known[0]]
        return cls(places, lookup.longer_places_of(span, other))


def _judge(statement: AliasStatement, left: _Side, right: _Side) -> _Judgement | None:
    """Return what the gazetteer makes of it, None when it was no statement."""
    is_weak = statement.relation in _WEAK_RELATIONS
    if is_weak and _says_where(left.places, right.places):
        return None
    shared = _shared_place(left.places, right.places) or _shared_place(
        (*left.places, *left.longer), (*right.places, *right.longer)
    )
    if shared is not None:
        return _Judgement("confirmed", shared)
    if not left.places and not right.places:
        return None if is_weak else _Judgement("unknown")
    one, other = (next(iter(side.places), None) for side in (left, right))
    if one is None or other is None or statement.relation == "abbreviation":
        place = one or other
        # "Idowu (Nigeria)" says where somebody comes from.
        says_where = is_weak and one is None and other and other.feature_class == "A"
        return None if says_where else _Judgement("new", place)
    if is_weak or not _may_be_called(one, other):
        return None
    distance = distance_km(one, other)
    if distance > _NAMESAKE_KM and (_is_minor(one) or _is_minor(other)):
        return _Judgement("new", one if _is_minor(other) else other)
    return _Judgement("contradicted", None, round(distance, 1))


def _may_be_called(one: Place, other: Place) -> bool:
    """Tell whether two places are of kinds that may be taken for each other.

    No land is called by the name of a river or road, no town by that of a country
    ("in Smyrna, now Turkey"), and none by that of the division it lies in.
    """
    if _is_feature(one) != _is_feature(other) or one.is_country != other.is_country:
        return False
    return not (other.feature_class == "A" and lies_in(one, other))


def _says_where(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Tell whether the second name is the country of the first: "Jerez (Spain)"."""
    return bool(left) and any(
        outer.is_country and lies_in(left[0], outer) for outer in right
    )


def _is_feature(place: Place) -> bool:
    """Tell whether a place is a water, a way or a relief, no land that people live in.

    In "the road from Chad, known as the Corridor" it is the road that is so known: a
    country or town is never called by the name of such a feature.
    """
    is_land = place.kind.startswith("T.ISL") or place.kind in {"T.PEN", "T.ATOL"}
    return place.feature_class in {"H", "R", "T", "U", "V"} and not is_land


def _is_minor(place: Place) -> bool:
    """Tell whether hardly any reader far away would think of this place."""
    is_small_kind = place.feature_class in {"P", "S"} or place.kind in _SMALL_DIVISIONS
    return is_small_kind and place.population < _WELL_KNOWN


def _shared_place(left: Sequence[Place], right: Sequence[Place]) -> Place | None:
    """Return the place that both sides may mean: the same record before a near one."""
    ids = {place.id for place in right}
    for one in left:
        if one.id in ids:
            return one
    for one in left:
        for other in right:
            if _is_one_place(one, other):
                return max((one, other), key=lambda p: (p.population, p.id))
    return None


def _is_one_place(one: Place, other: Place) -> bool:
    is_like = (one.feature_class, one.is_country) == (
        other.feature_class,
        other.is_country,
    )
    limit = _SAME_NAME_KM if fold(one.name) == fold(other.name) else _SAME_PLACE_KM
    return is_like and distance_km(one, other) <= limit


def _reasons(
    statement: AliasStatement, verdict: Verdict, document: Document
) -> Iterator[tuple[str, str]]:
    """Yield each name of a statement with the reason to give for its place."""
    left, right = (s.of(document.text) for s in (statement.left, statement.right))
    how = "confirmed by the gazetteer" if verdict == "confirmed" else "new"
    wording = _RELATION_WORDS.get(statement.relation, statement.relation)
    for name, other in ((left, right), (right, left)):
        yield name, f"the text says it is the same as {other} ({wording}; {how})"


def _moved(toponym: Toponym, settled: Mapping[str, tuple[Place, str]]) -> Toponym:
    found = settled.get(fold(toponym.mention.lookup))
    if found is None or toponym.mention.form in {"demonym", "adjective"}:
        return toponym
    place, reason = found
    return replace(toponym, place=place, score=max(toponym.score, 0.9), reason=reason)
