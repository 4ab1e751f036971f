"""Numbers that belong together: "a man and his two sons" are three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.numerals import is_numeral
from placemap.events.people.counts import Number
from placemap.events.people.persons import counts_people
from placemap.events.words import POSSESSIVES, PREPOSITIONS, looks_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence

# Words between two numbers that are added up: "two police officers and a".
_JOINED = 6


def add_up(sentence: Sentence, numbers: Sequence[Number]) -> list[Number]:
    """Return the numbers with "two policemen and a soldier" made one of three.

    Parts that follow their whole ("six people, four police and two civilians") are
    dropped.
    """
    kept: list[Number] = []
    for number in numbers:
        earlier = kept[-1] if kept else None
        if earlier and _is_joined(sentence, earlier, number):
            kept[-1] = _sum(earlier, number)
        else:
            kept.append(number)
    return [
        n
        for n, before in zip(kept, [None, *kept], strict=False)
        if not _restates(sentence, before, n)
    ]


def _is_joined(sentence: Sentence, left: Number, right: Number) -> bool:
    """Tell whether only a noun and "and" stand between two numbers of people."""
    between = sentence.words[left.last : right.first]
    lowers = [w.lower for w in between]
    if lowers[-1:] and lowers[-1] in POSSESSIVES:
        lowers.pop()  # "a man and his two daughters"
    if lowers[-3:-2] == ["of"] and is_numeral(lowers[-2]):
        del lowers[-3:-1]  # "a boy of nine and"
    return (
        1 < len(lowers) <= _JOINED
        and lowers[-1] == "and"
        and all(lower.isalpha() or "-" in lower for lower in lowers)
        and not PREPOSITIONS.intersection(lowers)
        and not any(looks_finite(w) or w.lower in _STATES for w in between)
        and sentence.clauses[left.first] == sentence.clauses[right.first]
        and counts_people(left.noun)
        and counts_people(right.noun)
        and not right.is_part
    )


_STATES = frozenset("dead missing alive hurt unhurt".split())


def _sum(left: Number, right: Number) -> Number:
    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return Number(
        left.first,
        right.last,
        plus(left.value, right.value),
        plus(left.low, right.low),
        plus(left.high, right.high),
        right.noun,
    )


def _restates(sentence: Sentence, whole: Number | None, parts: Number) -> bool:
    """Tell a number set off by a mark that adds up to the one before it."""
    if whole is None or whole.value is None or parts.value != whole.value:
        return False
    if parts.is_bare or parts.is_part:
        return False
    between = sentence.words[whole.last : parts.first]
    return any(not w.is_word for w in between) and not any(map(looks_finite, between))
