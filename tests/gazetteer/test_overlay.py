import pytest

from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.layered import LayeredGazetteer
from placemap.gazetteer.overlay import compile_overlay

HEADER = (
    "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,disputed,"
    "source\n"
)


@pytest.fixture
def lower(build):
    return build(
        [
            PlaceRecord(
                id="geonames:1",
                lon_deg=10.0,
                lat_deg=20.0,
                kind="P.PPL",
                country="AA",
                population=5000,
                spellings={"Town": "official", "Burg": "alternate"},
            )
        ]
    )


def lay_over(lower, folder, row):
    (folder / "places.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    upper = compile_overlay(folder, lower)
    return LayeredGazetteer(upper, lower)


def test_an_own_id_for_a_known_place_becomes_that_place(lower, tmp_path):
    row = "curated:burg,Burg,P.PPLX,10.0,20.01,AA,,,,,1,own"
    layered = lay_over(lower, tmp_path, row)
    place = layered.place("curated:burg")
    assert place == layered.place("geonames:1")
    assert (place.id, place.name, place.population) == ("geonames:1", "Burg", 5000)
    assert place.disputed
    assert [c.place.id for c in layered.candidates("Town")] == ["geonames:1"]
    (merger,) = layered.mergers()
    assert (merger.kept, merger.dropped) == ("geonames:1", "curated:burg")
    assert "shared name, like kind, 1.1 km apart" in merger.reason


@pytest.mark.parametrize(
    "row",
    [
        "curated:burg,Burg,P.PPL,11.0,20.0,AA,,,,,,own",
        "curated:burg,Burg,S.CMP,10.0,20.0,AA,,,,,,own",
        "curated:burg,Burg,P.PPL,10.0,20.0,BB,,,,,,own",
        "curated:burg,Other,P.PPL,10.0,20.0,AA,,,,,,own",
    ],
    ids=["far away", "another kind", "another country", "another name"],
)
def test_a_place_of_its_own_stays_one(lower, tmp_path, row):
    layered = lay_over(lower, tmp_path, row)
    assert layered.place("curated:burg").id == "curated:burg"
    assert layered.place("geonames:1").name == "Town"
    assert layered.mergers() == ()
    assert len(list(layered.places())) == 2
