from dataclasses import replace

import pytest

from placemap.core import Event, EventPlace, Span
from placemap.output.web.payload import (
    make_payload,
    mentioned_countries,
    mentioned_positions,
)


@pytest.fixture
def payload(report, run):
    return make_payload([report], run=run)


def event(payload, key):
    return next(e for e in payload["events"] if e["id"] == key)


def site(payload, key):
    return payload["sites"][event(payload, key)["places"][0]["site"]]


@pytest.mark.parametrize(
    ("key", "kind"),
    [("e-shells", "point"), ("e-mine", "area"), ("e-closed", "line")],
)
def test_a_site_is_drawn_as_what_the_place_is(payload, key, kind):
    assert site(payload, key)["kind"] == kind


def test_an_event_known_for_a_country_only_is_no_point(one_event, run):
    report = one_event({"type": "Point", "coordinates": [180, -17]})
    [happened] = report.events
    [where] = happened.places
    country = replace(happened, places=(replace(where, where_prec=6),))
    [toponym] = report.toponyms
    place = replace(toponym.place, country="FJ")
    named = replace(toponym, place=place)
    report = replace(report, events=(country,), toponyms=(named,))
    [drawn] = make_payload([report], run=run)["sites"]
    assert (drawn["kind"], drawn["code"]) == ("country", "242")
    assert "geometry" not in drawn


def test_a_place_two_events_share_is_one_site(report, run):
    again = replace(report.events[0], id="e-again")
    payload = make_payload([replace(report, events=(*report.events, again))], run=run)
    assert site(payload, "e-again") is site(payload, "e-shells")


def test_events_without_a_place_say_why(payload):
    assert event(payload, "e-deplored")["reason"]["code"] == "no-place"
    assert event(payload, "e-unrest")["reason"]["code"] == "no-position"
    assert "reason" not in event(payload, "e-shells")


def test_the_extractors_own_reason_is_kept(report, run):
    why = Event(id="e", trigger=Span(0, 6), type="ACCUSE", why={"place": "A claim."})
    payload = make_payload([replace(report, events=(why,))], run=run)
    assert event(payload, "e")["reason"] == {"code": "no-place", "said": "A claim."}


def test_offsets_count_in_utf16(one_event, run):
    report = one_event(None, text="😀😀 A storm hit the islands 😀.")
    payload = make_payload([report], run=run)
    start, end = payload["events"][0]["trigger"]
    text = payload["documents"][0]["text"].encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "storm"


def test_only_web_addresses_become_links(report, run):
    def url(address):
        document = replace(report.document, url=address)
        [shown] = make_payload([replace(report, document=document)], run=run)[
            "documents"
        ]
        return shown.get("url")

    assert url("https://example.org/1") == "https://example.org/1"
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"):
        assert url(address) is None
    assert url('https://example.org/"><script>') is None
    assert url("https://example.org/\njavascript:") is None


def test_coverage_counts_what_was_found_and_what_was_not(payload):
    assert payload["documents"][0]["coverage"] == {
        "mentions": 7,
        "located": 6,
        "ambiguous": 0,
        "unknown": 1,
    }


@pytest.mark.parametrize(
    ("labels", "name"), [("text", "Khankendi"), ("local", "Stepanakert")]
)
def test_the_label_policy_decides_the_name_on_the_map(report, run, labels, name):
    payload = make_payload([report], run=replace(run, labels=labels))
    assert site(payload, "e-shells")["name"] == name
    assert payload["run"]["labels"] == labels


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("text", {"kind": "text"}),
        ("Official", {"kind": "official"}),
        ("az", {"kind": "language", "of": "az"}),
        ("AM", {"kind": "view", "of": "Armenia"}),
        ("Armenians", {"kind": "view", "of": "Armenians"}),
    ],
)
def test_the_page_is_told_what_the_policy_is(report, run, labels, told):
    assert make_payload([report], run=replace(run, labels=labels))["labels"] == told


def test_a_mention_has_the_leading_name_where_the_text_has_another(report, run):
    def names(labels):
        payload = make_payload([report], run=replace(run, labels=labels))
        return [t.get("name") for t in payload["documents"][0]["toponyms"][:3]]

    assert names("text") == [None, None, None]
    assert names("local") == ["Stepanakert", None, "Xocavənd"]


def test_a_place_has_each_sides_name(payload):
    place = payload["places"]["geonames:146970"]
    assert place["sides"] == [["Stepanakert", "Armenians"], ["Khankendi", "Azerbaijan"]]
    assert "sides" not in payload["places"]["geonames:584871"]


def test_the_texts_own_names_are_among_the_names_and_marked(payload):
    names = payload["places"]["geonames:146970"]["names"]
    assert {n["text"] for n in names if n.get("inText")} == {"Khankendi", "Stepanakert"}
    [only] = payload["places"]["geonames:586429"]["names"]
    assert only == {"text": "Khojavand", "inText": True}
    assert payload["places"]["geonames:584871"]["names"] == []


def test_names_say_who_uses_them(payload):
    names = payload["places"]["geonames:146970"]["names"]
    users = {name["text"]: name.get("usedBy") for name in names}
    assert users["Stepanakert"] == "Armenians"
    assert users["Khankendi"] == "Azerbaijan"


def test_a_disputed_place_has_all_views_with_their_dates(payload):
    views = payload["places"]["geonames:146970"]["statuses"]
    assert [(view["view"], view.get("end")) for view in views] == [
        ("de facto", "2023-09-20"),
        ("UN", None),
    ]
    assert "statuses" not in payload["places"]["geonames:584871"]


def test_a_place_has_its_name_under_each_policy_one_may_choose(payload):
    keys = [choice["key"] for choice in payload["policies"]]
    plain = ["text", "local", "official", "gazetteer"]
    assert keys == [*plain, "Armenians", "Azerbaijan"]
    called = payload["places"]["geonames:146970"]["called"]
    assert called["Armenians"] == "Stepanakert"
    assert called["Azerbaijan"] == "Khankendi"
    assert "gazetteer" not in called


@pytest.mark.parametrize(
    ("labels", "key"), [("AM", "AM"), ("az", "az"), ("Local", "local")]
)
def test_the_policy_the_map_is_made_with_is_among_the_choices(report, run, labels, key):
    payload = make_payload([report], run=replace(run, labels=labels))
    keys = [choice["key"] for choice in payload["policies"]]
    assert keys.count(key) == 1
    chosen = next(choice for choice in payload["policies"] if choice["key"] == key)
    assert {k: v for k, v in chosen.items() if k != "key"} == payload["labels"]


def test_metonyms_are_told_apart(payload):
    roles = [t.get("role") for t in payload["documents"][0]["toponyms"]]
    assert roles.count("metonym") == 1


def test_types_in_use_come_in_the_order_of_the_legend(report, run):
    odd = replace(report.events[0], id="e-odd", type="FESTIVAL")
    payload = make_payload([replace(report, events=(*report.events, odd))], run=run)
    codes = [kind["code"] for kind in payload["types"]]
    assert codes == ["CONSULT", "ACCUSE", "PROTEST", "COERCE", "ASSAULT", "FESTIVAL"]


def test_countries_are_no_mentioned_position(payload):
    assert (46.75293, 39.81764) in set(mentioned_positions(payload))
    place = payload["places"]["geonames:2800866"]
    place["isCountry"] = True
    assert (4.35, 50.85) not in set(mentioned_positions(payload))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, {"056"}),
        ({"form": "demonym"}, set()),
        ({"role": "metonym"}, set()),
    ],
)
def test_countries_are_mentioned_where_they_are_meant_as_places(
    payload, changes, found
):
    place = "geonames:2800866"
    payload["places"][place] |= {"isCountry": True, "code": "056"}
    for toponym in payload["documents"][0]["toponyms"]:
        if toponym.get("place") == place:
            toponym.pop("role", None)
            toponym.update(changes)
    assert mentioned_countries(payload) == found


def test_a_place_missing_from_the_toponyms_keeps_its_id_as_name(report, run):
    where = report.events[0].places[0].location
    stray = EventPlace(toponym="?", place="x:9", where_prec=1, location=where)
    lost = replace(report.events[0], places=(stray,))
    payload = make_payload([replace(report, events=(lost,))], run=run)
    assert payload["sites"][0]["name"] == "x:9"


def test_what_is_told_again_and_again_is_there_once(report, run):
    twice = make_payload([report, report], run=run)
    once = make_payload([report], run=run)
    assert (twice["reasons"], twice["whys"]) == (once["reasons"], once["whys"])
    reasons = {t.reason for t in report.toponyms}
    assert {
        once["reasons"][t["reason"]] for t in once["documents"][0]["toponyms"]
    } == reasons


def test_an_event_place_refers_to_its_mention_by_number(report, run, payload):
    ids = [toponym.id for toponym in report.toponyms]
    for told, meant in zip(payload["events"], report.events, strict=True):
        for place, where in zip(told.get("places", []), meant.places, strict=True):
            assert ids[place["toponym"]] == where.toponym


def test_a_line_that_only_joins_two_places_is_marked_and_a_known_one_is_not(
    one_event, run
):
    line = {"type": "LineString", "coordinates": [[20, 32], [24, 32]]}
    report = one_event(line)
    [happened] = report.events
    [where] = happened.places
    joined = replace(where.location, method="line between the two places")
    drawn = replace(happened, places=(replace(where, location=joined),))
    for events, expected in [((happened,), None), ((drawn,), True)]:
        [drawn_site] = make_payload([replace(report, events=events)], run=run)["sites"]
        assert drawn_site["kind"] == "line"
        assert drawn_site.get("straight") is expected


@pytest.mark.parametrize(
    ("title", "text", "heading", "has_headline"),
    [
        ("", "Rain in Goris\n\nIt rained. It rained on.", "Rain in Goris", True),
        ("", "It rained in Goris. It rained on.", "first.txt", False),
        ("Rain in  Goris", "Rain in Goris\n\nIt rained.", "Rain in  Goris", True),
        ("Weather", "Rain in Goris\n\nIt rained.", "Weather", False),
    ],
)
def test_a_report_has_one_heading(report, run, title, text, heading, has_headline):
    document = replace(report.document, title=title, text=text, id="desk/first.txt")
    bare = replace(report, document=document, events=(), toponyms=(), aliases=())
    payload = make_payload([bare], run=run)
    [told] = payload["documents"]
    assert payload["title"] == heading
    assert told.get("headline") == ([0, 13] if has_headline else None)
    assert "opening" not in told


def test_a_report_without_any_name_is_called_by_how_it_begins(report, run):
    document = replace(report.document, title="", text="It rained. On.", id="d1")
    bare = replace(report, document=document, events=(), toponyms=(), aliases=())
    payload = make_payload([bare], run=run)
    assert payload["title"] == payload["documents"][0]["opening"] == "It rained."
