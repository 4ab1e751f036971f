"""Which mentions share a sense, and which names around them are seen."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.disambiguation.neighbours import closeness, peers
from placemap.disambiguation.scene import make_scene


@pytest.fixture
def look(gazetteer):
    """Return the senses of a text with the given names as mentions."""

    def look(text, *names, **about):
        mentions = []
        for name in names:
            start = text.find(name)
            while start >= 0:
                mentions.append(Mention(span=Span(start, start + len(name)), text=name))
                start = text.find(name, start + 1)
        mentions.sort(key=lambda mention: mention.span)
        options = [(m, gazetteer.candidates(m.text)) for m in mentions]
        return make_scene(gazetteer, Document(id="d", text=text, **about), options)

    return look


def described(scene):
    return [
        (s.name, None if s.within is None else scene.senses[s.within].name, s.mentions)
        for s in scene.senses
    ]


def test_mentions_of_one_name_share_a_sense(look):
    scene = look("Paris and Dallas; Paris again.", "Paris", "Dallas")
    assert described(scene) == [("Paris", None, [0, 2]), ("Dallas", None, [1])]


def test_name_placed_in_another_has_a_sense_of_its_own(look):
    scene = look("Paris, Texas, is not Paris.", "Paris", "Texas")
    assert described(scene) == [
        ("Paris", "Texas", [0]),
        ("Texas", None, [1]),
        ("Paris", None, [2]),
    ]


def test_second_name_placed_in_a_name_parts_its_senses(look):
    text = "From Tbilisi, Georgia, to Atlanta, Georgia; Georgia won."
    scene = look(text, "Tbilisi", "Atlanta", "Georgia")
    assert described(scene) == [
        ("Tbilisi", "Georgia", [0]),
        ("Georgia", None, [1, 4]),
        ("Atlanta", "Georgia", [2]),
        ("Georgia", None, [3]),
    ]
    assert [sense.within for sense in scene.senses] == [1, None, 3, None]


def test_well_known_names_around_are_seen_but_are_no_mentions(look):
    scene = look("Paris, in Texas, won.", "Paris")
    assert described(scene) == [("Paris", "Texas", [0]), ("Texas", None, [])]


def test_words_that_are_also_written_small_are_no_names(look):
    scene = look("Dallas won. The dallas of old is gone. Paris lost.", "Paris")
    assert described(scene) == [("Paris", None, [0])]


def test_title_is_read_before_the_text(look):
    scene = look("It rained in Paris.", "Paris", title="Paris, Texas: rain")
    assert ("Paris", "Texas", []) in described(scene)
    assert scene.text.startswith("Paris, Texas: rain\n\nIt rained")


def test_title_that_opens_the_text_is_not_read_twice(look):
    text = "Rain in Paris. It rained."
    assert look(text, "Paris", title="Rain in Paris.").text == text


def test_name_in_the_address_is_the_home(look):
    scene = look("It rained in Paris.", "Paris", source="dallasnews.com")
    assert [s.name for s in scene.senses if s.is_home] == ["dallas"]
    scene = look("It rained in Paris.", "Paris", source="parisnews.com")
    assert [s.is_in_address for s in scene.senses] == [True, True]


def test_names_are_the_closer_the_fewer_letters_stand_between_them(look):
    scene = look("Paris, Dallas " + 40 * "so and " + "Atlanta", "Paris", "Dallas")
    near = closeness(scene.senses)
    assert near[0, 1] == near[1, 0] > 0.9
    assert 0 < near[0, 2] < near[1, 2] < 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris, Dallas and Atlanta", {(0, 1), (0, 2), (1, 2)}),
        ("in Paris and in Dallas. Atlanta", {(0, 1)}),
        ("Paris won. Dallas lost to Atlanta", set()),
    ],
)
def test_names_in_one_list_are_peers(look, text, expected):
    scene = look(text, "Paris", "Dallas", "Atlanta")
    found = peers(scene.senses, scene.text)
    pairs = {(i, j) for i in range(3) for j in range(i + 1, 3) if found[i, j]}
    assert pairs == expected


def test_commas_alone_make_no_list(look):
    scene = look("Paris, Texas", "Paris", "Texas")
    assert not peers(scene.senses, scene.text).any()
