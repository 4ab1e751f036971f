from __future__ import annotations

import pytest

from placemap.events.people.adding import add_up
from placemap.events.people.counts import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two policemen and a soldier came.", [3]),
        ("Six people - four police and two aid workers - came.", [6]),
        ("It left eight women dead and a dozen workers with burns.", [8, 12]),
        ("Six people came and two men left.", [6, 2]),
    ],
)
def test_only_what_stands_side_by_side_is_added_up(sentence_of, text, values):
    sentence = sentence_of(text)
    assert [n.value for n in add_up(sentence, list(find_numbers(sentence)))] == values
