"""Print what each format costs: time, memory and size of files of many events.

Times are of the processor, without imports. Ours is the whole of `placemap.export`,
from parsed documents to the closed file. The peer is plain pyogrio (for GeoParquet
geopandas) writing the same rows from frames that are ready; what it took to make those
stands apart, for they have to come from the documents too. Where GDAL writes ours,
that part is printed as well: both then start from the same ready rows. Each runs in a
process of its own, whose peak memory is printed. The documents are made up: events at
points, areas and lines, in texts of a few sentences.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import deque
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import placemap
from placemap.core import (
    Event,
    EventPlace,
    Location,
    Mention,
    Name,
    ParsedDocument,
    Place,
    Run,
    Span,
    Toponym,
)
from placemap.output.layers import rows_of
from placemap.output.schema import layer_called
from placemap.output.vector import grid_for, write_grid

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = Run(
    version="bench", gazetteer="made up", gazetteer_sha256="0" * 64,
    attribution=("made up, no licence",),
)  # fmt: skip
_EVENTS_IN_DOCUMENT = 10
_SENTENCE = "Shelling was reported near the town on the same day, officials said. "
_DRIVERS = {
    "gpkg": "GPKG", "fgb": "FlatGeobuf", "geojson": "GeoJSON",
    "geojsonl": "GeoJSONSeq", "kml": "LIBKML", "csv": "CSV", "parquet": "",
}  # fmt: skip
_OPTIONS = {"csv": {"GEOMETRY": "AS_WKT"}}
_WITH_TEXTS = ("gpkg", "geojson", "parquet")
_BY_GDAL = ("gpkg", "fgb")
_ALONE = ("acled.csv", "ucdp.csv", "lpf.json", "jsonl")  # pyogrio has nothing like it


def documents(events: int) -> Iterator[ParsedDocument]:
    """Yield made-up documents of ten events each."""
    for number in range(events // _EVENTS_IN_DOCUMENT):
        yield _document(number)


def _document(number: int) -> ParsedDocument:
    text = _SENTENCE * _EVENTS_IN_DOCUMENT
    toponyms, happened, locations = [], [], {}
    for at in range(_EVENTS_IN_DOCUMENT):
        place, where = _place(number * 7 + at)
        start = at * len(_SENTENCE)
        span = Span(start + 31, start + 39)
        mention = Mention(span=span, text=span.of(text))
        toponym = Toponym(
            id=f"t{number}-{at}",
            mention=mention,
            place=place,
            score=0.9,
            reason="bench",
        )
        toponyms.append(toponym)
        locations[place.id] = where
        day = date(2000, 1, 1) + timedelta(days=(number + at) % 9000)
        event_place = EventPlace(
            toponym=toponym.id, place=place.id, where_prec=2, location=where
        )
        happened.append(
            Event(
                id=f"e{number}-{at}", trigger=Span(start, start + 8), type="ASSAULT",
                mode="heavy-weapons", sentence=Span(start, start + len(_SENTENCE) - 1),
                acled="Explosions/Remote violence / Shelling/artillery/missile attack",
                status="attributed", claimant="officials", edtf=day.isoformat(),
                start=day, end=day, date_prec=1, places=(event_place,),
                why={"type": "bench"},
            )
        )  # fmt: skip
    return ParsedDocument(
        document=placemap.Document(
            id=f"d{number}", text=text, title=f"Report {number}", source="bench",
            published=date(2020, 1, 1),
        ),
        toponyms=tuple(toponyms), aliases=(), events=tuple(happened),
        locations=locations, run=_RUN,
    )  # fmt: skip


def _place(number: int) -> tuple[Place, Location]:
    """Return one of 20,000 places: three points to one line and one area."""
    key = number % 20_000
    lon, lat = (key * 0.017) % 350 - 175, (key * 0.007) % 140 - 70
    place = Place(
        id=f"bench:{key}", name=f"Town {key}", lon_deg=lon, lat_deg=lat, kind="P.PPL",
        country="AZ", admin1="Somewhere", names=(Name(text=f"Town {key}", lang="en"),),
    )  # fmt: skip
    corner = [lon + 0.1, lat + 0.1]
    ring = [[lon, lat], [lon + 0.1, lat], corner, [lon, lat + 0.1], [lon, lat]]
    geometry = [
        {"type": "Polygon", "coordinates": [ring]},
        {"type": "LineString", "coordinates": [[lon, lat], corner]},
    ][key % 5 : key % 5 + 1] or [{"type": "Point", "coordinates": [lon, lat]}]
    where = Location(
        lon_deg=lon, lat_deg=lat, uncertainty_m=5_000, method="bench",
        geometry=geometry[0],
    )  # fmt: skip
    return place, where


def write_ours(suffix: str, events: int, folder: Path, *, texts: bool) -> list[float]:
    """Return the seconds of exporting the documents, which are made on the way."""
    settings = {"texts": texts} if suffix in _WITH_TEXTS else {}
    start = time.process_time()
    placemap.export(documents(events), folder / f"ours.{suffix}", **settings)
    return [time.process_time() - start]


def write_plain(suffix: str, events: int, folder: Path) -> list[float]:
    """Return the seconds of making the frames, and of writing them as they are."""
    from pyogrio import write_dataframe

    path = folder / f"plain.{suffix}"
    framing = writing = 0.0
    for layer in _layers(suffix):
        start = time.process_time()
        frame = placemap.to_geodataframe(documents(events), layer=layer)
        made = time.process_time()
        if suffix == "parquet":
            frame.to_parquet(path)
        else:
            options = _OPTIONS.get(suffix, {})
            write_dataframe(
                frame, path, driver=_DRIVERS[suffix], layer=layer, **options
            )
        framing += made - start
        writing += time.process_time() - made
    return [framing, writing]


def write_ready(suffix: str, events: int, folder: Path) -> list[float]:
    """Return the seconds GDAL takes to write our rows once they are ready."""
    path = folder / f"ready.{suffix}"
    writing = 0.0
    for name in _layers(suffix):
        grid = grid_for(layer_called(name), path, crs=None)
        for feature in rows_of(documents(events), grid.layer, _RUN):
            grid.add(feature)
        start = time.process_time()
        write_grid(grid, path, driver=_DRIVERS[suffix])
        writing += time.process_time() - start
    return [writing]


def make_documents(_suffix: str, events: int, _folder: Path) -> list[float]:
    """Return the seconds of making up the documents."""
    start = time.process_time()
    deque(documents(events), maxlen=0)
    return [time.process_time() - start]


_STEPS = {
    "documents": make_documents,
    "ours": partial(write_ours, texts=True),
    "bare": partial(write_ours, texts=False),
    "plain": write_plain,
    "ready": write_ready,
}


def _layers(suffix: str) -> tuple[str, ...]:
    """Return the layers with rows in them; the other formats hold one."""
    return (
        ("events", "mentions", "places", "sources") if suffix == "gpkg" else ("events",)
    )


def do_step(what: str, suffix: str, events: int) -> None:
    """Do one thing, and print its seconds, its peak memory and the size of its file."""
    with TemporaryDirectory() as name:
        _STEPS[what](suffix, _EVENTS_IN_DOCUMENT, Path(name))  # for its imports
    with TemporaryDirectory() as name:
        seconds = _STEPS[what](suffix, events, Path(name))
        size = sum(path.stat().st_size for path in Path(name).iterdir()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*seconds, peak, size)


def measured(what: str, suffix: str, events: int) -> list[float]:
    """Run a step in a process of its own, and return what it printed."""
    command = [sys.executable, __file__, "--events", str(events)]
    result = subprocess.run(
        [*command, "--step", what, "--format", suffix],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [float(word) for word in result.stdout.split()]


def told(suffix: str, events: int, documents_s: float) -> str:
    """Return the line of a format; what the documents take is taken off."""
    is_bare = suffix in _WITH_TEXTS
    ours_s, ours_mb, size = measured("bare" if is_bare else "ours", suffix, events)
    ours_s -= documents_s
    parts = [
        f"{suffix}: {ours_s:.1f} s, {ours_mb:.0f} MB of memory, file {size:.0f} MB"
    ]
    if suffix in _DRIVERS:
        frame_s, plain_s, plain_mb, plain_size = measured("plain", suffix, events)
        frame_s -= documents_s * len(_layers(suffix))
        parts += [
            f"peer {plain_s:.1f} s, {plain_mb:.0f} MB, file {plain_size:.0f} MB",
            f"ratio {ours_s / plain_s:.2f}",
            f"the peer's frames {frame_s:.1f} s",
            f"ratio with them {ours_s / (frame_s + plain_s):.2f}",
        ]
        if suffix in _BY_GDAL:
            ready_s, *_ = measured("ready", suffix, events)
            parts.append(
                f"ours from ready rows {ready_s:.1f} s, ratio {ready_s / plain_s:.2f}"
            )
    if is_bare:
        whole_s, whole_mb, whole_size = measured("ours", suffix, events)
        parts.append(
            f"with the texts {whole_s - documents_s:.1f} s, {whole_mb:.0f} MB, "
            f"file {whole_size:.0f} MB"
        )
    return "; ".join(parts)


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--format", action="append", choices=[*_DRIVERS, *_ALONE])
    parser.add_argument("--step", choices=list(_STEPS), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        do_step(chosen.step, chosen.format[0], chosen.events)
        return
    documents_s, *_ = measured("documents", "gpkg", chosen.events)
    print(
        f"{chosen.events:,} events; making up their documents takes "
        f"{documents_s:.1f} s, which is taken off"
    )
    for suffix in chosen.format or [*_DRIVERS, *_ALONE]:
        print(told(suffix, chosen.events, documents_s), flush=True)


if __name__ == "__main__":
    main()
