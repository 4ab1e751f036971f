"""What the map shows first, and how one gets back there."""

import pytest

from placemap.core import Place
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

WIDE = {"width": 2400, "height": 640}


def place(name, lon, lat, **more):
    return Place(id=f"geonames:{name}", name=name, lon_deg=lon, lat_deg=lat, **more)


VALLEY = [place(f"Valley{i}", 46 + i / 10, 39.5 + i % 3 / 5) for i in range(12)]
ATLANTA = place("Atlanta", -84.39, 33.75, country="US")


def report_of(write_report, places, *, title="Storms", key="d"):
    text = " ".join(f"A storm{i} hit {p.name}." for i, p in enumerate(places))
    report = write_report(text, id=key, title=title, language="en")
    for i, named in enumerate(places):
        report.name(named.name, named)
        report.event(f"storm{i}", "DISASTER", report.at(named.name, 1))
    return report.parsed()


def view(page):
    page.wait_for_timeout(200)  # the address follows within 160 ms
    zoom, lat, lon = page.evaluate("location.hash").split("map=")[1].split("/")
    return float(zoom), float(lat), float(lon.split("&")[0])


@pytest.fixture
def outlier(open_page, write_report, run):
    """A map of a dozen events in one valley and one across the ocean."""
    report = report_of(write_report, [*VALLEY, ATLANTA])
    opened = open_page(render_map([report], run=run))
    yield opened.page
    assert opened.asked_for == opened.console == []


def test_the_view_fits_most_events_and_not_the_one_far_away(outlier):
    zoom, lat, lon = view(outlier)
    assert zoom > 7
    assert (lat, lon) == (pytest.approx(39.7, abs=0.5), pytest.approx(46, abs=1.5))


def test_closing_a_card_gives_back_the_view_before_it(outlier):
    before = view(outlier)
    outlier.get_by_role("tab", name="Events").click()
    outlier.locator("#pane-events tbody tr", has_text="Atlanta").locator("th").click()
    outlier.wait_for_function("() => location.hash.includes('/-8')")
    outlier.keyboard.press("Escape")
    assert view(outlier) == before


def test_clearing_a_search_gives_back_the_view_before_it(outlier):
    before = view(outlier)
    outlier.locator("#search").fill("Atlanta")
    outlier.wait_for_function("() => location.hash.includes('/-8')")
    outlier.locator("#search").fill("")
    outlier.wait_for_function("() => !location.hash.includes('/-8')")
    assert view(outlier) == before


def test_where_no_event_is_in_view_they_are_counted_and_can_be_shown(outlier):
    outlier.evaluate("() => { location.hash = '#map=8/-20/-60' }")
    notice = outlier.locator(".is-outside")
    notice.get_by_text("13 events outside this view").wait_for()
    notice.get_by_role("button").click()
    notice.wait_for(state="hidden")
    assert view(outlier)[0] < 4


def test_on_a_phone_no_button_lies_on_what_happened(open_page, write_report, run):
    corners = [(29.27, -1.49), (28.86, -2.51), (29.25, -1.68), (29.47, 0.49)]
    places = [place(f"Town{i}", *corner) for i, corner in enumerate(corners)]
    page = open_page(
        render_map([report_of(write_report, places)], run=run),
        size={"width": 390, "height": 844},
    ).page
    symbols = [mark.bounding_box() for mark in page.locator(".marker").all()]
    assert symbols
    for control in ("#legend", ".leaflet-control-zoom"):
        box = page.locator(control).bounding_box()
        for own in symbols:
            assert (
                own["x"] >= box["x"] + box["width"]
                or own["x"] + own["width"] <= box["x"]
                or own["y"] >= box["y"] + box["height"]
                or own["y"] + own["height"] <= box["y"]
            )


def test_pressing_fit_again_shows_all_events(outlier):
    fit = outlier.locator("a.fit")
    before = outlier.evaluate("location.hash")
    outlier.locator(".folium-map").press("+")
    outlier.wait_for_function("h => location.hash !== h", arg=before)
    fit.click()
    assert view(outlier)[0] > 7
    assert fit.get_attribute("aria-label") == "Show all events, the far ones too"
    fit.click()
    assert view(outlier)[0] < 4
    assert outlier.locator(".marker[title*='Atlanta']").is_visible()
    fit.click()
    assert view(outlier)[0] > 7


def test_fit_follows_the_filters(outlier):
    outlier.locator("#search").fill("Atlanta")
    outlier.wait_for_function("() => document.querySelectorAll('.marker').length < 2")
    outlier.locator("a.fit").click()
    assert view(outlier)[2] < -80


def test_without_located_events_the_mentioned_places_are_shown(
    open_page, write_report, run
):
    report = write_report("Nothing happened in Suva or Lau.", id="d", language="en")
    report.name("Suva", place("Suva", 178.44, -18.14))
    report.name("Lau", place("Lau", -178.9, -18.2))
    page = open_page(render_map([report.parsed()], run=run)).page
    zoom, lat, lon = view(page)
    assert zoom > 5
    assert lat == pytest.approx(-18, abs=2)
    assert lon % 360 == pytest.approx(179.8, abs=2)
    assert page.locator(".mention").count() == 2
    page.locator("#mentioned").uncheck()
    page.wait_for_function("() => location.hash.includes('mentioned=0')")


def test_a_report_of_one_country_opens_on_it_in_detail(open_page, write_report, run):
    report = write_report("The minister of Jordan spoke.", id="d", language="en")
    report.name("Jordan", place("Jordan", 36.5, 31.2, kind="A.PCLI", country="JO"))
    page = open_page(render_map([report.parsed()], run=run)).page
    zoom, lat, lon = view(page)
    assert 5 < zoom < 8
    assert (lat, lon) == (pytest.approx(31.2, abs=2), pytest.approx(36.5, abs=3))
    assert page.locator(".coarse-note").count() == 0
    names = page.locator(".map-label").all_inner_texts()
    assert {"Amman", "Jerusalem", "Jordan"} <= set(names)
    assert "JORDAN" not in names


@pytest.mark.parametrize("size", [WIDE, {"width": 390, "height": 844}])
def test_the_whole_world_is_shown_without_its_foot(open_page, run, size):
    page = open_page(render_map([], run=run), size=size).page
    names = page.locator(".map-label").all_inner_texts()
    assert "RUSSIA" in names or "BRAZIL" in names
    assert "ANTARCTICA" not in names
    for _ in range(4):
        page.locator(".leaflet-control-zoom-out").click(force=True)
    assert "ANTARCTICA" not in page.locator(".map-label").all_inner_texts()


def test_what_happened_in_the_far_south_is_shown(open_page, write_report, run):
    report = report_of(write_report, [place("Vostok", 106.83, -78.46)])
    page = open_page(render_map([report], run=run)).page
    assert view(page)[1] < -70
    assert page.locator(".marker[title*='Vostok']").is_visible()


def test_the_report_opened_first_has_an_event_on_the_map(open_page, write_report, run):
    quiet = write_report("Nothing at all.", id="a", title="Quiet").parsed()
    loud = report_of(write_report, VALLEY[:1], title="Loud", key="b")
    page = open_page(render_map([quiet, loud], run=run)).page
    assert page.locator("#pane-text h2").inner_text() == "Loud"
    page.locator(".documents button").first.click()
    page.wait_for_function("() => location.hash.includes('doc=a')")
    address = page.evaluate("location.hash")
    again = open_page(render_map([quiet, loud], run=run), address=address).page
    assert again.locator("#pane-text h2").inner_text() == "Quiet"


@pytest.mark.parametrize(
    ("view", "names"), [("3/40/46", []), ("8/39.6/47", ["Khojavand", "Martuni"])]
)
def test_areas_too_small_to_see_are_clustered_with_the_points(
    open_page, demo_html, view, names
):
    page = open_page(demo_html, address=f"#map={view}").page
    chips = page.locator(".chip:not(:has(.is-country))")
    titles = " ".join(chip.get_attribute("title") for chip in chips.all())
    assert all(name in titles for name in names)
    assert bool(titles) == bool(names)


def test_towns_are_named_where_there_is_room_and_events_are_not(open_page, demo_html):
    page = open_page(demo_html).page
    towns = page.locator(".map-label.is-town")
    if not towns.count():
        pytest.skip("the package was built without towns")
    boxes = [label.bounding_box() for label in page.locator(".map-label span").all()]
    for k, one in enumerate(boxes):
        for other in boxes[:k]:
            apart_x = one["x"] + one["width"] <= other["x"] or (
                other["x"] + other["width"] <= one["x"]
            )
            apart_y = one["y"] + one["height"] <= other["y"] + 2 or (
                other["y"] + other["height"] <= one["y"] + 2
            )
            assert apart_x or apart_y
    assert "Yevlakh" not in towns.all_inner_texts()
