"""Asking politely, and what happens when a service is in trouble."""

import socket
from datetime import UTC, datetime, timedelta

import pytest

from placemap.gazetteer.online.asking import HANDFUL, Asker

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def server(serve):
    server = serve("nominatim")
    for name in ("Arda", "Berda", "Cerda", "Derda"):
        server.know(name)
    return server


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def ask_as(service_of, pauses):
    """Make an asker with settings of its own, whose pauses are only noted down."""

    def make(server, *, now=NOON, **settings):
        service = service_of(server, **settings)
        return Asker(service, sleep=pauses.append, now=lambda: now)

    return make


def names(answer):
    return None if answer is None else [raw["name"] for raw in answer.found]


# -- answers ------------------------------------------------------------------------


def test_an_answer_is_dated(server, ask_as):
    answer = ask_as(server).ask("Arda")
    assert names(answer) == ["Arda"]
    assert answer.asked_at == NOON


def test_what_the_service_does_not_know_is_an_answer_too(server, ask_as):
    assert names(ask_as(server).ask("Nowhere")) == []


@pytest.mark.parametrize("name", ["Arda", "Nowhere"])
def test_no_name_is_asked_for_twice_not_even_by_a_later_run(name, server, ask_as):
    first = ask_as(server).ask(name)
    again = ask_as(server, now=NOON + timedelta(days=400)).ask(name)
    assert again == first
    assert server.asked == [name]


# -- pace ---------------------------------------------------------------------------


def test_requests_keep_their_distance_and_kept_answers_do_not_wait(
    server, ask_as, clock
):
    asker = ask_as(server, delay_s=1.5)
    for name in ("Arda", "Arda", "Berda", "Arda", "Berda"):
        asker.ask(name)
    assert clock.slept == [1.5]
    assert server.asked == ["Arda", "Berda"]


def test_a_failing_server_is_tried_again_after_a_while(server, ask_as, clock, problems):
    server.fail(502)
    server.fail(503)
    answer = ask_as(server, retries=2, retry_after_s=7.0).ask("Arda")
    assert names(answer) == ["Arda"]
    assert clock.slept == [7.0, 7.0]
    assert problems == []


def test_a_question_that_the_server_cannot_read_is_not_put_again(
    server, ask_as, problems
):
    server.fail(400, body=b"what?")
    assert ask_as(server, retries=2).ask("Arda") is None
    assert server.asked == ["Arda"]
    assert "no answer for 'Arda'" in problems[0]


# -- troubles -----------------------------------------------------------------------

MALFORMED = {
    "nothing": b"",
    "half of it": b'[{"lat": "40.2", "lon": ',
    "a page": b"<!DOCTYPE html><title>Down for maintenance</title>",
    "another layout": b'[{"latitude": 40.2}]',
    "no list": b'"Arda"',
    "a number": b"17",
    "an error": b'{"error": {"code": 500, "message": "busy"}}',
    "nowhere": b'[{"lat": "140", "lon": "0", "osm_type": "node", "osm_id": 1}]',
    "no text": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_answer_costs_that_name_only(body, server, ask_as, problems):
    server.fail(200, body=body)
    asker = ask_as(server)
    assert asker.ask("Arda") is None
    assert names(asker.ask("Berda")) == ["Berda"]
    (problem,) = problems
    assert "nominatim at 127.0.0.1" in problem
    assert "no answer for 'Arda'" in problem
    assert len(problem) < 300


@pytest.mark.parametrize("kind", ["photon", "pelias"])
@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
def test_so_it_is_for_the_other_services(kind, body, serve, ask_as, problems):
    server = serve(kind)
    server.know("Berda")
    server.fail(200, body=body)
    asker = ask_as(server)
    assert asker.ask("Arda") is None
    assert len(asker.ask("Berda").found) == 1
    assert len(problems) == 1


@pytest.mark.parametrize("status", [404, 500, 502, 503, 504])
def test_an_error_costs_that_name_only(status, server, ask_as, problems):
    server.fail(status, body=b"<html>trouble</html>")
    asker = ask_as(server)
    assert asker.ask("Arda") is None
    assert names(asker.ask("Berda")) == ["Berda"]
    assert len(problems) == 1


@pytest.mark.parametrize(
    "sent",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{"],
    ids=["nothing", "half of it"],
)
def test_a_server_that_does_not_answer_is_not_waited_for(
    sent, server, ask_as, problems
):
    server.stall(after=sent)
    asker = ask_as(server, timeout_s=0.1)
    assert asker.ask("Arda") is None
    assert len(problems) == 1
    assert names(asker.ask("Berda")) == ["Berda"]


def test_a_cut_connection_costs_that_name_only(server, ask_as, problems):
    server.plan.append(lambda handler: handler.connection.shutdown(socket.SHUT_RDWR))
    asker = ask_as(server)
    assert asker.ask("Arda") is None
    assert names(asker.ask("Berda")) == ["Berda"]
    assert len(problems) == 1


def test_a_failure_is_not_kept(server, ask_as):
    server.fail(500)
    assert ask_as(server).ask("Arda") is None
    assert names(ask_as(server).ask("Arda")) == ["Arda"]


# -- throttling ---------------------------------------------------------------------


def test_a_service_that_throttles_gets_the_pause_it_wants(
    server, ask_as, pauses, problems
):
    server.fail(429, Retry_After="20")
    asker = ask_as(server, retries=3)
    assert asker.ask("Arda") is None
    assert server.asked == ["Arda"]  # asking again at once would be rude
    assert pauses == []
    assert names(asker.ask("Berda")) == ["Berda"]
    assert names(asker.ask("Cerda")) == ["Cerda"]
    assert pauses == [20]
    assert len(problems) == 1


def test_it_gets_the_usual_pause_when_it_does_not_say(server, ask_as, pauses):
    server.fail(429)
    asker = ask_as(server, retry_after_s=3.0)
    asker.ask("Arda")
    asker.ask("Berda")
    assert pauses == [3.0]


def test_a_service_that_wants_hours_is_asked_no_more(server, ask_as, pauses, problems):
    server.fail(429, Retry_After="7200")
    asker = ask_as(server)
    assert asker.ask("Arda") is None
    assert asker.ask("Berda") is None
    assert server.asked == ["Arda"]
    assert pauses == []
    assert "left alone for 7,200 s" in problems[-1]


# -- giving up ----------------------------------------------------------------------


def test_after_three_failures_in_a_row_it_asks_no_more_and_says_so(
    server, ask_as, problems
):
    for _ in range(3):
        server.fail(500)
    asker = ask_as(server)
    assert [asker.ask(n) for n in ("Arda", "Berda", "Cerda", "Derda")] == [None] * 4
    assert server.asked == ["Arda", "Berda", "Cerda"]
    assert len(problems) == 4
    assert "failed 3 times in a row: it is asked no more" in problems[-1]
    assert asker.has_given_up


def test_failures_that_are_not_in_a_row_do_not_add_up(server, ask_as):
    asker = ask_as(server)
    for name in ("Arda", "Berda", "Cerda", "Derda"):
        server.fail(500)
        assert asker.ask(name) is None
        assert names(asker.ask(name)) == [name]
    assert not asker.has_given_up


def test_what_is_known_is_told_even_then(server, ask_as):
    asker = ask_as(server)
    asker.ask("Arda")
    for _ in range(3):
        server.fail(500)
    for name in ("Berda", "Cerda", "Derda"):
        asker.ask(name)
    assert names(asker.ask("Arda")) == ["Arda"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_service_that_refuses_is_asked_no_more(status, server, ask_as, problems):
    server.fail(status)
    asker = ask_as(server, retries=2)
    assert asker.ask("Arda") is None
    assert asker.ask("Berda") is None
    assert server.asked == ["Arda"]
    assert "refuses to serve us" in problems[-1]


def test_a_server_that_is_not_there_is_three_names_long_asked_for(
    server, service_of, ask_as, problems
):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    asker = ask_as(server, url=url)
    assert [asker.ask(n) for n in ("Arda", "Berda", "Cerda", "Derda")] == [None] * 4
    assert len(problems) == 4


# -- servers for everybody ----------------------------------------------------------


@pytest.fixture
def public(serve, monkeypatch):
    """Our own server, under the names of those for everybody."""

    def pose(kind, host):
        server = serve(kind)
        resolve = socket.getaddrinfo

        def resolve_here(asked, *args, **kwargs):
            assert asked == host
            return resolve("127.0.0.1", *args, **kwargs)

        monkeypatch.setattr(socket, "getaddrinfo", resolve_here)
        return server, f"http://{host}:{server.server_port}"

    return pose


@pytest.mark.parametrize(
    ("kind", "host", "reason"),
    [
        ("nominatim", "nominatim.openstreetmap.org", "discourages geocoding in bulk"),
        ("photon", "photon.komoot.io", "demo server"),
    ],
)
def test_a_server_for_everybody_is_asked_for_a_handful_of_names_a_day(
    kind, host, reason, public, ask_as, clock, problems
):
    server, url = public(kind, host)
    wanted = [f"Arda {number}" for number in range(HANDFUL + 3)]
    asker = ask_as(server, url=url)
    answers = [asker.ask(name) for name in wanted]
    assert [a is not None for a in answers] == [True] * HANDFUL + [False] * 3
    assert server.asked == wanted[:HANDFUL]
    (problem,) = problems
    assert reason in problem
    assert "--online-url" in problem
    later_today = ask_as(server, url=url, now=NOON + timedelta(hours=11))
    assert later_today.ask("Berda") is None
    tomorrow = ask_as(server, url=url, now=NOON + timedelta(hours=13))
    assert tomorrow.ask("Berda") is not None


def test_it_is_asked_once_a_second_at_most_whatever_was_said(public, ask_as, clock):
    server, url = public("nominatim", "nominatim.openstreetmap.org")
    asker = ask_as(server, url=url, delay_s=0.0)
    asker.ask("Arda")
    asker.ask("Berda")
    assert clock.slept == [1.0]
