"""Which ways to go on are real at a moment, and which one is taken without a question."""

from typing import Any

import pytest

from baton.core.followups.modes import Mode, ModeFacts, ModesNow, Need, Offered, offered

ALL = tuple(Mode)


def now(**facts: Any) -> ModesNow:
    return offered(ModeFacts(**({"allowed": ALL, "is_open": True} | facts)))


def names(modes: ModesNow) -> list[str]:
    return [one.mode.value for one in modes.offered]


def test_live_is_offered_only_where_somebody_is_free_for_this_very_conversation():
    assert now(free=1, position=1).default is Mode.LIVE
    assert now(free=1, position=2).default is Mode.QUEUED
    assert now(free=0, position=1).default is Mode.QUEUED


def test_live_and_queued_are_never_offered_side_by_side():
    for free in (0, 1, 2):
        assert len({Mode.LIVE.value, Mode.QUEUED.value} & set(names(now(free=free)))) == 1


def test_a_closed_queue_offers_no_line_and_takes_the_next_mode_of_its_order():
    closed = now(is_open=False, free=3, has_slot=True, sends_mail=True)
    assert names(closed) == ["ticket", "callback", "email"]
    assert closed.default is Mode.TICKET


def test_a_callback_is_offered_only_where_a_slot_is_free_and_never_taken_without_a_question():
    assert not now().has(Mode.CALLBACK)
    with_slot = offered(ModeFacts(allowed=(Mode.CALLBACK, Mode.TICKET), is_open=True, has_slot=True))
    assert with_slot.offered[0] == Offered(Mode.CALLBACK, (Need.SLOT, Need.PHONE))
    assert with_slot.default is Mode.TICKET


def test_email_is_offered_only_where_mail_goes_out_and_asks_for_an_address_that_is_not_known():
    assert not now().has(Mode.EMAIL)
    assert Offered(Mode.EMAIL, (Need.EMAIL,)) in now(sends_mail=True).offered
    assert Offered(Mode.EMAIL) in now(sends_mail=True, knows_email=True).offered


@pytest.mark.parametrize("allowed", [(), (Mode.LIVE,), (Mode.CALLBACK,), (Mode.EMAIL,)])
def test_where_none_of_a_queues_modes_is_real_the_customer_waits_in_line(allowed: tuple[Mode, ...]):
    assert offered(ModeFacts(allowed=allowed, is_open=False)) == ModesNow(Mode.QUEUED, (Offered(Mode.QUEUED),))


def test_the_queues_order_is_kept_and_a_mode_named_twice_is_offered_once():
    modes = offered(ModeFacts(allowed=(Mode.TICKET, Mode.QUEUED, Mode.TICKET), is_open=True))
    assert names(modes) == ["ticket", "queued"]
    assert modes.default is Mode.TICKET
