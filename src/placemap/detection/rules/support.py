"""What in the text around a spelling speaks for a place.

Every function looks at one thing and returns a weight of 0 or more; see
`placemap.detection.rules.evidence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    BODIES,
    DIRECTIONS,
    GENERIC_AFTER,
    LOOSE_PREPOSITIONS,
    PLACE_KINDS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.detection.reading import Reading
    from placemap.detection.rules.sighting import Scene, Sighting

_DIVISIONS = frozenset(
    "county parish township borough province governorate oblast prefecture".split()
)
_NAMING = frozenset(
    "known formerly previously call calls called renamed officially spelled".split()
)


def followed_by_container(sighting: Sighting, scene: Scene) -> float:
    """In "Alexandria, La." the state vouches for the town."""
    reading, last = scene.reading, sighting.last
    if reading.gap(last).strip() not in {",", "(", ", (", "["}:
        return 0.0
    after = last + 1 if reading.key(last + 1) != "in" else last + 2
    return 3.0 if _start(reading, after) in scene.containers else 0.0


def closes_address(sighting: Sighting, scene: Scene) -> float:
    """Countries and states after "Name, " are there to say where that is."""
    reading, before = scene.reading, sighting.first - 1
    if not sighting.facts.is_container or not reading.is_capital(before):
        return 0.0
    gap = reading.gap(before)
    if gap in {", ", " (", ", ("}:
        return 3.0 if sighting.facts.is_abbreviation else 1.5
    # "Bob Casey, D-Pa.": the letter of a party before the state.
    is_party = gap == "-" and reading.word(before) in {"D", "R", "I", "L"}
    return 2.0 if is_party else 0.0


def after_preposition(sighting: Sighting, scene: Scene) -> float:
    """People are seldom "in" or "near" something that is not a place."""
    reading, before = scene.reading, sighting.first - 1
    if reading.key(before) in {"the", "a"}:
        before -= 1
    if not reading.joined(sighting.first - 1):
        return 0.0
    if reading.key(before) in DIRECTIONS and reading.word(before)[:1].islower():
        return 1.5
    if reading.key(before) in PLACE_PREPOSITIONS:
        return 1.8
    if reading.key(before) not in LOOSE_PREPOSITIONS:
        return 0.0
    is_kind_of = reading.key(before) == "of" and reading.key(before - 1) in PLACE_KINDS
    return 2.5 if is_kind_of else 0.4


def after_place_noun(sighting: Sighting, scene: Scene) -> float:
    """In "the capital Tunis" the noun before says what it is."""
    reading, before = scene.reading, sighting.first - 1
    word = reading.word(before)
    is_noun = word.islower() and word in PLACE_KINDS and word not in DIRECTIONS
    return 1.5 if is_noun and reading.joined(before) else 0.0


def before_place_noun(sighting: Sighting, scene: Scene) -> float:
    """In "Severn man" or "the Shankill area" the noun asks for a place."""
    reading, after = scene.reading, sighting.last + 1
    if reading.gap(sighting.last) not in {" ", "'s ", "’s ", ". "}:
        return 0.0
    word = reading.word(after)
    return 1.5 if word.islower() and word in PLACE_NOUNS else 0.0


def before_generic(sighting: Sighting, scene: Scene) -> float:
    """Counties, rivers and islands follow the name they bear."""
    reading, last = scene.reading, sighting.last
    if not reading.joined(last) or not reading.word(last + 1).istitle():
        return 0.0
    key = reading.key(last + 1)
    return 3.0 if key in _DIVISIONS else 2.0 if key in GENERIC_AFTER else 0.0


def before_body(sighting: Sighting, scene: Scene) -> float:
    """Police, universities and councils carry the name of their place."""
    reading, last = scene.reading, sighting.last
    if not reading.joined(last) or not reading.is_capital(last + 1):
        return 0.0
    return 1.2 if reading.key(last + 1) in BODIES else 0.0


def dateline(sighting: Sighting, scene: Scene) -> float:
    """Capitals open a report and say where from: "CAIRO (AP) -"."""
    reading, first, last = scene.reading, sighting.first, sighting.last
    if not reading.opens_sentence(first) or not sighting.text.isupper():
        return 0.0
    mark = reading.gap(last).strip()[:1]
    is_line = mark in {"(", "—", "–", "-", ":"}
    return 3.0 if is_line or reading.is_capital(last + 1) else 0.0


def based(sighting: Sighting, scene: Scene) -> float:
    """Only places make "Paris-based" and "Kiev-born"."""
    reading, last = scene.reading, sighting.last
    is_based = reading.gap(last) == "-" and reading.key(last + 1) in {
        "based", "born", "area", "bound", "bred", "wide", "held", "controlled",
        "occupied", "administered", "brokered", "backed", "led",
    }  # fmt: skip
    return 2.0 if is_based else 0.0


def renamed(sighting: Sighting, scene: Scene) -> float:
    """Places have other names: "known as", "formerly" so and so."""
    reading, last = scene.reading, sighting.last
    before = reading.key(sighting.first - 1), reading.key(sighting.first - 2)
    if before == ("as", "known"):
        return 1.5
    if reading.gap(last) not in {", ", " ("}:
        return 0.0
    after = [reading.key(last + n) for n in (1, 2, 3, 4)]
    if after[0] in {"which", "also", "still", "now"}:
        return 0.0 if _NAMING.isdisjoint(after[1:]) else 1.5
    return 1.5 if after[0] in _NAMING else 0.0


def _start(reading: Reading, index: int) -> int:
    return reading.starts[index] if 0 <= index < len(reading.starts) else -1


SUPPORT: tuple[Callable[[Sighting, Scene], float], ...] = (
    followed_by_container,
    closes_address,
    after_preposition,
    after_place_noun,
    before_place_noun,
    before_generic,
    before_body,
    dateline,
    based,
    renamed,
)
