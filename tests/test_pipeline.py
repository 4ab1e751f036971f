"""The pipeline with small stages of our own: who is called, with what, in which order.

The last tests use the stages that ship.
"""

import gc
import re
from datetime import date

import pytest

import placemap
from placemap import protocols
from placemap.core import (
    Candidate,
    Document,
    Event,
    EventPlace,
    Location,
    Mention,
    Name,
    Place,
    Run,
    Span,
    Toponym,
    content_id,
)
from placemap.errors import GazetteerError, PluginNotFoundError

PLACES = {
    name: Place(id=f"x:{name}", name=name, lon_deg=lon, lat_deg=lat, kind="P.PPL")
    for name, lon, lat in [("Aville", 1.0, 2.0), ("Btown", 3.0, 4.0)]
}


class SmallGazetteer:
    version = "small 1"
    sha256 = "0" * 64
    attribution = ("made up",)

    def candidates(self, name, *, limit=10):
        place = PLACES.get(name)
        return (Candidate(place=place, score=1.0),) if place else ()

    def scan(self, text):
        return [Span(*m.span()) for m in re.finditer("|".join(PLACES), text)]

    def place(self, place_id):
        for place in PLACES.values():
            if place.id == place_id:
                return placemap.Place(
                    id=place.id,
                    name=place.name,
                    lon_deg=place.lon_deg,
                    lat_deg=place.lat_deg,
                    kind=place.kind,
                    names=(Name(text=place.name, kind="official"),),
                )
        return None

    def shape(self, place_id):
        return None


class CapitalDetector:
    """Takes every capitalised word for a name."""

    def detect(self, document):
        return [
            Mention(span=Span(*m.span()), text=m.group())
            for m in re.finditer(r"\b[A-Z]\w+", document.text)
        ]


class FirstResolver:
    def resolve(self, document, options):
        return [
            Toponym(
                id=content_id("t", document.id, mention.span),
                mention=mention,
                place=candidates[0].place if candidates else None,
                score=1.0 if candidates else 0.0,
                reason="first" if candidates else "not in the gazetteer",
                candidates=tuple(candidates),
            )
            for mention, candidates in options
        ]


class FloodExtractor:
    """Sees a flood at every resolved toponym."""

    def extract(self, document, toponyms):
        return [
            Event(
                id=content_id("e", toponym.id),
                trigger=toponym.span,
                type="DISASTER",
                places=(
                    EventPlace(
                        toponym=toponym.id, place=toponym.place.id, where_prec=1
                    ),
                ),
            )
            for toponym in toponyms
            if toponym.place
        ]


class CountingGeocoder:
    def __init__(self):
        self.asked = []

    def locate(self, place):
        self.asked.append(place.id)
        return Location(
            lon_deg=place.lon_deg,
            lat_deg=place.lat_deg,
            uncertainty_m=100.0,
            method="point",
            geometry={"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]},
        )


RUN = Run(version="1", gazetteer="small 1", gazetteer_sha256="0" * 64)


def make_pipeline(**changes):
    parts = {
        "gazetteer": SmallGazetteer(),
        "detector": CapitalDetector(),
        "resolver": FirstResolver(),
        "extractor": FloodExtractor(),
        "geocoder": CountingGeocoder(),
        "run_info": RUN,
    }
    return placemap.Pipeline(**(parts | changes))


@pytest.mark.parametrize(
    ("part", "protocol"),
    [
        ("gazetteer", protocols.Gazetteer),
        ("detector", protocols.Detector),
        ("resolver", protocols.Resolver),
        ("extractor", protocols.EventExtractor),
        ("geocoder", protocols.Geocoder),
    ],
)
def test_the_stages_of_this_test_fit_their_protocols(part, protocol):
    assert isinstance(getattr(make_pipeline(), part), protocol)


def test_every_mention_becomes_one_toponym_in_text_order():
    parsed = make_pipeline().parse(Document(id="1", text="Rain in Btown and Aville."))
    assert [t.mention.text for t in parsed.toponyms] == ["Rain", "Btown", "Aville"]


def test_a_name_without_candidates_stays_open_with_its_reason():
    parsed = make_pipeline().parse(Document(id="1", text="Rain fell."))
    assert [(t.place, t.reason) for t in parsed.toponyms] == [
        (None, "not in the gazetteer")
    ]
    assert parsed.events == ()
    assert parsed.locations == {}


def test_chosen_places_come_with_all_their_names():
    parsed = make_pipeline().parse(Document(id="1", text="in Aville"))
    assert parsed.toponyms[0].place.names == (Name(text="Aville", kind="official"),)


class WatchingDetector(CapitalDetector):
    """Notes whether garbage is looked for while it works, and fails if told to."""

    def __init__(self, error=None):
        self.collects = []
        self.error = error

    def detect(self, document):
        self.collects.append(gc.isenabled())
        if self.error:
            raise self.error
        return super().detect(document)


@pytest.fixture
def collector():
    was_enabled = gc.isenabled()
    yield gc
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("error", [None, ValueError("no")])
def test_garbage_is_looked_for_between_documents_only(collector, error):
    collector.enable()
    detector = WatchingDetector(error)
    try:
        make_pipeline(detector=detector).parse(Document(id="1", text="in Aville"))
    except ValueError:
        assert error is not None
    assert detector.collects == [False]
    assert collector.isenabled()


def test_a_collector_that_the_host_has_stopped_stays_so(collector):
    collector.disable()
    make_pipeline().parse(Document(id="1", text="in Aville"))
    assert not collector.isenabled()


def test_each_place_is_located_once_however_often_it_is_named():
    geocoder = CountingGeocoder()
    pipeline = make_pipeline(geocoder=geocoder)
    pipeline.parse(Document(id="1", text="Aville and Btown and Aville"))
    assert geocoder.asked == ["x:Aville", "x:Btown"]


def test_events_are_put_where_their_places_are():
    parsed = make_pipeline().parse(Document(id="1", text="in Aville"))
    location = parsed.events[0].places[0].location
    assert (location.lon_deg, location.lat_deg) == (1.0, 2.0)


def test_a_place_that_cannot_be_located_leaves_the_event_without_a_point():
    class Nowhere:
        def locate(self, place):
            return None

    parsed = make_pipeline(geocoder=Nowhere()).parse(Document(id="1", text="in Aville"))
    assert parsed.events[0].places[0].location is None
    assert parsed.locations == {}


def test_the_document_comes_back_unchanged_with_what_made_the_result():
    document = Document(id="1", text="in Aville", published=date(2024, 1, 2))
    parsed = make_pipeline().parse(document)
    assert parsed.document is document
    assert parsed.run is RUN


def test_an_error_names_the_document():
    class Broken:
        def detect(self, document):
            raise RuntimeError("boom")

    with pytest.raises(RuntimeError, match="boom") as caught:
        make_pipeline(detector=Broken()).parse(Document(id="a7", text="x"))
    assert caught.value.__notes__ == ["while parsing document 'a7'"]


def test_run_reads_one_document_at_a_time():
    read = []

    def documents():
        for number in range(3):
            read.append(number)
            yield Document(id=str(number), text="in Aville")

    results = make_pipeline().run(documents())
    assert read == []
    next(results)
    assert read == [0]
    assert [parsed.document.id for parsed in results] == ["1", "2"]


def test_parsing_twice_gives_equal_results():
    document = Document(id="1", text="Rain in Btown and Aville.")
    assert make_pipeline().parse(document) == make_pipeline().parse(document)


# -- with the stages that ship ------------------------------------------------------


@pytest.fixture(scope="module")
def shipped():
    return placemap.load()


@pytest.mark.parametrize(
    ("part", "protocol"),
    [
        ("gazetteer", protocols.Gazetteer),
        ("detector", protocols.Detector),
        ("resolver", protocols.Resolver),
        ("extractor", protocols.EventExtractor),
        ("geocoder", protocols.Geocoder),
    ],
)
def test_the_stages_that_ship_fit_their_protocols(shipped, part, protocol):
    assert isinstance(getattr(shipped, part), protocol)


def test_the_run_says_what_made_it(shipped):
    assert shipped.run_info.version == placemap.__version__
    assert shipped.run_info.gazetteer == shipped.gazetteer.version
    assert shipped.run_info.gazetteer_sha256 == shipped.gazetteer.sha256
    assert shipped.run_info.options["detector"] == "learned"
    assert {len(sha256) for sha256 in shipped.run_info.models.values()} == {64}
    assert set(shipped.run_info.models) == {"detector", "resolver", "extractor"}
    assert any("GeoNames" in line for line in shipped.run_info.attribution)


@pytest.mark.parametrize("text", ["", " \n", "No names here.", "\ud800", "x" * 50_000])
def test_odd_texts_are_parsed(shipped, text):
    parsed = shipped.parse(Document(id="1", text=text))
    assert parsed.document.text == text


@pytest.mark.parametrize("part", ["detector", "resolver", "extractor", "geocoder"])
def test_an_unknown_stage_answers_with_those_installed(part):
    with pytest.raises(PluginNotFoundError, match="'nope'; installed: "):
        placemap.load(**{part: "nope"})


def test_a_gazetteer_that_is_not_there_is_told(tmp_path):
    with pytest.raises(GazetteerError):
        placemap.load(gazetteer=tmp_path / "missing")
