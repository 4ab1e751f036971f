"""Make a dump as large as GeoNames' own, build a gazetteer from it, say what it cost.

The dump is synthetic and always the same for the same number of places: names from
invented syllables in four scripts, as many alternate names a place as GeoNames has,
a few thousand divisions. The build runs in a process of its own, whose peak memory
is printed; so are its time, the size of the file, and what opening and looking up
cost in yet another process.

    python bench/geonames_dump.py --places 1_000_000 --folder scratch
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SYLLABLES = (
    "ka ro mi ten ba lu sha der gov ice na pol vi stan el mar oz kho yin tris qui dal "
    "fen gu hov jor kel lom nis pra rud sil tor ull var wen xa zor bri cham dro esk"
).split()
ENDINGS = ("", "", "", "burg", "ville", "abad", "ovo", " Creek", " Hill", " Lake")
OTHER_SCRIPTS = {
    "ru": "абвгдежзийклмнопрстуфхцчшэ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
    "zh": "京海山河江湖南北东西安平州城口原林田村家庄沙石金",
}
LATIN_TAGS = ("en", "fr", "de", "es", "pt", "nl", "tr", "vi", "sv", "")
# About the shares of the dump of 2025: class, code, share.
KINDS = (
    ("P", "PPL", 0.38), ("S", "SCH", 0.16), ("H", "STM", 0.14), ("T", "HLL", 0.12),
    ("S", "HTL", 0.06), ("L", "LCTY", 0.05), ("P", "PPLX", 0.03), ("A", "ADM3", 0.02),
    ("V", "FRST", 0.02), ("R", "RD", 0.01), ("A", "ADM4", 0.01),
)  # fmt: skip
COUNTRIES = [f"{a}{b}" for a in "ABCDEFGHIJ" for b in "KLMNOPQRSTUVWXYZ"]
FIRST_PER_COUNTRY, SECOND_PER_FIRST = 24, 12
# Alternate names a place: 16 million for 13 million.
NAMES_PER_PLACE = 1.25


def write_dump(folder: Path, places: int) -> None:
    """Write the files of a dump with that many places to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_divisions(folder)
    source = random.Random(42)
    kinds = [kind for *kind, _ in KINDS]
    shares = [share for *_, share in KINDS]
    alternate_id = 1
    with (
        (folder / "allCountries.txt").open("w", encoding="utf-8") as table,
        (folder / "alternateNamesV2.txt").open("w", encoding="utf-8") as names,
    ):
        for start in range(0, places, 10_000):
            count = min(10_000, places - start)
            drawn = source.choices(kinds, shares, k=count)
            for geonameid, kind in enumerate(drawn, start=start + 50_000):
                name = make_name(source)
                told = list(alternates(source, name))
                for lang, text, flags in told:
                    names.write(
                        f"{alternate_id}\t{geonameid}\t{lang}\t{text}\t{flags}\n"
                    )
                    alternate_id += 1
                table.write(place_line(source, geonameid, name, kind, told))


def make_name(source: random.Random) -> str:
    """Return an invented name of one or two words."""
    count = source.randrange(2, 5)
    word = "".join(source.choices(SYLLABLES, k=count)).title()
    ending = ENDINGS[source.randrange(len(ENDINGS))]
    return (
        f"{SYLLABLES[source.randrange(40)].title()} {word}"
        if count < 3
        else word + ending
    )


def alternates(source: random.Random, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield language, text and flags of a place's alternate names."""
    if source.random() > NAMES_PER_PLACE / 5:
        return
    yield "wkdt", f"Q{source.randrange(1, 10**8)}", "\t\t\t\t\t"
    for lang, letters in OTHER_SCRIPTS.items():
        size = 3 if lang == "zh" else len(name)
        yield lang, "".join(source.choices(letters, k=size)), "\t\t\t\t\t"
    draw = source.random()
    lang = LATIN_TAGS[source.randrange(len(LATIN_TAGS))]
    flags = (
        "1\t\t\t\t\t"
        if draw < 0.1
        else "\t\t\t1\t1918\t1991"
        if draw > 0.99
        else "\t\t\t\t\t"
    )
    yield lang, name.replace("a", "á").replace("k", "c"), flags


def place_line(
    source: random.Random,
    geonameid: int,
    name: str,
    kind: list[str],
    told: list[tuple[str, str, str]],
) -> str:
    """Return a line of the main table."""
    country = COUNTRIES[source.randrange(len(COUNTRIES))]
    first, second = (
        source.randrange(FIRST_PER_COUNTRY),
        source.randrange(SECOND_PER_FIRST),
    )
    lat_deg, lon_deg = source.uniform(-60, 75), source.uniform(-180, 180)
    population = (
        int(10 ** source.uniform(0, 6))
        if kind[1] == "PPL" and source.random() < 0.1
        else 0
    )
    column = ",".join(text for lang, text, _ in told if lang != "wkdt")
    return (
        f"{geonameid}\t{name}\t{name}\t{column}\t{lat_deg:.5f}\t{lon_deg:.5f}\t{kind[0]}\t"
        f"{kind[1]}\t{country}\t\t{first:02}\t{first:02}{second:02}\t\t\t{population}\t\t"
        f"{source.randrange(3000)}\tEtc/UTC\t2025-01-01\n"
    )


def write_divisions(folder: Path) -> None:
    """Write the tables of countries and divisions."""
    source = random.Random(7)
    firsts = [(c, f"{n:02}") for c in COUNTRIES for n in range(FIRST_PER_COUNTRY)]
    with (folder / "countryInfo.txt").open("w", encoding="utf-8") as file:
        for number, iso in enumerate(COUNTRIES):
            cells = [
                iso,
                "",
                "",
                "",
                iso,
                "",
                "10000",
                "100000",
                *[""] * 7,
                "en,fr",
                str(number + 1),
            ]
            file.write("\t".join([*cells, "", ""]) + "\n")
    with (folder / "admin1CodesASCII.txt").open("w", encoding="utf-8") as file:
        for number, (iso, first) in enumerate(firsts):
            name = make_name(source)
            file.write(f"{iso}.{first}\t{name}\t{name}\t{number + 1000}\n")
    with (folder / "admin2Codes.txt").open("w", encoding="utf-8") as file:
        geonameid = 9000
        for iso, first in firsts:
            for second in range(SECOND_PER_FIRST):
                name = make_name(source)
                code = f"{iso}.{first}.{first}{second:02}"
                file.write(f"{code}\t{name}\t{name}\t{geonameid}\n")
                geonameid += 1


def build(folder: Path, target: Path) -> None:
    """Build, showing progress; then print time and peak memory of this process."""
    from placemap.gazetteer.sources.geonames_build import build_from_geonames

    start = time.perf_counter()

    def show(done: int, total: int) -> None:
        seconds = time.perf_counter() - start
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{done}/{total} {seconds:.0f} s {peak_mb:.0f} MB",
            file=sys.stderr,
            flush=True,
        )

    build_from_geonames(folder, target, progress=show)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"build: {time.perf_counter() - start:.0f} s, peak {peak_mb:.0f} MB")


def ask(target: Path) -> None:
    """Print what opening, looking up and scanning cost."""
    from placemap.gazetteer import open_gazetteer

    times = []
    for _ in range(11):
        start = time.perf_counter()
        gazetteer = open_gazetteer(target)
        times.append(1000 * (time.perf_counter() - start))
    counts = gazetteer.info()["counts"]
    size_mb = target.stat().st_size / 1e6
    print(f"{counts['places']:,} places, {counts['names']:,} names, {size_mb:.0f} MB")
    print(f"open: {times[0]:.1f} ms, then {statistics.median(times):.1f} ms")
    source = random.Random(42)
    wanted = [make_name(source) for _ in range(20_000)]
    start = time.perf_counter()
    found = sum(bool(gazetteer.candidates(name)) for name in wanted)
    rate = len(wanted) / (time.perf_counter() - start)
    print(f"look-ups: {rate:,.0f} a second, {found / len(wanted):.0%} known")
    text = " ".join(wanted)
    start = time.perf_counter()
    gazetteer.scan(text)
    rate_mb = len(text) / (time.perf_counter() - start) / 1e6
    print(f"scan: {rate_mb:.2f} MB of text a second")


def main() -> None:
    """Make the dump unless it is there, then measure each step in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=13_000_000)
    parser.add_argument(
        "--folder", type=Path, required=True, help="some 5 GB of scratch space"
    )
    parser.add_argument("--step", choices=("build", "ask"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    dump, target = (
        chosen.folder / f"dump-{chosen.places}",
        chosen.folder / f"{chosen.places}.gazetteer",
    )
    if chosen.step == "build":
        build(dump, target)
    elif chosen.step == "ask":
        ask(target)
    else:
        if not (dump / "done").exists():
            start = time.perf_counter()
            write_dump(dump, chosen.places)
            (dump / "done").touch()
            print(f"dump: {time.perf_counter() - start:.0f} s", flush=True)
        for step in ("build", "ask"):
            subprocess.run(
                [sys.executable, *sys.argv, "--step", step], check=True, env=os.environ
            )


if __name__ == "__main__":
    main()
