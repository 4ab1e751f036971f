import pytest

from placemap.core import Name, Place, StatusView
from placemap.output.web.disputed import (
    COMPILED,
    compile_disputed,
    disputed_areas,
    disputed_homes,
    is_disputed_area,
    small_areas,
)

TWO_SIDES = (("AA", "AA"), ("BB", "BB"))
SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]


def area(key="x:1", *, views=TWO_SIDES, kind="L.RGN", name="Borderland", **more):
    about = {"lon_deg": 0.5, "lat_deg": 0.5, "radius_m": 50_000, "disputed": True}
    return Place(
        id=key,
        name=name,
        kind=kind,
        statuses=tuple(status(*view) for view in views),
        **(about | more),
    )


def status(view, country, end=""):
    return StatusView(view=view, country=country, end=end)


@pytest.mark.parametrize(
    "place",
    [
        area(),
        area(kind="T.ISLS"),
        area(views=[("AA", "AA"), ("de facto", "Republic of Borderland")]),
        area(views=[("AA", "Borderland Republic", "2022"), ("BB", "BB")]),
        area(kind="A.PCLI", country="XK"),
    ],
    ids=["two states", "islands", "held by another", "once", "without a number"],
)
def test_an_area_states_differ_about_is_disputed(place):
    assert is_disputed_area(place)


@pytest.mark.parametrize(
    "place",
    [
        area(disputed=False),
        area(views=[("AA", "AA"), ("UN", "AA")]),
        area(views=[("AA", "AA"), ("Borderland separatists", "Borderland")]),
        area(views=[("AA", "AA"), ("BB", "Borderland")]),
        area(kind="A.PCLI", country="TW"),
        area(kind="L.RGNH"),
        area(kind="L.AREA"),
        area(kind="H.SEA"),
        area(kind="P.PPL"),
        area(radius_m=5_000),
    ],
    ids=[
        "not so marked", "all agree", "one state only", "one side's state",
        "listed country", "historical", "line", "sea", "town", "spot",
    ],
)  # fmt: skip
def test_other_places_are_not(place):
    assert not is_disputed_area(place)


@pytest.fixture
def compiled(tmp_path):
    path = tmp_path / "disputed.json"

    def made(*entries):
        assert compile_disputed(entries, path) == len(entries)
        return path

    return made


def test_the_largest_come_first_with_their_outlines(compiled):
    polygon = {"type": "Polygon", "coordinates": [SQUARE, [[0.4, 0.4]] * 4]}
    path = compiled((area(), polygon), (area("x:2", name="Far", radius_m=9e5), None))
    far, near = disputed_areas(path=path)
    assert far["names"] == {"en": "Far"}
    assert near == {
        "iso": "", "names": {"en": "Borderland"}, "at": [0.5, 0.5], "rings": [SQUARE],
    }  # fmt: skip


def test_without_an_outline_there_is_a_square_about_the_point(compiled):
    [found] = disputed_areas(path=compiled((area(radius_m=111_195), None)))
    assert found["rings"] == [SQUARE]


def test_only_smaller_areas_of_known_form_need_detail(compiled):
    polygon = {"type": "MultiPolygon", "coordinates": [[SQUARE]]}
    path = compiled(
        (area(), polygon), (area("x:2"), None), (area("x:3", radius_m=9e5), polygon)
    )
    assert small_areas(path) == [(0, 0, 1, 1)]


def test_names_are_told_in_the_languages_of_the_page(compiled):
    names = (
        Name(text="pays frontalier", lang="fr", kind="exonym"),
        Name(text="PF", lang="fr", kind="alternate"),
        Name(text="Край", lang="ru", kind="alternate"),
        Name(text="Пограничный край", lang="ru", kind="alternate"),
        Name(text="Grenzland", lang="de", kind="exonym"),
    )
    path = compiled((area(name="Borderland (north)", names=names), None))
    assert disputed_areas(path=path)[0]["names"] == {
        "en": "Borderland", "fr": "Pays frontalier", "ru": "Пограничный край",
    }  # fmt: skip


def test_what_has_a_code_is_named_by_the_browser(compiled):
    name = Name(text="Sahara", lang="fr", kind="exonym")
    place = area(kind="A.TERR", country="EH", names=(name,))
    [found] = disputed_areas(path=compiled((place, None)))
    assert (found["iso"], found["names"]) == ("EH", {"en": "Borderland"})


def test_areas_the_map_names_itself_are_left_out(compiled):
    path = compiled((area(), None), (area("x:2", name="Other"), None))
    assert [a["names"]["en"] for a in disputed_areas(besides=["x:1"], path=path)] == [
        "Other"
    ]


def test_what_lies_within_is_known_by_country_and_division(compiled):
    path = compiled(
        (area("adm1:X.1", name="Borderland", country="XA"), None),
        (area("x:2", name="Isles"), None),
        (area("x:3", kind="A.TERR", country="EH"), None),
    )
    homes = disputed_homes(path)
    assert sorted(homes) == [("EH", ""), ("XA", "Borderland")]
    found = homes["XA", "Borderland"]
    assert found["names"] == {"en": "Borderland"}
    assert {view["view"] for view in found["statuses"]} == {"AA", "BB"}


def test_a_package_built_without_them_has_none(tmp_path):
    assert disputed_homes(tmp_path / "none.json") == {}
    assert disputed_areas(path=tmp_path / "none.json") == []
    assert small_areas(tmp_path / "none.json") == []


def test_the_shipped_ones_hold_what_newspapers_ask_about():
    names = {area["names"]["en"] for area in disputed_areas(path=COMPILED)}
    assert names >= {
        "Abkhazia", "Crimea", "Gaza Strip", "Golan Heights", "Kashmir", "Kosovo",
        "Nagorno-Karabakh", "Northern Cyprus", "South Ossetia", "Transnistria",
        "West Bank", "Western Sahara",
    }  # fmt: skip
    assert not names & {"Taiwan", "South China Sea", "Donetsk People's Republic"}
