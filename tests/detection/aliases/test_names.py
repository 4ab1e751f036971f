"""Texts reduced to names, peoples and plain words, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Mention, Span
from placemap.detection.aliases.names import Skeleton


def skeleton_of(text, *names, peoples=()):
    found = [(name, "name") for name in names] + [(name, "demonym") for name in peoples]
    return Skeleton(
        text,
        [
            Mention(
                span=Span(text.index(name), text.index(name) + len(name)),
                text=name,
                form=form,
            )
            for name, form in found
        ],
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It rained in Arda.", "it rained in N."),
        ("It rained in “Arda” – twice.", "it rained in N — twice."),
        ("It rained in Arda [Berda].", "it rained in N (N)."),
        ("Arda's Berda", "N's N"),
        ("N’Djamena, K’gari and al-Arda", "N, N and N"),
        ("Port-au-Arda and Arda-Berda", "N and N"),
        ("The Democratic Republic of the Arda", "the N"),
        ("the People's Republic of Arda", "the N"),
        ("St. Arda and Mt. Berda", "N and N"),
        ("in Arda.\n\nBerda fell", "in N.\nN fell"),
        ("in Arda,\nand  Berda", "in N, and N"),
        ("喀什 and حمص", "N and N"),
        ("a.k.a. Arda", "a.k.a. N"),
        ("Arda [ˈarda]", "N (ˈarda)"),
        ("", ""),
    ],
)
def test_names_become_letters(text, form):
    assert skeleton_of(text).form == form


@pytest.mark.parametrize(
    ("text", "names", "peoples", "form"),
    [
        ("Turkish Kurds call Arda", ["Arda"], ["Kurds"], "D call N"),
        ("Kurds Arda", [], ["Kurds"], "D N"),
        ("the Free City of Arda", ["Arda"], [], "the free city of N"),
        ("the University of Arda", ["Arda"], [], "the N"),
        ("They call Arda Berda", ["Arda", "Berda"], [], "they call N N"),
        ("in North Arda", ["Arda"], [], "in N"),
        ("Arda/Berda", ["Arda/Berda"], [], "N/N"),
        ("POLICE IN ARDA SAID SO", ["ARDA"], [], "police in N said so"),
    ],
)
def test_runs_of_capitals_are_cut_at_what_the_gazetteer_knows(
    text, names, peoples, form
):
    assert skeleton_of(text, *names, peoples=peoples).form == form


def test_both_sides_of_an_entry_with_a_slash_are_known():
    skeleton = skeleton_of("Arda/Berda", "Arda/Berda")
    assert skeleton.is_known(Span(0, 4))
    assert skeleton.is_known(Span(5, 10))


@pytest.mark.parametrize("word", ["March", "Reuters", "AP", "Monday"])
def test_months_and_agencies_are_no_places(word):
    assert not skeleton_of(f"in {word}").could_be_place(Span(3, 3 + len(word)))


@given(st.text(alphabet="Arda Bé’'s(),.[]—–-\n“”喀of the", max_size=60))
def test_every_name_leads_back_to_its_text(text):
    skeleton = Skeleton(text, [])
    for at, letter in enumerate(skeleton.form):
        if letter in "ND":
            name = skeleton.span(at, at + 1).of(text)
            assert name == name.strip()
            assert name[0].isalpha()


@given(st.text(max_size=80))
def test_any_text_has_a_form(text):
    form = Skeleton(text, []).form
    assert len(form) <= len(text) + 2 * sum(c in "—-–" for c in text)
