"""The detectors shown in docs/plugins.md, with small classes instead of models."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from placemap.core import Document

PAGE = Path(__file__).parents[2] / "docs" / "plugins.md"
TEXT = "Rain fell on Lima. Snow fell on Quito, they say."


@pytest.fixture(scope="module")
def shown():
    """What the page defines."""
    page = PAGE.read_text(encoding="utf-8")
    namespace = {}
    for snippet in re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S):
        if "def " in snippet and "placemap.load" not in snippet:
            exec(compile(snippet, PAGE.name, "exec"), namespace)
    return namespace


class SmallGliner:
    """Finds names like GLiNER: dicts with start, end, label and score."""

    @classmethod
    def from_pretrained(cls, name):
        cls.name = name
        return cls()

    def predict_entities(self, text, labels):
        for name, score in (("Lima", 0.9), ("Quito", 0.8), ("Snow", 0.2)):
            at = text.find(name)
            if at >= 0:
                yield {
                    "start": at,
                    "end": at + len(name),
                    "label": labels[0],
                    "score": score,
                }


def small_pipeline(task, name, *, aggregation_strategy):
    """Return a token classifier like that of transformers."""
    assert (task, aggregation_strategy) == ("token-classification", "simple")

    def classify(text):
        for word, label in (("Lima", "LOC"), ("Quito", "GPE"), ("Snow", "PER")):
            at = text.find(word)
            if at >= 0:
                end = at + len(word)
                yield {"start": at, "end": end, "entity_group": label, "score": 0.9}

    return classify


@pytest.mark.parametrize(
    ("library", "content", "maker"),
    [
        ("gliner", {"GLiNER": SmallGliner}, "gliner_detector"),
        ("transformers", {"pipeline": small_pipeline}, "transformer_detector"),
    ],
)
def test_the_detectors_on_the_page_find_names_at_their_places(
    shown, monkeypatch, library, content, maker
):
    monkeypatch.setitem(sys.modules, library, SimpleNamespace(**content))
    detector = shown[maker](None, "a/model")
    mentions = detector.detect(Document(id="d", text=TEXT))
    assert [mention.text for mention in mentions] == ["Lima", "Quito"]
    assert all(mention.span.of(TEXT) == mention.text for mention in mentions)
