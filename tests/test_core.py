import dataclasses
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap import core
from placemap.core import (
    Candidate,
    Document,
    Location,
    Mention,
    Place,
    Span,
    Toponym,
    content_id,
)
from placemap.errors import PlacemapError, SpanError


@st.composite
def spans(draw):
    start = draw(st.integers(0, 50))
    return Span(start, start + draw(st.integers(1, 50)))


def make_place(**changes):
    return Place(**{"id": "x:1", "name": "A", "lon_deg": 1.0, "lat_deg": 2.0} | changes)


@given(st.text(min_size=1), st.data())
def test_span_covers_what_it_says(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_span_refuses_nonsense(start, end):
    with pytest.raises(SpanError, match="expected 0 <= start < end"):
        Span(start, end)


def test_span_past_the_end_of_the_text_is_refused_not_cut():
    with pytest.raises(SpanError, match="text has 3 characters"):
        Span(0, 4).of("abc")


@given(spans(), spans())
def test_overlap_means_a_common_character(one, other):
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(common)


@given(spans(), spans())
def test_covering_means_all_characters(one, other):
    inside = set(range(other.start, other.end)) <= set(range(one.start, one.end))
    assert one.covers(other) == inside


def test_spans_sort_in_text_order():
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [
        Span(0, 2),
        Span(0, 9),
        Span(4, 5),
    ]


@given(st.lists(st.text(alphabet="ab1", min_size=1), min_size=1, max_size=4))
def test_content_id_depends_on_the_parts_and_on_nothing_else(parts):
    assert content_id("e", *parts) == content_id("e", *parts)
    assert content_id("e", *parts) != content_id("e", *parts, "more")
    assert content_id("e", *parts).startswith("e")


def test_content_id_keeps_neighbouring_parts_apart():
    assert content_id("e", "ab", "c") != content_id("e", "a", "bc")


@given(st.text())
def test_document_hash_is_of_the_text_alone(text):
    one = Document(id="1", text=text, title="a")
    other = Document(id="2", text=text, source="b")
    expected = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert one.sha256 == other.sha256 == expected


def test_document_with_a_lone_surrogate_has_a_hash():
    assert len(Document(id="1", text="\ud800").sha256) == 64


@pytest.mark.parametrize(
    ("kind", "feature_class", "feature_code", "is_country"),
    [
        ("P.PPLC", "P", "PPLC", False),
        ("A.PCLI", "A", "PCLI", True),
        ("A.PCLD", "A", "PCLD", True),
        ("A.TERR", "A", "TERR", True),
        ("A.ADM1", "A", "ADM1", False),
        ("", "", "", False),
    ],
)
def test_kind_is_read_as_class_and_code(kind, feature_class, feature_code, is_country):
    place = make_place(kind=kind)
    assert place.feature_class == feature_class
    assert place.feature_code == feature_code
    assert place.is_country is is_country


def test_toponym_stands_where_its_mention_stands():
    mention = Mention(span=Span(3, 4), text="A")
    toponym = Toponym(
        id="t1",
        mention=mention,
        place=make_place(),
        score=0.9,
        reason="only candidate",
        candidates=(Candidate(place=make_place(), score=0.9),),
    )
    assert toponym.span == Span(3, 4)


def test_location_can_be_handed_to_geometry_libraries():
    point = {"type": "Point", "coordinates": [1.0, 2.0]}
    location = Location(
        lon_deg=1.0, lat_deg=2.0, uncertainty_m=5.0, method="point", geometry=point
    )
    assert location.__geo_interface__ == point
    assert isinstance(hash(location), int)


def classes():
    return [
        value
        for value in vars(core).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    ]


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_value_is_frozen_and_slotted(cls):
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls)


def test_assigning_to_a_value_is_an_error():
    place = make_place()
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.name = "B"


def test_span_error_is_caught_as_placemap_error_and_as_value_error():
    assert issubclass(SpanError, PlacemapError)
    assert issubclass(SpanError, ValueError)
