"""Words that point back to a place: "there", "in the city", "along the front line".

They are followed only where one place alone fits; a wrong antecedent would be a pin
at a place that the text names for something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.placephrase import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Relation, Toponym
    from placemap.events.placephrase import PlacePhrase
    from placemap.events.triggers import Trigger

_PLACE_WORDS: dict[str, tuple[int, ...]] = {
    "city": (0, 1), "town": (0, 1), "village": (0, 1), "port": (1,),
    "island": (0, 3, 4), "enclave": (3, 4), "region": (3, 4), "province": (4,),
    "district": (2, 3),
    "territory": (3, 4), "county": (3,), "governorate": (4,), "peninsula": (3, 4),
    "line of contact": (3, 4), "contact line": (3, 4), "line of control": (3, 4),
}  # fmt: skip
_ANAPHOR = re.compile(
    r"(?:in|across|throughout|outside|around|near|into|inside|along) the "
    r"(?:entire |whole )?"
    rf"(?P<noun>{'|'.join(_PLACE_WORDS)})\b(?! of)",
)
_ANAPHORIC = ("A.", "L.", "P.", "T.ISL", "T.PEN")


class Antecedent(NamedTuple):
    """The place that `words` point back to, and how the event lies to it."""

    toponym: Toponym
    words: str
    relation: Relation = "in"


def says_there(trigger: Trigger) -> bool:
    """Tell whether the words after a trigger say "there"."""
    return "there" in trigger.sentence.lowers(trigger.last, trigger.last + 3)


def find_there(trigger: Trigger, phrases: Sequence[PlacePhrase]) -> Antecedent | None:
    """Resolve "killed there" to the place named last before it in the sentence."""
    if not says_there(trigger):
        return None
    before = [p for p in phrases if p.last <= trigger.first]
    if not before or len(before[-1].heads) > 1:
        return None
    return Antecedent(before[-1].heads[0], "there")


def find_antecedent(trigger: Trigger, recent: Sequence[Toponym]) -> Antecedent | None:
    """Resolve "in the city" to the one place of that kind named before.

    Parameters
    ----------
    recent
        The places named last before the sentence, in order.
    """
    match = _ANAPHOR.search(_rest_of_clause(trigger))
    if match is None:
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
    sentence = trigger.sentence
    return " ".join(
        word.lower
        for word, clause in zip(sentence.words, sentence.clauses, strict=True)
        if clause == trigger.clause and word.start >= trigger.span.end
    )
