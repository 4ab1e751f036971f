"""Parsed documents made by hand, and a strategy that makes them up."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import strategies as st

from placemap.core import (
    AliasStatement,
    Candidate,
    Count,
    Document,
    Event,
    EventPlace,
    Form,
    Location,
    Mention,
    Name,
    NameKind,
    ParsedDocument,
    Party,
    Place,
    Relation,
    Role,
    Run,
    Span,
    Status,
    StatusView,
    Toponym,
    Verdict,
)

RUN = Run(
    version="0.1.0",
    gazetteer="test world 1",
    gazetteer_sha256="ab" * 32,
    options={"resolver": "ranking", "detector": "lexicon"},
    attribution=("GeoNames, CC BY 4.0, https://www.geonames.org",),
)

TEXT = (
    "Shells fell on Khankendi, known as Stepanakert by Armenians, officials said. "
    "Six people died when a truck hit a mine near Khojavand. "
    "The Lachin corridor stays closed. Talks are planned in Yevlakh. "
    "Brussels deplored the violence. Unrest spread to Nowhereville."
)


def span_of(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def toponym(words, place, *, text=TEXT, **mention):
    span = span_of(words, text)
    return Toponym(
        id=f"t-{words}",
        mention=Mention(span=span, text=words, **mention),
        place=place,
        score=0.9 if place else 0.0,
        reason="only candidate" if place else "not in the gazetteer",
        candidates=(Candidate(place=place, score=0.9),) if place else (),
    )


def location(place, geometry, uncertainty_m):
    return Location(
        lon_deg=place.lon_deg,
        lat_deg=place.lat_deg,
        uncertainty_m=uncertainty_m,
        method="gazetteer",
        geometry=geometry,
    )


def point(place):
    return {"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]}


KHANKENDI = Place(
    id="geonames:146970",
    name="Xankəndi",
    lon_deg=46.75293,
    lat_deg=39.81764,
    kind="P.PPL",
    country="AZ",
    admin1="Xankəndi",
    population=55_000,
    radius_m=5_000.0,
    disputed=True,
    names=(
        Name(text="Stepanakert", lang="hy-Latn", kind="local", used_by="Armenians"),
        Name(text="Khankendi", lang="en", kind="official", used_by="Azerbaijan"),
        Name(text="Khankendy", lang="ru-Latn"),
    ),
    statuses=(
        StatusView(view="de facto", country="Artsakh", start="1992", end="2023-09-20"),
        StatusView(view="UN", country="AZ"),
    ),
)
KHOJAVAND = Place(
    id="geonames:586429",
    name="Xocavənd",
    lon_deg=47.11,
    lat_deg=39.79,
    kind="A.ADM1",
    country="AZ",
)
LACHIN = Place(id="placemap:lachin", name="Lachin Corridor", lon_deg=46.5, lat_deg=39.6)
YEVLAKH = Place(
    id="geonames:584871", name="Yevlakh", lon_deg=47.15, lat_deg=40.62, kind="P.PPL"
)
BRUSSELS = Place(
    id="geonames:2800866", name="Brussels", lon_deg=4.35, lat_deg=50.85, kind="P.PPLC"
)
# Clockwise, and finer than six decimals.
DISTRICT = {
    "type": "Polygon",
    "coordinates": [
        [[47, 39.5], [47, 40.12345678], [47.3, 40], [47.3, 39.5], [47, 39.5]]
    ],
}
CORRIDOR = {
    "type": "LineString",
    "coordinates": [[46.3, 39.5], [46.5, 39.6], [46.7, 39.8]],
}


@pytest.fixture(scope="session")
def report():
    """One document with an event of every geometry, and some without."""
    places = {
        KHANKENDI.id: location(KHANKENDI, point(KHANKENDI), 5_000.0),
        KHOJAVAND.id: location(KHOJAVAND, DISTRICT, 30_000.0),
        LACHIN.id: location(LACHIN, CORRIDOR, 20_000.0),
        YEVLAKH.id: location(YEVLAKH, point(YEVLAKH), 4_000.0),
        BRUSSELS.id: location(BRUSSELS, point(BRUSSELS), 9_000.0),
    }
    toponyms = (
        toponym("Khankendi", KHANKENDI),
        toponym("Stepanakert", KHANKENDI),
        toponym("Khojavand", KHOJAVAND),
        toponym("Lachin corridor", LACHIN),
        toponym("Yevlakh", YEVLAKH),
        toponym("Brussels", BRUSSELS, role="metonym"),
        toponym("Nowhereville", None),
    )
    document = Document(
        id="d1",
        text=TEXT,
        title="Shelling and talks",
        source="The Test Herald",
        url="https://example.org/1",
        published=datetime(2023, 9, 19, 14, 30, tzinfo=timezone(timedelta(hours=4))),
        language="en",
    )
    return ParsedDocument(
        document=document,
        toponyms=toponyms,
        aliases=(
            AliasStatement(
                left=span_of("Khankendi"),
                right=span_of("Stepanakert"),
                relation="known_as",
                used_by="Armenians",
                sentence=Span(0, 76),
                verdict="confirmed",
                place=KHANKENDI.id,
                distance_km=0.0,
            ),
        ),
        events=tuple(_events(places)),
        locations=places,
        run=RUN,
    )


def _events(places):
    def at(words, place, where_prec, relation="at"):
        return EventPlace(
            toponym=f"t-{words}",
            place=place.id,
            where_prec=where_prec,
            relation=relation,
            location=places.get(place.id),
        )

    yield Event(
        id="e-shells",
        trigger=span_of("Shells fell"),
        type="ASSAULT",
        mode="heavy-weapons",
        acled="Explosions/Remote violence / Shelling/artillery/missile attack",
        cameo="19",
        quad="material conflict",
        sentence=Span(0, 76),
        status="attributed",
        claimant="officials",
        edtf="2023-09-19",
        start=date(2023, 9, 19),
        end=date(2023, 9, 19),
        date_prec=1,
        places=(at("Khankendi", KHANKENDI, 1),),
        mentions=(span_of("Shells fell"),),
        score=0.875,
        why={"type": "trigger 'shells fell'", "where": "object of 'on'"},
    )
    yield Event(
        id="e-mine",
        trigger=span_of("hit a mine"),
        type="ASSAULT",
        mode="explosives",
        sentence=Span(77, 132),
        places=(at("Khojavand", KHOJAVAND, 4, "near"),),
        recipients=(Party(text="Six people", span=span_of("Six people")),),
        deaths=Count(best=6, low=6, high=6, claimant="officials"),
    )
    yield Event(
        id="e-closed",
        trigger=span_of("closed"),
        type="COERCE",
        edtf="2022-12/..",
        start=date(2022, 12, 1),
        date_prec=4,
        places=(at("Lachin corridor", LACHIN, 5, "along"),),
    )
    yield Event(
        id="e-talks",
        trigger=span_of("Talks"),
        type="CONSULT",
        status="future",
        places=(at("Yevlakh", YEVLAKH, 1, "in"),),
    )
    yield Event(id="e-deplored", trigger=span_of("deplored"), type="ACCUSE")
    yield Event(
        id="e-unrest",
        trigger=span_of("Unrest"),
        type="PROTEST",
        places=(EventPlace(toponym="t-Nowhereville", place="?:1", where_prec=5),),
    )


@pytest.fixture
def one_event():
    """Make a document of one event at a place with the geometry given."""

    def make(geometry, *, text="A storm hit the islands.", title="", **event):
        place = Place(id="x:1", name="The Islands", lon_deg=180, lat_deg=-17)
        where = geometry and location(place, geometry, 1.0)
        named = toponym("the islands", place, text=text)
        happened = Event(
            id="e-storm",
            trigger=span_of("storm", text),
            type="DISASTER",
            places=(
                EventPlace(
                    toponym=named.id, place=place.id, where_prec=4, location=where
                ),
            ),
            **event,
        )
        return ParsedDocument(
            document=Document(id="d2", text=text, title=title),
            toponyms=(named,),
            aliases=(),
            events=(happened,),
            locations={place.id: where} if where else {},
            run=RUN,
        )

    return make


@pytest.fixture
def run():
    return RUN


# Any text but one with two surrogates in a row, which JSON cannot tell from the
# one character they make up.
_words = st.text(max_size=8)
_odd_words = st.text(st.characters(), max_size=8).filter(
    lambda text: json.loads(json.dumps(text)) == text
) | st.sampled_from(
    ["\ud800", "=1+1", "\x00", "a\u2028b", "</script>", '"', "Şuşa", "خانکندی"]
)
_metres = st.floats(0, 1e7)
_scores = st.floats(0, 1)
_lon = st.floats(-180, 180)
_lat = st.floats(-90, 90)
_days = st.dates()
_moments = st.datetimes(timezones=st.just(UTC) | st.none())
_numbers = st.none() | st.integers(0, 10**20)


def _one_of(literal):
    return st.sampled_from(get_args(literal))


_names = st.builds(
    Name, text=_odd_words, lang=_words, kind=_one_of(NameKind), used_by=_odd_words
)
_statuses = st.builds(StatusView, view=_words, country=_words, start=_words)
_places = st.builds(
    Place,
    id=_words,
    name=_odd_words,
    lon_deg=_lon,
    lat_deg=_lat,
    kind=_words,
    country=_words,
    population=st.integers(0, 10**10),
    radius_m=_metres,
    bbox=st.none() | st.tuples(_lon, _lat, _lon, _lat),
    disputed=st.booleans(),
    names=st.lists(_names, max_size=2).map(tuple),
    statuses=st.lists(_statuses, max_size=2).map(tuple),
)
_positions = st.lists(_lon | st.floats(-200, 200), min_size=1, max_size=1).flatmap(
    lambda lon: _lat.map(lambda lat: [*lon, lat])
)
_paths = st.lists(_positions, min_size=4, max_size=6)
_geometries = st.one_of(
    _positions.map(lambda at: {"type": "Point", "coordinates": at}),
    _paths.map(lambda path: {"type": "MultiPoint", "coordinates": path}),
    _paths.map(lambda path: {"type": "LineString", "coordinates": path}),
    _paths.map(lambda path: {"type": "Polygon", "coordinates": [[*path, path[0]]]}),
)
_locations = st.builds(
    Location,
    lon_deg=_lon,
    lat_deg=_lat,
    uncertainty_m=_metres,
    method=_words,
    geometry=_geometries,
)


@st.composite
def _parsed(draw):
    text = draw(_odd_words.filter(bool))

    def spans():
        ends = st.integers(1, len(text))
        return ends.flatmap(lambda e: st.integers(0, e - 1).map(lambda s: Span(s, e)))

    def some(strategy):
        return tuple(draw(st.lists(strategy, max_size=2)))

    candidates = st.builds(
        Candidate, place=_places, score=_scores, name_kind=_one_of(NameKind)
    )
    mentions = st.builds(
        Mention,
        span=spans(),
        text=_odd_words,
        form=_one_of(Form),
        role=_one_of(Role),
        score=_scores,
    )
    toponyms = st.builds(
        Toponym,
        id=st.sampled_from("ab"),
        mention=mentions,
        place=st.none() | _places,
        score=_scores,
        reason=_words,
        candidates=st.lists(candidates, max_size=1).map(tuple),
    )
    aliases = st.builds(
        AliasStatement,
        left=spans(),
        right=spans(),
        relation=_words,
        used_by=_odd_words,
        used_by_side=st.sampled_from(["left", "right"]),
        sentence=st.none() | spans(),
        verdict=st.none() | _one_of(Verdict),
        place=st.none() | _words,
        distance_km=st.none() | _metres,
    )
    found = some(toponyms)
    ids = st.sampled_from([t.place.id for t in found if t.place] + ["elsewhere"])
    event_places = st.builds(
        EventPlace,
        toponym=st.sampled_from("ab"),
        place=ids,
        where_prec=st.integers(1, 7),
        relation=_one_of(Relation),
        inferred=st.booleans(),
        location=st.none() | _locations,
    )
    counts = st.none() | st.builds(
        Count,
        best=_numbers,
        low=_numbers,
        high=_numbers,
        claimant=_odd_words,
        span=st.none() | spans(),
    )
    parties = st.lists(st.builds(Party, text=_odd_words, span=spans()), max_size=2)
    events = st.builds(
        Event,
        id=_words,
        trigger=spans(),
        type=st.sampled_from(["ASSAULT", "AID", "FESTIVAL"]),
        mode=_odd_words,
        sentence=st.none() | spans(),
        status=_one_of(Status),
        claimant=_odd_words,
        edtf=_words,
        start=st.none() | _days,
        end=st.none() | _days,
        date_prec=st.none() | st.integers(1, 5),
        places=st.lists(event_places, max_size=2).map(tuple),
        actors=parties.map(tuple),
        recipients=parties.map(tuple),
        deaths=counts,
        injured=counts,
        displaced=counts,
        detained=counts,
        mentions=st.lists(spans(), max_size=2).map(tuple),
        score=_scores,
        why=st.dictionaries(_words, _odd_words, max_size=2),
    )
    document = st.builds(
        Document,
        id=_words,
        text=st.just(text),
        title=_odd_words,
        source=_odd_words,
        url=_words,
        published=st.none() | _days | _moments,
        language=_words,
    )
    return ParsedDocument(
        document=draw(document),
        toponyms=found,
        aliases=some(aliases),
        events=some(events),
        locations=draw(st.dictionaries(ids, _locations, max_size=2)),
        run=draw(
            st.builds(
                Run,
                version=_words,
                gazetteer=_odd_words,
                gazetteer_sha256=_words,
                labels=st.sampled_from(["text", "gazetteer", "local", "az"]),
                options=st.dictionaries(_words, _words, max_size=2),
                attribution=st.lists(_odd_words, max_size=2).map(tuple),
            )
        ),
    )


@pytest.fixture(scope="session")
def parsed_documents():
    """Strategy for parsed documents, to be drawn from with `st.data()`."""
    return _parsed()
