"""How the page is laid out on small, low and touched screens, and on paper."""

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LEAST_PX = 44


def on_paper(page):
    page.locator("body[data-state=ready]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


@pytest.fixture
def phone(open_page, demo_html):
    opened = open_page(demo_html, size=PHONE, has_touch=True)
    yield opened.page
    assert opened.asked_for == opened.console == []


class TestOnAPhone:
    def test_the_header_is_one_low_bar(self, phone):
        assert phone.locator("header.bar").bounding_box()["height"] <= 56
        assert phone.locator("#search").is_hidden()
        assert phone.locator("#print").is_hidden()

    def test_a_button_opens_the_search_which_stays_while_it_holds(self, phone):
        button = phone.locator("#open-search")
        button.click()
        assert button.get_attribute("aria-expanded") == "true"
        phone.locator("#search:focus").fill("Goris")
        button.click()
        assert phone.locator("#search").is_visible()
        phone.locator("#search").fill("")
        assert phone.locator("#search").is_hidden()

    def test_a_button_opens_the_tools(self, phone):
        phone.locator("#open-tools").click()
        for name in ("#downloads summary", "#print", "#theme", "#language", "#names"):
            assert phone.locator(name).is_visible()
        phone.locator("#downloads summary").click()
        menu = phone.locator("#downloads .menu").bounding_box()
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= PHONE["width"]

    @pytest.mark.parametrize(
        "name",
        ["#open-search", "#open-tools", ".leaflet-control-zoom-in", "#legend .row"],
    )
    def test_what_one_presses_is_large_enough(self, phone, name):
        phone.locator("#legend > summary").click()
        box = phone.locator(name).first.bounding_box()
        assert min(box["width"], box["height"]) >= LEAST_PX

    def test_a_marker_is_hit_beside_its_symbol_too(self, phone):
        marker = phone.locator(".marker[title*='Yevlakh']").bounding_box()
        x, y = marker["x"] + marker["width"] / 2, marker["y"] + marker["height"] / 2
        hit = phone.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).closest('.marker')?.title",
            [x, y + 20],
        )
        assert "Yevlakh" in hit

    def test_the_sheet_has_three_heights(self, phone):
        phone.locator("a.trigger").first.click()
        card, handle = phone.locator("#card"), phone.locator(".sheet-handle")
        heights = []
        for _ in range(3):
            heights.append(card.bounding_box()["height"])
            handle.click()
        half, full, peek = heights
        assert peek < 170 < half <= PHONE["height"] / 2 < 700 < full
        assert card.bounding_box()["height"] == half

    def test_the_sheet_follows_a_drag(self, phone):
        phone.locator("a.trigger").first.click()
        card, handle = phone.locator("#card"), phone.locator(".sheet-handle")
        for by, height in ((-200, "full"), (200, "half"), (200, "peek"), (200, "peek")):
            box = handle.bounding_box()
            x, y = box["x"] + box["width"] / 2, box["y"] + 8
            phone.mouse.move(x, y)
            phone.mouse.down()
            phone.mouse.move(x, y + by)
            phone.mouse.up()
            assert card.get_attribute("data-sheet") == height


@pytest.mark.parametrize(
    ("width", "height", "is_open"),
    [(1280, 800, True), (1024, 768, False), (844, 390, False), (1440, 450, False)],
)
def test_the_legend_is_open_where_there_is_room(
    open_page, demo_html, width, height, is_open
):
    page = open_page(demo_html, size={"width": width, "height": height}).page
    assert page.locator("#legend-body").is_visible() == is_open


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
@pytest.mark.parametrize("width", [800, 1024])
def test_no_tab_is_cut_off(open_page, demo_html, language, width):
    size = {"width": width, "height": 768}
    page = open_page(demo_html, size=size, address=f"#ui={language}").page
    tabs = page.locator(".tabs")
    assert tabs.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_numbers_stand_at_the_end_of_their_column(shown):
    shown.get_by_role("tab", name="Events").click()
    shown.get_by_role("button", name="Wide table").click()
    cell = shown.locator("#pane-events td.is-number").first
    assert cell.evaluate("node => getComputedStyle(node).textAlign") == "end"


class TestOnPaper:
    def test_it_says_what_it_shows_and_whose_data_it_is(self, shown):
        on_paper(shown)
        told = shown.locator(".imprint").inner_text()
        assert "14 of 14 events. Filters: none" in told
        assert "Texts printed: 1 of 2" in told
        assert "made with placemap 0.1.0" in told
        assert "GeoNames, CC BY 4.0" in told

    def test_it_says_what_was_filtered(self, shown):
        shown.locator("#legend [data-type=AID] input").uncheck()
        shown.locator("#search").fill("Goris")
        shown.wait_for_function("() => location.hash.includes('Goris')")
        on_paper(shown)
        told = shown.locator(".imprint").inner_text()
        assert "Search: Goris · without Aid" in told

    def test_it_says_that_no_text_is_printed(self, shown):
        shown.get_by_role("tab", name="Events").click()
        on_paper(shown)
        assert "Texts printed: none of 2" in shown.locator(".imprint").inner_text()

    def test_the_table_says_how_exactly(self, shown):
        on_paper(shown)
        assert "How exactly" in shown.locator("#paper thead").inner_text()

    def test_a_count_stands_beside_what_it_counts(self, shown):
        on_paper(shown)
        row = shown.locator("#legend [data-type=ASSAULT]")
        label = row.locator(".row-label").bounding_box()
        number = row.locator(".row-count").bounding_box()
        assert 0 <= number["x"] - label["x"] - label["width"] <= 12
