"""What a service answers, in place of a gazetteer that has nothing, to the outputs."""

import json
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner

import placemap
from placemap.cli import main
from placemap.core import Candidate, Document, Mention, Place, Span
from placemap.gazetteer.online.asking import Asker
from placemap.gazetteer.online.layer import OnlineLayer
from placemap.geocoding.local import LocalGeocoder
from placemap.protocols import Gazetteer

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BAKU = Place(id="test:1", name="Baku", lon_deg=49.9, lat_deg=40.4, kind="P.PPLC")


class Local:
    """A gazetteer that knows Baku and Azerbaijan."""

    version, sha256, attribution = "local 1", "00", ("Places: ours",)

    def candidates(self, name, *, limit=10):
        if name == "Azerbaijan":
            country = Place(
                id="iso:AZ", name=name, lon_deg=48, lat_deg=40, kind="A.PCLI",
                country="AZ",
            )  # fmt: skip
            return (Candidate(place=country, score=1.0),)
        return (Candidate(place=BAKU, score=1.0),) if name == "Baku" else ()

    def scan(self, text):
        return [Span(0, 4)] if text.startswith("Baku") else []

    def place(self, place_id):
        return BAKU if place_id == BAKU.id else None

    def shape(self, place_id):
        return None


LOCAL = Local()


def mention(text, **told):
    return Mention(span=Span(0, len(text)), text=text, **told)


@pytest.fixture
def lay_under(service_of):
    def lay(server, **settings):
        service = service_of(server, **settings)
        return OnlineLayer(LOCAL, Asker(service, now=lambda: NOON))

    return lay


def ask_all(layer, *mentions):
    return layer.ask([(m, LOCAL.candidates(m.lookup)) for m in mentions])


def ask(layer, *mentions):
    options, _ = ask_all(layer, *mentions)
    return [found for _, found in options]


# -- as a gazetteer -----------------------------------------------------------------


def test_the_answers_make_a_gazetteer_that_names_both_sources(serve, lay_under):
    _, gazetteer = ask_all(lay_under(serve()))
    assert isinstance(gazetteer, Gazetteer)
    assert (gazetteer.version, gazetteer.sha256) == ("local 1", "00")
    assert gazetteer.attribution[0] == "Places: ours"
    assert "ODbL 1.0" in gazetteer.attribution[1]
    assert gazetteer.scan("Baku said") == [Span(0, 4)]
    assert gazetteer.shape("test:1") is None


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias"])
def test_what_the_local_gazetteer_lacks_is_asked_for(kind, serve, lay_under):
    server = serve(kind)
    server.know("Arda")
    options, gazetteer = ask_all(lay_under(server), mention("Baku"), mention("Arda"))
    assert server.asked == ["Arda"]
    (_, baku), (_, arda) = options
    assert baku[0].place == BAKU
    assert (arda[0].score, arda[0].place.country) == (1.0, "AZ")
    assert gazetteer.candidates("Arda") == arda
    assert gazetteer.candidates("Baku") == baku
    place = gazetteer.place(arda[0].place.id)
    assert place.names[0].source == f"{kind} at {server.url[7:]}, 2026-03-01"
    assert gazetteer.place("test:1") == BAKU


def test_looking_up_sends_nothing(serve, lay_under):
    server = serve()
    server.know("Arda")
    _, gazetteer = ask_all(lay_under(server))
    assert gazetteer.candidates("Arda") == ()
    assert gazetteer.candidates("") == ()
    assert gazetteer.place("nominatim:osm-node-335194511") is None
    assert server.asked == []


def test_what_other_documents_asked_for_is_not_known_to_this_one(serve, lay_under):
    server = serve()
    server.know("Arda")
    layer = lay_under(server)
    ask_all(layer, mention("Arda"))
    options, gazetteer = ask_all(layer, mention("Arda", role="other"))
    assert options == [(mention("Arda", role="other"), ())]
    assert gazetteer.candidates("Arda") == ()


def test_later_runs_know_it_without_asking(serve, lay_under):
    server = serve()
    server.know("Arda")
    first = ask(lay_under(server), mention("Arda"))
    assert ask(lay_under(server), mention("Arda")) == first
    assert server.asked == ["Arda"]


@pytest.mark.parametrize("status", [200, 500])
def test_a_name_is_asked_for_once_in_a_run_found_or_not(status, serve, lay_under):
    server = serve()
    server.fail(status, body=b"[]")
    layer = lay_under(server)
    assert ask(layer, *[mention("Arda")] * 3) == [()] * 3
    assert ask(layer, mention("Arda")) == [()]
    assert server.asked == ["Arda"]


@pytest.mark.parametrize(
    "not_meant",
    [
        mention("Zorbington", role="other"),
        mention("Zorb Airways", role="embedded"),
        mention("Zorbian", form="demonym"),
        mention("Zorban", form="adjective"),
        mention("12-34"),
        mention("Z" * 81),
    ],
    ids=lambda m: m.text[:20],
)
def test_people_demonyms_and_whole_sentences_are_not_sent(not_meant, serve, lay_under):
    server = serve()
    assert ask(lay_under(server), not_meant) == [()]
    assert server.asked == []


def test_the_dictionary_form_is_asked_for_and_line_breaks_are_not(serve, lay_under):
    server = serve()
    ask(lay_under(server), mention("Арде", name="Арда"), mention("Arda\n Bala"))
    assert server.asked == ["Арда", "Arda Bala"]


def test_a_place_that_is_only_called_something_similar_is_no_answer(serve, lay_under):
    server = serve()
    server.know("Arda", called="Arda Street")
    server.know("Arda", called="ARDÂ", osm_id=7)
    server.know("Arda", called="Ardagrad", osm_id=8)
    server.know(
        "Arda",
        called="Berda",
        osm_id=9,
        namedetails={"name": "Berda", "old_name": "Erda; Arda"},
    )
    (found,) = ask(lay_under(server), mention("Arda"))
    assert [(c.place.name, c.score, c.name_kind) for c in found] == [
        ("ARDÂ", 0.9, "local"),
        ("Berda", 1.0, "former"),
    ]


# -- in the pipeline ----------------------------------------------------------------

TEXT = "Floods destroyed 40 homes in the village of Zumbalaville on Monday."


@pytest.fixture
def document():
    return Document(id="1", text=TEXT, published=date(2026, 3, 3))


@pytest.fixture
def flooded(serve):
    """A server that knows the village of `TEXT`."""
    server = serve("nominatim")
    address = {"country_code": "us", "state": "Missouri", "county": "Greene County"}
    server.know("Zumbalaville", -93.2, 37.2, address=address)
    return server


def source_of(server):
    with sqlite3.connect(f"file:{server}?mode=ro", uri=True) as database:
        (asked_at,) = database.execute("SELECT asked_at FROM answers").fetchone()
    database.close()
    return asked_at[:10]


def test_an_event_gets_its_place_and_says_from_whom(flooded, service_of, document):
    service = service_of(flooded)
    parsed = placemap.load(online=service).parse(document)
    source = f"nominatim at {service.host}, {source_of(service.cache)}"
    (toponym,) = parsed.toponyms
    assert toponym.place.id == "nominatim:osm-node-335194511"
    assert toponym.place.kind == "P.PPL"
    assert toponym.reason.endswith(f"not in the gazetteer, but known to {source}")
    assert toponym.candidates[0].score == toponym.score
    (event,) = parsed.events
    assert event.places[0].place == toponym.place.id
    assert event.places[0].location.method == f"point from {source}"
    assert event.why["online"] == source
    assert parsed.locations[toponym.place.id].method == f"point from {source}"
    assert parsed.run.options["online"] == service.title
    assert service.attribution in parsed.run.attribution
    assert flooded.asked == ["Zumbalaville"]


def test_what_nobody_knows_says_who_was_asked(serve, service_of, document):
    parsed = placemap.load(online=service_of(serve())).parse(document)
    (toponym,) = parsed.toponyms
    assert toponym.place is None
    assert "not in gazetteer; nor known to nominatim at 127" in toponym.reason
    assert parsed.events[0].places == ()


def test_without_trouble_nothing_else_changes(flooded, service_of):
    document = Document(id="1", text="Baku said a strike shut Lyon on Monday.")
    plain = placemap.load().parse(document)
    parsed = placemap.load(online=service_of(flooded)).parse(document)
    assert parsed.toponyms == plain.toponyms
    assert parsed.events == plain.events
    assert flooded.asked == []


def test_a_failing_service_leaves_the_results_as_they_are(
    serve, service_of, document, problems
):
    server = serve()
    server.fail(500)
    parsed = placemap.load(online=service_of(server)).parse(document)
    assert parsed.toponyms == placemap.load().parse(document).toponyms
    assert len(problems) == 1


def test_python_is_warned_of_problems(serve, service_of, document):
    server = serve()
    server.fail(500)
    usual = service_of(server)
    service = placemap.OnlineService(
        kind=usual.kind, url=usual.url, agent=usual.agent, cache=usual.cache, retries=0
    )
    with pytest.warns(UserWarning, match="gave no answer for 'Zumbalaville'"):
        placemap.load(online=service).parse(document)


@pytest.mark.parametrize("suffix", ["jsonl", "geojson", "csv", "html", "gpkg"])
def test_every_output_tells_service_date_and_licence(
    suffix, flooded, service_of, document, tmp_path
):
    service = service_of(flooded)
    path = tmp_path / f"out.{suffix}"
    placemap.export(placemap.load(online=service).run([document]), path)
    written = path.read_bytes().decode("utf-8", "replace")
    assert "nominatim:osm-node-335194511" in written
    assert f"{service.title}, {source_of(service.cache)}" in written
    assert "ODbL 1.0" in written


def test_reports_with_answers_are_read_back_as_they_were(
    flooded, service_of, document, tmp_path
):
    parsed = placemap.load(online=service_of(flooded)).parse(document)
    placemap.export([parsed], tmp_path / "out.jsonl")
    (back,) = placemap.read_report(tmp_path / "out.jsonl")
    assert back.toponyms[0].reason == parsed.toponyms[0].reason
    assert back.events == parsed.events
    assert back.run == parsed.run


def test_labels_may_ask_for_the_names_of_the_service(flooded, service_of, document):
    names = {"name": "Zumbalaville", "name:ru": "Зумбалавиль", "name:de": "Zumbalstadt"}
    flooded.places["Zumbalaville"][0]["namedetails"] = names
    pipeline = placemap.load(online=service_of(flooded), labels="ru")
    (toponym,) = pipeline.parse(document).toponyms
    texts = [name.text for name in toponym.place.names]
    assert "Зумбалавиль" in texts
    assert "Zumbalstadt" not in texts


# -- and without --------------------------------------------------------------------

OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("a socket was opened")
socket.socket.__init__ = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from click.testing import CliRunner

import placemap
from placemap.cli import main
report = placemap.load().run([placemap.Document(id="1", text=sys.argv[1])])
placemap.export(report, sys.argv[2])
able = ("geopy", "placemap.gazetteer.online")
print(sorted(name for name in sys.modules if name.startswith(able)))
"""


def test_by_default_no_socket_is_opened_and_nothing_that_could_is_imported(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, TEXT, tmp_path / "out.jsonl"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout.replace("'", '"')) == []
    assert "Zumbalaville" in (tmp_path / "out.jsonl").read_text("utf-8")


def test_importing_placemap_does_not_import_geopy():
    code = "import placemap, sys; print('geopy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


# -- on the command line ------------------------------------------------------------


@pytest.fixture
def run(tmp_path):
    """Run a command on `TEXT` that asks a server."""
    (tmp_path / "in.txt").write_text(TEXT, encoding="utf-8")

    def invoke(server, *options):
        given = ["parse", str(tmp_path / "in.txt"), "--online", server.kind]
        given += ["--online-url", server.url, "--online-agent", "me (me@example.org)"]
        given += ["--online-cache", str(tmp_path / "c.sqlite"), "--online-delay", "0"]
        return CliRunner().invoke(main, [*given, *options])

    return invoke


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias"])
def test_a_command_asks_and_a_second_one_does_not(kind, serve, run):
    server = serve(kind)
    server.know("Zumbalaville", -93.2, 37.2)
    first, second = run(server), run(server)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert f'"id":"{kind}:' in first.stdout
    assert first.stdout == second.stdout
    assert server.asked == ["Zumbalaville"]
    assert server.headers[0]["User-Agent"] == "me (me@example.org)"


def test_a_command_goes_on_past_a_failure_and_says_so(serve, run):
    server = serve()
    server.fail(400, body=b"\x1b[31m")
    result = run(server)
    assert result.exit_code == 0
    assert "Warning: nominatim at 127.0.0.1" in result.stderr
    assert "gave no answer for 'Zumbalaville'" in result.stderr
    assert "\x1b" not in result.stderr
    assert "Zumbalaville" in result.stdout


# -- geometry -----------------------------------------------------------------------


def test_a_division_is_drawn_as_the_circle_of_its_extent_and_says_so(serve, lay_under):
    server = serve()
    server.know(
        "Arda District",
        osm_type="relation",
        addresstype="county",
        type="administrative",
        **{"class": "boundary"},
    )
    layer = lay_under(server)
    _, gazetteer = ask_all(layer, mention("Arda District"))
    place = gazetteer.place("nominatim:osm-relation-335194511")
    assert (place.kind, place.admin1, place.admin2) == ("A.ADM2", "Karabakh", "")
    located = {place.id: LocalGeocoder(gazetteer).locate(place)}
    marked = layer.mark_locations(located)[place.id]
    assert marked.geometry["type"] == "Polygon"
    assert marked.uncertainty_m == place.radius_m
    assert marked.method.startswith("circle of extent from nominatim at 127.0.0.1")


def test_other_places_are_located_as_ever(serve, lay_under):
    located = {BAKU.id: LocalGeocoder(LOCAL).locate(BAKU)}
    assert lay_under(serve()).mark_locations(located) == located
