"""One conversation and everybody who acts on it at once, as a value.

The conversation is the product's own value, changed by the product's own verbs. What the model adds is the store (what
the writing statements do with a change), and the time between looking and writing, in which others act.
"""

from bisect import bisect_right
from collections.abc import Hashable
from datetime import UTC, datetime
from typing import Any

from baton.core.actors import SYSTEM, Actor, ActorKind
from baton.core.conversation import Change, Conversation, Handoff
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.events import EventKind
from baton.core.ids import ConversationId, CustomerId, HandoffId, MessageId, QueueId, TenantId
from baton.core.messages import Message, MessageKind
from baton.core.promises import PromiseState
from baton.core.values import altered, value

AT = datetime(2026, 1, 1, tzinfo=UTC)
BOT = Actor(ActorKind.BOT, None, "Bot")
OUTSIDE = Actor(ActorKind.BOT, "key_outside", "Outside")
CUSTOMER = Actor(ActorKind.CUSTOMER, "cus")
DANA = Actor(ActorKind.OPERATOR, "opr_dana", "Dana")
SAM = Actor(ActorKind.OPERATOR, "opr_sam", "Sam")
OPERATORS = (DANA, SAM)
LOSSES = ("loses Dana", "loses Sam")
MIRROR = {one: other for pair in (("opr_dana", "opr_sam"), LOSSES) for one, other in (pair, pair[::-1])}
"""What the one operator is called where the two are exchanged."""

NOTICE = Message(MessageId("msg_notice"), SYSTEM, MessageKind.NOTICE, "Told.", AT)
DECISION = Decision(DecisionKind.ANSWER, Reason.GROUNDED, "grounded", 1)
HANDOFF = Handoff(HandoffId("hnd"), Reason.CUSTOMER_REQUEST, "asks", QueueId("support"), "Support", AT, 1)


@value
class Op:
    """Something under way. `composed` is the version it was written under, `looked` the conversation as it was loaded.

    `seq` is the customer's message that a bot's turn decides on. `done`: it was carried out, but its answer was lost on
    the way, so the client sends it again.
    """

    verb: str
    actor: Actor
    looked: Conversation | None
    composed: int | None = None
    seq: int = 0
    done: bool = False


@value
class World:
    """The stored row, what is under way, and how many messages the customer still has to say.

    `offer` is the operator to whom the waiting conversation is offered. `promise` is how the handoff's promise stands,
    None where none was made. `untold` is a handoff whose notice is not stored: never so, unless the model is broken on
    purpose. `later`: Dana may schedule replies, and a timer says them.
    """

    row: Conversation
    ops: tuple[Op, ...] = ()
    left: int = 1
    offer: str | None = None
    promise: PromiseState | None = None
    untold: bool = False
    later: bool = False

    def key(self, *, fenced: bool) -> Hashable:
        """The same for worlds that behave alike from here on.

        Of places in the log, all that counts is which of the customer's messages come before them. Of versions, whether
        they are still the row's: behind the fence, whatever was made from an older one is refused, whatever it is. The
        two operators may do the same things, so a world in which they are exchanged is the same world; not so where
        replies are written for later, for only Dana writes them.
        """
        if self.later:
            return self._key(fenced, {})
        row = self.row
        held_by = row.owner_id or self.offer or (row.handoff and row.handoff.claimed_by)
        if held_by is not None or not any(op.actor in OPERATORS or op.verb in LOSSES for op in self.ops):
            return self._key(fenced, MIRROR if held_by == SAM.id else {})
        return min(self._key(fenced, {}), self._key(fenced, MIRROR))

    def _key(self, fenced: bool, called: dict[str, str]) -> tuple[Any, ...]:
        """The key, with whoever stands in `called` as they are called there."""
        row = self.row
        seen = [row, *(op.looked for op in self.ops if op.looked)]
        messages = sorted({conversation.asked_seq for conversation in seen} | {op.seq for op in self.ops})

        def name(of: str | None) -> str:
            return called.get(of, of) if of else ""

        def shape(c: Conversation | None) -> Hashable:
            if c is None:
                return ()
            if fenced and c.version != row.version:
                return ("stale",)
            held = (c.handoff.queue, name(c.handoff.claimed_by)) if c.handoff else ()
            places = tuple(bisect_right(messages, n) for n in (c.seq, c.asked_seq, c.decided_seq))
            return (c.state.value, c.version == row.version, name(c.owner_id), c.queue or "", held, places)

        ops = sorted(
            (
                name(op.verb),
                name(op.actor.id),
                shape(op.looked),
                op.composed == row.version,
                bisect_right(messages, op.seq),
                op.done,
                op.verb in ("owns up", "says what is due") and op.looked is not None and op.looked.seq == row.seq,
            )
            for op in self.ops
        )
        # How a promise ended changes nothing that comes after: what was wrong with it was found on the way.
        owed = self.promise is PromiseState.OPEN
        return (shape(row), tuple(ops), self.left, name(self.offer), owed, self.untold, _later(row))

    def without(self, op: Op, *more: Op) -> "World":
        """The world with `op` ended, and others begun."""
        ops = list(self.ops)
        ops.remove(op)
        return altered(self, ops=(*ops, *more))

    def begun(self, op: Op) -> "World":
        """The world with one more thing under way."""
        return altered(self, ops=(*self.ops, op))


def _later(row: Conversation) -> Hashable:
    """Whether a reply waits for its time, and whether it can still be said: what keeps it from that is all the same."""
    timer = row.timer
    return timer and timer.due_at and timer.under == row.version and row.asked_seq <= timer.seq


def start(messages: int, *, later: bool = False) -> World:
    """A new conversation, which the bot holds."""
    row = Conversation(ConversationId("cnv"), TenantId("ten"), CustomerId("cus"), "web", AT, seq=1)
    return World(row, left=messages, later=later)


def stored(row: Conversation, change: Change) -> Conversation:
    """What the writing statement makes of the row: numbers are the row's own, all else is the change's."""
    asked = next((n for n, e in enumerate(change.events, 1) if e.kind is EventKind.MESSAGE_RECEIVED), 0)
    return altered(
        change.after,
        seq=row.seq + len(change.events),
        decided_seq=max(row.decided_seq, change.after.decided_seq),
        asked_seq=row.seq + asked if asked else row.asked_seq,
        timer=row.timer,
    )


def admits(row: Conversation, change: Change) -> bool:
    """The fence of the writing statement."""
    undecided = change.decides is None or row.decided_seq < change.decides
    is_quiet = change.quiet_since is None or row.seq == change.quiet_since
    return row.version == change.fence and undecided and is_quiet


def happened(row: Conversation) -> Conversation:
    """The row with one more event that moves nothing: an offer is made, or ends."""
    return altered(row, seq=row.seq + 1)


def heard(row: Conversation) -> Conversation:
    """The row with one more message of the customer."""
    return altered(row, seq=row.seq + 1, asked_seq=row.seq + 1)


def message(author: Actor, **fields: Any) -> Message:
    """Something said."""
    return Message(MessageId("msg"), author, MessageKind.TEXT, "Said.", AT, **fields)
