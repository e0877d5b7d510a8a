"""A card that neither lies nor jitters."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

from builders import NOW
from hypothesis import given
from hypothesis import strategies as st

from baton.core.waiting import News, Telling, Told, WaitRange, tell_again

TOLD = Told(NOW, 4, WaitRange(120, 600), 600)


SAME = WaitRange(120, 600)


def heard(seconds: float, *, position: int = 4, wait: WaitRange | None = SAME, told: Told = TOLD) -> News:
    return tell_again(told, NOW + timedelta(seconds=seconds), position=position, wait=wait)


def after(seconds: float, **now: Any) -> Telling:
    return heard(seconds, **now).telling


def test_what_did_not_change_is_not_told_again():
    assert after(30) is Telling.NOTHING


def test_a_position_that_fell_is_told_but_not_before_the_last_word_was_read():
    assert after(5, position=3) is Telling.NOTHING
    assert after(16, position=3) is Telling.MOVE


def test_a_position_that_rose_is_told_later_because_it_may_fall_again():
    assert after(30, position=5) is Telling.NOTHING
    assert after(61, position=5) is Telling.MOVE


def test_a_range_that_wobbles_within_the_margin_is_left_alone():
    assert after(20, wait=WaitRange(100, 700)) is Telling.NOTHING
    assert after(20, wait=WaitRange(100, 500)) is Telling.NOTHING


def test_a_range_that_came_much_nearer_moves_the_card():
    assert heard(20, wait=WaitRange(30, 300)) == News(Telling.MOVE, WaitRange(30, 300), 300)


def test_a_range_is_never_put_off_quietly():
    """The position fell and the estimate grew: the card keeps the end that was told."""
    assert after(20, wait=WaitRange(200, 1000)) is Telling.NOTHING
    assert heard(100, position=3, wait=WaitRange(200, 1000)) == News(Telling.MOVE, WaitRange(200, 500), 500)
    assert heard(100, position=3, wait=None) == News(Telling.MOVE, WaitRange(0, 500), 500)


def test_a_wait_that_now_begins_after_the_told_end_is_owned_up_to_at_once():
    assert heard(20, wait=WaitRange(700, 1500)) == News(Telling.OWN_UP, WaitRange(700, 1500))


def test_the_time_that_passed_is_no_news():
    assert after(200, wait=WaitRange(60, 400)) is Telling.NOTHING


def test_a_range_that_will_not_hold_is_owned_up_to_before_it_ends():
    assert after(585, wait=WaitRange(5, 600)) is Telling.NOTHING
    assert after(591) is Telling.OWN_UP
    assert after(591, wait=None) is Telling.OWN_UP


def test_where_no_range_was_told_nothing_was_wrong():
    assert after(5000, told=Told(NOW, 4), wait=None) is Telling.NOTHING


def test_a_first_range_is_told_when_it_becomes_known():
    assert after(20, told=Told(NOW, 4)) is Telling.MOVE


def test_less_than_a_minute_is_not_broken_after_two_seconds():
    short = Told(NOW, 1, WaitRange(0, 2), 60)
    assert after(40, told=short, position=1, wait=WaitRange(0, 2)) is Telling.NOTHING
    assert after(51, told=short, position=1, wait=WaitRange(0, 2)) is Telling.OWN_UP


@given(st.lists(st.tuples(st.integers(1, 9), st.floats(60, 3000)), min_size=1, max_size=200))
def test_whatever_the_line_does_nobody_is_told_more_than_four_times_a_minute(line):
    """Looked at every second; what is told becomes what was told."""
    told, tellings = TOLD, list[float]()
    for second, (position, high) in enumerate(line, 1):
        at = NOW + timedelta(seconds=second)
        news = tell_again(told, at, position=position, wait=WaitRange(0, high))
        if news.telling is not Telling.NOTHING:
            told = Told(at, position, news.wait, news.end_s or max(60, news.wait.high_s))
            tellings.append(second)
    assert all(later - sooner >= 15 for sooner, later in pairwise(tellings))
