import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer import LayeredGazetteer, open_gazetteer
from placemap.protocols import Gazetteer

PLACES = (
    "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
    "disputed,source\n"
    "curated:camp-seven,Camp Seven,S.CMP,47.0,39.9,AZ,,,,,,field visit\n"
)
NAMES = (
    "place,text,lang,kind,used_by,from,to,source\n"
    "geonames:146970,Fortytown,en,alternate,drivers,,,field visit\n"
    "iso:AZ,Flameland,en,alternate,poets,,,field visit\n"
)
CORRECTIONS = (
    "action,place,text,reason,source\n"
    "drop_place,geonames:584649,,not of interest,field visit\n"
)


@pytest.fixture(scope="module")
def world():
    return open_gazetteer()


@pytest.fixture(scope="module")
def layered(tmp_path_factory):
    folder = tmp_path_factory.mktemp("overlay")
    for name, text in (
        ("places", PLACES),
        ("names", NAMES),
        ("corrections", CORRECTIONS),
    ):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return open_gazetteer(folder)


def test_the_shipped_gazetteer_opens(world):
    assert isinstance(world, Gazetteer)
    assert len(world) > 250_000
    assert any("GeoNames" in line for line in world.attribution)


@pytest.mark.parametrize(
    "name", ["Stepanakert", "Khankendi", "Xankəndi", "Ստեփանակերտ"]
)
def test_both_names_of_a_city_lead_to_one_place(world, name):
    assert world.candidates(name)[0].place.id == "geonames:146970"


def test_a_disputed_city_tells_who_uses_which_name(world):
    names = {name.text: name.used_by for name in world.place("geonames:146970").names}
    assert names["Stepanakert"] == "Armenians"
    assert names["Khankendi"] == "Azerbaijan"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Azerbaijan", "A.PCLI", "AZ"),
        ("Libya", "A.PCLI", "LY"),
        ("Texas", "A.ADM1", "US"),
        ("Moscow", "P.PPLC", "RU"),
        ("Paris", "P.PPLC", "FR"),
    ],
)
def test_the_best_known_place_of_a_name_comes_first(world, name, kind, country):
    place = world.candidates(name)[0].place
    assert (place.kind, place.country) == (kind, country)


def test_countries_have_shapes_and_codes_as_references(world):
    assert world.place("iso:FR").name == "France"
    assert world.shape("iso:FR")["type"] == "MultiPolygon"


def test_a_known_error_of_the_source_is_corrected(world):
    ids = [c.place.id for c in world.candidates("Gəncə")]
    assert "geonames:586523" in ids
    assert "geonames:584649" not in ids


def test_an_overlay_is_a_gazetteer(layered):
    assert isinstance(layered, LayeredGazetteer)
    assert isinstance(layered, Gazetteer)


def test_an_overlay_adds_places_and_names(layered):
    assert layered.candidates("Camp Seven")[0].place.id == "curated:camp-seven"
    assert layered.candidates("Fortytown")[0].place.id == "geonames:146970"
    assert layered.candidates("Flameland")[0].place.country == "AZ"


def test_an_amended_place_keeps_what_the_shipped_one_has(layered, world):
    new, old = layered.place("geonames:146970"), world.place("geonames:146970")
    assert {n.text for n in new.names} == {n.text for n in old.names} | {"Fortytown"}
    assert new.statuses == old.statuses
    assert layered.shape("iso:AZ") == world.shape("iso:AZ")


def test_no_place_comes_twice(layered):
    ids = [c.place.id for c in layered.candidates("Stepanakert")]
    assert len(ids) == len(set(ids)) > 0


def test_a_dropped_place_is_gone(layered):
    assert layered.place("geonames:584649") is None
    assert "geonames:584649" not in [c.place.id for c in layered.candidates("Yevlakh")]


def test_scan_finds_the_names_of_both_layers(layered):
    text = "From Fortytown to Paris"
    assert {"Fortytown", "Paris"} <= {span.of(text) for span in layered.scan(text)}


def test_hash_and_version_name_both_layers(layered, world):
    assert layered.sha256 != world.sha256
    assert world.version in layered.version


def test_a_wrong_path_is_named(tmp_path):
    with pytest.raises(GazetteerError, match="nowhere"):
        open_gazetteer(tmp_path / "nowhere")
