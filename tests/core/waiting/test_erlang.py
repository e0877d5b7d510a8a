"""The closed forms agree with the sums they stand for, reckoned in exact fractions."""

from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.waiting.erlang import erlang_a, erlang_b, erlang_c, mean_wait

NEAR = 1e-9

servers = st.integers(1, 40)
tenths = st.integers(1, 400)


def shares(servers: int, load: Fraction, leaves: Fraction, most: int) -> list[Fraction]:
    """The share of time with 0, 1, 2... people there, from the balance of each step: the oracle's own road.

    `leaves` is the rate at which each who waits gives up, in services.
    """
    weights = [Fraction(1)]
    for n in range(1, most + 1):
        out = min(n, servers) + max(0, n - servers) * leaves
        weights.append(weights[-1] * load / out)
    total = sum(weights)
    return [weight / total for weight in weights]


@given(servers, tenths)
def test_erlang_b_is_the_share_of_time_in_which_all_are_busy(n, tenth):
    load = Fraction(tenth, 10)
    assert erlang_b(n, float(load)) == pytest.approx(float(shares(n, load, Fraction(0), n)[n]), abs=NEAR)


@given(servers, st.integers(1, 99))
def test_erlang_c_is_its_formula_in_fractions(n, percent):
    load = Fraction(percent, 100) * n
    weights = shares(n, load, Fraction(0), n)
    waiting = weights[n] / (1 - load / n)
    exact = waiting / (sum(weights[:n]) + waiting)
    assert erlang_c(n, float(load)) == pytest.approx(float(exact), abs=NEAR)
    assert mean_wait(n, float(load), 180.0) == pytest.approx(float(exact * 180 / (n - load)), rel=NEAR)


def test_erlang_c_is_what_paper_and_pencil_give():
    assert erlang_c(1, 0.5) == pytest.approx(0.5)
    assert erlang_c(2, 1.0) == pytest.approx(1 / 3)


def test_more_load_than_servers_makes_everybody_wait_for_ever():
    assert erlang_c(3, 3.0) == 1.0
    assert mean_wait(3, 3.5, 60.0) == inf


@given(st.integers(1, 25), st.integers(1, 400), st.integers(1, 50))
def test_erlang_a_is_the_balance_of_those_who_come_and_go(n, tenth, fifth):
    load, leaves = Fraction(tenth, 10), Fraction(fifth, 5)
    most = n + 60 + int(6 * load / leaves)
    share = shares(n, load, leaves, most)
    in_line = sum(Fraction(k - n) * share[k] for k in range(n + 1, most + 1))
    said = erlang_a(n, float(load), 1.0, float(1 / leaves))
    assert said.waits == pytest.approx(float(sum(share[n:])), abs=NEAR)
    assert said.gives_up == pytest.approx(float(leaves * in_line / load), abs=NEAR)
    assert said.wait_s == pytest.approx(float(in_line / load), abs=NEAR)


def test_with_endless_patience_erlang_a_is_erlang_c():
    patient = erlang_a(10, 8.0, 180.0, 180e7)
    assert patient.waits == pytest.approx(erlang_c(10, 8.0), abs=1e-6)
    assert patient.wait_s == pytest.approx(mean_wait(10, 8.0, 180.0), rel=1e-5)


def test_a_load_far_beyond_the_servers_loses_what_they_cannot_serve():
    swamped = erlang_a(10, 4000.0, 180.0, 3600.0)
    assert swamped.waits == 1.0
    assert swamped.gives_up == pytest.approx(1 - 10 / 4000)


def test_nobody_comes_and_nobody_waits():
    assert erlang_a(3, 0.0, 60.0, 60.0).waits == 0.0
    assert erlang_b(0, 0.0) == 1.0


@pytest.mark.parametrize("wrong", [(0, 1.0, 60.0, 60.0), (1, 1.0, 0.0, 60.0), (1, 1.0, 60.0, 0.0), (1, -1.0, 1.0, 1.0)])
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"above 0|from 0"):
        erlang_a(*wrong)
