"""Learn the detector's weights from documents with marked toponyms.

The weights of clues are those of a logistic regression; the trees learn from what
such regressions, each trained without the document in question, say of it. Texts are
learned from as they are, in capitals throughout, and with a part of the gazetteer's
names forgotten, so that capitals and names no gazetteer has are read well, too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import lightgbm
import numpy as np
from corpora import PARTIAL
from lightgbm_trees import to_trees
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from placemap.detection.learned.looks import Looks
from placemap.detection.learned.measures import MEASURES
from placemap.detection.learned.weights import ClueWeights, Weights
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpora import GoldDocument
    from numpy.typing import NDArray

    from placemap.detection.learned.echoes import FirstOdds
    from placemap.detection.names import NameFacts
    from placemap.protocols import Gazetteer
    from placemap.trees import Trees

_SHUFFLED_PARTS = 5
# One name in so many is forgotten.
_FORGOTTEN = 5
# How many of a document's versions come first that have all names.
_WITH_ALL_NAMES = 2
_LEAST_COUNT = 2
_INVERSE_PENALTY = 0.1
_SMALL_WEIGHT = 0.01
# F1 on unseen documents of LGL, TR-News and GWN: .871, .919, .885 with -0.7,
# .874, .921, .885 with -0.5, .875, .924, .881 with -0.3.
_LEAST_ODDS = -0.5
# Boosted trees are a little too sure of themselves: with this the expected calibration
# error on unseen documents was 0.010 instead of 0.014.
_SLOPE = 0.95
_ROUNDS = 300
# The more the lexicon's rules, the first look, what is around, and the same name
# elsewhere speak for a mention, the likelier it is: the trees may not unlearn that.
_RISING = range(MEASURES - 1, MEASURES + 4)
_TREES = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 31,
    "max_depth": 9,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Example:
    """A document looked at, with its clues, and which stretches are marked."""

    looks: Looks
    clues: Sequence[tuple[str, ...]]
    is_mention: NDArray[np.bool_]


def train(
    documents: Sequence[GoldDocument], *, gazetteer: Gazetteer, seed: int = 0
) -> bytes:
    """Return the content of a weights file.

    Documents of corpora that mark only some of their toponyms are left out.

    Raises
    ------
    ValueError
        If no document is left.
    """
    examples = _examples(documents, gazetteer)
    if not examples:
        raise ValueError("expected documents with all their toponyms marked, got none")
    linear = fit_clues([one for versions in examples for one in versions])
    # Forgetting teaches the first look to read the context; the second may then rely
    # on what the gazetteer knows.
    whole = [versions[:_WITH_ALL_NAMES] for versions in examples]
    odds = _odds_out_of_fold(examples)
    rows, marks = _second_rows([one for versions in whole for one in versions], odds)
    trees = fit_trees(rows, marks, seed=seed)
    return Weights(linear=linear, trees=trees, least=_LEAST_ODDS, slope=_SLOPE).dump()


def _examples(
    documents: Sequence[GoldDocument], gazetteer: Gazetteer
) -> list[tuple[Example, ...]]:
    """Return each document as it is, in capitals, and with names forgotten."""
    facts = facts_from(gazetteer)
    fewer = forgetting(facts)
    return [
        (
            make_example(one, gazetteer, facts),
            make_example(one, gazetteer, facts, write=to_capitals),
            make_example(one, gazetteer, fewer),
        )
        for one in documents
        if one.corpus not in PARTIAL
    ]


def forgetting(
    facts: Callable[[str], NameFacts | None],
) -> Callable[[str], NameFacts | None]:
    """Return a function that knows all but one in `_FORGOTTEN` names of another."""

    def fewer(name: str) -> NameFacts | None:
        known = facts(name)
        is_forgotten = known is not None and not crc32(known.key.encode()) % _FORGOTTEN
        return None if is_forgotten else known

    return fewer


def to_capitals(text: str) -> str:
    """Return a text in capitals; letters that would become two stay as they are.

    Examples
    --------
    >>> to_capitals("Gießen")
    'GIEßEN'
    """
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def make_example(
    gold: GoldDocument,
    gazetteer: Gazetteer,
    facts: Callable[[str], NameFacts | None],
    *,
    write: Callable[[str], str] = str,
) -> Example:
    """Return what is to be learned from a document, written in a manner."""
    looks = Looks(gazetteer, Reading(write(gold.document.text)), facts)
    marked = {(one["start"], one["end"]) for one in gold.toponyms}
    return Example(
        looks=looks,
        clues=looks.clues(),
        is_mention=np.array(
            [(one.start, one.end) in marked for one in looks.stretches], bool
        ),
    )


def fit_clues(examples: Sequence[Example]) -> ClueWeights:
    """Return the weights of a logistic regression of marks on clues."""
    counts = Counter(
        clue for example in examples for clues in example.clues for clue in clues
    )
    names = sorted(clue for clue, count in counts.items() if count >= _LEAST_COUNT)
    column = {clue: number for number, clue in enumerate(names)}
    ends, columns = [0], []
    for example in examples:
        for clues in example.clues:
            columns.extend([column[clue] for clue in clues if clue in column])
            ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    table = csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(names)))
    marks = np.concatenate([example.is_mention for example in examples])
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=200, tol=1e-3)
    model.fit(table, marks)
    weights = zip(names, model.coef_[0].tolist(), strict=True)
    return ClueWeights(
        {clue: weight for clue, weight in weights if abs(weight) >= _SMALL_WEIGHT},
        float(model.intercept_[0]),
    )


def _odds_out_of_fold(examples: Sequence[Sequence[Example]]) -> list[list[FirstOdds]]:
    """Return the first look's log-odds by weights that have not seen the document."""
    odds: dict[int, list[list[FirstOdds]]] = {}
    for part in range(_SHUFFLED_PARTS):
        seen = [
            one
            for number, group in enumerate(examples)
            if number % _SHUFFLED_PARTS != part
            for one in group
        ]
        linear = fit_clues(seen)
        for number in range(part, len(examples), _SHUFFLED_PARTS):
            odds[number] = [
                one.looks.first(linear) for one in examples[number][:_WITH_ALL_NAMES]
            ]
    return [one for number in range(len(examples)) for one in odds[number]]


def _second_rows(
    examples: Sequence[Example], odds: Sequence[list[FirstOdds]]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    rows: list[list[float]] = []
    marks: list[bool] = []
    for example, values in zip(examples, odds, strict=True):
        kept, measures = example.looks.second(values)
        rows.extend(measures)
        marks.extend(example.is_mention[kept])
    return np.array(rows, np.float32), np.array(marks)


def fit_trees(
    rows: NDArray[np.float32], marks: NDArray[np.bool_], *, seed: int
) -> Trees:
    """Return boosted trees that give the log-odds of a mark."""
    data = lightgbm.Dataset(rows, marks.astype(np.int8))
    rising = [int(column in _RISING) for column in range(rows.shape[1])]
    settings = {**_TREES, "seed": seed, "monotone_constraints": rising}
    return to_trees(lightgbm.train(settings, data, num_boost_round=_ROUNDS))
