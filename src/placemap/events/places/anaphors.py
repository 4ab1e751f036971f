"""Words that point back to a place: "there", "in the city", "along the front line".

They are followed only where one place alone fits; a wrong antecedent would be a pin
at a place that the text names for something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.places.phrase import rank
from placemap.events.words import AUXILIARIES
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Place, Relation, Toponym
    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.triggers.finding import Trigger

_PLACE_WORDS: dict[str, tuple[int, ...]] = {
    "city": (0, 1), "town": (0, 1), "village": (0, 1), "port": (1,),
    "island": (0, 3, 4), "enclave": (3, 4), "region": (3, 4), "province": (4,),
    "district": (2, 3), "area": (0, 1, 2, 3, 4),
    "territory": (3, 4), "county": (3,), "governorate": (4,), "peninsula": (3, 4),
    "country": (5,),
    "line of contact": (3, 4), "contact line": (3, 4), "line of control": (3, 4),
}  # fmt: skip
# What one of its words begins with: "the city-based firm" points as well.
_NOUNS = tuple(name.split()[0] for name in _PLACE_WORDS)
_PREPOSITIONS = (
    "in|across|throughout|outside|around|near|into|inside|along|through|on|above|"
    "(?:north|south|east|west|edge|outskirts|centre|center|heart|parts?|side|end|"
    "approaches|short|much|most|half) of"
)
_ANAPHOR = re.compile(
    rf"(?:^|\b(?:{_PREPOSITIONS}) )the "
    r"(?:entire |whole |same |very |besieged |stricken |flooded |coastal |border )?"
    rf"(?P<noun>{'|'.join(_PLACE_WORDS)})\b(?! of)",
)
# "in this capital" is where the report is written.
_THIS_PLACE = re.compile(
    r"\bthis (?:\w+ ){0,2}(?:city|town|village|capital|port|island|province|region)\b"
)
_ANAPHORIC = ("A.", "L.", "P.", "T.ISL", "T.PEN")


class Antecedent(NamedTuple):
    """The place that `words` point back to, and how the event lies to it."""

    toponym: Toponym
    words: str
    relation: Relation = "in"


def here_at(trigger: Trigger) -> int | None:
    """Return where the clause of a trigger says "here" or "in this city", if it does.

    What somebody is quoted as saying may be meant of another place.
    """
    sentence = trigger.sentence
    if _HERE.isdisjoint(sentence.lower_words):
        return None
    for i in _clause(trigger):
        word = sentence.words[i].lower
        if word not in ("here", "this") or _is_quoted(trigger, i):
            continue
        near = " ".join(sentence.lowers(i, i + 4))
        if word == "here" or _THIS_PLACE.match(near):
            return i
    return None


_HERE = frozenset(("here", "this"))


def _is_quoted(trigger: Trigger, i: int) -> bool:
    marks = [w.text for w in trigger.sentence.words[:i] if w.text in '“”"']
    return marks[-1:] == ["“"] or marks.count('"') % 2 == 1


def there_at(trigger: Trigger) -> int | None:
    """Return the word "there" that says where a trigger was, not "there is".

    It stands after the trigger in its clause, or opens the clause: "There they met".
    """
    words = trigger.sentence.words
    if "there" not in trigger.sentence.lower_words:
        return None
    clause = _clause(trigger)
    for i in clause:
        is_placing = i >= trigger.last or i == clause[0]
        if is_placing and words[i].lower == "there":
            follows = {w.lower for w in words[i + 1 : i + 2]}
            return None if AUXILIARIES.intersection(follows) else i
    return None


def find_there(
    trigger: Trigger,
    phrases: Sequence[PlacePhrase],
    recent: Sequence[Toponym],
    *,
    is_scene: bool = False,
) -> Antecedent | None:
    """Resolve "killed there" to the place named last before it.

    Parameters
    ----------
    phrases
        The places of the sentence; the last before the trigger comes first.
    recent
        The places named last before the sentence, in order. Of the last two one
        counts where the other is the same, or its province or country.
    is_scene
        Whether the last of them was said to be where something happened.
    """
    if there_at(trigger) is None:
        return None
    before = [p for p in phrases if p.last <= trigger.first]
    if before:
        heads = before[-1].heads
        return Antecedent(heads[0], "there") if len(heads) == 1 else None
    last = [t for t in recent[-2:] if t.place]
    for fine in reversed(last):
        if all(t.place and fine.place and _holds(t.place, fine.place) for t in last):
            return Antecedent(fine, "there")
    return Antecedent(last[-1], "there") if last and is_scene else None


def _holds(whole: Place, part: Place) -> bool:
    """Tell whether a place is another one, or the country or province it lies in."""
    if whole.id == part.id:
        return True
    if whole.is_country:
        return whole.country == part.country
    is_province = whole.kind.startswith("A.ADM1") and whole.country == part.country
    return is_province and whole.name == part.admin1


def find_both(trigger: Trigger, recent: Sequence[Toponym]) -> list[Antecedent]:
    """Resolve "in both towns" to the two places named last before it.

    Parameters
    ----------
    recent
        The places named last before the trigger, in order.
    """
    words = trigger.sentence.words
    if _TWO.isdisjoint(trigger.sentence.lower_words):
        return []
    clause = " ".join(words[i].lower for i in _clause(trigger))
    match = _BOTH.search(clause)
    last = [t for t in recent[-_PAIR:] if t.place]
    if match is None or len({t.place.id for t in last if t.place}) != _PAIR:
        return []
    is_country = match["nouns"] == "countries"
    if any((rank(t.place) == _COUNTRY) != is_country for t in last):
        return []
    return [Antecedent(t, f"both {match['nouns']}") for t in last]


_PAIR, _COUNTRY = 2, 5
_TWO = frozenset(("both", "two"))
_BOTH = re.compile(
    r"\b(?:in|at|from|across|outside|around|near|on) (?:both|the two) (?:the )?"
    r"(?P<nouns>cities|towns|villages|districts|provinces|regions|islands|countries)\b"
)


def find_antecedent(
    trigger: Trigger, recent: Sequence[Toponym], home: Toponym | None = None
) -> Antecedent | None:
    """Resolve "in the city" to the one place of that kind named before.

    "In the same city" is the last of them.

    Right after a trigger that may have its place for an object, "the city" will do:
    "attacked the city".

    Parameters
    ----------
    recent
        The places named last before the sentence, in order.
    home
        The place of the dateline, meant where none of that kind was named.
    """
    match = _pointer(trigger)
    if match is None:
        return None
    ranks = _PLACE_WORDS[match["noun"]]
    fitting = _of_kind(recent, ranks) or _of_kind([home] if home else [], ranks)
    is_last = "the same " in match[0]
    if not fitting or (
        len({t.place.id for t in fitting if t.place}) > 1 and not is_last
    ):
        return None
    relation: Relation = "along" if match[0].startswith("along") else "in"
    return Antecedent(fitting[-1], f"the {match['noun']}", relation)


def _pointer(trigger: Trigger) -> re.Match[str] | None:
    """Return "in the city" from a trigger's clause: after it, else before it.

    Right after it "the city" will do, if its object may be where it happened.
    """
    if not any(map(_MAY_POINT.__getitem__, trigger.sentence.lower_words)):
        return None
    match = _ANAPHOR.search(_rest_of_clause(trigger))
    if match and (not match[0].startswith("the ") or "o" in trigger.entry.where):
        return match
    words = trigger.sentence.words
    before = " ".join(words[i].lower for i in _clause(trigger) if i < trigger.first)
    earlier = [m for m in _ANAPHOR.finditer(before) if not m[0].startswith("the ")]
    return earlier[-1] if earlier else None


_MAY_POINT = WordTable(lambda word: word.startswith(_NOUNS))


def _of_kind(toponyms: Sequence[Toponym], ranks: tuple[int, ...]) -> list[Toponym]:
    return [
        t
        for t in toponyms
        if t.place and rank(t.place) in ranks and t.place.kind.startswith(_ANAPHORIC)
    ]


def _clause(trigger: Trigger) -> range:
    """Return the words of a trigger's clause, as indices; clauses are in order."""
    clauses, own = trigger.sentence.clauses, trigger.clause
    return range(bisect_left(clauses, own), bisect_right(clauses, own))


def _rest_of_clause(trigger: Trigger) -> str:
    words = trigger.sentence.words
    return " ".join(words[i].lower for i in _clause(trigger) if i >= trigger.last)
