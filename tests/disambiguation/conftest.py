"""A gazetteer of a few places of the same names, and a way to resolve texts with it."""

from collections import defaultdict

import pytest

from placemap.core import Candidate, Document, Mention, Place, Span
from placemap.disambiguation.ranking import RankingResolver
from placemap.text import fold

# id, name, kind, lon, lat, country, admin1, population
ROWS = [
    ("us", "United States", "A.PCLI", -98.5, 39.8, "US", "", 330_000_000),
    ("eg", "Egypt", "A.PCLI", 30.0, 27.0, "EG", "", 100_000_000),
    ("fr", "France", "A.PCLI", 2.0, 46.0, "FR", "", 67_000_000),
    ("ge", "Georgia", "A.PCLI", 43.5, 42.0, "GE", "", 3_700_000),
    ("us-ga", "Georgia", "A.ADM1", -83.5, 32.8, "US", "", 10_700_000),
    ("us-tx", "Texas", "A.ADM1", -99.0, 31.5, "US", "", 29_000_000),
    ("us-la", "Louisiana", "A.ADM1", -92.0, 31.0, "US", "", 4_600_000),
    ("alex-eg", "Alexandria", "P.PPLA", 29.9, 31.2, "EG", "Alexandria", 5_000_000),
    ("alex-la", "Alexandria", "P.PPL", -92.4, 31.3, "US", "Louisiana", 45_000),
    ("alex-va", "Alexandria", "P.PPL", -77.0, 38.8, "US", "Virginia", 160_000),
    ("paris-fr", "Paris", "P.PPLC", 2.35, 48.85, "FR", "Ile-de-France", 2_100_000),
    ("paris-tx", "Paris", "P.PPL", -95.6, 33.7, "US", "Texas", 25_000),
    ("dallas", "Dallas", "P.PPL", -96.8, 32.8, "US", "Texas", 1_300_000),
    ("atlanta", "Atlanta", "P.PPLA", -84.4, 33.7, "US", "Georgia", 500_000),
    ("tbilisi", "Tbilisi", "P.PPLC", 44.8, 41.7, "GE", "Tbilisi", 1_100_000),
    ("khankendi", "Khankendi", "P.PPL", 46.75, 39.82, "AZ", "", 2_100),
    ("shusha", "Shusha", "P.PPL", 46.75, 39.76, "AZ", "", 5_000),
    ("kura", "Kura", "H.STM", 44.8, 41.7, "", "", 0),
    ("shushi", "Shushi", "P.PPL", 46.76, 39.77, "AZ", "", 100),
]
FURTHER_NAMES = {
    "khankendi": [("Stepanakert", "local")],
    "us": [("American", "adjective")],
    "us-la": [("La.", "abbreviation")],
}
MANY = 40


class SmallGazetteer:
    def __init__(self):
        self._by_key = defaultdict(list)
        self._places = {}
        for row in ROWS:
            key, name, kind, lon, lat, country, admin1, population = row
            place = self._places[key] = Place(
                id=key,
                name=name,
                kind=kind,
                lon_deg=lon,
                lat_deg=lat,
                country=country,
                admin1=admin1,
                population=population,
            )
            self._by_key[fold(name)].append((name, "official", place))
            for text, name_kind in FURTHER_NAMES.get(key, ()):
                self._by_key[fold(text)].append((text, name_kind, place))
        for number in range(MANY):
            place = Place(
                id=f"spring-{number:02}",
                name="Springfield",
                kind="P.PPL",
                lon_deg=float(number),
                lat_deg=-50.0,
                country=f"Q{number}",
                population=1000,
            )
            self._places[place.id] = place
            self._by_key["springfield"].append(("Springfield", "official", place))

    def candidates(self, name, *, limit=10):
        return tuple(
            Candidate(place=place, score=1.0 if text == name else 0.9, name_kind=kind)
            for text, kind, place in self._by_key.get(fold(name), ())[:limit]
        )

    def place(self, place_id):
        return self._places.get(place_id)


@pytest.fixture(scope="session")
def gazetteer():
    return SmallGazetteer()


@pytest.fixture
def resolve(gazetteer):
    """Resolve the named mentions of a text; every occurrence of each name."""

    def resolve(text, *names, forms=(), **about):
        mentions = []
        for name in names:
            start = text.find(name)
            while start >= 0:
                span = Span(start, start + len(name))
                form = dict(forms).get(name, "name")
                mentions.append(Mention(span=span, text=name, form=form))
                start = text.find(name, span.end)
        mentions.sort(key=lambda mention: mention.span)
        options = [(m, gazetteer.candidates(m.text)) for m in mentions]
        document = Document(id="d", text=text, **about)
        return RankingResolver(gazetteer).resolve(document, options)

    return resolve
