"""What a letter may be, and what becomes of one that was not taken."""

from datetime import UTC, datetime, timedelta

import pytest

from baton.core.errors import Invalid
from baton.core.ids import DeliveryId
from baton.core.mail.deliveries import (
    GIVE_UP_AFTER,
    RETRY_AFTER,
    Delivery,
    DeliveryKind,
    DeliveryState,
    after_failure,
    check_address,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def letter(*, tries: int = 1) -> Delivery:
    return Delivery(
        id=DeliveryId("dlv_1"), kind=DeliveryKind.REPLY, to="m@example.com", subject="s", text="t", created_at=NOW,
        tries=tries,
    )  # fmt: skip


def test_a_letter_that_was_not_taken_is_tried_again_after_ever_longer_pauses():
    pauses = [after_failure(letter(tries=n), "busy", now=NOW, is_final=False).again_at for n in range(1, 10)]
    assert pauses[:3] == [NOW + pause for pause in RETRY_AFTER[:3]]
    assert pauses[-1] == NOW + RETRY_AFTER[-1]


def test_a_letter_is_given_up_after_a_day_and_says_why():
    late = NOW + GIVE_UP_AFTER - timedelta(seconds=1)
    outcome = after_failure(letter(tries=20), "no connection", now=late, is_final=False)
    assert outcome.state is DeliveryState.GAVE_UP
    assert outcome.why == "no connection"


def test_a_refusal_for_good_is_not_tried_again():
    outcome = after_failure(letter(), "no such mailbox", now=NOW, is_final=True)
    assert outcome.state is DeliveryState.BOUNCED
    assert outcome.again_at is None


@pytest.mark.parametrize("address", ["maria@example.com", " o'neil+x@sub.example.co.uk ", "jörg@bücher.example"])
def test_an_address_is_taken(address: str):
    assert check_address(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "", "maria", "maria@", "@example.com", "a@b@c", "a b@example.com", "a@example..com", "a..b@example.com",
        "a@-x.com", "a@example.com\r\nBcc: everyone@example.com", "<a@example.com>", "a,b@example.com",
        "x" * 65 + "@example.com",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_plain_words(address: str):
    with pytest.raises(Invalid, match="not an e-mail address") as refused:
        check_address(address)
    assert refused.value.code == "invalid_email"
