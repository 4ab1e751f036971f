"""One English spelling for the towns of the base map.

Gazetteers mix them: here as English papers write a town, there in a transliteration
full of marks, or in letters that English has not. What is written in Latin letters at
home keeps its own spelling, unless there is an English name for it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from placemap.output.names.countries import languages_of

if TYPE_CHECKING:
    from placemap.core import Place

# Languages of countries whose names have to be put into Latin letters, and Vietnamese,
# which stacks more marks on them than English maps print.
_MARKED = frozenset(
    "am ar be bg bn dv dz el fa he hi hy ja ka kk km ko ky lo mk mn my ne ps ru si ta "
    "tg th ti uk ur vi zh".split()
)
# Letters for which English has others, by the first language of the country.
_LETTERS = {
    "az": str.maketrans(
        {
            "ə": "a", "Ə": "A", "ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "ğ": "gh",
            "x": "kh", "X": "Kh", "c": "j", "C": "J", "ı": "i", "İ": "I", "ö": "o",
            "Ö": "O", "ü": "u", "Ü": "U",
        }
    ),
}  # fmt: skip
_ENGLISH_KINDS = ("official", "exonym")
_NO_MARKS = str.maketrans("ıđĐłŁðÐ", "idDlLdD", "‘ʻ`")


def spelt_in_english(place: Place) -> str:
    """Return what a place is called on a map in English.

    Examples
    --------
    >>> from placemap.core import Place
    >>> def called(name, country):
    ...     at = {"lon_deg": 0.0, "lat_deg": 0.0, "country": country}
    ...     return spelt_in_english(Place(id="x:1", name=name, **at))
    >>> called("Pārsābād", "IR"), called("Göyçay", "AZ"), called("Łódź", "PL")
    ('Parsabad', 'Goychay', 'Łódź')
    """
    if place.name.isascii():
        return place.name
    first = next(iter(languages_of(place.country)), "")
    plain = _without_marks(place.name)
    if english := _in_english(place, plain):
        return english
    if first in _LETTERS:
        return place.name.translate(_LETTERS[first])
    return plain if first in _MARKED else place.name


def _in_english(place: Place, plain: str) -> str:
    """Return an English name the gazetteer knows, if possible the plain form."""
    names = [name for name in place.names if name.lang == "en"]
    if any(name.text == plain for name in names):
        return plain
    known = (n.text for kind in _ENGLISH_KINDS for n in names if n.kind == kind)
    return next(known, "")


def _without_marks(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.translate(_NO_MARKS))
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)
