"""Saved web pages: main text, metadata, and hostile markup."""

import json
import logging
import warnings
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placemap.corpus.html import read_html
from placemap.errors import DocumentError

SENTENCES = "A quake hit Izmir on Monday morning. Rescue teams came from Ankara. " * 5
PAGE = """<!DOCTYPE html><html lang="en-GB"><head>
<title>Quake hits Izmir | The Paper</title>
<meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://example.org/2019/05/quake">
{head}</head><body><nav>Home Sport Weather in Paris</nav>
<article><h1>Quake hits Izmir</h1><p>{text}</p><p>{text}</p></article>
<div class="comments"><p>Greetings from Oslo</p></div>
<footer>© 2018, updated 3 March 2018</footer></body></html>"""


def read_one(page, name="a.html", encoding="utf-8"):
    (document,) = read_html(Path(name), page.encode(encoding))
    return document


def page(head=""):
    return PAGE.format(head=head, text=SENTENCES)


def test_main_text_is_read_without_navigation_and_comments():
    text = read_one(page()).text
    assert "Rescue teams came from Ankara." in text
    assert "Paris" not in text
    assert "Oslo" not in text


def test_metadata_is_read():
    document = read_one(page())
    assert document.id == "a.html"
    assert document.title == "Quake hits Izmir"
    assert document.source == "The Paper"
    assert document.url == "https://example.org/2019/05/quake"
    assert document.language == "en-GB"


def test_no_date_is_guessed_from_address_text_or_clock():
    assert read_one(page()).published is None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2023-09-19T08:00:00Z">',
            datetime(2023, 9, 19, 8, tzinfo=UTC),
        ),
        ('<meta name="DC.date.issued" content="2023-09-19">', date(2023, 9, 19)),
        ('<meta itemprop="datePublished" content="2023-09-19">', date(2023, 9, 19)),
        (
            '<time itemprop="datePublished" datetime="2023-09-19">x</time>',
            date(2023, 9, 19),
        ),
        ('<time pubdate datetime="2023-09-19">x</time>', date(2023, 9, 19)),
        ('<meta property="article:modified_time" content="2023-09-19">', None),
        ('<time datetime="2023-09-19">x</time>', None),
    ],
)
def test_declared_date_of_publication_is_read(head, published):
    assert read_one(page(head)).published == published


@pytest.mark.parametrize(
    "block",
    [
        {"@type": "NewsArticle", "datePublished": "2023-09-19"},
        [{"@type": "Person"}, {"datePublished": "2023-09-19"}],
        {"@graph": [{"@type": "WebSite"}, {"datePublished": "2023-09-19"}]},
        {"datePublished": ["x"], "@graph": [1, {"datePublished": "2023-09-19"}]},
    ],
)
def test_json_ld_date_is_read(block):
    head = f'<script type="application/ld+json">{json.dumps(block)}</script>'
    assert read_one(page(head)).published == date(2023, 9, 19)


@pytest.mark.parametrize(
    "block",
    [
        '{"itemListElement": [{"datePublished": "2023-09-19"}]}',
        '{"datePublished": "2023-09-19"',
        '["2023-09-19"]',
        "[" * 50_000,
        "",
    ],
)
def test_dates_of_other_things_and_broken_json_ld_are_left_alone(block):
    head = f'<script type="application/ld+json">{block}</script>'
    assert read_one(page(head)).published is None


def test_unreadable_declared_date_is_raised_and_the_document_follows():
    head = '<meta name="pubdate" content="3 hours ago">'
    documents = read_html(Path("a.html"), page(head).encode())
    with pytest.raises(DocumentError, match="found '3 hours ago'"):
        next(documents)
    assert next(documents).published is None


def test_readable_date_is_preferred_to_an_unreadable_one():
    head = (
        '<meta property="article:published_time" content="today">'
        '<meta name="pubdate" content="2023-09-19">'
    )
    assert read_one(page(head)).published == date(2023, 9, 19)


def test_address_written_by_the_browser_is_used_for_lack_of_another():
    saved = "<!-- saved from url=(0021)https://example.net/a -->"
    html = f"<!DOCTYPE html>\n{saved}\n<html><body><p>Rain fell.</p></body></html>"
    assert read_one(html).url == "https://example.net/a"


def test_nonsense_language_is_dropped():
    assert read_one("<html lang='%%%'><p>Rain fell.").language == ""


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta charset="windows-1251">', "utf-8"),
        ('<meta charset="utf-8">', "cp1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            "koi8-r",
        ),
        ("", "utf-16"),
    ],
)
def test_encoding_is_found(declaration, encoding):
    text = "В Белгороде объявлена воздушная тревога."
    html = f"<html><head>{declaration}</head><body><p>{text}</p></body></html>"
    assert read_one(html, encoding=encoding).text == text


def test_xml_declaration_does_not_spoil_utf8():
    html = "<html><body><p>Şuşa</p></body></html>"
    assert read_one(f"<?xml version='1.0' encoding='iso-8859-1'?>{html}").text == "Şuşa"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Rain fell.", "Rain fell."),
        ("Rain fell.", "Rain fell."),
        ("<html><body><p>1 &lt; 2 &amp; 3</p><p>x</p></body></html>", "1 < 2 & 3\nx"),
        ("<html><body><div>Rain <b>fell", "Rain fell"),
        ("<html><script>var x = '<p>no</p>'</script><p>Rain.</p></html>", "Rain."),
        ("<!--" + "x" * 99 + "--><html><body><p>Rain.</p></body></html>", "Rain."),
    ],
)
def test_broken_and_small_pages_give_their_text(html, text):
    assert read_one(html).text == text


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><script>alert(1)</script></body></html>",
        "<!--" * 10_000,
        "<div>" * 50_000 + "deep" + "</div>" * 50_000,
        "<svg>" * 3000 + "x",
        "<br><p>a &#xffff;</p><svg><html lang='%%%'>",
        "<iframe><table><iframe><html lang='%%%'></article>&#xffff;<i></article>",
        "<html><frameset><frame src=x></frameset></html>",
    ],
)
def test_page_without_readable_text_is_refused(html):
    with pytest.raises(DocumentError, match=r"a\.html: .* found none"):
        read_one(html)


def test_page_too_long_for_the_parser_is_refused_and_not_cut():
    with pytest.raises(DocumentError, match=r"up to 10,000,000 characters, found"):
        read_one("<html><body><p>" + "Rain fell. " * 1_000_000)


def test_images_saved_in_the_page_do_not_count():
    image = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    assert read_one(f"<html><body>{image}<p>Rain fell.</p></body></html>").text


def test_nothing_is_printed_warned_of_or_configured(capsys):
    noisy = logging.getLogger("trafilatura")
    before = list(noisy.handlers)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DocumentError):
            read_one("<html></html>")
    assert capsys.readouterr() == ("", "")
    assert noisy.handlers == before


SOUP = (
    '<p> </p> <div > <!-- --> <script> &#0; & Lima <table><td> \0 ]]> <?xml " <html> é'
).split(" ")


def text_or_error(data):
    try:
        return next(read_html(Path("a.html"), data)).text
    except DocumentError as error:
        return str(error)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(SOUP)))
def test_markup_soup_raises_only_document_errors(parts):
    assert text_or_error("".join(parts).encode()).strip()


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_random_bytes_raise_only_document_errors(data):
    assert text_or_error(data).strip()
