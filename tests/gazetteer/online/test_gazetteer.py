"""A local gazetteer with answers under it."""

import pytest

from placemap.core import Candidate, Place, Span
from placemap.gazetteer.online.gazetteer import OnlineGazetteer, asked_name
from placemap.protocols import Gazetteer


def place(place_id, name):
    return Place(id=place_id, name=name, lon_deg=1.0, lat_deg=2.0, kind="P.PPL")


def candidate(place_id, name):
    return Candidate(place=place(place_id, name), score=1.0)


class Local:
    """Knows Baku, and a Lyon of its own."""

    version, sha256, attribution = "local 1", "00", ("Places: ours",)
    known = ("Baku", "Lyon")

    def candidates(self, name, *, limit=10):
        return (candidate(f"own:{name}", name),) if name in self.known else ()

    def scan(self, text):
        return [Span(0, 4)]

    def place(self, place_id):
        name = place_id.removeprefix("own:")
        return place(place_id, name) if name in self.known else None

    def shape(self, place_id):
        return {"type": "Point", "coordinates": [1.0, 2.0]}


@pytest.fixture
def gazetteer():
    found = {
        "Arda Bala": [candidate("web:1", "Arda Bala"), candidate("web:2", "Arda-Bala")],
        "Lyon": [candidate("web:3", "Lyon")],
    }
    places = {"web:1": place("web:1", "Arda Bala")}
    return OnlineGazetteer(Local(), found, places, attribution="Names: theirs, ODbL")


def ids(candidates):
    return [one.place.id for one in candidates]


def test_it_is_a_gazetteer(gazetteer):
    assert isinstance(gazetteer, Gazetteer)


def test_the_local_gazetteer_goes_first(gazetteer):
    assert ids(gazetteer.candidates("Lyon")) == ["own:Lyon"]
    assert gazetteer.place("own:Baku").name == "Baku"


def test_answers_stand_in_for_what_it_lacks(gazetteer):
    assert ids(gazetteer.candidates("Arda\n  Bala")) == ["web:1", "web:2"]
    assert ids(gazetteer.candidates("Arda Bala", limit=1)) == ["web:1"]
    assert gazetteer.place("web:1").name == "Arda Bala"


def test_what_neither_knows_is_unknown(gazetteer):
    assert gazetteer.candidates("Berda") == ()
    assert gazetteer.place("web:9") is None


def test_it_cites_the_local_gazetteer_and_names_both_sources(gazetteer):
    assert (gazetteer.version, gazetteer.sha256) == ("local 1", "00")
    assert gazetteer.attribution == ("Places: ours", "Names: theirs, ODbL")


def test_spellings_and_shapes_are_those_of_the_local_gazetteer(gazetteer):
    assert gazetteer.scan("Baku said") == [Span(0, 4)]
    assert gazetteer.shape("own:Baku")["type"] == "Point"


def test_a_name_is_asked_for_on_one_line():
    assert asked_name(" Arda\u00a0\n Bala ") == "Arda Bala"
