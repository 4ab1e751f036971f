from __future__ import annotations

from placemap.events.claims.quotes import find_quotes, is_statement


def test_curly_and_straight_quotes_are_found_in_order():
    text = '"One" and “two”.'
    assert [text[a:b] for a, b in find_quotes(text)] == ["One", "two"]


def test_a_quote_does_not_run_over_a_line_break():
    assert find_quotes('He said: "We left.\nThen rain fell."') == []


def test_short_quotes_are_no_statements():
    text = 'their "brother nation"'
    assert not any(is_statement(text, quote) for quote in find_quotes(text))
