"""Numbers as digits and as words."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "both": 2, "couple": 2, "pair": 2, "half-dozen": 6, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_DIGITS = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}")
# Lower bounds of vague numbers: "dozens" is at least two dozen.
VAGUE = {
    "several": 3, "few": 2, "dozens": 24, "scores": 40, "hundreds": 200,
    "thousands": 2_000, "tens": 20, "many": 3, "numerous": 3, "multiple": 2,
}  # fmt: skip
_LONGEST = 12


def parse_number(text: str) -> int | None:
    """Return the whole number `text` spells, or None.

    Vague words give their lower bound.

    Examples
    --------
    >>> [parse_number(t) for t in ("3,000", "twenty-five", "two hundred", "a dozen")]
    [3000, 25, 200, 12]
    >>> parse_number("several"), parse_number("1.5 million"), parse_number("blue")
    (3, 1500000, None)
    """
    plain = text.strip().lower()
    share, _, scale = plain.rpartition(" ")
    if scale in _SCALES and is_decimal(share):
        return round(float(share.replace(",", ".")) * _SCALES[scale])
    digits = _DIGITS.fullmatch(plain)
    if digits:
        number = re.sub(r"\D", "", plain)
        return int(number) if len(number) <= _LONGEST else None
    words = [w for w in re.split(r"[\s-]+", plain) if w not in ("and", "of")]
    if len(words) == 1 and words[0] in VAGUE:
        return VAGUE[words[0]]
    if plain in ("half-dozen", "half a dozen"):
        return 6
    if plain in ("a few", "a couple"):
        return 2
    return _sum_words(words)


def _sum_words(words: list[str]) -> int | None:
    total = current = 0
    for word in words:
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word in _VALUES:
            current += _VALUES[word]
        elif _DIGITS.fullmatch(word):
            current += int(re.sub(r"\D", "", word)[:_LONGEST])
        else:
            return None
    return total + current if words else None


def is_decimal(lower: str) -> bool:
    """Tell whether a word is a number with a decimal point or comma.

    Examples
    --------
    >>> [is_decimal(word) for word in ("1.5", "3,000", "12")]
    [True, False, False]
    """
    return _DECIMAL.fullmatch(lower) is not None


def is_numeral(lower: str) -> bool:
    """Tell whether a lower-case word is a number or part of one.

    Examples
    --------
    >>> [is_numeral(word) for word in ("12", "dozens", "twenty-two", "a")]
    [True, True, True, False]
    """
    if lower in ("a", "an"):
        return False
    first = lower.partition("-")[0]
    return (
        (lower[:1].isdigit() and _DIGITS.fullmatch(lower) is not None)
        or lower in VAGUE
        or lower in _SCALES
        or (first in _VALUES and parse_number(lower) is not None)
    )
