"""Learn the detector's weights from documents with marked toponyms.

The weights of clues are those of a logistic regression; the trees learn from what
such regressions, each trained without the document in question, say of it. Texts are
learned from as they are, in capitals throughout, and with a part of the gazetteer's
names forgotten, so that capitals and names no gazetteer has are read well, too. The
first look also learns from texts in which people, organisations and places are marked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import lightgbm
import numpy as np
from copies import some_sentences
from corpora import PARTIAL
from entities import read_entities
from lightgbm_trees import to_trees
from roles import fit_roles, marked_roles
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from placemap.detection.learned.looks import Looks
from placemap.detection.learned.measures import MEASURES
from placemap.detection.learned.weights import ClueWeights, Weights
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpora import GoldDocument
    from entities import MarkedText
    from numpy.typing import NDArray

    from placemap.detection.learned.echoes import FirstOdds
    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.names import NameFacts
    from placemap.protocols import Gazetteer
    from placemap.trees import Trees

_SHUFFLED_PARTS = 5
# One name in so many is forgotten.
_FORGOTTEN = 5
# How many of a document's versions come first that are whole and have all names, and
# how many of its sentences stand alone: what is read may be no longer.
_WHOLE = 2
_MOST_CUTS = 4
_LEAST_COUNT = 2
# What a stretch of the texts with entities weighs beside one of the gold documents.
_ENTITY_WEIGHT = 0.3
_INVERSE_PENALTY = 0.1
_SMALL_WEIGHT = 0.01
# F1 on unseen documents of LGL, TR-News and GWN: .881, .923, .886 with -0.7,
# .882, .926, .887 with -0.5, .881, .928, .885 with -0.3.
_LEAST_ODDS = -0.5
# Boosted trees are a little too sure of themselves: with this the expected calibration
# error on unseen documents was 0.010 instead of 0.014.
_SLOPE = 0.95
_ROUNDS = 200
# The more the lexicon's rules, the first look, what is around, and the same name
# elsewhere speak for a mention, the likelier it is: the trees may not unlearn that.
_RISING = range(MEASURES - 1, MEASURES + 4)
_TREES = {
    "objective": "binary",
    "learning_rate": 0.075,
    "num_leaves": 31,
    "max_depth": 7,
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
    """A text looked at, and what is to be learned from it.

    `clues` and `is_mention` are of the stretches that count, each with `weight`.
    """

    looks: Looks
    clues: Sequence[tuple[str, ...]]
    is_mention: NDArray[np.bool_]
    weight: float = 1.0


def train(
    documents: Sequence[GoldDocument],
    *,
    gazetteer: Gazetteer,
    seed: int = 0,
    ner: Path | None = None,
) -> bytes:
    """Return the content of a weights file.

    Documents of corpora that mark only some of their toponyms are left out. `ner` is a
    folder of texts with entities; see `entities.read_entities`.

    Raises
    ------
    ValueError
        If no document is left.
    """
    gold = [one for one in documents if one.corpus not in PARTIAL]
    if not gold:
        raise ValueError("expected documents with all their toponyms marked, got none")
    examples = _examples(gold, gazetteer)
    others = entity_examples(ner, gazetteer) if ner else []
    linear = fit_clues([*_flat(examples), *others])
    # Forgetting teaches the first look to read the context; the second may then rely
    # on what the gazetteer knows.
    known = [versions[:-1] for versions in examples]
    odds = _odds_out_of_fold(examples, others)
    rows, marks = _second_rows(_flat(known), odds)
    trees = fit_trees(rows, marks, seed=seed)
    marked = [
        role
        for one, versions in zip(gold, known, strict=True)
        for version in versions[:_WHOLE]
        for role in marked_roles(one, version.looks)
    ]
    return Weights(
        linear=linear,
        trees=trees,
        least=_LEAST_ODDS,
        roles=fit_roles(marked),
        slope=_SLOPE,
    ).dump()


def _flat(examples: Sequence[Sequence[Example]]) -> list[Example]:
    return [one for versions in examples for one in versions]


def _examples(
    documents: Sequence[GoldDocument], gazetteer: Gazetteer
) -> list[tuple[Example, ...]]:
    """Return each document whole, in capitals, in parts, and with names forgotten."""
    facts = facts_from(gazetteer)
    fewer = forgetting(facts)
    return [
        (
            make_example(one, gazetteer, facts),
            make_example(one, gazetteer, facts, write=to_capitals),
            *(
                make_example(cut, gazetteer, facts)
                for cut in some_sentences(one, most=_MOST_CUTS)
            ),
            make_example(one, gazetteer, fewer),
        )
        for one in documents
    ]


def entity_examples(folder: Path, gazetteer: Gazetteer) -> list[Example]:
    """Return the texts of `entities.read_entities`, in the same three versions."""
    facts = facts_from(gazetteer)
    fewer = forgetting(facts)
    return [
        _entity_example(text, Looks(gazetteer, Reading(write(text.text)), known))
        for text in read_entities(folder)
        for write, known in ((str, facts), (to_capitals, facts), (str, fewer))
    ]


def _entity_example(text: MarkedText, looks: Looks) -> Example:
    marks = [_is_place(one, text) for one in looks.stretches]
    counted = [at for at, mark in enumerate(marks) if mark is not None]
    clues = looks.clues()
    return Example(
        looks=looks,
        clues=[clues[at] for at in counted],
        is_mention=np.array([marks[at] for at in counted], bool),
        weight=_ENTITY_WEIGHT,
    )


def _is_place(stretch: Stretch, text: MarkedText) -> bool | None:
    """Tell whether a stretch is a place, None where these texts do not say.

    They mark neither demonyms nor the places in the names of organisations, and the
    extent of a place otherwise than the gold documents.
    """
    known = stretch.facts
    if known is not None and known.is_people:
        return None
    for start, end, kind in text.entities:
        if (start, end) == (stretch.start, stretch.end) and kind == "place":
            return True
        if stretch.start < end and start < stretch.end:
            is_unclear = kind == "place" or (kind == "body" and known is not None)
            return None if is_unclear else False
    return False


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
    weight = [np.full(len(one.clues), one.weight) for one in examples]
    model.fit(table, marks, sample_weight=np.concatenate(weight))
    weights = zip(names, model.coef_[0].tolist(), strict=True)
    return ClueWeights(
        {clue: weight for clue, weight in weights if abs(weight) >= _SMALL_WEIGHT},
        float(model.intercept_[0]),
    )


def _odds_out_of_fold(
    examples: Sequence[Sequence[Example]], others: Sequence[Example]
) -> list[list[FirstOdds]]:
    """Return the first look's log-odds by weights that have not seen the document.

    They have seen the other texts.
    """
    odds: dict[int, list[list[FirstOdds]]] = {}
    for part in range(_SHUFFLED_PARTS):
        seen = [
            one
            for number, group in enumerate(examples)
            if number % _SHUFFLED_PARTS != part
            for one in group
        ]
        linear = fit_clues([*seen, *others])
        for number in range(part, len(examples), _SHUFFLED_PARTS):
            odds[number] = [one.looks.first(linear) for one in examples[number][:-1]]
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
