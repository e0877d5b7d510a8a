"""The rules of the protocol, each of which may be switched off, and one thing that happens."""

from dataclasses import dataclass

from baton.core.values import value
from proof.world import World


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds in this model. Each may be switched off, to see that the exploration then finds what goes wrong."""

    fence: bool = True
    notice_in_the_change: bool = True
    claim_asks_the_state: bool = True
    one_decision: bool = True
    receipts: bool = True
    sweep: bool = True
    offers_stand: bool = True
    moves_end_offers: bool = True
    moves_settle: bool = True
    quiet: bool = True
    timer_asks: bool = True


@value
class Step:
    """One thing that happens. `fair`: it will happen some time, if it can (no crash, no customer's choice).

    `broken` says what must never be, where the step leads there.
    """

    what: str
    after: World
    fair: bool = False
    broken: str | None = None
