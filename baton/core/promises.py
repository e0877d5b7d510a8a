"""What the desk has promised a customer. A sentence that promises is made with its promise, or not at all."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PromiseKind(StrEnum):
    """What is promised.

    `ANSWER_HERE`: an answer comes in this same conversation. `OPENS_AT`: the queue has people from `due` on.
    """

    ANSWER_HERE = "answer_here"
    OPENS_AT = "opens_at"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: the sentence as the customer read it, when it is due (None: no time was named), its basis.

    `basis` is the fact it rests on, for the trail: the queue that took the conversation, the hours that say so.
    """

    kind: PromiseKind
    due: datetime | None
    says: str
    basis: str


def answer_here(says: str, queue: str) -> Promise:
    """The promise that the queue answers in this conversation. It names no time, so it has no due time."""
    return Promise(PromiseKind.ANSWER_HERE, None, says, f"the conversation is in the queue {queue}")


def opens_at(says: str, opens: datetime, *, now: datetime) -> Promise:
    """The promise that a queue opens at `opens`. Raises ValueError where that is not ahead of `now`."""
    if opens <= now:
        raise ValueError("A promised opening must lie ahead of now.")
    return Promise(PromiseKind.OPENS_AT, opens, says, "the queue's opening hours")
