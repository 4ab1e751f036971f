"""Choose, among spans that may overlap, those that are worth most together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def choose(
    spans: Sequence[tuple[int, int]], worth: Sequence[float], *, least: float = 0.0
) -> list[int]:
    """Return the indices of spans that do not overlap, in text order.

    The sum of what their worth exceeds `least` by is the largest there is; spans
    that do not exceed it are left out. Weighted interval scheduling, O(n log n).

    Examples
    --------
    >>> choose([(0, 8), (0, 4), (5, 8)], [1.0, 0.8, 0.7])
    [1, 2]
    >>> choose([(0, 8), (0, 4), (5, 8)], [2.0, 0.8, 0.7])
    [0]
    """
    ranked = sorted(
        (span[1], span[0], index)
        for index, span in enumerate(spans)
        if worth[index] > least
    )
    ends = [end for end, _, _ in ranked]
    best, step = [0.0], []
    for position, (_, start, index) in enumerate(ranked):
        reach = bisect_right(ends, start, 0, position)
        total = best[reach] + worth[index] - least
        is_better = total > best[position]
        best.append(total if is_better else best[position])
        step.append(reach if is_better else -1)
    chosen, position = [], len(ranked)
    while position:
        position -= 1
        if step[position] >= 0:
            chosen.append(ranked[position][2])
            position = step[position]
    return chosen[::-1]
