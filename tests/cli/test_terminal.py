import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.cli.terminal import counted, explain, table, to_json, tracked, visible

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "a\rb",
    "a\nb",
    "a\x08b",
    "\x9b31m",
    "\u202eevil",
    "\u2066isolated\u2069",
    "\u200f",
    "\ud800",
    "\u2028",
    "\U000e0041",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_spelled_out(text):
    shown = visible(text)
    assert shown.isprintable()
    assert "\\" in shown


@pytest.mark.parametrize("text", ["درنة", "თბილისი", "輪島", "Xankəndi", "ملی\u200cتر"])
def test_names_in_any_script_stay_as_they_are(text):
    assert visible(text) == text


@given(st.text())
def test_what_is_shown_is_one_line_without_control_characters(text):
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    allowed = {"\u200c", "\u200d"}
    categories = {unicodedata.category(c) for c in shown if c not in allowed}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
)
def test_json_shown_in_a_terminal_reads_back_as_it_was(value):
    text = to_json(value)
    assert json.loads(text) == value
    assert all(visible(line) == line for line in text.split("\n"))


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_a_table_has_one_line_for_each_row(rows):
    assert len(table(["A", "B"], rows).split("\n")) == len(rows) + 1


def test_columns_are_aligned_by_what_a_terminal_shows():
    lines = table(["NAME", "X"], [["東京", "1"], ["Xe\u0301", "2"], ["abcdef", "3"]])
    assert lines.split("\n") == [
        "NAME    X",
        "東京    1",
        "Xe\u0301      2",
        "abcdef  3",
    ]


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 events"), (1, "1 event"), (1234, "1,234 events")]
)
def test_numbers_agree_with_their_noun(number, expected):
    assert counted(number, "event") == expected


def test_an_error_without_a_message_is_told_by_its_kind():
    assert explain(KeyError()) == "KeyError"
    assert explain(ValueError("a\x1bb")) == "a\\x1bb"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def show_work(stream, monkeypatch, **options):
    monkeypatch.setattr("sys.stderr", stream)
    with tracked("Work\x1b[31m", **options) as show:
        show(10, 100)
        show(100, 100)
    return stream.getvalue()


def test_progress_is_shown_on_a_terminal(monkeypatch):
    shown = show_work(Terminal(), monkeypatch)
    assert "Work\\x1b[31m" in shown
    assert "10%" in shown
    assert "100%" in shown


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO, False), (Terminal, True)])
def test_progress_is_not_shown_elsewhere_or_when_quiet(stream, quiet, monkeypatch):
    assert "%" not in show_work(stream(), monkeypatch, quiet=quiet)
