"""A report of every kind of event, made by hand, and a browser without a network."""

import os
import shutil
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from itertools import count

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
from placemap.sphere import circle
from placemap.text import sentences

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-sync",
    "--js-flags=--single-threaded",  # its helpers would only crowd the other workers
]
RUN = Run(
    version="0.1.0",
    gazetteer="test world 1",
    gazetteer_sha256="ab" * 32,
    options={"detector": "lexicon", "resolver": "ranking"},
    attribution=("GeoNames, CC BY 4.0, https://www.geonames.org",),
)

ENGLISH = """\
Shells fell on Stepanakert, which Azerbaijan calls Khankendi, on Tuesday morning, and \
five people were killed, the local ombudsman said. In the afternoon residents of \
Stepanakert gathered on the main square to protest. Volunteers handed out bread and \
blankets in Stepanakert until nightfall.
The Lachin Corridor, the only road to Armenia, has been blocked since December. A \
truck hit a mine in Khojavand district, and two road workers died. Gunfire was heard \
near Martuni during the night.
Baku said it had struck military targets only. Yerevan denied that a drone had hit \
Goris. Delegations are to meet in Yevlakh on Thursday, and a crossing at Kornidzor \
could open if they agree.
Demonstrations were reported across Armenia. Many recalled the earthquake that \
destroyed Spitak in 1988. Moscow called for calm, and observers in Tbilisi and in \
Old Mill waited for news. The ministry accused its neighbour of spreading rumours.
"""
PERSIAN = """\
سیل شبانه در تبریز ۱۲ خانه را ویران کرد. داوطلبان در اردبیل چادر و غذا پخش کردند.
مقام‌ها گفتند راه تبریز به اهر بسته است.
"""


def _place(key, name, lon, lat, kind="P.PPL", country="AZ", **more):
    return Place(
        id=f"geonames:{key}",
        name=name,
        lon_deg=lon,
        lat_deg=lat,
        kind=kind,
        country=country,
        **more,
    )


KHANKENDI = _place(
    146970,
    "Xankəndi",
    46.7519,
    39.8153,
    radius_m=4_000,
    disputed=True,
    names=(
        Name(text="Xankəndi", lang="az", kind="official", used_by="Azerbaijan"),
        Name(text="Ստեփանակերտ", lang="hy", kind="local", used_by="Armenians"),
        Name(text="Stepanakert", lang="hy-Latn", kind="local", used_by="Armenians"),
        Name(text="خانکندی", lang="fa", kind="exonym", used_by="Persian speakers"),
    ),
    statuses=(
        StatusView(view="de facto", country="Artsakh", start="1992", end="2023-09-20"),
        StatusView(view="UN", country="AZ", start="1992"),
    ),
)
LACHIN = _place("lachin", "Lachin Corridor", 46.52, 39.6, "R.RD")
KHOJAVAND = _place(148442, "Xocavənd", 47.03, 39.62, "A.ADM1", radius_m=30_000)
MARTUNI = _place(147105, "Xocavənd", 47.1131, 39.7953)
GORIS = _place(616530, "Goris", 46.3382, 39.5076, country="AM", admin1="Syunik")
YEVLAKH = _place(584871, "Yevlax", 47.15, 40.6172)
KORNIDZOR = _place(616400, "Kornidzor", 46.4617, 39.6361, country="AM")
ARMENIA = _place(174982, "Armenia", 45.0, 40.3, "A.PCLI", country="AM")
SPITAK = _place(616120, "Spitak", 44.2673, 40.8322, country="AM", admin1="Lori")
TBILISI = _place(611717, "Tbilisi", 44.8337, 41.6941, "P.PPLC", country="GE")
MOSCOW = _place(524901, "Moscow", 37.6156, 55.7522, "P.PPLC", country="RU")
BAKU = _place(587084, "Baku", 49.892, 40.3777, "P.PPLC")
YEREVAN = _place(616052, "Yerevan", 44.5136, 40.1811, "P.PPLC", country="AM")
TABRIZ = _place(113646, "Tabriz", 46.2919, 38.08, country="IR", radius_m=9_000)
ARDABIL = _place(143083, "Ardabil", 48.2933, 38.2498, country="IR")
AHAR = _place(144794, "Ahar", 47.0699, 38.4774, country="IR")
CORRIDOR = {
    "type": "LineString",
    "coordinates": [[46.75, 39.81], [46.74, 39.74], [46.55, 39.62], [46.36, 39.52]],
}
DISTRICT = {
    "type": "Polygon",
    "coordinates": [
        [
            [46.72, 39.45],
            [47.0, 39.42],
            [47.28, 39.62],
            [47.3, 39.84],
            [47.02, 39.86],
            [46.86, 39.7],
            [46.72, 39.45],
        ]
    ],
}


def point(place):
    return {"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]}


class Report:
    """Builds one parsed document, finding words in its text as it goes."""

    def __init__(self, text, **about):
        self.document = Document(text=text, **about)
        self.toponyms = {}
        self.aliases = []
        self.events = []

    def span(self, words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words))

    def sentence(self, span):
        return next(
            Span(start, end)
            for start, end in sentences(self.document.text)
            if start <= span.start < end
        )

    def name(self, words, place, nth=0, **more):
        mention = {k: more.pop(k) for k in ("role", "form") if k in more}
        span = self.span(words, nth)
        self.toponyms[words, nth] = Toponym(
            id=f"t{self.document.id}{span.start}",
            mention=Mention(span=span, text=words, **mention),
            place=place,
            score=0.91 if place else 0.0,
            **{"reason": "well known and near the others", **more},
        )

    def at(self, words, where_prec, geometry=None, *, nth=0, radius=4_000, **more):
        toponym = self.toponyms[words, nth]
        place = toponym.place
        location = Location(
            lon_deg=place.lon_deg,
            lat_deg=place.lat_deg,
            uncertainty_m=radius,
            method="gazetteer shape" if geometry else "gazetteer point",
            geometry=geometry or point(place),
        )
        return EventPlace(
            toponym=toponym.id,
            place=place.id,
            where_prec=where_prec,
            location=location,
            **more,
        )

    def event(self, words, code, *places, nth=0, **more):
        span = self.span(words, nth)
        self.events.append(
            Event(
                id=f"e{self.document.id}{span.start}",
                trigger=span,
                type=code,
                sentence=self.sentence(span),
                places=places,
                **more,
            )
        )

    def parsed(self):
        toponyms = tuple(sorted(self.toponyms.values(), key=lambda t: t.span))
        return ParsedDocument(
            document=self.document,
            toponyms=toponyms,
            aliases=tuple(self.aliases),
            events=tuple(sorted(self.events, key=lambda e: e.trigger)),
            locations={
                t.place.id: Location(
                    lon_deg=t.place.lon_deg,
                    lat_deg=t.place.lat_deg,
                    uncertainty_m=1_000.0,
                    method="gazetteer point",
                    geometry=point(t.place),
                )
                for t in toponyms
                if t.place
            },
            run=RUN,
        )


def on(day):
    when = date.fromisoformat(day)
    return {"edtf": day, "start": when, "end": when, "date_prec": 1}


def english_report():
    report = Report(
        ENGLISH,
        id="en",
        title="Shells, a closed road and talks to come",
        source="The Valley Courier",
        url="https://example.org/shells",
        published=date(2023, 9, 19),
        language="en",
    )
    rival = Candidate(
        place=_place(616999, "Stepanavan", 44.38, 41.01, country="AM"), score=0.22
    )
    report.name("Stepanakert", KHANKENDI, candidates=(rival,))
    report.name("Stepanakert", KHANKENDI, 1)
    report.name("Stepanakert", KHANKENDI, 2)
    report.name("Khankendi", KHANKENDI)
    report.name("Lachin Corridor", LACHIN)
    report.name("Armenia", ARMENIA)
    report.name("Armenia", ARMENIA, 1)
    report.name("Khojavand", KHOJAVAND)
    report.name("Martuni", MARTUNI)
    report.name("Baku", BAKU, role="metonym")
    report.name("Yerevan", YEREVAN, role="metonym")
    report.name("Goris", GORIS)
    report.name("Yevlakh", YEVLAKH)
    report.name("Kornidzor", KORNIDZOR)
    report.name("Spitak", SPITAK)
    report.name("Moscow", MOSCOW, role="metonym")
    report.name("Tbilisi", TBILISI)
    report.name("Old Mill", None, reason="two places fit equally", candidates=(rival,))
    report.aliases.append(
        AliasStatement(
            left=report.span("Stepanakert"),
            right=report.span("Khankendi"),
            relation="called_by",
            used_by="Azerbaijan",
            sentence=report.sentence(report.span("Khankendi")),
            verdict="confirmed",
            place=KHANKENDI.id,
            distance_km=0.0,
        )
    )
    _add_english_events(report)
    return report.parsed()


def _add_english_events(report):
    report.event(
        "Shells fell",
        "ASSAULT",
        report.at("Stepanakert", 1),
        mode="heavy-weapons",
        acled="Explosions/Remote violence / Shelling/artillery/missile attack",
        cameo="19",
        quad="material conflict",
        status="attributed",
        claimant="the local ombudsman",
        deaths=Count(best=5, low=5, high=7, claimant="the local ombudsman"),
        score=0.87,
        why={"place": "object of 'on'", "type": "trigger 'shells fell'"},
        **on("2023-09-19"),
    )
    report.event(
        "gathered",
        "PROTEST",
        report.at("Stepanakert", 1, nth=1),
        actors=(Party(text="residents", span=report.span("residents")),),
        **on("2023-09-19"),
    )
    report.event(
        "handed out",
        "AID",
        report.at("Stepanakert", 1, nth=2),
        actors=(Party(text="Volunteers", span=report.span("Volunteers")),),
        **on("2023-09-19"),
    )
    report.event(
        "blocked",
        "COERCE",
        report.at("Lachin Corridor", 5, CORRIDOR, radius=20_000, relation="along"),
        edtf="2022-12/..",
        start=date(2022, 12, 1),
        date_prec=4,
    )
    report.event(
        "hit a mine",
        "ASSAULT",
        report.at("Khojavand", 4, DISTRICT, radius=30_000, relation="in"),
        mode="explosives",
        deaths=Count(best=2),
    )
    report.event(
        "Gunfire",
        "ASSAULT",
        report.at(
            "Martuni",
            2,
            circle(MARTUNI.lon_deg, MARTUNI.lat_deg, 12_000),
            radius=12_000,
            relation="near",
        ),
        mode="firearms",
        **on("2023-09-18"),
    )
    report.event(
        "had hit", "ASSAULT", report.at("Goris", 1), mode="drone", status="denied",
        claimant="Yerevan",
    )  # fmt: skip
    report.event(
        "to meet", "CONSULT", report.at("Yevlakh", 1), status="future",
        **on("2023-09-21"),
    )  # fmt: skip
    report.event("open", "AGREE", report.at("Kornidzor", 1), status="hypothetical")
    report.event("Demonstrations", "PROTEST", report.at("Armenia", 6, nth=1))
    report.event(
        "earthquake", "DISASTER", report.at("Spitak", 1), status="historical",
        edtf="1988", start=date(1988, 1, 1), end=date(1988, 12, 31), date_prec=5,
    )  # fmt: skip
    report.event(
        "accused",
        "ACCUSE",
        why={"place": "A statement has no place of its own, and none is given."},
    )


def persian_report():
    report = Report(
        PERSIAN,
        id="fa",
        title="سیل در شمال غرب",
        source="پیک دره",
        published=date(2023, 9, 16),
        language="fa",
    )
    report.name("تبریز", TABRIZ)
    report.name("تبریز", TABRIZ, 1)
    report.name("اردبیل", ARDABIL)
    report.name("اهر", AHAR)
    report.event(
        "سیل", "DISASTER", report.at("تبریز", 1, radius=9_000), **on("2023-09-15")
    )
    report.event("پخش کردند", "AID", report.at("اردبیل", 1), **on("2023-09-16"))
    return report.parsed()


def demo():
    """Return both reports."""
    return [english_report(), persian_report()]


class Pages:
    """Lends empty pages, used ones first.

    A page in a context of its own costs more than loading the map in it, because a
    process has to start. So a page given back is emptied and lent again to whoever
    wants a context of the same kind; what can be set on a page is set each time.
    """

    kept = 4  # idle ones
    sweep_after = 4  # maps, of which each leaves some 40 MB until it is collected

    def __init__(self, browser):
        self._browser = browser
        self._idle = []
        self._uses = Counter()

    @contextmanager
    def lend(self, size=DESKTOP, color_scheme="light", *, offline=True, **kind):
        page = self._take(kind)
        page.context.set_offline(offline)
        page.set_viewport_size(size)
        page.emulate_media(
            media="null", color_scheme=color_scheme, reduced_motion="reduce"
        )
        yield page
        page.goto("about:blank")
        page.mouse.move(-1, -1)
        page.context.clear_permissions()
        self._uses[page] += 1
        if self._uses[page] % self.sweep_after == 0:
            page.request_gc()
        self._idle.append((kind, page))
        while len(self._idle) > self.kept:
            self._idle.pop(0)[1].context.close()

    def _take(self, kind):
        for entry in self._idle:
            if entry[0] == kind:
                self._idle.remove(entry)
                return entry[1]
        context = self._browser.new_context(**{"locale": "en-GB", **kind})
        context.set_default_timeout(10_000)
        return context.new_page()


class Opened:
    """A page, and all it did that it should not."""

    def __init__(self, page):
        self.page = page
        self.console = []
        self.requests = []
        self._heard = {
            "console": lambda message: self.console.append(message.text),
            "pageerror": lambda error: self.console.append(str(error)),
            "request": lambda request: self.requests.append(request.url),
            "dialog": self._refuse,
        }
        for event, hear in self._heard.items():
            page.on(event, hear)

    def leave(self):
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)

    def _refuse(self, dialog):
        self.console.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def asked_for(self):
        """What was requested besides the file itself and what the page made."""
        own = ("blob:", "data:", self.requests[0].partition("#")[0])
        return [url for url in self.requests[1:] if not url.startswith(own)]

    @property
    def stored(self):
        """How many things the page left behind in the browser."""
        return self.page.evaluate("localStorage.length + sessionStorage.length")


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


def find_chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"none of {', '.join(names)} is installed")
    if found is None:
        pytest.skip(f"none of {', '.join(names)} is installed")
    return found


@pytest.fixture(scope="session")
def pages(browser):
    return Pages(browser)


@pytest.fixture
def open_page(pages, tmp_path):
    """Open a page without a network and return it with what it did."""
    numbers = count()
    with ExitStack() as lent:

        def opened(html, *, address="", **options):
            file = tmp_path / f"map{next(numbers)}.html"
            file.write_text(html, encoding="utf-8")
            watched = Opened(lent.enter_context(pages.lend(**options)))
            lent.callback(watched.leave)
            watched.page.goto(file.as_uri() + address)
            return watched

        yield opened


@pytest.fixture
def english():
    return english_report()


@pytest.fixture(scope="session")
def demo_html():
    return render_map(demo(), run=RUN, title="Five days around the Lachin Corridor")


@pytest.fixture
def demo_under():
    """Render the demo under a label policy."""
    return lambda labels: render_map(demo(), run=replace(RUN, labels=labels))


@pytest.fixture
def shown(open_page, demo_html):
    """The demo page, which at the end must have asked for and said nothing."""
    opened = open_page(demo_html)
    yield opened.page
    assert opened.asked_for == []
    assert opened.console == []
    assert opened.stored == 0


@pytest.fixture(scope="session")
def filters():
    """Open the tab of the filters and return its pane."""

    def opened(page):
        tab = page.locator("#tab-filters")
        if tab.get_attribute("aria-selected") != "true":
            tab.click()
        return page.locator("#pane-filters")

    return opened


@pytest.fixture
def write_report():
    """The builder of parsed documents."""
    return Report


@pytest.fixture
def run():
    return RUN


@pytest.fixture(scope="session")
def crowd():
    """Make as many reports as wanted, each the English one with texts of its own."""

    def made(n):
        report = english_report()
        return [
            replace(
                report,
                document=replace(report.document, id=f"d{k}", title=f"Report {k}"),
                events=tuple(
                    replace(event, id=f"{event.id}.{k}") for event in report.events
                ),
            )
            for k in range(n)
        ]

    return made


@pytest.fixture(scope="session", name="demo")
def demo_reports():
    """Both reports of the demo."""
    return demo()
