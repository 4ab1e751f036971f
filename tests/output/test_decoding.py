import copy
import json

import pytest

from placemap.errors import OutputError
from placemap.output.decoding import from_record
from placemap.output.encoding import to_record
from placemap.output.jsontext import dumps


@pytest.fixture
def record(report):
    return json.loads(dumps(to_record(report)))


def test_members_added_later_are_passed_over(record, report):
    newer = copy.deepcopy(record)
    newer["extra"] = newer["events"][0]["extra"] = newer["document"]["extra"] = 1
    assert from_record(newer) == report


def test_files_from_before_the_detained_were_counted_are_read(record, report):
    for event in record["events"]:
        del event["detained"]
    assert from_record(record) == report


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["format"], "placemap-report/9", "placemap-report/1"),
        (["document", "text"], "Changed.", "document 'd1' was changed"),
        (["document", "id"], 7, "'id': expected str, found 7"),
        (["document", "published"], "yesterday", "yesterday"),
        (["toponyms"], {}, "'toponyms': expected list"),
        (["toponyms", 0], "x", "string indices"),
        (["toponyms", 0, "start"], 99, "start < end"),
        (["toponyms", 0, "start"], True, "'start': expected int, found True"),
        (["toponyms", 0, "score"], "high", "'score': expected a number"),
        (["toponyms", 0, "form"], "noun", "'form': expected one of name, demonym"),
        (["toponyms", 0, "place", "bbox"], [1, 2], "unpack"),
        (["toponyms", 0, "place", "lon_deg"], None, "'lon_deg': expected a number"),
        (["aliases", 0, "verdict"], "maybe", "'verdict': expected one of"),
        (["aliases", 0, "used_by_side"], None, "'used_by_side': expected one of"),
        (["events", 0, "status"], [], "'status': expected one of"),
        (["events", 0, "why"], {"type": 1}, "'type': expected str"),
        (["events", 0, "places", 0, "geometry"], "x", "'geometry': expected dict"),
        (["run", "attribution"], [1], "expected str, found 1"),
    ],
)
def test_a_wrong_value_is_named(record, path, value, message):
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(OutputError, match=message):
        from_record(record)


@pytest.mark.parametrize("key", ["document", "events", "run", "locations"])
def test_a_missing_member_is_named(record, key):
    del record[key]
    with pytest.raises(OutputError, match=f"'{key}' is missing"):
        from_record(record)


@pytest.mark.parametrize("value", [None, [], "x", 1, {}])
def test_any_other_json_is_no_report(value):
    with pytest.raises(OutputError, match="placemap-report/1"):
        from_record(value)
