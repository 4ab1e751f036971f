"""Publication dates in the forms that files give them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.corpus.dates import parse_published


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-09-19", "2023-09-19"),
        (" 2023-09-19\n", "2023-09-19"),
        ("20230919", "2023-09-19"),
        ("2016/12/17", "2016-12-17"),
        ("2023-09-19T14:30", "2023-09-19T14:30:00"),
        ("2023-09-19 14:30:05", "2023-09-19T14:30:05"),
        ("20230919T143005Z", "2023-09-19T14:30:05+00:00"),
        ("2023-09-19 14:30:05 UTC", "2023-09-19T14:30:05+00:00"),
        ("2023-09-19 14:30:05 -0500", "2023-09-19T14:30:05-05:00"),
        ("2009-03-20 12:24:52.002364-05", "2009-03-20T12:24:52.002364-05:00"),
        ("2009-03-20 12:24:52.5+05:30", "2009-03-20T12:24:52.500000+05:30"),
        ("Tue, 19 Sep 2023 14:30:00 GMT", "2023-09-19T14:30:00+00:00"),
        ("Tue, 19 Sep 2023 14:30:00 -0500", "2023-09-19T14:30:00-05:00"),
        ("Tue, 19 Sep 2023 14:30 +0000 (UTC)", "2023-09-19T14:30:00+00:00"),
        ("19 Sep 2023 14:30 EST", "2023-09-19T14:30:00-05:00"),
        ("17 December 2016", "2016-12-17"),
        ("17 December 2016 GMT", "2016-12-17"),
        ("December 17th, 2016", "2016-12-17"),
        ("Sept. 5, 2016", "2016-09-05"),
        ("2016 Oct 10", "2016-10-10"),
        ("4:58 PM ET, Wed November 16, 2016", "2016-11-16T16:58:00"),
        ("Wed Nov 23, 2016 | 12:27am", "2016-11-23T00:27:00"),
        ("1 May 2016 at 12:05 p.m.", "2016-05-01T12:05:00"),
        ("2016-12-10 18:38 ET", "2016-12-10T18:38:00"),
    ],
)
def test_understood_forms(text, expected):
    found = parse_published(text)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "3/4/2023",
        "3 May 23",
        "May 2023",
        "2023",
        "2023-02-30",
        "2023-09-19T25:00:00",
        "1695100000",
        "1212121212121",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
        "12 May 2020 13 May 2020",
        "12 Maybe 2020",
        "2023-09-19\0",
        "2023-09-19, Baku",
        "٢٠٢٣-٠٩-١٩ x",
        "9" * 10_000,
    ],
)
def test_what_is_no_single_day_is_none(text):
    assert parse_published(text) is None


@given(st.dates(date(1600, 1, 1), date(2999, 12, 31)))
def test_every_iso_date_is_read(day):
    assert parse_published(day.isoformat()) == day


@given(
    st.datetimes(
        datetime.fromisoformat("1600-01-02"), datetime.fromisoformat("2999-12-30")
    ),
    st.integers(-14 * 60, 14 * 60),
)
def test_every_iso_datetime_is_read(moment, offset_min):
    moment = moment.replace(tzinfo=timezone(timedelta(minutes=offset_min)))
    assert parse_published(moment.isoformat()) == moment


@given(st.text(alphabet="0123456789 -/:,.TZ+jandecmyp|()²٣", max_size=30))
def test_nothing_raises(text):
    found = parse_published(text)
    assert found is None or isinstance(found, date)
