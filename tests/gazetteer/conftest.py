import pytest

from placemap.core import Name, StatusView
from placemap.gazetteer.compiled.compiler import PlaceRecord, compile_gazetteer
from placemap.gazetteer.compiled.layout import Sections
from placemap.gazetteer.compiled.reader import CompiledGazetteer

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]],
}


def records():
    """A small world: twin towns, a renamed city, a disputed region with a shape."""
    return [
        PlaceRecord(
            id="t:big",
            lon_deg=1.0,
            lat_deg=1.0,
            kind="P.PPL",
            country="AA",
            admin1="North",
            population=500_000,
            radius_m=4000,
            spellings={"Saint Örn": "official", "Orn City": "alternate", "ORN": "code"},
            names=[
                Name(
                    text="Oldorn",
                    lang="en",
                    kind="former",
                    used_by="elders",
                    end="1991",
                    source="test",
                )
            ],
            references=["alt:big"],
        ),
        PlaceRecord(
            id="t:small",
            lon_deg=-60.12345,
            lat_deg=-33.5,
            kind="P.PPL",
            country="BB",
            population=900,
            spellings={"Saint Orn": "official", "Nové-Město": "alternate"},
        ),
        PlaceRecord(
            id="t:region",
            lon_deg=1.0,
            lat_deg=1.0,
            kind="L.RGN",
            population=10,
            bbox=(0.0, 0.0, 2.0, 2.0),
            disputed=True,
            spellings={"Twolands": "official", "東京": "local"},
            statuses=[StatusView(view="UN", country="AA", start="1991", source="test")],
            shape=SQUARE,
        ),
    ]


def build(rows, **options):
    data = compile_gazetteer(
        rows,
        version="test 1",
        attribution=("test data",),
        names_source="test",
        **options,
    )
    return CompiledGazetteer(Sections(data, origin="memory"))


@pytest.fixture
def small_world():
    return build(records())


@pytest.fixture
def rows():
    return records()


@pytest.fixture(name="build")
def build_fixture():
    return build
