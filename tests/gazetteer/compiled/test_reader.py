import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.compiled.compiler import PlaceRecord, compile_gazetteer
from placemap.gazetteer.compiled.layout import Sections
from placemap.gazetteer.compiled.reader import CompiledGazetteer
from placemap.protocols import Gazetteer
from placemap.text import fold


def ids(candidates):
    return [candidate.place.id for candidate in candidates]


def spelled(gazetteer, text):
    return [span.of(text) for span in gazetteer.scan(text)]


def test_it_is_a_gazetteer(small_world):
    assert isinstance(small_world, Gazetteer)


def test_candidates_come_best_known_first(small_world):
    assert ids(small_world.candidates("Saint Orn")) == ["t:big", "t:small"]


@pytest.mark.parametrize(
    "spelling", ["saint orn", "SAINT ÖRN", "Saint-Örn", "Saint  Örn", "Sa'int Orn"]
)
def test_case_accents_hyphens_and_apostrophes_are_folded(small_world, spelling):
    assert ids(small_world.candidates(spelling)) == ["t:big", "t:small"]


def test_a_name_as_written_scores_above_a_folded_one(small_world):
    scores = {c.place.id: c.score for c in small_world.candidates("Saint Örn")}
    assert scores["t:big"] == 1.0
    assert scores["t:small"] < 1.0


def test_limit_is_kept(small_world):
    assert ids(small_world.candidates("Saint Orn", limit=1)) == ["t:big"]


@pytest.mark.parametrize("name", ["Nowhere", "", "   ", "?!", "Saint"])
def test_an_unknown_name_has_no_candidates(small_world, name):
    assert small_world.candidates(name) == ()


def test_codes_are_shown_but_never_looked_up(small_world):
    assert small_world.candidates("ORN") == ()
    assert "ORN" in {name.text for name in small_world.place("t:big").names}


def test_the_matched_kind_of_name_is_told(small_world):
    assert small_world.candidates("Oldorn")[0].name_kind == "former"


def test_a_whole_place_tells_whose_name_it_is(small_world):
    names = {name.text: name for name in small_world.place("t:big").names}
    assert names["Oldorn"].used_by == "elders"
    assert names["Oldorn"].end == "1991"
    assert names["Orn City"].source == "test"


def test_a_reference_leads_to_the_same_place(small_world):
    assert small_world.place("alt:big") == small_world.place("t:big")


def test_an_unknown_id_is_none(small_world):
    assert small_world.place("t:none") is None
    assert small_world.shape("t:none") is None


def test_coordinates_survive_to_a_metre(small_world):
    place = small_world.place("t:small")
    assert (place.lon_deg, place.lat_deg) == (-60.12345, -33.5)


def test_a_disputed_region_has_its_views_extent_and_shape(small_world):
    region = small_world.place("t:region")
    assert region.disputed
    assert region.statuses[0].country == "AA"
    assert region.bbox == (0.0, 0.0, 2.0, 2.0)
    assert small_world.shape("t:region")["coordinates"][0][2] == [2, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Saint Orn today", ["Saint Orn"]),
        ("saint-örn's mayor", []),
        ("saint-örn, AA", ["saint-örn"]),
        ("Nové\nMěsto", ["Nové\nMěsto"]),
        ("Nové. Město", []),
        ("Nové, Město", []),
        ("Saintorn", []),
        ("今日は東京です", ["東京"]),
        ("", []),
    ],
)
def test_scan_finds_whole_names_only(small_world, text, expected):
    assert spelled(small_world, text) == expected


def test_counts_and_sources_are_told(small_world):
    info = small_world.info()
    assert info["counts"]["places"] == len(small_world) == 3
    assert info["counts"]["by_class"] == {"L": 1, "P": 2}
    assert small_world.attribution == ("test data",)


names = st.text(
    st.characters(categories=("Lu", "Ll", "Lo", "Nd"), include_characters=" -'."),
    min_size=1,
    max_size=30,
)


@given(st.dictionaries(names, st.integers(0, 10**7), min_size=1, max_size=15))
def test_every_name_put_in_is_found_again(populations):
    rows = [
        PlaceRecord(
            id=f"p:{i}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind="P.PPL",
            population=population,
            spellings={name: "official"},
        )
        for i, (name, population) in enumerate(populations.items())
    ]
    data = compile_gazetteer(rows, version="t", attribution=(), names_source="t")
    gazetteer = CompiledGazetteer(Sections(data, origin="memory"))
    for row in rows:
        (name,) = row.spellings
        found = ids(gazetteer.candidates(name, limit=100))
        # Of "-" and of the letter for a click no key is left.
        assert row.id in found or not fold(name)
        assert gazetteer.place(row.id).name == name


@given(st.text(max_size=200))
def test_scan_never_fails_and_spans_lie_in_the_text(text):
    data = compile_gazetteer(
        [
            PlaceRecord(
                id="p:1",
                lon_deg=0,
                lat_deg=0,
                kind="P.PPL",
                spellings={"a": "official", "ab c": "alternate", "国": "local"},
            )
        ],
        version="t",
        attribution=(),
        names_source="t",
    )
    gazetteer = CompiledGazetteer(Sections(data, origin="memory"))
    spans = gazetteer.scan(text)
    assert list(spans) == sorted(spans)
    assert all(gazetteer.candidates(span.of(text)) for span in spans)


def test_every_name_can_be_gone_through_folded(small_world):
    keys = list(small_world.keys())
    assert {"saint orn", "st orn", "oldorn", "東 京"} <= set(keys)
    assert len(keys) == len(set(keys))
    assert all(small_world.candidates(key) for key in keys)


def test_abandoned_settlements_are_near_no_point(build):
    rows = [
        PlaceRecord(
            id=f"t:{kind}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind=kind,
            spellings={kind: "official"},
        )
        for kind in ("P.PPL", "P.PPLH", "P.PPLQ", "P.PPLW", "S.AIRP")
    ]
    assert [p.id for p in build(rows).settlements_near((0.0, 0.0))] == ["t:P.PPL"]


def test_without_mergers_there_are_none(small_world):
    assert small_world.mergers() == ()
