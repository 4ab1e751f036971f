import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xyzservices import TileProvider

from placemap.errors import OutputError
from placemap.output.web.tiles import find_tiles, key_field, make_provider
from placemap.output.web.writer import render_map

SOURCE = r"^[a-z]+://[a-z0-9.-]+(:[0-9]+)?$"


def own(url, **more):
    return TileProvider(name="own", url=url, attribution="We", **more)


def test_a_name_is_found_however_it_is_spelled():
    assert find_tiles("open topo map") == find_tiles("OpenTopoMap")


def test_each_server_behind_a_name_is_told():
    tiles = find_tiles("OpenTopoMap")
    assert tiles.subdomains == ("a", "b", "c")
    assert [re.match(SOURCE, origin) is not None for origin in tiles.origins] == [
        True
    ] * 3


def test_an_attribution_is_text_with_addresses():
    tiles = find_tiles("OpenStreetMap.Mapnik")
    assert (
        "".join(text for text, _ in tiles.attribution) == "© OpenStreetMap contributors"
    )
    assert dict(tiles.attribution)["OpenStreetMap"].startswith("https://")


def test_markup_in_an_attribution_comes_to_nothing():
    markup = (
        "<script>alert(1)</script><a href='javascript:x' onclick=y>Us</a> &amp; <b>co"
    )
    tiles = find_tiles(own("http://h/{z}/{x}/{y}", html_attribution=markup))
    assert tiles.attribution == (
        ("alert(1)", ""),
        ("Us", "javascript:x"),  # the page follows none but addresses of the web
        (" & ", ""),
        ("co", ""),
    )


def test_an_unknown_name_is_answered_with_names_alike():
    with pytest.raises(OutputError, match="such as OpenTopoMap"):
        find_tiles("opentopo")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://h/{z}/{x}.png", "with {z}, {x} and {y}"),
        ("http://h/{z}/{x}/{y}/{time}", "with {z}, {x} and {y}"),
        ("http://h/{z}/{x}/{y}{", "with {z}, {x} and {y}"),
        ("ftp://h/{z}/{x}/{y}", "begins with http"),
        ("javascript:alert({z}{x}{y})", "begins with http"),
        ("//h/{z}/{x}/{y}", "begins with http"),
        ("http://user:word@h/{z}/{x}/{y}", "begins with http"),
        ("http://{x}.h/{z}/{x}/{y}", "begins with http"),
        ("http://h;script-src *;/{z}/{x}/{y}", "begins with http"),
        ("http://h 'unsafe-inline'/{z}/{x}/{y}", "begins with http"),
    ],
)
def test_an_address_that_is_none_of_tiles_is_refused(url, message):
    with pytest.raises(OutputError, match=message):
        find_tiles(own(url))


@pytest.mark.parametrize("part", ["a b", "*", "a;script-src x", "'self'", ""])
def test_a_subdomain_that_is_no_name_is_refused(part):
    with pytest.raises(OutputError, match="plain names of servers"):
        find_tiles(own("http://{s}.h/{z}/{x}/{y}", subdomains=[part]))


def test_characters_that_have_no_place_in_an_address_are_escaped():
    tiles = find_tiles(own("http://h/{z}/{x}/{y}?style=a b'\"<é"))
    assert tiles.url == "http://h/{z}/{x}/{y}?style=a%20b%27%22%3C%C3%A9"


@given(text=st.text(max_size=40))
def test_whatever_the_address_no_policy_is_widened_but_by_a_server(text):
    try:
        origins = find_tiles(own(f"http://{text}/{{z}}/{{x}}/{{y}}")).origins
    except OutputError:
        return
    assert all(re.match(SOURCE, origin) for origin in origins)


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ({"crs": "EPSG:4326"}, "EPSG:3857"),
        ({"status": "broken"}, "broken"),
        ({"attribution": " "}, "attribution"),
    ],
)
def test_tiles_that_the_page_cannot_show_are_refused(about, message):
    provider = own("http://h/{z}/{x}/{y}")(**about)
    with pytest.raises(OutputError, match=message):
        find_tiles(provider)


def test_a_missing_key_is_told_with_the_way_to_give_it():
    with pytest.raises(OutputError, match=r"--tiles-key env:NAME .* apikey="):
        find_tiles("Thunderforest.Landscape")


def test_a_key_goes_into_the_address():
    provider = make_provider("Thunderforest.Landscape", key="k3y-of-mine")
    assert key_field(provider) == ""
    assert find_tiles(provider).url.endswith("?apikey=k3y-of-mine")


def test_an_address_has_room_for_a_key_where_it_says_so():
    url = "https://h/{z}/{x}/{y}.png?k={key}"
    with pytest.raises(OutputError, match="--tiles-key"):
        find_tiles(make_provider(url, attribution="We"))
    tiles = find_tiles(make_provider(url, attribution="We", key="k3y-of-mine"))
    assert tiles.url == "https://h/{z}/{x}/{y}.png?k=k3y-of-mine"


@pytest.mark.parametrize("source", ["OpenTopoMap", "https://h/{z}/{x}/{y}.png"])
def test_a_key_that_nobody_asks_for_is_refused_without_being_shown(source):
    with pytest.raises(OutputError, match="expected no key") as refused:
        make_provider(source, attribution="We", key="k3y-of-mine")
    assert "k3y-of-mine" not in str(refused.value)


def test_no_message_shows_a_key():
    provider = own("http://h/{z}/{x}/k3y-of-mine{")
    with pytest.raises(OutputError) as refused:
        find_tiles(provider)
    assert "k3y-of-mine" not in str(refused.value)


def test_an_address_needs_an_attribution():
    with pytest.raises(OutputError, match="--tiles-attribution"):
        make_provider("http://h/{z}/{x}/{y}.png")


def test_the_policy_of_a_page_is_wider_by_the_server_of_its_tiles(report, run):
    def policy(page):
        return re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]

    tiled = render_map(
        [report], run=run, tiles=own("https://h.example:8443/{z}/{x}/{y}")
    )
    plain = render_map([report], run=run)
    assert policy(tiled).replace(" https://h.example:8443", "") == policy(plain)
    assert "img-src data: blob: https://h.example:8443;" in policy(tiled)
    assert "h.example" not in plain


def test_two_pages_with_tiles_are_the_same(report, run):
    pages = {render_map([report], run=run, tiles="OpenTopoMap") for _ in range(2)}
    assert len(pages) == 1
