"""A gazetteer small enough to read, with names that are easily taken for others."""

import re
from collections import defaultdict

import pytest

from placemap.core import Candidate, Document, Place, Span
from placemap.text import fold, tokens

# name, feature kind, country, population
ROWS = [
    ("France", "A.PCLI", "FR", 67_000_000),
    ("Armenia", "A.PCLI", "AM", 3_000_000),
    ("Azerbaijan", "A.PCLI", "AZ", 10_000_000),
    ("Turkey", "A.PCLI", "TR", 80_000_000),
    ("Jordan", "A.PCLI", "JO", 10_000_000),
    ("Germany", "A.PCLI", "DE", 83_000_000),
    ("United States", "A.PCLI", "US", 330_000_000),
    ("Kansas", "A.ADM1", "US", 2_900_000),
    ("Oregon", "A.ADM1", "US", 4_200_000),
    ("Texas", "A.ADM1", "US", 29_000_000),
    ("Bolzano", "P.PPLA2", "IT", 100_000),
    ("Paris", "P.PPLC", "FR", 2_100_000),
    ("London", "P.PPLC", "GB", 9_000_000),
    ("Moscow", "P.PPLC", "RU", 11_000_000),
    ("Baku", "P.PPLC", "AZ", 2_000_000),
    ("Yerevan", "P.PPLC", "AM", 1_000_000),
    ("Shusha", "P.PPL", "AZ", 5_000),
    ("Leeds", "P.PPL", "GB", 500_000),
    ("Reading", "P.PPL", "GB", 250_000),
    ("Nice", "P.PPL", "FR", 340_000),
    ("Said", "P.PPL", "YE", 900),
    ("Houston", "P.PPL", "US", 2_300_000),
    ("Austin", "P.PPL", "US", 950_000),
    ("Clinton", "P.PPL", "US", 25_000),
    ("Alexandria", "P.PPL", "US", 45_000),
    ("Lachin", "P.PPL", "AZ", 2_000),
    ("Lachin Corridor", "T.CRDR", "AZ", 0),
    ("Walker", "P.PPL", "US", 900),
    ("Khojavand", "A.ADM2", "AZ", 40_000),
    ("St. John's", "P.PPLA", "CA", 110_000),
    ("Isle of Man", "A.PCLD", "IM", 85_000),
    ("Suv", "P.PPL", "IN", 700),
]
FURTHER_NAMES = {
    "France": {"French": "adjective"},
    "Armenia": {"Armenian": "adjective", "Armenians": "demonym"},
    "Azerbaijan": {"Azerbaijani": "adjective"},
    "Turkey": {"Turkish": "adjective"},
    "Germany": {"German": "adjective", "Germans": "demonym"},
    "United States": {"US": "abbreviation", "U.S.": "abbreviation"},
    "Kansas": {"Kan.": "abbreviation", "KS": "abbreviation"},
    "Oregon": {"Oreg.": "abbreviation", "OR": "abbreviation"},
    "Bolzano": {"Bozen": "local"},
    "Shusha": {"Shushi": "local"},
}

# Names as other languages list them, among them words of those languages.
FOREIGN_NAMES = {
    ("A.PCLI", 10_000_000): (
        "Россия|США|Саудовская Аравия|قطر|Հայաստան|საქართველო|Türkiye|中国|日本|"
        "France|République du Congo|Congo"
    ),
    ("P.PPLC", 2_000_000): (
        "Москва|Київ|Bakı|Երևան|თბილისი|Ankara|القاهرة|ירושלים|تهران|Αθήνα|Warszawa|"
        "北京|東京|서울"
    ),
    ("P.PPL", 300_000): (
        "Орёл|Ростов-на-Дону|Владимир|Харків|Gəncə|Ordu|Van|Essen|Nancy|Tours|حلب|"
        "哈爾濱"
    ),
    ("P.PPL", 40_000): "Türki|Киевский|באר שבע|和平|長野|パリ|Weiden",
    ("H.SEA", 0): "Чёрное море|Qara dəniz",
}
FOREIGN_ROWS = [
    (name, kind, "", population)
    for (kind, population), names in FOREIGN_NAMES.items()
    for name in names.split("|")
]


class SmallGazetteer:
    """Names to candidates, by the same folding as the real one."""

    def __init__(self, rows=ROWS, further_names=FURTHER_NAMES):
        self._by_key = defaultdict(list)
        for number, (name, kind, country, population) in enumerate(rows):
            place = Place(
                id=f"t:{number}",
                name=name,
                lon_deg=float(number),
                lat_deg=float(number),
                kind=kind,
                country=country,
                population=population,
            )
            further = further_names.get(name, {})
            for text, name_kind in {name: "official", **further}.items():
                self._by_key[fold(text)].append((text, name_kind, place))

    def candidates(self, name, *, limit=10):
        return tuple(
            Candidate(place=place, score=1.0 if text == name else 0.9, name_kind=kind)
            for text, kind, place in self._by_key.get(fold(name), ())[:limit]
        )

    def scan(self, text):
        words = list(tokens(text))
        found = []
        for first, word in enumerate(words):
            for last in range(first, min(first + 4, len(words))):
                key = " ".join(w.key for w in words[first : last + 1])
                gap = text[word.start : words[last].end]
                if key in self._by_key and not re.search(r"[,;(\n]", gap):
                    found.append(Span(word.start, words[last].end))
        return found


@pytest.fixture(scope="session")
def gazetteer():
    return SmallGazetteer()


@pytest.fixture(scope="session")
def foreign_gazetteer():
    return SmallGazetteer(FOREIGN_ROWS, {})


@pytest.fixture
def document():
    """Make a document of a text."""
    return lambda text: Document(id="d", text=text)
