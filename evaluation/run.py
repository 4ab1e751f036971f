#!/usr/bin/env python3
"""Write placemap's predictions for a file of gold documents, for a scorer to judge.

    python evaluation/run.py TASK GOLD.jsonl -o PRED.jsonl [--field FIELD]

TASK is one of

toponyms        what placemap finds and where it puts it. Every mention is predicted,
                demonyms and adjectives ("the Turkish city"), names inside those of
                organisations ("Leeds University") and governments called by their
                capital too, since the usual gold corpora annotate all of these; one
                without a place has lat and lon null.
given-spans     where placemap puts the gold mentions: disambiguation alone.
aliases         the alias statements with verdict, user and place.
event-location  where the verb that a row marks happened: spans of names, or none.
event-types     the type of the main event of a text, in the terms of FIELD:
                acled_event_type (default), acled_sub_event_type, plover or quad.
muc             typed, dated and placed incidents. Left out is what the MUC keys never
                hold: what is denied, to come, only possible or long past, and types
                outside PLOVER.
pins            every event with its places and coordinates.

GOLD has one JSON object a line with "id" and "text"; "title", "source", "url" and
"date" or "published" are passed on where there are any. Everything runs with the
shipped gazetteer and settings. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import placemap
from placemap.core import Document, Mention, Span

# The modules beside this file, however it is started.
sys.path.insert(0, str(Path(__file__).resolve().parent))
from event_tasks import (
    FIELDS,
    predict_event_location,
    predict_event_type,
    predict_muc,
    predict_pins,
)
from gold_rows import read_document, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from placemap.core import AliasStatement, Event, Toponym
    from placemap.pipeline import Pipeline

_EVERY = 100


@dataclass(frozen=True, slots=True)
class NoEvents:
    """An event extractor for tasks that ask for no events."""

    def extract(
        self, document: Document, toponyms: Sequence[Toponym]
    ) -> Sequence[Event]:
        """Return nothing."""
        del document, toponyms
        return ()


@dataclass(frozen=True, slots=True)
class GivenMentions:
    """A detector that knows the mentions beforehand."""

    mentions: Sequence[Mention]

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions it was made with."""
        del document
        return self.mentions


def predict_toponyms(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the toponyms of a gold row's text."""
    parsed = replace(pipeline, extractor=NoEvents()).parse(read_document(row))
    return {"toponyms": [_located(one) for one in parsed.toponyms]}


def predict_given_spans(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place for each of the mentions that a gold row gives."""
    spans = sorted({Span(gold["start"], gold["end"]) for gold in row["toponyms"]})
    mentions = [Mention(span=span, text=span.of(row["text"])) for span in spans]
    given = replace(pipeline, extractor=NoEvents(), detector=GivenMentions(mentions))
    parsed = given.parse(read_document(row))
    return {"toponyms": [_located(t) for t in parsed.toponyms if t.span in set(spans)]}


def _located(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "lat": place.lat_deg if place else None,
        "lon": place.lon_deg if place else None,
    }


def predict_aliases(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the alias statements of a gold row's text."""
    parsed = replace(pipeline, extractor=NoEvents()).parse(read_document(row))
    return {"statements": [_stated(one, pipeline) for one in parsed.aliases]}


def _stated(statement: AliasStatement, pipeline: Pipeline) -> dict[str, Any]:
    place = statement.place and pipeline.gazetteer.place(statement.place)
    left, right = statement.left, statement.right
    return {
        "left": {"start": left.start, "end": left.end},
        "right": {"start": right.start, "end": right.end},
        "relation": statement.relation,
        "used_by": statement.used_by or None,
        "verdict": statement.verdict,
        "place": {"lat": place.lat_deg, "lon": place.lon_deg} if place else None,
    }


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "toponyms": predict_toponyms,
    "given-spans": predict_given_spans,
    "aliases": predict_aliases,
    "event-location": predict_event_location,
    "event-types": predict_event_type,
    "muc": predict_muc,
    "pins": predict_pins,
}


def write_predictions(
    task: str,
    gold: Path,
    out: Path,
    *,
    pipeline: Pipeline | None = None,
    field: str = FIELDS[0],
) -> int:
    """Write the predictions of one task for a gold file, and return how many rows.

    `pipeline` is the shipped one unless another is given; `field` says in whose
    terms event types are given.
    """
    pipeline = pipeline or placemap.load()
    predict = TASKS[task]
    if task == "event-types":
        predict = partial(predict, field=field)
    started, count = time.perf_counter(), 0
    with out.open("w", encoding="utf-8") as lines:
        for count, row in enumerate(read_rows(gold), 1):
            prediction = {"id": row["id"], **predict(pipeline, row)}
            lines.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            if count % _EVERY == 0:
                print(f"{count} documents", file=sys.stderr)
    seconds = time.perf_counter() - started
    speed = count / seconds if seconds else 0.0
    print(
        f"{count} documents in {seconds:.1f} s, {speed:.0f} a second", file=sys.stderr
    )
    return count


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one task from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS, metavar="TASK")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--field", choices=FIELDS, default=FIELDS[0], metavar="FIELD")
    options = parser.parse_args(arguments)
    if not options.gold.is_file():
        parser.error(f"no such file: {options.gold}")
    write_predictions(options.task, options.gold, options.output, field=options.field)


if __name__ == "__main__":
    main()
