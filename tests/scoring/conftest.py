"""Small gold texts and answers, written by what they cover."""

import pytest

from placemap.core import Document, Span
from placemap.scoring.layout import Answer, GoldText, GoldToponym, Point

BAKU = Point(lon_deg=49.9, lat_deg=40.4)
PARIS = Point(lon_deg=2.35, lat_deg=48.85)


@pytest.fixture
def gold():
    """Make a gold text; spans are (start, end) or (start, end, point or None)."""

    def make(text, *spans, types=()):
        toponyms = []
        for number, (start, end, *point) in enumerate(spans):
            toponyms.append(
                GoldToponym(
                    span=Span(start, end),
                    text=text[start:end],
                    point=point[0] if point else BAKU,
                    type=types[number] if number < len(types) else "",
                )
            )
        return GoldText(document=Document(id="d", text=text), toponyms=tuple(toponyms))

    return make


@pytest.fixture
def answers():
    """Make answers; spans are (start, end) or (start, end, point or None)."""

    def make(*spans):
        return [
            Answer(span=Span(start, end), point=point[0] if point else BAKU)
            for start, end, *point in spans
        ]

    return make
