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

import pycrfsuite

import placemap
from placemap.core import Document, Span
from placemap.events.places.clues import SentenceClues
from placemap.events.places.linker import BEGIN, INSIDE, OUTSIDE, Linker, find_spans
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
WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "linker.crf"


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


def read_marked(
    pipeline: Pipeline, rows: Iterable[Mapping[str, Any]]
) -> Iterator[MarkedVerb]:
    """Yield what the model learns from each row."""
    for row in rows:
        document = Document(id=str(row["id"]), text=row["text"])
        clues, verb = verb_clues(document, find_toponyms(pipeline, document), row)
        yield MarkedVerb(row, clues, verb, _labels(clues.sentence, row))


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


def train(marked: Iterable[MarkedVerb]) -> bytes:
    """Return the weights fitted to marked verbs: the content of the model's file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in marked:
        if not one.row.get("noisy"):
            trainer.append(one.clues.around(one.verb, one.verb + 1), one.labels)
    trainer.set_params(_OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "linker.crf"
        trainer.train(str(path))
        return path.read_bytes()


def cross_validate(marked: Sequence[MarkedVerb]) -> Iterator[dict[str, Any]]:
    """Yield where each verb happened, as a model says that has not seen its text."""
    for fold in range(FOLDS):
        linker = Linker(train(one for one in marked if one.fold != fold))
        for one in marked:
            if one.fold == fold:
                chances = linker.word_chances(one.clues, one.verb, one.verb + 1)
                spans = find_spans(one.clues, chances)
                locations = [{"start": s.start, "end": s.end} for s in spans]
                yield {"id": one.row["id"], "locations": locations}


def main(arguments: Sequence[str] | None = None) -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--cross-validate", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    gold = chosen.folder / "event_location.dev.jsonl"
    if not gold.is_file():
        parser.error(f"{gold}: not there; name the folder of the marked sentences")
    with gold.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    marked = list(read_marked(placemap.load(), rows))
    if chosen.cross_validate:
        with chosen.cross_validate.open("w", encoding="utf-8") as out:
            out.writelines(f"{json.dumps(one)}\n" for one in cross_validate(marked))
        return
    weights = train(marked)
    WEIGHTS.write_bytes(weights)
    digest = hashlib.sha256(weights).hexdigest()
    print(f"the linker: {len(weights):,} bytes, sha256 {digest}", file=sys.stderr)


if __name__ == "__main__":
    main()
