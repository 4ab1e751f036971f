"""The table of answers about words fills itself and stays bounded."""

from __future__ import annotations

import pytest

from placemap.events import wordtable
from placemap.events.wordtable import WordTable


@pytest.fixture
def asked():
    return []


@pytest.fixture
def lengths(asked):
    def measure(word):
        asked.append(word)
        return len(word)

    return WordTable(measure)


def test_every_word_is_worked_out_once(lengths, asked):
    assert [lengths[word] for word in ("siege", "raid", "siege")] == [5, 4, 5]
    assert asked == ["siege", "raid"]


def test_full_table_is_emptied_and_goes_on_answering(lengths, monkeypatch):
    monkeypatch.setattr(wordtable, "_MOST", 2)
    assert [lengths[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert len(lengths) == 2


def test_failed_answer_is_not_kept(asked):
    def fail(word):
        asked.append(word)
        raise ValueError(word)

    table = WordTable(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="raid"):
            table["raid"]
    assert asked == ["raid", "raid"]
