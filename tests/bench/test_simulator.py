"""The simulator of waits: it keeps to the rules of the day, and to what can be reckoned without it."""

import random
from dataclasses import replace
from functools import partial

import pytest

from baton.core.routing.choosing import assignments
from bench.simulator import synthetic
from bench.simulator.engine import pictures, simulate
from bench.simulator.figures import figures
from bench.simulator.rules import RULES, baton, in_turn
from bench.simulator.world import Arrival, Day, Person

HOUR = 3600.0
FEW = synthetic.day(3, load=0.3)


def two_servers(hours: float, seed: int) -> Day:
    """Arrivals at random, exponential services, two people: 1 erlang."""
    dice, at, found = random.Random(seed), 0.0, []  # noqa: S311
    while (at := at + dice.expovariate(1 / 100)) < hours * HOUR:
        found.append(
            Arrival(id=f"c{len(found):06}", at=at, queue="q", service_s=dice.expovariate(1 / 100), patience_s=1e9)
        )
    people = tuple(Person(id=name, spans=((0.0, 1e9),)) for name in ("dana", "sam"))
    return Day(tuple(found), people)


def test_two_servers_wait_exactly_as_the_recursion_for_two_servers_says() -> None:
    """Kiefer and Wolfowitz: each starts when it has come and the first of the two is free."""
    day, free, waits = two_servers(40, seed=2), [0.0, 0.0], []
    for one in day.arrivals:
        start = max(one.at, free[0])
        waits.append(start - one.at)
        free = sorted([start + one.service_s, free[1]])
    assert sum(wait > 0 for wait in waits) > 100
    assert [one.wait_s for one in simulate(day, RULES[1])] == pytest.approx(waits, abs=1e-6)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_everybody_who_comes_is_served_or_gives_up_and_no_later_than_their_patience(rule) -> None:
    told = simulate(FEW, rule)
    assert len(told) == len(FEW.arrivals)
    assert all(one.wait_s is not None and one.wait_s <= one.arrival.patience_s + 1e-6 for one in told)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nobody_ever_holds_more_than_they_can(rule) -> None:
    seen = []
    watched = replace(rule, assign=partial(_watching, seen, rule.assign))
    simulate(FEW, watched)
    assert seen
    assert all(0 <= one.load <= one.capacity for one in seen)


def _watching(seen, assign, waiting, people, now):
    pairs = assign(waiting, people, now)
    for need, one in pairs:
        seen.append(replace(one, load=one.load + need.weight))
    return pairs


def test_the_same_seed_gives_the_same_day_and_the_same_waits() -> None:
    assert synthetic.day(3, load=0.3) == FEW
    assert figures(simulate(FEW, baton())) == figures(simulate(FEW, baton()))


def test_batons_rule_is_the_routing_of_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    def spy(*args):
        called.append(args)
        return assignments(*args)

    monkeypatch.setattr("bench.simulator.rules.assignments", spy)
    simulate(FEW, baton())
    assert len(called) > len(FEW.arrivals) / 2


def test_whoever_is_passed_by_a_later_one_is_counted() -> None:
    busy = Arrival(id="a", at=0, queue="q", service_s=100, patience_s=1e9)
    normal = Arrival(id="b", at=10, queue="q", service_s=100, patience_s=1e9)
    urgent = Arrival(id="c", at=40, queue="q", service_s=100, patience_s=1e9, priority=3)
    day = Day((busy, normal, urgent), (Person(id="dana", spans=((0.0, 1e9),)),))
    assert figures(simulate(day, baton())).passed_s == 30
    assert figures(simulate(day, in_turn("first come", lambda one: one.id))).passed_s == 0


def test_an_estimate_is_shown_what_was_known_and_then_the_true_wait() -> None:
    day = two_servers(2, seed=1)
    shown = list(pictures(day, RULES[1]))
    assert len(shown) == len(day.arrivals)
    for seen, wait_s, was_served in shown:
        assert was_served
        assert (seen.room == 0) or wait_s == 0
        assert seen.staffed == 2
        assert len(seen.busy_s) == 2 - seen.room
