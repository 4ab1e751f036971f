"""Addresses and records of places."""

import json

import pytest

import placemap
from placemap.core import Name, Place
from placemap.gazetteer.presenting import Presenter, name_in

PLACE = Place(
    id="t:1",
    name="Orn",
    lon_deg=1.0,
    lat_deg=2.0,
    kind="P.PPL",
    admin1="Orn",
    admin2="Lower Orn",
    names=(
        Name(text="Altorn", lang="de", kind="official", end="1991"),
        Name(text="Örn", lang="de", kind="alternate"),
        Name(text="Orne", lang="fr", kind="exonym"),
        Name(text="Ornois", lang="fr", kind="demonym"),
    ),
)


@pytest.mark.parametrize(
    ("languages", "name"),
    [
        ((), "Orn"),
        (("de",), "Örn"),  # that of today goes before a former official one
        (("fr-CA",), "Orne"),
        (("ru", "fr"), "Orne"),
        (("ru",), "Orn"),
    ],
)
def test_a_place_is_named_in_the_first_language_there_is(languages, name):
    assert name_in(PLACE, languages) == name


def test_an_address_says_nothing_twice():
    presenter = Presenter(placemap.open_gazetteer())
    assert presenter.address(PLACE) == "Orn, Lower Orn"


def test_a_record_without_size_or_box_says_so():
    record = Presenter(placemap.open_gazetteer()).record(PLACE)
    assert record["bbox"] is None
    assert record["uncertainty_m"] == 1000
    assert record["names"][0]["to"] == "1991"
    assert json.loads(json.dumps(record)) == record
