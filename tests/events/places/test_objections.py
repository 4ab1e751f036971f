from __future__ import annotations

import pytest

KINDS = {
    "Lima": "P.PPLC|||PE", "Cuzco": "P.PPL|||PE", "Hama": "P.PPL|||SY",
    "Peru": "A.PCLI", "Peruvian": "A.PCLI||adjective|PE",
}  # fmt: skip


@pytest.fixture
def pinned(extract, where):
    """Return a maker: the words and places of the plain happenings of a text."""

    def run(text):
        found = [e for e in extract(text, KINDS) if e.why["type"].startswith("not in")]
        return [(e.trigger.of(text), *where(e)) for e in found]

    return run


def test_what_is_told_of_a_place_is_kept(pinned):
    text = "A couple found a cat in Lima on Tuesday."
    assert pinned(text) == [("found", "Lima")]


@pytest.mark.parametrize(
    "text",
    [
        "The plane flew from Lima on Tuesday.",
        "The wounded were flown to Lima on Tuesday.",
        "The wounded were flown to a clinic in Lima on Tuesday.",
        "A couple was seen with a cat.",
        "The ship left Lima on Tuesday.",
        "Born in Hama and raised in Lima, she sings.",
        "In Lima lectures went on as usual.",
        "Dealers in Lima sold stocks as prices and indexes hurt investors and traders.",
        "He owns a boat repaired in Lima and tools made by hand.",
        "A couple found a cat in Hama. Peruvian papers in Lima, Cuzco, Peru said so.",
    ],
)
def test_what_is_told_in_passing_is_not(pinned, text):
    assert pinned(text) == []


def test_in_a_report_on_harm_a_happening_needs_a_day_or_somebody_with_power(pinned):
    harm = (
        "Rebels attacked Lima and Cuzco. They shelled a school. They abducted a judge. "
        "They burned a bus. "
    )
    assert pinned(harm + "Relatives prayed in Hama.") == []
    assert pinned(harm + "Relatives prayed in Hama on Monday.") == [("prayed", "Hama")]


def test_in_a_report_on_harm_what_its_own_country_tells_of_counts(pinned):
    harm = "Rebels attacked Lima. They shelled a school. They abducted a judge. "
    assert pinned(harm + "Relatives prayed in Cuzco.") == [("prayed", "Cuzco")]


def test_a_place_named_again_and_again_is_no_aside(pinned):
    aside = "Peru, Peru, Peru, Lima, Cuzco, Peru, Peru, Lima, Cuzco and Lima again. "
    told = "A couple found a cat in Hama."
    assert pinned(aside + told) == []
    assert pinned(aside + told + " Hama is old. They like Hama.") == [("found", "Hama")]


def test_in_a_report_on_harm_only_journeys_of_the_powerful_count(pinned):
    harm = "Rebels attacked Lima. They shelled a school. They abducted a judge. "
    assert pinned(harm + "Survivors walked to Cuzco on Monday.") == []
    assert pinned(harm + "The president drove to Cuzco today.") == [("drove", "Cuzco")]


def test_a_happening_at_the_place_of_an_event_of_the_sentence_is_part_of_it(pinned):
    assert pinned("Gunmen attacked a bus and took a driver in Lima.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Lima the feast went on for days.",
        "A couple found a cat at the camp in Lima.",
    ],
)
def test_what_goes_on_and_sites_are_no_news(pinned, text):
    assert [told for told in pinned(text) if told[0] in ("went", "camp")] == []
