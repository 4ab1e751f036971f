"""Lakes and their names, and what shares the map's room with them."""

from dataclasses import replace
from datetime import date

import pytest

from placemap.core import Place
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

LAKES = ".map-label.is-lake"
LINE = {"type": "LineString", "coordinates": [[46.34, 39.51], [47.15, 40.62]]}


def reported(write_report, *places, **where):
    words = " and ".join(place.name for place in places)
    report = write_report(f"Floods were reported in {words} on Monday.", id="d")
    for place in places:
        report.name(place.name, place)
    at = [report.at(place.name, 1, **where) for place in places]
    report.event("Floods", "DISASTER", *at)
    return report.parsed()


def place(name, lon, lat, kind="P.PPL", country="AM"):
    return Place(
        id=f"test:{name}",
        name=name,
        lon_deg=lon,
        lat_deg=lat,
        kind=kind,
        country=country,
    )


@pytest.fixture
def around_sevan(open_page, write_report, run):
    def opened(*places, view="9/40.35/45.3", **options):
        html = render_map([reported(write_report, *places)], run=run)
        return open_page(html, address=f"#map={view}", **options)

    return opened


def test_a_lake_is_drawn_and_named(around_sevan):
    opened = around_sevan(place("Gavar", 45.12, 40.36))
    assert opened.page.locator(LAKES).all_inner_texts() == ["Lake Sevan"]
    assert opened.asked_for == opened.console == []


def test_a_lake_where_something_happened_has_its_name_once(around_sevan):
    page = around_sevan(place("Lake Sevan", 45.35, 40.35, "H.LK")).page
    assert page.locator(LAKES).count() == 0
    assert page.get_by_text("Lake Sevan", exact=True).count() >= 1


def test_far_from_the_events_the_largest_lakes_are_named(around_sevan):
    page = around_sevan(place("Gavar", 45.12, 40.36), view="6/-1/33").page
    assert "Lake Victoria" in page.locator(LAKES).all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lake_has_the_colour_of_the_sea(around_sevan, scheme):
    page = around_sevan(place("Gavar", 45.12, 40.36), color_scheme=scheme).page
    painted, sea = page.evaluate(
        """() => {
          const canvas = document.querySelector('.leaflet-base-pane canvas');
          const label = document.querySelector('.is-lake').getBoundingClientRect();
          const box = canvas.getBoundingClientRect();
          const scale = canvas.width / box.width;
          const at = [label.left - box.left, label.top - box.top - 14];
          const pixel = canvas.getContext('2d')
            .getImageData(at[0] * scale, at[1] * scale, 1, 1).data;
          const css = getComputedStyle(document.documentElement);
          const hex = css.getPropertyValue('--map-sea').trim().slice(1);
          const sea = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
          return [[...pixel].slice(0, 3), sea];
        }"""
    )
    assert painted == sea


def test_what_lies_between_two_places_is_one_thing_with_both_names(
    open_page, write_report, run
):
    goris, yevlakh = place("Goris", 46.34, 39.51), place("Yevlakh", 47.15, 40.62)
    report = write_report("Floods were reported between Goris and Yevlakh.", id="d")
    report.name("Goris", goris)
    report.name("Yevlakh", yevlakh)
    middle = place("middle", 46.74, 40.07)
    ends = [report.at(name, 5, LINE) for name in ("Goris", "Yevlakh")]
    report.event("Floods", "DISASTER", *(moved(end, middle) for end in ends))
    page = open_page(render_map([report.parsed()], run=run)).page
    assert page.locator(".chip").count() == 1
    assert "Goris – Yevlakh" in page.locator(".chip").inner_text()


def moved(event_place, to):
    location = replace(event_place.location, lon_deg=to.lon_deg, lat_deg=to.lat_deg)
    return replace(event_place, location=location)


def test_beside_a_card_the_legend_is_closed_but_can_be_opened(shown):
    legend = shown.locator("#legend")
    shown.locator(".marker[title*='Yevlakh']").click()
    assert legend.get_attribute("open") is None
    shown.locator("#legend > summary").click()
    assert shown.locator("#legend-body").is_visible()
    assert shown.locator("#card").is_visible()
    shown.locator("#legend > summary").click()
    shown.keyboard.press("Escape")
    assert shown.locator("#legend-body").is_visible()


def test_beside_a_wide_table_the_legend_is_closed(shown):
    legend = shown.locator("#legend")
    shown.get_by_role("tab", name="Events").click()
    shown.get_by_role("button", name="Wide table").click()
    assert legend.get_attribute("open") is None
    shown.get_by_role("tab", name="Text").click()
    assert legend.get_attribute("open") == ""


def test_in_a_low_window_the_buttons_do_not_lie_under_the_legend(open_page, demo_html):
    page = open_page(demo_html, size={"width": 640, "height": 400}).page
    buttons = page.locator(".leaflet-control-zoom").bounding_box()
    legend = page.locator("#legend").bounding_box()
    assert buttons["y"] + buttons["height"] <= legend["y"]


def test_a_single_day_is_told_once(open_page, write_report, run):
    day = date(2023, 9, 18)
    parsed = reported(write_report, place("Gavar", 45.12, 40.36))
    events = [
        replace(event, edtf="2023-09-18", start=day, end=day, date_prec=1)
        for event in parsed.events
    ]
    page = open_page(render_map([replace(parsed, events=tuple(events))], run=run)).page
    told = page.locator("#timeline").inner_text()
    assert "18 Sept 2023" in told
    assert "–" not in told


def test_where_no_event_is_far_off_none_is_offered(open_page, demo_html):
    offer = open_page(demo_html).page.get_by_role("button", name="far-off")
    assert offer.is_visible()
    page = open_page(demo_html, address="#q=gathered").page
    assert page.get_by_role("button", name="far-off").count() == 0


@pytest.mark.parametrize(
    ("view", "is_coarse"), [("9/40.35/45.3", False), ("9/31.45/34.6", True)]
)
def test_far_from_the_events_the_outline_is_said_to_be_simplified(
    around_sevan, view, is_coarse
):
    page = around_sevan(place("Sevan", 44.95, 40.55), view=view).page
    page.wait_for_function("document.body.dataset.state === 'ready'")
    assert page.locator(".coarse-note").count() == is_coarse
    assert page.locator(".map-label.is-town").count() == 0 or not is_coarse


def test_no_country_is_named_within_the_area_of_an_event(open_page, write_report, run):
    whole = {
        "type": "Polygon",
        "coordinates": [[[40, 36], [52, 36], [52, 44], [40, 44], [40, 36]]],
    }
    told = reported(
        write_report, place("Sevan", 44.95, 40.55, kind="A.ADM1"), geometry=whole
    )
    page = open_page(render_map([told], run=run), address="#map=7.5/40/46").page
    page.locator(".shape-area").first.wait_for(state="attached")
    assert page.locator(".map-label.is-country").count() == 0
