"""Statements that a place was given another name."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases.statements import HINTED, find_aliases

NAMES = ("Arda", "Berda")


def pairs_in(text):
    """Return the pairs told where Arda and Berda are both known places."""
    mentions = [
        Mention(span=Span(at, at + len(name)), text=name)
        for name in NAMES
        if (at := text.find(name)) >= 0
    ]
    found = find_aliases(Document(id="d", text=text), sorted(mentions, key=_start))
    return [(s.left.of(text), s.right.of(text)) for s in found if s.relation != HINTED]


def _start(mention):
    return mention.span


@pytest.mark.parametrize(
    "text",
    [
        "Arda shortened its name to Berda in 2016.",
        "Arda, founded as Berda in 1868, is cold.",
        "Arda was founded in 1793 as Berda.",
        "Founded in 1793 under the name Arda, Berda is a port.",
        "The militia wants Arda renamed Berda.",
        "The council wants Arda to be called Berda.",
        "Arda, soon to be Berda, slept.",
        "Arda used to be Berda.",
        "Arda has officially been Berda since 1990.",
        "Arda has a new name on the maps: Berda.",
        "Rebels who hold Arda have renamed it Berda.",
        "Arda has gone by Berda since 1990.",
        "Parliament voted to give Arda the name Berda.",
        "The decree restored to Arda its old name of Berda.",
        "Arda was restored to its former name, Berda, in 2015.",
        "The council of Arda met, and Arda adopted Berda as its name.",
        "A vote on the decree that turned Arda into Berda was held.",
        "What was then Arda, and is now Berda, had hotels.",
        "Arda, the Berda of today, grew cinnamon.",
        "He governed Arda, a city that has since become Berda.",
        "They fled Arda, whose occupiers had renamed it Berda.",
        "Formerly Arda, Berda kept its trees.",
        "Arda was Berda for a generation.",
        "Arda reverted to Berda after a vote.",
        "We slept in Arda. Today the town is Berda.",
        "Arda, the largest port of the coast, was renamed Berda in 1990.",
        "Arda, which calls itself Berda again, lies inland.",
        "Clerks were told that Arda would henceforth be Berda.",
        "New rulers replaced Arda with Berda in 2006.",
        "Arda became Berda after the revolution.",
    ],
)
def test_renamings_are_found(text):
    assert pairs_in(text) == [("Arda", "Berda")]


@pytest.mark.parametrize(
    "text",
    [
        "The government moved from Arda to Berda in 2005.",
        "The ministry went back to Arda from Berda.",
        "The mayor gave Arda its name day and Berda its prize.",
        "In Arda, Berda and Cerda it rained.",
        "Arda Avenue, renamed Berda Avenue, is closed.",
        "Once in Arda, Berda won the match.",
    ],
)
def test_moves_gifts_and_streets_are_no_renamings(text):
    assert pairs_in(text) == []
