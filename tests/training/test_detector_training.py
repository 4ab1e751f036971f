"""Training the detector, on a few sentences written for the purpose."""

import pytest
from corpora import GoldDocument
from detector import entity_examples, to_capitals, train

from placemap.core import Document
from placemap.detection.learned.detector import LearnedDetector
from placemap.detection.learned.weights import Weights
from placemap.gazetteer import open_gazetteer

SENTENCES = [
    ("Rain fell in {} on Monday.", "Mr. {} said so."),
    ("Floods hit {}, police said.", "Sheriff {} spoke."),
    ("Two people died near {}.", "He thanked {} and left."),
    ("The road from {} is shut.", "She met Mr. {} twice."),
]
TOWNS = ["Leeds", "Houston", "Lincoln", "Jackson", "Madison", "Nairobi", "Lima", "Oslo"]


def gold(number, corpus="lgl"):
    place, person = SENTENCES[number % len(SENTENCES)]
    town = TOWNS[number % len(TOWNS)]
    first = place.format(town)
    text = f"{first} {person.format('Lincoln')}"
    start = first.index(town)
    mark = {"start": start, "end": start + len(town), "text": town}
    document = Document(id=str(number), text=text)
    return GoldDocument(corpus=corpus, document=document, toponyms=(mark,))


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


@pytest.fixture(scope="module")
def documents():
    return [gold(number) for number in range(40)]


@pytest.fixture(scope="module")
def weights(documents, gazetteer):
    return train(documents, gazetteer=gazetteer, seed=0)


def test_what_was_marked_is_learned(weights, documents, gazetteer):
    detector = LearnedDetector(gazetteer, weights=weights)
    for one in documents[:8]:
        found = [(m.span.start, m.span.end) for m in detector.detect(one.document)]
        assert found == [(mark["start"], mark["end"]) for mark in one.toponyms]


def test_same_training_gives_the_same_bytes(weights, documents, gazetteer):
    assert train(documents, gazetteer=gazetteer, seed=0) == weights


def test_corpora_that_mark_only_some_toponyms_are_left_out(
    weights, documents, gazetteer
):
    partial = [gold(number, corpus="wiktor") for number in range(5)]
    assert train([*documents, *partial], gazetteer=gazetteer, seed=0) == weights


def test_training_on_nothing_says_so(gazetteer):
    with pytest.raises(ValueError, match="toponyms marked"):
        train([], gazetteer=gazetteer)


def test_texts_with_entities_are_learned_from_as_well(documents, gazetteer, tmp_path):
    rows = [f"We O\nsaw O\nMr. O\n{town} B-PER\n. O\n" for town in TOWNS]
    (tmp_path / "more.conll").write_text("\n".join(rows), encoding="utf-8")
    found = entity_examples(tmp_path, gazetteer)
    assert len(found) == 3  # as it is, in capitals, with names forgotten
    assert all(0 < one.weight < 1 for one in found)
    assert not found[0].is_mention.any()
    without = Weights.load(train(documents, gazetteer=gazetteer, seed=0))
    more = Weights.load(train(documents, gazetteer=gazetteer, seed=0, ner=tmp_path))
    assert "pp=saw" not in without.linear.clues
    assert more.linear.clues["pp=saw"] < 0


@pytest.mark.parametrize(
    ("name", "tag", "counts"),
    [
        ("Leeds", "B-LOC", True),
        ("Leeds", "B-PER", False),
        ("Leeds", "O", False),
        ("Leeds", "B-ORG", None),
        ("Russian", "O", None),
    ],
)
def test_texts_with_entities_teach_what_they_mark_alike(
    gazetteer, tmp_path, name, tag, counts
):
    text = f"We O\nsaw O\n{name} {tag}\n. O\n"
    (tmp_path / "one.conll").write_text(text, encoding="utf-8")
    example = entity_examples(tmp_path, gazetteer)[0]
    marks = {
        mark
        for clues, mark in zip(example.clues, example.is_mention, strict=True)
        if f"k={name.casefold()}" in clues
    }
    assert marks == (set() if counts is None else {counts})


def test_capitals_keep_every_offset():
    assert to_capitals("Gießen, ﬁne") == "GIEßEN, ﬁNE"
    assert len(to_capitals("Straße ŉ")) == len("Straße ŉ")
