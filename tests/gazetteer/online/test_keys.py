"""Where a key comes from, which services get one, and that nothing else does."""

import json
import logging

import pytest

import placemap
from placemap import Document, OnlineService
from placemap.errors import GazetteerError
from placemap.gazetteer.online.asking import Asker
from placemap.gazetteer.online.keys import read_key

AGENT = "placemap tests (tests@example.org)"
TEXT = "Floods destroyed 40 homes in the village of Zumbalaville on Monday."
KEY = "ge-0123/secret+KEY="
ENCODED = "ge-0123%2Fsecret%2BKEY%3D"


def test_a_key_is_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("MY_KEY", f" {KEY}\n")
    assert read_key("env:MY_KEY") == KEY


def test_a_key_is_read_from_a_file(tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n")
    assert read_key(f"file:{tmp_path / 'key'}") == KEY


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("env:MISSING_KEY", "there is no key in env:MISSING_KEY"),
        ("env:EMPTY_KEY", "there is no key in env:EMPTY_KEY"),
        ("env:SHORT_KEY", "expected a key in env:SHORT_KEY: one line of 8 or more"),
        ("file:missing.txt", "cannot read the key in missing.txt: No such file"),
        ("file:empty.txt", "there is no key in file:empty.txt"),
        ("file:lines.txt", "expected a key in file:lines.txt"),
        ("file:picture.png", "there is no key in file:picture.png"),
        ("env:", "expected env:NAME or file:PATH"),
        (KEY, "expected env:NAME or file:PATH"),
        (f"key:{KEY}", "expected env:NAME or file:PATH"),
    ],
)
def test_a_key_that_is_not_there_is_told_and_none_is_shown(
    monkeypatch, tmp_path, source, message
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EMPTY_KEY", " ")
    monkeypatch.setenv("SHORT_KEY", "secret")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "lines.txt").write_text(f"{KEY}\n{KEY}\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    with pytest.raises(GazetteerError, match=message) as caught:
        read_key(source)
    assert "secret" not in repr(caught.value)


@pytest.mark.parametrize(
    ("kind", "url", "key", "message"),
    [
        ("pelias", "https://api.geocode.earth", "", "answers nobody without a key"),
        ("pelias", "https://api.stadiamaps.com/geocoding", "", "without a key: give"),
        ("nominatim", "https://us1.LOCATIONIQ.com/v1", "", "without a key"),
        ("photon", "https://photon.example.org", KEY, "photon takes no key"),
        ("pelias", "http://geo.example.org", KEY, "goes to https only"),
        ("pelias", "http://127.0.0.1.example.org", KEY, "goes to https only"),
        ("pelias", "https://geo.example.org", "a b\nc", "expected a key of 8"),
    ],
)
def test_a_key_that_is_missing_useless_or_overheard_is_refused(kind, url, key, message):
    with pytest.raises(GazetteerError, match=message) as caught:
        OnlineService(kind=kind, url=url, agent=AGENT, key=key)
    assert "secret" not in repr(caught.value)


@pytest.mark.parametrize(
    ("kind", "url", "key"),
    [
        ("pelias", "https://api.geocode.earth", KEY),
        ("pelias", "https://notgeocode.earth.example.org", ""),
        ("nominatim", "http://localhost:8080", KEY),
        ("nominatim", "http://[::1]:8080", KEY),
    ],
)
def test_a_service_with_the_key_it_needs_does_not_show_it(kind, url, key):
    service = OnlineService(kind=kind, url=url, agent=AGENT, key=key)
    assert "secret" not in repr(service) + service.title + service.attribution


@pytest.mark.parametrize(
    ("kind", "name"), [("pelias", "api_key"), ("nominatim", "key")]
)
def test_the_key_goes_with_each_request(kind, name, serve, service_of):
    server = serve(kind)
    server.know("Arda")
    assert service_of(server, key=KEY).connect()("Arda")
    assert server.headers[0]["query"][name] == KEY
    assert KEY not in str({**server.headers[0], "query": ""})


def test_without_a_key_none_is_sent(serve, service_of):
    server = serve("pelias")
    service_of(server).connect()("Arda")
    assert "api_key" not in server.headers[0]["query"]


ECHO = f"key {KEY} or {ENCODED} or {ENCODED.lower()}"


@pytest.mark.parametrize("kind", ["pelias", "nominatim"])
@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, ECHO),
        (401, ECHO),
        (403, json.dumps({"error": ECHO}).replace("/", r"\/")),
        (429, ECHO),
        (500, ECHO),
        (200, ECHO),
        (200, json.dumps([ECHO])),
    ],
)
def test_a_server_that_gives_the_key_back_does_not_spread_it(
    kind, status, body, serve, service_of, problems, caplog, tmp_path
):
    caplog.set_level(logging.DEBUG)
    server = serve(kind)
    server.fail(status, body=body.encode())
    asker = Asker(service_of(server, key=KEY, retries=1))
    asker.ask("Arda")
    told = caplog.text + "".join(problems) + "".join(map(repr, problems))
    assert "geocode" in caplog.text  # geopy did write its log
    assert "secret" not in told.lower()
    assert b"secret" not in (tmp_path / "online.sqlite").read_bytes()


def test_a_place_that_holds_the_key_is_kept_without_it(serve, service_of, tmp_path):
    server = serve("nominatim")
    server.know("Arda", licence=f"for {KEY}")
    answer = Asker(service_of(server, key=KEY)).ask("Arda")
    assert answer.found[0]["licence"] == "for ***"
    assert b"secret" not in (tmp_path / "online.sqlite").read_bytes()


def test_the_error_that_reaches_python_holds_no_key(serve, service_of):
    import traceback

    from geopy.exc import GeocoderAuthenticationFailure

    server = serve("pelias")
    server.fail(401, body=ECHO.encode())
    with pytest.raises(GeocoderAuthenticationFailure) as caught:
        service_of(server, key=KEY).connect()("Arda")
    assert "secret" not in "".join(traceback.format_exception(caught.value))


def test_results_of_a_run_with_a_key_do_not_hold_it(serve, service_of, tmp_path):
    server = serve("pelias")
    server.know("Zumbalaville", country_gid=KEY)
    pipeline = placemap.load(online=service_of(server, key=KEY))
    document = Document(id="d", text=TEXT)
    (parsed,) = pipeline.run([document])
    assert server.asked == ["Zumbalaville"]
    assert parsed.toponyms[0].place.id.startswith("pelias:")
    for name in ("e.jsonl", "e.geojson", "e.gpkg", "e.html"):
        content = placemap.export([parsed], tmp_path / name).read_bytes()
        assert b"secret" not in content


def test_a_timeout_with_a_key_is_a_timeout_as_ever(serve, service_of, problems):
    server = serve("pelias")
    server.stall()
    Asker(service_of(server, key=KEY, timeout_s=0.1)).ask("Arda")
    assert "GeocoderTimedOut: Service timed out" in problems[0]


@pytest.mark.parametrize(("kind", "is_told"), [("pelias", True), ("photon", False)])
def test_a_refusal_without_a_key_says_how_to_give_one(
    kind, is_told, serve, service_of, problems
):
    server = serve(kind)
    server.fail(401)
    Asker(service_of(server)).ask("Arda")
    assert ("--online-key env:NAME or file:PATH" in problems[-1]) == is_told


def test_a_refusal_of_the_key_does_not_ask_for_one(serve, service_of, problems):
    server = serve("pelias")
    server.fail(403)
    Asker(service_of(server, key=KEY)).ask("Arda")
    assert "it is asked no more" in problems[-1]
    assert "--online-key" not in problems[-1]
