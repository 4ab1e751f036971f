import pytest

from placemap.core import Name, Place
from placemap.output.web.spelling import spelt_in_english


def place(name, country, *names):
    return Place(
        id="x:1",
        name=name,
        lon_deg=0.0,
        lat_deg=0.0,
        country=country,
        names=tuple(Name(text=text, lang="en", kind=kind) for text, kind in names),
    )


@pytest.mark.parametrize(
    ("name", "country", "spelt"),
    [
        ("Qarah Ẕīā' od Dīn", "IR", "Qarah Zia' od Din"),
        ("Al ‘Amārah", "IQ", "Al Amarah"),
        ("Hamhŭng", "KP", "Hamhung"),
        ("Cần Thơ", "VN", "Can Tho"),
        ("Ağdaş", "AZ", "Aghdash"),
        ("Naxçıvan", "AZ", "Nakhchivan"),
        ("Hacıqabul", "AZ", "Hajiqabul"),
        ("Baku", "AZ", "Baku"),
    ],
)
def test_transliterations_lose_their_marks(name, country, spelt):
    assert spelt_in_english(place(name, country)) == spelt


@pytest.mark.parametrize(
    ("name", "country"),
    [("São Paulo", "BR"), ("Łódź", "PL"), ("Šiauliai", "LT"), ("Île", "")],
)
def test_names_written_in_latin_letters_at_home_keep_theirs(name, country):
    assert spelt_in_english(place(name, country)) == name


@pytest.mark.parametrize(
    ("names", "spelt"),
    [
        ([("Cologne", "exonym")], "Cologne"),
        ([("Cracow", "exonym"), ("Koln", "alternate")], "Koln"),
        ([("Colonia", "former")], "Köln"),
    ],
)
def test_a_name_in_english_comes_first(names, spelt):
    assert spelt_in_english(place("Köln", "DE", *names)) == spelt
