"""Downloads, from a server on the loopback interface only."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer.sources.download import download_geonames

BODY = bytes(range(256)) * 4096  # 1 MiB, four chunks
CHUNK = 1 << 18


class Server(BaseHTTPRequestHandler):
    """Serves BODY as any file, with the troubles that a test puts in `plan`.

    A trouble is a status to answer with, or a number of bytes after which the
    connection is cut; the plan is used up from its start.
    """

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        shop = self.server
        shop.seen.append(dict(self.headers))
        trouble = shop.plan.pop(0) if shop.plan else None
        if self.path.endswith("missing.txt"):
            self.answer(404)
        elif trouble is not None and trouble[0] == "status":
            self.answer(trouble[1])
        elif self.headers.get("If-None-Match") == shop.etag:
            self.answer(304)
        else:
            self.give(trouble)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def give(self, trouble):
        shop = self.server
        body, start = shop.body, 0
        asked = self.headers.get("Range")
        if asked and self.headers.get("If-Range") == shop.etag and shop.has_ranges:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                self.answer(416)
                return
            self.send_response(206)
            given = start + shop.shift
            self.send_header(
                "Content-Range", f"bytes {given}-{len(body) - 1}/{len(body)}"
            )
        else:
            self.send_response(200)
        self.send_header("ETag", shop.etag)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        rest = body[start:]
        if trouble is None:
            self.wfile.write(rest)
            return
        self.wfile.write(rest[: trouble[1]])
        self.wfile.flush()
        self.close_connection = True

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


@contextmanager
def serving():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.plan, server.seen, server.body = [], [], BODY
    server.etag, server.has_ranges, server.shift = '"one"', True, 0
    server.url = f"http://127.0.0.1:{server.server_address[1]}/dump/"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server():
    with serving() as running:
        yield running


def fetch(server, folder, **options):
    options = {"files": ("NL.zip",), "base_url": server.url, "pause_s": 0.0, **options}
    return download_geonames(folder, **options)


def test_files_arrive_whole_and_progress_is_told(server, tmp_path):
    told = []
    paths = fetch(
        server,
        tmp_path / "new",
        files=("NL.zip", "countryInfo.txt"),
        progress=lambda *state: told.append(state),
    )
    assert [path.name for path in paths] == ["NL.zip", "countryInfo.txt"]
    assert all(path.read_bytes() == BODY for path in paths)
    assert told[0] == ("NL.zip", CHUNK, len(BODY))
    assert told[-1] == ("countryInfo.txt", len(BODY), len(BODY))


def test_a_cut_transfer_goes_on_where_it_stopped(server, tmp_path):
    server.plan = [("cut", 3 * CHUNK), ("cut", 100)]
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY
    ranges = [seen.get("Range") for seen in server.seen]
    assert ranges == [None, f"bytes={3 * CHUNK}-", f"bytes={3 * CHUNK + 100}-"]
    assert not list(tmp_path.glob("*.part"))


def test_a_later_run_completes_what_an_earlier_one_began(server, tmp_path):
    server.plan = [("cut", CHUNK)] + [("status", 503)] * 4
    with pytest.raises(GazetteerError, match="503; start again"):
        fetch(server, tmp_path)
    assert not (tmp_path / "NL.zip").exists()
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY
    assert server.seen[-1]["Range"] == f"bytes={CHUNK}-"


def test_another_edition_is_fetched_from_its_start(server, tmp_path):
    server.plan = [("cut", CHUNK)] + [("status", 500)] * 4
    with pytest.raises(GazetteerError):
        fetch(server, tmp_path)
    server.etag, server.body = '"two"', BODY[::-1]
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY[::-1]


def test_a_server_without_ranges_is_served_from_the_start(server, tmp_path):
    server.has_ranges = False
    server.plan = [("cut", CHUNK)]
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY


def test_a_wrong_range_is_not_glued_on(server, tmp_path):
    server.shift = 7
    server.plan = [("cut", CHUNK)]
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY


def test_a_part_longer_than_the_file_is_thrown_away(server, tmp_path):
    server.plan = [("cut", CHUNK)] + [("status", 500)] * 4
    with pytest.raises(GazetteerError):
        fetch(server, tmp_path)
    server.body = BODY[:1000]
    (path,) = fetch(server, tmp_path)
    assert path.read_bytes() == BODY[:1000]


def test_an_unchanged_file_is_not_fetched_twice(server, tmp_path):
    fetch(server, tmp_path)
    told = []
    (path,) = fetch(server, tmp_path, progress=lambda *state: told.append(state))
    assert server.seen[-1]["If-None-Match"] == '"one"'
    assert told == []
    assert path.read_bytes() == BODY


def test_a_damaged_file_is_fetched_again(server, tmp_path):
    (path,) = fetch(server, tmp_path)
    path.write_bytes(b"short")
    fetch(server, tmp_path)
    assert path.read_bytes() == BODY


def test_a_file_the_server_does_not_have_is_named(server, tmp_path):
    with pytest.raises(GazetteerError, match=r"missing\.txt.*404"):
        fetch(server, tmp_path, files=("missing.txt",))
    assert len(server.seen) == 1


def test_a_server_that_is_not_there_is_told(server, tmp_path):
    with serving() as gone:
        url = gone.url
    with pytest.raises(GazetteerError, match="cannot fetch"):
        fetch(server, tmp_path, base_url=url)


@pytest.mark.parametrize("url", ["ftp://example.org/", "file:///etc/", "dump"])
def test_only_web_addresses_are_taken(tmp_path, url):
    with pytest.raises(GazetteerError, match="http"):
        download_geonames(tmp_path, base_url=url)


@pytest.mark.parametrize("name", ["../passwd", "a/b", ".hidden", "a\\b"])
def test_a_name_cannot_lead_out_of_the_folder(server, tmp_path, name):
    with pytest.raises(GazetteerError, match="name of a file"):
        fetch(server, tmp_path, files=(name,))
    assert server.seen == []
