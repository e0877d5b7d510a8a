"""What was agreed with a customer instead of waiting in line: a ticket, a callback, an answer by e-mail.

Each has a reference, an owner and a due time, and each ends: done, or withdrawn because the customer chose another way.
A handoff has one follow-up at most; choosing another mode changes it and keeps its reference.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from baton.core.followups.callbacks import Slot
from baton.core.followups.modes import Mode
from baton.core.ids import HandoffId

USUAL_TICKET_S = 8 * 3600
"""Open time in which a ticket is due where its queue states no target: a working day. No customer is told of it."""

DIGITS = 6
"""Digits of a reference: few enough to read out, and enough that two seldom meet."""


PREFIX = "[A-Z][A-Z0-9]{0,5}"
"""How references may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRules:
    """How tickets are named: `prefix` begins every reference."""

    prefix: str = "T"


class FollowUpState(StrEnum):
    """How a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One agreement. Times are UTC; `due_at` is when it should be done by, for a callback the slot's end.

    `owner` is who answers for it. `seat` is the place in the slot that was taken. `zone` is the customer's time zone,
    where it is known. `tries` counts calls that did not reach the customer. `promised`: the customer was told the due
    time.
    """

    handoff_id: HandoffId
    mode: Mode
    reference: str
    queue: str
    owner: str
    made_at: datetime
    due_at: datetime
    promised: bool = False
    slot: Slot | None = None
    seat: int | None = None
    phone: str | None = None
    email: str | None = None
    zone: str | None = None
    tries: int = 0
    state: FollowUpState = FollowUpState.OPEN


def reference_of(prefix: str, handoff_id: HandoffId, attempt: int = 0) -> str:
    """A reference that people can read out, such as HP-104233: always the same for a handoff and an attempt.

    Numbers in order would tell customers how many cases there are, and cost a look-up. Two handoffs may meet in one;
    the store refuses the second, and the next attempt is another number, longer by a digit after every second.
    """
    digits = DIGITS + attempt // 2
    digest = hashlib.sha256(f"{handoff_id}/{attempt}".encode()).digest()
    least = 10 ** (digits - 1)
    return f"{prefix}-{least + int.from_bytes(digest[:8], 'big') % (9 * least)}"


def agreed_view(mode: Mode, followup: FollowUp | None) -> dict[str, Any]:
    """How a handoff goes on, as everyone in the conversation may see it: no number, no address."""
    slot = followup.slot if followup else None
    return {
        "mode": mode.value,
        "reference": followup.reference if followup else None,
        "due": followup.due_at if followup and followup.promised else None,
        "slot": {"start": slot.start, "end": slot.end} if slot else None,
    }
