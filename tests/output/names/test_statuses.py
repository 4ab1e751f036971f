import pytest

from placemap.core import Place, StatusView
from placemap.output.names.statuses import statuses_on


@pytest.mark.parametrize(
    ("start", "end", "day", "is_valid"),
    [
        ("", "", "2023-09-19", True),
        ("1994", "", "1993-12-31", False),
        ("1994", "", "1994-01-01", True),
        ("", "1994", "1994-12-31", True),
        ("", "1994", "1995-01-01", False),
        ("2020-11", "2023-09-20", "2020-11-01", True),
        ("2020-11", "2023-09-20", "2023-09-20", True),
        ("2020-11", "2023-09-20", "2023-09-21", False),
        ("..", "..", "2023-09-21", True),
        ("1994", "1995", "", True),
    ],
)
def test_a_view_counts_between_its_dates(start, end, day, is_valid):
    view = StatusView(view="UN", country="AZ", start=start, end=end)
    place = Place(id="x", name="X", lon_deg=0, lat_deg=0, statuses=(view,))
    assert bool(statuses_on(place, day)) is is_valid
