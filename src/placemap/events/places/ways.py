"""Roads between places, and places that something only lies near.

"on the road from X to Y" and "the highway linking X and Y" are one place phrase each;
"clashes north of X" and "70 kilometres from X" are near it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.places.governors import Governor, find_governor
from placemap.events.places.words import DIRECTIONS, LENGTHS, NEARBY
from placemap.events.words import DETERMINERS, PREPOSITIONS, lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.sentence import Sentence


def find_relation(sentence: Sentence, first: int) -> Governor:
    """Return what governs the name at word `first`, read by what it means.

    "on the outskirts of X" is at X; "clashes north of X" and "70 kilometres from X"
    are near it.
    """
    governor = find_governor(sentence, first)
    if _is_hyphenated(sentence, governor):
        governor = find_governor(sentence, governor.at - 1)
    preposition, at, is_near = governor
    before = sentence.lowers(at - 1, at)
    if preposition == "from" and before and _measures(before[0]):
        return Governor("near", max(0, at - _MEASURE), is_near=True)
    if not is_near and _is_beside(sentence, first):
        return governor._replace(is_near=True)
    if not is_near:
        return governor
    if preposition == "on" and not NEARBY.isdisjoint(sentence.lowers(at, first)):
        return governor._replace(preposition="at")
    return governor._replace(preposition=preposition or "near")


def _measures(lower: str) -> bool:
    """Tell "70 kilometres from X" and "inland from X"."""
    return lemma(lower) in LENGTHS or lower in _ALONG


_ALONG = frozenset("inland upstream downstream upriver downriver offshore".split())


def _is_hyphenated(sentence: Sentence, governor: Governor) -> bool:
    """Tell "in the south-east of X", where the direction is no noun of places."""
    before = sentence.lowers(governor.at - 1, governor.at)
    is_of = governor.preposition == "of" and bool(before)
    return is_of and "-" in before[0] and before[0] in DIRECTIONS


# "seventy kilometres" are two words.
_MEASURE = 2


def _is_beside(sentence: Sentence, first: int) -> bool:
    """Tell "in two attacks south of X" from "in the south of X"."""
    before = sentence.lowers(first - 3, first)
    if len(before) < len(("attacks", "south", "of")) or before[2] != "of":
        return False
    is_part = before[0] in DETERMINERS or before[0] in PREPOSITIONS
    return before[1] in DIRECTIONS and not is_part


def join_ways(sentence: Sentence, found: Sequence[PlacePhrase]) -> list[PlacePhrase]:
    """Return the phrases with "the road from X" and "to Y" as one, and ways marked."""
    joined: list[PlacePhrase] = []
    for phrase in found:
        if _links(sentence, phrase):
            joined.append(_way_between(sentence, phrase))
            continue
        start = joined[-1] if joined else None
        if start and _is_road(sentence, start, phrase):
            joined[-1] = replace(
                start,
                heads=(*start.heads, *phrase.heads),
                context=(*start.context, *phrase.context),
                last=phrase.last,
                tail=phrase.tail,
                after=phrase.after,
                is_road=True,
            )
        else:
            joined.append(phrase)
    return joined


WAYS = frozenset(
    "road highway route motorway expressway freeway way railway railroad rail line "
    "street corridor axis bridge tunnel".split()
)
BORDERS = frozenset("border frontier boundary".split())


def _is_road(sentence: Sentence, start: PlacePhrase, end: PlacePhrase) -> bool:
    before = sentence.lowers(start.governor_at - 1, start.governor_at)
    return (
        start.governor == "from"
        and end.governor == "to"
        and end.governor_at == start.last
        and bool(before)
        and lemma(before[0]) in WAYS
    )


def _way_between(sentence: Sentence, phrase: PlacePhrase) -> PlacePhrase:
    """Return "the highway linking X and Y" as a way, "the bridge linking X" as near."""
    if len(phrase.heads) == _ENDS:
        return replace(phrase, is_road=True)
    at = sentence.word_range(phrase.heads[0].span)[0] - _WAY_LINKING
    way = find_governor(sentence, at)
    governor = "at" if way.preposition == "on" else way.preposition
    return replace(phrase, governor=governor, governor_at=way.at, is_near=True)


def _links(sentence: Sentence, phrase: PlacePhrase) -> bool:
    """Tell "the bridge linking X" by the words before the name."""
    at = sentence.word_range(phrase.heads[0].span)[0]
    before = sentence.lowers(at - 2, at)
    return (
        len(before) == _WAY_LINKING
        and before[1] in _LINKING
        and lemma(before[0]) in WAYS
    )


# A way has two ends; "road linking" are two words.
_ENDS = _WAY_LINKING = 2
_LINKING = frozenset("linking connecting joining".split())
