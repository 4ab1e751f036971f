"""Gold documents in other shapes, and names that stand alone."""

from dataclasses import replace

import pytest
from copies import cut, make_bare, read_world_names
from corpora import GoldDocument

from placemap.core import Document, Span

TEXT = "Rain fell in Arda. Nobody was hurt. Snow fell in Berda and Cyra."
POINT = {"lon": 1.0, "lat": 2.0}


def row(name, **point):
    start = TEXT.index(name)
    return {"start": start, "end": start + len(name), "text": name, **point}


@pytest.fixture
def gold():
    document = Document(id="d", text=TEXT, title="Rain", source="arda.com", url="u")
    rows = [
        row("Arda", **POINT),
        row("Berda", **POINT),
        row("Cyra", lon=None, lat=None),
    ]
    return GoldDocument(corpus="trnews", document=document, toponyms=rows)


def test_bare_copy_keeps_the_text_only(gold):
    bare = make_bare(gold)
    assert bare.toponyms == gold.toponyms
    assert bare.document == Document(id="d", text=TEXT)


def test_local_article_with_one_name_has_no_bare_copy(gold):
    local = replace(gold, corpus="lgl", toponyms=gold.toponyms[:1])
    assert make_bare(local) is None
    assert make_bare(replace(local, corpus="gwn")) is not None


def test_cut_sentences_hold_located_names_at_their_offsets(gold):
    parts = list(cut(gold))
    found = {
        part.document.text: [
            Span(row["start"], row["end"]).of(part.document.text)
            for row in part.toponyms
        ]
        for part in parts
    }
    assert found == {
        "Rain fell in Arda.": ["Arda"],
        "Snow fell in Berda and Cyra.": ["Berda", "Cyra"],
    }
    assert all(part.document.source == "" for part in parts)


def test_only_world_news_is_cut(gold):
    assert list(cut(replace(gold, corpus="lgl"))) == []


def test_sentence_without_located_names_is_left_out(gold):
    assert list(cut(replace(gold, toponyms=gold.toponyms[2:]))) == []


def test_world_names_are_marked_in_sentences_of_their_own():
    documents = read_world_names()
    assert len({one.key for one in documents}) == len(documents) > 300
    for one in documents:
        (toponym,) = one.toponyms
        span = Span(toponym["start"], toponym["end"])
        assert span.of(one.document.text) == toponym["text"] == one.document.id
        assert -180 <= toponym["lon"] <= 180
        assert -90 <= toponym["lat"] <= 90
