"""What a source's address says about its home."""

import pytest

from placemap.core import Document
from placemap.disambiguation.locality import (
    address_labels,
    home_country,
    home_name,
    is_in_address,
)


def document(source="", url=""):
    return Document(id="d", text="", source=source, url=url)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ardatimes.com", "arda"),
        ("www.ardanews.co.uk", "arda"),
        ("thearda-herald.com", "arda"),
        ("example.org", ""),
        ("Arda Times", ""),
        ("", ""),
        ("http://[broken", ""),
    ],
)
def test_name_in_the_address(source, expected):
    assert home_name(document(source)) == expected


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("example.co.uk", "", "GB"),
        ("", "https://www.example.ca/a.html", "CA"),
        ("example.com", "", ""),
        ("example.tv", "", ""),
        ("The Paper", "", ""),
    ],
)
def test_country_of_the_address(source, url, expected):
    assert home_country(document(source, url)) == expected


@pytest.mark.parametrize(
    ("source", "key", "expected"),
    [
        ("ardatimes.com", "arda", False),  # four letters are in too many words
        ("berdatimes.com", "berda", True),
        ("www.the-berda-times.com", "berda", True),
        ("theberdatimes.com", "theberda", True),
        ("timesofberda.com", "berda", True),
        ("newberdatimes.com", "new berda", True),
        ("timesberdanews.com", "berda", False),
        ("", "berda", False),
    ],
)
def test_address_begins_or_ends_with_the_name(source, key, expected):
    assert is_in_address(key, address_labels(document(source))) is expected
