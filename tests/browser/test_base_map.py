"""Lakes and their names, and what shares the map's room with them."""

from dataclasses import replace
from datetime import date

import pytest

from placemap.core import Place
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

LAKES = ".map-label.is-lake"
DISPUTED = ".map-label.is-disputed"
PHONE = {"width": 390, "height": 844}
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
    offer = open_page(demo_html).page.get_by_role("button", name="outside this period")
    assert offer.is_visible()
    page = open_page(demo_html, address="#q=gathered").page
    assert page.get_by_role("button", name="outside this period").count() == 0


@pytest.mark.parametrize(
    ("view", "note"),
    [
        ("8/40.35/45.3", []),
        ("9/40.35/45.3", ["Boundaries may be kilometres off"]),
        ("9/51.45/0.6", ["Simplified outline here"]),
    ],
)
def test_outlines_coarser_than_the_view_are_said_to_be_so(around_sevan, view, note):
    page = around_sevan(place("Sevan", 44.95, 40.55), view=view).page
    page.wait_for_function("document.body.dataset.state === 'ready'")
    assert page.locator(".coarse-note").all_inner_texts() == note
    is_far = "Simplified outline here" in note
    assert page.locator(".map-label.is-town").count() == 0 or not is_far


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


def test_a_small_territory_is_drawn_truly_however_far_the_events_are(around_sevan):
    page = around_sevan(place("Sevan", 44.95, 40.55), view="10/31.45/34.4").page
    note = page.locator(".coarse-note").inner_text()
    assert note == "Boundaries may be kilometres off"
    towns = page.locator(".map-label.is-town")
    assert "Gaza" in towns.all_inner_texts()
    painted = page.evaluate(
        """() => {
          const canvas = document.querySelector('.leaflet-base-pane canvas');
          const dots = [...document.querySelectorAll('.is-town .town-dot')];
          const origin = canvas.getBoundingClientRect();
          const scale = canvas.width / origin.width;
          return dots.map((dot) => {
            const box = dot.getBoundingClientRect();
            const at = [box.left + 2 - origin.left, box.top + 2 - origin.top];
            return canvas.getContext('2d')
              .getImageData(at[0] * scale, at[1] * scale, 1, 1).data.slice(0, 3).join();
          });
        }"""
    )
    sea = page.evaluate(
        """() => {
          const css = getComputedStyle(document.documentElement);
          const hex = css.getPropertyValue('--map-sea').trim().slice(1);
          return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)).join();
        }"""
    )
    assert painted
    assert sea not in painted


@pytest.mark.parametrize(
    ("view", "name"),
    [
        ("7/45.3/34.4", "Crimea"),
        ("8/47/29.3", "Transnistria"),
        ("5/24.5/-13", "Western Sahara"),
        ("10/31.45/34.4", "Gaza Strip"),
    ],
)
def test_a_disputed_area_is_named_as_one(around_sevan, view, name):
    page = around_sevan(place("Sevan", 44.95, 40.55), view=view).page
    named = page.locator(DISPUTED, has_text=name)
    assert named.inner_text().split("\n") == [name, "(status disputed)"]
    style = named.locator("span").evaluate("e => getComputedStyle(e).fontStyle")
    assert style == "italic"


def test_a_disputed_area_is_named_in_the_language_of_the_page(around_sevan):
    view = "7/45.3/34.4&ui=fr"
    page = around_sevan(place("Sevan", 44.95, 40.55), view=view).page
    named = page.locator(DISPUTED, has_text="Crimée")
    assert "statut contesté" in named.inner_text()


def test_a_disputed_territory_is_not_set_as_a_country(around_sevan):
    page = around_sevan(place("Sevan", 44.95, 40.55), view="9/35.15/33.4").page
    assert page.locator(DISPUTED, has_text="Northern Cyprus").count() == 1
    countries = page.locator(".map-label.is-country").all_inner_texts()
    assert [name.lower() for name in countries] == ["cyprus"]


def test_an_area_where_something_happened_has_its_name_once(around_sevan):
    crimea = replace(place("Crimea", 34.4, 45.3, "A.ADM1", "UA"), id="adm1:UA.11")
    page = around_sevan(crimea, view="7/45.3/34.4").page
    assert page.locator(DISPUTED, has_text="Crimea").count() == 0


def square(lon, lat, half=0.2):
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    ring = [[lon + x * half, lat + y * half] for x, y in corners]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def crowded(open_page, write_report, run):
    """Open a phone's map with one town and many districts at one spot."""
    town = place("Sevan", 44.95, 40.55)
    districts = [
        place(f"District of number {n:02}", 44.95, 40.55, "A.ADM1") for n in range(40)
    ]
    parsed = reported(write_report, town, *districts)
    [event] = parsed.events
    shaped = [
        replace(at, location=replace(at.location, geometry=square(44.95, 40.55)))
        if at.place != town.id
        else at
        for at in event.places
    ]
    parsed = replace(parsed, events=(replace(event, places=tuple(shaped)),))
    html = render_map([parsed], run=run)
    return lambda view: open_page(html, address=f"#map={view}", size=PHONE).page


def test_no_symbol_stands_alone_without_a_name(crowded):
    page = crowded("8/40.55/44.95")
    page.locator(".chip").first.wait_for()
    names = page.locator(".chip").all_inner_texts()
    assert all("District" in name for name in names)
    ring = page.locator(".marker .donut-number")
    assert int(ring.text_content()) == 41 - len(names)


def test_what_a_ring_took_in_is_reached_by_pressing_it(crowded):
    page = crowded("8/40.55/44.95")
    page.locator(".marker .donut-number").wait_for()
    page.locator(".marker").click()
    page.wait_for_function("() => location.hash.includes('map=9/')")
    assert page.locator(".chip").count() > 0


def test_a_line_to_a_chip_is_short(crowded):
    page = crowded("8/40.55/44.95")
    page.locator(".chip").first.wait_for()
    lengths = page.evaluate(
        """() => {
          const chips = [...document.querySelectorAll('.chip')]
            .map((chip) => chip.getBoundingClientRect());
          const away = ({ x, y }) => Math.min(...chips.map((box) => Math.hypot(
            Math.max(box.left - x, 0, x - box.right),
            Math.max(box.top - y, 0, y - box.bottom))));
          return [...document.querySelectorAll('path.leader')].map((line) => {
            const matrix = line.getScreenCTM();
            const end = line.getPointAtLength(0).matrixTransform(matrix);
            return away(end);
          });
        }"""
    )
    assert all(length <= 40 for length in lengths)


def many_towns(n):
    return [place(f"Town {i}", 44.9 + i / 10_000, 40.5) for i in range(n)]


@pytest.mark.parametrize(("n", "is_named"), [(12, True), (120, False)])
def test_beside_large_rings_small_groups_have_no_name(around_sevan, n, is_named):
    towns = [*many_towns(n), place("Kars", 43.1, 40.6)]
    page = around_sevan(*towns, view="6/40.5/44.5").page
    page.locator(".marker .donut-number").wait_for()
    assert page.locator(".map-label.is-place", has_text="Kars").count() == is_named


def test_the_world_is_seen_once_and_fills_the_window(around_sevan):
    page = around_sevan(place("Sevan", 44.95, 40.55), view="0/20/10").page
    page.wait_for_function("() => location.hash.includes('map=')")
    zoom = float(page.evaluate("location.hash.match(/map=([0-9.]+)/)[1]"))
    box = page.locator(".folium-map").bounding_box()
    world = 256 * 2**zoom
    assert world >= 0.98 * box["width"]
    assert 0.72 * world >= 0.98 * box["height"]


def test_of_events_all_over_the_world_none_is_out_of_view(around_sevan):
    towns = [place("Suva", 170, -18), place("Accra", 0, 6), place("Hilo", -155, 20)]
    page = around_sevan(*towns, view="0/0/0", size=PHONE).page
    page.wait_for_function("() => location.hash.includes('map=')")
    zoom = float(page.evaluate("location.hash.match(/map=([0-9.]+)/)[1]"))
    box = page.locator(".folium-map").bounding_box()
    assert 256 * 2**zoom <= 1.02 * box["width"]


def test_a_picture_has_the_key_under_headings_and_how_boundaries_are_drawn(shown):
    shown.evaluate(
        """() => new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes)
              if (node.className === 'picture-foot') window.foot = node.innerText;
        }).observe(document.body, { childList: true })"""
    )
    shown.locator("#downloads summary").click()
    with shown.expect_download():
        shown.get_by_role("button", name="PNG").click()
    told = shown.evaluate("window.foot")
    assert "Violence" in told
    assert "How it is reported" in told
    assert "Disputed boundary" in told


def at_large(name, lon, lat, country):
    """A country, to be drawn as known for no more than that."""
    return Place(
        id=f"test:{name}",
        name=name,
        lon_deg=lon,
        lat_deg=lat,
        kind="A.PCLI",
        country=country,
        radius_m=200_000,
    )


def test_a_country_without_room_is_not_counted_where_it_is_not(
    open_page, write_report, run
):
    towns = [place("Sydney", 151.2, -33.9), place("Houston", -95.4, 29.8)]
    report = write_report("A storm hit Fiji. Rain fell on Sydney, Houston.", id="d")
    for one, trigger, prec in [
        (at_large("Fiji", 178, -18, "FJ"), "storm", 6),
        (towns[0], "Rain", 1),
        (towns[1], "fell", 1),
    ]:
        report.name(one.name, one)
        report.event(trigger, "DISASTER", report.at(one.name, prec))
    page = open_page(render_map([report.parsed()], run=run)).page
    chip = page.locator(".chip", has_text="Fiji").bounding_box()
    stage = page.locator(".folium-map").bounding_box()
    assert chip["x"] >= stage["x"]
    assert chip["x"] + chip["width"] <= stage["x"] + stage["width"]
    assert page.locator(".marker .donut-number").count() == 0


def test_a_country_alone_fills_the_view(open_page, write_report, run):
    jordan = at_large("Jordan", 36, 31, "JO")
    report = reported(write_report, jordan)
    [event] = report.events
    whole = tuple(replace(at, where_prec=6) for at in event.places)
    report = replace(report, events=(replace(event, places=whole),))
    page = open_page(render_map([report], run=run)).page
    shape = page.locator("path.shape-country").bounding_box()
    stage = page.locator(".folium-map").bounding_box()
    assert shape["height"] > stage["height"] / 2
    assert stage["y"] <= shape["y"]
    assert shape["y"] + shape["height"] <= stage["y"] + stage["height"]


def test_a_ring_of_two_places_has_the_names_of_both(around_sevan):
    towns = [place("Sevan", 44.95, 40.55), place("Quay", 44.951, 40.55)]
    page = around_sevan(*towns, view="8/40.5/44.9").page
    page.locator(".marker .donut-number").wait_for()
    names = page.locator(".map-label.is-place").all_inner_texts()
    assert names in (["Sevan, Quay"], ["Quay, Sevan"])


def test_the_legend_does_not_lie_on_what_happened(open_page, write_report, run):
    towns = [place("Suva", 178, -18), place("Hilo", -155, 20), place("Lima", -77, -12)]
    towns += [place("Quito", -78, 0), place("Ushuaia", -68, -55)]
    html = render_map([reported(write_report, *towns)], run=run)
    page = open_page(html).page
    boxes = [mark.bounding_box() for mark in page.locator(".marker").all()]
    legend = page.locator("#legend").bounding_box()
    assert boxes
    for box in boxes:
        is_beside = box["x"] >= legend["x"] + legend["width"]
        assert is_beside or box["y"] + box["height"] <= legend["y"]


def test_a_division_known_by_a_point_is_a_ring_without_fill(
    open_page, write_report, run
):
    lori = place("Lori", 44.5, 40.9, "A.ADM1")
    report = reported(write_report, lori)
    [event] = report.events
    [at] = event.places
    at = replace(at, where_prec=4, location=replace(at.location, uncertainty_m=40_000))
    report = replace(report, events=(replace(event, places=(at,)),))
    page = open_page(render_map([report], run=run)).page
    ring = page.locator("path.is-hollow")
    assert ring.evaluate("e => getComputedStyle(e).fillOpacity") == "0"
    assert page.locator(".extent-sample.is-region").count() == 1
    # Cut where the country ends, and closed along its border.
    clip = ring.get_attribute("clip-path").removeprefix("url(").removesuffix(")")
    assert page.locator(f"{clip} path").count() == 1
    assert page.locator("use.is-edge.is-hollow").count() == 1
