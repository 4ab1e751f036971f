import pytest

from placemap.core import Name
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.ranking import (
    Bearer,
    Claim,
    keys_of,
    order_bearers,
    prominence,
)


def record(kind="P.PPL", *, population=1000, names=(), **fields):
    return PlaceRecord(
        id="t:one",
        lon_deg=0.0,
        lat_deg=0.0,
        kind=kind,
        population=population,
        names=list(names),
        **{"country": "AA", "spellings": {"Main": "official"}, **fields},
    )


def order(*bearers):
    return [bearer.row for bearer in order_bearers(bearers)]


def bearer(
    row, fame, *, country="AA", kind="P.PPL", name="official", share=1.0, **claim
):
    return Bearer(row, kind, country, fame, Claim(name, share, **claim))


MAIN = {"is_main": True}
VETTED = {"is_vetted": True}


@pytest.mark.parametrize(
    "kind", ["A.PCL", "A.PCLD", "A.PCLF", "A.PCLI", "A.PCLIX", "A.PCLS"]
)
def test_a_country_or_territory_comes_before_its_capital(kind):
    assert prominence(record(kind)) > prominence(record("P.PPLC", population=5000))


def test_a_division_comes_behind_the_town_of_its_name():
    assert prominence(record("A.ADM1", population=3000)) < prominence(record())


def test_regions_count_by_their_size():
    large = record("L.RGN", population=0, radius_m=1e6)
    assert prominence(large) > prominence(record("L.RGN", population=0, radius_m=1e3))


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Mount Fuji", "mt fuji"),
        ("Mt. Fuji", "mount fuji"),
        ("Saint Louis", "st louis"),
        ("St. Louis", "saint louis"),
        ("Fort Worth", "ft worth"),
        ("Sault Sainte Marie", "sault ste marie"),
        ("Port St. Lucie", "port saint lucie"),
    ],
)
def test_short_and_long_forms_of_a_word_agree(name, asked):
    assert asked in keys_of(record(spellings={name: "official"}))


def test_the_last_word_is_no_short_form():
    assert set(keys_of(record(spellings={"Rocky Mount": "official"}))) == {
        "rocky mount"
    }


def test_a_bare_spelling_of_a_source_gets_no_other_form():
    keys = keys_of(record(spellings={"Main": "official", "Saint Main": "alternate"}))
    assert set(keys) == {"main", "saint main"}


def test_other_forms_never_weaken_a_name():
    spellings = {"Saint Main": "official", "St Main": "former"}
    assert keys_of(record(spellings=spellings))["st main"].share == 1.0


@pytest.mark.parametrize(
    ("kind", "main", "bare"),
    [
        ("H.STM", "James River (Virginia)", "james river"),
        ("H.STM", "Mount River (Virginia)", "mt river"),
        ("A.ADM1", "Kharkiv Oblast", "kharkiv"),
    ],
)
def test_a_bare_name_is_claimed_less_than_one_that_is_told(kind, main, bare):
    (claim,) = (
        claim
        for key, claim in keys_of(
            record(kind, spellings={main: "official"}, vetted={main})
        ).items()
        if key == bare
    )
    assert claim == Claim("alternate", 0.5)


def test_a_lower_division_is_not_found_without_its_word():
    keys = keys_of(record("A.ADM2", spellings={"Orange County": "official"}))
    assert set(keys) == {"orange county"}


def test_a_source_cannot_tell_apart_by_other_names():
    spellings = {"Main": "official", "Other (river)": "alternate"}
    assert set(keys_of(record(spellings=spellings))) == {"main", "other river"}


def test_a_bare_name_never_weakens_a_name():
    spellings = {"Main (river)": "official", "Main": "local"}
    assert keys_of(record(spellings=spellings))["main"] == Claim("local", 1.0)


def test_codes_are_no_names():
    assert "mai" not in keys_of(record(spellings={"Main": "official", "MAI": "code"}))


def test_a_former_name_carries_little_and_a_vetted_alternate_all():
    spellings = {
        "Main": "official",
        "Old": "former",
        "Other": "alternate",
        "Told": "alternate",
    }
    keys = keys_of(record(spellings=spellings, vetted={"Told"}))
    assert keys["old"].share < keys["other"].share < keys["told"].share == 1.0


def test_one_vetted_spelling_vets_the_key():
    spellings = {"Main": "official", "Óther": "alternate", "Other": "alternate"}
    assert keys_of(record(spellings=spellings, vetted={"Óther"}))["other"].is_vetted


@pytest.mark.parametrize(
    ("name", "is_foreign"),
    [
        (Name(text="Angleterre", lang="fr", kind="local", source="elsewhere"), True),
        (Name(text="Angleterre", lang="en", kind="local", source="elsewhere"), False),
        (Name(text="Angleterre", lang="fr", kind="local", source="CLDR"), False),
        (Name(text="Angleterre", lang="fr", kind="exonym", source="CLDR"), True),
        (Name(text="Angleterre", lang="fr", kind="local", source="GeoNames"), False),
        (Name(text="Angleterre", lang="fr", kind="exonym", source="GeoNames"), True),
        (Name(text="Angleterre", kind="local", used_by="us", source="GeoNames"), False),
    ],
)
def test_names_of_other_languages_are_foreign(name, is_foreign):
    assert keys_of(record(names=[name]))["angleterre"].is_foreign == is_foreign


def test_an_editor_tells_local_names_from_exonyms():
    local = Name(text="Wisła", lang="pl", kind="local", source="own")
    assert not keys_of(record(names=[local], vetted={"Wisła"}))["wisla"].is_foreign


def test_the_best_known_comes_first_and_the_lower_row_of_equals():
    assert order(bearer(2, 50.0), bearer(1, 90.0), bearer(0, 50.0)) == [1, 0, 2]


def test_a_vetted_name_goes_before_a_hamlet_of_its_country():
    tver = bearer(0, 420_000.0, name="former", share=0.003, **VETTED)
    kalinin = bearer(1, 4_000.0, **MAIN)
    assert order(tver, kalinin) == [0, 1]
    assert order(tver, kalinin._replace(country="BB")) == [1, 0]
    assert order(tver, kalinin._replace(prominence=200_000.0)) == [1, 0]


def test_a_vetted_main_name_goes_before_a_larger_place_with_that_spelling():
    podilsk = bearer(0, 40_000.0, **MAIN, **VETTED)
    other = bearer(1, 90_000.0, name="alternate", share=0.5)
    assert order(podilsk, other) == [0, 1]
    assert order(podilsk, other._replace(prominence=900_000.0)) == [1, 0]


def test_of_two_vetted_main_names_the_better_known_goes_first():
    assert order(
        bearer(0, 10.0, **MAIN, **VETTED), bearer(1, 30.0, **MAIN, **VETTED)
    ) == [1, 0]


def test_a_vetted_main_name_goes_before_a_vetted_other_name():
    sea = bearer(0, 34.0, name="alternate", **VETTED)
    assert order(sea, bearer(1, 28.0, **MAIN, **VETTED)) == [1, 0]


def test_a_foreign_name_of_the_whole_goes_behind_the_part():
    england = bearer(0, 3.0, kind="A.ADM1", **MAIN, **VETTED)
    kingdom = bearer(1, 900.0, name="local", share=0.003, is_foreign=True)
    assert order(england, kingdom._replace(prominence=9e9)) == [0, 1]


def test_a_division_goes_before_the_lower_one_of_its_name():
    first = bearer(1, 10.0, kind="A.ADM1", **MAIN)
    assert order(bearer(0, 20.0, kind="A.ADM2", **MAIN), first) == [1, 0]


def test_a_demonym_lifts_nothing():
    people = bearer(0, 90.0, name="demonym", share=0.003, **VETTED)
    assert order(people, bearer(1, 1.0, **MAIN)) == [1, 0]


def test_of_equals_the_vetted_goes_first():
    assert order(bearer(0, 5.0, **MAIN), bearer(1, 5.0, **MAIN, **VETTED)) == [1, 0]


def test_who_is_lifted_is_seen_by_those_that_outshine_it():
    foreign = bearer(0, 9_000.0, name="local", share=0.1, is_foreign=True)
    part = bearer(1, 50.0, **MAIN, **VETTED)
    town = bearer(2, 20.0, **MAIN)
    assert order(foreign, part, town) == [1, 0, 2]
    assert order(town, bearer(3, 400.0, name="former", share=0.01, **VETTED)) == [3, 2]
