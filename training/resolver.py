"""Learn the resolver's weights from documents whose places are known.

The model is a conditional logit: of the candidates of a name, and the answer that
none of them is meant, each gets log-odds linear in its features. Weights are fitted
to make the candidates within 161 km of the annotated point likely, first without the
other names, then with what the first judgement says of them. Features that
can only speak *for* a place keep weights of at least zero, so that chance
correlations in few documents do not turn against sense.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from copies import cut, make_bare, read_world_names
from corpora import PARTIAL, GoldDocument, split
from scipy.optimize import minimize

from placemap.core import Mention, Span
from placemap.disambiguation.context_evidence import Context
from placemap.disambiguation.model import Model, Weights, none_evidence
from placemap.disambiguation.own_evidence import own_evidence
from placemap.disambiguation.scene import make_scene
from placemap.disambiguation.table import EARTH_KM, Codebook, make_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from placemap.disambiguation.table import Floats, Table
    from placemap.protocols import Gazetteer

RIGHT_KM = 161.0
# Documents of one kind are worth so much each, whatever their number of names: the
# pages that mark one name only are many, and unlike what people read.
_WEIGHTS = {
    "lgl": 1.0,
    "trnews": 1.5,
    "gwn": 1.2,
    "wiktor": 0.6,
    "world_names": 1.0,
}
_USUAL_WEIGHT = 1.0
_MOST_PARTIAL = 700
# Copies without title and source: most texts come so.
_BARE_WEIGHT = 0.5
# Sentences by themselves: some texts are no longer.
_CUT_WEIGHT = 0.3
_RIDGE = 2.0
_ITERATIONS = 200
_FOLDS = 5
_DECIMALS = 3
_NEAREST_SHARE, _SAME_KM = 0.3, 10.0
# What the text states outright decides, also where few documents need it: these
# log-odds outweigh the population of a metropolis against that of a village. And
# where a name stands alone, size and fame never speak against a place.
_AT_LEAST = {
    "lies_in_stated": 5.0,
    "holds_stated": 3.0,
    "alone_is_capital": 0.0,
    "alone_settlement_fame": 0.0,
    "alone_settlement_size": 0.0,
    "alone_division_size": 0.0,
    "alone_county_size": 0.0,
}
# The same for the answer that the place meant is none of the candidates.
_NONE_AT_LEAST = {"lies_elsewhere": 3.0}
_FREE_PREFIXES = tuple("is_ rank below_ other_ folded expanded part alone_".split())
_FREE = frozenset(
    "alternate former exonym abbreviation cue_differs address_size address_capital "
    "county_size".split()
)


@dataclass(frozen=True, slots=True)
class Target:
    """A sense with how far its candidates are from a place it was annotated with."""

    sense: int
    distance_km: Floats
    mentions: int

    def answers(self) -> Iterator[tuple[float, NDArray[np.bool_]]]:
        """Yield which candidates are right, by two measures, and what each is worth.

        Any within the usual 161 km will do, but the nearest is better: a town's point
        tells it from the division around it.
        """
        is_right = self.distance_km <= RIGHT_KM
        nearest = self.distance_km.min(initial=math.inf)
        yield 1.0 - _NEAREST_SHARE, is_right
        yield _NEAREST_SHARE, is_right & (self.distance_km <= nearest + _SAME_KM)


@dataclass(frozen=True, slots=True)
class Example:
    """One document made ready: its candidates, their evidence and the answers."""

    document: GoldDocument
    weight: float
    table: Table
    context: Context
    own: Mapping[str, Floats]
    none: Mapping[str, Floats]
    targets: Sequence[Target]


def train(
    documents: Sequence[GoldDocument], *, gazetteer: Gazetteer, seed: int
) -> bytes:
    """Return the content of a weights file learned from the documents.

    Pages that mark one name only are sampled, by a hash of their key and the seed.
    The calibration is fitted on predictions for folds that were not trained on.
    """
    chosen = _sample(documents, seed)
    codebook = Codebook()

    def make(gold: GoldDocument, weight: float = 1.0) -> Example:
        return make_example(gold, gazetteer, codebook, weight=weight)

    whole = {one.key: [make(*copy) for copy in _copies(one)] for one in chosen}
    cuts = {one.key: [make(part, _CUT_WEIGHT) for part in cut(one)] for one in chosen}
    names = [make(one) for one in read_world_names()]

    def pick(
        part: Iterable[GoldDocument], *found: Mapping[str, Sequence[Example]]
    ) -> list[Example]:
        return [example for one in part for by in found for example in by[one.key]]

    outcomes: list[tuple[float, bool, float]] = []
    for others, held_out in split(chosen, folds=_FOLDS, seed=seed):
        model = fit([*pick(others, whole, cuts), *names])
        for example in pick(held_out, whole):
            outcomes.extend(judge(model, example))
    slope, shift = _calibrate(outcomes)
    model = fit([*pick(chosen, whole, cuts), *names])
    return replace(model, slope=slope, shift=shift).dump()


def _sample(documents: Sequence[GoldDocument], seed: int) -> list[GoldDocument]:
    partial = [one for one in documents if one.corpus in PARTIAL]

    def order(one: GoldDocument) -> str:
        return hashlib.sha256(f"{seed}/{one.key}".encode()).hexdigest()

    kept = {one.key for one in sorted(partial, key=order)[:_MOST_PARTIAL]}
    return [one for one in documents if one.corpus not in PARTIAL or one.key in kept]


def _copies(gold: GoldDocument) -> Iterator[tuple[GoldDocument, float]]:
    """Yield a document as it is and bare, and what each is worth."""
    yield gold, 1.0
    bare = make_bare(gold)
    if bare is not None:
        yield bare, _BARE_WEIGHT


def make_example(
    gold: GoldDocument,
    gazetteer: Gazetteer,
    codebook: Codebook,
    *,
    weight: float = 1.0,
) -> Example:
    """Return a gold document made ready, worth `weight` times what its corpus is."""
    document = gold.document
    weight *= _WEIGHTS.get(gold.corpus, _USUAL_WEIGHT)
    spans = sorted({Span(row["start"], row["end"]) for row in gold.toponyms})
    mentions = [Mention(span=span, text=span.of(document.text)) for span in spans]
    options = [(mention, gazetteer.candidates(mention.text)) for mention in mentions]
    scene = make_scene(gazetteer, document, options)
    table = make_table(scene, codebook)
    own = own_evidence(scene, table, codebook)
    return Example(
        document=gold,
        weight=weight,
        table=table,
        context=Context(scene, table),
        own=own,
        none=none_evidence(table, own),
        targets=_targets(gold, table, mentions),
    )


def _targets(
    gold: GoldDocument, table: Table, mentions: Sequence[Mention]
) -> list[Target]:
    points = {
        Span(row["start"], row["end"]): (float(row["lon"]), float(row["lat"]))
        for row in gold.toponyms
        if row["lat"] is not None
    }
    found = []
    for position, sense in enumerate(table.senses):
        counts: dict[tuple[float, float], int] = defaultdict(int)
        for index in sense.mentions:
            point = points.get(mentions[index].span)
            if point is not None:
                counts[point] += 1
        candidates = table.point[table.slice(position)]
        found += [
            Target(position, _distances_km(candidates, *point), count)
            for point, count in counts.items()
        ]
    return found


def _distances_km(points: Floats, lon_deg: float, lat_deg: float) -> Floats:
    lon, lat = math.radians(lon_deg), math.radians(lat_deg)
    here = np.array(
        [math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)]
    )
    half_chord = np.sqrt(np.maximum(0.0, 2.0 - 2.0 * points @ here)) / 2
    return np.asarray(2 * EARTH_KM * np.arcsin(half_chord.clip(max=1.0)))


def fit(examples: Sequence[Example]) -> Model:
    """Return the model that makes the right candidates of the examples likely."""
    problem = _Problem(examples)
    evidence = [example.own for example in examples]
    first = problem.solve(evidence)
    chances = _chances(first, examples, evidence)
    later = problem.solve(
        [
            {**one.own, **one.context.evidence(chance)}
            for one, chance in zip(examples, chances, strict=True)
        ]
    )
    return Model(first=first, later=later)


def _chances(
    weights: Weights,
    examples: Sequence[Example],
    evidence: Sequence[Mapping[str, Floats]],
) -> list[Floats]:
    return [
        weights.chances(one.table, weights.stack(its), one.none)
        for one, its in zip(examples, evidence, strict=True)
    ]


class _Problem:
    """The likelihood of the right candidates, as a function of the weights."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._none_names = list(examples[0].none)
        self._none = _stack([one.none for one in examples], self._none_names)
        sense, owner, rows, right, weight, of_target = [], [], [], [], [], []
        row_offset = sense_offset = target = 0
        for one in examples:
            sense.append(one.table.sense + sense_offset)
            for each in one.targets:
                own = one.table.slice(each.sense)
                whole = one.weight * math.sqrt(each.mentions)
                for share, is_right in each.answers():
                    owner.append(sense_offset + each.sense)
                    weight.append(whole * share)
                    rows.append(np.arange(own.start, own.stop) + row_offset)
                    right.append(is_right)
                    of_target.append(np.full(own.stop - own.start, target))
                    target += 1
            row_offset += len(one.table)
            sense_offset += len(one.table.senses)
        self._sense = np.concatenate(sense)
        self._owner, self._weight = np.array(owner), np.array(weight)
        self._rows, self._of_target = np.concatenate(rows), np.concatenate(of_target)
        self._right = np.concatenate(right).astype(float)
        self._has_right = np.bincount(self._of_target, self._right, target) > 0

    def solve(self, evidence: Sequence[Mapping[str, Floats]]) -> Weights:
        """Return the best weights for this evidence."""
        names = list(evidence[0])
        places = _stack(evidence, names)
        scale = places.std(axis=0) + 1e-6
        count = len(names)
        bounds = [(_least(name), None) for name in names]
        bounds += [(_NONE_AT_LEAST.get(name), None) for name in self._none_names]

        def loss(values: Floats) -> tuple[float, Floats]:
            value, slope_places, slope_none = self._loss(places, values, count)
            ridge = _RIDGE * (values[:count] * scale) ** 2
            ridge_none = 0.1 * _RIDGE * values[count:] ** 2
            slopes = (
                slope_places + 2 * _RIDGE * values[:count] * scale**2,
                slope_none + 0.2 * _RIDGE * values[count:],
            )
            return value + ridge.sum() + ridge_none.sum(), np.concatenate(slopes)

        solved = minimize(
            loss,
            np.array([low or 0.0 for low, _ in bounds]),
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": _ITERATIONS},
        )
        values = [round(float(value), _DECIMALS) for value in solved.x]
        return Weights(
            places={n: v for n, v in zip(names, values, strict=False) if v},
            none=dict(zip(self._none_names, values[count:], strict=True)),
        )

    def _loss(
        self, places: Floats, values: Floats, count: int
    ) -> tuple[float, Floats, Floats]:
        senses, targets = len(self._none), len(self._owner)
        odds = np.exp((places @ values[:count]).clip(-50, 50))
        odds_none = np.exp((self._none @ values[count:]).clip(-50, 50))
        whole = np.bincount(self._sense, odds, senses) + odds_none
        chance, chance_none = odds / whole[self._sense], odds_none / whole
        hit = chance[self._rows] * self._right
        hits = np.bincount(self._of_target, hit, targets)
        found = np.where(self._has_right, hits, chance_none[self._owner])
        loss = -(self._weight * np.log(found + 1e-12)).sum()
        share = hit / (found[self._of_target] + 1e-12)
        share *= (self._has_right * self._weight)[self._of_target]
        load = np.bincount(self._owner, self._weight, senses)
        slope = chance * load[self._sense]
        slope -= np.bincount(self._rows, share, len(places))
        missed = np.where(self._has_right, 0.0, self._weight)
        slope_none = chance_none * load - np.bincount(self._owner, missed, senses)
        return float(loss), places.T @ slope, self._none.T @ slope_none


def _stack(columns: Sequence[Mapping[str, Floats]], names: Sequence[str]) -> Floats:
    return np.concatenate(
        [np.stack([one[name] for name in names], axis=1) for one in columns]
    )


def _least(name: str) -> float | None:
    """Return the least weight a feature may get, None for any."""
    if name in _AT_LEAST:
        return _AT_LEAST[name]
    return None if name in _FREE or name.startswith(_FREE_PREFIXES) else 0.0


def judge(model: Model, example: Example) -> list[tuple[float, bool, float]]:
    """Return the chance of each best candidate, whether it is right, and its weight."""
    own, none, table = example.own, example.none, example.table
    chances = model.first.chances(table, model.first.stack(own), none)
    stacked = model.later.stack({**own, **example.context.evidence(chances)})
    chances = model.later.chances(table, stacked, none)
    outcomes = []
    for target in example.targets:
        its = chances[table.slice(target.sense)]
        if len(its):
            best = int(np.argmax(its))
            is_right = bool(target.distance_km[best] <= RIGHT_KM)
            weight = target.mentions * example.weight
            outcomes.append((float(its[best]), is_right, weight))
    return outcomes


def _calibrate(outcomes: Sequence[tuple[float, bool, float]]) -> tuple[float, float]:
    """Return slope and shift from log-odds of a chance to log-odds of being right."""
    chance, is_right, weight = (
        np.array(column) for column in zip(*outcomes, strict=True)
    )
    clipped = chance.clip(1e-6, 1 - 1e-6)
    odds = np.log(clipped / (1 - clipped))

    def loss(values: NDArray[np.float64]) -> tuple[float, Floats]:
        expected = 1 / (1 + np.exp(-values[0] * odds - values[1]))
        off = weight * (expected - is_right)
        surprise = np.where(is_right, expected, 1 - expected)
        value = -(weight * np.log(surprise + 1e-12)).sum()
        return float(value), np.array([(off * odds).sum(), off.sum()])

    solved = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B")
    slope, shift = (round(float(value), _DECIMALS) for value in solved.x)
    return slope, shift
