import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import (
    Document,
    Event,
    EventPlace,
    Mention,
    ParsedDocument,
    Place,
    Run,
    Span,
    Toponym,
)
from placemap.markup import Mark, highlight, show_document, table


def plain(html):
    return re.sub("<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        ([(0, 4), (2, 6)], ["0123"]),
        ([(2, 6), (0, 4), (6, 8)], ["0123", "67"]),
        ([(0, 2), (0, 5)], ["01234"]),
        ([(7, 12)], []),
    ],
    ids=["overlap", "any order", "longer first", "beyond the end"],
)
def test_marks_never_nest_and_never_cut_a_word_short(marks, kept):
    html = highlight("0123456789abc", [Mark(*m, "", "") for m in marks], most=10)
    assert re.findall("<span[^>]*>([^<]*)</span>", html) == kept


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9))))
def test_text_stays_whole_and_escaped(text, stretches):
    marks = [Mark(start, start + length, "a", text) for start, length in stretches]
    html = highlight(text, marks, most=10_000)
    assert set(re.findall("<([/a-z]*)", html)) <= {"span", "/span"}
    assert plain(html) == plain(highlight(text, [], most=10_000))


def test_cells_of_a_table_are_text():
    assert "<i>" not in table(["<i>"], [["<i>"], ["x"]])


@pytest.fixture
def parsed():
    text = "Floods hit <Lyon> and Ghent."
    lyon = Place(id="x:1", name="Lyon & co", lon_deg=4.8, lat_deg=45.7, country="FR")
    toponyms = (
        Toponym(
            id="t1",
            mention=Mention(span=Span(12, 16), text="Lyon"),
            place=lyon,
            score=1.0,
            reason="only candidate",
        ),
        Toponym(
            id="t2",
            mention=Mention(span=Span(22, 27), text="Ghent"),
            place=None,
            score=0.0,
            reason='not in the "gazetteer"',
        ),
    )
    event = Event(
        id="e",
        trigger=Span(0, 6),
        type="DISASTER",
        mode="flood",
        edtf="2024-05-01",
        places=(EventPlace(toponym="t1", place="x:1", where_prec=1),),
    )
    return ParsedDocument(
        document=Document(id="<d>", text=text),
        toponyms=toponyms,
        aliases=(),
        events=(event,),
        locations={},
        run=Run(version="1", gazetteer="none", gazetteer_sha256=""),
    )


def test_a_notebook_shows_text_places_and_events(parsed):
    html = parsed._repr_html_()
    assert html == show_document(parsed)
    assert "&lt;d&gt;" in html
    assert "Lyon &amp; co, FR" in html
    assert "not in the &quot;gazetteer&quot;" in html
    assert "DISASTER flood" in html
    assert "2 place mentions, 1 of them located" in html
