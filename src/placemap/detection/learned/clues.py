"""Clues: short texts that say one thing about a stretch and its surroundings.

The learned detector has a weight for each clue it met in training. A clue begins
with the letters of the question it answers ("p1=", the word before), so that the
answers to different questions never mix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.learned.wordkinds import (
    FREQUENT_GIVEN_NAME,
    FREQUENT_SURNAME,
    NO_GIVEN_NAME,
    NO_SURNAME,
)

if TYPE_CHECKING:
    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.learned.view import View

_RARE_SURNAME = 13.0
_MANY_WORDS = 4
_UNKNOWN_PRIOR = -9.0
# Text, standing, first and last word, how many words follow on the first, sides and
# style; and letters if it opens a sentence, is written small, too, or is a person's.
Looks = tuple[str, str, str, str, int, str, str, str, str, str]


def clues_before(view: View, first: int) -> tuple[str, ...]:
    """Return the clues before the stretches that begin with word `first`."""
    one, two = view.kinds[first - 1], view.kinds[first - 2]
    gap, gap2 = view.gaps[first - 1], view.gaps[first - 2]
    own = view.kinds[first]
    return (
        f"p1={one.key}{gap}",
        f"p2={two.key}{gap2}{one.key}{gap}",
        f"pp={two.key}",
        f"pre={own.key[:3]}",
    )


def clues_behind(view: View, last: int, gap: str) -> tuple[str, ...]:
    """Return the clues behind the stretches that end with word `last` and a gap."""
    one, two = view.kinds[last + 1], view.kinds[last + 2]
    return (
        f"n1={gap}{one.key}",
        f"nn={two.key}",
    )


def looks_of(view: View, stretch: Stretch) -> Looks:
    """Return all that `clues_within` tells of a stretch, before it is put in clues.

    A stretch may begin or end within a word: so its words count besides its text.
    """
    reading, first, last = view.reading, stretch.first, stretch.last
    is_named = view.people.weight_at(stretch.start, stretch.text) < 0
    is_small = first == last and reading.keys[first] in reading.lower_words
    return (
        stretch.text,
        stretch.standing,
        reading.words[first],
        reading.words[last],
        last - first,
        stretch.sides,
        reading.styles[first],
        "o" if reading.opens_sentence(first) else "",
        "l" if is_small else "",
        "p" if is_named else "",
    )


def clues_within(view: View, stretch: Stretch) -> tuple[str, ...]:
    """Return the clues in a stretch itself."""
    facts, text, known = stretch.facts, stretch.text, stretch.standing
    *_, style, opens, small, named = looks_of(view, stretch)
    first, last = view.kinds[stretch.first], view.kinds[stretch.last]
    words = stretch.last - stretch.first + 1
    count = min(words, _MANY_WORDS)
    isknown = "k" if facts else "u"
    one = "1" if words == 1 else ""
    style = style[0] + ("A" if text.isupper() else "")
    ordinary = "c" if first.is_ordinary else "n"
    prior = round((facts.prior if facts else _UNKNOWN_PRIOR) * 2)
    person = _person(first.given, last.surname)
    return (
        f"f={first.key}{one}",
        f"l={last.key}{one}",
        f"k={text.casefold()}",
        f"fl={first.kinds}|{last.kinds}|{count}{known}",
        f"sh={first.shape}{last.shape}{count}{known}",
        f"lx={known}{ordinary}{opens}{small}{style}",
        f"pe={person}{known}{named}{count}",
        f"s3={last.key[-3:]}{isknown}",
        f"s4={last.key[-4:]}{isknown}",
        f"pr={prior}{stretch.sides}",
        f"lo={round(first.small - first.capital)}{known}" if one else "lo",
        f"op={opens}{first.kinds}{known}",
        f"nm={facts.name_kind}{known}{facts.is_exact}" if facts else "nm",
    )


def clues_around(view: View, stretch: Stretch, gap: str) -> tuple[str, ...]:
    """Return the clues that join a stretch to what is around it."""
    before, before2 = view.kinds[stretch.first - 1], view.kinds[stretch.first - 2]
    after = view.kinds[stretch.last + 1]
    gap_before, gap_before2 = view.gaps[stretch.first - 1], view.gaps[stretch.first - 2]
    last = view.kinds[stretch.last]
    words = stretch.last - stretch.first + 1
    known = stretch.standing
    isknown = "k" if stretch.facts else "u"
    sides = stretch.sides
    person = _person(view.kinds[stretch.first].given, last.surname)
    capital = "c" if after.is_capital else ""
    count = min(words, _MANY_WORDS)
    longer = "+" if words > 1 else ""
    return (
        f"pk={before.key}{gap_before}|{known}",
        f"pc={before.kinds}{gap_before}{before.shape}|{known}",
        f"nc={gap}{after.kinds}{after.shape}|{known}",
        f"pn={before.kinds}{gap_before}|{gap}{after.kinds}{after.shape}",
        f"p2c={before2.kinds}{gap_before2}{before.kinds}{gap_before}|{known}{longer}",
        f"lc={last.kinds}|{gap}{after.kinds}|{count}",
        f"ru={sides}{count}{known}",
        f"rp={sides}{person}{isknown}{capital}{after.kinds}",
        f"co={view.container_after(stretch)}{gap}{known}",
        f"p1r={before.key}{gap_before}{sides}{isknown}",
    )


def _person(given: float, surname: float) -> str:
    mark = "G" if given < FREQUENT_GIVEN_NAME else "g" if given < NO_GIVEN_NAME else ""
    if surname < FREQUENT_SURNAME:
        return mark + "S"
    return mark + "s" if surname < min(_RARE_SURNAME, NO_SURNAME) else mark
