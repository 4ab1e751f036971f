"""What an editor would repeat: who said it, how many, when, and where it is written."""

from datetime import date

import pytest

from placemap.core import Count, Span
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser
TEXT = """\
Shells fell on Goris on Tuesday. The road was closed. At least six people died there, \
Local officials said.
Talks were held in Yevlakh. Prayers were said.
"""


@pytest.fixture
def undated(open_page, write_report, run):
    """A report without title, source and date, from a file."""
    report = write_report(TEXT, id="news/desk/first.txt")
    deaths = Count(best=6, low=6, claimant="Local officials", span=report.span("six"))
    report.event("Shells fell", "ASSAULT", status="attributed", deaths=deaths)
    report.event("Talks", "CONSULT", edtf="../2023-09-20", end=date(2023, 9, 20))
    opened = open_page(render_map([report.parsed()], run=run))
    yield opened.page
    assert opened.console == []


def test_a_report_that_begins_at_once_is_called_by_its_file_everywhere(undated):
    assert undated.locator("h1").inner_text() == "first.txt"
    assert undated.locator("#pane-text h2").inner_text() == "first.txt"
    byline = undated.locator("#pane-text .byline").inner_text()
    assert byline == "no date given"


def test_a_headline_in_the_text_stands_above_it_once(open_page, write_report, run):
    report = write_report(f"Shells over Goris\n\n{TEXT}", id="news/first.txt")
    report.event("Shells fell", "ASSAULT")
    report.event("Shells over", "ASSAULT")
    page = open_page(render_map([report.parsed()], run=run)).page
    assert page.locator("h1").inner_text() == "Shells over Goris"
    assert page.locator("#pane-text h2").inner_text() == "Shells over Goris"
    assert page.locator("#pane-text h2 a.trigger").count() == 1
    byline = page.locator("#pane-text .byline").inner_text()
    assert byline == "first.txt · no date given"
    assert page.locator("#pane-text .prose p").first.inner_text().startswith("Shells f")


def test_a_report_without_a_date_says_why_its_events_have_none(undated):
    advice = undated.locator("#pane-text .advice").inner_text()
    assert "2 of its 2 events are undated" in advice
    assert "--published YYYY-MM-DD" in advice


def test_a_toll_stands_with_the_sentence_that_gives_it(undated):
    undated.locator("a.trigger", has_text="Shells fell").click()
    quotes = undated.locator("#card blockquote").all_inner_texts()
    assert quotes == [
        "Shells fell on Goris on Tuesday.",
        "At least six people died there, Local officials said.",
    ]
    assert "at least 6, according to Local officials" in (
        undated.locator("#card").inner_text()
    )


def test_the_table_has_words_for_open_dates_and_unnamed_sources(undated):
    undated.get_by_role("tab", name="Events").click()
    undated.get_by_role("button", name="Wide table").click()
    table = undated.locator("#pane-events table").inner_text()
    assert "unnamed source" in table
    assert "the report itself" in table
    assert "by 20 Sept 2023" in table
    assert "../" not in table


def test_what_is_not_on_the_map_stands_under_its_reason(undated):
    undated.get_by_role("tab", name="Not on map").click()
    assert undated.locator("#pane-unplaced h2").all_inner_texts() == [
        "The text ties no place to it."
    ]
    assert undated.locator("#pane-unplaced li").count() == 2


def test_a_search_says_what_it_found_and_goes_there(shown):
    shown.locator("#search").fill("تبریز")
    notice = shown.locator("#notice")
    notice.get_by_text("1 of 14 events").wait_for()
    assert shown.locator("#pane-text h2").inner_text() == "سیل در شمال غرب"
    rows = shown.locator(".documents li")
    assert rows.first.inner_text().endswith("1 event")
    assert rows.last.get_attribute("class") == "is-emptied"
    assert shown.locator(".marker[title*='تبریز']").is_visible()
    notice.get_by_role("button", name="Clear search").click()
    assert notice.is_hidden()
    assert shown.locator("#search").input_value() == ""


def test_where_no_event_is_left_the_notice_has_the_way_back(shown):
    shown.locator("#search").fill("zzzz")
    shown.get_by_text("No event passes the filters.").wait_for()
    buttons = shown.locator("#notice").get_by_role("button")
    assert buttons.all_inner_texts() == ["Clear search"]
    shown.get_by_role("tab", name="Filters").click()
    shown.locator("#date-from").fill("2023-09-19")
    assert buttons.all_inner_texts() == ["Clear search", "Reset filters"]
    buttons.last.click()
    assert shown.locator("#count").inner_text() == "14 events"


def test_sentences_of_an_event_are_told_once(write_report):
    from placemap.output.web.payload import make_payload

    report = write_report(TEXT, id="a")
    six = report.span("six")
    report.event("fell", "ASSAULT", mentions=(six, Span(six.start + 1, six.end)))
    [event] = make_payload([report.parsed()], run=report.parsed().run)["events"]
    [[start, end]] = event["also"]
    assert TEXT[start:end].startswith("At least six")
