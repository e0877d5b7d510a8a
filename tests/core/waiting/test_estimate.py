"""The expected wait is the time until enough have left: served, or tired of waiting."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.waiting import HANDLING_S, Past, Scene, calibrate, expected_s, reckon

BUSY = Scene(ahead=3, slots=8, free=0, service_s=240.0)


def test_each_of_those_ahead_takes_one_turn_of_the_team():
    assert expected_s(BUSY) == pytest.approx(4 * 240 / 8)


def test_those_who_give_up_shorten_the_wait_of_those_behind():
    assert expected_s(replace(BUSY, gives_up=0.01)) < expected_s(BUSY)


def test_a_free_slot_leaves_only_the_reaching_for_it():
    assert expected_s(replace(BUSY, ahead=1, free=2, pickup_s=12.0)) == 12.0
    assert expected_s(replace(BUSY, ahead=2, free=2)) == pytest.approx(240 / 8)


def test_where_nobody_is_here_no_wait_is_known():
    assert expected_s(replace(BUSY, slots=0)) is None
    assert reckon(replace(BUSY, slots=0), None) is None


@given(st.integers(0, 200), st.floats(1, 100), st.floats(0, 0.1))
def test_one_more_ahead_never_shortens_a_wait_and_one_more_person_never_lengthens_it(ahead, slots, gives_up):
    scene = Scene(ahead=ahead, slots=slots, free=0, service_s=200.0, gives_up=gives_up)
    assert expected_s(replace(scene, ahead=ahead + 1)) > expected_s(scene)
    assert expected_s(replace(scene, slots=slots + 1)) < expected_s(scene)


def test_the_mean_is_that_of_a_line_played_through_step_by_step():
    """8 slots without memory, 3 ahead, each of whom gives up at 1 in 150 s: played 20,000 times."""
    chance, total, times = random.Random(11), 0.0, 20_000  # noqa: S311
    for _ in range(times):
        ahead = 3
        while ahead >= 0:
            pace = 8 / 240 + ahead / 150
            total += chance.expovariate(pace)
            ahead -= 1
    assert expected_s(replace(BUSY, gives_up=1 / 150)) == pytest.approx(total / times, rel=0.02)


def test_there_is_no_range_before_there_is_something_to_go_by():
    kept = reckon(BUSY, None)
    assert kept is not None
    assert kept.wait is None
    assert kept.expected_s == pytest.approx(120.0)


def test_four_of_five_waits_of_a_steady_team_end_inside_the_range():
    """Learned on one half of the waits of a team without memory, checked on the other half, for lines of any length."""
    chance = random.Random(3)  # noqa: S311

    def played(ahead: int) -> float:
        return sum(chance.expovariate(8 / 240) for _ in range(ahead + 1))

    def joined() -> tuple[Scene, float]:
        ahead = chance.randrange(0, 12)
        return replace(BUSY, ahead=ahead), played(ahead)

    pasts = [replace(kept, wait_s=wait, was_served=True) for scene, wait in (joined() for _ in range(600))
             if (kept := reckon(scene, None))]  # fmt: skip
    calibration = calibrate(pasts, handling_s=HANDLING_S)
    held = 0
    for _ in range(2000):
        scene, wait = joined()
        kept = reckon(scene, calibration)
        held += kept.wait.holds(wait)
    assert 0.75 <= held / 2000 <= 0.85


def test_a_longer_line_has_a_range_that_is_narrower_for_its_length():
    scores = calibrate([Past(expected_s=100, exponent=1, wait_s=n * 7.0, was_served=True) for n in range(60)],
                       handling_s=HANDLING_S)  # fmt: skip
    near, far = (reckon(replace(BUSY, ahead=ahead), scores).wait for ahead in (0, 20))
    assert far.high_s / far.low_s < near.high_s / max(near.low_s, 1.0)
