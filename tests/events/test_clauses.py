from __future__ import annotations

import pytest

from placemap.events.clauses import find_breaks
from placemap.events.words import split_words


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("Rebels left when troops came.", ("start", "sub")),
        ("A mine exploded, killing two.", ("start", "part")),
        ("Police said the road was shut.", ("start", "that")),
        ("The mayor, who left early, was held.", ("start", "rel", "resume")),
        ("The road was shut, police said.", ("start", "say")),
        ("They shelled the port and fled.", ("start", "coord")),
        ("Army and police units met.", ("start",)),
        ("Last month that group killed two.", ("start",)),
        ("They burned the boat that struck.", ("start", "rel")),
    ],
)
def test_clauses_begin_where_a_reader_would_cut(text, breaks):
    words = split_words(text, 0, len(text))
    found = find_breaks(words, [word.lower for word in words])
    assert ("start", *(kind for _, kind in found)) == breaks
