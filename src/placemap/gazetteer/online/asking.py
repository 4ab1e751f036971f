"""Ask an online geocoder politely: rarely, once, and not when it is in trouble."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.gazetteer.online.answers import to_place
from placemap.gazetteer.online.cache import Answer, AnswerCache
from placemap.gazetteer.online.keys import hint_at_key
from placemap.gazetteer.online.service import default_cache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from placemap.gazetteer.online.service import OnlineService

# Failures in a row after which the service is taken to be down.
_MOST_FAILURES = 3
# What a server for everybody is asked for in a day: a handful, not a corpus.
HANDFUL = 10
_PUBLIC_DELAY_S = 1.0
# A service that wants to be left alone for longer is left alone for good.
_LONGEST_PAUSE_S = 60.0


class _Failed(NamedTuple):
    """An error that asking again at once would not cure."""

    error: Exception


class Asker:
    """Asks one service for names, through geopy's RateLimiter and a cache.

    Whatever goes wrong with a name costs that name only. After three failures in a
    row, when the service refuses to serve us, or when a server for everybody has been
    asked for ten names in a day, it asks no more and says so.

    Parameters
    ----------
    sleep
        Waits for so many seconds.
    now
        Returns the time in UTC, which answers are dated with.
    """

    def __init__(
        self,
        service: OnlineService,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.service = service
        self._cache = AnswerCache(Path(service.cache or default_cache()), service)
        self._sleep = sleep
        self._now = now
        self._limited: Callable[[str], Sequence[Any] | _Failed] | None = None
        self._failures = 0
        self._pause_s = 0.0
        self.has_given_up = False

    def ask(self, name: str) -> Answer | None:
        """Return what the service says of a name, None when it could not be asked.

        Raises
        ------
        GazetteerError
            If the cache cannot be read or written: without it the service would be
            asked for one name again and again.
        """
        answer = self._cache.get(name)
        if answer is not None or self.has_given_up or not self._may_ask(name):
            return answer
        self._rest()
        try:
            answer = Answer(self._request(name), self._now().replace(microsecond=0))
            for raw in answer.found:  # what cannot be read must not be kept
                to_place(self.service.kind, raw, "")
        except Exception as error:  # noqa: BLE001 - whatever comes, it costs one name
            self._note_failure(name, error)
            return None
        self._failures = 0
        self._cache.put(name, answer)
        return answer

    def _may_ask(self, name: str) -> bool:
        """Tell whether the policy of the server lets it be asked for one more name."""
        public = self.service.public
        if public is None:
            return True
        today = self._now().replace(hour=0, minute=0, second=0, microsecond=0)
        if self._cache.count_since(today) < HANDFUL:
            return True
        self._give_up(
            f"{self.service.title} is a server for everybody and has been asked for"
            f" {HANDFUL} names today: {public.policy}. {name!r} and all further names"
            " are left as they are; use a server of your own with --online-url"
        )
        return False

    def _rest(self) -> None:
        """Wait as long as the service has asked for."""
        if self._pause_s:
            self._sleep(self._pause_s)
            self._pause_s = 0.0

    def _request(self, name: str) -> Sequence[Any]:
        self._limited = self._limited or self._limit()
        found = self._limited(name)
        if isinstance(found, _Failed):
            raise found.error
        return found

    def _limit(self) -> Callable[[str], Sequence[Any] | _Failed]:
        from geopy import exc
        from geopy.extra.rate_limiter import RateLimiter

        hopeless = (
            exc.GeocoderQuotaExceeded,
            exc.GeocoderQueryError,
            exc.GeocoderAuthenticationFailure,
            exc.GeocoderInsufficientPrivileges,
            exc.GeocoderParseError,
        )
        ask = self.service.connect()

        def attempt(name: str) -> Sequence[Any] | _Failed:
            try:
                return ask(name)
            except hopeless as error:
                return _Failed(error)

        service = self.service
        delay_s = max(service.delay_s, _PUBLIC_DELAY_S if service.public else 0.0)
        return RateLimiter(  # type: ignore[no-any-return]  # geopy has no types
            attempt,
            min_delay_seconds=delay_s,
            max_retries=service.retries,
            error_wait_seconds=max(service.retry_after_s, delay_s),
            swallow_exceptions=False,
        )

    def _note_failure(self, name: str, error: Exception) -> None:
        from geopy import exc

        title = self.service.title
        self._failures += 1
        self.service.on_problem(
            f"{title} gave no answer for {name!r}, which is left as it is:"
            f" {_explain(error)}"
        )
        refusals = (
            exc.GeocoderAuthenticationFailure,
            exc.GeocoderInsufficientPrivileges,
        )
        if isinstance(error, refusals):
            hint = hint_at_key(self.service.key, self.service.kind)
            self._give_up(f"{title} refuses to serve us: it is asked no more{hint}")
        elif isinstance(error, exc.GeocoderRateLimited):
            self._heed(error.retry_after)
        if self._failures >= _MOST_FAILURES:
            self._give_up(
                f"{title} failed {self._failures} times in a row: it is asked no more,"
                " and names that the gazetteer does not have stay as they are"
            )

    def _heed(self, retry_after_s: float | None) -> None:
        pause_s = self.service.retry_after_s if retry_after_s is None else retry_after_s
        if pause_s > _LONGEST_PAUSE_S:
            self._give_up(
                f"{self.service.title} wants to be left alone for {pause_s:,.0f} s: it"
                " is asked no more in this run"
            )
        else:
            self._pause_s = pause_s

    def _give_up(self, message: str) -> None:
        if not self.has_given_up:
            self.has_given_up = True
            self.service.on_problem(message)


def _explain(error: Exception) -> str:
    """Return what happened on one short line; a page of HTML is no explanation."""
    line = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {line}" if line else type(error).__name__
