from __future__ import annotations

import pytest

from placemap.events.triggers.finding import find_triggers


@pytest.fixture
def found(sentence_of):
    return lambda text: [t.span.of(text) for t in find_triggers(sentence_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He used to be arrested for selling papers.",
        "Somebody is usually shot there.",
        "Troops shell the hills every July.",
        "Patients are kidnapped twice a month.",
        "Kidnapping is big business there.",
        'The novel "Murder in the Mill" sold well.',
    ],
)
def test_habits_general_truths_and_titles_are_no_events(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The town has been shelled every day this week.", "shelled"),
        ("Fighting is raging there.", "Fighting"),
        ("Shelling is under way.", "Shelling"),
        ('He called it a "massacre" of the worst sort.', "massacre"),
        ('"Attacked again," he said.', "Attacked"),
    ],
)
def test_what_goes_on_or_is_quoted_stays(found, text, spelled):
    assert spelled in found(text)
