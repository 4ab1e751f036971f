"""What the text says about what lies in what, and what the gazetteer says."""

import pytest

from placemap.core import Mention, Place, Span
from placemap.disambiguation.containment import lies_in, stated_containers


def mentions_in(text, *names, people=()):
    found = []
    for name in names:
        start = text.index(name)
        form = "adjective" if name in people else "name"
        found.append(Mention(span=Span(start, start + len(name)), text=name, form=form))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arda, Berda", [1, None]),
        ("Arda (Berda)", [1, None]),
        ("Arda [in Berda]", [1, None]),
        ("Arda in northern Berda", [1, None]),
        ("Arda in the Berda", [1, None]),
        ("Arda, a town in Berda", [1, None]),
        ("Arda, the capital of Berda", [1, None]),
        ("Arda, an oil town in west Berda", [1, None]),
        ("Arda, capital of the northern Berda", [1, None]),
        ("Arda, the second city of the Berda", [1, None]),
        ("Arda, a port on Berda", [1, None]),
        ("Arda's city of Berda", [None, 0]),
        ("Arda's restive Berda", [None, 0]),
        ("Arda's second city, Berda", [None, 0]),
        ("Arda rebel-held town of Berda", [None, 0]),
        ("In Arda, the city of Berda", [None, 0]),
        ("Arda's president visited Berda", [None, None]),
        ("Arda's attack on Berda", [None, None]),
        ("Arda troops near Berda", [None, None]),
        ("Arda's capital, Berda", [None, 0]),
        ("Arda and Berda", [None, None]),
        ("Arda to Berda", [None, None]),
        ("Arda. Berda", [None, None]),
    ],
)
def test_stated_containers(text, expected):
    assert stated_containers(text, mentions_in(text, "Arda", "Berda")) == expected


def test_adjective_contains_but_is_not_contained():
    text = "Ardan city of Berda"
    mentions = mentions_in(text, "Ardan", "Berda", people=["Ardan"])
    assert stated_containers(text, mentions) == [None, 0]


def place(key, kind, lon=0.0, lat=0.0, **more):
    return Place(id=key, name=key, kind=kind, lon_deg=lon, lat_deg=lat, **more)


COUNTRY = place("Land", "A.PCLI", country="LL")
FIRST = place("First", "A.ADM1", country="LL")
SECOND = place("Second", "A.ADM2", country="LL", admin1="First")
TOWN = place("Town", "P.PPL", 1.0, 1.0, country="LL", admin1="First", admin2="Second")
SUBURB = place("Suburb", "P.PPLX", 1.05, 1.0, country="LL", admin1="First")
SEA = place("Sea", "H.SEA", bbox=(0.0, 0.0, 2.0, 2.0))
PACIFIC = place("Pacific", "H.OCN", bbox=(170.0, -10.0, -170.0, 10.0))


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (TOWN, COUNTRY, True),
        (TOWN, FIRST, True),
        (TOWN, SECOND, True),
        (SECOND, FIRST, True),
        (COUNTRY, TOWN, False),
        (TOWN, place("Other", "A.PCLI", country="OO"), False),
        (TOWN, place("First", "A.ADM1", country="OO"), False),
        (TOWN, TOWN, False),
        (SUBURB, TOWN, True),
        (place("Far", "P.PPL", 9.0, 9.0), TOWN, False),
        (TOWN, SEA, True),
        (place("Isle", "T.ISL", 175.0, 0.0), PACIFIC, True),
        (place("Isle", "T.ISL", 0.0, 0.0), PACIFIC, False),
        (TOWN, place("Vague", "L.RGN"), False),
    ],
)
def test_lies_in(inner, outer, expected):
    assert lies_in(inner, outer) is expected
