"""Print what a first look at placemap costs: opening, one map, memory, speed, size.

Each figure that depends on the machine is printed beside a peer measured in the
same run: importing geopandas and folium for the map, flashgeotext's extraction
for the reading speed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
ROOT = Path(__file__).parents[1]


class Cost(NamedTuple):
    """Wall seconds and peak memory in MB of one process."""

    seconds: float
    peak_mb: float


def run(command: list[str]) -> Cost:
    """Run a command to its end and return what it cost.

    Modules are compiled once and kept, as everywhere where placemap is installed.
    """
    keeping = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=keeping
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def alternate(
    one: list[str], other: list[str], *, runs: int
) -> tuple[list[Cost], list[Cost]]:
    """Run two commands in turn, so that both see the same machine."""
    run(one), run(other)
    pairs = [(run(one), run(other)) for _ in range(runs)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def bench_open() -> None:
    """Time opening the shipped gazetteer, first look-up included."""
    from placemap.gazetteer import open_gazetteer

    times = []
    for _ in range(21):
        start = time.perf_counter()
        open_gazetteer().candidates("Stepanakert")
        times.append(1000 * (time.perf_counter() - start))
    print(f"open the gazetteer and look one name up: {statistics.median(times):.1f} ms")


def bench_map(article: Path, *, runs: int) -> None:
    """Compare one whole `placemap map` with importing what it stands on."""
    with tempfile.TemporaryDirectory() as folder:
        options = [
            "--published",
            "2023-09-19",
            "-q",
            "-o",
            str(Path(folder, "map.html")),
        ]
        ours = [sys.executable, "-m", "placemap", "map", str(article), *options]
        peer = [sys.executable, "-c", "import geopandas, folium"]
        mine, theirs = alternate(ours, peer, runs=runs)
    ratio = statistics.median(
        a.seconds / b.seconds for a, b in zip(mine, theirs, strict=True)
    )
    seconds, peer_seconds = (
        statistics.median(cost.seconds for cost in costs) for costs in (mine, theirs)
    )
    print(
        f"placemap map: {seconds:.2f} s, "
        f"import geopandas, folium: {peer_seconds:.2f} s, "
        f"ratio {ratio:.2f}; peak {max(c.peak_mb for c in mine):.0f} MB "
        f"against {max(c.peak_mb for c in theirs):.0f} MB"
    )


def bench_reading(texts: list[str]) -> None:
    """Compare documents a second with flashgeotext's plain extraction."""
    from flashgeotext.geotext import GeoText

    import placemap

    pipeline = placemap.load()
    peer = GeoText()
    documents = [
        placemap.Document(id=str(i), text=text) for i, text in enumerate(texts)
    ]
    gazetteer = pipeline.gazetteer

    def resolve(document: placemap.Document) -> None:
        mentions = pipeline.detector.detect(document)
        pipeline.resolver.resolve(
            document, [(m, gazetteer.candidates(m.text)) for m in mentions]
        )

    pipeline.parse(documents[0])
    peer.extract(texts[0])
    whole = rate(documents, pipeline.parse)
    resolving = rate(documents, resolve)
    extraction = rate(texts, peer.extract)
    print(
        f"documents a second: whole pipeline {whole:.0f}, detection and resolution "
        f"{resolving:.0f}, flashgeotext extraction {extraction:.0f}; "
        f"ratios {whole / extraction:.2f} and {resolving / extraction:.2f}"
    )


def rate(items: list[T], work: Callable[[T], object]) -> float:
    """Return how many items `work` gets through in a second of processor time."""
    start = time.process_time()
    for item in items:
        work(item)
    return len(items) / (time.process_time() - start)


def bench_wheel() -> None:
    """Build the wheel and print its size."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "-q",
                "wheel",
                "--no-deps",
                "-w",
                folder,
                str(ROOT),
            ],
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        print(f"wheel: {wheel.stat().st_size / 1e6:.1f} MB")


def read_texts(path: Path | None) -> list[str]:
    """Return the texts of a JSON Lines corpus, or of the shipped examples."""
    if path is None:
        files = sorted((ROOT / "examples").glob("*.txt"))
        return [file.read_text(encoding="utf-8") for file in files]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def main() -> None:
    """Run the benchmarks asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="JSON Lines with a text field")
    parser.add_argument("--article", type=Path, help="a report to make the map of")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--no-wheel", action="store_true", help="do not build the wheel"
    )
    chosen = parser.parse_args()
    bench_open()
    article = chosen.article or sorted((ROOT / "examples").glob("*.txt"))[0]
    bench_map(article, runs=chosen.runs)
    if importlib.util.find_spec("flashgeotext"):
        bench_reading(read_texts(chosen.corpus))
    else:
        print("flashgeotext is not installed: pip install 'placemap[bench]'")
    if not chosen.no_wheel:
        bench_wheel()


if __name__ == "__main__":
    main()
