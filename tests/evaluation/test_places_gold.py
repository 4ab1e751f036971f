"""The gold places of short world news: layout, offsets and halves."""

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "evaluation" / "gold" / "places.jsonl"
WORLD_NAMES = ROOT / "training" / "world_names.csv"
KINDS = {"alone", "company", "stated", "dateline", "source", "local"}


@pytest.fixture(scope="module")
def items():
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_kept(item):
    """Tell whether an item is set aside, as places.md states it."""
    return hashlib.sha256(item["id"].encode()).digest()[0] % 2 == 1


def test_items_are_distinct(items):
    assert len({item["id"] for item in items}) == len(items)
    assert len({item["text"] for item in items}) == len(items)


def test_halves_and_kinds_are_as_described(items):
    assert Counter(map(is_kept, items)) == {True: 76, False: 69}
    assert {item["kind"] for item in items} == KINDS
    assert all(("source" in item) == (item["kind"] == "source") for item in items)


def test_spans_fit_the_text_and_points_the_globe(items):
    for item in items:
        assert item["toponyms"]
        for toponym in item["toponyms"]:
            its = item["text"][toponym["start"] : toponym["end"]]
            assert its == toponym["text"]
            assert abs(toponym["lat"]) <= 90
            assert abs(toponym["lon"]) <= 180


def test_training_knows_no_name_of_the_kept_half(items):
    with WORLD_NAMES.open(encoding="utf-8", newline="") as lines:
        known = {row["name"].casefold() for row in csv.DictReader(lines)}
    kept = {t["text"].casefold() for i in items if is_kept(i) for t in i["toponyms"]}
    assert not known & kept
