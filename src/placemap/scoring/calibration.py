"""Whether scores keep what they promise: calibration, and precision at a coverage."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from placemap.scoring.figures import NEAR_KM, distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.scoring.pairing import Paired


def judged(paired: Paired) -> Iterator[tuple[float, bool]]:
    """Yield score and whether it was right for each located gold toponym.

    It is right when the exact span was put within 161 km. What was not found or
    given no place has the score 0 and is wrong.
    """
    answers = {gold.span: answer for gold, answer in paired.exact}
    for gold in paired.gold:
        if gold.point is None:
            continue
        answer = answers.get(gold.span)
        if answer is None or answer.point is None:
            yield 0.0, False
        else:
            yield answer.score, distance_km(gold.point, answer.point) <= NEAR_KM


def calibration_error(scored: Iterable[tuple[float, bool]], *, bins: int = 10) -> float:
    """Return the expected calibration error: how far scores are from shares of right.

    Scores of 0, which claim nothing, are left out. Bins are of equal width, and
    each counts by what it holds. 0 for no scores.

    Examples
    --------
    >>> calibration_error([(0.9, True)] * 9 + [(0.9, False)])
    0.0
    """
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, is_right in scored:
        if score > 0:
            held[min(int(score * bins), bins - 1)].append((score, is_right))
    total = sum(map(len, held.values()))
    gaps = (
        abs(sum(score for score, _ in one) - sum(is_right for _, is_right in one))
        for one in held.values()
    )
    return round(sum(gaps) / total, 9) if total else 0.0


def precision_at(scored: Sequence[tuple[float, bool]], *, coverage: float) -> float:
    """Return the share of right answers among the `coverage` best scored ones.

    Examples
    --------
    >>> precision_at([(0.9, True), (0.8, False), (0.0, False)], coverage=0.33)
    1.0
    """
    kept = sorted(scored, key=lambda one: -one[0])[: round(coverage * len(scored))]
    return sum(is_right for _, is_right in kept) / len(kept) if kept else 0.0
