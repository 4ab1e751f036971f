import pytest

from placemap.output.precision import acled_geo_precision, plover_resolution


def test_acled_counts_up_from_the_most_exact():
    codes = [acled_geo_precision(code) for code in range(1, 8)]
    assert codes == [1, 2, 2, 3, 3, 3, 3]


def test_plover_counts_down_from_the_most_exact():
    codes = [plover_resolution(code, "P.PPL") for code in range(1, 8)]
    assert codes == [4, 3, 3, 2, 2, 1, None]


@pytest.mark.parametrize("kind", ["S.AIRP", "R.ST", "P.PPLX"])
def test_a_spot_within_a_city_is_finer_than_the_city(kind):
    assert plover_resolution(1, kind) == 5


def test_an_unknown_code_has_no_counterpart():
    assert acled_geo_precision(9) is None
    assert plover_resolution(9, "P.PPL") is None
