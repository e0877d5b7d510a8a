"""Who may begin what, and the change that the product's verb makes of what they saw."""

from collections.abc import Callable
from dataclasses import replace

from baton.core.actors import SYSTEM, Actor
from baton.core.conversation import Change, Conversation
from baton.core.decision import DecisionKind, Reason
from baton.core.ids import OfferId, OperatorId, QueueId
from baton.core.promises import Happening, PromiseState
from baton.core.track import FRESH
from baton.core.transitions import State
from baton.core.verbs.handoffs import (
    claim,
    hand_back,
    open_handoff,
    release,
    requeue,
    take_over,
    transfer_to_operator,
    transfer_to_queue,
    withdraw,
)
from baton.core.verbs.lapses import Ending, end_promises
from baton.core.verbs.leaving import lose
from baton.core.verbs.resolutions import reopen, resolve
from baton.core.verbs.speech import (
    bot_answers,
    decision_made,
    operator_replies,
    outside_bot_says,
    received_after_the_end,
)
from proof.world import AT, BOT, CUSTOMER, DANA, DECISION, HANDOFF, NOTICE, OUTSIDE, SAM, Op, message

Verb = Callable[[Conversation, Op], Change]

OTHER = QueueId("billing")


def _answers(seen: Conversation, op: Op) -> Change:
    said = message(BOT, reply_to=op.seq)
    return bot_answers(seen, said, decision=DECISION, track=FRESH, seq=op.seq, looked_at=())


def _stops(seen: Conversation, op: Op) -> Change:
    decision = replace(DECISION, kind=DecisionKind.HANDOFF, reason=Reason.NO_SOURCE)
    event = decision_made(decision, BOT, NOTICE.at, reply_to=op.seq)
    return open_handoff(seen, HANDOFF, actor=BOT, notice=NOTICE, because=(event,), decides=op.seq)


def _asks(seen: Conversation, op: Op) -> Change:
    if seen.state is State.RESOLVED:
        return reopen(seen, op.actor, at=AT, to=State.QUEUED, notice=NOTICE, handoff=HANDOFF)
    return open_handoff(seen, HANDOFF, actor=op.actor, notice=NOTICE)


def _takes_over(seen: Conversation, op: Op) -> Change:
    handoff = HANDOFF if seen.state is State.BOT else None
    return take_over(seen, op.actor, at=AT, notice=NOTICE, handoff=handoff, reason=None)


def _passes_on(seen: Conversation, op: Op) -> Change:
    colleague = SAM if op.actor is DANA else DANA
    return transfer_to_operator(seen, op.actor, at=AT, to=colleague, notice=NOTICE, reason="-")


def _sends_on(seen: Conversation, op: Op) -> Change:
    return transfer_to_queue(seen, op.actor, at=AT, queue=OTHER, queue_name="Billing", notice=NOTICE, reason="-")


def _falls_back(seen: Conversation, op: Op) -> Change:
    return requeue(seen, actor=op.actor, at=AT, queue=OTHER, queue_name="Billing", notice=NOTICE, reason="-")


def _accepts(seen: Conversation, op: Op) -> Change:
    return claim(seen, op.actor, at=AT, notice=NOTICE, accepts=OfferId(op.actor.id or ""))


def _owns_up(seen: Conversation, _: Op) -> Change:
    broken = Ending(1, PromiseState.BROKEN, Happening.LAPSED, {})
    return end_promises(seen, (broken,), at=AT, apology=NOTICE)


def _loses(gone: Actor) -> Verb:
    return lambda seen, _: lose(seen, OperatorId(gone.id or ""), at=AT, notice=NOTICE)


def _reopens(to: State) -> Verb:
    def verb(seen: Conversation, op: Op) -> Change:
        handoff = HANDOFF if to is not State.BOT else None
        return reopen(seen, op.actor, at=AT, to=to, notice=NOTICE, handoff=handoff)

    return verb


VERBS: dict[str, Verb] = {
    "answers": _answers,
    "stops": _stops,
    "asks": _asks,
    "claims": lambda seen, op: claim(seen, op.actor, at=AT, notice=NOTICE),
    "accepts": _accepts,
    "takes over": _takes_over,
    "replies": lambda seen, op: operator_replies(seen, message(op.actor), version=op.composed),
    "releases": lambda seen, op: release(seen, op.actor, at=AT, notice=NOTICE, reason=None),
    "passes on": _passes_on,
    "sends on": _sends_on,
    "falls back": _falls_back,
    "loses Dana": _loses(DANA),
    "loses Sam": _loses(SAM),
    "owns up": _owns_up,
    "withdraws": lambda seen, op: withdraw(seen, op.actor, at=AT, notice=NOTICE),
    "hands back": lambda seen, op: hand_back(seen, op.actor, at=AT, notice=NOTICE, told={}),
    "resolves": lambda seen, op: resolve(seen, op.actor, at=AT, notice=NOTICE),
    "reopens to the bot": _reopens(State.BOT),
    "reopens to a queue": _reopens(State.QUEUED),
    "reopens to herself": _reopens(State.HUMAN),
    "says from outside": lambda seen, op: outside_bot_says(seen, message(op.actor), version=op.composed),
    "writes again": lambda seen, op: received_after_the_end(seen, message(op.actor)),
}

_OF_OPERATORS = (
    *("claims", "accepts", "takes over", "replies", "releases", "passes on", "sends on", "hands back", "resolves"),
    *("reopens to the bot", "reopens to a queue", "reopens to herself"),
)

WHO: tuple[tuple[Actor, tuple[str, ...]], ...] = (
    (CUSTOMER, ("asks", "withdraws", "resolves")),
    (DANA, _OF_OPERATORS),
    (SAM, _OF_OPERATORS),
    (OUTSIDE, ("says from outside",)),
    (SYSTEM, ("falls back", "loses Dana", "loses Sam", "owns up")),
)
"""Who may begin what of their own accord. A customer's messages and the bot's turns are steps of their own."""

COMPOSED = frozenset({"replies", "says from outside"})
"""What is written under a version that its author saw, some time before it is sent."""

PROMISES = frozenset({"stops", "asks"})
"""What hands off with a notice that promises an answer."""
