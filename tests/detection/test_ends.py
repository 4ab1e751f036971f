"""Names that dashes join, as the ends of roads and borders."""

import pytest

from placemap.core import Document
from placemap.detection.ends import with_ends
from placemap.detection.learned.detector import LearnedDetector
from placemap.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def detector():
    return LearnedDetector(open_gazetteer())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Gunmen attacked a bus on the Kano-Kaduna highway on Friday.",
            ["Kano", "Kaduna"],
        ),
        (
            "The Addis Ababa–Djibouti railway was cut by rebels.",
            ["Addis Ababa", "Djibouti"],
        ),
        (
            "Lorries burned on the Kampala-Jinja-Mbale road.",
            ["Kampala", "Jinja", "Mbale"],
        ),
        ("Troops met at the Chad-Sudan border.", ["Chad", "Sudan"]),
    ],
)
def test_all_ends_are_found(detector, text, names):
    found = detector.detect(Document(id="d", text=text))
    assert [m.text for m in found] == names
    assert all(m.span.of(text) == m.text for m in found)


def test_adjectives_keep_their_form(detector):
    text = "Guards shot at each other across the Tajik-Kyrgyz border on Friday."
    found = detector.detect(Document(id="d", text=text))
    assert [(m.text, m.form) for m in found] == [
        ("Tajik", "adjective"),
        ("Kyrgyz", "adjective"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Qwertz-Kaduna road was closed.",  # one end is no place
        "The Kano-Kaduna agreement was signed.",  # and this is no way
    ],
)
def test_only_known_names_of_a_way_vouch_for_each_other(text):
    assert with_ends(text, [], open_gazetteer()) == []
