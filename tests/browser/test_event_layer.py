"""The events as a layer on somebody's own folium map."""

from dataclasses import replace

import folium
import pytest

from placemap.output.folium_layer import EventLayer
from placemap.output.web.assets import library_scripts, styles

pytestmark = pytest.mark.browser

HIT = "<img src=x onerror=window.ran=1>"


def own_map():
    """Return a map that links nothing: Leaflet stands in it."""
    still = {"zoom_animation": False, "fade_animation": False}  # clicks are not lost
    basis = folium.Map(location=(39.8, 46.7), zoom_start=7, tiles=None, **still)
    basis.default_js, basis.default_css = [], []
    figure = basis.get_root()
    for css in styles()[:1]:
        figure.header.add_child(folium.Element(f"<style>{css}</style>"))
    scripts = "".join(f"<script>{code}</script>" for code in library_scripts())
    figure.header.add_child(folium.Element(scripts))
    return basis


@pytest.fixture
def opened(open_page, english):
    hostile = replace(english.document, source=HIT)
    basis = own_map()
    layer = EventLayer([replace(english, document=hostile)])
    layer.add_to(basis)
    basis.fit_bounds(layer.get_bounds())
    return open_page(basis.get_root().render())


def open_popup(page):
    page.locator("path.leaflet-interactive").last.dispatch_event("click")
    popup = page.locator(".leaflet-popup-content")
    popup.wait_for()
    return popup


def test_signs_are_drawn_and_a_click_lists_what_happened(opened):
    page = opened.page
    assert page.locator("path.leaflet-interactive").count() > 5
    assert open_popup(page).inner_text().strip()


def test_texts_of_documents_are_shown_as_text(opened):
    page = opened.page
    assert HIT in open_popup(page).inner_text()
    assert page.evaluate("window.ran") is None
    assert page.locator(".leaflet-popup-content img").count() == 0


def test_nothing_is_said_on_the_console(opened):
    assert opened.console == []
