"""What speaks for a place before the other names of the document are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from placemap.disambiguation import cues
from placemap.disambiguation.coverage import cover
from placemap.disambiguation.holding import lies_in

if TYPE_CHECKING:
    from placemap.disambiguation.scene import Scene
    from placemap.disambiguation.table import Codebook, Floats, Table

_NAME_KINDS = ("alternate", "former", "exonym", "abbreviation")
# A short name that agrees only after folding is another name: "US" is not Us.
_SHORT = 4


def own_evidence(scene: Scene, table: Table, codebook: Codebook) -> dict[str, Floats]:
    """Return a column of numbers, one for each candidate, under each feature's name."""
    home = codebook.code(scene.home_country)
    return {
        **_kinds(table),
        **_sizes(table),
        **_names(table),
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
    in_country, in_division, holds_town, capital = np.zeros((4, len(table)))
    is_town = (table.group == cues.SETTLEMENT) & table.is_main
    is_capital = (table.column("is_capital") > 0) & table.is_main
    for index in np.flatnonzero(
        (table.group == cues.DIVISION) | (table.group == cues.COUNTRY)
    ):
        own = table.slice(int(table.sense[index]))
        same_country = table.country[own] == table.country[index]
        if table.group[index] == cues.COUNTRY:
            in_country[own] += same_country & (table.group[own] != cues.COUNTRY)
            continue
        inside = (table.division[own] == table.division[index]) & is_town[own]
        in_division[own] += inside
        holds_town[index] = inside.any()
        capital[own] += same_country & is_capital[own]
    return {
        "is_in_namesake_country": in_country.clip(max=1.0),
        "town_in_namesake": in_division.clip(max=1.0),
        "is_holding_namesake": holds_town,
        "is_capital_beside_division": capital.clip(max=1.0),
    }


def _names(table: Table) -> dict[str, Floats]:
    options = [option for sense in table.senses for option in sense.options]
    kinds = [option.candidate.name_kind for option in options]
    matches = [option.match for option in options]
    other = ~table.is_main
    lack = np.array([1.0 - option.candidate.score for option in options])
    is_short = table.by_sense([len(sense.key) <= _SHORT for sense in table.senses])
    among = table.by_sense([sense.is_among_counties for sense in table.senses])
    is_expanded = np.array([match == "expanded" for match in matches], dtype=float)
    found = {
        name: np.array([kind == name for kind in kinds], dtype=bool) * other * 1.0
        for name in _NAME_KINDS
    }
    return {
        **found,
        "other_name": other * 1.0 - sum(found.values()),
        "folded": lack,
        "folded_short": lack * is_short,
        "expanded": is_expanded,
        "expanded_counties": is_expanded * among,
        "part": np.array([match == "part" for match in matches], dtype=float),
    }


def _words_around(table: Table) -> dict[str, Floats]:
    spoken = np.zeros((len(table.senses), cues.GROUPS))
    for position, sense in enumerate(table.senses):
        spoken[position, list(sense.cues)] = 1.0
    fits = spoken[table.sense, table.group]
    return {
        "cue_fits": fits,
        "dateline_settlement": table.by_sense([s.is_dateline for s in table.senses])
        * (table.group == cues.SETTLEMENT),
        "cue_differs": spoken.max(axis=1)[table.sense] * (1.0 - fits),
    }


def _address(table: Table) -> dict[str, Floats]:
    named = table.by_sense([sense.is_in_address for sense in table.senses])
    return {
        "address_settlement": named * (table.group == cues.SETTLEMENT),
        "address_size": named * table.size,
        "address_capital": named * table.column("is_capital"),
    }


def _stated(table: Table) -> dict[str, Floats]:
    """Mark what may lie, or hold, where the text says that one lies in the other."""
    inner, outer = np.zeros(len(table)), np.zeros(len(table))
    rows = np.arange(len(table))
    for position, sense in enumerate(table.senses):
        if sense.within is None:
            continue
        own, around = table.slice(position), table.slice(sense.within)
        if own.start < own.stop and around.start < around.stop:
            holds = lies_in(table, rows[own], rows[around])
            inner[own] = holds.any(axis=1)
            outer[around] = np.maximum(outer[around], holds.any(axis=0))
    return {"may_lie_in_stated": inner, "may_hold_stated": outer}
