from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from placemap.core import Count, Name
from placemap.output.columns import EVENTS
from placemap.output.table import day_of, event_features, filled, utc_of


def rows(parsed):
    features = filled(event_features(parsed, parsed.run), EVENTS)
    return {feature.row["event_id"]: feature for feature in features}


def test_columns_are_described_once():
    assert len({column.name for column in EVENTS}) == len(EVENTS)
    assert all(column.meaning[0].isupper() for column in EVENTS)


def test_an_event_is_told_in_full(report):
    row, geometry = rows(report)["e-shells"]
    assert geometry == {"type": "Point", "coordinates": [46.75293, 39.81764]}
    assert list(row) == [column.name for column in EVENTS]
    assert {key: value for key, value in row.items() if value is not None} == {
        "id": row["id"],
        "event_id": "e-shells",
        "document_id": "d1",
        "document_title": "Shelling and talks",
        "document_source": "The Test Herald",
        "document_url": "https://example.org/1",
        "published": date(2023, 9, 19),
        "type": "ASSAULT",
        "type_label": "Assault",
        "mode": "heavy-weapons",
        "acled": "Explosions/Remote violence / Shelling/artillery/missile attack",
        "cameo": "19",
        "quad": "material conflict",
        "status": "attributed",
        "claimant": "officials",
        "trigger": "Shells fell",
        "sentence": (
            "Shells fell on Khankendi, known as Stepanakert by Armenians, "
            "officials said."
        ),
        "start_date": date(2023, 9, 19),
        "end_date": date(2023, 9, 19),
        "edtf": "2023-09-19",
        "date_prec": 1,
        "place_id": "geonames:146970",
        "place_name": "Khankendi",
        "name_used_by": ["Azerbaijan"],
        "name_in_text": "Khankendi",
        "gazetteer_name": "Xankəndi",
        "other_names": [
            {
                "text": "Stepanakert",
                "lang": "hy-Latn",
                "kind": "local",
                "used_by": "Armenians",
                "source": "text",
            }
        ],
        "country": "AZ",
        "admin1": "Xankəndi",
        "place_kind": "P.PPL",
        "disputed": True,
        "status_views": [
            {
                "view": "de facto",
                "country": "Artsakh",
                "from": "1992",
                "to": "2023-09-20",
            },
            {"view": "UN", "country": "AZ"},
        ],
        "relation": "at",
        "inferred": False,
        "where_prec": 1,
        "geo_precision": 1,
        "resolution": 4,
        "uncertainty_m": 5000.0,
        "lon": 46.75293,
        "lat": 39.81764,
        "geometry_method": "gazetteer",
        "actors": [],
        "recipients": [],
        "score": 0.875,
        "place_score": 0.9,
        "why": {"type": "trigger 'shells fell'", "where": "object of 'on'"},
        "mention_id": "t-Khankendi",
        "trigger_start": 0,
        "trigger_end": 11,
        "mention_start": 15,
        "mention_end": 24,
    }


def test_offsets_point_into_the_text(report):
    text = report.document.text
    for row, _ in rows(report).values():
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        if row["mention_start"] is not None:
            mention = text[row["mention_start"] : row["mention_end"]]
            assert mention == row["name_in_text"]


def test_an_event_without_a_place_has_neither_geometry_nor_place(report):
    row, geometry = rows(report)["e-deplored"]
    assert geometry is None
    assert row["place_id"] is row["lon"] is row["where_prec"] is None


def test_a_place_that_is_not_on_the_map_is_still_told(report):
    row, geometry = rows(report)["e-unrest"]
    assert geometry is None
    assert (row["name_in_text"], row["place_name"]) == ("Nowhereville", None)
    assert row["where_prec"] == 5


def test_an_event_at_two_places_gives_two_rows_with_ids_of_their_own(report):
    shells, mine, *_ = report.events
    both = replace(shells, places=shells.places + mine.places)
    parsed = replace(report, events=(both,))
    features = list(event_features(parsed, report.run))
    assert [feature.row["event_id"] for feature in features] == ["e-shells"] * 2
    assert len({feature.row["id"] for feature in features}) == 2


def test_ids_do_not_depend_on_what_else_is_there(report):
    alone = replace(report, events=report.events[2:3])
    key = report.events[2].id
    assert rows(alone)[key].row["id"] == rows(report)[key].row["id"]


def test_the_label_policy_of_the_run_leads(report):
    run = replace(report.run, labels="Armenians")
    feature = next(event_features(report, run))
    assert feature.row["place_name"] == "Stepanakert"
    assert feature.row["name_used_by"] == ["Armenians"]
    assert feature.row["name_in_text"] == "Khankendi"
    assert [name["text"] for name in feature.row["other_names"]] == ["Khankendi"] * 2


def test_names_that_lead_together_are_told_with_all_their_users(report):
    place = report.toponyms[0].place
    rival = Name(text="Stepanakert", kind="official", used_by="Armenians")
    both = replace(place, names=(*place.names[1:], rival))
    first = replace(report.toponyms[0], place=both)
    renamed = replace(report, toponyms=(first, *report.toponyms[2:]), aliases=())
    feature = next(event_features(renamed, replace(report.run, labels="official")))
    assert feature.row["place_name"] == "Stepanakert / Khankendi"
    assert feature.row["name_used_by"] == ["Azerbaijan", "Armenians"]
    assert feature.row["other_names"] == []


def test_status_views_are_those_of_the_event_s_day(report):
    later = replace(report.events[0], start=date(2024, 1, 1))
    (feature,) = event_features(replace(report, events=(later,)), report.run)
    assert feature.row["status_views"] == [{"view": "UN", "country": "AZ"}]


def test_without_a_date_the_day_of_publication_counts(report):
    undated = replace(report.events[0], start=None, end=None)
    (feature,) = event_features(replace(report, events=(undated,)), report.run)
    assert len(feature.row["status_views"]) == 2


def test_numbers_of_people_keep_their_range(report):
    deaths = Count(best=6, low=4, high=9, claimant="police")
    others = {"injured": Count(best=12), "detained": Count(best=20, low=20)}
    event = replace(report.events[0], deaths=deaths, **others)
    (feature,) = event_features(replace(report, events=(event,)), report.run)
    row = feature.row
    assert [row[f"deaths_{part}"] for part in ("best", "low", "high")] == [6, 4, 9]
    assert (row["deaths_claimant"], row["injured"]) == ("police", 12)
    assert row["detained"] == 20


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", None),
        ("a\x00\ud800b", "a��b"),
        ([], []),
        (10**20, None),
        (2**53 - 1, 2**53 - 1),
        (False, False),
    ],
)
def test_cells_hold_only_what_every_file_can(value, expected):
    ((row, _),) = filled([({EVENTS[0].name: value}, None)], EVENTS[:1])
    assert row == {EVENTS[0].name: expected}


def test_a_day_is_that_of_the_publisher_and_a_time_that_of_utc():
    late = datetime(2023, 9, 19, 1, 30, tzinfo=timezone(timedelta(hours=4)))
    assert day_of(late) == date(2023, 9, 19)
    assert utc_of(late) == datetime(2023, 9, 18, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize("moment", [None, date(2023, 9, 19)])
def test_no_time_of_day_is_made_up(moment):
    assert day_of(moment) == moment
    assert utc_of(moment) is None


def test_a_time_without_zone_is_not_taken_for_utc():
    assert utc_of(datetime(2023, 9, 19, 1, 30)) is None  # noqa: DTZ001 - the point
