import csv
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from placemap.core import NameKind, Relation, Role, Status, Verdict
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
UNITS = ("day", "week", "month", "quarter", "year", "decade", "century")
# What a printer of that language would correct.
PUNCTUATION = {
    # A straight apostrophe, a sign without the narrow space before it.
    "fr": r"\w'\w|(?<![\d\u00a0\u202f])[:;!?»](?![\w/])|«(?!\u00a0)",
    "es": r" [:;!?]|“",
    "ru": r" [:;!?]|“|(?<=[а-яё]) - ",
    "ar": r"[,;?](?!\S)",
    "en": r" [:;!?]| - ",
}
# In Arabic one and two of something need no figure.
NUMBER = {"n"}


def base(key):
    stem, _, form = key.rpartition(".")
    is_form = stem in PLURALS and form in (
        "zero", "one", "two", "few", "many", "other",
    )  # fmt: skip
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
    same = {
        k
        for k, text in ALL[code].items()
        # Boycott, avalanche, tsunami: kinds of events are called alike in many.
        if text == ENGLISH.get(k) and not k.startswith("mode.")
    }
    plain = {k for k in same if re.search(r"[A-Za-z]{4}", fields_out(ENGLISH[k]))}
    assert len(plain) < 25, sorted(plain)


def fields_out(text):
    return re.sub(r"\{\w+\}", "", text)


def test_every_type_of_event_has_a_name():
    assert {f"type.{code}" for code in SYMBOLS} <= set(ENGLISH)
    labels = {code: symbol.label for code, symbol in SYMBOLS.items()}
    assert {code: ENGLISH[f"type.{code}"] for code in SYMBOLS} == labels


CODE = "".join(p.read_text(encoding="utf-8") for p in (WEB / "js").glob("*.js"))
PAGE = (WEB / "page.html").read_text(encoding="utf-8")


def codes_of(path, *columns):
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row[column] for row in rows for column in columns if row[column]}


EVENTS = files("placemap.events") / "data"
# What the page puts behind the beginning of a key, by that beginning.
FAMILIES = {
    "boundary.": {"settled", "disputed"},
    "card.": {"deaths", "injured", "displaced", "detained"},
    "coverage.": {"located", "ambiguous", "unknown"},
    "date.": {1, 2, 3, 4, 5},
    "dispute.": {"disputed", "divided"},
    "download.": {
        f"{name}{note}"
        for name in ("geojson", "csv", "csv-marked", "png")
        for note in ("", ".note")
    },
    "extent.": {
        "exact", "named", "near", "region", "area", "line", "straight", "country",
    },
    "facet.": {"voice", "doc", "place", "prec"},
    "family.": {"cooperation", "words", "pressure", "violence", "harm", "other"},
    "kind.": {*"AHLPRSTUV", "country"},
    "labels.": {"text", "gazetteer", "official", "local", "language", "view"},
    "legend.": {"from", "to"},
    "mode.": codes_of(EVENTS / "codes.csv", "mode")
    | codes_of(EVENTS / "triggers.csv", "mode"),
    "name.": set(get_args(NameKind)),
    "page.": {"back", "next"},
    "place.": set(get_args(Role)) - {"literal"} | {"demonym", "ambiguous", "unknown"},
    "prec.": set(range(1, 8)),
    "relation.": set(get_args(Relation)),
    "score.": {"low", "medium", "high"},
    "status.": set(get_args(Status)),
    "table.": {
        "number", "when", "what", "where", "status", "voice", "actors", "deaths",
        "prec", "score", "doc",
    },
    "tab.": set(re.findall(r"'(\w+)'", re.search(r"TABS = \[(.*?)\]", CODE)[1])),
    "timeline.": {"from", "to"},
    "timeline.in.": set(UNITS),
    "timeline.unit.": set(UNITS),
    "type.": set(SYMBOLS),
    "unplaced.": {"no-place", "no-position"},
    "verdict.": {f"{v}{long}" for v in get_args(Verdict) for long in ("", ".long")},
}  # fmt: skip


def test_every_key_the_page_asks_for_is_there():
    asked = set(re.findall(r"\bt\(\s*'([\w.-]+)'", CODE))
    asked |= set(re.findall(r"say\(\"([\w.-]+)\"[,)]", PAGE))
    asked |= set(re.findall(r"words\(\"[\w-]+\", \"([\w.-]+)\"\)", PAGE))
    assert len(asked) > 100
    assert asked <= set(ENGLISH)
    plural = set(re.findall(r"\btn\(\s*'([\w.-]+)'", CODE))
    assert plural <= PLURALS


def test_every_key_that_the_page_makes_is_there():
    made = set(re.findall(r"`([a-z][\w.-]*\.)\$\{", CODE))
    assert made - set(FAMILIES) == {"why."}
    keys = {f"{head}{part}" for head, parts in FAMILIES.items() for part in parts}
    assert keys <= set(ENGLISH)


def test_there_are_no_words_that_nothing_asks_for():
    told = set(re.findall(r"['\"]([\w.-]+)['\"]", CODE + PAGE))
    told |= {f"{head}{part}" for head, parts in FAMILIES.items() for part in parts}
    unused = {
        key
        for key in map(base, ENGLISH)
        if key not in told and not key.startswith(("said.", "why."))
    }
    assert unused - {"lang", "dir", "name"} == set()


def source_of(*stages):
    folders = [files("placemap") / stage for stage in stages]
    found = [path for folder in folders for path in Path(str(folder)).rglob("*.py")]
    assert found
    return "".join(path.read_text(encoding="utf-8") for path in found)


@pytest.mark.parametrize("part", [k[4:] for k in ENGLISH if k.startswith("why.")])
def test_every_decision_the_page_has_words_for_is_one(part):
    assert f'"{part}"' in source_of("events").replace(" ", "-")


@pytest.mark.parametrize("words", [k[5:] for k in ENGLISH if k.startswith("said.")])
def test_every_reason_the_page_has_words_for_is_given_by_a_rule(words):
    assert words in " ".join(source_of("events", "disambiguation").split())


@pytest.mark.parametrize("code", sorted(ALL))
def test_punctuation_is_that_of_the_language(code):
    for key, text in ALL[code].items():
        wrong = PUNCTUATION.get(code, r"(?!)")
        assert not re.search(wrong, text), key


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
