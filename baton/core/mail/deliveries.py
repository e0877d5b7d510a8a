"""What leaves the desk for somebody's mailbox: one delivery per letter, tried until it arrives or can't."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.errors import Invalid
from baton.core.ids import ConversationId, DeliveryId


class DeliveryKind(StrEnum):
    """What a delivery is for."""

    REPLY = "reply"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    TRANSCRIPT = "transcript"
    ALERT = "alert"
    DIGEST = "digest"
    CHECK = "check"
    SIGN_IN = "sign_in"


class DeliveryState(StrEnum):
    """How a delivery stands.

    `DELIVERED`: the recipient's server took it. `BOUNCED`: it was refused for good, at once or by a report later.
    `GAVE_UP`: it could not be handed over within `GIVE_UP_AFTER`, or there is no way to send it.
    """

    WAITING = "waiting"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    GAVE_UP = "gave_up"


MAX_SUBJECT = 200
"""Characters of a subject; mail programs show about sixty."""

MAX_BODY = 200_000
"""Characters of a delivery's text or HTML. A transcript of several hundred messages fits."""

RETRY_AFTER = tuple(timedelta(minutes=minutes) for minutes in (0.5, 2, 5, 15, 30, 60, 120))
"""The pauses between tries; the last one repeats. A mail server that restarts is met by the first ones."""

GIVE_UP_AFTER = timedelta(hours=24)
"""How long a delivery is tried. RFC 5321 (4.5.4.1) lets servers try for days; a customer who waits can't."""

_ADDRESS = re.compile(r"[^@\s<>()\[\],;:\"\\\x00-\x1f\x7f]{1,64}@(?=.{1,255}$)(?:[^@\s<>()\[\],;:\"\\\x00-\x1f\x7f]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One letter to one recipient.

    `once` names what it is about (`reply:cnv_…:7`): a second delivery of the same name is not kept. `in_reply_to` and
    `references` are the Message-IDs it continues; `files` the attachments that it encloses. With `conversation_id` an
    answer to it comes back into that thread.
    """

    id: DeliveryId
    kind: DeliveryKind
    to: str
    subject: str
    text: str
    created_at: datetime
    html: str | None = None
    channel: str = "email"
    conversation_id: ConversationId | None = None
    language: str | None = None
    sender_name: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    once: str | None = None
    files: tuple[str, ...] = ()
    state: DeliveryState = DeliveryState.WAITING
    tries: int = 0
    due_at: datetime | None = None
    why: str = ""
    lease: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a try came to: how the delivery stands now, when it is tried again, and why, in words for an operator."""

    state: DeliveryState
    why: str = ""
    again_at: datetime | None = None


def check_address(address: str) -> str:
    """The address, if a letter can be sent to it. Raises Invalid `invalid_email`."""
    address = address.strip()
    if not _ADDRESS.fullmatch(address) or ".." in address or address.rpartition("@")[2].startswith((".", "-")):
        raise Invalid("This is not an e-mail address. Write it like maria@example.com.", code="invalid_email")
    return address


def after_failure(delivery: Delivery, why: str, *, now: datetime, is_final: bool) -> Outcome:
    """What becomes of a delivery whose try failed: refused for good, tried again later, or given up."""
    if is_final:
        return Outcome(DeliveryState.BOUNCED, why)
    pause = RETRY_AFTER[min(max(delivery.tries, 1), len(RETRY_AFTER)) - 1]
    if now + pause > delivery.created_at + GIVE_UP_AFTER:
        return Outcome(DeliveryState.GAVE_UP, why)
    return Outcome(DeliveryState.WAITING, why, now + pause)
