"""More than one can look at: packed data, lists by the page, samples that say so."""

import re

import pytest

from placemap.output.web import payload as payloads
from placemap.output.web.sample import SampleWarning, sampled
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

REPORTS = 260


@pytest.fixture(scope="module")
def many(crowd):
    return crowd(REPORTS)


@pytest.fixture(scope="module")
def many_html(many):
    return render_map(many, run=many[0].run, title="Many")


@pytest.fixture
def page(open_page, many_html):
    opened = open_page(many_html)
    opened.page.wait_for_selector("body[data-state=ready]")
    yield opened.page
    assert opened.asked_for == []
    assert opened.console == []


def test_much_data_is_packed_and_opens_without_asking_for_anything(page, many_html):
    assert re.search(r'<script type="text/plain" id="placemap-data">', many_html)
    assert page.locator("#count").inner_text() == f"{REPORTS * 12:,} events"


def test_a_table_has_a_page_of_rows_and_the_keyboard_turns_it(page):
    page.get_by_role("tab", name="Events").click()
    rows = page.locator("#pane-events tbody tr")
    pages = page.locator("#pane-events .pages")
    assert rows.count() == 200
    assert "1–200 of 3,120" in pages.inner_text()
    pages.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    assert rows.first.get_attribute("data-event") == "200"
    assert page.evaluate("document.activeElement.dataset.turn") == "next"
    pages.get_by_role("button", name="Previous").click()
    assert rows.first.get_attribute("data-event") == "0"


def test_the_page_of_an_open_event_is_turned_to(page):
    event = "3119"
    page.get_by_role("tab", name="Events").click()
    for _ in range(15):
        page.locator("#pane-events [data-turn=next]").click()
    page.locator(f"#pane-events tr[data-event='{event}'] button").click()
    assert page.locator("#pane-events tbody tr").count() == 120
    assert page.locator("#pane-events tr.is-open").get_attribute("data-event") == event


@pytest.mark.parametrize(("tab", "rows", "most"), [
    ("Not on map", "#pane-unplaced li", 100),
    ("Text", ".documents li", 200),
])  # fmt: skip
def test_no_list_is_longer_than_a_page(page, tab, rows, most):
    page.get_by_role("tab", name=tab).click()
    assert page.locator(rows).count() == most


def test_a_sample_is_said_in_the_page(open_page, many, run, monkeypatch):
    few = sampled(many, most=30)
    monkeypatch.setattr(payloads, "sampled", lambda parsed: few)
    with pytest.warns(SampleWarning):
        html = render_map([], run=run)
    page = open_page(html).page
    told = page.locator(".sample").inner_text()
    assert told.startswith("A sample: 24 of 3,120 events, from 2 of 260 reports")


def test_data_no_browser_can_read_is_said_instead_of_a_dead_page(open_page, many_html):
    start = many_html.index('id="placemap-data">') + len('id="placemap-data">')
    opened = open_page(f"{many_html[:start]}AAAA{many_html[start + 4 :]}")
    opened.page.wait_for_selector("#notice:not([hidden])")
    assert "could not open" in opened.page.locator("#notice").inner_text()


def test_two_builds_of_many_events_are_the_same_bytes(many, many_html):
    assert render_map(many, run=many[0].run, title="Many") == many_html


def test_paper_has_the_first_rows_and_says_that_there_are_more(page):
    page.locator("body[data-state=ready]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#paper .paper-event").count() == 500
    note = page.locator("#paper > .note")
    assert note.is_visible()
    assert note.inner_text().startswith("The first 500 of 3,120 events.")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper").inner_text() == ""
