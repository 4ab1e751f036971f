"""Filters that work together, and the address that keeps them."""

import re

import pytest

pytestmark = pytest.mark.browser


def count(page):
    return page.locator("#count").inner_text()


def facet(page, name):
    node = page.locator(f".facet[data-facet={name}]")
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
    slider = shown.locator("#min-score")
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
    protests = shown.locator("#legend [data-type=PROTEST] .row-count")
    assert protests.inner_text() == "1"
    shown.locator("#legend [data-type=PROTEST] input").uncheck()
    shown.locator("#search").fill("bread")
    shown.wait_for_selector("#count:text('1 of 14')")
    assert shown.locator("#pane-text a.trigger:not(.is-hidden)").all_inner_texts() == [
        "handed out"
    ]
    shown.get_by_role("button", name="Reset filters").click()
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
    key = r"\b(?:timeline|facet|table|legend|card|download|citation)\.[a-z]+"
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
    choose(first, "prec", "exact place")
    first.locator("#min-score").fill("0.5")
    first.locator("#legend [data-type=AID] input").uncheck()
    first.locator("#legend [data-status=denied] input").uncheck()
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
