"""Print what the web map costs by the number of events, beside folium's own ways.

All methods show the same points in the same run: `folium.Marker` with a popup each,
`FastMarkerCluster` and `GeoJson` of circle markers. Peers load their libraries from
`--libraries`, a ``node_modules`` folder, since nothing is asked of any network. A page
counts as interactive when its main thread has answered at once for a while.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import (
    Document,
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
    content_id,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Route

ROOT = Path(__file__).parents[1]
RUN = Run(version="bench", gazetteer="made up", gazetteer_sha256="0" * 64)
TYPES = ("ASSAULT", "AID", "PROTEST", "DISASTER", "CONSULT", "ACCIDENT", "AGREE")
STATUSES = ("asserted", "attributed", "attributed", "denied", "future", "historical")
PLACES = 3_000
EVENTS_PER_REPORT = 8
WORDS_PER_SENTENCE = 24
SHARE_PLACED = 0.95
SYLLABLES = "ba ko mir tan el sha gor vi lun dar os pet".split()
MOST_SECONDS = 120
# Waits until the main thread is free, and tells since when, in ms from the first byte.
QUIET = """() => new Promise((done) => {
  let since = performance.now();
  const look = () => {
    const asked = performance.now();
    setTimeout(() => {
      const now = performance.now();
      if (now - asked > 50) since = now;
      if (now - since > 300) done(since);
      else look();
    }, 5);
  };
  requestAnimationFrame(() => requestAnimationFrame(() => {
    since = performance.now();
    look();
  }));
})"""


class Cost(NamedTuple):
    """Seconds to write, megabytes of file, seconds until interactive, MB of heap."""

    written_s: float
    file_mb: float
    open_s: float | None
    heap_mb: float | None


def vocabulary() -> list[str]:
    """Return the words of the example reports, the frequent ones more than once."""
    texts = sorted((ROOT / "examples").glob("*.txt"))
    return " ".join(path.read_text(encoding="utf-8") for path in texts).split()


def make_places(draw: random.Random) -> list[Place]:
    """Return places in lumps, as news has them."""
    middles = [(draw.uniform(-110, 140), draw.uniform(-30, 60)) for _ in range(60)]
    places = []
    for key in range(PLACES):
        lon, lat = draw.choice(middles)
        syllables = draw.choices(SYLLABLES, k=3)
        name = "".join(syllables).title()
        places.append(
            Place(
                id=f"geonames:{key}",
                name=name,
                lon_deg=round(lon + draw.gauss(0, 2), 5),
                lat_deg=round(lat + draw.gauss(0, 2), 5),
                kind=draw.choice(("P.PPL", "P.PPL", "P.PPL", "P.PPL", "A.ADM2")),
                country=draw.choice(("FR", "IR", "BR", "NG", "IN", "UA")),
                admin1="".join(draw.choices(syllables, k=2)).title(),
                names=(Name(text=f"{name}a", lang="fr", kind="local"),),
            )
        )
    return places


def make_reports(n: int) -> list[ParsedDocument]:
    """Return reports with `n` events; the same n gives the same reports."""
    draw = random.Random(n)
    words, places = vocabulary(), make_places(draw)
    reports = []
    while n > 0:
        number = min(n, EVENTS_PER_REPORT)
        reports.append(make_report(len(reports), number, draw, words, places))
        n -= number
    return reports


def make_report(
    key: int, n: int, draw: random.Random, words: list[str], places: list[Place]
) -> ParsedDocument:
    """Return one report of `n` sentences, each of which tells an event."""
    text, events, toponyms, locations = "", [], [], {}
    for _ in range(n):
        place = draw.choice(places)
        start = len(text)
        told = draw.choices(words, k=WORDS_PER_SENTENCE)
        text += f"Shells fell on {place.name} {' '.join(told)}. "
        at = start + len("Shells fell on ")
        span = Span(at, at + len(place.name))
        toponym = Toponym(
            id=content_id("t", key, at),
            mention=Mention(span=span, text=place.name),
            place=place,
            score=round(draw.uniform(0.4, 1), 3),
            reason="best known of that name near the other places",
        )
        toponyms.append(toponym)
        is_division = place.kind == "A.ADM2"
        locations[place.id] = Location(
            lon_deg=place.lon_deg,
            lat_deg=place.lat_deg,
            uncertainty_m=draw.choice((1, 3, 5)) * (10_000 if is_division else 1_000),
            method="gazetteer point",
            geometry={"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]},
        )
        day = date(2023, 1, 1) + timedelta(days=draw.randrange(700))
        status = draw.choice(STATUSES)
        events.append(
            Event(
                id=content_id("e", key, start),
                trigger=Span(start, start + len("Shells fell")),
                type=draw.choice(TYPES),
                sentence=Span(start, len(text) - 1),
                status=status,
                claimant=draw.choice(words) if status == "attributed" else "",
                edtf=day.isoformat(),
                start=day,
                end=day,
                date_prec=1,
                score=round(draw.uniform(0.3, 1), 3),
                why={"place": "object of 'on'", "type": "trigger 'shells fell'"},
                places=(
                    EventPlace(
                        toponym=toponym.id,
                        place=place.id,
                        where_prec=3 if is_division else 1,
                        location=locations[place.id],
                    ),
                )
                * (draw.random() < SHARE_PLACED),
            )
        )
    document = Document(
        id=content_id("d", key),
        text=text,
        title=" ".join(draw.choices(words, k=7)),
        source=f"Courier {key % 40}",
        published=date(2024, 12, 1),
        language="en",
    )
    return ParsedDocument(
        document=document,
        toponyms=tuple(toponyms),
        aliases=(),
        events=tuple(events),
        locations=locations,
        run=RUN,
    )


def rows(reports: list[ParsedDocument]) -> list[tuple[float, float, str]]:
    """Return latitude, longitude and sentence of each event."""
    return [
        (
            event.places[0].location.lat_deg,
            event.places[0].location.lon_deg,
            event.sentence.of(report.document.text),
        )
        for report in reports
        for event in report.events
        if event.sentence and event.places and event.places[0].location
    ]


def write_placemap(reports: list[ParsedDocument], path: Path) -> None:
    """Write the whole interface with texts, table, timeline and filters."""
    import placemap

    placemap.save_map(reports, path)


def write_markers(reports: list[ParsedDocument], path: Path) -> None:
    """Write a `folium.Marker` with a popup for each event."""
    import folium

    chart = folium.Map(tiles=None, location=(20, 0), zoom_start=2)
    for lat, lon, text in rows(reports):
        folium.Marker((lat, lon), popup=text).add_to(chart)
    chart.save(str(path))


def write_fast_cluster(reports: list[ParsedDocument], path: Path) -> None:
    """Write a `FastMarkerCluster` whose markers have the sentence as popup."""
    import folium
    from folium.plugins import FastMarkerCluster

    chart = folium.Map(tiles=None, location=(20, 0), zoom_start=2, maxZoom=18)
    callback = "function (row) { return L.marker([row[0], row[1]]).bindPopup(row[2]); }"
    FastMarkerCluster(rows(reports), callback=callback).add_to(chart)
    chart.save(str(path))


def write_geojson(reports: list[ParsedDocument], path: Path) -> None:
    """Write a `GeoJson` layer of circle markers with the sentence as popup."""
    import folium

    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"text": text},
        }
        for lat, lon, text in rows(reports)
    ]
    chart = folium.Map(tiles=None, location=(20, 0), zoom_start=2, prefer_canvas=True)
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        marker=folium.CircleMarker(radius=4),
        popup=folium.GeoJsonPopup(["text"]),
    ).add_to(chart)
    chart.save(str(path))


METHODS: dict[str, Callable[[list[ParsedDocument], Path], None]] = {
    "placemap": write_placemap,
    "folium.Marker": write_markers,
    "FastMarkerCluster": write_fast_cluster,
    "GeoJson": write_geojson,
}


def serve(libraries: Path | None) -> Callable[[Route], None]:
    """Return a handler that answers what a page asks of the network from a folder."""
    cluster = "leaflet.markercluster"
    known = {
        "leaflet.js": "leaflet/dist/leaflet.js",
        "leaflet.css": "leaflet/dist/leaflet.css",
        f"{cluster}.js": f"{cluster}/dist/{cluster}.js",
        "jquery": "jquery/dist/jquery.min.js",
    }

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:", "blob:")):
            route.continue_()
            return
        found = next(
            (p for key, p in known.items() if key in url.rpartition("/")[2]), ""
        )
        path = libraries / found if libraries and found else None
        if path is not None and path.exists():
            route.fulfill(path=path)
        else:
            route.fulfill(body="")

    return answer


def open_page(
    browser: Browser, path: Path, libraries: Path | None
) -> tuple[float | None, float | None]:
    """Return the seconds until interactive and the heap in MB; None when it gave up."""
    from playwright.sync_api import Error

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("**/*", serve(libraries))
    context.set_default_timeout(MOST_SECONDS * 1000)
    page = context.new_page()
    page.on("pageerror", lambda error: print(f"{path.name}: {error}"))
    try:
        page.goto(path.as_uri())
        quiet_ms = page.evaluate(QUIET)
        heap = page.evaluate("performance.memory.usedJSHeapSize")
    except Error:
        return None, None
    finally:
        context.close()
    return quiet_ms / 1000, heap / 1e6


def measure(
    method: str,
    reports: list[ParsedDocument],
    folder: Path,
    browser: Browser,
    libraries: Path | None,
) -> Cost:
    """Write the map of `reports` by a method, then open it."""
    path = folder / "map.html"
    start = time.perf_counter()
    METHODS[method](reports, path)
    written = time.perf_counter() - start
    seconds, heap = open_page(browser, path, libraries)
    return Cost(written, path.stat().st_size / 1e6, seconds, heap)


def told(number: float | None) -> str:
    """Return a figure as it is printed."""
    return "gave up" if number is None else f"{number:.2f}"


def main() -> None:
    """Print a line for each method and number of events."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--events", nargs="*", type=int, default=[1, 100, 10_000, 100_000]
    )
    parser.add_argument("--methods", nargs="*", choices=METHODS, default=list(METHODS))
    parser.add_argument("--libraries", type=Path, help="node_modules for the peers")
    options = parser.parse_args()
    print(f"{'events':>8} {'method':<18} {'write s':>8} {'file MB':>8} "
          f"{'open s':>8} {'heap MB':>8}")  # fmt: skip
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
        )
        for n in options.events:
            reports = make_reports(n)
            for method in options.methods:
                cost = measure(
                    method, reports, Path(folder), browser, options.libraries
                )
                figures = " ".join(f"{told(figure):>8}" for figure in cost)
                print(f"{n:>8} {method:<18} {figures}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
