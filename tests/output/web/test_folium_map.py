import re

import folium
import pytest

from placemap.output.web.folium_map import PlacemapMap
from placemap.output.web.payload import make_payload


@pytest.fixture
def payload(report, run):
    return make_payload([report], run=run)


def test_it_is_a_folium_map_that_links_nothing(payload):
    placemap_map = PlacemapMap(payload)
    assert isinstance(placemap_map, folium.Map)
    assert placemap_map.default_js == placemap_map.default_css == []


def test_it_shows_in_a_notebook(payload):
    shown = PlacemapMap(payload)._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert "Content-Security-Policy" in shown


def test_rendering_again_changes_nothing(payload):
    root = PlacemapMap(payload).get_root()
    assert root.render() == root.render()


def test_layers_of_others_are_rendered_with_ids_that_stay_the_same(payload):
    def page():
        placemap_map = PlacemapMap(payload)
        folium.CircleMarker((39.8, 46.7), radius=9).add_to(placemap_map)
        return placemap_map.get_root().render()

    assert page() == page()
    assert "L.circleMarker(" in page()
    assert re.findall(r"var (map_\d{4}) = L\.map\(", page()) == ["map_0001"]


def test_it_can_be_saved_like_any_map(payload, tmp_path):
    PlacemapMap(payload).save(str(tmp_path / "map.html"))
    assert "placemap.start(map_0001)" in (tmp_path / "map.html").read_text("utf-8")
