"""A range learns from the waits before it, counts those who gave up, and is told only while it holds."""

import random
from dataclasses import replace

import pytest

from baton.core.waiting import HANDLING_S, Past, WaitRange, calibrate, coverage
from baton.core.waiting.calibration import ENOUGH_KEPT, FEWEST, JUDGED, quantiles


def waited(seconds: float, *, served: bool = True, wait: WaitRange | None = None) -> Past:
    return Past(expected_s=100.0, exponent=1.0, wait_s=seconds, was_served=served, wait=wait)


def learned(pasts):
    return calibrate(pasts, handling_s=HANDLING_S)


def test_where_nobody_gave_up_the_quantiles_are_plain_ones():
    scores = [(float(n), True, 1.0) for n in range(1, 101)]
    assert quantiles(scores, (0.1, 0.5, 0.9)) == (10.0, 50.0, 90.0)


def test_those_who_gave_up_are_weighed_as_kaplan_and_meier_do():
    # Six weeks of remission, Freireich 1963: the table that every textbook shows. Still without relapse: + there.
    relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    left = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    scores = [(float(n), True, 1.0) for n in relapsed] + [(float(n), False, 1.0) for n in left]
    # Survival falls to 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 at 6, 7, 10, 13, 16, 22, 23.
    assert quantiles(scores, (0.142, 0.19, 0.24, 0.30, 0.37, 0.46, 0.55)) == (6, 7, 10, 13, 16, 22, 23)


def test_a_share_that_nobody_stayed_for_is_the_longest_wait_there_was():
    scores = [(1.0, True, 1.0), (2.0, False, 1.0), (9.0, False, 1.0)]
    assert quantiles(scores, (0.9,)) == (9.0,)


def test_giving_up_makes_the_next_range_longer_and_not_shorter():
    stayed = [waited(50.0) for _ in range(60)] + [waited(200.0) for _ in range(60)]
    left = (
        [waited(50.0) for _ in range(60)]
        + [waited(60.0, served=False) for _ in range(40)]
        + [waited(200.0) for _ in range(20)]
    )
    dropped = [past for past in left if past.was_served]
    assert learned(left).high == pytest.approx(learned(stayed).high, rel=0.01)
    assert learned(dropped).low == learned(left).low


def test_few_waits_give_no_range_and_some_lean_on_theory():
    assert learned([waited(300.0)] * (FEWEST - 1)) is None
    few, many = learned([waited(300.0)] * FEWEST), learned([waited(300.0)] * 600)
    assert few.low < 1.0 < many.low, "a short history keeps the theory's low end"


def test_a_queue_whose_people_are_slower_than_they_look_is_told_so():
    # Expected are 100 s; this queue takes three times that, and varies as an exponential law.
    chance = random.Random(7)  # noqa: S311
    slow = learned([waited(chance.expovariate(1 / 300)) for _ in range(600)])
    low, high = (end * (100 + HANDLING_S) - HANDLING_S for end in (slow.low, slow.high))
    assert low == pytest.approx(300 * 0.105, rel=0.35)
    assert high == pytest.approx(300 * 2.303, rel=0.15)


def test_only_ranges_whose_end_is_known_are_judged():
    wait = WaitRange(20, 200)
    inside, sooner, later = waited(100, wait=wait), waited(5, wait=wait), waited(300, wait=wait)
    gave_up_inside, gave_up_later = waited(100, served=False, wait=wait), waited(300, served=False, wait=wait)
    found = coverage([inside, inside, sooner, later, gave_up_inside, gave_up_later, waited(100)])
    assert (found.judged, found.held) == (5, 0.4)


def test_a_range_is_told_while_its_like_have_held_and_not_beyond():
    good, bad = waited(100, wait=WaitRange(20, 200)), waited(300, wait=WaitRange(20, 200))
    assert learned([good, good, good, good, bad] * 30).is_trusted
    assert not learned([good, bad] * 75).is_trusted, "half of them failed"
    assert not learned([good] * 150).is_trusted, "a range that always holds says too little"
    assert not learned([good, good, good, good, bad] * ((ENOUGH_KEPT - 5) // 5)).is_trusted, "too few to know"


def test_what_failed_long_ago_is_forgiven():
    good, bad = waited(100, wait=WaitRange(20, 200)), waited(300, wait=WaitRange(20, 200))
    assert learned([bad] * 200 + [good, good, good, good, bad] * (JUDGED // 5)).is_trusted


def test_waits_that_still_go_on_count_as_longer_than_they_are():
    ended = [waited(50.0) for _ in range(100)]
    going_on = [waited(400.0, served=False) for _ in range(50)]
    assert learned([*ended, *going_on]).high > learned(ended).high


@pytest.mark.parametrize("wrong", [(5, 4), (-1, 4)])
def test_a_range_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match="no range"):
        WaitRange(*wrong)


def test_a_score_compares_a_wait_with_what_was_expected():
    assert replace(waited(100.0)).score(HANDLING_S) == 1.0
    assert Past(expected_s=100, exponent=2.0, wait_s=205.0).score(HANDLING_S) == 4.0
