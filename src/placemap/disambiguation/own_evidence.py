"""What speaks for a place before the other names of the document are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from placemap.disambiguation import cues
from placemap.disambiguation.coverage import cover
from placemap.disambiguation.holding import lies_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from placemap.disambiguation.scene import Scene
    from placemap.disambiguation.table import Codebook, Flags, Floats, Table

_NAME_KINDS = {"alternate": 1, "former": 2, "exonym": 3, "abbreviation": 4}
# A short name that agrees only after folding is another name: "US" is not Us.
_SHORT = 4
# Of a name that stands alone, these count otherwise than of one among others.
_TOLD_ALONE = (
    "is_division is_county is_site is_section is_capital settlement_fame "
    "settlement_size division_size county_size other_size below_largest rank "
    "alternate exonym folded"
).split()
_ALONE = tuple(f"alone_{name}" for name in (*_TOLD_ALONE, "new_world", "named_after"))
# What a name that is no mention counts, how fast others end being alone, and from
# how many on nothing is left of it.
_BEACON, _SOCIABLE, _COMPANY = 0.3, 3, 4.0
# West of this lie the Americas; south of the sine and east of the other, Australia.
_AMERICAS_LON, _SOUTH, _AUSTRALIA_LON = -30.0, -0.17, 112.0


def own_evidence(scene: Scene, table: Table, codebook: Codebook) -> dict[str, Floats]:
    """Return a column of numbers, one for each candidate, under each feature's name."""
    home = codebook.code(scene.home_country)
    plain = {**_kinds(table), **_sizes(table), **_names(table)}
    return {
        **plain,
        **_alone(scene, table, plain),
        **_words_around(table),
        **_address(table),
        "home_country": (table.country == home) * float(home > 0),
        **cover(table),
        **_stated(table),
    }


def _kinds(table: Table) -> dict[str, Floats]:
    named = {
        "is_county": cues.COUNTY,
        "is_division": cues.DIVISION,
        "is_country": cues.COUNTRY,
        "is_water": cues.WATER,
        "is_land": cues.LAND,
        "is_site": cues.SITE,
    }
    kinds = {name: (table.group == group) * 1.0 for name, group in named.items()}
    for name in ("is_former", "is_capital", "is_section", "is_continent"):
        kinds[name] = table.column(name)
    return kinds


def _sizes(table: Table) -> dict[str, Floats]:
    group, size = table.group, table.size
    is_settlement = group == cues.SETTLEMENT
    rank = np.arange(len(table)) - table.starts[table.sense]
    # Bethlehem has a tenth of the people of its namesakes, and many more names.
    names = [o.candidate.name_count for sense in table.senses for o in sense.options]
    return {
        "settlement_size": size * is_settlement,
        "settlement_fame": np.log1p(np.array(names, dtype=float)) * is_settlement,
        "division_size": size * (group == cues.DIVISION),
        "county_size": size * (group == cues.COUNTY),
        "other_size": size * (group >= cues.COUNTRY),
        "is_unpeopled_settlement": table.column("is_unpeopled") * is_settlement,
        "rank": np.log1p(rank),
        "below_largest": table.largest(size)[table.sense] - size,
        **_namesakes(table),
    }


def _namesakes(table: Table) -> dict[str, Floats]:
    """Mark what lies in a namesake: New York in New York, Mexico City in Mexico."""
    in_country, holds_town, capital = np.zeros((3, len(table)))
    is_town = (table.group == cues.SETTLEMENT) & table.is_main
    is_capital = (table.column("is_capital") > 0) & table.is_main
    for index in np.flatnonzero(
        (table.group == cues.DIVISION) | (table.group == cues.COUNTRY)
    ):
        own = table.slice(int(table.sense[index]))
        if own.stop - own.start == 1:
            continue
        same_country = table.country[own] == table.country[index]
        if table.group[index] == cues.COUNTRY:
            in_country[own] += same_country & (table.group[own] != cues.COUNTRY)
            continue
        inside = (table.division[own] == table.division[index]) & is_town[own]
        holds_town[index] = inside.any()
        capital[own] += same_country & is_capital[own]
    return {
        "is_in_namesake_country": np.minimum(in_country, 1.0),
        "is_holding_namesake": holds_town,
        "is_capital_beside_division": np.minimum(capital, 1.0),
    }


def _names(table: Table) -> dict[str, Floats]:
    options = [option for sense in table.senses for option in sense.options]
    kinds = [_NAME_KINDS.get(option.candidate.name_kind, 0) for option in options]
    matches = [option.match for option in options]
    other = ~table.is_main
    lack = np.array([1.0 - option.candidate.score for option in options])
    is_short = table.by_sense([len(sense.key) <= _SHORT for sense in table.senses])
    among = table.by_sense([sense.is_among_counties for sense in table.senses])
    is_expanded = np.array([match == "expanded" for match in matches], dtype=float)
    other_kind = np.where(other, kinds, 0)
    found = {name: (other_kind == code) * 1.0 for name, code in _NAME_KINDS.items()}
    return {
        **found,
        "other_name": other * 1.0 - sum(found.values()),
        "folded": lack,
        "folded_short": lack * is_short,
        "expanded": is_expanded,
        "expanded_counties": is_expanded * among,
        "part": np.array([match == "part" for match in matches], dtype=float),
    }


def _alone(
    scene: Scene, table: Table, plain: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Return what counts otherwise for a name without other names and known source.

    World news then means the well-known place, and seldom one in the New World that is
    named after a well-known one in the Old.
    """
    share = _loneliness(scene, table)
    if not share:
        return dict.fromkeys(_ALONE, np.zeros(len(table)))
    is_new = _is_new_world(table)
    fame = plain["settlement_fame"]
    old_fame = table.largest(np.where(is_new | ~table.is_main, 0.0, fame))[table.sense]
    told = [*(plain[name] for name in _TOLD_ALONE), is_new * 1.0, is_new * old_fame]
    return {
        name: np.asarray(values * share)
        for name, values in zip(_ALONE, told, strict=True)
    }


def _loneliness(scene: Scene, table: Table) -> float:
    """Return 1 for a lone name, less with each other one, 0 with a source's home."""
    if scene.home_country or any(s.is_home or s.is_in_address for s in table.senses):
        return 0.0
    names = sum(
        1.0 if sense.mentions else _BEACON for sense in table.senses if sense.options
    )
    return min(1.0, names**-_SOCIABLE) if 0 < names <= _COMPANY else 0.0


def _is_new_world(table: Table) -> Flags:
    """Mark settlements in the Americas, Australia and New Zealand."""
    x, y, z = table.point.T
    lon = np.degrees(np.arctan2(y, x))
    is_far = (lon < _AMERICAS_LON) | ((z < _SOUTH) & (lon > _AUSTRALIA_LON))
    return np.asarray(is_far & (table.group == cues.SETTLEMENT))


def _words_around(table: Table) -> dict[str, Floats]:
    spoken = np.zeros((len(table.senses), cues.GROUPS))
    for position, sense in enumerate(table.senses):
        for group in sense.cues:
            spoken[position, group] = 1.0
    fits = spoken[table.sense, table.group]
    return {
        "cue_fits": fits,
        "dateline_settlement": table.by_sense([s.is_dateline for s in table.senses])
        * (table.group == cues.SETTLEMENT),
        "cue_differs": spoken.max(axis=1)[table.sense] * (1.0 - fits),
    }


def _address(table: Table) -> dict[str, Floats]:
    named = table.by_sense([sense.is_in_address for sense in table.senses])
    named *= table.is_main
    return {
        "address_settlement": named * (table.group == cues.SETTLEMENT),
        "address_size": named * table.size,
        "address_capital": named * table.column("is_capital"),
    }


def _stated(table: Table) -> dict[str, Floats]:
    """Mark what may lie where the text says that it lies."""
    inner = np.zeros(len(table))
    rows = np.arange(len(table))
    for position, sense in enumerate(table.senses):
        if sense.within is None:
            continue
        own, around = table.slice(position), table.slice(sense.within)
        if own.start < own.stop and around.start < around.stop:
            inner[own] = lies_in(table, rows[own], rows[around]).any(axis=1)
    return {"may_lie_in_stated": inner}
