import pytest

from placemap.core import Name, StatusView
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.doubles import merge_doubles, why_one

KM = 1 / 111.2  # degrees of latitude


def record(
    place_id, name="Main", *, north_km=0.0, kind="P.PPL", population=1000, **fields
):
    spellings = fields.pop("spellings", {name: "official", "Shared": "alternate"})
    return PlaceRecord(
        id=place_id,
        lon_deg=10.0,
        lat_deg=north_km * KM,
        kind=kind,
        population=population,
        spellings=spellings,
        **{"country": "AA", "admin1": "North", **fields},
    )


def why(one, other):
    reasons = {why_one(one, other), why_one(other, one)}
    assert len(reasons) == 1
    return reasons.pop()


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"north_km": 2.0}, "same name, one division, 2.0 km apart"),
        ({"north_km": 4.5, "population": 0}, "same name, one division, 4.5 km apart"),
        ({"name": "Mainn", "north_km": 2.0}, "spelling variants, one division"),
        ({"name": "Maain", "population": 600, "north_km": 0.5}, "spelling variants"),
    ],
)
def test_a_town_listed_twice_is_one_place(other, reason):
    assert reason in why(record("g:1"), record("g:2", **other))


@pytest.mark.parametrize(
    "other",
    [
        {"north_km": 4.5},
        {"north_km": 6.0, "population": 0},
        {"population": 9000},
        {"admin1": "South"},
        {"country": "BB"},
        {"kind": "S.AIRP"},
        {"name": "Quarter"},
        {"name": "Mainn", "north_km": 2.0, "population": 600},
        {"name": "Mainn", "north_km": 4.0},
    ],
    ids=str,
)
def test_neighbours_stay_two_places(other):
    assert why(record("g:1"), record("g:2", **other)) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("East Molesey", "West Molesey"),
        ("Gornja Gračenica", "Donja Gračenica"),
        ("Aspach-le-Haut", "Aspach-le-Bas"),
        ("Ye Chaung", "Ye Chaung Wa"),
        ("San Pedro Arriba", "San Pedro Abajo"),
    ],
)
def test_a_telling_word_parts_two_places(one, other):
    assert why(record("g:1", one), record("g:2", other, north_km=0.5)) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Thanlyin", "Thanhlyin"), ("Chang-hua", "Changhua"), ("Saint Main", "St. Main")],
)
def test_spellings_of_one_name_agree(one, other):
    assert why(record("g:1", one), record("g:2", other, north_km=1.5))


def test_hamlets_without_a_count_stay_apart():
    assert why(record("g:1", population=0), record("g:2", population=0)) == ""


def test_a_contested_entry_under_two_countries_is_one_place():
    ours = {"Akna": "official", "Agdam": "alternate"}
    theirs = {"Agdam": "official", "Akna": "alternate"}
    one = record("g:1", spellings=ours, disputed=True)
    other = record("g:2", spellings=theirs, country="BB")
    assert why(one, other) == "contested entry under AA and BB, 0.0 km apart"


@pytest.mark.parametrize("name", ["East Main", "Other"])
def test_a_contested_part_is_not_the_whole(name):
    whole = record("g:1", "Main", disputed=True)
    assert why(whole, record("g:2", name, country="BB", disputed=True)) == ""


def test_a_curated_id_for_a_place_of_geonames_is_recognised():
    quarter = record("curated:q", "Quarter", kind="P.PPLX", admin1="", north_km=1.5)
    assert "curated id" in why(record("g:1", population=90_000), quarter)
    assert why(record("curated:p"), quarter) == ""


def test_countries_may_have_their_middles_far_apart():
    former = record("curated:f", kind="A.PCLH", country="", radius_m=3e5, north_km=45)
    assert why(record("g:1", kind="A.PCLI"), former)
    assert why(record("g:1", kind="A.PCLI"), record("curated:f", kind="L.RGN")) == ""


def test_the_record_that_stays_knows_what_the_other_knew():
    name = Name(text="Told", lang="en", kind="local", source="own")
    view = StatusView(view="UN", country="AA")
    one = record("g:1", population=0, admin2="Bank")
    other = record("g:2", names=[name], statuses=[view], disputed=True, vetted={"Told"})
    other.references.append("alt:2")
    (stays,), (merger,) = merge_doubles([one, other])
    assert (merger.kept, merger.dropped) == ("g:2", "g:1")
    assert (stays.id, stays.population, stays.admin2) == ("g:2", 1000, "Bank")
    assert stays.references == ["alt:2", "g:1"]
    assert (stays.names, stays.statuses, stays.disputed) == ([name], [view], True)


def test_what_an_editor_said_prevails_under_the_id_of_geonames(build):
    own = record(
        "curated:q", "Quarter", kind="P.PPLX", north_km=1.0, vetted={"Quarter"}
    )
    rows, mergers = merge_doubles([record("g:1", "Town", population=5000), own])
    world = build(rows, mergers=mergers)
    place = world.place("curated:q")
    assert (place.id, place.name, place.kind) == ("g:1", "Quarter", "P.PPLX")
    assert (place.population, round(place.lat_deg, 3)) == (5000, 0.009)
    assert world.candidates("Town")[0].place.id == "g:1"
    assert world.mergers() == tuple(mergers)


def test_of_three_entries_one_stays():
    rows, mergers = merge_doubles(
        [record(f"g:{n}", population=n) for n in (1000, 1001, 1002)]
    )
    assert [row.id for row in rows] == ["g:1002"]
    assert [merger.dropped for merger in mergers] == ["g:1000", "g:1001"]


def test_order_does_not_matter():
    def rows():
        return [
            record("g:1", north_km=2.0),
            record("g:2"),
            record("g:3", "Far", north_km=90),
        ]

    straight, turned = merge_doubles(rows()), merge_doubles(rows()[::-1])
    assert straight[1] == turned[1]
    assert {r.id for r in straight[0]} == {r.id for r in turned[0]}
