"""What the candidates of a text are given as evidence, with a small gazetteer."""

import numpy as np
import pytest

from placemap.core import Document, Mention, Span
from placemap.disambiguation.context_evidence import Context
from placemap.disambiguation.model import none_evidence
from placemap.disambiguation.own_evidence import own_evidence
from placemap.disambiguation.scene import make_scene
from placemap.disambiguation.table import Codebook, make_table


class Looked:
    """A text's candidates by place id, with their evidence."""

    def __init__(self, gazetteer, text, names, **about):
        spans = [Span(text.index(n), text.index(n) + len(n)) for n in names]
        mentions = [Mention(span=s, text=s.of(text)) for s in sorted(spans)]
        options = [(m, gazetteer.candidates(m.text)) for m in mentions]
        scene = make_scene(gazetteer, Document(id="d", text=text, **about), options)
        codebook = Codebook()
        self.table = make_table(scene, codebook)
        places = [o.candidate.place.id for s in scene.senses for o in s.options]
        self.position = {place: index for index, place in enumerate(places)}
        self.own = own_evidence(scene, self.table, codebook)
        likely = np.full(len(places), 0.5)
        self.context = Context(scene, self.table).evidence(likely)

    def __call__(self, feature, place):
        columns = self.own | self.context
        return float(columns[feature][self.position[place]])


@pytest.fixture
def look(gazetteer):
    return lambda text, *names, **about: Looked(gazetteer, text, names, **about)


def test_every_column_has_one_number_a_candidate(look):
    looked = look("From Paris, Texas, to Dallas.", "Paris", "Texas", "Dallas")
    columns = looked.own | looked.context
    assert {column.shape for column in columns.values()} == {(len(looked.table),)}
    assert all(np.isfinite(column).all() for column in columns.values())


def test_statement_speaks_for_both_sides(look):
    looked = look("In Paris, Texas, it rained.", "Paris", "Texas")
    assert looked("may_lie_in_stated", "paris-tx") == 1
    assert looked("may_lie_in_stated", "paris-fr") == 0
    assert looked("lies_in_stated", "paris-tx") == pytest.approx(0.5)
    assert looked("holds_stated", "us-tx") == pytest.approx(0.5)


def test_other_names_nearby_speak_for_a_place(look):
    looked = look("From Dallas to Paris.", "Dallas", "Paris")
    for feature in ("cover_near", "cover_division", "division_share", "near_one"):
        assert looked(feature, "paris-tx") > looked(feature, "paris-fr")


def test_name_does_not_speak_for_itself(look):
    looked = look("It rained in Paris.", "Paris")
    for feature in ("cover_near", "cover_division", "division_share", "near_region"):
        assert looked(feature, "paris-tx") == looked(feature, "paris-fr") == 0


def test_home_of_the_source_speaks_for_places_near_it(look):
    looked = look("It rained in Paris.", "Paris", source="dallasnews.com")
    assert looked("home_near", "paris-tx") > looked("home_near", "paris-fr")
    assert looked("home_division", "paris-tx") > 0


def test_paper_called_after_its_town_does_not_tell_which(look):
    looked = look("It rained in Paris.", "Paris", source="parisnews.com")
    assert looked("home_near", "paris-tx") == looked("home_near", "paris-fr") == 0
    assert looked("address_settlement", "paris-tx") == 1
    assert looked("address_capital", "paris-fr") == 1


def test_address_does_not_speak_for_a_place_of_another_name(look):
    looked = look("In Stepanakert.", "Stepanakert", source="stepanakertnews.com")
    assert looked("address_settlement", "khankendi") == 0


def test_name_alone_is_told_by_fame_and_less_so_in_company(look):
    alone = look("It rained in Paris.", "Paris")
    pair = look("From Paris to Shusha.", "Paris", "Shusha")
    many = ("Paris", "Dallas", "Shusha", "Tbilisi", "Egypt")
    crowd = look(f"Rain in {' and '.join(many)}.", *many)
    feature, place = "alone_settlement_size", "paris-fr"
    assert alone(feature, place) == alone("settlement_size", place)
    assert 0 < pair(feature, place) < alone(feature, place)
    assert crowd(feature, place) == 0


@pytest.mark.parametrize("source", ["dallasnews.com", "parisnews.com", "news.fr"])
def test_name_with_a_source_from_somewhere_is_not_alone(look, source):
    looked = look("It rained in Paris.", "Paris", source=source)
    assert looked("alone_settlement_size", "paris-fr") == 0


def test_towns_of_the_new_world_are_marked_where_a_name_stands_alone(look):
    looked = look("It rained in Paris.", "Paris")
    assert looked("alone_new_world", "paris-tx") == 1
    assert looked("alone_new_world", "paris-fr") == 0


@pytest.mark.parametrize(
    ("text", "expected"), [("In Paris, Egypt.", 1), ("In Paris, Texas.", 0)]
)
def test_name_placed_where_none_of_it_lies_is_marked(look, text, expected):
    looked = look(text, *text.removeprefix("In ").removesuffix(".").split(", "))
    none = none_evidence(looked.table, looked.own)
    assert none["lies_elsewhere"].tolist() == [expected, 0]


def test_peers_share_country_and_kind(look):
    looked = look("Rain in Paris, Dallas and Atlanta.", "Paris", "Dallas", "Atlanta")
    assert looked("peer_country", "paris-tx") > looked("peer_country", "paris-fr")
    assert looked("peer_kind", "paris-tx") == looked("peer_kind", "paris-fr") > 0


def test_document_without_candidates_has_no_evidence(look):
    looked = look("It rained in Nowhereham.", "Nowhereham")
    assert len(looked.table) == 0
    assert all(not len(column) for column in (looked.own | looked.context).values())
