import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer.curated.amendments import amend, to_record
from placemap.gazetteer.curated.tables import read_curated


@pytest.fixture
def folder(tmp_path):
    def write(**tables):
        for name, text in tables.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return read_curated(tmp_path)

    return write


PLACES = (
    "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
    "disputed,source\n"
)
NAMES = "place,text,lang,kind,used_by,from,to,source\n"


def test_a_new_place_is_added_with_its_names(folder, rows, build):
    curated = folder(
        places=PLACES + "curated:gap,The Gap,H.STRT,5.5,6.5,,,,,9000,,own\n",
        names=NAMES + "curated:gap,Il Varco,it,exonym,Italians,1950,,own\n",
    )
    world = build(amend(rows, curated))
    place = world.candidates("il varco")[0].place
    assert (place.id, place.lon_deg, place.radius_m) == ("curated:gap", 5.5, 9000.0)
    assert world.place("curated:gap").names[0].used_by == "Italians"


def test_a_row_overrides_only_what_it_fills(folder, rows, build):
    curated = folder(places=PLACES + "alt:big,New Orn,,,,,,,,,1,own\n")
    place = build(amend(rows, curated)).place("t:big")
    assert (place.name, place.population, place.disputed) == ("New Orn", 500_000, True)
    assert "Saint Örn" in {name.text for name in place.names}


def test_a_status_view_makes_a_place_disputed(folder, rows, build):
    curated = folder(
        status="place,view,country,from,to,source\nt:small,UN,AA,1999-01-01,,own\n"
    )
    place = build(amend(rows, curated)).place("t:small")
    assert place.disputed
    assert place.statuses[0].view == "UN"


def test_demonyms_and_abbreviations_become_names_of_their_kind(folder, rows, build):
    curated = folder(
        demonyms="text,form,place,source\nOrnians,demonym,t:big,own\n",
        abbreviations="text,place,source\nS.O.,t:big,own\n",
    )
    world = build(amend(rows, curated))
    kinds = [world.candidates(text)[0].name_kind for text in ("Ornians", "SO")]
    assert kinds == ["demonym", "abbreviation"]


def test_corrections_take_names_and_places_away(folder, rows, build):
    curated = folder(
        corrections="action,place,text,reason,source\n"
        "drop_name,t:big,Orn City,wrong,own\n"
        "drop_place,t:small,,twin,own\n"
    )
    world = build(amend(rows, curated))
    assert world.candidates("Orn City") == ()
    assert world.place("t:small") is None


def test_a_number_of_people_may_be_made_unknown(folder, rows, build):
    curated = folder(
        corrections="action,place,text,reason,source\n"
        "drop_population,t:big,,of its district,own\n"
    )
    place = build(amend(rows, curated)).place("t:big")
    assert place is not None
    assert place.population == 0


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"names": NAMES + "t:none,X,,,,,,own\n"}, "unknown place 't:none'"),
        ({"places": PLACES + "t:new,New,,,,,,,,,,own\n"}, "needs name, lon_deg"),
    ],
)
def test_rows_that_hang_in_the_air_are_refused(folder, rows, tables, message):
    with pytest.raises(GazetteerError, match=message):
        amend(rows, folder(**tables))


def test_a_finished_place_survives_becoming_a_record_again(small_world, build):
    place = small_world.place("t:big")
    again = build([to_record(place)]).place("t:big")
    assert again == place
