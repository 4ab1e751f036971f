from __future__ import annotations

from datetime import date

import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.times.datelines import dateline_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LIMA, 4 May 2025 - Police arrested two men.", date(2025, 5, 4)),
        ("Unrest\n\nLIMA, May 4, 2025 (AP) -- Police said.", date(2025, 5, 4)),
        ("LIMA, May 4 - Police arrested two men.", None),
        ("LIMA - Police arrested two men on 4 May 2025.", None),
        ("Police arrested two men on 4 May 2025.", None),
    ],
)
def test_a_dateline_may_state_a_day(text, day):
    assert dateline_day(text) == day


@pytest.mark.parametrize(
    ("published", "expected"),
    [(None, date(2025, 5, 2)), (date(2025, 5, 20), date(2025, 5, 16))],
)
def test_a_report_without_a_date_counts_from_its_dateline(
    toponyms_in, published, expected
):
    text = "LIMA, 4 May 2025 - Police arrested two men in Lima on Friday."
    document = Document(id="d", text=text, published=published)
    (draft,), _ = read_drafts(document, toponyms_in(text, {"Lima": "P.PPLC|||PE"}))
    assert draft.event.start == expected
