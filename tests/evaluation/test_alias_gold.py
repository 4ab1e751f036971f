"""The alias gold set: layout, offsets, balance and halves."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "aliases.jsonl"
RELATIONS = {
    *("known_as", "called_by", "former", "renamed", "abbreviation", "in_language"),
    *("parenthetical", "slash", "or", "official", "transliteration"),
}
VERDICTS = {"confirmed", "new", "contradicted", "unknown"}


@pytest.fixture(scope="module")
def items():
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def statements(items):
    return [(item, one) for item in items for one in item["statements"]]


def half(item):
    """Return which half an item is in, as README.md states it."""
    first = hashlib.sha256(item["id"].encode()).digest()[0]
    return "test" if first % 2 else "dev"


def test_items_are_distinct(items):
    assert len({item["id"] for item in items}) == len(items)
    assert len({item["text"] for item in items}) == len(items)


def test_half_of_the_items_are_traps(items):
    traps = [item for item in items if not item["statements"]]
    assert len(items) >= 180
    assert len(traps) >= len(items) / 2
    assert all(("trap" in item["tags"]) == (item in traps) for item in items)


def test_spans_are_bare_names_in_reading_order(statements):
    for item, statement in statements:
        left, right = statement["left"], statement["right"]
        for side in (left, right):
            name = item["text"][side["start"] : side["end"]]
            assert name == side["text"] == name.strip('"“”‘’()[], ')
        assert left["end"] <= right["start"]


def test_each_pair_is_stated_once(items):
    for item in items:
        pairs = [(s["left"]["start"], s["right"]["start"]) for s in item["statements"]]
        assert len(set(pairs)) == len(pairs)


def test_users_are_words_of_the_text(statements):
    for item, statement in statements:
        assert statement["used_by"] is None or statement["used_by"] in item["text"]


def test_place_is_given_where_the_verdict_has_one(statements):
    for _, statement in statements:
        place = statement["place"]
        assert (place is not None) == (statement["verdict"] in {"confirmed", "new"})
        if place:
            assert -90 <= place["lat"] <= 90
            assert -180 <= place["lon"] <= 180
            assert place["tolerance_km"] > 0


def test_both_halves_have_every_verdict_and_relation(items, statements):
    halves = Counter(map(half, items))
    assert min(halves.values()) > 0.25 * len(items)
    for name in ("dev", "test"):
        ours = [one for item, one in statements if half(item) == name]
        assert {one["verdict"] for one in ours} == VERDICTS
        assert {one["relation"] for one in ours} == RELATIONS
