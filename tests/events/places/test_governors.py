from __future__ import annotations

import pytest

from placemap.events.places.governors import find_governor


def governor_of(sentence_of, text, name):
    sentence = sentence_of(text)
    first = next(i for i, w in enumerate(sentence.words) if w.text == name)
    return find_governor(sentence, first)


@pytest.mark.parametrize(
    ("text", "preposition", "is_near"),
    [
        ("Six died in Lima.", "in", False),
        ("Six died in the city of Lima.", "in", False),
        ("Six died in the rebel-held northern port of Lima.", "in", False),
        ("Six died on the outskirts of Lima.", "on", True),
        ("Six died 40 km north of Lima.", "", True),
        ("Six died close to Lima.", "near", True),
        ("Six died outside Lima.", "outside", True),
        ("Six died in and around Lima.", "around", True),
        ("The mayor of Lima died.", "of", False),
        ("They came out of Lima.", "from", False),
        ("They sat in the ruins of Lima.", "in", False),
        ("Lima fell.", "", False),
    ],
)
def test_the_preposition_of_the_noun_phrase_governs(
    sentence_of, text, preposition, is_near
):
    found = governor_of(sentence_of, text, "Lima")
    assert (found.preposition, found.is_near) == (preposition, is_near)


def test_a_verb_ends_the_search(sentence_of):
    found = governor_of(sentence_of, "In May they shelled Lima.", "Lima")
    assert found.preposition == ""


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("It is on at the lodge, 165 Hill Road, Lima.", "at"),
        ("Six died in the lobby of a hotel of Lima.", "in"),
        ("They met, Lima said.", ""),
    ],
)
def test_an_address_is_governed_by_the_at_of_its_venue(sentence_of, text, preposition):
    assert governor_of(sentence_of, text, "Lima").preposition == preposition
