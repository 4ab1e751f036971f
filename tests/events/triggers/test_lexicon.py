from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from placemap.events.codes import ACLED_EVENT_TYPES, known_types
from placemap.events.triggers.lexicon import entries, groups

ROWS = list(
    csv.DictReader(
        (files("placemap.events") / "data" / "triggers.csv")
        .read_text("utf-8")
        .splitlines()
    )
)


def test_every_row_has_every_column():
    assert all(None not in row and None not in row.values() for row in ROWS)


def test_every_type_is_known_and_every_type_has_expressions():
    assert {row["type"] for row in ROWS} == known_types()


def test_every_sub_event_is_an_acled_one():
    assert {row["sub_event"] for row in ROWS} - {""} <= set(ACLED_EVENT_TYPES)


def test_no_row_stands_twice():
    keys = [
        (r["expression"], r["pos"], r["type"], r["with"], r["unless"]) for r in ROWS
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("column", ["with", "unless"])
def test_every_condition_is_well_formed(column):
    known = {"next", "prev", "after", "before", "near"}
    for row in ROWS:
        for test in row[column].split():
            where, _, words = test.partition(":")
            assert where in known, row
            named = {w[1:] for w in words.split("|") if w.startswith("@")}
            assert words, row
            assert named <= set(groups()), row


def test_roles_and_places_use_known_letters():
    assert {row["role"] for row in ROWS} == {"", "effect", "state"}
    assert set("".join(row["where"] for row in ROWS)) <= set("ofgswx")


def test_longer_expressions_come_first():
    for found in entries().values():
        sizes = [len(entry.tokens) for entry in found]
        assert sizes == sorted(sizes, reverse=True)
