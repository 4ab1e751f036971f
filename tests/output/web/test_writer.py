import base64
import hashlib
import html
import json
import re
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.errors import OutputError
from placemap.output.web.page import make_block
from placemap.output.web.writer import render_map, write_map

BLOCK = re.compile(
    r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.DOTALL
)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def blocks(page):
    return {name: json.loads(text) for name, text in BLOCK.findall(page)}


def policy(page):
    content = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    return html.unescape(content)


def digest(code):
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@pytest.fixture
def page(report, run):
    return render_map([report], run=run)


def test_the_policy_allows_exactly_our_own_scripts_and_styles(page):
    scripts = {f"'sha256-{digest(code)}'" for code in SCRIPT.findall(page)}
    styles = {f"'sha256-{digest(code)}'" for code in STYLE.findall(page)}
    directives = dict(d.split(" ", 1) for d in policy(page).split("; "))
    assert directives["default-src"] == "'none'"
    assert set(directives["script-src"].split()) == scripts
    assert set(directives["style-src"].split()) == styles
    assert "unsafe" not in policy(page)
    assert "http" not in policy(page)


def test_the_same_input_gives_the_same_bytes(report, run):
    assert render_map([report], run=run) == render_map([report], run=run)


def test_the_page_asks_for_nothing_from_outside(page):
    without_data = BLOCK.sub("", page)
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b", without_data)
    assert not re.search(r"<script[^>]+src=", without_data)
    assert not any("url(" in style for style in STYLE.findall(page))
    assert "sourceMappingURL" not in page


def test_licences_and_attribution_are_in_the_page(page, run):
    assert "BSD 2-Clause License" in page  # Leaflet
    assert "Copyright (c) 2024, Mapbox" in page
    assert "Michael Bostock" in page
    assert "Natural Earth" in page
    assert all(line in page for line in run.attribution)


def test_the_title_defaults_to_that_of_the_only_document(report, run):
    assert "<title>Shelling and talks</title>" in render_map([report], run=run)
    two = render_map([report, report], run=run)
    assert "<title>Reported events</title>" in two
    assert "<title>Mine</title>" in render_map([report], run=run, title="Mine")


@pytest.mark.parametrize(
    "title",
    [
        "</title><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}{% raw %}",
        "${alert(1)} `x` \u2028 \x00 \ud800",
        "<!--",
        "x" * 100_000,
    ],
)
def test_a_hostile_title_stays_text(report, run, title):
    page = render_map([report], run=run, title=title)
    shown = re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
    assert "<" not in shown
    assert "49" not in shown
    assert blocks(page)["placemap-data"]["title"] == title
    assert len(SCRIPT.findall(page)) == len(SCRIPT.findall(render_map([], run=run)))
    page.encode()


def test_a_page_without_documents_is_a_whole_page(run):
    page = render_map([], run=run)
    assert blocks(page)["placemap-data"]["events"] == []
    assert page.endswith("</html>\n")


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_documents_survive_in_the_data_block(parsed_documents, run, data):
    report = data.draw(parsed_documents)
    page = render_map([report], run=run)
    written = blocks(page)["placemap-data"]
    assert [d.get("text", "") for d in written["documents"]] == [report.document.text]
    assert len(SCRIPT.findall(page)) == 4
    page.encode()


def test_the_file_is_written_whole(report, run, tmp_path):
    target = tmp_path / "deep" / "map.html"
    write_map([report], target, run=run)
    assert target.read_text(encoding="utf-8") == render_map([report], run=run)
    assert [path.name for path in target.parent.iterdir()] == ["map.html"]


def test_a_folder_in_the_way_is_named(report, run, tmp_path):
    with pytest.raises(OutputError, match="it is a folder"):
        write_map([report], tmp_path, run=run)


def test_one_report_stays_well_below_a_megabyte(page):
    assert len(page.encode()) < 800_000


def test_much_data_is_packed_and_comes_out_whole():
    value = {"text": ["</script> ünï \u2028 😀"] * 50_000}
    block = make_block("placemap-data", value)
    assert block.is_packed
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", block.text)
    assert json.loads(zlib.decompress(base64.b64decode(block.text))) == value


def test_little_data_can_be_read_in_the_page(page):
    assert blocks(page)["placemap-data"]["format"] == "placemap-map/1"
