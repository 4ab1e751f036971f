import pytest

from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.reader import Merger
from placemap.gazetteer.layered import LayeredGazetteer


def own(place_id, name, lon_deg):
    return PlaceRecord(
        id=place_id,
        lon_deg=lon_deg,
        lat_deg=1.0,
        kind="P.PPL",
        spellings={name: "official"},
    )


@pytest.fixture
def layered(build, small_world):
    rows = [own("u:camp", "Camp", 1.2), own("t:big", "Saint Örn", 1.5)]
    upper = build(
        rows, dropped=["t:small"], mergers=[Merger("u:camp", "u:tent", "one")]
    )
    return LayeredGazetteer(upper, small_world)


def test_names_of_both_layers_come_once(layered, small_world):
    keys = list(layered.keys())
    assert set(keys) == {"camp", *small_world.keys()}
    assert len(keys) == len(set(keys))


def test_settlements_of_both_layers_come_by_distance_without_hidden_ones(layered):
    found = layered.settlements_near((1.6, 1.0))
    assert [(place.id, place.lon_deg) for place in found] == [
        ("t:big", 1.5),
        ("u:camp", 1.2),
    ]


def test_outlines_of_both_layers_are_seen(layered):
    assert [place.id for place in layered.outlined_places()] == ["t:region"]


def test_mergers_of_both_layers_are_told(layered):
    assert layered.mergers() == (("u:camp", "u:tent", "one"),)
