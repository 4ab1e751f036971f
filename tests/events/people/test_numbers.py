from __future__ import annotations

import pytest

from placemap.events.people.numbers import find_size, find_tolls


def tolls_of(sentence):
    return {toll.harm: toll.victims for toll in reversed(find_tolls(sentence))}


@pytest.mark.parametrize(
    ("text", "harm", "expected"),
    [
        ("Six people, including four police, were killed.", "deaths", (6, 6, 6)),
        ("At least 12 people died.", "deaths", (12, 12, None)),
        ("Dozens were injured.", "injured", (None, 24, None)),
        ("Some 3,000 people fled their homes.", "displaced", (3000, 3000, 3000)),
        ("Between 10 and 12 people died.", "deaths", (None, 10, 12)),
        ("Up to 200 people were killed.", "deaths", (200, None, 200)),
        ("No fewer than seven people were killed.", "deaths", (7, 7, None)),
        ("A policeman was shot dead.", "deaths", (1, 1, 1)),
        ("The death toll rose to 45.", "deaths", (45, 45, 45)),
        ("It left 20 dead and 100 injured.", "injured", (100, 100, 100)),
        ("It left 20 dead and 100 injured.", "deaths", (20, 20, 20)),
        ("Gunmen killed nine people and wounded two others.", "injured", (2, 2, 2)),
        ("Six civilians, two of them children, died.", "deaths", (6, 6, 6)),
        ("Tens of thousands were displaced.", "displaced", (None, 20000, None)),
        ("Some 1.5 million people fled.", "displaced", (1500000, 1500000, 1500000)),
        ("Police arrested 20 people.", "detained", (20, 20, 20)),
        ("More than 200 pupils were abducted.", "detained", (200, 200, None)),
        ("Rebels took 12 hostages.", "detained", (12, 12, 12)),
        ("They captured between 30 and 40 men.", "detained", (None, 30, 40)),
        ("Police made 15 arrests at the rally.", "detained", (15, 15, 15)),
        (
            "The death toll from the flood has risen from 12 to 15.",
            "deaths",
            (15, 15, 15),
        ),
        ("The number of those killed has reached 33.", "deaths", (33, 33, 33)),
        ("No deaths were reported.", "deaths", (0, 0, 0)),
        ("No one was hurt.", "deaths", (0, 0, 0)),
        ("The raid left no one dead.", "deaths", (0, 0, 0)),
        ("The storm claimed eight lives.", "deaths", (8, 8, 8)),
        ("Seven bodies were recovered.", "deaths", (7, 7, 7)),
        ("The mayor of the port was gunned down.", "deaths", (1, 1, 1)),
        ("It wounded seven men, one of whom later died.", "deaths", (1, 1, 1)),
        ("Three of the nine men have died.", "deaths", (3, 3, 3)),
        ("At least two people are feared dead.", "deaths", (2, 0, None)),
    ],
)
def test_numbers_go_to_the_harm_they_tell(sentence_of, text, harm, expected):
    found = tolls_of(sentence_of(text))[harm]
    assert (found.best, found.low, found.high) == expected


@pytest.mark.parametrize(
    ("text", "harm", "best"),
    [
        ("Two policemen and a soldier were killed.", "deaths", 3),
        ("The blast killed seven soldiers and five civilians.", "deaths", 12),
        ("Officers detained two men and a woman.", "detained", 3),
        ("Six people - four police and two aid workers - were killed.", "deaths", 6),
        ("It killed 12 (seven soldiers and five civilians).", "deaths", 12),
        ("One person was killed and 27 others were arrested.", "deaths", 1),
        ("One person was killed and 27 others were arrested.", "detained", 27),
    ],
)
def test_parts_add_up_and_are_not_counted_twice(sentence_of, text, harm, best):
    assert tolls_of(sentence_of(text))[harm].best == best


@pytest.mark.parametrize(
    "text",
    [
        "He was killed in 2015.",
        "She was killed after 12 days.",
        "He was killed on July 25.",
        "The mayor, 42, was killed.",
        "They drove 30 km.",
        "A soldier killed civilians.",
        "A fire killed 40 cows.",
        "It is not known how many people died.",
    ],
)
def test_years_days_and_ages_are_not_victims(sentence_of, text):
    assert "deaths" not in tolls_of(sentence_of(text))


def test_the_words_of_a_number_are_kept(sentence_of):
    text = "Nine soldiers were killed."
    assert tolls_of(sentence_of(text))["deaths"].span.of(text) == "Nine"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "Some 3,000 Norland peacekeepers were deployed.",
            "3,000 Norland peacekeepers",
        ),
        ("Thousands of people marched.", "Thousands of people"),
        ("In 2020 peacekeepers were deployed.", ""),
        ("They marched 12 km.", ""),
    ],
)
def test_sizes_are_those_of_people(sentence_of, text, size):
    sentence = sentence_of(text)
    assert find_size(sentence, 0, len(sentence.words)) == size
