"""The command that asks the gazetteer for a name or a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

import placemap
from placemap.cli.filters import country_option, find_point, kind_option, parse_point
from placemap.cli.job import gazetteer_option, json_option
from placemap.cli.place_views import (
    PLACE_HEADING,
    describe_kind,
    distance_cell,
    place_record,
    place_row,
    put_names,
    whole_record,
)
from placemap.cli.terminal import examples, say, table, to_json, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from placemap.core import Candidate, Place
    from placemap.gazetteer import CompiledGazetteer, LayeredGazetteer

    Point = tuple[float, float]

# More than any name has places: what is to be narrowed must be seen whole.
_ALL = 100_000
# How many similar spellings the message about an unknown name offers.
_OFFERED = 3


@click.command(
    "lookup",
    epilog=examples(
        "placemap lookup Stepanakert",
        'placemap lookup "Saint John\'s" --limit 3 --json',
        "placemap lookup Victoria --kind P --near Melbourne",
        "placemap lookup Stepanakrt --fuzzy",
        "placemap lookup --at 46.75,39.83",
    ),
)
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many candidates to show.",
)
@country_option
@kind_option
@click.option(
    "--near",
    metavar="PLACE",
    help="Show the candidates nearest to this point (LON,LAT) or place first, with "
    "their distance.",
)
@click.option(
    "--fuzzy",
    is_flag=True,
    help="Also show places whose name is spelled similarly, not the same.",
)
@click.option(
    "--at",
    callback=parse_point,
    metavar="LON,LAT",
    help="Instead of a name: show the settlements nearest to this point, and the "
    "areas it lies in.",
)
@json_option
@gazetteer_option
def lookup_command(
    name: str | None,
    *,
    at: Point | None,
    near: str | None,
    fuzzy: bool,
    countries: Sequence[str],
    kinds: Sequence[str],
    limit: int,
    as_json: bool,
    gazetteer: Path | None,
) -> None:
    """Show which places NAME may mean, best-known first, and who uses which name.

    FIT is how well the spelling agrees: 1.0 as written, 0.9 where case, accents
    or apostrophes differ, less for a SIMILAR NAME, which need not be the same
    place at all. AS is what kind of name it is: official, former, and so on. Points
    are longitude and latitude in degrees.
    """
    if (name is None) == (at is None):
        raise click.UsageError("expected a NAME, or a point after --at")
    if at is not None and (countries or kinds or near or fuzzy):
        raise click.UsageError("--country, --kind, --near and --fuzzy go with a NAME")
    opened = placemap.open_gazetteer(gazetteer)
    show = _Show(limit=limit, as_json=as_json)
    if at is not None:
        _look_around(opened, at, show)
    elif name is not None:
        point = None if near is None else find_point(near, opened)
        only = _Filter(countries, kinds, point)
        _look_up(opened, name, only, show, fuzzy=fuzzy)


class _Filter(NamedTuple):
    """Which candidates to show, and the point to order them by."""

    countries: Sequence[str]
    kinds: Sequence[str]
    near: Point | None


class _Show(NamedTuple):
    """How much to show, and in which form."""

    limit: int
    as_json: bool


class _Found(NamedTuple):
    """A candidate with its whole place; `similar` is its name if it is not NAME."""

    candidate: Candidate
    place: Place
    similar: str = ""

    @property
    def match(self) -> str:
        """How the names agree: exact, folded or similar."""
        if self.similar:
            return "similar"
        return "exact" if self.candidate.score == 1 else "folded"


def _look_up(
    gazetteer: CompiledGazetteer | LayeredGazetteer,
    name: str,
    only: _Filter,
    show: _Show,
    *,
    fuzzy: bool,
) -> None:
    from placemap.gazetteer.search import narrow

    candidates = gazetteer.candidates(name, limit=_ALL if any(only) else show.limit)
    found = [
        _Found(one, gazetteer.place(one.place.id) or one.place)
        for one in narrow(candidates, **only._asdict())[: show.limit]
    ]
    if fuzzy:
        known = {one.place.id for one in found}
        others = _find_similar(gazetteer, name, only, show.limit)
        found += [one for one in others if one.place.id not in known]
        found = found[: show.limit]
    if show.as_json:
        click.echo(to_json([_found_record(one, only.near) for one in found]))
    elif found:
        _put_found(found, only.near)
    if not found and candidates:
        say(f'no place is called "{visible(name)}" that fits the filters')
    elif not found:
        cure = "" if fuzzy else _cure(gazetteer, name, is_quick=show.as_json)
        say(f'no place is called "{visible(name)}" in {gazetteer.version}{cure}')
    elif not candidates:
        say(f'no place is called "{visible(name)}": these are similar, not the same')


def _find_similar(
    gazetteer: CompiledGazetteer | LayeredGazetteer,
    name: str,
    only: _Filter,
    limit: int,
) -> list[_Found]:
    """Return places with a similar name that the filter lets pass."""
    from placemap.gazetteer.search import narrow
    from placemap.gazetteer.spelling import find_similar

    found = find_similar(gazetteer, name, limit=_ALL if any(only) else limit)
    spelled = {one.candidate.place.id: one.spelled for one in found}
    similar = []
    for one in narrow((o.candidate for o in found), **only._asdict())[:limit]:
        place = gazetteer.place(one.place.id) or one.place
        similar.append(_Found(one, place, _spelling(place, spelled[one.place.id])))
    return similar


def _spelling(place: Place, key: str) -> str:
    """Return how a place's own entry spells the name that folds to `key`."""
    from placemap.text import fold

    texts = (place.name, *(name.text for name in place.names))
    return next((text for text in texts if fold(text) == key), key)


def _cure(
    gazetteer: CompiledGazetteer | LayeredGazetteer, name: str, *, is_quick: bool
) -> str:
    """Return what to do about an unknown name; finding similar ones takes a second."""
    if is_quick:
        return "; --fuzzy looks for names spelled similarly"
    found = _find_similar(gazetteer, name, _Filter((), (), None), _OFFERED)
    offered = dict.fromkeys(f'"{visible(one.similar)}"' for one in found)
    return f"; --fuzzy shows {', '.join(offered)}" if offered else ""


def _put_found(found: Sequence[_Found], near: Point | None) -> None:
    heading = ["", *PLACE_HEADING, "FIT", "AS"]
    rows = [
        [
            number,
            *place_row(one.place),
            f"{one.candidate.score:.2f}",
            one.candidate.name_kind,
        ]
        for number, one in enumerate(found, 1)
    ]
    if any(one.similar for one in found):
        heading.append("SIMILAR NAME")
        for row, one in zip(rows, found, strict=True):
            row.append(one.similar)
    if near is not None:
        heading.append("KM")
        for row, one in zip(rows, found, strict=True):
            row.append(distance_cell(one.place, near))
    for row, one in zip(rows, found, strict=True):
        row.append(one.place.id)
    click.echo(table([*heading, "ID"], rows))
    for number, one in enumerate(found, 1):
        put_names(number, one.place)


def _found_record(found: _Found, near: Point | None) -> dict[str, Any]:
    return {
        **whole_record(found.place, near),
        "score": found.candidate.score,
        "match": found.match,
        "similar_name": found.similar,
        "matched": found.candidate.name_kind,
    }


def _look_around(
    gazetteer: CompiledGazetteer | LayeredGazetteer, at: Point, show: _Show
) -> None:
    from placemap.gazetteer.search import look_around

    found = look_around(gazetteer, at, limit=show.limit)
    if show.as_json:
        record = {
            "nearest": [place_record(place, at) for place in found.nearest],
            "within": [
                {**place_record(area.place), "basis": area.basis}
                for area in found.within
            ],
        }
        click.echo(to_json(record))
        return
    rows = [
        [number, *place_row(place), distance_cell(place, at), place.id]
        for number, place in enumerate(found.nearest, 1)
    ]
    click.echo(table(["", *PLACE_HEADING, "KM", "ID"], rows))
    for place, basis in found.within:
        details = [describe_kind(place), place.id]
        if basis != "outline":
            details.append(f"as the {basis}")
        click.echo(f"within {visible(place.name)} ({', '.join(details)})")
