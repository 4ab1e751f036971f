"""From fields to documents, with an error for each defect."""

from pathlib import Path

import pytest

from placemap.core import Document
from placemap.corpus.records import label, settle, to_outcomes
from placemap.errors import DocumentError


@pytest.mark.parametrize(
    ("path", "name"), [("-", "standard input"), ("news/a.txt", "news/a.txt")]
)
def test_label(path, name):
    assert label(Path(path)) == name


def test_settled_outcomes_go_on_after_an_error():
    first, last = Document(id="1", text="a"), Document(id="3", text="c")
    documents = settle([first, DocumentError("broken"), last])
    assert next(documents) == first
    with pytest.raises(DocumentError, match="broken"):
        next(documents)
    assert list(documents) == [last]


def test_each_defect_is_told_before_the_document():
    fields = {"text": "t", "date": "soon", "lang": "?", "title": [], "other": object()}
    *errors, document = to_outcomes(fields, where="x, line 3", default_id="x#3")
    assert all(str(error).startswith("x, line 3: ") for error in errors)
    assert len(errors) == 3
    assert document == Document(id="x#3", text="t")


def test_first_name_of_a_field_that_is_filled_wins():
    fields = {"text": "t", "published": " ", "date": "2023-09-19", "language": "en"}
    (document,) = to_outcomes(fields, where="x", default_id="x")
    assert document.published is not None
    assert document.published.isoformat() == "2023-09-19"


def test_long_values_are_cut_in_messages():
    error, _ = to_outcomes(
        {"text": "t", "date": "x" * 10_000}, where="x", default_id="x"
    )
    assert len(str(error)) < 250
