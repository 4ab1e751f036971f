import pytest

from placemap.gazetteer.sources.datapackages import town_radius_m, town_spellings


@pytest.mark.parametrize(
    ("alternate", "kind"),
    [
        ("Евлах", "alternate"),
        ("YLV", "code"),
        ("JFK", "code"),
        ("Saint-Ylv", "alternate"),
        ("東", "alternate"),
        ("'s-Hertogenbosch", "alternate"),
    ],
)
def test_usable_spellings_are_kept_with_their_kind(alternate, kind):
    assert town_spellings("Yevlakh", [alternate])[alternate] == kind


@pytest.mark.parametrize("junk", ["Y", "12", "han ken de", "yflakh", "http://x.y/Z"])
def test_spellings_that_no_text_uses_are_left_out(junk):
    assert town_spellings("Yevlakh", [junk]) == {"Yevlakh": "official"}


def test_the_main_name_comes_first_whatever_the_order():
    assert next(iter(town_spellings("Zug", ["Aug", "Zug"]))) == "Zug"


def test_a_larger_town_reaches_further_within_limits():
    radii = [town_radius_m(n) for n in (0, 100_000, 1_000_000, 10**9)]
    assert radii == sorted(radii)
    assert (radii[0], radii[-1]) == (1000.0, 40_000.0)
