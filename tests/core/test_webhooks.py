"""How long an event is tried, when an address gets a rest, and when a webhook is switched off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from baton.core.events import EventKind
from baton.core.messages import Audience
from baton.core.webhooks import (
    DOWN_AFTER,
    GAPS,
    LONGEST_REST,
    MOST_TRIES,
    OFF_AFTER,
    SPREAD,
    Attempt,
    Outcome,
    Webhook,
    after_portion,
    flaws,
    judged,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOOK = Webhook(id="whk_1", url="https://example.com/hook", created_at=NOW)


def attempt(**more: object) -> Attempt:
    return replace(Attempt(cursor="1-2-3", kind="reply_sent", at=NOW, ms=5), **more)


FAILED = attempt(outcome=Outcome.FAILED, status=500, why="It answered 500.")


@pytest.mark.parametrize(
    ("url", "is_plain", "fits"),
    [
        ("https://example.com/hook?key=1", False, True),
        ("http://example.com/hook", False, False),
        ("http://127.0.0.1:9000/", True, True),
        ("https://user:secret@example.com/", True, False),
        ("https://example.com/#part", True, False),
        ("https://example.com/a b", True, False),
        ("https://exämple.com/", True, False),
        ("ftp://example.com/", True, False),
        ("", True, False),
    ],
)
def test_an_address_is_https_without_a_password(url: str, is_plain: bool, fits: bool) -> None:
    assert (list(flaws(replace(HOOK, url=url), may_be_plain=is_plain)) == []) is fits


def test_what_customers_do_not_see_is_not_told_under_their_audience() -> None:
    shown = replace(HOOK, audience=Audience.EVERYONE, kinds=(EventKind.REPLY_SENT,))
    assert list(flaws(shown, may_be_plain=False)) == []
    assert list(flaws(replace(shown, kinds=(EventKind.NOTE_ADDED,)), may_be_plain=False)) != []


def test_the_gaps_grow_and_an_event_is_given_up_after_three_days_of_tries() -> None:
    tried = [judged(replace(FAILED, tries=n), seed="whk_1") for n in range(1, MOST_TRIES + 1)]
    gaps = [one.due_at - one.at for one in tried if one.due_at]
    assert all(abs(gap / GAPS[min(n, len(GAPS) - 1)] - 1) <= SPREAD + 1e-9 for n, gap in enumerate(gaps))
    assert timedelta(days=2.5) < sum(gaps, timedelta()) < timedelta(days=3.5)
    assert [one.outcome for one in tried[-2:]] == [Outcome.FAILED, Outcome.GAVE_UP]


def test_events_that_failed_together_do_not_come_again_together() -> None:
    due = {judged(replace(FAILED, cursor=f"1-2-{n}", tries=6), seed="whk_1").due_at for n in range(50)}
    assert len(due) == 50


def test_one_event_that_is_refused_gives_the_address_no_rest() -> None:
    after = after_portion(after_portion(HOOK, [FAILED], NOW), [FAILED], NOW)
    assert (after.rests_until, after.is_down, after.state) == (None, False, "failing")


def test_an_address_at_which_nothing_arrives_rests_and_one_arrival_ends_it() -> None:
    down = HOOK
    for _ in range(DOWN_AFTER + 5):
        down = after_portion(down, [FAILED, FAILED], NOW)
    assert down.is_down
    assert down.rests_until is not None
    assert timedelta(seconds=40) < down.rests_until - NOW < timedelta(seconds=80)
    back = after_portion(down, [FAILED, attempt()], NOW)
    assert (back.is_down, back.rests_until, back.state, back.delivered_at) == (False, None, "on", NOW)


def test_an_address_that_asks_for_a_rest_gets_it_for_an_hour_at_most() -> None:
    asked = after_portion(HOOK, [replace(FAILED, after=timedelta(minutes=10))], NOW)
    assert asked.rests_until is not None
    assert timedelta(minutes=8) <= asked.rests_until - NOW <= timedelta(minutes=12)
    long = after_portion(HOOK, [replace(FAILED, after=timedelta(days=30))], NOW)
    assert long.rests_until is not None
    assert long.rests_until - NOW <= LONGEST_REST * (1 + SPREAD)


def test_after_days_without_an_arrival_it_is_switched_off_with_the_reason() -> None:
    failing = after_portion(HOOK, [FAILED], NOW)
    assert after_portion(failing, [FAILED], NOW + OFF_AFTER - timedelta(seconds=1)).is_on
    off = after_portion(failing, [FAILED], NOW + OFF_AFTER)
    assert (off.is_on, off.state) == (False, "off")
    assert "It answered 500." in off.why_off


def test_who_says_that_it_is_gone_is_told_no_more() -> None:
    assert not after_portion(HOOK, [attempt(), replace(FAILED, status=410)], NOW).is_on
