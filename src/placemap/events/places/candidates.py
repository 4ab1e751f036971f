"""The stretches of a sentence that may say where a trigger happened, side by side.

A sequence model weighs each word by itself: of "in the town of X in Y province" it
takes both names for likely. How a stretch compares with the others of its sentence,
and what stands between them, is told here in numbers.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.clues import SentenceClues

# Words less likely than this are in no candidate, and its edges are at least this
# share of its likeliest word: tried on the folds of the marked sentences.
_LEAST, _EDGE = 0.1, 0.4
# What stands beside a candidate, by its number in this row; 0 is anything else.
_BESIDE = (
    "other", "#", "prep", "det", "aux", "mod", "rel", "sub", "and", "pron", "past",
    "ing", "s", "base", "say", "adv", "num", "Cap", ",", ".", "'s", "-", "(", ")",
)  # fmt: skip
_NUMBER_OF = {label: number for number, label in enumerate(_BESIDE)}
_FAR = 50


class Candidate(NamedTuple):
    """Words `first` up to `last` may say where a trigger happened.

    `chance` is that of its likeliest word, between 0 and 1, `mean` that of its words
    together, and `start` the chance that it begins with its first word.
    """

    first: int
    last: int
    chance: float
    mean: float
    start: float


def find_candidates(chances: Sequence[tuple[float, float]]) -> list[Candidate]:
    """Return the stretches of words that are likely enough to be compared, in order.

    Parameters
    ----------
    chances
        For each word the chances that it begins or continues a place.
    """
    stretches: list[list[int]] = []
    is_inside = False
    for i, (begin, inside) in enumerate(chances):
        if begin + inside < _LEAST:
            is_inside = False
        elif is_inside and inside >= begin:
            stretches[-1][1] = i + 1
        else:
            stretches.append([i, i + 1])
            is_inside = True
    return [_candidate(chances, first, last) for first, last in stretches]


def _candidate(
    chances: Sequence[tuple[float, float]], first: int, last: int
) -> Candidate:
    """Return a candidate without its edges if those are much less likely."""
    sums = [sum(pair) for pair in chances[first:last]]
    likely = [i for i, chance in enumerate(sums) if chance >= _EDGE * max(sums)]
    kept = sums[likely[0] : likely[-1] + 1]
    start = first + likely[0]
    mean = sum(kept) / len(kept)
    return Candidate(start, start + len(kept), max(sums), mean, chances[start][0])


def compare(
    clues: SentenceClues, candidates: Sequence[Candidate], first: int, last: int
) -> list[list[float]]:
    """Return a row of numbers for each candidate, for the trigger in given words."""
    by_chance = sorted(candidates, key=lambda c: (-c.chance, c.first))
    ranks = {candidate: rank for rank, candidate in enumerate(by_chance)}
    none = 1.0
    for candidate in candidates:
        none *= 1 - candidate.chance
    shared = [none, sum(c.chance for c in candidates), len(candidates)]
    beside = [_gap(clues, left, right) for left, right in pairwise(candidates)]
    edge = [-1.0, _FAR, 0, 0, 0, 0, 0, 0]
    rows = []
    for i, one in enumerate(candidates):
        before = [candidates[i - 1].chance, *beside[i - 1]] if i else edge
        after = [candidates[i + 1].chance, *beside[i]] if i < len(beside) else edge
        rows.append(
            [
                *_own(clues, one, first, last),
                ranks[one],
                *shared,
                *_best_other(clues, one, by_chance),
                *before,
                *after,
            ]
        )
    return rows


def _own(
    clues: SentenceClues, one: Candidate, first: int, last: int
) -> tuple[float, ...]:
    is_after = one.first >= last
    distance = one.first - last + 1 if is_after else max(0, first - one.first)
    return (
        one.chance,
        one.mean,
        one.start,
        one.last - one.first,
        is_after,
        distance,
        _number(clues, one.first - 1),
        _number(clues, one.last),
    )


def _number(clues: SentenceClues, i: int) -> int:
    inside = 0 <= i < len(clues.sentence.words)
    return _NUMBER_OF.get(clues.word_class(i) if inside else "#", 0)


def _best_other(
    clues: SentenceClues, one: Candidate, by_chance: Sequence[Candidate]
) -> tuple[float, ...]:
    """Return the likeliest of the others: its chance, its side, what is between."""
    if len(by_chance) == 1:
        return (0, 0, 0, 0)
    other = by_chance[0] if by_chance[0] != one else by_chance[1]
    left, right = sorted((one, other))
    gap = range(left.last, right.first)
    return (
        other.chance,
        1 if other is right else -1,
        len(gap),
        sum(map(clues.is_finite, gap)),
    )


def _gap(clues: SentenceClues, left: Candidate, right: Candidate) -> tuple[float, ...]:
    """Return what stands between two candidates: how much, and words that tell."""
    between = clues.sentence.lowers(left.last, right.first)
    return (
        len(between),
        between == [","],
        "'s" in between,
        "and" in between or "or" in between,
        "in" in between,
        "of" in between,
        sum(map(clues.is_finite, range(left.last, right.first))),
    )
