"""Fit the model that says where a trigger happened.

It learns from sentences in which people marked the place of one verb:
``event_location.dev.jsonl``, rows of "text", "verb" and "locations" with offsets, and
"noisy" where one annotator was found unreliable; noisy rows are left out.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pycrfsuite

from placemap.core import Document, Span
from placemap.events.clues import SentenceClues
from placemap.events.linker import BEGIN, INSIDE, OUTSIDE
from placemap.events.sentence import make_sentence
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from placemap.core import Toponym
    from placemap.events.sentence import Sentence
    from placemap.pipeline import Pipeline

# Chosen on the folds of the marked sentences among 0.2 to 1, 60 to 100 rounds.
_OPTIONS = {"c1": 0.5, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 3}
FOLDS = 5


@dataclass(frozen=True, slots=True)
class MarkedVerb:
    """The sentence of a marked verb as clues, and the words that say where."""

    rows: Sequence[Sequence[str]]
    labels: Sequence[str]


def read_marked(
    pipeline: Pipeline, rows: Iterable[Mapping[str, Any]]
) -> Iterator[MarkedVerb]:
    """Yield what the model learns from each row."""
    for row in rows:
        document = Document(id=str(row["id"]), text=row["text"])
        clues, first = verb_clues(document, find_toponyms(pipeline, document), row)
        yield MarkedVerb(
            rows=clues.around(first, first + 1), labels=_labels(clues.sentence, row)
        )


def find_toponyms(pipeline: Pipeline, document: Document) -> Sequence[Toponym]:
    """Return the toponyms of a document, whose events are not asked for."""
    mentions = pipeline.detector.detect(document)
    options = [(m, pipeline.gazetteer.candidates(m.text)) for m in mentions]
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


def train(marked: Iterable[MarkedVerb]) -> bytes:
    """Return the weights fitted to marked verbs: the content of the model's file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in marked:
        trainer.append(one.rows, one.labels)
    trainer.set_params(_OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "linker.crf"
        trainer.train(str(path))
        return path.read_bytes()


def fold_of(row: Mapping[str, Any]) -> int:
    """Return the fold of a row; rows of one sentence share it."""
    return int(hashlib.sha256(row["text"].encode()).hexdigest(), 16) % FOLDS
