"""What the axe rules for accessible pages find on the page: nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
VIEWS = {
    "desktop": {"size": DESKTOP, "color_scheme": "light"},
    "dark": {"size": DESKTOP, "color_scheme": "dark"},
    "phone": {"size": PHONE, "color_scheme": "light"},
}


def violations(page):
    """Return what axe finds, each with the elements it is about."""
    found = Axe().run(page).response["violations"]
    return {
        rule["id"]: [node["html"][:120] for node in rule["nodes"]] for rule in found
    }


@pytest.fixture(params=VIEWS)
def page(request, open_page, demo_html):
    return open_page(demo_html, **VIEWS[request.param]).page


@pytest.mark.parametrize("tab", ["text", "events", "filters", "unplaced", "names"])
def test_no_panel_breaks_a_rule(page, tab):
    page.locator(f"#tab-{tab}").click()
    assert violations(page) == {}


def test_the_open_lists_of_the_filters_break_no_rule(page):
    page.locator("#tab-filters").click()
    for summary in page.locator(".facet summary").all():
        summary.click()
    assert violations(page) == {}


def test_an_open_event_breaks_no_rule(page):
    page.locator("#tab-text").click()
    page.locator("a.trigger").first.click()
    page.locator("#card").wait_for()
    assert violations(page) == {}


def test_the_open_legend_breaks_no_rule(page):
    if not page.locator("#legend").get_attribute("open"):
        page.locator("#legend > summary").click()
    assert violations(page) == {}


def test_the_open_rows_of_the_header_break_no_rule(page):
    for name in ("#open-search", "#open-tools"):
        if page.locator(name).is_visible():
            page.locator(name).click()
    assert violations(page) == {}


def test_the_about_box_breaks_no_rule(page):
    if page.locator("#open-tools").is_visible():
        page.locator("#open-tools").click()
    page.locator("#open-about").click()
    assert violations(page) == {}
