"""The ways in which a customer can go on after a handoff, and which of them are real at a moment.

Nothing is offered that isn't: an open line only where the queue is open, a callback only where a slot is free, e-mail
only where mail goes out. One mode is taken at once, without a question; the others are offered beside it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a handed-off conversation goes on.

    `LIVE`: somebody is free now. `QUEUED`: the customer waits in line. `TICKET`: a case with a reference, answered by a
    due time. `CALLBACK`: a call within a booked slot. `EMAIL`: the answer comes by e-mail as well. `OUTSIDE`: people at
    another desk answer, so nothing of this one is offered or told.
    """

    LIVE = "live"
    QUEUED = "queued"
    TICKET = "ticket"
    CALLBACK = "callback"
    EMAIL = "email"
    OUTSIDE = "outside"


CHOSEN = (Mode.LIVE, Mode.QUEUED, Mode.TICKET, Mode.CALLBACK, Mode.EMAIL)
"""The modes that a queue can have; the other follows from where the conversation is."""

IN_LINE = (Mode.LIVE, Mode.QUEUED)
"""The modes in which the customer waits in the conversation; the others are agreed on and kept as a follow-up."""


class Need(StrEnum):
    """What has to be known before a mode can be taken."""

    SLOT = "slot"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeFacts:
    """What is true of a queue, and known of a customer, at this moment.

    `allowed` are the queue's modes in its order of preference. `free` counts operators who could take one more
    conversation now, `position` is the place that this one has or would have, from 1. `has_slot`: a callback can be
    booked. `sends_mail`: the desk has a mail server. `knows_email`: the customer's address is known.
    """

    allowed: tuple[Mode, ...]
    is_open: bool
    free: int = 0
    position: int = 1
    has_slot: bool = False
    sends_mail: bool = False
    knows_email: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A mode that is real now, with what the customer has to give for it."""

    mode: Mode
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class ModesNow:
    """`default` is taken without a question; `offered` are all that are real, the default among them."""

    default: Mode
    offered: tuple[Offered, ...]

    def has(self, mode: Mode) -> bool:
        """Whether the mode is real now."""
        return any(one.mode is mode for one in self.offered)


def offered(facts: ModeFacts) -> ModesNow:
    """The modes that are real, in the queue's order. Where none of its modes is, the customer waits in line.

    The default is the first that needs nothing from the customer. Live and queued are one thing to a customer who
    asks, so only the truer of the two is offered.
    """
    real = tuple(Offered(mode, _needs(mode, facts)) for mode in dict.fromkeys(facts.allowed) if _is_real(mode, facts))
    default = next((one.mode for one in real if not one.needs), None)
    if default is None:
        default, real = Mode.QUEUED, (Offered(Mode.QUEUED), *real)
    return ModesNow(default, real)


def _is_real(mode: Mode, facts: ModeFacts) -> bool:
    is_free = facts.is_open and facts.free >= facts.position
    match mode:
        case Mode.LIVE:
            return is_free
        case Mode.QUEUED:
            return facts.is_open and not (is_free and Mode.LIVE in facts.allowed)
        case Mode.TICKET:
            return True
        case Mode.CALLBACK:
            return facts.has_slot
        case Mode.EMAIL:
            return facts.sends_mail
        case Mode.OUTSIDE:
            return False


def _needs(mode: Mode, facts: ModeFacts) -> tuple[Need, ...]:
    if mode is Mode.CALLBACK:
        return (Need.SLOT, Need.PHONE)
    if mode is Mode.EMAIL and not facts.knows_email:
        return (Need.EMAIL,)
    return ()
