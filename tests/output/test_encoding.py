import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.output.encoding import to_record
from placemap.output.jsontext import dumps

SCHEMA = json.loads(files("placemap.output").joinpath("report.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema():
    VALIDATOR.check_schema(SCHEMA)


def test_a_report_fits_the_schema(report):
    VALIDATOR.validate(json.loads(dumps(to_record(report))))


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_report_fits_the_schema(parsed_documents, data):
    VALIDATOR.validate(json.loads(dumps(to_record(data.draw(parsed_documents)))))


def parts(schema, path="#"):
    yield path, schema
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            yield from parts(inner, f"{path}/{name}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from parts(schema[key], f"{path}/{key}")


def test_everything_in_the_schema_is_described():
    for path, part in parts(SCHEMA):
        is_element = path.endswith(("/items", "/additionalProperties"))
        assert is_element or "$ref" in part or part.get("description"), path


def test_the_schema_knows_every_member_that_is_written(report):
    record = json.loads(dumps(to_record(report)))
    defs = SCHEMA["$defs"]
    assert set(record) == set(SCHEMA["properties"])
    for key, name in [
        ("toponyms", "toponym"),
        ("aliases", "alias"),
        ("events", "event"),
    ]:
        assert set(record[key][0]) == set(defs[name]["properties"])
    (place,) = record["events"][0]["places"]
    assert set(place) == set(defs["event_place"]["properties"])
    assert set(record["toponyms"][0]["place"]) == set(defs["place"]["properties"])


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (["document"], "id title source url published language sha256 text"),
        (["toponyms", 0], "id start end text form role score reason place candidates"),
        (
            ["toponyms", 0, "place"],
            (
                "id name kind lon_deg lat_deg uncertainty_m country admin1 admin2 "
                "disputed names"
            ),
        ),
        (["toponyms", 0, "place", "names", 0], "text lang kind used_by from to"),
        (["toponyms", 0, "candidates", 0], "id name lon_deg lat_deg score"),
        (
            ["aliases", 0],
            "left right relation used_by verdict place distance_km",
        ),
        (
            ["events", 0],
            (
                "id trigger type mode acled cameo quad status claimant edtf start end "
                "date_prec places actors recipients deaths injured displaced "
                "detained mentions score why"
            ),
        ),
        (
            ["events", 0, "places", 0],
            "toponym place geometry where_prec uncertainty_m relation inferred",
        ),
    ],
)
def test_the_names_of_the_format_stay(report, path, names):
    value = to_record(report)
    for step in path:
        value = value[step]
    assert set(names.split()) <= set(value)
