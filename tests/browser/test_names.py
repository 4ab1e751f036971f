"""Whose names lead, whose a place is and since when, and which names were found."""

import pytest

pytestmark = pytest.mark.browser

KHANKENDI = ".marker[aria-label*='{}']"


@pytest.fixture
def close(open_page, demo_html):
    """The demo, so close that Stepanakert stands alone."""
    opened = open_page(demo_html, address="#map=11/39.8/46.75")
    yield opened.page
    assert opened.asked_for == []
    assert opened.console == []


def chosen(page):
    return page.locator("#names option:checked").inner_text()


def labels(page):
    return page.locator(".map-label.is-place").all_inner_texts()


def test_the_names_on_the_map_are_switched_in_the_page(close):
    shown = close
    assert "Stepanakert" in labels(shown)
    shown.locator("#names").select_option("Azerbaijan")
    shown.wait_for_function("() => location.hash.includes('names=Azerbaijan')")
    assert "Stepanakert" not in labels(shown)
    assert shown.locator(KHANKENDI.format("Xankəndi")).count() == 1
    assert chosen(shown) == "Names as used by Azerbaijan"
    shown.locator("#names").select_option("Armenians")
    assert shown.locator(KHANKENDI.format("Stepanakert")).count() == 1
    shown.locator("#names").select_option("")
    assert chosen(shown) == "Names as in the text"
    assert "Stepanakert" in labels(shown)


def test_the_choice_of_names_reaches_table_card_and_filters(close):
    shown = close
    shown.locator("#names").select_option("Azerbaijan")
    shown.get_by_role("tab", name="Events").click()
    assert "Xankəndi" in shown.locator("#pane-events").inner_text()
    shown.locator(KHANKENDI.format("Xankəndi")).click()
    assert "Xankəndi" in shown.locator("#card h2").inner_text()
    shown.locator("#names").focus()
    shown.locator("#names").select_option("Armenians")
    assert "Stepanakert" in shown.locator("#card h2").inner_text()
    assert shown.evaluate("document.activeElement.id") == "names"
    shown.keyboard.press("Escape")
    shown.get_by_role("tab", name="Filters").click()
    shown.locator("[data-facet=place] summary").click()
    shown.locator("[data-facet=place] .row", has_text="Stepanakert").wait_for()


def test_the_choice_of_names_survives_in_the_address(open_page, demo_html):
    page = open_page(demo_html, address="#map=11/39.8/46.75&names=Azerbaijan").page
    assert page.locator("#names").input_value() == "Azerbaijan"
    assert page.locator(KHANKENDI.format("Xankəndi")).count() == 1


def test_the_text_keeps_its_own_names(shown):
    before = shown.locator("#pane-text .prose").inner_text()
    shown.locator("#names").select_option("official")
    assert shown.locator("#pane-text .prose").inner_text() == before


def test_whose_a_place_is_is_said_with_its_dates(shown):
    shown.locator("#pane-text a.place", has_text="Khankendi").click()
    told = shown.locator("#card").inner_text()
    assert "Sovereignty is disputed." in told
    assert "On 19 Sept 2023:" in told
    assert "Controlled by Artsakh, 1992 – 20 Sept 2023" in told
    un = "United Nations: regarded as belonging to Azerbaijan, since 1992"
    assert un in told


def test_the_coverage_line_opens_the_list_of_mentions(shown):
    coverage = shown.locator("#pane-text .coverage")
    coverage.locator("summary").focus()
    shown.keyboard.press("Enter")
    rows = coverage.locator("li")
    assert rows.first.inner_text().startswith("Old Mill")
    assert "Ambiguous: no place was chosen" in rows.first.inner_text()
    assert "×3" in coverage.locator("li", has_text="Stepanakert").first.inner_text()
    rows.first.get_by_role("button").click()
    assert "Old Mill" in shown.locator("#card h2").inner_text()


def test_the_names_of_all_reports_are_counted_together(shown):
    shown.get_by_role("tab", name="Names").click()
    line = shown.locator("#pane-names .coverage summary")
    assert line.inner_text() == "22 place mentions: 21 resolved, 1 ambiguous"
    line.click()
    tabriz = shown.locator("#pane-names .coverage li", has_text="تبریز")
    tabriz.wait_for()  # the list is made when the details open, an event later
    assert tabriz.count() == 1
