"""Which place is chosen, how surely, and what is said about it."""

from dataclasses import replace

import pytest

from placemap.core import Document, content_id
from placemap.disambiguation.prominence import ProminenceResolver
from placemap.protocols import Resolver


def chosen(toponyms):
    return [t.place.id if t.place else None for t in toponyms]


def test_resolver_fits_the_protocol(gazetteer):
    assert isinstance(ProminenceResolver(gazetteer), Resolver)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Rain fell in Paris.", ["Paris"], ["paris-fr"]),
        ("Rain fell in Paris, Texas.", ["Paris", "Texas"], ["paris-tx", "us-tx"]),
        ("Rain fell in Paris (Texas).", ["Paris", "Texas"], ["paris-tx", "us-tx"]),
        (
            "Fire in Alexandria, La., today.",
            ["Alexandria", "La."],
            ["alex-la", "us-la"],
        ),
        ("They met in Paris [in France].", ["Paris", "France"], ["paris-fr", "fr"]),
        ("Rain in Atlanta, Georgia.", ["Atlanta", "Georgia"], ["atlanta", "us-ga"]),
        ("Rain in Tbilisi, Georgia.", ["Tbilisi", "Georgia"], ["tbilisi", "ge"]),
        ("The road from Dallas to Paris.", ["Dallas", "Paris"], ["dallas", "paris-tx"]),
    ],
)
def test_text_decides_between_places_of_one_name(resolve, text, names, expected):
    assert chosen(resolve(text, *names)) == expected


def test_name_placed_once_means_the_same_where_it_stands_alone(resolve):
    text = "Alexandria flooded. In Alexandria, La., two drowned. Alexandria waits."
    toponyms = resolve(text, "Alexandria", "La.")
    assert chosen(toponyms) == ["alex-la", "alex-la", "us-la", "alex-la"]


def test_one_name_may_be_two_places_where_the_text_says_so(resolve):
    text = "He left Paris, Texas, for Paris, France."
    assert chosen(resolve(text, "Paris", "Texas", "France")) == [
        "paris-tx",
        "us-tx",
        "paris-fr",
        "fr",
    ]


def test_adjective_before_a_kind_of_place_says_where_it_lies(resolve):
    text = "In the American city of Paris it rained."
    forms = {"American": "adjective"}
    assert chosen(resolve(text, "American", "Paris", forms=forms)) == ["us", "paris-tx"]


def test_source_shows_where_a_paper_is_at_home(resolve):
    text = "Rain fell in Paris."
    assert chosen(resolve(text, "Paris", source="dallasnews.com")) == ["paris-tx"]


def test_unknown_name_has_no_place_and_says_so(resolve):
    (toponym,) = resolve("Rain in Nowhereham.", "Nowhereham")
    assert (toponym.place, toponym.score) == (None, 0.0)
    assert toponym.reason == "not in gazetteer"


def test_name_of_many_like_places_is_ambiguous(resolve):
    (toponym,) = resolve("Rain in Springfield.", "Springfield")
    assert toponym.place is None
    assert toponym.reason == "ambiguous: 40 places of that name, none likely"
    assert len(toponym.candidates) == 5


def test_candidates_are_best_first_with_chances(resolve):
    (toponym,) = resolve("Rain in Alexandria.", "Alexandria")
    scores = [candidate.score for candidate in toponym.candidates]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1.0, abs=0.001)
    assert toponym.candidates[0].place == toponym.place
    assert toponym.score == scores[0]


def test_metonym_keeps_its_place_with_the_reason(gazetteer, resolve):
    (toponym,) = resolve("Paris said no.", "Paris")
    mention = replace(toponym.mention, role="metonym")
    document = Document(id="d", text="Paris said no.")
    options = [(mention, gazetteer.candidates("Paris"))]
    (again,) = ProminenceResolver(gazetteer).resolve(document, options)
    assert again.place.id == "paris-fr"
    assert again.reason.endswith("stands for a government")


def test_ids_come_from_document_and_span(resolve):
    (toponym,) = resolve("Rain in Paris.", "Paris")
    digest = Document(id="d", text="Rain in Paris.").sha256
    assert toponym.id == content_id("t", "d", digest, 8, 13)


def test_nothing_to_resolve_gives_nothing(resolve):
    assert list(resolve("Rain.")) == []


def test_order_of_mentions_is_kept(resolve):
    text = "Paris, Dallas, Paris, Atlanta, Nowhere, Dallas."
    toponyms = resolve(text, "Paris", "Dallas", "Atlanta", "Nowhere")
    starts = [t.span.start for t in toponyms]
    assert starts == sorted(starts)
    assert len(toponyms) == 6
