from __future__ import annotations

import pytest

from placemap.events.sentence import make_sentence
from placemap.events.triggers.figures import drop_figures
from placemap.events.triggers.finding import find_triggers


@pytest.fixture
def left():
    """Return a maker: the triggers of sentences that are meant as they are said."""

    def find(*texts):
        told = []
        for index, text in enumerate(texts):
            sentence = make_sentence(text, 0, len(text), index=index)
            told.append((sentence, find_triggers(sentence)))
        return [
            trigger.span.of(text)
            for text, (_, triggers) in zip(texts, drop_figures(told), strict=True)
            for trigger in triggers
        ]

    return find


@pytest.mark.parametrize(
    "texts",
    [
        ("The league leaders demolished the coach's side, 3-0.",),
        ("It was a massacre, said the coach of the league side.", "They lost 33-0."),
        ("Traders called it a massacre.", "Shares fell and bulls fled the market."),
        ("The episode was shot in a studio for a series.",),
    ],
)
def test_the_violence_of_sport_markets_and_films_is_none(left, texts):
    assert left(*texts) == []


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Gunmen ambushed the coach in the hills.",), ["ambushed"]),
        (("The goal came late in a league match, 1-0.", "Troops shelled it."), 1),
        (("Police arrested the league coach, 40, after a goal.",), ["arrested"]),
    ],
)
def test_what_was_done_in_earnest_stays(left, texts, found):
    kept = left(*texts)
    assert len(kept) == found if isinstance(found, int) else kept == found
