"""The usual figures of toponym recognition and resolution, and their intervals.

Recognition counts every toponym, located or not: P = pairs / answers,
R = pairs / gold, F1 = 2PR / (P + R).

Resolution looks at overlapping pairs whose gold has coordinates: the share placed
within 161 km, of the answers with a place (``acc161``) and of all (``acc161_all``);
mean and median error in kilometres; and AUC, the area under ln(1 + km), 0 at best and
1 at worst (Gritta et al. 2018).

End to end (``e2e161``) a pair is right when it lies within 161 km: R counts all located
gold, P all located answers but those whose gold has no coordinates, of which nothing
can be said. ``given_acc161`` is the share of all located gold that has the exact span
and lies within 161 km: pure resolution where the spans were given.
"""

from __future__ import annotations

import math
import random
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.scoring.layout import Answer, GoldToponym, Point
    from placemap.scoring.pairing import Paired

# A hundred miles, the customary limit; half the Earth's circumference as Gritta et
# al. use it, the error of what has no place.
NEAR_KM = 161.0
_FARTHEST_KM = 20039.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one document adds to the figures.

    ``*_at`` count what has coordinates, `pairs` the overlapping pairs with located
    gold, `judged` the located answers of which something can be said. The errors
    are those of the pairs in which both sides have coordinates.
    """

    gold: int
    answers: int
    gold_at: int
    answers_at: int
    exact: int
    overlap: int
    named: int
    pairs: int
    judged: int
    errors_km: tuple[float, ...]
    exact_errors_km: tuple[float, ...]
    named_errors_km: tuple[float, ...]


def tally(paired: Paired) -> Tally:
    """Return what one document adds to the figures."""
    unsure = sum(g.point is None and a.point is not None for g, a in paired.overlap)
    answers_at = sum(answer.point is not None for answer in paired.answers)
    return Tally(
        gold=len(paired.gold),
        answers=len(paired.answers),
        gold_at=sum(one.point is not None for one in paired.gold),
        answers_at=answers_at,
        exact=len(paired.exact),
        overlap=len(paired.overlap),
        named=len(paired.named),
        pairs=sum(gold.point is not None for gold, _ in paired.overlap),
        judged=answers_at - unsure,
        errors_km=_errors(paired.overlap),
        exact_errors_km=_errors(paired.exact),
        named_errors_km=_errors(paired.named),
    )


def _errors(pairs: Iterable[tuple[GoldToponym, Answer]]) -> tuple[float, ...]:
    return tuple(
        distance_km(gold.point, answer.point)
        for gold, answer in pairs
        if gold.point is not None and answer.point is not None
    )


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance between two points."""
    return distance_m(one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg) / 1000


def summarize(tallies: Sequence[Tally]) -> dict[str, float]:
    """Return the figures by name, shares from 0 to 1.

    ``_p``, ``_r`` and ``_f1`` follow the names of ``exact``, ``overlap`` and
    ``eupeg`` (recognition) and of ``e2e161`` and ``eupeg_e2e161`` (end to end). A
    share of nothing is 0.
    """
    errors = [km for one in tallies for km in one.errors_km]
    named = [km for one in tallies for km in one.named_errors_km]
    given = [km for one in tallies for km in one.exact_errors_km]
    gold_at = sum(one.gold_at for one in tallies)
    pairs = sum(one.pairs for one in tallies)
    missing = [_FARTHEST_KM] * (gold_at - len(given))
    return {
        **_sizes(tallies),
        **_shares(tallies, near=_near(errors), named_near=_near(named)),
        "acc161": _ratio(_near(errors), len(errors)),
        "acc161_all": _ratio(_near(errors), pairs),
        **_spread("", errors),
        "eupeg_acc161": _ratio(_near(named), len(named)),
        **_spread("eupeg_", named),
        "given_acc161": _ratio(_near(given), gold_at),
        "given_auc": _auc([*given, *missing]),
    }


def _sizes(tallies: Sequence[Tally]) -> dict[str, float]:
    return {
        "docs": len(tallies),
        "gold": sum(one.gold for one in tallies),
        "gold_located": sum(one.gold_at for one in tallies),
        "pred": sum(one.answers for one in tallies),
        "pred_located": sum(one.answers_at for one in tallies),
    }


def _shares(
    tallies: Sequence[Tally], *, near: int, named_near: int
) -> dict[str, float]:
    size = _sizes(tallies)
    exact, overlap, named, judged = (
        sum(getattr(one, field) for one in tallies)
        for field in ("exact", "overlap", "named", "judged")
    )
    every, located = (size["pred"], size["gold"]), size["gold_located"]
    return {
        **_prf("exact", exact, *every),
        **_prf("overlap", overlap, *every),
        **_prf("eupeg", named, size["pred_located"], located),
        **_prf("e2e161", near, judged, located),
        **_prf("eupeg_e2e161", named_near, size["pred_located"], located),
    }


def _prf(name: str, right: int, found: float, gold: float) -> dict[str, float]:
    p, r = _ratio(right, found), _ratio(right, gold)
    return {
        f"{name}_p": p,
        f"{name}_r": r,
        f"{name}_f1": _ratio(2 * p * r, p + r),
    }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _near(errors_km: Iterable[float]) -> int:
    return sum(km <= NEAR_KM for km in errors_km)


def _spread(prefix: str, errors_km: Sequence[float]) -> dict[str, float]:
    return {
        f"{prefix}mean_km": statistics.fmean(errors_km) if errors_km else 0.0,
        f"{prefix}median_km": statistics.median(errors_km) if errors_km else 0.0,
        f"{prefix}auc": _auc(errors_km),
    }


def _auc(errors_km: Iterable[float]) -> float:
    """Return the area under the sorted errors on a log scale, by trapezoids."""
    heights = [math.log(1 + km) / math.log(_FARTHEST_KM) for km in sorted(errors_km)]
    if len(heights) <= 1:
        return sum(heights)
    area = sum(heights) - (heights[0] + heights[-1]) / 2
    return area / (len(heights) - 1)


def intervals(
    tallies: Sequence[Tally], *, times: int, seed: int = 1
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each figure, by drawing documents anew `times` times.

    Examples
    --------
    >>> intervals([], times=10)
    {}
    """
    if not tallies or times <= 0:
        return {}
    source = random.Random(seed)  # noqa: S311 - nothing secret
    drawn = [
        summarize([tallies[source.randrange(len(tallies))] for _ in tallies])
        for _ in range(times)
    ]
    low, high = int(0.025 * times), min(times - 1, int(0.975 * times))
    ordered = {key: sorted(one[key] for one in drawn) for key in drawn[0]}
    return {key: (values[low], values[high]) for key, values in ordered.items()}
