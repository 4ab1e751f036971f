"""Which events are incidents of the MUC keys, by weights given here."""

import sys
from datetime import date
from pathlib import Path

import pytest

import placemap
from placemap.core import Document

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))
from incidents import (
    Linear,
    Model,
    candidates,
    event_features,
    find_incidents,
    report_features,
    shipped_model,
)

TEXT = (
    "A bomb exploded in Lima on Saturday, killing six people. "
    "The mayor of Cusco was murdered. Gunmen attacked a bus."
)
NOTHING = Linear(0.0, {})


@pytest.fixture(scope="module")
def pipeline():
    return placemap.load()


@pytest.fixture
def parsed(pipeline):
    def parsed(text=TEXT):
        return pipeline.parse(Document(id="a", text=text, published=date(2024, 3, 17)))

    return parsed


def model(*, report=NOTHING, event=NOTHING, trust=0.0, limit=1.0, rescue=1.0):
    return Model(report=report, event=event, trust=trust, limit=limit, rescue=rescue)


def triggers(incidents):
    return [i.event.trigger.of(TEXT) for i in incidents]


def test_an_event_is_taken_from_the_limit_up(parsed):
    weights = Linear(0.0, {"word bus": 1.0, "word bomb": 0.9})
    assert triggers(find_incidents(parsed(), model(event=weights))) == ["attacked"]


def test_a_report_of_incidents_gives_at_least_the_likeliest(parsed):
    weights = Linear(-9.0, {"word bus": 1.0})
    report = Linear(0.0, {"head bomb": 2.0})
    found = find_incidents(parsed(), model(event=weights, report=report))
    assert triggers(found) == ["attacked"]
    assert find_incidents(parsed(), model(event=weights)) == []


def test_the_report_as_a_whole_speaks_for_its_events(parsed):
    report = Linear(0.5, {})
    found = find_incidents(parsed(), model(report=report, trust=2.0))
    assert len(found) == len(candidates(parsed()))


def test_what_is_no_violence_is_no_candidate(parsed):
    text = "Floods hit Lima. The ministers met in Lima. Police arrested a man."
    assert candidates(parsed(text)) == []
    assert find_incidents(parsed(text)) == []


def test_an_incident_without_a_place_is_put_at_the_nearest_name(parsed):
    found = find_incidents(
        parsed("Officials in Lima met at noon on Saturday to talk about many things. "
               "Later in Cusco crowds cheered. Men were shot."),
        model(limit=0.0),
    )  # fmt: skip
    assert [place.name for place in found[-1].places] == ["Cusco"]


def test_an_incident_is_put_in_the_country_where_nothing_finer_is_named(parsed):
    found = find_incidents(parsed("A bus driver was shot dead. Peru mourns him."),
                           model(limit=0.0))  # fmt: skip
    assert [place.country for place in found[0].places] == ["PE"]


def test_names_are_no_features(parsed):
    features = report_features(parsed())
    assert "word bomb" in features
    assert not features.intersection(("word lima", "head cusco"))


def test_features_compare_an_event_with_those_before_it(parsed):
    document = parsed("Gunmen shelled Lima on Monday. Gunmen shelled Lima on Friday.")
    first, second = event_features(document, candidates(document))
    assert "alike 0" in first
    assert {"alike 1", "alike here True"} <= second


def test_the_shipped_weights_are_complete():
    shipped = shipped_model()
    assert shipped.trust > 0
    assert shipped.report.weights
    assert shipped.event.weights
