"""Where runs of capitalised words are cut into names, peoples and plain words."""

import pytest

from placemap.core import Mention, Span
from placemap.detection.aliases.names import Skeleton


def form_of(text, **forms):
    mentions = [
        Mention(
            span=Span(text.index(name), text.index(name) + len(name)),
            text=name,
            form=form,
        )
        for name, form in forms.items()
    ]
    return Skeleton(text, mentions).form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Split (It. Arda) fell.", "N (N. N) fell."),
        ("It fell in Arda.", "it fell in N."),
        ("Arda, which nomads call Tin Berda.", "N, which nomads call N."),
        ("They call Arda Berda.", "they call N N."),
        ("It rained. “(Climbing Arda", "it rained. (climbing N"),
        ("It rained on Climbing Arda", "it rained on N"),
    ],
)
def test_runs_are_cut_by_what_stands_around_them(text, form):
    assert form_of(text, Arda="name") == form


@pytest.mark.parametrize(
    ("name", "form"),
    [("French Berda", "N (in D N) fell."), ("French Guiana", "N (in N) fell.")],
)
def test_language_is_cut_off_a_gloss_but_no_part_of_a_land(name, form):
    assert form_of(f"Arda (in {name}) fell.", **{name: "name"}) == form


def test_known_name_with_small_words_is_never_cut():
    text = "They call the West Bank Judea and Samaria."
    form = form_of(text, **{"West Bank": "name", "Judea and Samaria": "name"})
    assert form == "they call the N N."


def test_text_in_capitals_has_known_names_only():
    assert form_of("RAIN FELL ON ARDA TODAY", ARDA="name") == "rain fell on N today"
