import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.core import Location
from placemap.errors import OutputError
from placemap.output.jsonl import is_report, read_lines, write_jsonl


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_what_is_written_is_read_back_without_loss(
    parsed_documents, tmp_path_factory, data
):
    path = tmp_path_factory.mktemp("report") / "parsed.jsonl"
    items = data.draw(st.lists(parsed_documents, min_size=1, max_size=2))
    write_jsonl(items, path, run=items[0].run)
    assert list(read_lines(path)) == items


def test_a_line_holds_a_document(report, run, tmp_path):
    path = tmp_path / "parsed.jsonl"
    write_jsonl([report, report], path, run=run)
    lines = path.read_bytes().split(b"\n")
    assert lines[2:] == [b""]
    assert [json.loads(line)["document"]["id"] for line in lines[:2]] == ["d1", "d1"]
    assert is_report(path)


def test_the_same_input_gives_the_same_bytes(report, run, tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        write_jsonl([report], tmp_path / name, run=run)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_two_surrogates_in_a_row_keep_the_offsets(one_event, run, tmp_path):
    text = "\ud83d\ude00 A storm hit the islands."
    write_jsonl([one_event(None, text=text)], tmp_path / "a.jsonl", run=run)
    (back,) = read_lines(tmp_path / "a.jsonl")
    assert len(back.document.text) == len(text)
    assert back.toponyms[0].span.of(back.document.text) == "the islands"


def test_no_documents_make_an_empty_file(run, tmp_path):
    write_jsonl([], tmp_path / "a.jsonl", run=run)
    assert (tmp_path / "a.jsonl").read_bytes() == b""
    assert list(read_lines(tmp_path / "a.jsonl")) == []


def test_a_number_that_is_not_finite_is_refused_by_document(one_event, run, tmp_path):
    item = one_event({"type": "Point", "coordinates": [float("nan"), 0]})
    with pytest.raises(OutputError, match=r"document 'd2' holds a number"):
        write_jsonl([item], tmp_path / "a.jsonl", run=run)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_line_is_named_by_file_and_number(report, run, tmp_path):
    path = tmp_path / "parsed.jsonl"
    write_jsonl([report], path, run=run)
    path.write_bytes(path.read_bytes() + b"\n{broken\n")
    lines = read_lines(path)
    assert next(lines) == report
    with pytest.raises(OutputError, match=r"parsed\.jsonl:3: not a line of JSON"):
        next(lines)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OutputError, match=r"cannot read .*none\.jsonl: No such file"):
        next(read_lines(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"plain text that speaks of placemap-report/1\n",
        b'{"format": "placemap-report/2"}\n',
        b'{"text": "placemap-report/1"}\n',
        b'{"format": "placemap-report/1", broken\n',
        b'["placemap-report/1"]\n',
        b'{"id": "1", "text": "x"}\n{"format": "placemap-report/1"}\n',
        b"\x89PNG\r\n\x1a\n",
        b"{" * 100_000 + b'"placemap-report/1"',
    ],
)
def test_other_files_are_no_reports(tmp_path, content):
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    assert not is_report(path)


def test_a_missing_file_is_no_report(tmp_path):
    assert not is_report(tmp_path / "none.jsonl")
    assert not is_report(tmp_path)


def test_a_report_is_known_whatever_the_order_of_its_members(report, run, tmp_path):
    path = tmp_path / "a.jsonl"
    write_jsonl([report], path, run=run)
    record = json.loads(path.read_bytes())
    path.write_text("\ufeff" + json.dumps(record, sort_keys=True), encoding="utf-8")
    assert is_report(path)
    assert list(read_lines(path)) == [report]


def test_coordinates_may_be_tuples(one_event, run, tmp_path):
    item = one_event({"type": "Point", "coordinates": (1.5, 2.5)})
    write_jsonl([item], tmp_path / "a.jsonl", run=run)
    (back,) = read_lines(tmp_path / "a.jsonl")
    (location,) = back.locations.values()
    assert isinstance(location, Location)
    assert location.geometry == {"type": "Point", "coordinates": [1.5, 2.5]}
