"""Words that point back to a place: "there", "in the city", "along the front line".

They are followed only where one place alone fits; a wrong antecedent would be a pin
at a place that the text names for something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.places.phrase import rank
from placemap.events.words import AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Relation, Toponym
    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.triggers.finding import Trigger

_PLACE_WORDS: dict[str, tuple[int, ...]] = {
    "city": (0, 1), "town": (0, 1), "village": (0, 1), "port": (1,),
    "island": (0, 3, 4), "enclave": (3, 4), "region": (3, 4), "province": (4,),
    "district": (2, 3),
    "territory": (3, 4), "county": (3,), "governorate": (4,), "peninsula": (3, 4),
    "country": (5,),
    "line of contact": (3, 4), "contact line": (3, 4), "line of control": (3, 4),
}  # fmt: skip
_ANAPHOR = re.compile(
    r"(?:^|\b(?:in|across|throughout|outside|around|near|into|inside|along) )the "
    r"(?:entire |whole )?"
    rf"(?P<noun>{'|'.join(_PLACE_WORDS)})\b(?! of)",
)
# "in this capital" is where the report is written.
_THIS_PLACE = re.compile(
    r"\bthis (?:\w+ )?(?:city|town|village|capital|port|island|province|region)\b"
)
_ANAPHORIC = ("A.", "L.", "P.", "T.ISL", "T.PEN")


class Antecedent(NamedTuple):
    """The place that `words` point back to, and how the event lies to it."""

    toponym: Toponym
    words: str
    relation: Relation = "in"


def says_here(trigger: Trigger) -> bool:
    """Tell whether the words after a trigger say "here" or "in this city"."""
    if "here" in trigger.sentence.lowers(trigger.last, trigger.last + 3):
        return True
    return _THIS_PLACE.search(_rest_of_clause(trigger)) is not None


def says_there(trigger: Trigger) -> bool:
    """Tell whether the rest of a trigger's clause says "there", not "there is"."""
    words = _rest_of_clause(trigger).split()
    return any(
        word == "there" and not AUXILIARIES.intersection(words[i + 1 : i + 2])
        for i, word in enumerate(words)
    )


def find_there(
    trigger: Trigger, phrases: Sequence[PlacePhrase], recent: Sequence[Toponym]
) -> Antecedent | None:
    """Resolve "killed there" to the place named last before it.

    Parameters
    ----------
    phrases
        The places of the sentence; the last before the trigger comes first.
    recent
        The places named last before the sentence, in order. They count only where
        the last two are one.
    """
    if not says_there(trigger):
        return None
    before = [p for p in phrases if p.last <= trigger.first]
    if before:
        heads = before[-1].heads
        return Antecedent(heads[0], "there") if len(heads) == 1 else None
    named = {t.place.id for t in recent[-2:] if t.place}
    return Antecedent(recent[-1], "there") if len(named) == 1 else None


def find_antecedent(trigger: Trigger, recent: Sequence[Toponym]) -> Antecedent | None:
    """Resolve "in the city" to the one place of that kind named before.

    Right after a trigger that may have its place for an object, "the city" will do:
    "attacked the city".

    Parameters
    ----------
    recent
        The places named last before the sentence, in order.
    """
    match = _ANAPHOR.search(_rest_of_clause(trigger))
    if match is None or (
        match.start() == 0
        and match[0].startswith("the ")
        and "o" not in trigger.entry.where
    ):
        return None
    ranks = _PLACE_WORDS[match["noun"]]
    fitting = [
        t
        for t in recent
        if t.place and rank(t.place) in ranks and t.place.kind.startswith(_ANAPHORIC)
    ]
    if len({t.place.id for t in fitting if t.place}) != 1:
        return None
    relation: Relation = "along" if match[0].startswith("along") else "in"
    return Antecedent(fitting[-1], f"the {match['noun']}", relation)


def _rest_of_clause(trigger: Trigger) -> str:
    words, clauses = trigger.sentence.words, trigger.sentence.clauses
    rest = range(trigger.last, len(words))
    return " ".join(words[i].lower for i in rest if clauses[i] == trigger.clause)
