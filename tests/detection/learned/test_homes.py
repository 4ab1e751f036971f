"""What the names of a document say about where they lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.detection.learned.homes import Homes, Named
from placemap.detection.names import NameFacts, facts_from
from placemap.gazetteer import open_gazetteer

SURE = 20.0


def facts(**divisions):
    """Return the facts of a name that lies in divisions of one country."""
    return NameFacts(
        key="",
        prior=0.0,
        forms=frozenset(),
        countries={"US": 1.0} if divisions else {},
        divisions=divisions,
    )


def homes(*names):
    return Homes(Named(key, known, odds) for key, known, odds in names)


def test_name_is_supported_by_others_of_its_division():
    known = homes(("a", facts(Ohio=1.0), SURE), ("b", facts(Ohio=1.0), SURE))
    division, country, votes, top = known.measure("c", facts(Ohio=1.0))
    assert (division, country, top) == pytest.approx((1.0, 1.0, 1.0))
    assert votes == pytest.approx(2.0)


def test_name_elsewhere_in_the_country_is_supported_by_the_country_alone():
    known = homes(("a", facts(Ohio=1.0), SURE))
    division, country, *_ = known.measure("c", facts(Iowa=1.0))
    assert (division, country) == pytest.approx((0.0, 1.0))


def test_best_of_several_homes_counts():
    known = homes(("a", facts(Ohio=1.0), SURE))
    division, *_ = known.measure("c", facts(Iowa=0.9, Ohio=0.1))
    assert division == pytest.approx(1.0)


def test_name_does_not_support_itself():
    known = homes(("a", facts(Ohio=1.0), SURE), ("b", facts(Iowa=1.0), SURE))
    division, country, *_ = known.measure("a", facts(Ohio=1.0))
    assert (division, country) == pytest.approx((0.0, 1.0))


def test_name_that_is_written_often_has_one_vote():
    once = homes(("a", facts(Ohio=1.0), SURE), ("b", facts(Iowa=1.0), SURE))
    often = homes(*[("a", facts(Ohio=1.0), SURE)] * 5, ("b", facts(Iowa=1.0), SURE))
    asked = facts(Ohio=1.0)
    assert once.measure("c", asked) == often.measure("c", asked)


def test_doubtful_name_has_a_small_vote():
    known = homes(("a", facts(Ohio=1.0), 0.0))
    assert known.measure("c", facts(Ohio=1.0))[2] == pytest.approx(0.5)


@pytest.mark.parametrize("unknown", [None, facts()])
def test_name_without_a_home_is_told_apart(unknown):
    known = homes(("a", facts(Ohio=1.0), SURE))
    assert known.measure("c", unknown)[:3] == [-1.0, -1.0, -1.0]


def test_document_without_names_supports_nothing():
    assert homes().measure("c", facts(Ohio=1.0)) == [0.0, 0.0, 0.0, 0.0]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(-12, 12)), max_size=6))
def test_support_is_a_share(names):
    known = homes(*((key, facts(Ohio=0.5, Iowa=0.5), odds) for key, odds in names))
    division, country, votes, top = known.measure("a", facts(Ohio=0.5, Iowa=0.5))
    assert 0.0 <= division <= country <= 1.0 + 1e-6
    assert 0.0 <= votes <= len(names)
    assert 0.0 <= top <= 1.0


def test_gazetteer_tells_where_the_places_of_a_name_lie():
    known = facts_from(open_gazetteer())("Springfield")
    assert sum(known.countries.values()) == pytest.approx(1.0)
    assert sum(known.divisions.values()) == pytest.approx(1.0)
    assert known.divisions["US/Missouri"] > known.divisions["US/Tennessee"]
