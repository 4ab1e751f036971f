"""Tags of OpenStreetMap and layers of Pelias as kinds of GeoNames."""

import pytest

from placemap.gazetteer.kinds import KINDS
from placemap.gazetteer.online import kinds
from placemap.gazetteer.online.kinds import osm_kind, pelias_kind


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        (("place", "hamlet", "village"), "P.PPL"),
        (("place", "suburb", "suburb"), "P.PPLX"),
        (("boundary", "administrative", "state"), "A.ADM1"),
        (("boundary", "administrative", "county"), "A.ADM2"),
        (("boundary", "administrative", "city"), "P.PPL"),
        (("boundary", "administrative", ""), "A.ADMD"),
        (("natural", "peak", "peak"), "T.PK"),
        (("waterway", "river", "river"), "H.STM"),
        (("amenity", "refugee_site", "amenity"), "S.CMPRF"),
        (("amenity", "cafe", "amenity"), "S.BLDG"),
        (("never", "heard_of", ""), ""),
        (("place", "never_heard_of", ""), ""),
    ],
)
def test_a_tag_of_openstreetmap_has_a_kind(tags, kind):
    assert osm_kind(*tags) == kind


@pytest.mark.parametrize(
    ("layer", "kind"), [("localadmin", "A.ADM3"), ("venue", "S.BLDG"), ("planet", "")]
)
def test_a_layer_of_pelias_has_a_kind(layer, kind):
    assert pelias_kind(layer) == kind


def test_every_kind_is_one_of_geonames():
    tables = (kinds._LEVELS, kinds._FEATURES, kinds._KEYS, kinds._PELIAS)
    assert {kind for table in tables for kind in table.values()} <= KINDS
    assert kinds._BUILDING in KINDS
