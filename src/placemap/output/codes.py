"""What the codes in the tables mean: one list for docs, files and checks."""

from __future__ import annotations

from typing import NamedTuple

from placemap.output.symbols import SYMBOLS


class Codes(NamedTuple):
    """A list of codes with their meanings.

    A closed list holds every code there can be, and a file with another one is
    wrong; to an open one plug-ins may add.
    """

    meanings: dict[str | int, str]
    is_closed: bool = True


CODES = {
    "type": Codes(
        {code: symbol.label for code, symbol in SYMBOLS.items()}, is_closed=False
    ),
    "quad": Codes(
        {
            "verbal cooperation": "PLOVER quad class 1",
            "material cooperation": "PLOVER quad class 2",
            "verbal conflict": "PLOVER quad class 3",
            "material conflict": "PLOVER quad class 4",
        },
        is_closed=False,
    ),
    "status": Codes(
        {
            "asserted": "The report says so itself",
            "attributed": "Somebody is quoted for it",
            "denied": "Somebody says that it did not happen",
            "future": "Planned or expected",
            "hypothetical": "Would happen under a condition",
            "historical": "Told as background, long before the report",
        }
    ),
    "date_prec": Codes(
        {
            1: "The day is known",
            2: "Two to six days",
            3: "The week is known",
            4: "The month is known",
            5: "The year is known",
        }
    ),
    "where_prec": Codes(
        {
            1: "Exact place",
            2: "Near a place",
            3: "Second-level division",
            4: "First-level division",
            5: "Larger, vague or between places",
            6: "Country",
            7: "Sea or air",
        }
    ),
    "geo_precision": Codes(
        {
            1: "Named town or spot",
            2: "Near a town, or a small part of a region",
            3: "Region or larger",
        }
    ),
    "resolution": Codes(
        {5: "Spot in a town", 4: "Town", 3: "District", 2: "Province", 1: "Country"}
    ),
    "relation": Codes(
        {
            "at": "At the place",
            "in": "Within it",
            "near": "Near it",
            "between": "Between it and another",
            "along": "Along it",
            "from": "From it",
            "toward": "Toward it",
        }
    ),
    "form": Codes(
        {
            "name": "Its name",
            "demonym": "The word for its people",
            "adjective": "The adjective made of its name",
            "abbreviation": "An abbreviation",
        }
    ),
    "role": Codes(
        {
            "literal": "The place itself",
            "metonym": "A government or body that sits there",
            "embedded": "Part of the name of an organisation or person",
            "other": "Something else",
        }
    ),
    "verdict": Codes(
        {
            "confirmed": "The gazetteer knows both names for one place",
            "new": "It knows one of them",
            "contradicted": "It knows both, for places that are apart",
            "unknown": "It knows neither",
        }
    ),
}
"""Lists of codes by name; a column says which of them it holds."""
