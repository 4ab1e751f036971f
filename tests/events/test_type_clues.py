from __future__ import annotations

from datetime import date

import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.type_clues import TypeClues


@pytest.fixture
def clues_of(toponyms_in):
    """Return a maker: the clues of the event of a text that has a trigger."""

    def make(text, trigger):
        document = Document(id="d", text=text, published=date(2024, 3, 14))
        drafts, _ = read_drafts(document, toponyms_in(text, {"Lima": "P.PPLC|||PE"}))
        (number,) = [
            n
            for n, draft in enumerate(drafts)
            if draft.event.trigger.of(text) == trigger
        ]
        return TypeClues(drafts).of(number)

    return make


def test_the_trigger_counts_in_full_and_words_around_it_less(clues_of):
    clues = clues_of("Volunteers handed out bread in Lima on Tuesday.", "handed out")
    assert clues["own hand out"] == 1.0
    assert clues["doer volunteer"] == 1.0
    assert clues["clause bread"] == 0.5
    assert clues["sentence bread"] == 0.3
    assert clues["to the right bread"] == 0.7


def test_names_are_no_clues(clues_of):
    clues = clues_of("Volunteers handed out bread in Lima on Tuesday.", "handed out")
    assert not any("lima" in clue for clue in clues)


def test_what_the_report_tells_of_besides_is_a_clue(clues_of):
    text = "Rebels shelled Lima. Nurses found a boy in Lima on Tuesday."
    clues = clues_of(text, "found")
    assert clues["report ASSAULT"] == 1.0
    assert clues["-1 sentences on ASSAULT"] == 0.5
    assert clues["before ASSAULT"] == 0.5


def test_an_event_is_no_clue_to_itself(clues_of):
    clues = clues_of("Rebels shelled Lima.", "shelled")
    assert not any(clue.startswith(("0 sentences", "before")) for clue in clues)


def test_deaths_are_a_clue(clues_of):
    assert "deaths" in clues_of("Six people died in Lima on Tuesday.", "died")
