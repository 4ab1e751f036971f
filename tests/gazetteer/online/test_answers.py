"""What services answer, read as places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.online.answers import BadAnswerError, to_place

KINDS = ("nominatim", "photon", "pelias")
IDS = {
    "nominatim": "nominatim:osm-node-335194511",
    "photon": "photon:osm-node-335194511",
    "pelias": "pelias:whosonfirst-locality-1108732981",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_village_is_read_from_every_service(kind, make_raw):
    place = to_place(kind, make_raw(kind), "somewhere")
    assert place.id == IDS[kind]
    assert (place.name, place.kind) == ("Arda", "P.PPL")
    assert (place.lon_deg, place.lat_deg) == (46.8, 40.2)
    assert (place.admin1, place.admin2) == ("Karabakh", "Tartar District")
    assert 1_000 < place.radius_m < 4_000
    assert {name.source for name in place.names} == {"somewhere"}


def test_nominatim_tells_country_and_population(make_raw):
    place = to_place("nominatim", make_raw("nominatim"), "")
    assert (place.country, place.population) == ("AZ", 1204)


@pytest.mark.parametrize("told", ["about 300", "-5", "1e9", "", 12, None])
def test_a_population_in_words_is_unknown(told, make_raw):
    raw = make_raw("nominatim", extratags={"population": told})
    assert to_place("nominatim", raw, "").population == 0


def test_names_of_openstreetmap_have_kind_and_language(make_raw):
    tagged = {
        "name": "Ağdərə",
        "name:en": "Aghdara",
        "name:ru": "Агдере; Мардакерт",
        "old_name:hy": "Մարտակերտ",
        "alt_name:zh-Hant": "阿",
        "name:etymology:wikidata": "Q1",
        "wikipedia": "az:Ağdərə",
    }
    raw = make_raw("nominatim", name="Aghdara", namedetails=tagged)
    names = to_place("nominatim", raw, "").names
    assert [(name.text, name.lang, name.kind) for name in names] == [
        ("Ağdərə", "", "local"),
        ("Aghdara", "en", "alternate"),
        ("Агдере", "ru", "alternate"),
        ("Мардакерт", "ru", "alternate"),
        ("Մարտակերտ", "hy", "former"),
        ("阿", "zh-Hant", "alternate"),
    ]


def test_the_english_name_leads(make_raw):
    raw = make_raw("nominatim", namedetails={"name": "Əsgəran", "name:en": "Askeran"})
    assert to_place("nominatim", raw, "").name == "Askeran"


def test_a_box_around_a_node_is_not_its_own(make_raw):
    raw = make_raw("nominatim")
    assert to_place("nominatim", raw, "").bbox is None
    drawn = to_place("nominatim", {**raw, "osm_type": "relation"}, "")
    assert drawn.bbox == pytest.approx((46.78, 40.18, 46.82, 40.22))


@pytest.mark.parametrize("extent", [[46.0, 41.0, 47.0, 40.0], [46.0, 40.0, 47.0, 41.0]])
def test_an_extent_may_begin_with_the_north_or_the_south(extent, make_raw):
    raw = make_raw("photon", osm_type="R", extent=extent)
    assert to_place("photon", raw, "").bbox == (46.0, 40.0, 47.0, 41.0)


def test_a_state_does_not_lie_in_itself(make_raw):
    raw = make_raw("nominatim", addresstype="state", type="administrative")
    place = to_place("nominatim", {**raw, "class": "boundary"}, "")
    assert (place.kind, place.admin1, place.admin2) == ("A.ADM1", "", "")


def test_what_has_no_id_in_openstreetmap_keeps_that_of_the_server(make_raw):
    raw = make_raw("nominatim")
    del raw["osm_id"]
    assert to_place("nominatim", raw, "").id == "nominatim:place-259137"


BAD = [
    None,
    [],
    "<html>",
    {},
    {"error": "busy"},
    {"features": 3},
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("raw", BAD, ids=repr)
def test_another_layout_is_a_bad_answer(kind, raw):
    with pytest.raises(BadAnswerError, match=f"expected an answer of {kind}"):
        to_place(kind, raw, "")


@pytest.mark.parametrize(
    "told",
    [
        {"lat": "91"},
        {"lon": "nan"},
        {"lon": True},
        {"lat": None},
        {"osm_id": "x"},
        {"osm_type": ""},
        {"boundingbox": ["1", "2"]},
        {"boundingbox": ["2", "1", "0", "0"]},
        {"boundingbox": ["0", "1", "0", "inf"]},
        {"name": "", "namedetails": {}, "display_name": ""},
    ],
    ids=repr,
)
def test_a_place_that_is_nowhere_or_nothing_is_a_bad_answer(told, make_raw):
    with pytest.raises(BadAnswerError):
        to_place("nominatim", {**make_raw("nominatim"), **told}, "")


FIELDS = (
    "properties geometry coordinates name lat lon gid layer osm_id osm_type osm_key "
    "osm_value extent bbox type display_name address place_id"
).split()
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", KINDS)
@given(raw=JSON)
def test_no_answer_does_more_than_fail(kind, raw):
    try:
        place = to_place(kind, raw, "")
    except BadAnswerError:
        return
    assert -180 <= place.lon_deg <= 180
    assert -90 <= place.lat_deg <= 90
    assert place.name
