"""Print what detection and resolution cost: speed, memory, and growth with length.

Speeds are documents a second of processor time, of the same texts in turns with two
peers: flashgeotext's extraction alone, and a blank spaCy pipeline with an entity ruler
of the names of placemap's places. Memory is the peak of a process that does nothing
else. Growth is the time for one document of 1 MB against that for the same words in
small ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))
from first_look import rate, read_texts, run

import placemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_RUNS = 3
_MEGABYTE = 1_000_000


def geoparser() -> Callable[[str], object]:
    """Return the function that detects and resolves the places of a text."""
    pipeline = placemap.load()
    gazetteer = pipeline.gazetteer

    def work(text: str) -> object:
        document = placemap.Document(id="d", text=text)
        mentions = pipeline.detector.detect(document)
        options = [(m, gazetteer.candidates(m.text)) for m in mentions]
        return pipeline.resolver.resolve(document, options)

    return work


def flashgeotext() -> Callable[[str], object]:
    """Return flashgeotext's extraction of cities and countries."""
    from flashgeotext.geotext import GeoText

    extract: Callable[[str], object] = GeoText().extract
    return extract


def entity_ruler(names: Iterable[str]) -> Callable[[str], object]:
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


def bench_speed(texts: Sequence[str], *, places: int | None) -> None:
    """Print documents a second of placemap and its peers, in turns."""
    workers = {"placemap, detection and resolution": geoparser()}
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
    ours = rates[next(iter(rates))]
    for label, theirs in rates.items():
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        speed = statistics.median(theirs)
        print(f"{label}: {speed:.0f} documents a second, ratio {ratio:.2f}")


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
    """Print the peak memory of a process that only geoparses."""
    command = [sys.executable, __file__, *arguments, "--step", "parse"]
    print(f"peak memory: {run(command).peak_mb:.0f} MB")


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="JSON Lines with a text field")
    parser.add_argument(
        "--places", type=int, help="whose names the entity ruler gets; all by default"
    )
    parser.add_argument("--step", choices=["parse"], help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    texts = read_texts(chosen.corpus)
    if chosen.step == "parse":
        rate(texts, geoparser())
        return
    bench_memory(["--corpus", str(chosen.corpus)] if chosen.corpus else [])
    bench_speed(texts, places=chosen.places)
    bench_growth(texts)


if __name__ == "__main__":
    main()
