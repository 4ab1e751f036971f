"""The interface in other languages: chosen by whom, right to left, nothing left out."""

import re

import pytest

from placemap.output.web.assets import languages
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

ALL = languages()
LATIN = re.compile(r"[A-Za-z]{4,}")


@pytest.fixture
def opened_in(open_page, demo_html):
    """Open the demo for a reader of a language; nothing may be asked for or said."""
    pages = []

    def opened(locale="en-GB", **options):
        page = open_page(demo_html, locale=locale, **options)
        page.page.wait_for_selector("body[data-state=ready]")
        pages.append(page)
        return page.page

    yield opened
    for page in pages:
        assert page.asked_for == []
        assert page.console == []


@pytest.mark.parametrize(
    ("locale", "code"),
    [("fr-CA", "fr"), ("es-MX", "es"), ("ru-RU", "ru"), ("ar-EG", "ar"), ("de", "en")],
)
def test_the_page_speaks_the_language_of_the_browser(opened_in, locale, code):
    page = opened_in(locale)
    assert page.locator("html").get_attribute("lang") == code
    words = ALL[code]
    assert page.locator("#tab-events").inner_text().startswith(words["tab.events"])
    assert page.locator("#print").inner_text() == words["print"]
    assert words["type.ASSAULT"] in page.locator("#legend").inner_text()
    assert page.locator("#search").get_attribute("placeholder") == words["search.hint"]


def test_the_language_is_switched_in_the_page_and_the_state_stays(opened_in, filters):
    page = opened_in()
    filters(page).locator("[data-type=AID] input").uncheck()
    page.locator("#tab-events").click()
    page.locator("#language").select_option("ru")
    page.wait_for_selector("html[lang=ru]")
    assert "ui=ru" in page.evaluate("location.hash")
    assert not page.locator("#pane-filters [data-type=AID] input").is_checked()
    table = page.locator("#pane-events").inner_text()
    assert ALL["ru"]["type.ASSAULT"] in table
    assert "сент. 2023" in table


def test_a_page_made_in_a_language_speaks_it_to_everybody(open_page, demo, run):
    html = render_map(demo, run=run, language="es")
    page = open_page(html, locale="fr-FR").page
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator("#print").inner_text() == "Imprimir"
    other = open_page(html, locale="fr-FR", address="#ui=en").page
    other.wait_for_selector("html[lang=en]")
    assert other.locator("#print").inner_text() == "Print"


def test_arabic_runs_from_right_to_left_and_the_map_keeps_its_east(opened_in):
    page = opened_in("ar")
    assert page.locator("html").get_attribute("dir") == "rtl"
    box = {
        name: page.locator(name).bounding_box()
        for name in ("#panel", ".folium-map", "#legend", ".leaflet-control-zoom")
    }
    assert box["#panel"]["x"] < box[".folium-map"]["x"]
    middle = box[".folium-map"]["x"] + box[".folium-map"]["width"] / 2
    assert box["#legend"]["x"] > middle
    assert box[".leaflet-control-zoom"]["x"] > middle
    at = {
        who: page.locator(f".marker[title*='{who}'], .chip[title*='{who}']").first
        for who in ("Spitak", "اردبیل")
    }
    west, east = (at[who].bounding_box()["x"] for who in ("Spitak", "اردبیل"))
    assert west < east
    legend = box["#legend"]
    assert east < legend["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_card_in_arabic_has_no_english_but_that_of_data(opened_in):
    page = opened_in("ar")
    page.locator("#pane-text a.trigger").first.click()
    terms = page.locator("#card dt, #card button, #card summary").all_inner_texts()
    assert terms
    # What the rules of the extractor decided is named as they name it.
    assert [text for text in terms if LATIN.search(text)] == []


PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("options", [{}, {"size": PHONE}])
def test_what_the_rules_say_in_english_is_marked_as_english(opened_in, options):
    page = opened_in("ar", **options)
    page.locator("#pane-text a.trigger").first.click()
    page.locator("#card details summary").click()
    told = page.locator("#card .why dd")
    assert told.count() > 2
    for part in told.all():
        assert part.evaluate(
            """node => [...node.childNodes].every((child) =>
                !/[A-Za-z]{4}/.test(child.textContent) ||
                (child.lang === 'en' && child.dir === 'ltr') ||
                child.classList?.contains('score'))"""
        )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_title_is_cut_at_its_own_end(opened_in):
    page = opened_in("ar", size=PHONE)
    title = page.locator("h1")
    assert title.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert title.evaluate("node => getComputedStyle(node).textAlign") == "right"


def test_kinds_and_reasons_are_told_in_the_language(open_page, write_report, run):
    report = write_report("Drones struck Goris. Talks failed.", id="a")
    why = {
        "status": "reported speech: 'said'",
        "place": "no place is tied to it",
        "time": "inferred: the day the report is about",
    }
    report.event("Drones struck", "ASSAULT", mode="drone", why=why)
    page = open_page(render_map([report.parsed()], run=run, language="fr")).page
    page.locator("#tab-unplaced").click()
    assert page.locator("#pane-unplaced h2").text_content() == (
        "aucun lieu n’y est rattaché"
    )
    page.locator("#pane-unplaced li button").click()
    assert "frappe de drone" in page.locator("#card .kicker").inner_text()
    page.locator("#card details summary").click()
    told = page.locator("#card .why").inner_text()
    assert "discours rapporté\u00a0: 'said'" in told
    assert "déduit\u00a0: le jour dont parle la dépêche" in told


def test_countries_on_the_map_are_called_as_the_language_has_it(opened_in):
    page = opened_in("ru")
    names = page.locator(".map-label.is-country").all_inner_texts()
    assert "ГРУЗИЯ" in [name.upper() for name in names]


def test_files_are_the_same_in_every_language(opened_in):
    contents = []
    for locale in ("en-GB", "ar"):
        page = opened_in(locale)
        page.locator("#downloads summary").click()
        with page.expect_download() as waiting:
            page.locator("[data-file=geojson]").click()
        contents.append(waiting.value.path().read_bytes())
    assert contents[0] == contents[1]
