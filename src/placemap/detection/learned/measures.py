"""Measures: what is known of a stretch and its surroundings, as numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.detection.learned.stretches import to_sighting
from placemap.detection.learned.view import GAP_KINDS
from placemap.detection.learned.wordkinds import NO_GIVEN_NAME
from placemap.detection.names import SORTS
from placemap.detection.rules.evidence import weigh

if TYPE_CHECKING:
    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.learned.view import View
    from placemap.detection.names import NameFacts
    from placemap.detection.rules.sighting import Scene

# Lists of words that tell what a word makes of a name, by their letters in
# `wordkinds`: within the name, before and behind it.
_LISTS_WITHIN, _LISTS_BEFORE, _LISTS_AFTER = "sgbdh", "tplkdb", "sgbnytv"
_STYLES = ("plain", "title", "caps")
_UNKNOWN_PRIOR, _UNKNOWN_WEIGHT, _UNKNOWN_SIZE = -6.0, -6.0, -1.0
# How many measures there are; the last is the weight that the lexicon's rules give.
MEASURES = 58
# Further into a text all positions are alike.
_OPENING = 2000
_NAME_MEASURES = 13
_NOBODY = (0, NO_GIVEN_NAME, False, False)


def measure(view: View, stretch: Stretch, scene: Scene, gap: str) -> list[float]:
    """Return the measures of one stretch, always as many and in the same order."""
    return [
        *_of_name(stretch.facts),
        *_of_words(view, stretch),
        *_of_place_in_text(view, stretch),
        *_of_neighbours(view, stretch, gap),
        _rules(stretch, scene),
    ]


def _of_name(facts: NameFacts | None) -> list[float]:
    if facts is None:
        unknown = [0.0] * _NAME_MEASURES
        unknown[1:4] = _UNKNOWN_PRIOR, _UNKNOWN_SIZE, _UNKNOWN_SIZE
        unknown[5] = len(SORTS)
        return unknown
    return [
        1.0,
        facts.prior,
        facts.size,
        facts.top_size,
        facts.places,
        SORTS.index(facts.sort) if facts.sort else len(SORTS),
        facts.is_exact,
        facts.is_own_name,
        facts.is_people,
        facts.is_container,
        facts.is_government,
        facts.is_abbreviation,
        facts.is_common,
    ]


def _of_words(view: View, stretch: Stretch) -> list[float]:
    first, last = view.kinds[stretch.first], view.kinds[stretch.last]
    words = stretch.last - stretch.first + 1
    key = view.reading.keys[stretch.first]
    return [
        words,
        stretch.end - stretch.start,
        first.given,
        first.surname,
        last.given,
        last.surname,
        first.small,
        first.capital,
        last.small,
        last.capital,
        first.is_common,
        words == 1 and key in view.reading.lower_words,
        view.capitals.get(first.key, 0),
        view.capitals.get(last.key, 0),
        *view.bearers.get(last.key, _NOBODY),
    ]


def _of_place_in_text(view: View, stretch: Stretch) -> list[float]:
    reading = view.reading
    text = stretch.text
    return [
        stretch.before,
        stretch.after,
        reading.opens_sentence(stretch.first),
        _STYLES.index(reading.styles[stretch.first]),
        text.isupper(),
        stretch.end > reading.ends[stretch.last],
        view.people.weight_at(stretch.start, text),
        min(stretch.start, _OPENING),
    ]


def _of_neighbours(view: View, stretch: Stretch, gap: str) -> list[float]:
    before, before2 = view.kinds[stretch.first - 1], view.kinds[stretch.first - 2]
    after, after2 = view.kinds[stretch.last + 1], view.kinds[stretch.last + 2]
    return [
        before.is_capital,
        before2.is_capital,
        after.is_capital,
        after2.is_capital,
        before.length,
        after.length,
        before.small,
        after.small,
        before.given,
        after.surname,
        GAP_KINDS.find(view.gaps[stretch.first - 1]),
        GAP_KINDS.find(gap[0]),
        view.container_after(stretch),
        view.containers.get(stretch.start, 0),
        _list_of(view.kinds[stretch.last].kinds, _LISTS_WITHIN),
        _list_of(view.kinds[stretch.first].kinds, _LISTS_WITHIN),
        _list_of(before.kinds, _LISTS_BEFORE),
        _list_of(after.kinds, _LISTS_AFTER),
    ]


@lru_cache
def _list_of(kinds: str, lists: str) -> int:
    """Return the place among `lists` of the first that a word stands in, or -1."""
    return next((at for at, letter in enumerate(lists) if letter in kinds), -1)


def _rules(stretch: Stretch, scene: Scene) -> float:
    """Return what the lexicon's rules make of a known spelling."""
    if stretch.facts is None:
        return _UNKNOWN_WEIGHT
    return weigh(to_sighting(stretch), scene)
