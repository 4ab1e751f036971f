"""Reading texts in which people, organisations and places are marked."""

import pytest
from entities import Token, entity_files, read_entities, to_text


def sentence(*pairs):
    return [Token(*pair) for pair in pairs]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.iob2").write_text(
        "# newdoc id = 1\n# sent_id = 1\n1\tRain\tO\t-\t-\n2\tin\tO\t-\t-\n"
        "3\tTampa\tB-LOC\t-\t-\n4\tBay\tI-LOC\t-\t-\n\n"
        "# newdoc id = 2\n# sent_id = 2\n1\tAnn\tB-PER\t-\t-\n",
        encoding="utf-8",
    )
    (tmp_path / "a.conll").write_text(
        "-DOCSTART- O\n\nAcme I-ORG\nLtd I-ORG\n. O\n\nThe B-Location\n"
        "Hague I-Location\n",
        encoding="utf-8",
    )
    (tmp_path / "readme.txt").write_text("nothing", encoding="utf-8")
    return tmp_path


def read(marked):
    return marked.text, [(marked.text[a:b], kind) for a, b, kind in marked.entities]


def test_both_layouts_are_read_document_by_document(folder):
    assert list(map(read, read_entities(folder))) == [
        ("Acme Ltd. The Hague", [("Acme Ltd", "body"), ("Hague", "place")]),
        ("Rain in Tampa Bay", [("Tampa Bay", "place")]),
        ("Ann", [("Ann", "person")]),
    ]


def test_only_files_of_a_known_layout_are_read(folder):
    assert [path.name for path in entity_files(folder)] == ["a.conll", "b.iob2"]
    assert entity_files(folder / "none") == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([("(", "O"), ("Leeds", "B-LOC"), (")", "O")], "(Leeds)"),
        ([("Leeds", "B-LOC"), ("'s", "O"), ("rain", "O"), (".", "O")], "Leeds's rain."),
        ([("5", "O"), ("%", "O"), (",", "O"), ("$", "O"), ("4", "O")], "5%, $4"),
    ],
)
def test_marks_stand_where_they_are_printed(words, text):
    assert to_text([sentence(*words)]).text == text


def test_sentences_without_a_full_stop_stand_on_lines_of_their_own():
    rain, snow = sentence(("Rain", "O")), sentence(("Snow", "O"), (".", "O"))
    assert to_text([rain, snow, rain]).text == "Rain\nSnow. Rain"


def test_what_has_no_name_is_no_entity():
    words = sentence(("a", "B-Location"), ("hospital", "I-Location"))
    assert to_text([words]).entities == ()


def test_neighbours_of_one_kind_are_parted_by_their_beginnings():
    words = sentence(("Leeds", "B-LOC"), ("York", "B-LOC"))
    assert [kind for *_, kind in to_text([words]).entities] == ["place", "place"]
