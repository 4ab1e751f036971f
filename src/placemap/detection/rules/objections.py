"""What in and around a spelling speaks against a place.

Every function looks at one thing and returns a weight of 0 or less; see
`placemap.detection.rules.evidence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    BODIES,
    CALENDAR,
    DIRECTIONS,
    GENERIC_AFTER,
    LOOSE_PREPOSITIONS,
    PLACE_PREPOSITIONS,
    SAYING,
    STREETS,
    TITLES,
    word_list,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.detection.rules.sighting import Scene, Sighting

# A prior of a large city: from here a name stands without help from the text.
_WELL_KNOWN = 1.5
_LONGEST_ACRONYM = 5
_GO_WITH_PLACES = BODIES | STREETS | GENERIC_AFTER
_FAITHS = frozenset(
    "catholic lutheran anglican episcopal methodist baptist presbyterian coptic "
    "orthodox roman parish chapel cemetery convent abbey basilica".split()
)
_ADJUNCT_PREPOSITIONS = PLACE_PREPOSITIONS | {"of"}


def calendar(sighting: Sighting, _: Scene) -> float:
    """Months and days of the week are no places, whatever stands before them."""
    return -6.0 if sighting.facts.key in CALENDAR else 0.0


def part_of_person(sighting: Sighting, scene: Scene) -> float:
    """Words of somebody's name are not places."""
    return scene.people.weight(sighting.span, sighting.text)


def after_title(sighting: Sighting, scene: Scene) -> float:
    """In "Mr. Jordan" and "Sheriff Lincoln" the title says who that is."""
    reading, before = scene.reading, sighting.first - 1
    is_title = (
        reading.joined(before)
        and reading.is_capital(before)
        and (reading.key(before) in TITLES)
    )
    if not is_title or sighting.facts.is_people:
        return 0.0
    return -4.0 if sighting.facts.words == 1 else -1.0


def after_unknown_capital(sighting: Sighting, scene: Scene) -> float:
    """With another capitalised word before it a name is part of a longer one."""
    reading, before = scene.reading, sighting.first - 1
    if not reading.joined(before) or not reading.is_capital(before):
        return 0.0
    key = reading.key(before)
    if key in DIRECTIONS or key in LOOSE_PREPOSITIONS or key in PLACE_PREPOSITIONS:
        return 0.0
    if reading.opens_sentence(before) and (
        key in word_list("common_words") or key in reading.lower_words
    ):
        return 0.0
    if reading.style(sighting.span.start) != "plain":
        return -0.5
    if sighting.facts.is_people:
        return -0.5
    return -2.5 if sighting.facts.prior < _WELL_KNOWN else -1.2


def before_unknown_capital(sighting: Sighting, scene: Scene) -> float:
    """With a capitalised word after it a name may be a first name or a brand."""
    reading, last = scene.reading, sighting.last
    if sighting.facts.is_people or not reading.joined(last):
        return 0.0
    key = reading.key(last + 1)
    if not reading.is_capital(last + 1) or key in _GO_WITH_PLACES:
        return 0.0
    if reading.style(sighting.span.start) != "plain" or key in TITLES:
        return -0.3
    if sighting.facts.is_given and key not in word_list("common_words"):
        return -3.0
    return -0.4 if sighting.facts.prior >= _WELL_KNOWN else -1.5


def in_street(sighting: Sighting, scene: Scene) -> float:
    """London Road is not in London."""
    reading, last = scene.reading, sighting.last
    if not reading.joined(last) or not reading.is_capital(last + 1):
        return 0.0
    key = reading.key(last + 1)
    if key not in STREETS or key == "court":
        return 0.0
    return -6.0


def common_after_article(sighting: Sighting, scene: Scene) -> float:
    """In "the Centre" a word means what it means elsewhere."""
    before = scene.reading.key(sighting.first - 1)
    is_word = sighting.facts.is_common and sighting.facts.words == 1
    return -1.5 if is_word and before in {"the", "a", "an", "this", "our"} else 0.0


def patron(sighting: Sighting, scene: Scene) -> float:
    """Saints that churches, schools and hospitals are named after are no towns."""
    reading, last = scene.reading, sighting.last
    if not sighting.facts.key.startswith(("st ", "saint ")):
        return 0.0
    has_body = reading.gap(last) in {" ", "'s ", "’s ", "' "} and (
        reading.is_capital(last + 1) and reading.key(last + 1) in BODIES | _FAITHS
    )
    after, before = reading.key(last + 2), reading.key(sighting.first - 2)
    is_pair = (reading.key(last + 1) == "and" and after in {"st", "saint"}) or (
        reading.key(sighting.first - 1) == "and" and before in {"peter", "mary"}
    )
    return -4.0 if has_body or is_pair else 0.0


def acronym(sighting: Sighting, scene: Scene) -> float:
    """Short words in capitals stand for something else than a like-named town."""
    text, facts = sighting.text, sighting.facts
    if facts.is_abbreviation or facts.words > 1 or not text.isupper():
        return 0.0
    is_short = len(text) <= _LONGEST_ACRONYM and facts.prior < _WELL_KNOWN
    style = scene.reading.style(sighting.span.start)
    return -2.5 if is_short and style != "caps" else 0.0


def opens_sentence(sighting: Sighting, scene: Scene) -> float:
    """At the start of a sentence a capital says nothing."""
    if not scene.reading.opens_sentence(sighting.first) or sighting.facts.words > 1:
        return 0.0
    if sighting.text.isupper() and len(sighting.text) > 1:
        return 0.0
    return -2.0 if sighting.facts.is_common else 0.0


def also_lower_case(sighting: Sighting, scene: Scene) -> float:
    """Words that the same text also writes small are words."""
    if sighting.facts.words > 1 or sighting.facts.prior >= _WELL_KNOWN:
        return 0.0
    return -2.0 if sighting.text.casefold() in scene.reading.lower_words else 0.0


def shouted(sighting: Sighting, scene: Scene) -> float:
    """In capitals throughout only what is well known can be told from words."""
    style = scene.reading.style(sighting.span.start)
    if style == "caps" and sighting.facts.prior < _WELL_KNOWN:
        return -1.2
    return -0.4 if style == "title" and sighting.facts.prior < _WELL_KNOWN else 0.0


def speaks(sighting: Sighting, scene: Scene) -> float:
    """Who "said" something and is no government is a person."""
    reading, last = scene.reading, sighting.last
    if sighting.facts.is_government or sighting.facts.words > 1:
        return 0.0
    if sighting.facts.is_people or sighting.facts.is_container:
        return 0.0
    # "Officials in Goma said": it is the officials who speak.
    is_adjunct = reading.key(sighting.first - 1) in _ADJUNCT_PREPOSITIONS
    says = reading.gap(last) == " " and reading.key(last + 1) in SAYING
    says = says and not (is_adjunct and reading.joined(sighting.first - 1))
    said = reading.gap(sighting.first - 1) == " " and reading.word(
        sighting.first - 1
    ) in {"said", "says", "asked", "added"}
    return -2.5 if says or said else 0.0


OBJECTIONS: tuple[Callable[[Sighting, Scene], float], ...] = (
    calendar,
    part_of_person,
    after_title,
    after_unknown_capital,
    before_unknown_capital,
    in_street,
    common_after_article,
    patron,
    acronym,
    opens_sentence,
    also_lower_case,
    shouted,
    speaks,
)
