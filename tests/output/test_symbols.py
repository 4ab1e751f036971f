from itertools import combinations

import numpy as np
import pytest

from placemap.output.symbols import SYMBOLS, symbol

PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT "
    "THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
COLOURS = sorted({symbol.colour for symbol in SYMBOLS.values()})

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
]


def linear(colour):
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / [0.9505, 1, 1.089]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def luminance(colour):
    return linear(colour) @ [0.2126, 0.7152, 0.0722]


def test_every_plover_category_and_extra_type_has_a_symbol():
    extra = {"DISASTER", "ACCIDENT", "DISEASE", "CRIME", "OTHER"}
    assert set(SYMBOLS) == {*PLOVER, *extra}


def test_no_two_types_look_alike():
    looks = {(symbol.colour, symbol.shape) for symbol in SYMBOLS.values()}
    assert len(looks) == len({s.label for s in SYMBOLS.values()}) == len(SYMBOLS)


@pytest.mark.parametrize("vision", VISION)
def test_colours_are_told_apart(vision):
    seen = [lab(np.array(VISION[vision]) @ linear(colour)) for colour in COLOURS]
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) > 17


@pytest.mark.parametrize("colour", COLOURS)
def test_colours_stand_out_from_white_and_paper(colour):
    for ground in ("#FFFFFF", "#F5F2EA"):
        contrast = (luminance(ground) + 0.05) / (luminance(colour) + 0.05)
        assert contrast >= 3


def test_violence_has_a_colour_of_its_own():
    red = SYMBOLS["ASSAULT"].colour
    alike = {name for name, symbol in SYMBOLS.items() if symbol.colour == red}
    assert alike == {"ASSAULT", "COERCE", "CRIME"}


def test_an_unknown_type_keeps_its_name():
    assert symbol("FESTIVAL") == SYMBOLS["OTHER"]._replace(label="FESTIVAL")
