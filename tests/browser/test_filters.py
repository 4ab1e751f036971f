"""Filters that work together, and the address that keeps them."""

import re

import pytest

pytestmark = pytest.mark.browser


def count(page):
    return page.locator("#count").inner_text()


def pane(page):
    tab = page.locator("#tab-filters")
    if tab.get_attribute("aria-selected") == "false":
        tab.click()
    return page.locator("#pane-filters")


def tick(page, words):
    return pane(page).get_by_role("checkbox", name=re.compile(rf"^{words}\b"))


def only(page, label):
    return pane(page).get_by_role("button", name=f"only: {label}")


def facet(page, name):
    node = pane(page).locator(f".facet[data-facet={name}]")
    if node.get_attribute("open") is None:
        node.locator("summary").click()
    node.locator(".row").first.wait_for()
    return node


def choose(page, name, words):
    facet(page, name).locator(".row", has_text=words).locator("input").check()


def test_who_says_so_is_the_claimant_or_the_report_never_its_publisher(shown):
    labels = facet(shown, "voice").locator(".row-label").all_inner_texts()
    assert labels == [
        "the report itself",
        "Yerevan",
        "the local ombudsman",
    ]
    choose(shown, "voice", "ombudsman")
    assert count(shown) == "1 of 14 events"
    choose(shown, "voice", "Yerevan")
    assert count(shown) == "2 of 14 events"
    assert facet(shown, "voice").locator(".facet-note").inner_text() == "2 chosen"


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("doc", "سیل", "2 of 14 events"),
        ("place", "Stepanakert", "3 of 14 events"),
        ("prec", "country level only", "1 of 14 events"),
        ("prec", "no place", "1 of 14 events"),
    ],
)
def test_one_value_leaves_its_events(shown, name, words, expected):
    choose(shown, name, words)
    assert count(shown) == expected


def test_confidence_leaves_the_surer_events(shown):
    slider = pane(shown).locator("#min-score")
    slider.focus()
    shown.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "100%"
    assert count(shown) == "13 of 14 events"
    for _ in range(3):
        shown.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "85%"
    assert count(shown) == "14 of 14 events"


def test_filters_of_all_kinds_narrow_together_and_the_counts_follow(shown):
    choose(shown, "doc", "Shells")
    rows = facet(shown, "place").locator(".row:not(.is-empty)")
    assert rows.count() == 9
    choose(shown, "place", "Stepanakert")
    assert count(shown) == "3 of 14 events"
    protests = pane(shown).locator("[data-type=PROTEST]")
    assert protests.locator(".row-count").inner_text() == "1"
    protests.locator("input").uncheck()
    shown.locator("#search").fill("bread")
    shown.wait_for_selector("#count:text('1 of 14')")
    assert shown.locator("#pane-text a.trigger:not(.is-hidden)").all_inner_texts() == [
        "handed out"
    ]
    pane(shown).get_by_role("button", name="Reset filters").click()
    assert count(shown) == "14 events"
    assert shown.locator("#search").input_value() == ""
    assert facet(shown, "doc").locator("input:checked").count() == 0


def test_everything_has_words(shown):
    for name in ("voice", "doc", "place", "prec"):
        facet(shown, name)
    shown.get_by_role("tab", name="Events").click()
    shown.get_by_role("button", name="Wide table").click()
    shown.locator("#pane-events tbody button").first.click()
    shown.locator(".brush-ground").hover(position={"x": 30, "y": 10}, force=True)
    shown.locator("#downloads summary").click()
    text = shown.locator("body").inner_text()
    labels = shown.evaluate(
        "[...document.querySelectorAll('[aria-label]')].map(e => e.ariaLabel).join(' ')"
    )
    key = r"\b(?:timeline|facet|filters|table|legend|card|download|citation)\.[a-z]+"
    assert re.findall(key, f"{text} {labels}") == []


def test_a_chosen_row_keeps_the_focus(shown):
    box = facet(shown, "place").locator("input").first
    box.focus()
    shown.keyboard.press("Space")
    assert shown.evaluate("document.activeElement.type") == "checkbox"
    assert box.is_checked()


def test_all_filters_survive_in_the_address(open_page, demo_html):
    first = open_page(demo_html).page
    choose(first, "voice", "the report itself")
    choose(first, "doc", "Shells")
    choose(first, "place", "Stepanakert")
    choose(first, "prec", "named town or exact place")
    first.locator("#min-score").fill("0.5")
    pane(first).locator("[data-type=AID] input").uncheck()
    pane(first).locator("[data-status=denied] input").uncheck()
    first.locator("#date-to").fill("2023-09-20")
    first.locator("#search").fill("square")
    first.wait_for_timeout(600)
    address = first.evaluate("location.hash")
    second = open_page(demo_html, address=address)
    second.page.wait_for_function("h => location.hash === h", arg=address)
    assert count(second.page) == count(first) == "1 of 14 events"
    for name in ("voice", "doc", "place", "prec"):
        assert facet(second.page, name).locator("input:checked").count() == 1
    assert second.console == []


def test_the_filters_are_a_tab_that_says_how_many_are_set(open_page, demo_html):
    page = open_page(demo_html, address="#tab=filters").page
    badge = page.locator("#tab-filters .badge")
    assert badge.is_hidden()
    tick(page, "Assault").uncheck()
    page.locator("#date-from").fill("2023-09-16")
    assert badge.inner_text() == "2"
    head = page.locator(".filters-count").inner_text()
    assert head == "4 of 14 events"
    page.get_by_role("button", name="Reset filters").click()
    head = page.locator(".filters-count").inner_text()
    assert head == "14 events · On the map: 13 of 14"
    assert badge.is_hidden()
    assert page.locator("#pane-text").is_hidden()


def test_the_legend_tells_what_is_seen_and_hides_nothing(shown):
    assert shown.locator("#legend").locator("[data-type] input, select").count() == 0
    row = shown.locator("#legend [data-type=ASSAULT]")
    assert row.locator(".row-count").inner_text() == "4"
    tick(shown, "Assault").uncheck()
    assert row.locator(".row-count").inner_text() == "0"
    assert "is-empty" in row.get_attribute("class")


def test_reset_is_there_at_all_times_and_does_nothing_where_nothing_is_set(shown):
    reset = pane(shown).get_by_role("button", name="Reset filters")
    assert reset.get_attribute("aria-disabled") == "true"
    tick(shown, "Assault").uncheck()
    assert reset.get_attribute("aria-disabled") == "false"
    reset.press("Enter")
    assert count(shown) == "14 events"
    assert shown.evaluate("document.activeElement.className") == "reset"


def test_a_heading_ticks_all_under_it(shown):
    heading = tick(shown, "Cooperation")
    heading.uncheck()
    for name in ("Aid", "Meeting", "Agreement"):
        assert not tick(shown, name).is_checked()
    tick(shown, "Aid").check()
    assert heading.evaluate("box => box.indeterminate")
    heading.check()
    assert count(shown) == "14 events"
    assert not heading.evaluate("box => box.indeterminate")


def test_one_type_alone_and_back_to_all(shown):
    row = pane(shown).locator("[data-type=PROTEST]")
    row.hover()
    only(shown, "Protest").click()
    assert count(shown) == "2 of 14 events"
    pane(shown).get_by_role("button", name="all: Protest").press("Enter")
    assert count(shown) == "14 events"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (844, 390)])
def test_there_is_no_list_to_scroll_within_the_filters(open_page, demo_html, size):
    size = dict(zip(("width", "height"), size, strict=True))
    page = open_page(demo_html, size=size).page
    for name in ("voice", "doc", "place", "prec"):
        facet(page, name)
    scrolled = page.locator("#pane-filters, #pane-filters *").evaluate_all(
        """nodes => nodes
            .filter((node) => /auto|scroll/.test(getComputedStyle(node).overflowY))
            .map((node) => node.id)"""
    )
    assert scrolled == ["pane-filters"]


class TestWhatBelongsTogetherLightsUp:
    def test_a_row_shows_its_markers(self, shown):
        pane(shown).locator("[data-type=CONSULT]").hover()
        lit = shown.locator(".marker.is-hinted, .chip.is-hinted")
        assert lit.evaluate_all("all => all.map(e => e.title.split(',')[0])") == [
            "Meeting"
        ]
        shown.locator("h1").hover()
        assert lit.count() == 0
        assert shown.locator(".has-hints").count() == 0

    def test_so_does_a_row_of_the_legend_and_one_of_the_table(self, shown):
        lit = shown.locator(".marker.is-hinted[title*='Yevlakh']")
        shown.locator("#legend [data-type=CONSULT]").hover()
        assert lit.count() == 1
        shown.locator("h1").hover()
        shown.get_by_role("tab", name="Events").click()
        row = shown.locator("#pane-events tbody tr", has_text="Yevlakh")
        row.hover()
        assert lit.count() == 1

    def test_a_row_one_comes_to_by_keyboard_does_too(self, shown):
        box = tick(shown, "Meeting")
        box.focus()
        shown.keyboard.press("Shift+Tab")
        shown.keyboard.press("Tab")
        assert shown.locator(".marker.is-hinted[title*='Yevlakh']").count() == 1

    def test_a_ring_lights_up_for_each_event_in_it(self, open_page, demo_html):
        page = open_page(demo_html, address="#map=3/40/46&tab=filters").page
        rings = page.locator(".marker.is-hinted")
        pane(page).locator("[data-type=CONSULT]").hover()
        assert rings.count() == 1

    def test_a_marker_shows_its_rows(self, shown):
        shown.get_by_role("tab", name="Events").click()
        shown.locator(".marker[title*='Yevlakh']").hover()
        [row] = shown.locator("#pane-events tr.is-hinted").all_inner_texts()
        assert "Yevlakh" in row
        assert shown.locator("#legend [data-type].is-hinted").evaluate_all(
            "rows => rows.map(row => row.dataset.type)"
        ) == ["CONSULT"]
        shown.locator("h1").hover()
        assert shown.locator("tr.is-hinted, #legend .is-hinted").count() == 0
