"""What a reader does with the map, each in a browser without a network."""

import json
from dataclasses import replace

import pytest

from placemap.core import Name, Place
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
CARD = "#card"


def trigger(page, words):
    return page.locator("#pane-text a.trigger", has_text=words)


def count(page):
    return page.locator("#count").inner_text()


def download(page, name):
    page.locator("#downloads summary").click()
    page.locator(f"#downloads [data-file={name}]").click()


def focused(page):
    return page.evaluate(
        "document.activeElement.id || document.activeElement.className"
    )


def test_the_page_opens_without_a_request_or_a_word_on_the_console(shown):
    assert shown.locator("h1").inner_text() == "Five days around the Lachin Corridor"
    assert count(shown) == "14 events"
    assert shown.locator(".leaflet-marker-icon").count() >= 6


@pytest.mark.parametrize("view", ["8/39.7/46.8", "2/20/0", "12/39/46"])
def test_every_zoom_is_silent(open_page, demo_html, view):
    opened = open_page(demo_html, address=f"#map={view}")
    opened.page.wait_for_timeout(200)
    assert opened.asked_for == opened.console == []


def test_a_marker_opens_the_card_with_the_sentence(shown):
    shown.locator(".marker[title*='Yevlakh']").click()
    card = shown.locator(CARD)
    assert "Delegations are to meet in Yevlakh" in card.inner_text()
    assert card.locator("mark.trigger").inner_text() == "to meet"
    assert card.locator("mark.place").inner_text() == "Yevlakh"
    assert "Planned or expected" in card.inner_text()
    assert "21 Sept 2023" in card.inner_text()
    assert focused(shown) == "card"


def test_a_trigger_in_the_text_opens_its_event_and_shows_it_on_the_map(shown):
    trigger(shown, "Shells fell").click()
    text = shown.locator(CARD).inner_text()
    for expected in (
        "Assault",
        "5 (5 to 7), according to the local ombudsman",
        "named town, within about 4 km",
        "used by Azerbaijan",
        "used by Armenians",
        "Controlled by Artsakh",
        "United Nations: regarded as belonging to Azerbaijan",
        "Stepanavan",
        "geonames:146970",
    ):
        assert expected in text
    assert shown.locator(".marker.is-open").count() == 1
    shown.wait_for_function("() => location.hash.includes('event=een0')")


def test_the_way_into_the_text_and_back(shown):
    shown.locator(".marker[title*='Yevlakh']").click()
    shown.get_by_role("button", name="Show in text").click()
    assert shown.evaluate("document.activeElement.textContent") == "to meet"
    shown.keyboard.press("Enter")
    assert focused(shown) == "card"


def test_escape_closes_the_card_and_gives_the_focus_back(shown):
    trigger(shown, "blocked").focus()
    shown.keyboard.press("Enter")
    assert shown.locator(CARD).is_visible()
    shown.keyboard.press("Escape")
    assert shown.locator(CARD).is_hidden()
    assert shown.evaluate("document.activeElement.textContent") == "blocked"


def test_a_marker_can_be_reached_and_opened_by_keyboard(shown):
    marker = shown.locator(".marker[title*='Spitak']")
    marker.focus()
    shown.keyboard.press("Enter")
    assert "earthquake" in shown.locator(CARD).inner_text()
    shown.keyboard.press("Escape")
    assert "Spitak" in shown.evaluate("document.activeElement.title")


def test_several_events_at_one_place_are_a_list(open_page, demo_html):
    opened = open_page(demo_html, address="#map=10/39.7/46.7")
    page = opened.page
    page.locator(".marker[title*='Stepanakert']").click()
    items = page.locator("#card .event-list button")
    assert page.locator("#card .kicker").inner_text() == "3 events here"
    assert items.count() == 3
    items.nth(1).click()
    assert "gathered on the main square" in page.locator(CARD).inner_text()
    page.get_by_role("button", name="Back to the list").click()
    assert items.count() == 3
    assert opened.console == []


def test_areas_lines_and_countries_are_drawn_as_such(shown):
    assert shown.locator("path.shape-area").count() == 2
    assert shown.locator("path.shape-line").count() == 1
    assert shown.locator("path.shape-country").count() == 1
    assert shown.locator(".marker[title*='Armenia']").count() == 0
    assert "country level" in shown.locator(".chip[title*='Armenia']").inner_text()
    fill = shown.locator("path.shape-country").evaluate("e => getComputedStyle(e).fill")
    assert fill.startswith('url("#hatch')


@pytest.mark.parametrize("status", ["future", "hypothetical", "denied", "historical"])
def test_how_an_event_is_reported_shows_in_its_symbol(open_page, demo_html, status):
    page = open_page(demo_html, address="#map=10/39.7/46.7").page

    def look(state):
        return page.locator(f"#legend [data-status={state}] .symbol-body").evaluate(
            "e => { const s = getComputedStyle(e); return [s.fill, s.stroke]; }"
        )

    assert look(status) != look("asserted")


def test_mentioned_places_are_off_until_asked_for(shown):
    assert shown.locator(".mention").count() == 0
    shown.locator("#mentioned").check()
    assert shown.locator(".mention").count() == 2
    titles = shown.locator(".mention").evaluate_all("all => all.map(e => e.title)")
    assert "Tbilisi: mentioned place" in titles
    assert not any("Moscow" in title or "Baku" in title for title in titles)


def test_a_mentioned_place_has_a_card_that_says_so(shown):
    shown.locator("#pane-text a.place", has_text="Tbilisi").click()
    assert shown.locator("#card .kicker").inner_text() == "Mentioned only"
    assert shown.locator("path.spot").count() == 1


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Baku", "Stands for a government or body, not mapped"),
        ("Old Mill", "Ambiguous: no place was chosen"),
    ],
)
def test_the_text_tells_why_a_name_is_not_on_the_map(shown, words, note):
    link = shown.locator("#pane-text a.place", has_text=words)
    assert link.get_attribute("title") == note
    link.click()
    assert shown.locator("#card .kicker").inner_text() == note
    assert shown.locator("path.spot").count() == 0


def test_the_uncertainty_of_a_point_is_drawn_when_it_is_open(shown):
    assert shown.locator("path.uncertainty").count() == 0
    trigger(shown, "Shells fell").click()
    assert shown.locator("path.uncertainty").count() == 1


def test_a_type_can_be_hidden_and_the_counts_follow(shown, filters):
    row = filters(shown).locator("[data-type=ASSAULT]")
    assert row.locator(".row-count").inner_text() == "4"
    row.locator("input").uncheck()
    assert count(shown) == "10 of 14 events"
    denied = shown.locator("#pane-filters [data-status=denied] .row-count")
    assert denied.inner_text() == "0"
    assert row.locator(".row-count").inner_text() == "0 of 4"
    assert "is-hidden" in trigger(shown, "Shells fell").get_attribute("class")
    shown.get_by_role("button", name="Reset filters").click()
    assert count(shown) == "14 events"


def test_a_status_and_dates_narrow_the_events(shown, filters):
    filters(shown).locator("[data-status=future] input").uncheck()
    assert count(shown) == "13 of 14 events"
    shown.locator("#date-from").fill("2023-09-19")
    assert count(shown) == "3 of 14 events"
    shown.locator("#date-to").fill("2023-09-10")
    assert count(shown) == "0 of 14 events"
    assert (
        shown.locator("#notice").inner_text().startswith("No event passes the filters.")
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("xankendi", "3 of 14 events"),
        ("STEPANAKÉRT", "3 of 14 events"),
        ("خانکندی", "3 of 14 events"),
        ("ombudsman five", "1 of 14 events"),
        ("nothing of the kind", "0 of 14 events"),
    ],
)
def test_search_folds_names_and_reads_the_text(shown, query, expected):
    shown.locator("#search").fill(query)
    shown.wait_for_function("t => document.querySelector('#count').textContent === t",
                            arg=expected)  # fmt: skip


def test_the_table_has_all_events_and_opens_them(shown):
    shown.get_by_role("tab", name="Events").click()
    rows = shown.locator("#pane-events tbody tr")
    assert rows.count() == 14
    heads = shown.locator("#pane-events thead th button").all_inner_texts()
    assert heads == ["When", "What", "Where", "Status"]
    rows.filter(has_text="Khojavand").get_by_role("button").click()
    assert "hit a mine" in shown.locator(CARD).inner_text()
    assert "is-open" in rows.filter(has_text="Khojavand").get_attribute("class")


def test_events_left_off_the_map_are_listed_with_the_reason(shown):
    shown.get_by_role("tab", name="Not on map").click()
    [text] = shown.locator("#pane-unplaced li").all_inner_texts()
    assert "accused its neighbour" in text
    reason = shown.locator("#pane-unplaced .list-reason").inner_text()
    assert reason.startswith("A statement has no place of its own")


def test_alias_statements_are_listed_with_their_verdict(shown):
    shown.get_by_role("tab", name="Names").click()
    text = shown.locator("#pane-names li").inner_text()
    assert "confirmed" in text
    assert "Khankendi is used by Azerbaijan" in text


def test_tabs_follow_the_arrow_keys(shown):
    shown.get_by_role("tab", name="Text").focus()
    shown.keyboard.press("ArrowRight")
    assert focused(shown) == "tab-events"
    assert shown.locator("#pane-events").is_visible()
    shown.keyboard.press("End")
    assert focused(shown) == "tab-names"


def test_only_the_open_report_is_in_the_page(shown):
    assert "Shells fell" in shown.locator("#pane-text .prose").inner_text()
    shown.locator(".documents button").nth(1).click()
    prose = shown.locator("#pane-text .prose")
    assert "Shells" not in prose.inner_text()
    assert prose.locator("p").first.get_attribute("dir") == "rtl"
    assert shown.locator("#pane-text article").get_attribute("lang") == "fa"


def test_opening_an_event_opens_its_report(shown):
    shown.locator(".marker[title*='تبریز']").click()
    assert shown.locator("#pane-text article").get_attribute("lang") == "fa"
    assert shown.locator("#card blockquote").get_attribute("dir") == "rtl"


def test_the_coverage_line_adds_up(shown):
    line = shown.locator("#pane-text .coverage summary").inner_text()
    assert line == "18 place mentions: 17 resolved, 1 ambiguous"


def test_the_state_survives_in_the_address(open_page, demo_html, filters):
    first = open_page(demo_html).page
    filters(first).locator("[data-type=AID] input").uncheck()
    filters(first).locator("[data-status=denied] input").uncheck()
    first.locator("#mentioned").check()
    first.locator("#date-from").fill("2023-09-01")
    first.locator("#tab-text").click()
    trigger(first, "Gunfire").click()
    first.wait_for_function("() => location.hash.includes('event=')")
    address = first.evaluate("location.hash")
    second = open_page(demo_html, address=address)
    page = second.page
    page.wait_for_function("h => location.hash === h", arg=address)
    assert count(page) == count(first)
    assert not page.locator("#pane-filters [data-type=AID] input").is_checked()
    assert page.locator("#mentioned").is_checked()
    assert "Gunfire" in page.locator(CARD).inner_text()
    assert second.console == []


@pytest.mark.parametrize(
    "address",
    [
        "#map=99/999/999&event=nobody&without=X,Y&q=%",
        "#map=a/b/c&from=never&doc=__proto__&not=constructor",
        "#%E0%A4%A&event=%00&map=NaN/NaN/NaN",
        "#q=<img src=x onerror=alert(1)>&event=<script>",
        "#from=2023-02-31&to=0000-00-00&by=__proto__&at=<b>&exact=9&score=-1&sort=-",
    ],
)
def test_a_hostile_address_is_read_as_far_as_it_makes_sense(
    open_page, demo_html, address
):
    opened = open_page(demo_html, address=address)
    opened.page.wait_for_timeout(150)
    assert opened.page.locator("#pane-text article").is_visible()
    assert opened.asked_for == opened.console == []


def test_the_visible_events_download_as_geojson(shown, filters):
    filters(shown).locator("[data-type=ASSAULT] input").uncheck()
    with shown.expect_download() as waiting:
        download(shown, "geojson")
    collection = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    features = collection["features"]
    assert len(features) == 10
    types = {f["properties"]["place_name"]: f["geometry"] for f in features}
    assert types["Lachin Corridor"]["type"] == "LineString"
    assert types["Armenia"] is None
    assert types["Yevlakh"]["coordinates"] == [47.15, 40.6172]
    assert all("crs" not in f for f in [collection, *features])


@pytest.mark.parametrize(
    ("labels", "told", "title"),
    [
        ("text", "Names as in the text", "Stepanakert\nXankəndi (Azerbaijan)"),
        ("official", "Official names", "Xankəndi\nStepanakert (Armenians)"),
        ("AZ", "Names as used by Azerbaijan", "Xankəndi\nStepanakert (Armenians)"),
    ],
)
def test_the_label_policy_leads_everywhere_and_is_told(
    open_page, demo_under, labels, told, title
):
    page = open_page(demo_under(labels)).page
    assert page.locator("#names option:checked").inner_text() == told
    trigger(page, "Shells fell").click()
    heading = page.locator("#card-title").inner_text().replace("\xa0", " ")
    assert heading.split() == title.split()
    name = title.partition("\n")[0]
    assert page.locator(f"[aria-label*='{name}']").count() > 0
    page.locator("#tab-events").click()
    assert page.locator(f"#pane-events td bdi:text-is('{name}')").count() > 0
    with page.expect_download() as waiting:
        download(page, "geojson")
    collection = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert collection["placemap"]["labels"] == labels
    assert name in {f["properties"]["place_name"] for f in collection["features"]}


def test_rival_names_are_cut_alike(open_page, write_report, run):
    sides = {"Armenians": "A" * 40, "Azerbaijan": "B" * 40}
    names = [Name(text=n, kind="local", used_by=u) for u, n in sides.items()]
    report = write_report("Rain fell on Lakeside.", id="1")
    report.name("Lakeside", place("Lakeside", 45, 40, names=tuple(names)))
    report.event("Rain fell", "DISASTER", report.at("Lakeside", 1))
    html = render_map([report.parsed()], run=replace(run, labels="local"))
    page = open_page(html).page
    label = page.locator(".map-label").all_inner_texts()[0]
    assert label == f"{'A' * 15}… / {'B' * 15}…"


def test_dark_and_light_can_be_chosen(open_page, demo_html):
    page = open_page(demo_html, color_scheme="dark").page

    def ground():
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    dark = ground()
    page.locator("#theme").click()
    assert ground() == "rgb(255, 255, 255)"
    page.locator("#theme").click()
    assert ground() == dark != "rgb(255, 255, 255)"


def test_about_names_sources_and_licences(shown):
    shown.locator("#open-about").click()
    text = shown.locator("#about").inner_text()
    assert "GeoNames, CC BY 4.0" in text
    assert "not a statement of sovereignty" in text
    assert "test world 1" in text
    shown.keyboard.press("Escape")
    assert shown.locator("#about").is_hidden()


def test_the_policy_stops_what_is_not_ours(open_page, demo_html):
    opened = open_page(demo_html)
    opened.page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          const image = '<img src=x onerror="window.ran = true">';
          document.body.insertAdjacentHTML('beforeend', image);
          return fetch('https://example.org/').catch(() => null);
        }"""
    )
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in line for line in opened.console)


def test_paper_gets_the_map_whole_and_light(open_page, demo_html):
    page = open_page(demo_html, color_scheme="dark").page
    page.locator("body[data-state=ready]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    box = page.locator(".folium-map").bounding_box()
    assert box["width"] == pytest.approx(680, abs=2)
    for name in ("Spitak", "تبریز", "اردبیل"):
        marker = page.locator(f".marker[title*='{name}']").bounding_box()
        assert box["x"] <= marker["x"] <= box["x"] + box["width"]
        assert box["y"] <= marker["y"] <= box["y"] + box["height"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.className") == ""


def test_without_motion_nothing_flies(shown):
    before = shown.evaluate("performance.now()")
    trigger(shown, "earthquake").click()
    assert shown.locator(".leaflet-zoom-anim .leaflet-zoom-animated").count() == 0
    assert shown.evaluate("performance.now()") - before < 5_000


def place(name, lon, lat, **more):
    return Place(id=f"geonames:{name}", name=name, lon_deg=lon, lat_deg=lat, **more)


@pytest.fixture
def storm_page(write_report, run):
    """Render a report of one storm at some places, each with its precision."""

    def render(text, *where):
        report = write_report(text, id="d", title="Elsewhere", language="en")
        for named, _ in where:
            report.name(named.name, named)
        happened_at = [report.at(named.name, prec) for named, prec in where]
        report.event("storm", "DISASTER", *happened_at)
        return render_map([report.parsed()], run=run)

    return render


def test_events_either_side_of_the_date_line_are_shown_together(open_page, storm_page):
    suva = place("Suva", 178.44, -18.14, country="FJ")
    lau = place("Lau", -178.9, -18.2, country="FJ")
    html = storm_page("A storm hit Suva and Lau.", (suva, 1), (lau, 1))
    opened = open_page(html)
    west = opened.page.locator(".marker[title*='Suva']").bounding_box()
    east = opened.page.locator(".marker[title*='Lau']").bounding_box()
    assert 50 < east["x"] - west["x"] < 600
    assert opened.console == []


def test_a_country_across_the_date_line_is_hatched_where_it_is(open_page, storm_page):
    russia = place("Russia", 100, 60, country="RU", kind="A.PCLI")
    html = storm_page("A storm of protest across Russia.", (russia, 6))
    page = open_page(html).page
    chip = page.locator(".chip").bounding_box()
    assert "country level" in page.locator(".chip").inner_text()
    under = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).getAttribute('class')",
        [chip["x"] + chip["width"] / 2, chip["y"] + 40],
    )
    assert "shape-country" in under


def test_no_document_is_an_answer(open_page, run):
    opened = open_page(render_map([], run=run))
    notice = opened.page.locator("#notice").inner_text()
    assert notice == "There is nothing to show: no document was given."
    assert opened.asked_for == opened.console == []


def test_no_event_is_an_answer(open_page, write_report, run):
    report = write_report("Nothing happened.", id="d").parsed()
    opened = open_page(render_map([report], run=run))
    notice = opened.page.locator("#notice").inner_text()
    assert notice == "No event in these reports could be tied to a place."
    assert "Nothing happened." in opened.page.locator(".prose").inner_text()
    assert opened.asked_for == opened.console == []


class TestOnAPhone:
    @pytest.fixture
    def phone(self, open_page, demo_html):
        opened = open_page(demo_html, size=PHONE, has_touch=True)
        yield opened.page
        assert opened.asked_for == opened.console == []

    def test_nothing_is_wider_than_the_screen(self, phone):
        for step in (
            phone.locator("h1"),
            phone.get_by_role("tab", name="Events"),
            phone.locator("#legend > summary"),
            phone.locator("#legend > summary"),
            phone.locator("#pane-events tbody button").first,
        ):
            step.click()
            width = phone.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE["width"]

    def test_the_map_lies_above_the_text(self, phone):
        stage = phone.locator(".stage").bounding_box()
        panel = phone.locator("#panel").bounding_box()
        assert stage["y"] + stage["height"] <= panel["y"] + 1
        assert stage["width"] == PHONE["width"]

    def test_the_card_is_a_sheet_that_leaves_the_place_in_view(self, phone):
        trigger(phone, "Shells fell").click()
        sheet = phone.locator(CARD).bounding_box()
        assert sheet["width"] == PHONE["width"]
        assert sheet["y"] + sheet["height"] == pytest.approx(PHONE["height"], abs=1)
        marker = phone.locator(".marker.is-open").bounding_box()
        assert 0 <= marker["y"] < sheet["y"]

    def test_the_text_comes_back_when_asked_for(self, phone):
        trigger(phone, "Shells fell").click()
        phone.get_by_role("button", name="Show in text").click()
        assert phone.locator(CARD).is_hidden()
        assert phone.evaluate("document.activeElement.textContent") == "Shells fell"
