"""What comes next for a customer whom nobody has claimed: the fallback chain of the queue where they began to wait.

A chain's steps are counted from the moment when the customer joined its queue, and it goes on through the queues that
it leads to. Where it ends in a queue, that queue's own chain takes over. It never ends in silence: what can't be
carried out is passed over, and after the last step comes a ticket.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from baton.core.followups.modes import Mode
from baton.core.ids import QueueId
from baton.core.policy.model import Policy
from baton.core.policy.queue import Fallback, Queue

MOST_MOVES = 5
"""Queues that one customer is moved through. A chain edited into a ring still ends."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A place in a chain: whose it is, since when it runs, its steps that lie behind, and the moves of this wait."""

    queue: QueueId
    since: datetime
    step: int = 0
    moves: int = 0


@dataclass(frozen=True, slots=True)
class WaitUntil:
    """Nothing is due before `due`."""

    due: datetime


@dataclass(frozen=True, slots=True)
class MoveOn:
    """The customer goes to another queue, and from there on by `chain`. `after_s` is what the policy gave the wait."""

    queue: Queue
    chain: Chain
    after_s: int


@dataclass(frozen=True, slots=True)
class EndIn:
    """The wait ends in a mode: a ticket, a callback or e-mail."""

    mode: Mode
    after_s: int


Step = WaitUntil | MoveOn | EndIn


def next_step(policy: Policy, chain: Chain, *, waits_in: QueueId, now: datetime) -> Step:
    """What is to be done now for a customer who waits in `waits_in` and came there by `chain`.

    A queue that is closed, or unknown to this version of the policy, is passed over: nobody would be found there.
    """
    steps = (policy.queue(chain.queue) or policy.default_queue).fallback
    for number, step in enumerate(steps[chain.step :], chain.step + 1):
        due = chain.since + timedelta(seconds=step.after_s)
        if due > now:
            return WaitUntil(due)
        if step.mode is not None:
            return EndIn(step.mode, step.after_s)
        queue = policy.queue(step.queue)
        if queue and queue.id != waits_in and queue.hours.is_open(now) and chain.moves < MOST_MOVES:
            return MoveOn(queue, _after(chain, number, steps, queue.id, now), step.after_s)
    return EndIn(Mode.TICKET, steps[-1].after_s if steps else 0)


def _after(chain: Chain, taken: int, steps: tuple[Fallback, ...], queue: QueueId, now: datetime) -> Chain:
    if taken < len(steps):
        return Chain(chain.queue, chain.since, taken, chain.moves + 1)
    return Chain(queue, now, 0, chain.moves + 1)
