from dataclasses import replace

from placemap.output import columns
from placemap.output.evidence import (
    alias_features,
    mention_features,
    place_features,
    run_feature,
    source_feature,
)
from placemap.output.table import filled


def test_every_mention_has_a_row_and_resolved_ones_a_point(report):
    features = list(mention_features(report, report.run))
    texts = [feature.row["text"] for feature in features]
    assert texts == [toponym.mention.text for toponym in report.toponyms]
    geometries = {f.row["text"]: f.geometry and f.geometry["type"] for f in features}
    assert geometries.pop("Nowhereville") is None
    assert set(geometries.values()) == {"Point"}


def test_a_mention_tells_its_sentence_role_and_events(report):
    features = {f.row["text"]: f.row for f in mention_features(report, report.run)}
    brussels, khankendi = features["Brussels"], features["Khankendi"]
    assert brussels["role"] == "metonym"
    assert brussels["sentence"] == "Brussels deplored the violence."
    assert (brussels["event_ids"], khankendi["event_ids"]) == ([], ["e-shells"])
    assert features["Nowhereville"]["reason"] == "not in the gazetteer"


def test_the_places_considered_are_kept(report):
    row = next(iter(mention_features(report, report.run))).row
    assert row["candidates"] == [
        {
            "id": "geonames:146970",
            "name": "Xankəndi",
            "kind": "P.PPL",
            "country": "AZ",
            "admin1": "Xankəndi",
            "score": 0.9,
        }
    ]


def test_a_mention_over_two_sentences_has_none(report):
    toponym = report.toponyms[0]
    wide = replace(toponym.mention, span=replace(toponym.span, end=100))
    parsed = replace(report, toponyms=(replace(toponym, mention=wide),))
    (feature,) = mention_features(parsed, report.run)
    assert feature.row["sentence"] == ""


def test_places_come_once_by_id_with_their_names(report):
    features = place_features([report, report])
    ids = [feature.row["id"] for feature in features]
    assert ids == sorted({t.place.id for t in report.toponyms if t.place})
    by_id = {feature.row["id"]: feature.row for feature in features}
    names = by_id["geonames:146970"]["names"]
    assert [name["text"] for name in names] == ["Stepanakert", "Khankendi", "Khankendy"]
    assert by_id["geonames:146970"]["statuses"][0]["to"] == "2023-09-20"


def test_an_alias_says_who_uses_which_name(report):
    (feature,) = alias_features(report)
    row = feature.row
    assert (row["left_name"], row["right_name"]) == ("Khankendi", "Stepanakert")
    assert (row["used_by"], row["used_name"]) == ("Armenians", "Stepanakert")
    assert (row["verdict"], row["place_name"]) == ("confirmed", "Xankəndi")
    (alias,) = report.aliases
    turned = replace(report, aliases=(replace(alias, used_by_side="left"),))
    assert next(alias_features(turned)).row["used_name"] == "Khankendi"


def test_a_source_counts_what_was_found(report):
    row = source_feature(report).row
    counts = [row[key] for key in ("mentions", "resolved", "events", "located")]
    assert counts == [7, 6, 6, 5]
    assert row["sha256"] == report.document.sha256
    assert row["gazetteer"] == report.run.gazetteer


def test_rows_have_the_columns_of_their_table(report):
    tables = [
        (columns.MENTIONS, mention_features(report, report.run)),
        (columns.PLACES, place_features([report])),
        (columns.ALIASES, alias_features(report)),
        (columns.SOURCES, [source_feature(report)]),
        (columns.RUN, [run_feature(report.run)]),
    ]
    for table, features in tables:
        names = {column.name for column in table}
        for row, _ in list(features):
            assert set(row) <= names
            assert len(list(filled([(row, None)], table))) == 1
