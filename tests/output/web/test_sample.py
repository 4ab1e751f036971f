from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document, Event, ParsedDocument, Run, Span
from placemap.output.web import payload as payloads
from placemap.output.web.payload import make_payload
from placemap.output.web.sample import SampleWarning, sampled

RUN = Run(version="1", gazetteer="none", gazetteer_sha256="")


def report(key, n):
    return ParsedDocument(
        document=Document(id=f"d{key}", text="Rain fell."),
        toponyms=(),
        aliases=(),
        events=tuple(
            Event(id=f"e{key}.{k}", trigger=Span(0, 4), type="DISASTER")
            for k in range(n)
        ),
        locations={},
        run=RUN,
    )


def reports(sizes):
    return [report(key, n) for key, n in enumerate(sizes)]


sizes = st.lists(st.integers(0, 6), max_size=12)


@given(sizes, st.integers(1, 20))
def test_a_sample_is_whole_reports_in_their_order_and_no_more_events(sizes, most):
    everything = reports(sizes)
    sample = sampled(everything, most=most)
    assert sample.shown <= most
    assert (sample.reports, sample.events) == (len(sizes), sum(sizes))
    ids = [item.document.id for item in everything]
    shown = [item.document.id for item in sample.parsed]
    assert shown == [key for key in ids if key in shown]
    assert sample.is_part == (sum(sizes) > most)


@given(sizes.filter(sum), st.randoms(use_true_random=False))
def test_which_reports_stay_does_not_depend_on_their_order(sizes, chance):
    everything = reports(sizes)
    mixed = chance.sample(everything, len(everything))
    kept, again = (
        {item.document.id for item in sampled(items, most=max(sizes)).parsed}
        for items in (everything, mixed)
    )
    assert kept == again


def test_one_report_with_too_many_events_is_shown_with_the_first_of_them():
    [shown] = sampled([report(0, 9)], most=4).parsed
    assert [event.id for event in shown.events] == ["e0.0", "e0.1", "e0.2", "e0.3"]


def test_the_page_is_told_what_is_left_out_and_so_is_who_made_it(monkeypatch):
    few = replace(sampled(reports([3, 3, 3]), most=6))
    monkeypatch.setattr(payloads, "sampled", lambda parsed: few)
    with pytest.warns(SampleWarning, match=r"6 of 9 events from 2 of 3 reports"):
        payload = make_payload([], run=RUN)
    assert payload["sample"] == {"documents": 3, "events": 9}
    assert len(payload["events"]) == 6


def test_nothing_is_said_where_everything_is_shown():
    assert make_payload(reports([2]), run=RUN)["sample"] is None
