import pytest

from placemap.core import Place, StatusView
from placemap.output.web.places import place_record

VIEWS = (StatusView(view="IL", country="IL"), StatusView(view="PS", country="PS"))


def place(**more):
    about = {"id": "x:1", "name": "Orn", "lon_deg": 35.1, "lat_deg": 31.5}
    return Place(**about, kind="P.PPL", **more)


@pytest.mark.parametrize(
    ("country", "admin1", "area"),
    [("PS", "West Bank", "West Bank"), ("EH", "", "Western Sahara")],
)
def test_a_place_within_a_disputed_area_says_so(country, admin1, area):
    within = place_record(place(country=country, admin1=admin1))["within"]
    assert within["names"]["en"] == area
    assert {"view", "country"} <= set(within["statuses"][0])


@pytest.mark.parametrize(
    "of_its_own",
    [
        place(country="PS", admin1="West Bank", disputed=True, statuses=VIEWS),
        place(country="FR", admin1="Brittany"),
        place(),
    ],
    ids=["has views of its own", "undisputed", "nowhere"],
)
def test_other_places_do_not(of_its_own):
    assert "within" not in place_record(of_its_own)
