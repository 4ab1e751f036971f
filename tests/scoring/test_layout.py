import json

import pytest

import placemap
from placemap.core import Span
from placemap.errors import DocumentError
from placemap.scoring.layout import Point, read_answers, read_gold

ROW = {
    "id": 7,
    "text": "Rain fell on Baku.",
    "date": "2009-03-20 12:24:52-05",
    "toponyms": [{"start": 13, "end": 17, "lat": "40.4", "lon": 49.9, "type": "P"}],
}


@pytest.fixture
def write(tmp_path):
    def write(*rows):
        path = tmp_path / "rows.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_gold_becomes_documents_with_toponyms(write):
    (text,) = read_gold(write(ROW, ""))
    assert text.document.id == "7"
    assert text.document.published.isoformat() == "2009-03-20"
    (toponym,) = text.toponyms
    assert (toponym.span, toponym.text, toponym.type) == (Span(13, 17), "Baku", "P")
    assert toponym.point == Point(lon_deg=49.9, lat_deg=40.4)


def test_what_has_no_coordinates_has_no_point(write):
    row = {**ROW, "toponyms": [{"start": 13, "end": 17, "lat": None, "lon": None}]}
    assert read_gold(write(row))[0].toponyms[0].point is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", r"rows\.jsonl:2: expected JSON"),
        ([1], "expected an object"),
        ({"id": 1, "text": "x"}, '"toponyms"'),
        ({**ROW, "id": 8, "toponyms": [{"start": 1}]}, "'end' is missing"),
        ({**ROW, "id": 8, "toponyms": [{"start": 5, "end": 99}]}, "18 characters"),
        ({**ROW, "id": 8, "toponyms": [{"start": 5, "end": 2}]}, "start < end"),
        ({**ROW, "id": 8, "text": 5}, r":2: "),
        (ROW, "'7' occurs twice"),
    ],
)
def test_a_bad_row_is_named(write, row, message):
    with pytest.raises(DocumentError, match=message):
        read_gold(write(ROW, row))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(DocumentError, match="cannot read"):
        read_gold(tmp_path / "none")


def test_answers_are_read_from_a_file_like_the_gold(write):
    (answer,) = read_answers(write(ROW))["7"]
    assert answer.point == Point(lon_deg=49.9, lat_deg=40.4)
    assert (answer.score, answer.reason) == (1.0, "")


def test_answers_are_read_from_a_report(tmp_path):
    pipeline = placemap.load()
    parsed = pipeline.parse(placemap.Document(id="7", text=ROW["text"]))
    placemap.export([parsed], tmp_path / "parsed.jsonl")
    (answer,) = read_answers(tmp_path / "parsed.jsonl")["7"]
    assert (answer.span, answer.place) == (Span(13, 17), "Baku")
    assert answer.point.lat_deg == pytest.approx(40.4, abs=0.2)
    assert answer.reason
