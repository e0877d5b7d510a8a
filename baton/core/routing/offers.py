"""An offer of a waiting conversation to one operator: who may end it and how.

It stands until `expires_at` and ends exactly once. Accepting it is the claim: the same statement that ends the offer
moves the baton. Nothing about an offer moves the baton otherwise.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from baton.core.errors import Conflict
from baton.core.ids import ConversationId, OfferId, OperatorId


class OfferState(StrEnum):
    """How an offer stands. All but the first are final."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    RESCINDED = "rescinded"


class OfferMove(StrEnum):
    """What can happen to an offer: the operator answers, time runs out, or the conversation no longer waits."""

    ACCEPT = "accept"
    DECLINE = "decline"
    EXPIRE = "expire"
    RESCIND = "rescind"


class DeclineReason(StrEnum):
    """Why an operator doesn't take a conversation."""

    BUSY = "busy"
    NOT_MY_FIELD = "not_my_field"
    LANGUAGE = "language"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    LEAVING = "leaving"
    OTHER = "other"


OFFER_TABLE: dict[tuple[OfferState, OfferMove], OfferState] = {
    (OfferState.OFFERED, OfferMove.ACCEPT): OfferState.ACCEPTED,
    (OfferState.OFFERED, OfferMove.DECLINE): OfferState.DECLINED,
    (OfferState.OFFERED, OfferMove.EXPIRE): OfferState.EXPIRED,
    (OfferState.OFFERED, OfferMove.RESCIND): OfferState.RESCINDED,
}
"""From a state, by what happens, to the next. What is not here cannot happen."""

_OVER = {
    OfferState.ACCEPTED: "This offer has already been accepted.",
    OfferState.DECLINED: "You declined this offer. If the conversation still waits, you can claim it from the list.",
    OfferState.EXPIRED: "This offer has run out. If the conversation still waits, you can claim it from the list.",
    OfferState.RESCINDED: "This conversation no longer waits for you: it was taken, moved on or cancelled meanwhile.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer. `reason` is why it was declined or rescinded, as a word; `note` is the operator's own sentence."""

    id: OfferId
    conversation: ConversationId
    operator: OperatorId
    offered_at: datetime
    expires_at: datetime
    state: OfferState = OfferState.OFFERED
    ended_at: datetime | None = None
    reason: str | None = None
    note: str | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the operator may still answer it."""
        return self.state is OfferState.OFFERED and now < self.expires_at


def end(offer: Offer, by: OfferMove, *, at: datetime, reason: str | None = None, note: str | None = None) -> Offer:
    """The offer after what happened to it.

    Raises Conflict (`offer_over`) where it has ended or, for an answer of the operator, where its time has run out.
    """
    to = OFFER_TABLE.get((offer.state, by))
    is_late = by in (OfferMove.ACCEPT, OfferMove.DECLINE) and at >= offer.expires_at
    if to is None or is_late:
        state = OfferState.EXPIRED if to else offer.state
        raise Conflict(_OVER[state], code="offer_over", state=state.value)
    if by is OfferMove.EXPIRE and at < offer.expires_at:
        raise ValueError("An offer can't run out before its time.")
    return replace(offer, state=to, ended_at=at, reason=reason, note=note)
