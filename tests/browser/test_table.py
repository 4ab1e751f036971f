"""The table of events: order, links to map and text, files, citation, paper."""

import csv
import io
import json
import struct

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def table(shown):
    shown.get_by_role("tab", name="Events").click()
    return shown


def download(page, name):
    page.locator("#downloads summary").click()
    with page.expect_download() as waiting:
        page.locator(f"#downloads [data-file={name}]").click()
    return waiting.value


def column(page, n):
    cells = page.locator(f"#pane-events tbody tr > :nth-child({n})")
    return cells.all_inner_texts()


def test_a_heading_sorts_up_down_and_not_at_all(table):
    head = table.locator("#pane-events th", has_text="When")
    before = column(table, 1)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert column(table, 1)[:3] == ["1988", "since Dec 2022", "15 Sept 2023"]
    assert column(table, 1)[-5:] == ["undated"] * 5
    assert table.evaluate("document.activeElement.dataset.sort") == "when"
    table.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert column(table, 1)[0] == "21 Sept 2023"
    assert column(table, 1)[-5:] == ["undated"] * 5
    table.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "none"
    assert column(table, 1) == before


def test_the_wide_table_has_all_columns_beside_the_map(table):
    table.get_by_role("button", name="Wide table").click()
    heads = table.locator("#pane-events th .sort").all_inner_texts()
    assert len(heads) == 10
    assert table.locator("#pane-events thead th").count() == 8
    frame = table.locator(".table-frame")
    assert frame.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert table.locator(".folium-map").bounding_box()["width"] > 300
    table.locator("#pane-events th", has_text="Deaths").get_by_role("button").click()
    assert column(table, 6)[:2] == ["2", "5"]
    table.wait_for_function("() => /tab=events.*wide=1/.test(location.hash)")
    table.get_by_role("tab", name="Text").click()
    assert table.locator(".panel").bounding_box()["width"] < 500


def test_the_order_survives_in_the_address(open_page, demo_html):
    page = open_page(demo_html, address="#tab=events&sort=-score&wide=1").page
    assert column(page, 7)[-1] == "87%"
    assert page.locator("[aria-sort=descending]").inner_text().startswith("Confidence")


def test_the_filters_of_the_map_are_those_of_the_table(table, filters):
    filters(table).locator("[data-type=ASSAULT] input").uncheck()
    table.get_by_role("tab", name="Events").click()
    assert table.locator("#pane-events tbody tr").count() == 10


def test_a_row_leads_to_the_map_and_the_text_and_back(table):
    row = table.locator("#pane-events tbody tr", has_text="Yevlakh")
    row.get_by_role("button").click()
    assert table.locator(".marker.is-open[title*='Yevlakh']").count() == 1
    assert row.get_by_role("button").get_attribute("aria-current") == "true"
    table.keyboard.press("Escape")
    assert table.evaluate("document.activeElement.closest('tr').innerText").count(
        "Yevlakh"
    )
    table.locator("a.fit").click()
    table.locator(".marker[title*='Spitak']").click()
    opened = table.locator("#pane-events tr.is-open")
    assert "Spitak" in opened.inner_text()
    table.get_by_role("button", name="Show in text").click()
    assert table.evaluate("document.activeElement.textContent") == "earthquake"


def test_the_visible_events_download_as_csv(table, filters):
    filters(table).locator("[data-type=ASSAULT] input").uncheck()
    data = download(table, "csv").path().read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert len(rows) == 10
    yevlakh = next(row for row in rows if row["place_name"] == "Yevlakh")
    assert (yevlakh["lon"], yevlakh["lat"]) == ("47.15", "40.6172")
    assert yevlakh["status"] == "future"
    marked = download(table, "csv-marked").path().read_bytes()
    assert marked == b"\xef\xbb\xbf" + data


def test_the_columns_are_those_of_the_other_exports(table):
    from placemap.output.columns import EVENTS

    collection = json.loads(download(table, "geojson").path().read_text("utf-8"))
    [names] = {tuple(f["properties"]) for f in collection["features"]}
    assert set(names) <= {column.name for column in EVENTS}


def test_the_map_downloads_as_a_picture(table):
    data = download(table, "png").path().read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    box = table.locator(".folium-map").bounding_box()
    assert width == pytest.approx(2 * box["width"], abs=2)
    assert height > 2 * box["height"] + 200
    assert len(data) > 40_000
    assert table.locator(".picture-foot").count() == 0


@pytest.mark.parametrize("press", ["Escape", "outside"])
def test_the_list_of_files_closes(shown, press):
    shown.locator("#downloads summary").click()
    assert shown.locator("#downloads .menu").is_visible()
    if press == "Escape":
        shown.locator("#downloads [data-file=csv]").focus()
        shown.keyboard.press("Escape")
    else:
        shown.locator("h1").click()
    assert shown.locator("#downloads .menu").is_hidden()


def test_a_citation_says_what_was_read_where_and_by_what(open_page, demo_html):
    opened = open_page(demo_html)
    page = opened.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#pane-text a.trigger", has_text="Shells fell").click()
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_selector(".cite:text('Copied')")
    text = page.evaluate("navigator.clipboard.readText()")
    for part in (
        "“Shells fell on Stepanakert, which Azerbaijan calls Khankendi",
        "Shells, a closed road and talks to come, The Valley Courier, 19 Sept 2023",
        "https://example.org/shells.",
        "Attributed (the local ombudsman); Stepanakert / Xankəndi (Azerbaijan)",
        "(geonames:146970, named town, within about 4 km)",
        "Deaths: 5 (5 to 7), according to the local ombudsman",
        "Made by placemap 0.1.0, test world 1 abababababab, event een0.",
        "map0.html#event=een0 (accessed",
    ):
        assert part in text
    assert "file:" not in text
    credit, full = text.split("\n")
    assert credit.startswith("Shells, a closed road and talks to come, The Valley")
    assert full.startswith("“Shells fell")
    assert opened.console == []


def test_paper_gets_the_table_after_the_legend(open_page, demo_html):
    page = open_page(demo_html).page
    page.locator("body[data-state=ready]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#paper .paper-event").count() == 14
    legend = page.locator("#legend").bounding_box()
    table = page.locator("#paper table").bounding_box()
    assert legend["y"] + legend["height"] <= table["y"]
    assert page.locator("#timeline").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper *").count() == 0


class TestInLittleRoom:
    """A row is a card where the columns have no room side by side."""

    @pytest.fixture(params=[(390, 844), (700, 900), (844, 390), (1024, 768)])
    def cards(self, request, open_page, demo_html):
        size = dict(zip(("width", "height"), request.param, strict=True))
        opened = open_page(demo_html, size=size, address="#tab=events")
        opened.page.locator(".has-cards").wait_for()
        yield opened.page
        assert opened.asked_for == opened.console == []

    def test_nothing_is_cut_off(self, cards):
        for is_wide in (False, True):
            if is_wide:
                cards.get_by_role("button", name="Wide table").click()
            for frame in cards.locator(".has-cards .table-frame").all():
                assert frame.evaluate("node => node.scrollWidth <= node.clientWidth")

    def test_it_is_a_table_still_for_those_who_do_not_see_it(self, cards):
        assert cards.get_by_role("row").count() == 15
        headers = cards.get_by_role("columnheader").all_inner_texts()
        assert headers == ["When", "What", "Where", "Status"]
        assert cards.get_by_role("rowheader", name="Meeting").count() == 1

    def test_it_is_sorted_and_opened_as_the_table_is(self, cards):
        cards.get_by_role("columnheader", name="When").get_by_role("button").click()
        assert column(cards, 1)[0] == "1988"
        cards.locator("#pane-events tbody tr", has_text="Yevlakh").get_by_role(
            "button"
        ).click()
        assert "Yevlakh" in cards.locator("#card").inner_text()


def test_a_card_says_which_column_a_further_value_is_of(open_page, demo_html):
    size = {"width": 390, "height": 844}
    page = open_page(demo_html, size=size, address="#tab=events&wide=1").page
    page.locator(".has-cards").wait_for()
    deaths = page.locator("td[data-column=deaths]:not(:empty)").first
    label = deaths.evaluate("node => getComputedStyle(node, '::before').content")
    assert label == '"Deaths"'
    assert page.locator("td[data-column=deaths]:empty").first.is_hidden()


def test_the_rows_of_the_wide_table_are_low(table):
    table.get_by_role("button", name="Wide table").click()
    rows = table.locator("#pane-events tbody tr").all()
    heights = sorted(row.bounding_box()["height"] for row in rows)
    assert heights[len(heights) // 2] <= 50
    assert heights[-1] <= 86
