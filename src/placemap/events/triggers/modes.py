"""The means an attack was made with, from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.events.triggers.finding import Trigger

# In order of how telling they are: a suicide car bomb is a suicide attack.
_MEANS = {
    "suicide-attack": "suicide kamikaze",
    "unconventional": "sarin chlorine chemical nerve mustard poison phosphorus",
    "drone": "drone drones uav uavs unmanned quadcopter",
    "aerial": "airstrike airstrikes warplane warplanes jets aircraft helicopter "
    "helicopters bomber bombers aerial air-raid",
    "heavy-weapons": "artillery mortar mortars rocket rockets missile missiles shell "
    "shells howitzer howitzers shelling tank-fire grad",
    "explosives": "bomb bombs explosive explosives landmine landmines mine ied ieds "
    "grenade grenades dynamite car-bomb",
    "primitive": "knife knives machete machetes sword swords axe axes spears stones "
    "arrows",
    "firearms": "gunmen gunman rifle rifles gunfire bullets firearms pistol shotgun "
    "machine-guns ak-47",
}
# Modes that ACLED counts as explosions and remote violence, whoever was hit.
REMOTE = frozenset(
    "suicide-attack unconventional drone aerial heavy-weapons explosives".split()
)
_WORDS = tuple((mode, frozenset(words.split())) for mode, words in _MEANS.items())
_REACH = 6


def refine_mode(trigger: Trigger) -> str:
    """Return the mode of a trigger, told by the weapons named beside it if need be.

    Only assaults without a mode of their own are looked at, and not the taking of
    ground: weapons beside it belong to the fight before.
    """
    entry = trigger.entry
    if entry.type != "ASSAULT" or entry.mode or entry.role == "state":
        return entry.mode
    if entry.sub_event.endswith("territory"):
        return ""
    sentence = trigger.sentence
    near = {
        part
        for lower in sentence.lowers(trigger.first - _REACH, trigger.last + _REACH)
        for part in (lower, *lower.split("-"))
    }
    for mode, words in _WORDS:
        if near & words:
            return mode
    return ""
