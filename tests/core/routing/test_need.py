"""What a conversation asks for, and how it grows less."""

from datetime import timedelta

import pytest
from builders import NOW
from waiting_room import ago, need

from baton.core.ids import OperatorId
from baton.core.policy.queue import Relax
from baton.core.routing.need import MOST_REST, REST, Refusal, changes_at, needs_now

STEPS = (Relax(after_s=60, lower=1), Relax(after_s=120, drop="billing"), Relax(after_s=300, drop="language"))


@pytest.mark.parametrize(
    ("waited", "skills", "language"),
    [
        (59, {"billing": 3, "vip": 1}, "tr"),
        (60, {"billing": 2, "vip": 1}, "tr"),
        (120, {"vip": 1}, "tr"),
        (300, {"vip": 1}, None),
    ],
)
def test_what_is_asked_for_grows_less_in_steps_and_a_level_never_falls_below_one(waited, skills, language) -> None:
    asked = needs_now(need(waited=waited, skills={"billing": 3, "vip": 1}, language="tr", relax=STEPS), NOW)
    assert (dict(asked.skills), asked.language) == (skills, language)


def test_without_steps_it_asks_for_the_same_however_long_it_waits() -> None:
    waiting = need(waited=90_000, skills={"billing": 3})
    assert needs_now(waiting, NOW) is waiting


def test_the_next_moment_is_told_at_which_time_alone_changes_who_may_take_it() -> None:
    waiting = need(waited=90, relax=STEPS, knows="sam", refused={OperatorId("dana"): Refusal(1, ago(50))})
    assert changes_at(waiting, NOW) == NOW + timedelta(seconds=10)
    assert changes_at(waiting, NOW + timedelta(seconds=10)) == NOW + timedelta(seconds=30)
    assert changes_at(waiting, NOW + timedelta(hours=1)) is None


def test_each_refusal_doubles_the_rest_up_to_a_bound() -> None:
    rests = [Refusal(times, NOW).rests_until - NOW for times in (1, 2, 3, 99)]
    assert rests == [REST, 2 * REST, 4 * REST, MOST_REST]
