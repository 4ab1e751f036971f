from __future__ import annotations

import pytest

from placemap.events.triggers.doers import type_by_doer


@pytest.fixture
def typed(sentence_of):
    def ask(text, verb, *, is_motion=False):
        sentence = sentence_of(text)
        at = [word.lower for word in sentence.words].index(verb)
        return type_by_doer(sentence, at, is_motion=is_motion)

    return ask


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Two rockets ended up in a yard.", "ended", "ASSAULT"),
        ("Lava from the cone has covered the fields.", "covered", "DISASTER"),
        ("Flames raced along the quay.", "raced", "ACCIDENT"),
        ("A virus emptied the schools.", "emptied", "DISEASE"),
        ("Protesters waved shoes.", "waved", "PROTEST"),
        ("Burglars hid in the loft.", "hid", "CRIME"),
        ("Lifeguards carried her up the beach.", "carried", "AID"),
        ("The roof was lifted off by a gale.", "lifted", "DISASTER"),
        ("Police carried them out.", "carried", "COERCE"),
    ],
)
def test_the_subject_tells_the_type(typed, text, verb, kind):
    assert typed(text, verb) == kind


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A shop for rockets closed.", "closed"),
        ("A dealer selling bombs moved in.", "moved"),
        ("The rocket carried a satellite.", "carried"),
        ("The bus carried pupils.", "carried"),
        ("The bridge opened.", "opened"),
        ("Rockets were shown to guests.", "shown"),
    ],
)
def test_what_only_comes_up_tells_nothing(typed, text, verb):
    assert typed(text, verb) == ""


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("The coach left the road.", "left", "ACCIDENT"),
        ("The jetty and the bridge sagged.", "sagged", "ACCIDENT"),
        ("The minister flew home.", "flew", "CONSULT"),
        ("Soldiers walked home.", "walked", "MOBILIZE"),
    ],
)
def test_vehicles_buildings_and_travellers_need_their_verbs(typed, text, verb, kind):
    assert typed(text, verb, is_motion=True) == kind
