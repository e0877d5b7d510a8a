"""The protocol holds in every world that can come about, and a protocol broken on purpose is found out."""

import shutil
from dataclasses import fields, replace

import pytest

from proof import promela
from proof.explore import explore
from proof.rules import Rules
from proof.verbs import WHO
from proof.world import DANA, SAM

needs_spin = pytest.mark.skipif(
    not (shutil.which("spin") and shutil.which("gcc")), reason="spin and gcc are not installed"
)


def test_with_one_thing_under_way_nothing_breaks_and_nobody_is_forgotten():
    found = explore(at_once=1, messages=2)
    assert found.broken is None, found.trace
    assert found.worlds > 500


def test_with_replies_for_later_nothing_breaks_and_each_is_said_or_put_aside():
    found = explore(at_once=1, messages=2, later=True)
    assert found.broken is None, found.trace
    assert found.worlds > 3_000


@pytest.mark.slow
def test_with_two_things_under_way_nothing_breaks_and_nobody_is_forgotten():
    found = explore(at_once=2, messages=1)
    assert found.broken is None, found.trace
    assert found.worlds > 30_000


@pytest.mark.parametrize(
    ("switched_off", "breaks"),
    [
        ("fence", "the bot spoke while it did not hold the baton"),
        ("notice_in_the_change", "a handoff whose notice nobody will ever send"),
        ("claim_asks_the_state", "which the table does not allow"),
        ("one_decision", "a message was decided twice"),
        ("receipts", "a retry did it a second time"),
        ("offers_stand", "an offer was accepted that no longer stood"),
        ("moves_end_offers", "an offer stands of what no longer waits"),
        ("moves_settle", "a promise outlived its handoff"),
        ("quiet", "the desk owned up to a promise that had ended"),
        ("timer_asks", "a timer spoke over a word of the customer's that nobody had read"),
    ],
)
def test_each_rule_switched_off_is_found_out(switched_off: str, breaks: str):
    is_timed = switched_off == "timer_asks"
    found = explore(replace(Rules(), **{switched_off: False}), at_once=2, messages=2, later=is_timed)
    assert breaks in (found.broken or ""), found
    assert found.trace


def test_without_the_sweep_a_crash_leaves_a_customer_without_an_answer():
    found = explore(Rules(sweep=False), at_once=1, messages=1)
    assert found.broken == "nobody will ever answer this customer"
    assert found.trace[-1] == "Bot: turn, lost in a crash"


def test_both_operators_may_do_the_same_so_that_they_can_be_exchanged():
    may = dict(WHO)
    assert may[DANA] == may[SAM]


def test_every_rule_can_be_switched_off():
    assert {field.name for field in fields(Rules)} == {
        *("fence", "notice_in_the_change", "claim_asks_the_state", "one_decision", "receipts", "sweep"),
        *("offers_stand", "moves_end_offers", "moves_settle", "quiet", "timer_asks"),
    }


def test_spin_is_given_the_table_that_the_product_moves_by():
    assert (promela.HERE / "table.pml").read_text() == promela.table(), "run: uv run python -m proof.promela"


@needs_spin
@pytest.mark.slow
@pytest.mark.parametrize("later", [False, True])
def test_spin_finds_nothing_wrong(later: bool):
    report = promela.check(later=later)
    assert promela.holds(report), report


@needs_spin
@pytest.mark.slow
@pytest.mark.parametrize("fault", promela.FAULTS)
def test_spin_finds_each_planted_fault(fault: str):
    assert "errors: 1" in promela.check(fault=fault)
