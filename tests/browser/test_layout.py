"""How the page is laid out on small, low and touched screens, and on paper."""

import re

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
        [
            "#open-search",
            "#open-tools",
            ".leaflet-control-zoom-in",
            "#tab-filters",
            "#pane-filters .choice .row",
            "#pane-filters .only",
            "#legend label.row",
        ],
    )
    def test_what_one_presses_is_large_enough(self, phone, filters, name):
        filters(phone)
        if name.startswith("#legend"):
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


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar"])
@pytest.mark.parametrize("width", [390, 844, 1024])
def test_no_tab_is_cut_off(open_page, demo_html, language, width):
    size = {"width": width, "height": 768}
    page = open_page(demo_html, size=size, address=f"#ui={language}").page
    list_ = page.locator(".tabs").bounding_box()
    for tab in page.get_by_role("tab").all():
        box = tab.bounding_box()
        assert box["x"] >= list_["x"]
        assert box["x"] + box["width"] <= list_["x"] + list_["width"]


@pytest.mark.parametrize("width", [390, 844, 1024, 1440])
def test_in_english_the_tabs_stand_in_one_row(open_page, demo_html, width):
    page = open_page(demo_html, size={"width": width, "height": 768}).page
    page.locator("body[data-state=ready]").wait_for()
    tops = {tab.bounding_box()["y"] for tab in page.get_by_role("tab").all()}
    assert len(tops) == 1


def test_an_open_legend_has_the_height_of_a_low_window(open_page, demo_html):
    page = open_page(demo_html, size={"width": 844, "height": 390}).page
    page.locator("#legend > summary").click()
    assert page.locator("#legend-body").bounding_box()["height"] > 180


@pytest.mark.parametrize("name", ["#legend-body", "#pane-filters", "#pane-text"])
def test_what_goes_on_below_the_edge_is_shaded_there(shown, filters, name):
    filters(shown)
    shade = shown.locator(name).evaluate("e => getComputedStyle(e).backgroundImage")
    assert shade.count("linear-gradient") == 4


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
        assert "Texts printed: 2 of 2" in told
        assert "made with placemap 0.1.0" in told
        assert "GeoNames, CC BY 4.0" in told
        foot = shown.evaluate("document.documentElement.style.cssText")
        assert "Filters: none" in foot
        assert "placemap 0.1.0" in foot

    def test_all_texts_that_tell_of_its_events_are_on_it(self, shown):
        on_paper(shown)
        titles = shown.locator("#paper article h2").all_inner_texts()
        assert len(titles) == 2
        assert not shown.locator("#pane-text").is_visible()
        shown.evaluate("dispatchEvent(new Event('afterprint'))")
        shown.emulate_media(media="screen")
        shown.locator("#search").fill("تبریز")
        shown.locator("#notice").get_by_text("1 of 14 events").wait_for()
        on_paper(shown)
        assert shown.locator("#paper article").count() == 1
        told = shown.locator(".imprint").inner_text()
        assert (
            "Texts printed: 1 of 2; left out, for no event shown is in them: 1" in told
        )

    def test_numbers_tie_table_map_and_texts(self, shown):
        on_paper(shown)
        rows = shown.locator("#paper .paper-event .is-number").all_inner_texts()
        assert rows == [str(n) for n in range(1, 15)]
        in_texts = ",".join(shown.locator("#paper sup").all_text_contents())
        spans = re.findall(r"(\d+)(?:–(\d+))?", in_texts)
        numbers = {n for a, b in spans for n in range(int(a), int(b or a) + 1)}
        assert numbers == set(range(1, 15))
        labels = shown.locator("[data-numbers]:not([data-numbers=''])")
        below = labels.first.evaluate(
            "node => getComputedStyle(node, '::after').content"
        )
        assert below == f'"{labels.first.get_attribute("data-numbers")}"'

    def test_each_event_stands_with_its_sentence(self, shown):
        on_paper(shown)
        quotes = shown.locator("#paper .paper-event q")
        # Two events are told by one sentence, which stands below the second.
        assert quotes.count() == 13
        assert shown.locator("#paper .is-told-next").count() == 1
        text = shown.locator("#paper article").first.inner_text()
        plain = re.sub(r"[\d\s]", "", text)
        assert re.sub(r"[\d\s]", "", quotes.first.inner_text()) in plain

    def test_nothing_of_it_is_wider_than_the_sheet(self, shown):
        shown.set_viewport_size({"width": 690, "height": 1000})  # A4 less its margins
        on_paper(shown)
        assert shown.evaluate("document.documentElement.scrollWidth") <= 690

    def test_it_says_what_was_filtered(self, shown, filters):
        filters(shown).locator("[data-type=AID] input").uncheck()
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
        assert "Precision" in shown.locator("#paper thead").inner_text()

    def test_a_count_stands_beside_what_it_counts(self, shown):
        on_paper(shown)
        row = shown.locator("#legend [data-type=ASSAULT]")
        label = row.locator(".row-label").bounding_box()
        number = row.locator(".row-count").bounding_box()
        assert 0 <= number["x"] - label["x"] - label["width"] <= 12
