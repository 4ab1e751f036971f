"""Plain text and Markdown, with metadata at the top."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from placemap.corpus.plain import read_plain
from placemap.errors import DocumentError

BODY = "Rain fell on Lima.\n\nRoads are shut.\n"


def read_one(text, name="a.txt"):
    (document,) = read_plain(Path(name), text.encode())
    return document


def test_text_stays_as_it_is():
    text = "  Rain\tfell on Lima.  \n\n\nRoads \u2028 are shut.\x0c\n"
    assert read_one(text).text == text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_become_line_feeds(end):
    assert read_one(BODY.replace("\n", end)).text == BODY


def test_header_block_becomes_metadata():
    document = read_one(
        "Title: Flood in Lima\nDate: 19 September 2023\nSource: The Paper\n"
        "URL: https://example.org/a:b\nLang: es_PE\nAuthor: A. B.\n\n" + BODY
    )
    assert document.text == BODY
    assert document.title == "Flood in Lima"
    assert document.published == date(2023, 9, 19)
    assert document.source == "The Paper"
    assert document.url == "https://example.org/a:b"
    assert document.language == "es-PE"


@pytest.mark.parametrize(
    "text",
    [
        "Date: 2023-09-19\nRain fell on Lima.",
        "Date: 2023-09-19\nPlace: Lima\n\nRain fell.",
        "Place: Lima\n\nRain fell.",
        "Baku: the city woke up to rain.\n\nRain fell.",
        "\nTitle: Flood\n\nRain fell.",
        "Title: Flood\nTitle: Rain\n\nRain fell.",
        "Title: Flood\n",
        "Title: Flood\n\n  \n",
        "Title: " + "x" * 50_000,
        "Author: A. B.\n\nRain fell.",
        "---\ntitle: Flood\n---\nRain fell.",
    ],
)
def test_what_is_no_clear_header_stays_text(text):
    document = read_one(text)
    assert document.text == text
    assert not document.title


def test_unreadable_date_is_raised_and_the_document_follows():
    documents = read_plain(Path("a.txt"), b"Date: next week\n\nRain fell.")
    with pytest.raises(DocumentError, match=r"a\.txt: .* date .* 'next week'"):
        next(documents)
    assert next(documents).published is None


def test_front_matter_becomes_metadata():
    document = read_one(
        '---\ntitle: "Flood: Lima"\ndate: 2023-09-19\nlanguage: es\ntags:\n'
        "  - rain\n- flood\n# a comment\nsummary: >\n  long\nurl: 'https://example.org'\n"
        "---\n\n" + BODY,
        "a.md",
    )
    assert document.text == BODY
    assert document.title == "Flood: Lima"
    assert document.published == date(2023, 9, 19)
    assert document.language == "es"
    assert document.url == "https://example.org"


@pytest.mark.parametrize(
    "text",
    [
        "---\nRain fell on Lima.\n---\nRoads are shut.",
        "---\ntitle: Flood\nRain fell on Lima.",
        "Rain\n---\ntitle: Flood\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert read_one(text, "a.md").text == text


def test_front_matter_alone_is_no_report():
    with pytest.raises(DocumentError, match=r"a\.md: expected a report"):
        read_one("---\ntitle: Flood\n---\n", "a.md")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Flood in Lima #\n\nRain.", "Flood in Lima"),
        ("Intro\n\n#   Flood\n# Rain", "Flood"),
        ("---\ntitle: Mine\n---\n# Flood", "Mine"),
        ("## Flood\n#hashtag", ""),
    ],
)
def test_first_heading_is_the_title_of_markdown(text, title):
    assert read_one(text, "a.md").title == title


def test_heading_means_nothing_in_plain_text():
    assert read_one("# Flood\n").title == ""


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See [Lima](https://example.org/Paris).", "See Lima."),
        ('![Map of Lima](map.png "Rome")', "Map of Lima"),
        ("[not a link] (Paris)", "[not a link] (Paris)"),
        ("a [b [c](d) e]", "a [b c e]"),
    ],
)
def test_links_are_reduced_to_their_words_in_markdown_only(markdown, text):
    assert read_one(markdown, "a.md").text == text
    assert read_one(markdown, "a.txt").text == markdown


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("unit", ["[", "[a](b ", "# a   ", "---\n", "a: b\n", "[]("])
def test_repetition_takes_linear_time(name, unit):
    assert read_one("x" + unit * 100_000, name).text


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md"]))
@example(b"---\n:\n---\nx", "a.md")
def test_random_bytes_raise_only_document_errors(data, name):
    try:
        found = next(read_plain(Path(name), data)).text
    except DocumentError as error:
        found = str(error)
    assert found.strip()
