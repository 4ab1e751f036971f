"""The bars of the timeline and the brush over them."""

from datetime import date

import pytest

from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def count(page):
    return page.locator("#count").inner_text()


def handle(page, name):
    return page.get_by_role("slider", name=name)


def value(page, name):
    return handle(page, name).get_attribute("aria-valuetext")


def test_the_bars_say_what_they_show(shown):
    label = shown.locator(".bars").get_attribute("aria-label")
    assert label == "7 dated events by day, 15 Sept 2023 to 21 Sept 2023"
    assert shown.locator(".bar").count() >= 4
    assert shown.locator(".timeline-undated .row-count").inner_text() == "5"


def test_far_off_dates_are_shown_when_asked_for(shown):
    shown.get_by_role("button", name="Show 2 outside this period").click()
    label = shown.locator(".bars").get_attribute("aria-label")
    assert label.startswith("9 dated events by year, 1 Jan 1988 to")
    shown.get_by_role("button", name="Show the main period").click()
    assert value(shown, "First day") == "15 Sept 2023"


@pytest.fixture
def september(open_page, write_report, run):
    """A page of one event of a month, and three of days within it."""
    report = write_report("Rain fell. Hail came. Snow lay. Ice broke.", id="d")
    report.event("Rain", "DISASTER", edtf="2023-09", start=date(2023, 9, 1),
                 end=date(2023, 9, 30), date_prec=4)  # fmt: skip
    for word, n in (("Hail", 12), ("Snow", 12), ("Ice", 25)):
        day = date(2023, 9, n)
        edtf = day.isoformat()
        report.event(word, "ACCIDENT", edtf=edtf, start=day, end=day, date_prec=1)
    opened = open_page(render_map([report.parsed()], run=run))
    yield opened.page
    assert opened.asked_for == opened.console == []


def told_at(page, share, y):
    box = page.locator(".plot").bounding_box()
    page.mouse.move(box["x"] + share * box["width"], box["y"] + y)
    return page.locator(".timeline-told").inner_text()


def test_an_event_of_a_month_is_a_bracket_over_it_and_no_bar(september):
    assert september.locator(".bars path").get_attribute("d").count("M") == 2
    label = september.locator(".bars").get_attribute("aria-label")
    assert label.endswith(", 1 of them with a day not known exactly")
    bracket = september.locator(".bracket").bounding_box()
    plot = september.locator(".plot").bounding_box()
    assert bracket["width"] == pytest.approx(plot["width"], abs=10)
    assert bracket["height"] < 12
    chart = september.locator("svg.bars").bounding_box()
    assert bracket["y"] + bracket["height"] <= chart["y"] + 2
    assert september.locator(".timeline-key").inner_text() == "day not known"


def test_what_one_points_at_is_told(september):
    assert told_at(september, 0.5, 4) == (
        "Some day within 1–30 Sept 2023: 1 event · Disaster"
    )
    assert told_at(september, 11.5 / 30, 40) == (
        "12 Sept 2023: 2 events, and 1 on a day not known"
    )


def test_numbers_stand_beside_the_bars(september):
    assert september.locator(".counts span").all_inner_texts() == ["1", "2"]
    one, two = (
        september.locator(".counts span").nth(n).bounding_box()["y"] for n in (0, 1)
    )
    chart = september.locator("svg.bars").bounding_box()
    assert two == pytest.approx(chart["y"], abs=1)
    assert one == pytest.approx(chart["y"] + chart["height"] / 2, abs=1.5)


def test_where_every_day_is_known_there_is_no_bracket(shown):
    assert shown.locator(".bracket").count() == 0
    assert shown.locator(".timeline-key").is_hidden()


def test_that_undated_events_fall_out_is_said(shown):
    handle(shown, "First day").focus()
    shown.keyboard.press("ArrowRight")
    told = shown.locator(".timeline-told").inner_text()
    assert told == "16–21 Sept 2023 · 5 undated left out"
    shown.get_by_role("checkbox", name="Undated").check()
    assert "left out" not in shown.locator(".timeline-told").inner_text()


def test_in_a_low_window_it_is_folded_at_first(open_page, demo_html):
    page = open_page(demo_html, size={"width": 844, "height": 390}).page
    assert page.locator(".bars").is_hidden()
    assert page.locator(".folium-map").bounding_box()["height"] > 200


def test_the_handles_are_moved_by_keys(shown):
    handle(shown, "First day").focus()
    shown.keyboard.press("ArrowRight")
    assert value(shown, "First day") == "16 Sept 2023"
    assert count(shown) == "6 of 14 events"
    shown.keyboard.press("End")
    assert value(shown, "First day") == "21 Sept 2023"
    assert count(shown) == "1 of 14 events"
    shown.keyboard.press("Home")
    assert count(shown) == "14 events"
    handle(shown, "Last day").focus()
    shown.keyboard.press("ArrowLeft")
    shown.keyboard.press("PageDown")
    assert value(shown, "Last day") == "19 Sept 2023"
    assert handle(shown, "Last day").get_attribute("aria-valuenow") == "5"
    shown.keyboard.press("Shift+ArrowLeft")
    assert value(shown, "Last day") == "19 Sept 2023"
    handle(shown, "First day").focus()
    shown.keyboard.press("ArrowRight")
    shown.keyboard.press("Shift+ArrowRight")
    assert [value(shown, n) for n in ("First day", "Last day")] == [
        "17 Sept 2023",
        "20 Sept 2023",
    ]


def test_the_handles_and_what_is_between_them_are_dragged(shown):
    box = shown.locator(".brush-ground").bounding_box()
    bar = box["width"] / 7

    def drag(start, end):
        y = box["y"] + box["height"] / 2
        shown.mouse.move(box["x"] + start * bar, y)
        shown.mouse.down()
        shown.mouse.move(box["x"] + end * bar, y, steps=4)
        shown.mouse.up()

    drag(0, 3)
    assert value(shown, "First day") == "18 Sept 2023"
    drag(7, 5)
    assert value(shown, "Last day") == "19 Sept 2023"
    drag(4, 2)
    assert value(shown, "First day") == "16 Sept 2023"
    assert value(shown, "Last day") == "17 Sept 2023"
    shown.get_by_role("button", name="All dates").click()
    drag(4.2, 4.9)
    assert count(shown) == "3 of 14 events"


def test_a_press_chooses_one_bar(shown):
    box = shown.locator(".brush-ground").bounding_box()
    shown.mouse.click(box["x"] + box["width"] * 6.5 / 7, box["y"] + 20)
    assert value(shown, "First day") == value(shown, "Last day") == "21 Sept 2023"
    assert count(shown) == "1 of 14 events"
    assert shown.locator("#date-from").input_value() == "2023-09-21"


def test_events_without_a_date_can_be_kept_or_left_out(shown, filters):
    undated = shown.get_by_role("checkbox", name="Undated")
    assert undated.is_checked()
    undated.uncheck()
    assert count(shown) == "9 of 14 events"
    undated.check()
    handle(shown, "First day").focus()
    shown.keyboard.press("End")
    assert count(shown) == "6 of 14 events"
    filters(shown).get_by_role("button", name="Reset filters").click()
    assert count(shown) == "14 events"


def test_time_passes_until_it_is_stopped(shown):
    shown.get_by_role("button", name="Play").click()
    assert value(shown, "Last day") == "15 Sept 2023"
    assert count(shown) == "1 of 14 events"
    last = handle(shown, "Last day")
    last.page.wait_for_selector("[aria-label='Last day'][aria-valuetext^='16']")
    shown.get_by_role("button", name="Pause").click()
    shown.wait_for_timeout(2_300)
    assert value(shown, "First day") == "16 Sept 2023"


def test_the_timeline_folds_away_and_leaves_its_room_to_the_map(shown):
    height = shown.locator(".folium-map").bounding_box()["height"]
    toggle = shown.get_by_role("button", name="Timeline")
    assert toggle.get_attribute("aria-expanded") == "true"
    toggle.click()
    assert shown.locator(".bars").is_hidden()
    assert shown.locator(".folium-map").bounding_box()["height"] > height + 50


def test_the_dates_chosen_survive_in_the_address(open_page, demo_html):
    address = "#from=1988-03-01&to=2023-09-18&undated=with"
    page = open_page(demo_html, address=address).page
    assert count(page) == "10 of 14 events"
    assert page.get_by_role("checkbox", name="Undated").is_checked()
    assert value(page, "Last day") == "31 Dec 2023"
    page.wait_for_timeout(300)
    assert "from=1988-03-01&to=2023-09-18&undated=with" in page.evaluate(
        "location.hash"
    )


def test_without_dates_there_is_no_timeline(open_page, write_report, run):
    report = write_report("Rain fell.", id="d")
    report.event("Rain", "DISASTER")
    page = open_page(render_map([report.parsed()], run=run)).page
    assert page.locator("#timeline").is_hidden()


def test_on_a_phone_it_is_folded_at_first(open_page, demo_html):
    opened = open_page(demo_html, size=PHONE, has_touch=True)
    page = opened.page
    assert page.locator(".bars").is_hidden()
    page.get_by_role("button", name="Timeline").tap()
    assert page.locator(".bars").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    box = page.locator(".brush-ground").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 6.5 / 7, box["y"] + 20)
    assert value(page, "First day") == "21 Sept 2023"
    assert opened.asked_for == opened.console == []


def test_resetting_stops_the_time(shown, filters):
    shown.get_by_role("button", name="Play").click()
    filters(shown).get_by_role("button", name="Reset filters").click()
    assert shown.get_by_role("button", name="Play").is_visible()
    assert count(shown) == "14 events"
    assert shown.evaluate("document.activeElement.className") == "reset"
