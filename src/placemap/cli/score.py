"""The command that compares what is found with a gold file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import placemap
from placemap.cli.job import gazetteer_option, quiet_option
from placemap.cli.terminal import counted, examples, say, table, to_json, visible
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from placemap.core import Candidate
    from placemap.scoring.causes import Fault
    from placemap.scoring.layout import Answer, GoldText, GoldToponym
    from placemap.scoring.listing import Figures, Intervals
    from placemap.scoring.pairing import Paired

# A look-up returns ten candidates unless told otherwise; some names have more.
_MANY = 60
_SUFFIXES = (".html", ".csv")
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    """What was asked for, apart from the two files."""

    is_given: bool
    is_partial: bool
    output: str | None
    as_json: bool
    boot: int
    gazetteer: Path | None
    detector: str | None
    resolver: str | None
    quiet: bool


def _check_output(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    if value is None or value == "-" or value.lower().endswith(_SUFFIXES):
        return value
    raise click.BadParameter(
        f"expected a name that ends in .html or .csv, or -, found {value!r}", ctx, param
    )


@click.command(
    "score",
    epilog=examples(
        "placemap score gold.jsonl output/parsed.jsonl -o output/errors.html",
        "placemap score gold.jsonl --run --boot 1000",
        "placemap score gold.jsonl --run --given-spans -o -",
    ),
)
@click.argument("gold", type=_file, metavar="GOLD")
@click.argument("answers", type=_file, required=False, metavar="[ANSWERS]")
@click.option("--run", "is_run", is_flag=True, help="Find the places now.")
@click.option(
    "--given-spans",
    "is_given",
    is_flag=True,
    help="Judge only where the mentions of the gold are put; with --run, only place "
    "them.",
)
@click.option(
    "--partial-gold",
    "is_partial",
    is_flag=True,
    help="The gold marks only some places of each text: false alarms are not counted.",
)
@click.option(
    "--ignore-type",
    "types",
    multiple=True,
    metavar="TYPE",
    help="Leave out gold of this type. May be repeated.",
)
@click.option(
    "--ignore-words",
    "word_files",
    multiple=True,
    type=_file,
    metavar="FILE",
    help="Leave out gold whose words are a line of FILE. May be repeated.",
)
@click.option(
    "--boot",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show 95 % intervals, from drawing the documents anew N times.",
)
@click.option(
    "-o",
    "--output",
    callback=_check_output,
    metavar="FILE",
    help="List the errors by cause, with the text around: .html, .csv, or - for "
    "stdout.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@gazetteer_option
@click.option("--detector", metavar="NAME", help="What finds mentions, with --run.")
@click.option("--resolver", metavar="NAME", help="What decides places, with --run.")
@quiet_option
def score_command(
    gold: Path,
    answers: Path | None,
    *,
    is_run: bool,
    types: Sequence[str],
    word_files: Sequence[Path],
    **asked: Any,  # noqa: ANN401 - the fields of _Options
) -> None:
    """Compare what is found with GOLD, in which people marked the places.

    GOLD has one JSON object a line: id, text, and toponyms with start, end, lat and
    lon. ANSWERS is a parsed.jsonl of `placemap parse`, or a file like GOLD without
    the text; with --run the documents of GOLD are parsed now.
    """
    from placemap.scoring.layout import read_answers, read_gold

    options = _Options(**asked)
    if is_run == (answers is not None):
        raise click.UsageError("expected either ANSWERS or --run")
    if not is_run and (options.detector or options.resolver):
        raise click.UsageError("--detector and --resolver go with --run")
    texts = read_gold(gold)
    found = read_answers(answers) if answers else _run(texts, options)
    _check_ids(texts, found)
    pairs = _pair(texts, found, _ignoring(types, word_files))
    _report(pairs, options, title=f"{gold.name}: places found against gold")


def _run(texts: Sequence[GoldText], options: _Options) -> dict[str, tuple[Answer, ...]]:
    from placemap.scoring.layout import answers_from
    from placemap.scoring.runs import find_toponyms, place_spans

    named = {"detector": options.detector, "resolver": options.resolver}
    chosen: dict[str, Any] = {stage: name for stage, name in named.items() if name}
    pipeline = placemap.load(gazetteer=options.gazetteer, **chosen)
    found = {}
    with click.progressbar(
        texts,
        label="Reading",
        file=sys.stderr,
        hidden=options.quiet or not sys.stderr.isatty(),
    ) as bar:
        for text in bar:
            document = text.document
            if options.is_given:
                spans = [toponym.span for toponym in text.toponyms]
                toponyms = place_spans(pipeline, document, spans)
            else:
                toponyms = find_toponyms(pipeline, document)
            found[document.id] = answers_from(toponyms)
    return found


def _check_ids(texts: Sequence[GoldText], found: dict[str, tuple[Answer, ...]]) -> None:
    strays = sorted(found.keys() - {text.document.id for text in texts})
    if strays:
        raise DocumentError(
            f"expected answers to documents of the gold, found "
            f"{counted(len(strays), 'other')}, {strays[0]!r} first; name the gold file "
            "the answers were made for"
        )


def _ignoring(
    types: Sequence[str], word_files: Sequence[Path]
) -> Callable[[GoldToponym], bool]:
    words = {
        line.strip().casefold()
        for path in word_files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    }
    return lambda one: one.type in types or one.text.casefold() in words


def _pair(
    texts: Sequence[GoldText],
    found: dict[str, tuple[Answer, ...]],
    is_ignored: Callable[[GoldToponym], bool],
) -> list[tuple[str, Paired]]:
    from placemap.scoring.pairing import pair

    return [
        (
            text.document.id,
            pair(text, found.get(text.document.id, ()), is_ignored=is_ignored),
        )
        for text in texts
    ]


def _report(
    pairs: Sequence[tuple[str, Paired]], options: _Options, *, title: str
) -> None:
    from placemap.scoring.figures import intervals, summarize, tally

    tallies = [tally(paired) for _, paired in pairs]
    figures, bands = summarize(tallies), intervals(tallies, times=options.boot)
    if options.as_json:
        click.echo(to_json({**figures, "interval": bands} if bands else figures))
    else:
        _print_figures(figures, bands, options)
    if options.output is None:
        return
    faults = _find_faults(pairs, options)
    if options.output == "-":
        _print_faults(faults)
    else:
        _write_faults(faults, (figures, bands), options, title=title)


def _print_figures(figures: Figures, bands: Intervals, options: _Options) -> None:
    from placemap.scoring.listing import distance_line, figure_rows

    click.echo(
        f"{counted(int(figures['docs']), 'document')};"
        f" {counted(int(figures['gold']), 'gold toponym')}"
        f" ({figures['gold_located']:,} located);"
        f" {figures['pred']:,} found ({figures['pred_located']:,} placed)"
    )
    heading = ("", "P", "R", "F1/SHARE", "95 % INTERVAL")[: 5 if bands else 4]
    rows = figure_rows(
        figures, bands, is_partial=options.is_partial, is_given=options.is_given
    )
    click.echo(table(heading, [row[: len(heading)] for row in rows]))
    click.echo(distance_line(figures, is_given=options.is_given))


def _find_faults(pairs: Sequence[tuple[str, Paired]], options: _Options) -> list[Fault]:
    from placemap.scoring.causes import find_faults

    gazetteer = placemap.open_gazetteer(options.gazetteer)

    @lru_cache(maxsize=1 << 12)
    def lookup(name: str) -> Sequence[Candidate]:
        return gazetteer.candidates(name, limit=_MANY)

    return [
        fault
        for document, paired in pairs
        for fault in find_faults(
            paired, lookup, document=document, is_partial=options.is_partial
        )
    ]


def _print_faults(faults: Sequence[Fault]) -> None:
    from placemap.scoring.listing import SHORT_HEADING, cause_rows, short_row

    click.echo()
    if not faults:
        click.echo("no errors")
        return
    click.echo(
        table(("ERRORS", "CAUSE"), [(n, cause) for cause, n in cause_rows(faults)])
    )
    click.echo()
    click.echo(table(SHORT_HEADING, map(short_row, faults)))


def _write_faults(
    faults: Sequence[Fault],
    figures: tuple[Figures, Intervals],
    options: _Options,
    *,
    title: str,
) -> None:
    from placemap.output.atomic import replacing
    from placemap.scoring.listing import to_csv
    from placemap.scoring.page import render_page

    path = Path(options.output or "")
    if path.suffix.lower() == ".csv":
        content = "\ufeff" + to_csv(faults)
    else:
        content = render_page(
            *figures,
            faults,
            title=title,
            is_partial=options.is_partial,
            is_given=options.is_given,
        )
    with replacing(path) as temporary:
        temporary.write_bytes(content.encode("utf-8", "replace"))
    if not options.quiet:
        say(f"wrote {visible(path)}: {counted(len(faults), 'error')}")
