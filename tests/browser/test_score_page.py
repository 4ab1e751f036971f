"""The page of errors: filtered by cause and words, sorted by column."""

import pytest

from placemap.core import Document, Span
from placemap.scoring.causes import find_faults
from placemap.scoring.figures import summarize, tally
from placemap.scoring.layout import Answer, GoldText, GoldToponym, Point
from placemap.scoring.page import render_page
from placemap.scoring.pairing import pair

pytestmark = pytest.mark.browser

TEXT = "From Lima to Quito, then Bogota. <b>Bold</b> Cuzco."


def toponym(name, point):
    start = TEXT.index(name)
    span = Span(start, start + len(name))
    return GoldToponym(span=span, text=name, point=point)


@pytest.fixture
def page(open_page):
    near, far = Point(lon_deg=-77, lat_deg=-12), Point(lon_deg=0, lat_deg=50)
    farther = Point(lon_deg=60, lat_deg=60)
    gold = [toponym(name, near) for name in ("Lima", "Quito", "Cuzco")]
    answers = [
        Answer(span=gold[0].span, point=farther),
        Answer(span=gold[1].span, point=far),
        Answer(span=toponym("Bold", None).span, point=near),
    ]
    text = GoldText(document=Document(id="d", text=TEXT), toponyms=tuple(gold))
    paired = pair(text, answers)
    faults = find_faults(paired, lambda name: (), document="d")
    opened = open_page(
        render_page(summarize([tally(paired)]), {}, faults, title="Errors")
    )
    yield opened.page
    assert opened.asked_for == []
    assert opened.console == []


def names(page):
    rows = page.locator("#faults tbody tr:visible td:nth-child(3)")
    return rows.all_inner_texts()


def test_errors_are_filtered_by_cause_and_words(page):
    assert names(page) == ["Lima", "Quito", "Bold", "Cuzco"]
    page.locator("input[value^='wrong place']").uncheck()
    assert names(page) == ["Bold", "Cuzco"]
    page.fill("#search", "cuzco")
    assert page.locator("#shown").inner_text() == "2 shown"
    page.fill("#search", "missed")
    assert names(page) == ["Cuzco"]


def test_a_click_on_a_heading_sorts_and_another_turns_it_round(page):
    heading = page.get_by_role("button", name="km")
    heading.click()
    heading.click()
    assert names(page)[:2] == ["Lima", "Quito"]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("km")
    page.get_by_role("button", name="name").click()
    assert names(page) == ["Bold", "Cuzco", "Lima", "Quito"]


def test_hostile_text_is_text(page):
    assert page.locator("#faults b").count() == 0
