"""In what manner a mention stands in its text: its form and its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    ACTED_BY,
    ADDRESSED,
    BODIES,
    DEALINGS,
    DECIDING,
    STANCES,
)

if TYPE_CHECKING:
    from placemap.core import Form, Role
    from placemap.detection.reading import Reading
    from placemap.detection.rules.sighting import Sighting

# May stand between a government and what it does: "Moscow has also warned".
_HELPERS = frozenset(
    "has have had is was also again later immediately repeatedly quickly strongly "
    "reportedly officially formally swiftly promptly then never yet still not will "
    "would did does".split()
)
_INSTITUTIONS = frozenset(
    "university bank church diocese archdiocese bishop archbishop institute college "
    "duke duchess earl prince princess museum government parliament treaty battle "
    "embassy consulate museum".split()
)


def form_of(sighting: Sighting, reading: Reading) -> Form:
    """Return whether a sighting is a name, an abbreviation, or a word for people."""
    facts = sighting.facts
    if facts.is_people:
        return _people_form(sighting, reading)
    return "abbreviation" if facts.is_abbreviation else "name"


def _people_form(sighting: Sighting, reading: Reading) -> Form:
    """Tell "Armenian officials" from "an Armenian" and "Armenians"."""
    if sighting.text.endswith("s") and not sighting.text.endswith(("ss", "ls")):
        return "demonym"
    last = sighting.last
    modifies = reading.gap(last) in {" ", "-"} and bool(reading.word(last + 1))
    follower = reading.key(last + 1)
    return "adjective" if modifies and follower not in _HELPERS | _ENDERS else "demonym"


_ENDERS = frozenset(
    "and or who in of at on from to with for by were are as said".split()
)


def role_of(sighting: Sighting, reading: Reading) -> Role:
    """Return whether a sighting is meant as a place, a government or part of a name."""
    if sighting.facts.is_people:
        return "literal"
    if sighting.facts.is_government and is_actor(sighting, reading):
        return "metonym"
    return "embedded" if is_embedded(sighting, reading) else "literal"


def is_embedded(sighting: Sighting, reading: Reading) -> bool:
    """Tell whether the sighting is part of an organisation's name."""
    first, last = sighting.first, sighting.last
    has_follower = reading.joined(last) and reading.is_capital(last + 1)
    if has_follower and reading.key(last + 1) in BODIES:
        return True
    before = first - 1 if reading.key(first - 1) != "the" else first - 2
    return (
        reading.word(before) == "of"
        and reading.is_capital(before - 1)
        and reading.key(before - 1) in _INSTITUTIONS
    )


def is_actor(sighting: Sighting, reading: Reading) -> bool:
    """Tell whether a country or capital does what only governments do."""
    return (
        _decides(sighting, reading)
        or _owns_stance(sighting, reading)
        or _acts_in_compound(sighting, reading)
        or _is_addressed(sighting, reading)
        or _deals(sighting, reading)
    )


def _decides(sighting: Sighting, reading: Reading) -> bool:
    before = sighting.first - 1
    if reading.gap(before) == " " and reading.key(before) in {
        "in",
        "from",
        "near",
        "of",
    }:
        return False
    index = sighting.last + 1
    if reading.gap(sighting.last) != " ":
        return False
    while reading.key(index) in _HELPERS and index < sighting.last + 4:
        index += 1
    return reading.key(index) in DECIDING and reading.word(index).islower()


def _owns_stance(sighting: Sighting, reading: Reading) -> bool:
    gap = reading.gap(sighting.last)
    if gap not in {"'s ", "’s ", "' ", "’ "}:
        return False
    return any(reading.key(sighting.last + n) in STANCES for n in (1, 2))


def _acts_in_compound(sighting: Sighting, reading: Reading) -> bool:
    return reading.gap(sighting.last) in {"-", "‑", "–"} and (
        reading.key(sighting.last + 1) in ACTED_BY
    )


def _is_addressed(sighting: Sighting, reading: Reading) -> bool:
    before = sighting.first - 1
    if reading.gap(before) != " ":
        return False
    if reading.key(before) in {"to", "on"}:
        return reading.key(before - 1) in ADDRESSED
    return reading.key(before) in {"urged", "urging", "accused", "accusing", "asked"}


def _deals(sighting: Sighting, reading: Reading) -> bool:
    """Find "talks between X and Y", "ties with X": the dealings of governments."""
    at = sighting.first - 1
    if reading.gap(at) != " ":
        return False
    if reading.key(at) in {"with", "between"}:
        return reading.key(at - 1) in DEALINGS
    is_second = reading.key(at) == "and" and reading.key(at - 2) == "between"
    return is_second and reading.key(at - 3) in DEALINGS
