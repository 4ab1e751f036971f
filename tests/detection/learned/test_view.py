"""What stands around the words of a text."""

import pytest

from placemap.detection.learned.stretches import find_stretches
from placemap.detection.learned.view import END, START, View, gap_kind
from placemap.detection.learned.wordkinds import NO_WORD
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading


@pytest.fixture
def view(gazetteer):
    """Return the view of a text and its stretches by what they spell."""

    def make(text):
        reading = Reading(text)
        found = find_stretches(gazetteer, reading, facts_from(gazetteer))
        return View(reading, found), {text[s.start : s.end]: s for s in found}

    return make


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        (" ", "s"),
        ("   ", "s"),
        (", ", ","),
        (" (", "("),
        ("'s ", "'"),
        ("’s ", "'"),
        ('." ', "."),
        (" \n ", "n"),
        (" — ", "d"),
        ("; ", ";"),
        (" “", '"'),
    ],
)
def test_gaps_are_told_by_one_character(gap, kind):
    assert gap_kind(gap) == kind


def test_there_is_nothing_beyond_the_ends(view):
    seen, _ = view("Leeds wept")
    assert all(seen.kinds[index] is NO_WORD for index in (-2, -1, 2, 3))
    assert [seen.gaps[index] for index in (-2, -1, 0, 1)] == [START, START, "s", END]


def test_state_behind_a_town_is_its_container(view):
    seen, found = view("They fled to Alexandria, Kan., by bus to Leeds.")
    assert seen.container_after(found["Alexandria"]) > 0
    assert seen.container_after(found["Leeds"]) == 0


def test_full_stop_of_an_abbreviation_belongs_to_the_stretch(view):
    seen, found = view("A fire at 4 Memphis St., police said.")
    assert seen.gap_behind(found["Memphis St."]) == ".,"
    assert seen.gap_behind(found["Memphis St"]) == "."


def test_bearers_tell_surnames_wherever_they_are_introduced(view):
    seen, _ = view("Mayor Clinton spoke. Later, Hillary Clinton said no.")
    count, given, is_titled, is_speaking = seen.bearers["clinton"]
    assert count == 2
    assert given < NO_WORD.given
    assert is_titled
    assert is_speaking
    assert "leeds" not in seen.bearers
