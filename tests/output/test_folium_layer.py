import folium
import pytest

import placemap
from placemap.output.folium_layer import EventLayer


def test_it_is_a_feature_group_that_credits_its_sources(report):
    layer = placemap.event_layer([report], name="Reported")
    assert isinstance(layer, folium.FeatureGroup)
    assert layer.layer_name == "Reported"
    assert "GeoNames, CC BY 4.0" in layer.options["attribution"]


def test_events_of_one_place_share_one_sign(report):
    once, twice = EventLayer([report]), EventLayer([report, report])
    assert len(once.sites) == len(twice.sites) > 1
    assert [2 * len(site["properties"]["events"]) for site in once.sites] == [
        len(site["properties"]["events"]) for site in twice.sites
    ]


def test_points_are_drawn_above_areas(report):
    kinds = [site["geometry"]["type"] for site in EventLayer([report]).sites]
    is_point = [kind == "Point" for kind in kinds]
    assert is_point == sorted(is_point)
    assert True in is_point
    assert False in is_point


def test_a_planned_event_is_hollow_and_dashed(report):
    styles = {
        site["properties"]["place"]: site["properties"]["style"]
        for site in EventLayer([report]).sites
    }
    assert styles["Yevlakh"]["fillOpacity"] == 0
    assert "dashArray" in styles["Yevlakh"]
    assert "dashArray" not in styles["Khankendi"]


def test_a_map_can_be_fitted_to_it(report):
    layer = EventLayer([report])
    (south, west), (north, east) = layer.get_bounds()
    assert -90 <= south < north <= 90
    assert -180 <= west < east <= 180
    assert EventLayer([]).get_bounds() == [[None, None], [None, None]]


def test_it_goes_onto_any_folium_map_and_into_its_layer_control(report):
    basis = folium.Map(tiles=None)
    EventLayer([report], name="Reported events").add_to(basis)
    folium.LayerControl().add_to(basis)
    page = basis.get_root().render()
    assert "L.featureGroup([]" in page
    assert '"Reported events"' in page


def test_texts_stay_data(report):
    from dataclasses import replace

    hostile = replace(report.document, source="</script><script>alert(1)</script>")
    basis = folium.Map(tiles=None)
    EventLayer([replace(report, document=hostile)]).add_to(basis)
    assert "<script>alert(1)" not in basis.get_root().render()


def test_the_whole_map_is_a_folium_map_too(report):
    whole = placemap.to_map([report], title="Today")
    assert isinstance(whole, folium.Map)
    assert "<title>Today" in whole.get_root().render()


def test_a_map_of_nothing_says_so():
    with pytest.raises(placemap.PlacemapError, match="no documents"):
        placemap.to_map([])
