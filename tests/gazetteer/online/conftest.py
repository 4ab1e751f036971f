"""Servers on the loopback interface that speak as Nominatim, Photon and Pelias do.

The layouts follow the services' documentation; the places are made up, but for those
in which they are said to lie.
"""

import json
import socket
import threading
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

import placemap

PATHS = {"nominatim": "/search", "photon": "/api", "pelias": "/v1/search"}
EMPTY = {
    "nominatim": [],
    "photon": {"type": "FeatureCollection", "features": []},
    "pelias": {
        "geocoding": {"version": "0.2", "attribution": "http://localhost/attribution"},
        "type": "FeatureCollection",
        "features": [],
    },
}


def nominatim_place(name, lon, lat, **told):
    """Return a place as `/search?format=json` lists it."""
    address = {
        "village": name,
        "county": "Tartar District",
        "state": "Karabakh",
        "country": "Azerbaijan",
        "country_code": "az",
        **told.pop("address", {}),
    }
    return {
        "place_id": 259137,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. "
        "http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 335194511,
        "boundingbox": [
            str(lat - 0.02), str(lat + 0.02), str(lon - 0.02), str(lon + 0.02),
        ],
        "lat": str(lat),
        "lon": str(lon),
        "display_name": ", ".join([name, *list(address.values())[1:-1]]),
        "class": "place",
        "type": "village",
        "place_rank": 19,
        "importance": 0.2533,
        "addresstype": "village",
        "name": name,
        "address": address,
        "namedetails": {"name": name, "name:en": name},
        "extratags": {"population": "1 204", "wikidata": "Q1"},
        **told,
    }  # fmt: skip


def photon_feature(name, lon, lat, **told):
    """Return a feature as `/api` lists it."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "osm_type": "N",
            "osm_id": 335194511,
            "osm_key": "place",
            "osm_value": "village",
            "type": "city",
            "countrycode": "AZ",
            "country": "Azerbaijan",
            "state": "Karabakh",
            "county": "Tartar District",
            "name": name,
            "extent": [lon - 0.02, lat + 0.01, lon + 0.02, lat - 0.01],
            **told,
        },
    }


def pelias_feature(name, lon, lat, **told):
    """Return a feature as `/v1/search` lists it."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "id": "1108732981",
            "gid": "whosonfirst:locality:1108732981",
            "layer": "locality",
            "source": "whosonfirst",
            "source_id": "1108732981",
            "name": name,
            "confidence": 1,
            "match_type": "exact",
            "accuracy": "centroid",
            "country": "Azerbaijan",
            "country_gid": "whosonfirst:country:85632773",
            "country_a": "AZE",
            "region": "Karabakh",
            "county": "Tartar District",
            "locality": name,
            "label": f"{name}, Azerbaijan",
            **told,
        },
        "bbox": [lon - 0.02, lat - 0.01, lon + 0.02, lat + 0.01],
    }


MAKERS = {
    "nominatim": nominatim_place,
    "photon": photon_feature,
    "pelias": pelias_feature,
}


def as_answer(kind, places):
    """Return the whole answer that lists these places."""
    if kind == "nominatim":
        return list(places)
    return {**EMPTY[kind], "features": list(places)}


class Server(ThreadingHTTPServer):
    """Answers from `places` by name, after the troubles in `plan` are used up.

    A trouble is status, headers and body to answer with; or a callable, called with
    the handler of the request in place of the answer.
    """

    daemon_threads = True

    def __init__(self, kind):
        super().__init__(("127.0.0.1", 0), Handler)
        self.kind = kind
        self.places = {}
        self.plan = []
        self.asked = []
        self.headers = []
        self.patience = threading.Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def know(self, name, lon=46.8, lat=40.2, *, called=None, **told):
        place = MAKERS[self.kind](called or name, lon, lat, **told)
        self.places.setdefault(name, []).append(place)

    def fail(self, status, *, body=b"", **headers):
        self.plan.append((status, headers, body))

    def stall(self, after=b""):
        """Send so much of an answer, and no more before the test is over."""

        def wait(handler):
            if after:
                handler.wfile.write(after)
                handler.wfile.flush()
            self.patience.wait(30)

        self.plan.append(wait)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        parts = urlsplit(self.path)
        query = {key: value[0] for key, value in parse_qs(parts.query).items()}
        name = query.get("q") or query.get("text")
        server.asked.append(name)
        server.headers.append({**self.headers, "path": parts.path, "query": query})
        trouble = server.plan.pop(0) if server.plan else None
        if callable(trouble):
            trouble(self)
            return
        if trouble is not None:
            self.answer(*trouble)
            return
        if parts.path != PATHS[server.kind]:
            self.answer(404, {}, b"not found")
            return
        found = as_answer(server.kind, server.places.get(name, ()))
        self.answer(200, {}, json.dumps(found).encode())

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextmanager
def serving(kind):
    """Run a server until the block ends."""
    with Server(kind) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.patience.set()
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse connections to anything but this machine."""
    connect = socket.socket.connect

    def refuse(self, address, *args):
        if isinstance(address, tuple) and address[0] == "127.0.0.1":
            return connect(self, address, *args)
        pytest.fail(f"a test tried to open a network connection to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def serve():
    """Start a server of a kind; it runs until the test ends."""
    with ExitStack() as running:
        yield lambda kind="nominatim": running.enter_context(serving(kind))


@pytest.fixture
def make_raw():
    """Make one raw answer of a kind of service, as its documentation has it."""
    return lambda kind, name="Arda", lon=46.8, lat=40.2, **told: MAKERS[kind](
        name, lon, lat, **told
    )


@pytest.fixture
def problems():
    """What a service had to say of its troubles."""
    return []


@pytest.fixture
def service_of(tmp_path, problems):
    """Make the settings for a server, impatient and without delays."""

    def make(server, **settings):
        usual = {
            "kind": server.kind,
            "url": server.url,
            "agent": "placemap tests (tests@example.org)",
            "cache": tmp_path / "online.sqlite",
            "delay_s": 0.0,
            "retry_after_s": 0.0,
            "retries": 0,
            "on_problem": problems.append,
        }
        return placemap.OnlineService(**{**usual, **settings})

    return make


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now = 0.0
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def time(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    """Put the clock that geopy's RateLimiter goes by under the test's control."""
    clock = Clock()
    monkeypatch.setattr("geopy.extra.rate_limiter.sleep", clock.sleep)
    monkeypatch.setattr("geopy.extra.rate_limiter.default_timer", clock.time)
    return clock
