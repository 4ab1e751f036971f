#!/usr/bin/env python3
"""Fit the model that says where a trigger happened.

    python training/linker.py ../shared/events

It learns from sentences in which people marked the place of one verb:
``event_location.dev.jsonl``, rows of "text", "verb" and "locations" with offsets, and
"noisy" where one annotator was found unreliable; noisy rows are left out. The weights
go into the package. The toponyms among its clues are found by the shipped detector and
resolver, so train those first.

--cross-validate FILE  writes instead where each verb happened as models say that have
                       not seen its sentence, for a scorer to judge.
--check                trains, but writes nothing: says whether the shipped weights are
                       what the data give. The exit code is 1 when they are not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
import pycrfsuite

import placemap
from placemap.core import Document, Span
from placemap.events.places.candidates import compare, find_candidates
from placemap.events.places.chain import LABELS, Chain
from placemap.events.places.clues import SentenceClues
from placemap.events.places.linker import Linker, find_spans
from placemap.events.sentence import make_sentence
from placemap.text import sentences

sys.path.insert(0, str(Path(__file__).resolve().parent))
from corpora import MARKED
from lightgbm_trees import to_trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from placemap.core import Toponym
    from placemap.events.places.candidates import Candidate
    from placemap.events.sentence import Sentence
    from placemap.pipeline import Pipeline
    from placemap.trees import Trees

BEGIN, INSIDE, OUTSIDE = LABELS
# Chosen on the folds of the marked sentences among 0.2 to 1, 60 to 100 rounds.
_OPTIONS = {"c1": 0.5, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 3}
# Likewise among 7 to 15 leaves, 4 to unlimited steps, 120 to 600 rounds: the figures
# differ by 0.003 at most.
_TREES = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "max_depth": 5,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}
_ROUNDS = 120
FOLDS = 5
WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "linker.npz"


@dataclass(frozen=True, slots=True)
class MarkedVerb:
    """A row, its sentence as clues, the verb's word, and the words that say where."""

    row: Mapping[str, Any]
    clues: SentenceClues
    verb: int
    labels: Sequence[str]

    @property
    def fold(self) -> int:
        """The fold of the row; rows of one text share it."""
        digest = hashlib.sha256(self.row["text"].encode()).hexdigest()
        return int(digest, 16) % FOLDS


def read_marked(folder: Path) -> list[MarkedVerb]:
    """Return what the model learns from each row of the marked sentences in a folder.

    Raises
    ------
    FileNotFoundError
        If the folder has no such file.
    """
    pipeline = placemap.load()
    marked = []
    with (folder / MARKED).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document = Document(id=str(row["id"]), text=row["text"])
            clues, verb = verb_clues(document, find_toponyms(pipeline, document), row)
            marked.append(MarkedVerb(row, clues, verb, _labels(clues.sentence, row)))
    return marked


def find_toponyms(pipeline: Pipeline, document: Document) -> Sequence[Toponym]:
    """Return the toponyms of a document, whose events are not asked for."""
    mentions = pipeline.detector.detect(document)
    options = [(m, pipeline.gazetteer.candidates(m.lookup)) for m in mentions]
    return pipeline.resolver.resolve(document, options)


def verb_clues(
    document: Document, toponyms: Sequence[Toponym], row: Mapping[str, Any]
) -> tuple[SentenceClues, int]:
    """Return the clues of the sentence that holds a row's verb, and the verb's word."""
    at = row["verb"]["start"]
    for start, end in sentences(document.text):
        if start <= at < end:
            sentence = make_sentence(document.text, start, end)
            own = [t for t in toponyms if sentence.span.covers(t.span)]
            return SentenceClues(sentence, own), sentence.word_at(at)
    raise ValueError(f"{document.id}: no sentence holds offset {at}")


def _labels(sentence: Sentence, row: Mapping[str, Any]) -> list[str]:
    labels = [OUTSIDE] * len(sentence.words)
    for location in row["locations"]:
        span = Span(location["start"], location["end"])
        if sentence.span.covers(span):
            first, last = sentence.word_range(span)
            labels[first:last] = [BEGIN] + [INSIDE] * (last - first - 1)
    return labels


def train(marked: Iterable[MarkedVerb], *, seed: int = 0) -> bytes:
    """Return the weights fitted to marked verbs: the content of the model's file.

    The trees learn from chances of words by chains that have not seen the sentence.
    """
    used = [one for one in marked if not one.row.get("noisy")]
    looked_at: list[tuple[MarkedVerb, Chain]] = []
    for fold in sorted({one.fold for one in used}):
        chain = train_chain(one for one in used if one.fold != fold)
        looked_at.extend((one, chain) for one in used if one.fold == fold)
    trees = train_trees(looked_at, seed=seed)
    return Linker(train_chain(used), trees).dump()


def train_chain(marked: Iterable[MarkedVerb]) -> Chain:
    """Return the first look, at words."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in marked:
        trainer.append(one.clues.around(one.verb, one.verb + 1), one.labels)
    trainer.set_params(_OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "linker.crf"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        with tagger.open(str(path)):
            fitted = tagger.info()
    states: dict[str, list[float]] = {}
    for (clue, label), score in fitted.state_features.items():
        states.setdefault(clue, [0.0] * len(LABELS))[LABELS.index(label)] = score
    follows = fitted.transitions
    return Chain(
        {clue: (b, i, o) for clue, (b, i, o) in states.items()},
        [tuple(follows.get((one, two), 0.0) for two in LABELS) for one in LABELS],
    )


def train_trees(looked_at: Iterable[tuple[MarkedVerb, Chain]], *, seed: int) -> Trees:
    """Return the second look, at stretches, given a chain for each marked verb."""
    rows: list[list[float]] = []
    is_place: list[bool] = []
    for one, chain in looked_at:
        chances = chain.word_chances(one.clues, one.verb, one.verb + 1)
        candidates = find_candidates(chances)
        rows.extend(compare(one.clues, candidates, one.verb, one.verb + 1))
        is_place.extend(_is_place(one, candidate) for candidate in candidates)
    data = lightgbm.Dataset(np.array(rows, np.float32), np.array(is_place, np.int8))
    settings = {**_TREES, "seed": seed}
    return to_trees(lightgbm.train(settings, data, num_boost_round=_ROUNDS))


def _is_place(one: MarkedVerb, candidate: Candidate) -> bool:
    """Tell whether a marked place is in a candidate, be it a word longer or shorter."""
    return any(
        label != OUTSIDE for label in one.labels[candidate.first : candidate.last]
    )


def cross_validate(marked: Sequence[MarkedVerb]) -> Iterator[dict[str, Any]]:
    """Yield where each verb happened, as a model says that has not seen its text."""
    for fold in range(FOLDS):
        linker = Linker.load(train(one for one in marked if one.fold != fold))
        for one in marked:
            if one.fold == fold:
                places = linker.find_places(one.clues, one.verb, one.verb + 1)
                spans = find_spans(one.clues, places)
                locations = [{"start": s.start, "end": s.end} for s in spans]
                yield {"id": one.row["id"], "locations": locations}


def main(arguments: Sequence[str] | None = None) -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--cross-validate", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    gold = chosen.folder / MARKED
    if not gold.is_file():
        parser.error(f"{gold}: not there; name the folder of the marked sentences")
    marked = read_marked(chosen.folder)
    if chosen.cross_validate:
        with chosen.cross_validate.open("w", encoding="utf-8") as out:
            out.writelines(f"{json.dumps(one)}\n" for one in cross_validate(marked))
        return 0
    weights = train(marked)
    if chosen.check:
        agrees = WEIGHTS.is_file() and weights == WEIGHTS.read_bytes()
        print(f"linker: {'as trained' if agrees else 'differs from training'}")
        return 0 if agrees else 1
    WEIGHTS.write_bytes(weights)
    digest = hashlib.sha256(weights).hexdigest()
    print(f"the linker: {len(weights):,} bytes, sha256 {digest}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
