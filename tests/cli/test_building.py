"""Building and downloading; downloads come from the loopback interface only."""

import json
import socket
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from placemap.cli import main

TABLE = "id,name,lon,lat,kind,country\n1,Zorbagrad,5.5,51.5,P.PPL,NL\n"
GEONAMES = "\t".join(
    "1000001,Zorbagrad,Zorbagrad,Zorbville,51.5,5.5,P,PPL,NL,,07,,,,4200,,3,,2024-02-03"
    .split(",")
)  # fmt: skip


def call(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


def build(*arguments, exit_code=0):
    result = call("gazetteer", "build", *arguments)
    assert result.exit_code == exit_code, result.output
    assert result.stdout == ""
    return result


def lookup(name, path):
    return json.loads(call("lookup", name, "--json", "--gazetteer", path).stdout)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "towns.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def target(tmp_path):
    return tmp_path / "new" / "own.gazetteer"


# -- build --------------------------------------------------------------------------


def test_a_table_becomes_a_gazetteer_that_lookup_takes(table, target):
    licence = "Town list 2024, CC0"
    result = build("--csv", table, "-o", target, "--attribution", licence)
    assert "own.gazetteer: 1 place, 1 name" in result.stderr
    assert [place["id"] for place in lookup("Zorbagrad", target)] == ["towns:1"]
    assert licence in call("gazetteer", "info", "--gazetteer", target).stdout


def test_rows_that_cannot_be_used_are_told_and_the_others_written(table, target):
    table.write_text(TABLE + "2,Nowhere,999,0,P.PPL,NL\n", encoding="utf-8")
    result = build("--csv", table, "-o", target, exit_code=1)
    assert "towns.csv, line 3: expected lon in degrees" in result.stderr
    assert "1 row left out" in result.stderr
    assert lookup("Zorbagrad", target)


def test_a_table_without_places_writes_nothing(table, target):
    table.write_text("name,lon,lat\n", encoding="utf-8")
    result = build("--csv", table, "-o", target, exit_code=1)
    assert "expected at least one place" in result.stderr
    assert not target.exists()


@pytest.mark.parametrize(
    ("layout", "option", "path"),
    [
        ("lpf", "--lpf", "ad.json"),
        ("csv", "--csv", "ad"),
        ("gpkg", "--vector", "a.gpkg"),
    ],
)
def test_what_export_writes_build_reads(layout, option, path, tmp_path, target):
    path = tmp_path / path
    call("gazetteer", "export", "--to", layout, "-o", path, "--country", "AD")
    build(option, path, "-o", target, "--quiet")
    assert lookup("Encamp", target)[0]["country"] == "AD"


def test_a_layer_of_a_gis_file_can_be_named(tmp_path, target):
    path = tmp_path / "ad.gpkg"
    call("gazetteer", "export", "--to", "gpkg", "-o", path, "--country", "AD")
    build("--vector", path, "--layer", "areas", "-o", target)
    info = json.loads(call("gazetteer", "info", "--json", "--gazetteer", target).stdout)
    assert info["counts"]["shapes"] == info["counts"]["places"] > 0


def test_a_dump_is_built_with_curated_tables_over_it(tmp_path, target):
    dump, curated = tmp_path / "dump", tmp_path / "curated"
    dump.mkdir()
    curated.mkdir()
    (dump / "NL.txt").write_text(GEONAMES + "\n", encoding="utf-8")
    (curated / "names.csv").write_text(
        "place,text,lang,kind,used_by,from,to,source\n"
        "geonames:1000001,Oldzorb,,former,elders,,1950,own\n"
        "geonames:999,Absent,,former,,,,own\n",
        encoding="utf-8",
    )
    build("--geonames", dump, "--curated", curated, "-o", target)
    assert [p["id"] for p in lookup("Oldzorb", target)] == ["geonames:1000001"]
    assert lookup("Absent", target) == []


def test_curated_tables_are_laid_over_other_sources_too(table, tmp_path, target):
    curated = tmp_path / "curated"
    curated.mkdir()
    (curated / "names.csv").write_text(
        "place,text,lang,kind,used_by,from,to,source\n"
        "towns:1,Oldzorb,,former,elders,,1950,own\n",
        encoding="utf-8",
    )
    build("--csv", table, "--curated", curated, "-o", target)
    assert [p["id"] for p in lookup("Oldzorb", target)] == ["towns:1"]


def test_a_source_that_is_none_is_told_without_a_traceback(tmp_path, target):
    path = tmp_path / "broken.gpkg"
    path.write_bytes(b"nothing of the kind")
    for option in ("--vector", "--lpf", "--csv"):
        result = build(option, path, "-o", target, exit_code=1)
        assert result.stderr.startswith("Error: ")
        assert "broken.gpkg" in result.stderr
    result = build("--geonames", tmp_path, "-o", target, exit_code=1)
    assert result.stderr.startswith("Error: ")


def test_a_build_that_makes_no_sense_is_a_usage_error(table, target):
    both = build("--csv", table, "--lpf", table, "-o", target, exit_code=2)
    assert "found --lpf, --csv" in both.stderr
    build("-o", target, exit_code=2)
    build("--csv", table, exit_code=2)
    build("--csv", table, "--layer", "x", "-o", target, exit_code=2)
    folder = table.parent
    build("--geonames", folder, "--attribution", "x", "-o", target, exit_code=2)


# -- download -----------------------------------------------------------------------


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """In place of the fixture for all tests: this machine may be connected to."""
    connect = socket.socket.connect

    def refuse_others(self, address, *args):
        assert address[0] == "127.0.0.1"
        return connect(self, address, *args)

    monkeypatch.setattr(socket.socket, "connect", refuse_others)


@pytest.fixture
def mirror(tmp_path):
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "NL.txt").write_text(GEONAMES + "\n", encoding="utf-8")
    (shelf / "info.txt").write_bytes(b"x" * 1234)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=shelf))
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


def download(folder, *arguments):
    return call("gazetteer", "download", folder, *arguments)


def test_download_says_what_it_fetches_and_under_which_licence(mirror, tmp_path):
    files = "--files", "NL.txt", "--files", "info.txt"
    result = download(tmp_path / "dump", *files, "--mirror", mirror)
    assert result.exit_code == 0, result.stderr
    assert f"fetching from {mirror}: NL.txt, info.txt" in result.stderr
    assert "CC BY 4.0" in result.stderr
    assert "info.txt: 1,234 bytes" in result.stderr
    assert (tmp_path / "dump" / "info.txt").read_bytes() == b"x" * 1234


def test_what_was_downloaded_can_be_built(mirror, tmp_path, target):
    dump = tmp_path / "dump"
    for _ in range(2):  # the second time it is up to date
        result = download(dump, "--files", "NL.txt", "--mirror", mirror, "--quiet")
        assert (result.exit_code, result.output) == (0, "")
    build("--geonames", dump, "-o", target)
    assert lookup("Zorbville", target)


@pytest.mark.parametrize("name", ["missing.zip", "../NL.txt", ".hidden"])
def test_a_file_that_cannot_be_had_is_named(name, mirror, tmp_path):
    result = download(tmp_path / "dump", "--files", name, "--mirror", mirror)
    assert result.exit_code == 1
    assert name in result.stderr.splitlines()[-1]


def test_a_folder_that_cannot_be_made_is_told(mirror, tmp_path):
    (tmp_path / "file").write_text("")
    inner = tmp_path / "file" / "dump"
    result = download(inner, "--files", "NL.txt", "--mirror", mirror)
    assert result.exit_code == 1
    assert "choose another folder" in result.stderr


def test_another_scheme_is_refused(tmp_path):
    result = download(tmp_path / "dump", "--mirror", "file:///etc/")
    assert result.exit_code == 1
    assert "http://" in result.stderr
