"""Judge alias statements against the gazetteer, and let them decide places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.disambiguation.containment import lies_in
from placemap.disambiguation.distance import distance_km
from placemap.disambiguation.meanings import FIRST_MEANINGS, Meanings, Side
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import (
        AliasStatement,
        Document,
        Place,
        Toponym,
        Verdict,
    )
    from placemap.protocols import Gazetteer

# Two records of like kind this close are one place entered twice; with one main
# name they may lie further apart, as points of districts and large towns do.
_SAME_PLACE_KM, _SAME_NAME_KM = 3.0, 10.0
# A small place this far off only happens to have the name that the text gives: the
# name is new for the place meant.
_NAMESAKE_KM, _WELL_KNOWN = 300.0, 100_000
_SMALL_DIVISIONS = frozenset({"A.ADM2", "A.ADM3", "A.ADM4"})
# Their wording also says other things ("Paris (Texas)", "the Rome/Milan train"), so
# that a pair which the gazetteer does not support was no alias statement.
_WEAK_RELATIONS = frozenset({"parenthetical", "slash", "or"})
# Nor is one of two known places in "lived in Arda, later Berda".
_BARE = re.compile(
    r"\)?,? (?:\(|— )?(?:and )?(?:now|then|later|today|nowadays|currently|by now),? "
    r"(?:in |at )?(?:the )?[\"“‘']?"
)
# The relation of a pair that detection only hints at, before and after it is confirmed.
_HINTED, _RELATION_OF_HINTS = "hinted", "known_as"
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
    "Paris (Texas)", are left out, and pairs that the text only hints at unless
    confirmed.

    Toponyms of both names, throughout the document, get the place of a confirmed
    or new statement.
    """
    meanings = Meanings(document, toponyms, gazetteer)
    judged: list[AliasStatement] = []
    settled: dict[str, tuple[Place, str]] = {}
    for statement in sorted(statements, key=_is_hint):
        judgement = _judgement(statement, meanings, settled)
        if judgement is None:
            continue
        place = judgement.place
        judged.append(
            replace(
                statement,
                relation=_RELATION_OF_HINTS
                if _is_hint(statement)
                else statement.relation,
                verdict=judgement.verdict,
                place=place.id if place else None,
                distance_km=judgement.distance_km,
            )
        )
        if place is not None:
            for name, reason in _reasons(statement, judgement.verdict, document):
                settled.setdefault(fold(name), (place, reason))
    judged = [one for one in judged if not _is_overruled(one, judged)]
    judged.sort(key=lambda one: (one.left, one.right))
    if not settled:
        return judged, toponyms
    return judged, [_moved(toponym, settled) for toponym in toponyms]


def _is_overruled(one: AliasStatement, judged: Sequence[AliasStatement]) -> bool:
    """Tell whether its second name, of another place, is confirmed as a third's."""
    return one.verdict != "confirmed" and any(
        other.verdict == "confirmed" and one.right in (other.left, other.right)
        for other in judged
    )


def _is_hint(statement: AliasStatement) -> bool:
    return statement.relation == _HINTED


def _judgement(
    statement: AliasStatement,
    meanings: Meanings,
    settled: Mapping[str, tuple[Place, str]],
) -> _Judgement | None:
    if _is_hint(statement):
        return _judge_hint(statement, meanings, settled)
    left, right = statement.left, statement.right
    return _judge(
        statement,
        Side.of(left, right, meanings, settled),
        Side.of(right, left, meanings, settled),
        is_bare=bool(_BARE.fullmatch(meanings.document.text, left.end, right.start)),
    )


def _judge_hint(
    statement: AliasStatement,
    meanings: Meanings,
    settled: Mapping[str, tuple[Place, str]],
) -> _Judgement | None:
    """Return the judgement if the first meanings of both names are one place.

    None, too, where the text has already said of both names that they are.
    """
    sides = (statement.left, statement.right)
    names = (side.of(meanings.document.text) for side in sides)
    if settled and all(fold(name) in settled for name in names):
        return None
    left, right = (meanings.places_of(side)[:FIRST_MEANINGS] for side in sides)
    shared = next((place for place in left if place in right), None)
    is_first = shared is not None and shared in (*left[:1], *right[:1])
    return _Judgement("confirmed", shared) if is_first else None


def _judge(
    statement: AliasStatement, left: Side, right: Side, *, is_bare: bool
) -> _Judgement | None:
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
        return _Judgement("unknown")
    one, other = (next(iter(side.places), None) for side in (left, right))
    if one is None or other is None or statement.relation == "abbreviation":
        place = one or other
        # "Idowu (Nigeria)" and "Ain Issa (Raqqa)" say where somebody or a place is.
        says_where = is_weak and one is None
        is_land = other is not None and other.feature_class == "A"
        if says_where and (is_land or statement.relation == "parenthetical"):
            return None
        return _Judgement("new", place)
    if is_weak or is_bare:
        return None
    if not _may_be_called(one, other):
        # A river is not the town that has one of its names.
        is_namesake = _is_feature(one) and other.feature_class == "P"
        return _Judgement("new", one) if is_namesake else None
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
