"""A queue is known by its own past."""

import pytest

from baton.core.waiting import NOTHING_YET, Past, learn


def waited(seconds: float, **more) -> Past:
    return Past(expected_s=60.0, exponent=1.0, wait_s=seconds, **more)


def test_a_queue_without_a_past_has_the_usual_pace_and_no_range():
    assert learn([], []) == NOTHING_YET
    scene = NOTHING_YET.scene(ahead=0, slots=4, free=0)
    assert NOTHING_YET.calibration(scene) is None


def test_the_pace_is_the_mean_of_the_last_services():
    assert learn([], [9_999.0] * 100 + [100.0, 300.0] * 30).service_s == pytest.approx(200.0)


def test_one_conversation_left_open_over_the_weekend_does_not_slow_the_team():
    assert learn([], [300.0] * 59 + [200_000.0]).service_s < 320


def test_giving_up_is_those_who_left_over_all_the_time_that_all_waited():
    stayed, left = waited(80.0, was_served=True), waited(20.0)
    assert learn([stayed, left], []).gives_up == pytest.approx(1 / 100)


def test_one_who_still_waits_has_not_given_up():
    assert learn([waited(80.0, was_served=True), waited(20.0, has_ended=False)], []).gives_up == 0.0


def test_waits_for_a_hand_and_waits_behind_others_are_learned_apart():
    quick = [waited(5.0, was_served=True, is_free=True)] * 100
    slow = [waited(200.0, was_served=True)] * 100
    lesson = learn([*quick, *slow], [])
    assert lesson.pickup_s == 5.0
    free, busy = (lesson.calibration(lesson.scene(ahead=0, slots=4, free=free)) for free in (2, 0))
    assert free.high < busy.low
