"""Text that would like to be code is text, wherever it stands."""

from dataclasses import replace

import pytest

from placemap.core import (
    AliasStatement,
    Candidate,
    Count,
    Document,
    Event,
    EventPlace,
    Location,
    Mention,
    Name,
    ParsedDocument,
    Party,
    Place,
    Run,
    Span,
    StatusView,
    Toponym,
)
from placemap.output.web.writer import render_map

pytestmark = pytest.mark.browser

LONG = 1_000
HIT = "window.ran=(window.ran||0)+1"
CASES = {
    "script": f"<script>{HIT}</script>",
    "closed script": f"</script><script>{HIT}</script>",
    "closed script in capitals": f"</SCRIPT ><script>{HIT}//",
    "image": f"<img src=x onerror={HIT}>",
    "image in quotes": f'"><img src=x onerror="{HIT}">',
    "single quotes": f"'><svg onload='{HIT}'>",
    "svg animation": f"<svg><animate onbegin={HIT} attributeName=x dur=1s>",
    "frame": f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    "foreign frame": "<iframe src=https://example.org></iframe>",
    "style": "<style>body{display:none}</style></style>",
    "style address": "<div style='background:url(https://example.org/x)'>",
    "stylesheet": "<link rel=stylesheet href=https://example.org/x.css>",
    "base": "<base href=https://example.org/>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "comment": "<!-- <script>",
    "closed comment": f"--><script>{HIT}</script><!--",
    "cdata": f"<![CDATA[<script>{HIT}</script>]]>",
    "template literal": f"${{{HIT}}}",
    "backtick": f"`);{HIT};(`",
    "backslash": f"\\');{HIT};//\\",
    "entities": f"&lt;script&gt;{HIT}&lt;/script&gt;&#x3c;img&#62;",
    "jinja": "{{ 7*7 }}{% for x in y %}{# #}",
    "placeholders": "{n} {who} {place} $& $1 $` %s %(x)s",
    "prototype": "__proto__",
    "constructor": "constructor",
    "json": '"},"x":{"y":[null]}',
    "javascript address": f"javascript:{HIT}",
    "data address": f"data:text/html,<script>{HIT}</script>",
    "bidi override": "\u202egpj.elif\u202c \u2067right\u2069 \u200f",
    "bidi override left open": "\u202e\u202e\u2067 never closed",
    "line separators": "a\u2028b\u2029c",
    "nul": "a\x00b\x1b[31mc",
    "lone surrogate": "a\ud800b\udfffc",
    "combining heap": "Z" + "\u0351\u034a\u0363" * 200,
    "zero width": "\u200b\u200d\ufeff invisible",
    "one long word": "A" * 20_000,
    "a long line": "many words " * 4_000,
    "byte order": "\ufffe\uffff",
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇦🇲",
    "csv": "=HYPERLINK(\"https://example.org\";\"x\")",
    "null": "null",
    "closed textarea": f"</textarea></title></noscript><script>{HIT}</script>",
    # Where the prototype on folium ran what it was given: popups, tooltips, names.
    "price": f"costs ${{{HIT}}} more",
    "popup": f"a\\`)[0];{HIT};//",
    "found": f'kar <img src=x onerror="{HIT}">',
    "closed title": f"</title><script>{HIT}</script>",
    "layer": f"<input type=checkbox onclick={HIT} checked>",
    # Elements that run or load something by themselves.
    "script in a drawing": f"<svg><script>{HIT}</script></svg>",
    "address in a drawing": f"<svg><use href='data:text/html,<script>{HIT}'/></svg>",
    "foreign object": f"<svg><foreignObject><body onload={HIT}></foreignObject></svg>",
    "template": f"<template shadowrootmode=open><script>{HIT}</script></template>",
    "object": f"<object data='data:text/html,<script>{HIT}</script>'></object>",
    "embed": "<embed src=https://example.org/x.swf>",
    "opened details": f"<details open ontoggle={HIT}>x</details>",
    "film": f"<video autoplay onloadstart={HIT}><source onerror={HIT}></video>",
    "sound": "<audio src=https://example.org/x.mp3 autoplay></audio>",
    "focus": f"<input autofocus onfocus={HIT}>",
    "body": f"</body></html><body onload={HIT}>",
    "marquee": f"<marquee onstart={HIT}>x</marquee>",
    "form": "<form action=https://example.org><button>x</button></form>",
    "module": "<script type=module>import('https://example.org/x.js')</script>",
    "policy": "<meta http-equiv=Content-Security-Policy content='default-src *'>",
    "preload": "<link rel=preload as=image href=https://example.org/x.png>",
    "popover": f"<x popover ontoggle={HIT} id=x><button popovertarget=x autofocus>",
    "custom element": f"<x-y oncontentvisibilityautostatechange={HIT}>",
    # Mark-up that changes when it is parsed again.
    "mathematics": f"<math><mtext><table><mglyph><style><img onerror={HIT}></style>",
    "noscript": f"<noscript><p title='</noscript><img src=x onerror={HIT}>'>",
    "half a tag": '<img src="x',
    "half a script": "<script",
    "nothing": "<></><!><?php ?>",
    "conditional comment": f"<!--[if gte IE 4]><script>{HIT}</script><![endif]-->",
    # Names the page itself uses.
    "clobbered": "<a id=map><a id=map name=title><img name=getElementById>",
    "has own property": "hasOwnProperty",
    "to string": "toString",
    "undefined": "undefined",
    "not a number": "NaN",
    "an object": "[object Object]",
    # Style sheets.
    "closed style": f"</style><script>{HIT}</script>",
    "import of styles": "@import url(https://example.org/x.css);",
    "a rule": "}*{background:url(https://example.org/x.png)}",
    "a string of a style": "\\'\"\\a }body::after{content:url(https://example.org/x)}",
    # What is decoded once too often.
    "escapes": r"\u003cscript\u003e \x3cimg src=x\x3e \74script\76",
    "percent": "%3Cscript%3E%0d%0a",
    "entities twice": "&amp;lt;img src=x onerror=1&amp;gt;",
    "utf-7": "+ADw-script+AD4-1+ADw-/script+AD4-",
    "full width": "＜script＞ｊａｖａｓｃｒｉｐｔ：",
    "spread address": f"java\tscript:{HIT}",
    "vbscript": "vbscript:msgbox(1)",
    "blob address": "blob:https://example.org/1",
    "address with a name": "https://user:pass@example.org@evil.example/",
    "hash": "#event=1&ui=ar&tab=events",
    # What other programs would run.
    "command": "+cmd|' /C calc'!A0",
    "sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tabs": "\t=1+1",
    "sql": "'); DROP TABLE events;--",
    "shell": "$(touch x) `id` ; rm -rf ~",
    "pattern": ".*+?^${}()|[]\\/",
    "plural rule": "{n, plural, one {# event} other {# events}}",
    "terminal": "\x1b]0;owned\x07\x9b31m",
    # Characters.
    "isolates": "\u2068\u2067\u2066 \u2069\u2069 \u061c",
    "noncharacters": "\ufdd0 \U0001fffe \U0010ffff",
    "tags": "x\U000e0041\U000e007f",
    "soft hyphens": "a\u00ad" * 300,
    "controls": "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127])),
}  # fmt: skip


def report_full_of(words, number):
    """Return a document in which every text, name and id is `words`."""
    text = f"{words}\nStorm hit {words} badly."
    start = len(words) + 1
    trigger = Span(start, start + len("Storm"))
    there = Span(start + len("Storm hit "), len(text) - len(" badly."))
    name = Name(text=words, lang=words, kind="official", used_by=words, start=words)
    view = StatusView(view=words, country=words)
    place = Place(
        id=words or "x",
        name=words,
        lon_deg=10 + number / 10,
        lat_deg=50,
        kind=words,
        country=words,
        admin1=words,
        admin2=words,
        disputed=True,
        names=(name,),
        statuses=(view,),
    )
    location = Location(
        lon_deg=place.lon_deg,
        lat_deg=place.lat_deg,
        uncertainty_m=2_000.0,
        method=words,
        geometry={"type": "Point", "coordinates": [place.lon_deg, 50]},
    )
    other = Candidate(place=replace(place, id=f"{words}2"), score=0.5)
    toponym = Toponym(
        id=words,
        mention=Mention(span=there, text=words),
        place=place,
        score=1.0,
        reason=words,
        candidates=(other,),
    )
    where = EventPlace(toponym=words, place=place.id, where_prec=1, location=location)
    event = Event(
        id=f"{words}{number}",
        trigger=trigger,
        type=words,
        mode=words,
        acled=words,
        cameo=words,
        quad=words,
        sentence=Span(start, len(text)),
        claimant=words,
        status="attributed",
        edtf=words,
        places=(where,),
        actors=(Party(text=words, span=there),),
        recipients=(Party(text=words, span=there),),
        deaths=Count(best=1, claimant=words),
        injured=Count(best=None, low=1, claimant=words),
        displaced=Count(best=None, high=1, claimant=words),
        detained=Count(best=2, low=1, high=3, claimant=words),
        why={words: words, "place": words},
    )
    alias = AliasStatement(
        left=there,
        right=trigger,
        relation=words,
        used_by=words,
        verdict="confirmed",
        place=place.id,
        sentence=Span(0, len(text)),
    )
    return ParsedDocument(
        document=Document(
            id=f"{words}{number}",
            text=text,
            title=words,
            source=words,
            url=words,
            language=words,
        ),
        toponyms=(toponym,),
        aliases=(alias,),
        events=(event, replace(event, id=f"{words}-nowhere", places=())),
        locations={place.id: location},
        run=run_full_of(words),
    )


def run_full_of(words):
    return Run(
        version=words,
        gazetteer=words,
        gazetteer_sha256=words,
        labels=words,
        options={words: words},
        attribution=(words,),
    )


def untitled(report, words):
    """Return `report` as a file that says nothing of itself: its name and text do."""
    document = report.document
    nameless = replace(document, id=f"{words}.txt", title="", source="", url="")
    return replace(report, document=nameless)


def test_there_are_cases_enough():
    assert len(CASES) == len(set(CASES.values())) >= 100


@pytest.fixture(scope="module")
def hostile(browser, tmp_path_factory):
    """One page with a report for each case, and what it said and asked for."""
    reports = [report_full_of(words, i) for i, words in enumerate(CASES.values())]
    reports += [
        untitled(report_full_of(words, len(CASES) + i), words)
        for i, words in enumerate(CASES.values())
        if len(words) < LONG
    ]
    everything = " ".join(words for words in CASES.values() if len(words) < LONG)
    html = render_map(reports, run=run_full_of(everything), title=everything)
    file = tmp_path_factory.mktemp("hostile") / "map.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda request: said.append(request.url))
    page.goto(file.as_uri())
    said.clear()
    yield page, said
    context.close()


def harmless(page, said):
    assert said == []
    assert page.evaluate("window.ran") is None
    assert page.locator("iframe, object, embed, base, link, article img").count() == 0
    assert page.locator("body").is_visible()


def press(button):
    """Click without the mouse, which would wait for each button to stand still."""
    button.dispatch_event("click")


@pytest.mark.parametrize("case", CASES)
def test_a_report_full_of_it_is_shown_and_runs_nothing(hostile, case):
    page, said = hostile
    words = CASES[case]
    press(page.locator("#tab-text"))
    press(page.locator(".documents button").nth(list(CASES).index(case)))
    shown = page.locator("#pane-text .prose").evaluate("node => node.textContent")
    expected = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for line in expected.replace("\u2028", "\n").replace("\u2029", "\n").split("\n"):
        assert line in shown.encode("utf-16", "surrogatepass").decode(
            "utf-16", "replace"
        )
    page.locator("#pane-text a.trigger").first.click()
    press(page.locator("#card .event-list button").first)
    press(page.locator("#card details summary"))
    press(page.locator("#card .cite"))
    press(page.locator("#card .close"))
    if words.strip():
        page.locator("#pane-text a.place").first.click()
        press(page.locator("#card .close"))
    harmless(page, said)


def test_paper_full_of_it_runs_nothing(hostile):
    page, said = hostile
    page.get_by_role("tab", name="Text").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#paper article").count() > 1
    assert page.locator("#paper :is(img, script, iframe, svg script)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    harmless(page, said)


@pytest.mark.parametrize("tab", ["Events", "Not on map", "Names"])
def test_lists_of_all_of_it_run_nothing(hostile, tab):
    page, said = hostile
    page.get_by_role("tab", name=tab).click()
    harmless(page, said)


def test_a_type_named_like_a_property_is_counted_like_any_other(hostile):
    page, _ = hostile
    page.locator("a.fit").click()
    numbers = page.locator(".donut-number").all_text_contents()
    assert numbers
    assert all(number.isdigit() for number in numbers)


def test_only_web_addresses_are_links(hostile):
    page, _ = hostile
    addresses = page.evaluate("[...document.querySelectorAll('a')].map(a => a.href)")
    assert {address.partition(":")[0] for address in addresses} <= {
        "http",
        "https",
        "file",
    }


def test_about_and_search_and_download_run_nothing(hostile):
    page, said = hostile
    page.locator("#open-about").click()
    page.keyboard.press("Escape")
    page.locator("#search").fill("<img src=x onerror=alert(1)> ${x}")
    page.wait_for_timeout(200)
    page.locator("#search").fill("")
    page.wait_for_timeout(200)
    for name in ("geojson", "csv", "csv-marked", "png"):
        page.locator("#downloads summary").click()
        with page.expect_download():
            page.locator(f"#downloads [data-file={name}]").click()
    said[:] = [line for line in said if not line.startswith("blob:")]
    harmless(page, said)


def test_nothing_is_wider_than_the_page(hostile):
    page, _ = hostile
    for tab in ("Text", "Events", "Not on map", "Names"):
        page.get_by_role("tab", name=tab).click()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= page.viewport_size["width"]
