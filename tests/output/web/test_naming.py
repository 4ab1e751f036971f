import pytest

from placemap.output.web.naming import Naming, choices, policy
from placemap.output.web.readings import read


@pytest.mark.parametrize(
    ("labels", "sides", "expected"),
    [
        ("text", [], []),
        ("official", ["B", "A", "B"], ["A", "B"]),
        ("Armenians", ["Armenians", "Azerbaijan"], ["Azerbaijan", "Armenians"]),
        ("az", ["Azerbaijan"], ["Azerbaijan", "az"]),
        ("AZ", ["Azerbaijan"], ["AZ"]),  # one side, not twice
        ("text", ["in small letters"], ["in small letters"]),
        ("text", ["ru"], []),  # would be taken for a language
    ],
)
def test_one_may_choose_the_plain_policies_the_sides_and_the_one_in_use(
    labels, sides, expected
):
    plain = ["text", "local", "official", "gazetteer"]
    assert choices(labels, sides) == [*plain, *expected]


def test_of_many_sides_those_with_most_names_are_offered():
    sides = [f"Side {n:02}" for n in range(30) for _ in range(n + 1)]
    offered = choices("text", sides)[4:]
    assert offered == [f"Side {n}" for n in range(20, 30)]


def test_a_name_is_kept_only_where_it_is_not_the_gazetteers(report, run):
    reading = read(report, run)
    naming = Naming(["gazetteer", "text", "Armenians"])
    called = {
        key: naming.called(place, reading) for key, place in reading.places.items()
    }
    assert called["geonames:146970"]["Armenians"] == "Stepanakert"
    assert all("gazetteer" not in names for names in called.values())


def test_a_policy_is_told_by_its_kind_and_whose_it_is():
    assert policy("Local") == {"kind": "local"}
    assert policy("fr") == {"kind": "language", "of": "fr"}
    assert policy("Armenians") == {"kind": "view", "of": "Armenians"}
