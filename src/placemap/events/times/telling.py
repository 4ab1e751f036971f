"""The days a report has told of so far: what a sentence without one may be about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from placemap.events.times.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from placemap.events.sentence import Sentence
    from placemap.events.times.dates import DateExpression

# A day this long before publication at most is what the news is about.
_NEWS = timedelta(days=7)
# "17 March." or "On 17 March 2022:" at the head of a part has no more words.
_HEAD = 6
_PART_OF_HEAD = frozenset("on the of in and - – — . , : ; ( ) *".split())


class DaysTold:
    """The days of a document, heard sentence by sentence.

    Attributes
    ----------
    main
        The first recent day that the report states: the one it is about.

    Examples
    --------
    >>> from datetime import date
    >>> from placemap.events.sentence import make_sentence
    >>> text = "2 March. Soldiers burned a village."
    >>> days = DaysTold(text, date(2022, 4, 8))
    >>> days.hear(make_sentence(text, 0, 8))
    >>> days.near(make_sentence(text, 9, len(text), index=1), [])
    (datetime.date(2022, 3, 2), 'the date above it')
    """

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self.main: date | None = None
        self._heads: list[tuple[int, date]] = []
        self._stated: tuple[int, date] | None = None

    def hear(self, sentence: Sentence) -> None:
        """Take in a sentence; one that is nothing but a day heads what follows."""
        words = sentence.words
        if len(words) > _HEAD or not any(word.text[0].isdigit() for word in words):
            return
        found = find_dates(
            self._text, sentence.span, published=self._published, view="back"
        )
        days = [d for d in found if d.is_day]
        if len(days) != 1 or days[0].first is None:
            return
        own = days[0].span
        rest = (w for w in words if w.end <= own.start or w.start >= own.end)
        if all(word.lower in _PART_OF_HEAD for word in rest):
            self._heads.append((sentence.index, days[0].first))

    def state(self, sentence: Sentence, day: date | None) -> None:
        """Take in the day of an event as its sentence states it."""
        if day is not None:
            self._stated = sentence.span.end, day
            self.note_main(day)

    def note_main(self, day: date) -> None:
        """Remember the first recent day."""
        if self.main is None and self._is_recent(day):
            self.main = day

    def near(
        self, sentence: Sentence, dates: Sequence[DateExpression]
    ) -> tuple[date, str] | None:
        """Return the day that an event of a sentence has from around it, and why.

        It is the only day of the sentence, that of the head of its part, or that of
        the sentence right before; None where there is none.

        Parameters
        ----------
        dates
            Those of the sentence.
        """
        own = [d.first for d in dates if d.is_day and not d.use and d.first]
        if len(own) == 1 and self._is_recent(own[0]):
            return own[0], "the one day of its sentence"
        above = [day for index, day in self._heads if index < sentence.index]
        if above:
            return above[-1], "the date above it"
        if self._stated is None or own:
            return None
        end, day = self._stated
        between = self._text[end : sentence.span.start]
        if not between.strip() and "\n" not in between:
            return day, "the day of the sentence before"
        return None

    def _is_recent(self, day: date) -> bool:
        published = self._published
        return published is not None and timedelta(0) <= published - day <= _NEWS
