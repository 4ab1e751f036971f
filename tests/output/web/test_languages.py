import json
import re

import pytest

from placemap.errors import OutputError
from placemap.output.symbols import SYMBOLS
from placemap.output.web.assets import WEB, checked_language, languages
from placemap.output.web.writer import render_map

ALL = languages()
ENGLISH = ALL["en"]
# The plural forms of CLDR that whole numbers up to thousands take.
FORMS = {
    "en": {"one", "other"},
    "es": {"one", "other"},
    "fr": {"one", "other"},
    "ru": {"one", "few", "many", "other"},
    "ar": {"one", "two", "few", "many", "other"},
}
PLURALS = {k.removesuffix(".one") for k in ENGLISH if k.endswith(".one")}
# In Arabic one and two of something need no figure.
NUMBER = {"n"}


def base(key):
    stem, _, form = key.rpartition(".")
    is_form = stem in PLURALS and form in ("one", "two", "few", "many", "other")
    return stem if is_form else key


def fields(text):
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", sorted(ALL))
def test_no_language_lacks_a_key_or_has_one_too_many(code):
    assert {base(key) for key in ALL[code]} == {base(key) for key in ENGLISH}
    assert all(text.strip() or key == "comma" for key, text in ALL[code].items())


@pytest.mark.parametrize("code", sorted(ALL))
def test_every_language_has_the_plural_forms_it_needs(code):
    for stem in PLURALS:
        forms = {key.rpartition(".")[2] for key in ALL[code] if base(key) == stem}
        assert forms >= FORMS[code], stem


@pytest.mark.parametrize("code", sorted(set(ALL) - {"en"}))
def test_every_text_has_the_fields_of_the_english_one(code):
    for key, text in ALL[code].items():
        wanted = fields(ENGLISH.get(key) or ENGLISH[f"{base(key)}.other"])
        if base(key) in PLURALS:
            assert fields(text) | NUMBER == wanted | NUMBER, key
        else:
            assert fields(text) == wanted, key


@pytest.mark.parametrize("code", sorted(set(ALL) - {"en"}))
def test_a_language_is_not_english_left_as_it_was(code):
    same = {k for k, text in ALL[code].items() if text == ENGLISH.get(k)}
    plain = {k for k in same if re.search(r"[A-Za-z]{4}", fields_out(ENGLISH[k]))}
    assert len(plain) < 25, sorted(plain)


def fields_out(text):
    return re.sub(r"\{\w+\}", "", text)


def test_every_type_of_event_has_a_name():
    assert {f"type.{code}" for code in SYMBOLS} <= set(ENGLISH)
    labels = {code: symbol.label for code, symbol in SYMBOLS.items()}
    assert {code: ENGLISH[f"type.{code}"] for code in SYMBOLS} == labels


def test_every_key_the_page_asks_for_is_there():
    code = "".join(p.read_text(encoding="utf-8") for p in (WEB / "js").glob("*.js"))
    page = (WEB / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"\bt\('([\w.-]+)'", code))
    asked |= set(re.findall(r"say\(\"([\w.-]+)\"[,)]", page))
    asked |= set(re.findall(r"words\(\"[\w-]+\", \"([\w.-]+)\"\)", page))
    assert len(asked) > 100
    assert asked <= set(ENGLISH)
    plural = set(re.findall(r"\btn\('([\w.-]+)'", code))
    assert plural <= PLURALS


def test_a_page_can_be_made_in_a_language(report, run):
    page = render_map([report], run=run, language="ar")
    assert '<html lang="ar" dir="rtl">' in page
    assert f'data-t="print">{ALL["ar"]["print"]}<' in page
    block = re.search(r'id="placemap-strings">(.*?)</script>', page)[1]
    assert json.loads(block)["lang"] == "ar"


def test_an_unknown_language_is_refused_with_those_there_are(report, run):
    with pytest.raises(OutputError, match="ar, en, es, fr, ru, found 'xx'"):
        render_map([report], run=run, language="xx")
    assert checked_language("") == ""
