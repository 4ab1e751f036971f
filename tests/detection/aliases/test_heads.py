"""Which name a statement is about, where that is not the one right before it."""

import re

import pytest

from placemap.detection.aliases.heads import antecedents, outer_head


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("fell in N, N, formerly n", 8),
        ("fell in N, N (formerly n)", 8),
        ("in N, a town in N, now n", 3),
        ("in N, the capital of N, once n", 3),
        ("in N (greek: x; known as N, now n)", 3),
        ("N (chinese: x; pinyin: N, now n)", 0),
    ],
)
def test_statement_is_about_the_place_not_what_it_lies_in(form, head):
    at = form.rindex("N")
    assert outer_head(form, at, len(form)) == head


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("N, formerly n", 0),
        ("in N, N and N, formerly n", 12),
        ("in N, N, formerly n, and N", 6),
        ("in N, N, formerly n", 6),
        ("it fell. in N, N (now n)", 15),
        ("in N, the republic of N (now n)", 22),
    ],
)
def test_statement_is_about_the_name_before_it_in_a_list_or_alone(form, head):
    assert outer_head(form, head, form.index("n", head + 5) + 1) == head


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("it rained in N. it was n", [13]),
        ("from N to N. it was n", [5, 10]),
        ("N is a town near N. it was n", [0]),
        ("the town of N (n) is in N. it was n", [12]),
        ("N is a town. it lies near N. it was n", [0]),
        ("they left N. it lies on the sea. it was n", []),
        ("N's mayor spoke. it was n", []),
        ("it was n", []),
    ],
)
def test_it_stands_for_the_subject_or_the_names_of_the_sentence_before(form, names):
    match = re.compile("it was n").search(form)
    assert match is not None
    assert list(antecedents(form, match)) == names


def test_what_happens_to_a_place_off_another_happens_to_the_first():
    assert outer_head("N off N was renamed N.", 6, 20) == 0
    assert outer_head("they fled N off N, renamed N.", 16, 27) != 0
