"""An offer ends once, and how."""

import itertools
from datetime import timedelta

import pytest
from builders import NOW

from baton.core.errors import Conflict
from baton.core.ids import ConversationId, OfferId, OperatorId
from baton.core.routing.offers import OFFER_TABLE, Offer, OfferMove, OfferState, end

LATER = NOW + timedelta(seconds=30)


def offer(state: OfferState = OfferState.OFFERED) -> Offer:
    return Offer(
        id=OfferId("ofr_1"),
        conversation=ConversationId("cnv_1"),
        operator=OperatorId("opr_dana"),
        offered_at=NOW,
        expires_at=LATER,
        state=state,
    )


@pytest.mark.parametrize(("state", "by"), list(itertools.product(OfferState, OfferMove)))
def test_an_offer_moves_as_the_table_says_and_no_other_way(state: OfferState, by: OfferMove) -> None:
    at = LATER if by is OfferMove.EXPIRE else NOW
    if to := OFFER_TABLE.get((state, by)):
        assert end(offer(state), by, at=at).state is to
    else:
        with pytest.raises(Conflict) as refused:
            end(offer(state), by, at=at)
        assert (refused.value.code, refused.value.extra["state"]) == ("offer_over", state.value)


def test_whatever_happens_to_an_offer_ends_it() -> None:
    assert {begin for begin, _ in OFFER_TABLE} == {OfferState.OFFERED}
    assert set(OFFER_TABLE.values()) == set(OfferState) - {OfferState.OFFERED}


@pytest.mark.parametrize("by", [OfferMove.ACCEPT, OfferMove.DECLINE])
def test_an_answer_that_comes_when_the_time_has_run_out_is_refused_even_if_nobody_has_swept_yet(by: OfferMove) -> None:
    with pytest.raises(Conflict, match="run out"):
        end(offer(), by, at=LATER)
    assert not offer().is_open(LATER)
    assert offer().is_open(LATER - timedelta(microseconds=1))


def test_an_offer_does_not_run_out_before_its_time() -> None:
    with pytest.raises(ValueError, match="before its time"):
        end(offer(), OfferMove.EXPIRE, at=NOW)


def test_a_declined_offer_keeps_when_and_why() -> None:
    ended = end(offer(), OfferMove.DECLINE, at=NOW, reason="language", note="Only Turkish here.")
    assert (ended.ended_at, ended.reason, ended.note) == (NOW, "language", "Only Turkish here.")
