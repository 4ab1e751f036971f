"""Print what detection and resolution cost: speed, memory, and growth with length.

Speeds are documents a second of processor time, of the same texts in turns with two
peers: flashgeotext's extraction alone, and a blank spaCy pipeline with an entity ruler
of the names of placemap's places. Memory is the peak of a process that does nothing
else. Growth is the time for one document of 1 MB against that for the same words in
small ones.

With ``--events`` it is the whole pipeline that is measured, events included, as the
command line runs it: cold, which is the first pass over the texts after loading, and
warm, which is every later one.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import statistics
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))
from first_look import rate, read_texts, run

import placemap
from placemap import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Worker = Callable[[str], object]

_RUNS = 3
_MEGABYTE = 1_000_000


def geoparser() -> Worker:
    """Return the function that detects and resolves the places of a text."""
    pipeline = placemap.load()
    gazetteer = pipeline.gazetteer

    def work(text: str) -> object:
        document = placemap.Document(id="d", text=text)
        mentions = pipeline.detector.detect(document)
        options = [(m, gazetteer.candidates(m.text)) for m in mentions]
        return pipeline.resolver.resolve(document, options)

    return work


def whole_pipeline() -> Worker:
    """Return the function that parses a text, events and all."""
    pipeline = placemap.load()

    def work(text: str) -> object:
        return pipeline.parse(placemap.Document(id="d", text=text))

    return work


def flashgeotext() -> Worker:
    """Return flashgeotext's extraction of cities and countries."""
    from flashgeotext.geotext import GeoText

    extract: Worker = GeoText().extract
    return extract


def entity_ruler(names: Iterable[str]) -> Worker:
    """Return a blank spaCy pipeline with an entity ruler of the names."""
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": name} for name in names])
    return nlp


def place_names(count: int | None) -> list[str]:
    """Return the first names of the gazetteer's places, or all, each once."""
    places = placemap.open_gazetteer().places()
    return list(dict.fromkeys(place.name for place in islice(places, count)))


def bench_pipeline(texts: Sequence[str], *, places: int | None) -> None:
    """Print documents a second of the whole pipeline, cold and warm, and its peers."""
    work = whole_pipeline()
    cold = rate(list(texts), work)
    print(f"placemap with events, cold: {cold:.1f} documents a second")
    bench_speed(texts, {"placemap with events, warm": work}, places=places)


def bench_speed(
    texts: Sequence[str], ours: Mapping[str, Worker], *, places: int | None
) -> None:
    """Print documents a second of ours, by their names, and of the peers, in turns."""
    workers = dict(ours)
    if importlib.util.find_spec("flashgeotext"):
        workers["flashgeotext, extraction alone"] = flashgeotext()
    if importlib.util.find_spec("spacy"):
        names = place_names(places)
        label = f"blank spaCy with an entity ruler of {len(names):,} names"
        workers[label] = entity_ruler(names)
    for work in workers.values():
        work(texts[0])
    rates: dict[str, list[float]] = {label: [] for label in workers}
    for _ in range(_RUNS):
        for label, work in workers.items():
            rates[label].append(rate(list(texts), work))
    first = rates[next(iter(rates))]
    for label, theirs in rates.items():
        ratio = statistics.median(a / b for a, b in zip(first, theirs, strict=True))
        speed = statistics.median(theirs)
        print(f"{label}: {speed:.1f} documents a second, ratio {ratio:.3f}")


def bench_growth(texts: Sequence[str]) -> None:
    """Print the time for 1 MB of text in one document and in many."""
    work = geoparser()
    work(texts[0])
    pieces, size = [], 0
    while size < _MEGABYTE:
        pieces.append(texts[len(pieces) % len(texts)])
        size += len(pieces[-1]) + 2
    whole = "\n\n".join(pieces)
    many = len(pieces) / rate(pieces, work)
    one = 1 / rate([whole], work)
    print(
        f"{len(whole) / 1e6:.2f} MB of text: {many:.1f} s in {len(pieces)} documents, "
        f"{one:.1f} s in one, ratio {one / many:.2f}"
    )


def bench_memory(arguments: Sequence[str]) -> None:
    """Print the peak memory of a process that only reads the texts."""
    command = [sys.executable, __file__, *arguments, "--only"]
    print(f"peak memory: {run(command).peak_mb:.0f} MB")


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="JSON Lines with a text field")
    parser.add_argument(
        "--places", type=int, help="whose names the entity ruler gets; all by default"
    )
    parser.add_argument(
        "--events", action="store_true", help="measure the whole pipeline"
    )
    parser.add_argument(
        "--repeat", type=int, default=1, help="how often the texts come, 1 by default"
    )
    parser.add_argument("--only", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    texts = read_texts(chosen.corpus) * chosen.repeat
    gc.set_threshold(*cli._RARELY)  # noqa: SLF001 - the setting that is measured
    if chosen.only:
        rate(texts, whole_pipeline() if chosen.events else geoparser())
        return
    bench_memory(sys.argv[1:])
    if chosen.events:
        bench_pipeline(texts, places=chosen.places)
        return
    ours = {"placemap, detection and resolution": geoparser()}
    bench_speed(texts, ours, places=chosen.places)
    bench_growth(texts)


if __name__ == "__main__":
    main()
