"""What a replay foretold is held against what came, with what chance alone may do."""

import random

from baton.core.replaying.foretold import ALL, Foretold, held_against

MONTH = Foretold(1_000, {"stuck": 100, "distress": 4})


def test_what_was_foretold_is_brought_to_as_many_conversations_as_came() -> None:
    total, stuck, distress = held_against(MONTH, 500, {"stuck": 45, "distress": 2})
    assert (total.reason, total.expected, total.came) == (ALL, 52.0, 47)
    assert (stuck.reason, stuck.expected, stuck.came) == ("stuck", 50.0, 45)
    assert stuck.low < 45 < stuck.high
    assert stuck.is_by_chance
    assert distress.low == 0.0


def test_three_times_as_many_as_foretold_are_no_chance() -> None:
    assert not held_against(MONTH, 500, {"stuck": 150})[1].is_by_chance


def test_a_reason_that_nothing_was_foretold_of_is_told_as_well() -> None:
    names = [one.reason for one in held_against(MONTH, 500, {"stuck": 50, "no_source": 7})]
    assert names == [ALL, "stuck", "no_source", "distress"]
    assert [one.is_by_chance for one in held_against(MONTH, 500, {"stuck": 50, "no_source": 1})] == [True] * 4


def test_before_anybody_wrote_nothing_is_expected() -> None:
    assert {(one.expected, one.low, one.high) for one in held_against(MONTH, 0, {})} == {(0.0, 0.0, 0.0)}


def test_chance_alone_stays_within_its_bounds_nineteen_times_of_twenty() -> None:
    chance = random.Random(4)  # noqa: S311 - chance in a test
    within = 0
    for _ in range(400):
        then, now = (sum(chance.random() < 0.1 for _ in range(some)) for some in (600, 300))
        within += held_against(Foretold(600, {"stuck": then}), 300, {"stuck": now})[1].is_by_chance
    assert 0.93 <= within / 400 <= 0.99
