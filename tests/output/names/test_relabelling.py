import warnings
from dataclasses import replace

import pytest

from placemap.output.names.relabelling import relabelled


def test_results_stay_as_they_are_without_a_policy(report):
    [same] = relabelled([report], None)
    assert same is report


def test_a_policy_is_written_into_the_run_of_each_document(report):
    found = list(relabelled([report, report], "official"))
    assert [item.run.labels for item in found] == ["official", "official"]
    assert report.run.labels == "text"


def test_a_view_nobody_has_is_told_with_those_there_are(report):
    items = relabelled([report], "Armenans")
    with pytest.warns(UserWarning, match="no place has a name used by") as told:
        assert len(list(items)) == 1
    [warning] = told
    message = str(warning.message)
    assert "'Armenans' (did you mean 'Armenians'?)" in message
    assert message.endswith("names are known of: Armenians, Azerbaijan")


def test_where_no_user_is_known_the_warning_says_so(report):
    bare = [
        replace(t, place=t.place and replace(t.place, names=()))
        for t in report.toponyms
    ]
    unknown = replace(report, toponyms=tuple(bare), aliases=())
    with pytest.warns(UserWarning, match="known of: nobody in particular"):
        list(relabelled([unknown], "Klingons"))


def test_a_language_no_name_is_in_is_told(report):
    with pytest.warns(UserWarning, match="language 'xx'"):
        list(relabelled([report], "xx"))


@pytest.mark.parametrize(
    "policy", ["text", "local", "gazetteer", "Armenians", "AZ", "en", None]
)
def test_a_policy_that_finds_names_is_not_complained_of(report, policy):
    elsewhere = replace(report, toponyms=report.toponyms[2:], aliases=())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(relabelled([report, elsewhere], policy))) == 2


def test_a_document_without_places_is_no_complaint(report):
    empty = replace(report, toponyms=(), aliases=(), events=())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(relabelled([empty], "Klingons"))) == 1
