"""Online tiles, from a server on this machine: had, refused, slow, out of reach."""

import base64
import json
import re
import struct
import threading
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from xyzservices import TileProvider

from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

TILES = "img.leaflet-tile-loaded"
COMING = "img.leaflet-tile:not(.leaflet-tile-loaded)"
LINE = ".tiles-line"
NONE = "Online tiles are unavailable: this is the built-in map."
RED, GREEN = (200, 30, 30), (30, 160, 60)
CORNER = """image => {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const ctx = canvas.getContext('2d');
  ctx.drawImage(image, 0, 0);
  return [...ctx.getImageData(20, 20, 1, 1).data].slice(0, 3);
}"""


def png(colour):
    def chunk(kind, data):
        checked = kind + data
        return (
            struct.pack(">I", len(data))
            + checked
            + struct.pack(">I", zlib.crc32(checked))
        )

    header = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * 256) * 256
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        )
    )


class Tiles(ThreadingHTTPServer):
    """Serves one picture as every tile, and remembers who asked for which."""

    daemon_threads = True

    def __init__(self, *, status=200, colour=GREEN, is_open=True):
        super().__init__(("127.0.0.1", 0), Answer)
        self.status = status
        self.picture = png(colour)
        self.is_open = is_open
        self.gate = threading.Event()
        self.gate.set()
        self.asked = []

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def provider(self):
        return TileProvider(
            name="Loopback",
            url=f"{self.origin}/{{z}}/{{x}}/{{y}}.png?key=s3cret",
            html_attribution='&copy; <a href="https://example.org/terms">Loop</a> & Co',
            attribution="(C) Loop",
            max_zoom=15,
        )

    def handle_error(self, request, client_address):
        """Say nothing of pages that are closed while they wait."""


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Referer")))
        self.server.gate.wait(20)
        self.send_response(self.server.status)
        if self.server.is_open:
            self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(self.server.picture)))
        self.end_headers()
        self.wfile.write(self.server.picture)

    def log_message(self, *_):
        """Keep the output of the tests clean."""


@contextmanager
def serving(**how):
    server = Tiles(**how)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def tiled(open_page, demo, run):
    """Open the demo with the tiles of a server."""

    def opened(server, **options):
        html = render_map(demo, run=run, tiles=server.provider)
        return open_page(html, **{"offline": False, **options})

    return opened


def saved_picture(page, tmp_path):
    with page.expect_download() as download:
        page.locator("#downloads summary").click()
        page.locator("#downloads [data-file=png]").click()
    path = tmp_path / "map.png"
    download.value.save_as(path)
    return path.read_bytes()


def colour_in(page, picture):
    coded = base64.b64encode(picture).decode()
    data = json.dumps(f"data:image/png;base64,{coded}")
    return page.evaluate(
        f"async () => {{ const image = new Image(); image.src = {data};"
        f" await image.decode(); return ({CORNER})(image); }}"
    )


def wait_for_all_tiles(page):
    """Wait until no tile is on its way: what is asked for later is asked for anew."""
    page.locator(TILES).first.wait_for()
    page.wait_for_function(f"() => !document.querySelector({json.dumps(COMING)})")


def test_tiles_lie_over_the_base_map_with_their_attribution(tiled):
    with serving() as server:
        opened = tiled(server)
        page = opened.page
        page.locator(TILES).first.wait_for()
        line = page.locator(LINE)
        assert line.inner_text() == "© Loop & Co"
        assert line.locator("a").get_attribute("href") == "https://example.org/terms"
        assert page.locator(".is-town, .map-label.is-country").count() == 0
        assert page.locator(".leaflet-base-pane canvas").count() == 1
        assert all(url.startswith(server.origin) for url in opened.asked_for)
        assert opened.console == []


def test_the_policy_names_the_server_for_images_and_lets_nothing_else_out(tiled):
    with serving() as server, serving() as stranger:
        page = tiled(server).page
        page.locator(TILES).first.wait_for()
        blocked = page.evaluate(
            """async ([own, other]) => {
              const found = [];
              const keep = ({ effectiveDirective, blockedURI }) =>
                found.push(`${effectiveDirective} ${new URL(blockedURI).origin}`);
              document.addEventListener('securitypolicyviolation', keep);
              await fetch(`${own}/1/0/0.png`).catch(() => {});
              const image = new Image();
              image.src = `${other}/1/0/0.png`;
              await new Promise((done) => { image.onerror = done; });
              return found;
            }""",
            [server.origin, stranger.origin],
        )
        assert blocked == [
            f"connect-src {server.origin}",
            f"img-src {stranger.origin}",
        ]
        assert stranger.asked == []


@pytest.mark.parametrize("status", [403, 404, 500])
def test_where_tiles_are_refused_the_built_in_map_stays_and_says_so(tiled, status):
    with serving(status=status, colour=RED) as server:
        opened = tiled(server)
        page = opened.page
        page.locator(LINE, has_text=NONE).wait_for()
        assert page.locator(TILES).count() == 0
        assert page.locator(".is-town").count() > 0
        # The line that the browser itself writes, and no other.
        assert len(opened.console) == len(server.asked) == 1
        assert str(status) in opened.console[0]


def test_without_a_network_nothing_is_asked_for_and_nothing_goes_wrong(tiled):
    with serving() as server:
        opened = tiled(server, offline=True)
        page = opened.page
        page.locator(LINE, has_text=NONE).wait_for()
        assert opened.asked_for == opened.console == server.asked == []
        page.context.set_offline(False)
        page.locator(TILES).first.wait_for()
        assert page.locator(LINE).inner_text() == "© Loop & Co"


def test_slow_tiles_keep_nobody_waiting(tiled):
    with serving() as server:
        server.gate.clear()
        page = tiled(server).page
        page.locator(".marker[title*='Yevlakh']").click()
        assert page.locator("#card").is_visible()
        assert page.locator(".is-town").count() > 0
        assert page.locator(TILES).count() == 0
        server.gate.set()
        page.locator(TILES).first.wait_for()
        page.locator(".is-town span").first.wait_for(state="detached")


def test_when_tiles_stop_coming_the_names_of_the_built_in_map_are_back(tiled):
    with serving() as server:
        page = tiled(server).page
        page.locator(TILES).first.wait_for()
        server.status = 503
        page.evaluate("location.hash = '#map=9/48.1/11.5'")
        page.locator(LINE, has_text=NONE).wait_for()
        page.locator(".map-label.is-country span").first.wait_for()


def test_tiles_can_be_left_off_and_the_address_keeps_it(tiled):
    with serving() as server:
        page = tiled(server).page
        wait_for_all_tiles(page)
        page.locator("#tiles").uncheck()
        page.locator(TILES).first.wait_for(state="detached")
        assert page.locator(".is-town").count() > 0
        page.wait_for_function("() => location.hash.includes('tiles=0')")
        asked = len(server.asked)
        page.reload()
        page.locator(".is-town span").first.wait_for()
        assert not page.locator("#tiles").is_checked()
        assert len(server.asked) == asked


def test_a_picture_has_the_tiles_that_may_be_copied(tiled, tmp_path):
    with serving() as server:
        page = tiled(server).page
        wait_for_all_tiles(page)
        picture = saved_picture(page, tmp_path)
        assert colour_in(page, picture) == list(GREEN)


def test_a_picture_leaves_out_the_tiles_that_may_not_be_copied(tiled, tmp_path):
    with serving(is_open=False) as server:
        page = tiled(server).page
        page.locator(TILES).first.wait_for()
        picture = saved_picture(page, tmp_path)
        assert colour_in(page, picture) != list(GREEN)
        assert page.locator(".is-town").count() == 0


def test_on_paper_stands_the_built_in_map(tiled):
    with serving() as server:
        page = tiled(server).page
        page.locator(TILES).first.wait_for()
        page.locator("body[data-state=ready]").wait_for()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(TILES).first.is_hidden()
        assert page.locator(".is-town").count() > 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(TILES).first.is_visible()
        assert page.locator(".is-town").count() == 0


def test_in_the_dark_tiles_are_dimmed(tiled):
    with serving() as server:
        page = tiled(server, color_scheme="dark").page
        page.locator(TILES).first.wait_for()
        shade = page.locator(".leaflet-tiles-pane").evaluate(
            "pane => getComputedStyle(pane).filter"
        )
        assert shade.startswith("brightness(0.")


def test_the_page_says_whom_it_asks(tiled):
    with serving() as server:
        page = tiled(server).page
        page.locator("#open-about").click()
        told = page.locator("#about-tiles").inner_text()
        assert "Loopback" in told
        assert server.origin in told


def test_on_a_phone_nothing_lies_on_the_attribution(tiled):
    with serving() as server:
        page = tiled(server, size={"width": 390, "height": 844}).page
        page.locator(TILES).first.wait_for()
        line = page.locator(LINE).bounding_box()
        legend = page.locator("#legend").bounding_box()
        assert legend["y"] + legend["height"] <= line["y"]


@pytest.mark.parametrize("status", [200, 404])
def test_a_page_with_tiles_breaks_no_rule_of_accessibility(tiled, status):
    with serving(status=status) as server:
        page = tiled(server).page
        page.locator(LINE).get_by_text(re.compile("Loop|built-in")).first.wait_for()
        assert Axe().run(page).response["violations"] == []


HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>${alert(3)}"


def test_hostile_words_about_tiles_stay_text(open_page, demo, run):
    with serving() as server:
        provider = server.provider(
            name=HOSTILE,
            attribution=HOSTILE,
            html_attribution=f"<a href='javascript:alert(4)'>a</a>{HOSTILE}",
        )
        html = render_map(demo, run=run, tiles=provider)
        opened = open_page(html, offline=False)
        page = opened.page
        page.locator(TILES).first.wait_for()
        assert page.locator(f"{LINE} a, {LINE} img").count() == 0
        assert page.locator(LINE).inner_text().startswith("a")
        assert HOSTILE in page.locator("#legend label:has(#tiles)").inner_text()
        assert opened.console == []


def test_a_page_without_tiles_says_nothing_of_them(shown):
    shown.locator("#open-about").click()
    assert shown.locator("#about-tiles").is_hidden()
    assert shown.locator("#tiles").count() == 0
