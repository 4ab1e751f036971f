"""The spaCy detector, with small real pipelines that are made here."""

import builtins
import random
import warnings

import pytest

from placemap import detection
from placemap.core import Document
from placemap.errors import MissingExtraError, PluginNotFoundError

spacy = pytest.importorskip("spacy")

from placemap.detection.spacy import SpacyDetector  # noqa: E402 - needs spaCy

RULES = {
    "Baku": "GPE",
    "the United States": "GPE",
    "Republicans": "NORP",
    "Armenian": "NORP",
    "Kansas": "GPE",
    "Kan.": "GPE",
    "Lachin Corridor": "LOC",
    "Heathrow": "FAC",
    "eastern Zorbia": "LOC",
    "St. John's": "GPE",
    "Clinton": "PERSON",
}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """A saved pipeline whose entities are those of a few rules."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"pattern": k, "label": v} for k, v in RULES.items()])
    folder = tmp_path_factory.mktemp("ruled")
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def detect(gazetteer, pipeline):
    detector = SpacyDetector(gazetteer, str(pipeline))
    return lambda text: detector.detect(Document(id="d", text=text))


def found(mentions):
    return [(m.text, m.form, m.role) for m in mentions]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Trucks left Baku.", [("Baku", "name", "literal")]),
        ("The Lachin Corridor is shut.", [("Lachin Corridor", "name", "literal")]),
        ("He landed at Heathrow.", [("Heathrow", "name", "literal")]),
        ("Armenian officials left.", [("Armenian", "adjective", "literal")]),
        ("It rained in Kan. on Monday", [("Kan.", "abbreviation", "literal")]),
        ("Officials said Baku accused him.", [("Baku", "name", "metonym")]),
        ("It closed Kansas University.", [("Kansas", "name", "embedded")]),
        ("Clinton met Republicans.", []),
        ("", []),
    ],
)
def test_geographic_entities_become_mentions_with_form_and_role(detect, text, mentions):
    assert found(detect(text)) == mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They left the United States's coast.", "United States"),
        ("Rain fell in eastern Zorbia.", "Zorbia"),
        ("Rain fell in St. John's today.", "St. John's"),
    ],
)
def test_small_words_and_endings_do_not_belong_to_a_name(detect, text, name):
    (mention,) = detect(text)
    assert mention.text == name == mention.span.of(text)


def test_offsets_hold_in_texts_read_in_pieces(detect, monkeypatch):
    monkeypatch.setattr(detection.spacy, "_PIECE", 20)
    text = "Rain fell on Baku.\nSnow fell on Kansas. Then Baku flooded, they say.\n" * 4
    mentions = detect(text)
    assert [m.text for m in mentions] == ["Baku", "Kansas", "Baku"] * 4
    assert all(m.span.of(text) == m.text for m in mentions)


def test_a_trained_recogniser_serves_as_detector(gazetteer, tmp_path):
    examples = [
        (f"Shells hit {name} on Monday.", [(11, 11 + len(name), "GPE")])
        for name in ("Baku", "Paris", "London", "Moscow", "Yerevan", "Shusha")
    ]
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("GPE")
    random.seed(0)
    spacy.util.fix_random_seed(0)
    batch = [
        spacy.training.Example.from_dict(nlp.make_doc(text), {"entities": entities})
        for text, entities in examples
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that spaCy trains with
        optimizer = nlp.initialize(lambda: batch)
        for _ in range(30):
            nlp.update(batch, sgd=optimizer)
    nlp.to_disk(tmp_path / "trained")
    detector = SpacyDetector(gazetteer, str(tmp_path / "trained"))
    mentions = detector.detect(Document(id="d", text="Shells hit Yerevan on Monday."))
    assert found(mentions) == [("Yerevan", "name", "literal")]


def test_without_spacy_the_extra_is_named(gazetteer, monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **options):
        if name == "spacy":
            raise ModuleNotFoundError("No module named 'spacy'")
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"pip install 'placemap\[spacy\]'"):
        SpacyDetector(gazetteer)


def test_an_unknown_pipeline_is_told_with_the_cure(gazetteer):
    with pytest.raises(PluginNotFoundError) as told:
        SpacyDetector(gazetteer, "no_such_pipeline")
    assert "'no_such_pipeline'" in str(told.value)
    assert "python -m spacy download" in str(told.value)


def test_a_pipeline_without_entities_is_refused(gazetteer, tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PluginNotFoundError, match="recognises entities"):
        SpacyDetector(gazetteer, str(tmp_path / "blank"))
