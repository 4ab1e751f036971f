"""Whom to ask, as whom, and how the request looks."""

from pathlib import Path

import pytest

from placemap import OnlineService
from placemap.errors import GazetteerError
from placemap.gazetteer.online.service import default_cache

AGENT = "placemap tests (tests@example.org)"


def test_nominatim_is_asked_for_names_divisions_and_population(serve, service_of):
    server = serve("nominatim")
    server.know("Arda")
    (raw,) = service_of(server).connect()("Arda")
    assert raw["display_name"].startswith("Arda")
    (request,) = server.headers
    assert request["User-Agent"] == AGENT
    assert request["path"] == "/search"
    assert request["query"] == {
        "q": "Arda",
        "format": "json",
        "limit": "8",
        "addressdetails": "1",
        "namedetails": "1",
        "extratags": "True",
        "accept-language": "en",
    }


def test_photon_is_asked_in_english(serve, service_of):
    server = serve("photon")
    server.know("Arda")
    (raw,) = service_of(server).connect()("Arda")
    assert raw["properties"]["name"] == "Arda"
    assert server.headers[0]["query"] == {"q": "Arda", "limit": "8", "lang": "en"}


def test_pelias_is_asked_in_english(serve, service_of):
    server = serve("pelias")
    server.know("Arda")
    (raw,) = service_of(server).connect()("Arda")
    assert raw["properties"]["gid"].startswith("whosonfirst")
    assert server.headers[0]["query"] == {"text": "Arda", "lang": "en"}


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias"])
def test_a_name_that_the_service_does_not_have_has_no_answers(kind, serve, service_of):
    assert service_of(serve(kind)).connect()("Nowhere") == []


def test_an_api_in_a_folder_is_asked_there(serve, service_of):
    server = serve("nominatim")
    service = service_of(server, url=f"{server.url}/geo/nominatim/")
    server.fail(200, body=b"[]")
    assert service.connect()("Arda") == []
    assert server.headers[0]["path"] == "/geo/nominatim/search"


def test_no_more_answers_are_taken_than_the_resolver_reads_at_once(serve, service_of):
    server = serve("pelias")
    for _ in range(12):
        server.know("Arda")
    assert len(service_of(server).connect()("Arda")) == 8


@pytest.mark.parametrize(
    "url",
    [
        "localhost:8080",
        "ftp://example.org",
        "https://",
        "https://user:secret@example.org",
        "https://example.org/?key=1",
        "https://example.org/#there",
        "http://[::1",
        "http://example.org:port",
        "http://example.org/a b",
        "http://example.org/\n",
        "",
    ],
)
def test_what_is_no_server_is_refused(url):
    with pytest.raises(GazetteerError, match="expected the address"):
        OnlineService(kind="photon", url=url, agent=AGENT)


@pytest.mark.parametrize("agent", ["", "placemap", "me@example.org\nX-Evil: 1", "мы@"])
def test_whoever_asks_must_be_reachable(agent):
    with pytest.raises(GazetteerError, match="who asks and how to reach"):
        OnlineService(kind="photon", url="http://127.0.0.1", agent=agent)


@pytest.mark.parametrize(
    "settings", [{"delay_s": -1.0}, {"timeout_s": 0.0}, {"retries": -1}]
)
def test_waits_that_make_no_sense_are_refused(settings):
    with pytest.raises(GazetteerError, match="expected a delay"):
        OnlineService(kind="photon", url="http://127.0.0.1", agent=AGENT, **settings)


def test_an_unknown_kind_is_told_the_known_ones():
    with pytest.raises(GazetteerError, match="nominatim, pelias, photon, found 'here'"):
        OnlineService(kind="here", url="http://127.0.0.1", agent=AGENT)


@pytest.mark.parametrize(
    ("url", "is_public"),
    [
        ("https://nominatim.openstreetmap.org", True),
        ("http://NOMINATIM.openstreetmap.org.:80/", True),
        ("https://photon.komoot.io", True),
        ("https://nominatim.example.org", False),
        ("https://notopenstreetmap.org", False),
        ("http://127.0.0.1:8080", False),
    ],
)
def test_servers_for_everybody_are_known(url, is_public):
    service = OnlineService(kind="nominatim", url=url, agent=AGENT)
    assert bool(service.public) == is_public


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias"])
def test_the_attribution_names_server_data_and_licence(kind):
    service = OnlineService(kind=kind, url="https://geo.example.org/x", agent=AGENT)
    assert f"{kind} at geo.example.org" in service.attribution
    assert "OpenStreetMap contributors, ODbL 1.0" in service.attribution


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [
        ("linux", "XDG_CACHE_HOME", "placemap/online.sqlite"),
        ("win32", "LOCALAPPDATA", "placemap/online.sqlite"),
    ],
)
def test_answers_are_kept_in_the_users_folder_for_such(
    platform, variable, expected, monkeypatch, tmp_path
):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert default_cache() == tmp_path / expected


def test_without_a_variable_it_is_the_usual_folder(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert default_cache() == Path("~/.cache/placemap/online.sqlite").expanduser()
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_cache().parts[-3:] == ("Caches", "placemap", "online.sqlite")
