import pytest

from placemap.core import Name, Place
from placemap.output.web.towns import (
    MOST_TOWNS,
    compile_towns,
    towns_near,
    zoom_of,
)


def place(key, lon, lat, population=20_000, kind="P.PPL", **more):
    return Place(
        id=f"x:{key}",
        name=f"Town {key}",
        lon_deg=lon,
        lat_deg=lat,
        kind=kind,
        population=population,
        **more,
    )


@pytest.fixture
def compiled(tmp_path):
    """Compile towns and return the function that picks some of them."""

    def made(*places):
        path = tmp_path / "towns.bin"
        compile_towns(places, path)
        return lambda *at, **more: towns_near(list(at), path=path, **more)

    return made


def names(towns):
    return [name for name, *_ in towns]


@pytest.mark.parametrize(
    ("kind", "population", "zoom"),
    [
        ("P.PPL", 9_000_000, 3),
        ("P.PPL", 60_000, 7),
        ("P.PPLC", 60_000, 4),
        ("P.PPLA", 900, 8),
        ("P.PPLA", 9_000_000, 3),
        ("P.PPL", 0, 9),
    ],
)
def test_the_larger_a_town_the_earlier_its_name(kind, population, zoom):
    assert zoom_of(kind, population) == zoom


def test_only_settlements_of_some_size_or_rank_are_towns(tmp_path):
    places = [
        place("seat", 0, 0, population=0, kind="P.PPLA"),
        place("town", 0, 0),
        place("hamlet", 0, 0, population=40),
        place("quarter", 0, 0, kind="P.PPLX"),
        place("hill", 0, 0, kind="T.HLL"),
    ]
    assert compile_towns(places, tmp_path / "towns.bin") == 2


def test_of_one_zoom_seats_come_before_larger_towns(compiled):
    near = compiled(
        place("large", 0, 0, 2_900_000),
        place("seat", 0, 0, 450_000, kind="P.PPLA"),
        place("capital", 0, 0, 900_000, kind="P.PPLC"),
    )
    found = near((0.0, 0.0))
    assert names(found) == ["Town capital", "Town seat", "Town large"]
    assert {zoom for *_, zoom in found} == {4}


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ([], "Town city"),
        ([("Official", "official", "one side")], "Town city"),
        (
            [
                ("Ours", "local", "one side"),
                ("Theirs", "official", "other side"),
                ("Before", "former", "other side"),
            ],
            "Theirs / Ours",
        ),
        ([("Same", "local", "one side"), ("Same", "official", "other side")], "Same"),
    ],
)
def test_a_disputed_town_is_named_as_those_call_it_who_differ(compiled, known, shown):
    found = tuple(
        Name(text=text, lang="en", kind=kind, used_by=who) for text, kind, who in known
    )
    near = compiled(place("city", 0, 0, disputed=True, names=found))
    assert names(near((0.0, 0.0))) == [shown]


def test_a_quarter_does_not_stand_for_its_city(compiled):
    def many(n):
        return tuple(Name(text=f"name {i}") for i in range(n))

    near = compiled(
        place("quarter", 0.0, 0.0, 350_000, names=many(4)),
        place("city", 0.04, 0.02, 230_000, names=many(37)),
        place("twin", 0.04, 0.03, 350_000, names=many(20)),
        place("farther", 0.2, 0.02, 350_000, names=many(4)),
        place("much larger", 0.04, 0.0, 900_000, names=many(4)),
    )
    assert sorted(names(near((0.0, 0.0)))) == [
        "Town city",
        "Town farther",
        "Town much larger",
        "Town twin",
    ]


def test_far_towns_are_named_only_if_large(compiled):
    near = compiled(
        place("small", 5, 0), place("capital", 20, 0, kind="P.PPLC"), place("by", 1, 1)
    )
    assert names(near((0.0, 0.0))) == ["Town capital", "Town by"]


def test_near_means_across_the_date_line_too(compiled):
    near = compiled(place("east", 179.5, 0))
    assert names(near((-179.9, 0.0))) == ["Town east"]


def test_what_the_map_names_itself_is_left_out(compiled):
    near = compiled(place("a", 0, 0), place("b", 0, 0.1))
    assert names(near((0.0, 0.0), besides=["x:a"])) == ["Town b"]


def test_many_events_do_not_bring_more_towns_than_a_page_carries(compiled):
    many = [place(n, n % 60, n // 60, 200_000) for n in range(MOST_TOWNS + 50)]
    near = compiled(*many)
    everywhere = [(lon, lat) for lon in range(60) for lat in range(52)]
    assert len(near(*everywhere)) == MOST_TOWNS


def test_regions_share_the_room_there_is(compiled):
    many = [place(f"m{n}", n % 60 / 60, n // 60 / 60) for n in range(MOST_TOWNS)]
    large = [place(f"l{n}", 0.5, 0.5, 60_000) for n in range(MOST_TOWNS)]
    few = [place(f"f{n}", 40.0, 0.0) for n in range(20)]
    found = names(compiled(*many, *large, *few)((0.5, 0.5), (40.0, 0.0)))
    assert len(found) == MOST_TOWNS
    assert sum(name.startswith("Town f") for name in found) == len(few)


def test_where_there_is_no_room_for_all_those_near_the_events_are_named(compiled):
    far = [place(f"far{n}", 2.9, 0, 60_000) for n in range(MOST_TOWNS)]
    near = [place(f"near{n}", 0.1, 0) for n in range(30)]
    found = names(compiled(*far, *near)((0.0, 0.0)))
    assert sum(name.startswith("Town near") for name in found) == len(near)


def test_the_same_places_give_the_same_bytes(tmp_path):
    places = [place(n, n, n) for n in range(9)]
    for name in ("one.bin", "other.bin"):
        compile_towns(places, tmp_path / name)
    one, other = (tmp_path / name for name in ("one.bin", "other.bin"))
    assert one.read_bytes() == other.read_bytes()


def test_a_package_built_without_towns_names_none(tmp_path):
    assert towns_near([(0.0, 0.0)], path=tmp_path / "none.bin") == []
