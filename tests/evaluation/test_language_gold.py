"""The gold sentences in other languages: layout, offsets, counts and halves."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from placemap.detection.foreign.languages import guess_language

GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "languages.jsonl"
LANGUAGES = set("ru uk az hy ka tr ar he fr es de zh fa el pl ja".split())


@pytest.fixture(scope="module")
def items():
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def half(item):
    """Return which half an item is in, as languages.md states it."""
    first = hashlib.sha256(item["id"].encode()).digest()[0]
    return "test" if first % 2 else "dev"


def test_items_are_distinct(items):
    assert len({item["id"] for item in items}) == len(items)
    assert len({item["text"] for item in items}) == len(items)


def test_every_language_has_six_sentences_with_places(items):
    counts = Counter(item["language"] for item in items if item["toponyms"])
    assert counts.keys() == LANGUAGES
    assert min(counts.values()) >= 6


def test_every_language_has_texts_without_places(items):
    counts = Counter(item["language"] for item in items if not item["toponyms"])
    assert counts.keys() == LANGUAGES


def test_every_language_is_in_both_halves(items):
    for name in ("dev", "test"):
        found = {item["language"] for item in items if half(item) == name}
        assert found == LANGUAGES


def test_spans_hold_their_text_in_order_and_apart(items):
    for item in items:
        end = 0
        for toponym in item["toponyms"]:
            assert end <= toponym["start"] < toponym["end"]
            end = toponym["end"]
            assert item["text"][toponym["start"] : end] == toponym["text"]


def test_toponyms_have_coordinates_and_a_form(items):
    for toponym in (one for item in items for one in item["toponyms"]):
        assert -90 <= toponym["lat"] <= 90
        assert -180 <= toponym["lon"] <= 180
        assert toponym["form"] == "name"


def test_language_of_every_text_is_guessed_right(items):
    wrong = [i["id"] for i in items if guess_language(i["text"]) != i["language"]]
    assert wrong == []
