import re

import pytest

from placemap.output.web.page import content_hash
from placemap.scoring.causes import find_faults
from placemap.scoring.figures import summarize, tally
from placemap.scoring.page import render_page
from placemap.scoring.pairing import pair

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \ud800 Baku \"'>"


@pytest.fixture
def page(gold, answers):
    start = HOSTILE.index("Baku")
    paired = pair(gold(HOSTILE, (start, start + 4)), answers((0, 8)))
    faults = find_faults(paired, lambda name: (), document="<b>d</b>")
    return render_page(summarize([tally(paired)]), {}, faults, title="<i>gold</i>")


def test_text_is_shown_and_never_run(page):
    assert "&lt;script&gt;alert(1)" in page
    assert "<img" not in page
    assert "<b>d" not in page
    assert "<i>gold" not in page
    assert "\ud800" not in page
    assert page.count("<script>") == 1


def test_the_policy_allows_our_script_and_style_and_no_request(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    policy = policy.replace("&#39;", "'")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert content_hash(script) in policy
    assert content_hash(style) in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"https?://", page)


def test_each_error_is_a_row_and_each_cause_a_filter(page):
    assert page.count("<tr data-cause=") == 2
    assert 'value="spurious" checked> spurious <span class="count">1</span>' in page
    assert "<mark>Baku</mark>" in page


def test_without_errors_the_page_says_so(gold):
    paired = pair(gold("Rain."), [])
    page = render_page(summarize([tally(paired)]), {}, [], title="gold")
    assert "<p>None.</p>" in page
