"""How each type of event is drawn: one table for the GIS styles and the web map.

Colour stands for a family of types and shape for the type within it, so that no two
types look alike and none is told apart by colour alone. Violence has a colour of its
own: a protest never looks like an attack. The seven colours keep a CIE76 distance of
at least 17 in normal, protan, deutan and tritan vision (Machado et al. 2009), and a
contrast of at least 3:1 against white and paper.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Shape = Literal["circle", "square", "diamond", "triangle", "cross"]

BLUE = "#3575C8"  # verbal cooperation
GREEN = "#009E73"  # material cooperation
OCHRE = "#B07D00"  # verbal conflict
PURPLE = "#54278F"  # pressure and protest
RED = "#B2182B"  # violence
NAVY = "#002B47"  # harm that nobody means to do
GREY = "#5F6368"  # nothing of the above


class Symbol(NamedTuple):
    """The label, colour (``#RRGGBB``) and shape of one type of event."""

    label: str
    colour: str
    shape: Shape


SYMBOLS: dict[str, Symbol] = {
    "AGREE": Symbol("Agreement", BLUE, "circle"),
    "CONSULT": Symbol("Meeting", BLUE, "square"),
    "SUPPORT": Symbol("Support", BLUE, "diamond"),
    "CONCEDE": Symbol("Concession", BLUE, "triangle"),
    "COOPERATE": Symbol("Cooperation", GREEN, "circle"),
    "AID": Symbol("Aid", GREEN, "square"),
    "RETREAT": Symbol("Retreat or ceasefire", GREEN, "diamond"),
    "REQUEST": Symbol("Request", OCHRE, "circle"),
    "ACCUSE": Symbol("Accusation", OCHRE, "square"),
    "REJECT": Symbol("Rejection", OCHRE, "diamond"),
    "THREATEN": Symbol("Threat", OCHRE, "triangle"),
    "PROTEST": Symbol("Protest", PURPLE, "circle"),
    "SANCTION": Symbol("Sanction", PURPLE, "square"),
    "MOBILIZE": Symbol("Mobilization", PURPLE, "diamond"),
    "COERCE": Symbol("Coercion", RED, "triangle"),
    "ASSAULT": Symbol("Assault", RED, "cross"),
    "DISASTER": Symbol("Disaster", NAVY, "circle"),
    "ACCIDENT": Symbol("Accident", NAVY, "square"),
    "DISEASE": Symbol("Disease", NAVY, "diamond"),
    "CRIME": Symbol("Crime", RED, "diamond"),
    "OTHER": Symbol("Other", GREY, "cross"),
}


def symbol(event_type: str) -> Symbol:
    """Return how to draw `event_type`; a type unknown here is drawn as OTHER.

    Examples
    --------
    >>> symbol("AID")
    Symbol(label='Aid', colour='#009E73', shape='square')
    >>> symbol("FESTIVAL").label
    'FESTIVAL'
    """
    return SYMBOLS.get(event_type) or SYMBOLS["OTHER"]._replace(label=event_type)
