"""Which names stand close together in the text, and which are listed together."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.disambiguation.scene import Sense
    from placemap.disambiguation.table import Floats

    Spot = tuple[int, int, int]

# Names looked at after each: keeps the work linear in the text.
_REACH = 6
# Closeness falls to a third over this many characters: about a sentence.
_FALL = 150.0
# Nothing that far is close: its closeness is less than a float can tell from 0.
_FAR = 1 << 20
_BETWEEN_PEERS = re.compile(
    r",? (?:and|or|&) (?:(?:in|from|to|of) )?(?:the )?|, (?:in )?(?:the )?|/|; "
)
_JOINS = re.compile(r",? (?:and|or|&) |/|; ")
_LONGEST_GAP = 12


def closeness(senses: Sequence[Sense]) -> Floats:
    """Return for each two senses how close they come in the text, 0 to 1."""
    gaps: dict[tuple[int, int], int] = {}
    spots = _spots(senses)
    for index, (_, end, one) in enumerate(spots):
        for start, _, other in spots[index + 1 : index + 1 + _REACH]:
            if one != other:
                gap, pair = start - end, (one, other)
                if gap < gaps.get(pair, _FAR):
                    gaps[pair] = gap
    found = np.zeros((len(senses), len(senses)))
    for (one, other), gap in gaps.items():
        near = max(found[one, other], math.exp(-max(0, gap) / _FALL))
        found[one, other] = found[other, one] = near
    return found


def peers(senses: Sequence[Sense], text: str) -> Floats:
    """Return 1 for each two senses that stand in one list ("A, B and C"), else 0.

    Commas alone make no list: "A, B, C" says where A lies.
    """
    found = np.zeros((len(senses), len(senses)))
    for run in _lists(senses, text):
        for index, one in enumerate(run):
            for other in run[index + 1 : index + 1 + _REACH]:
                if one != other:
                    found[one, other] = found[other, one] = 1.0
    return found


def _lists(senses: Sequence[Sense], text: str) -> Iterator[list[int]]:
    run: list[int] = []
    is_list = False
    last_end = 0
    for start, end, sense in _spots(senses):
        gap = text[last_end:start] if start - last_end <= _LONGEST_GAP else ""
        if not (run and _BETWEEN_PEERS.fullmatch(gap)):
            if is_list:
                yield run
            run, is_list = [], False
        elif _JOINS.match(gap):
            is_list = True
        run.append(sense)
        last_end = end
    if is_list:
        yield run


def _spots(senses: Sequence[Sense]) -> list[Spot]:
    return sorted(
        (start, end, position)
        for position, sense in enumerate(senses)
        for start, end in sense.spans
    )
