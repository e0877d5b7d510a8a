"""Somebody else's bot takes its turn: what it says, and what it tells of the turn without words.

The policy has its say first. A reply is stored only where no rule hands the customer's last message to a person, with
all that the bot told of it; else the handoff is opened under the same version, and the reply is dropped.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from baton.core.actors import Caller, Role
from baton.core.case import Case, Situation
from baton.core.conversation import Conversation, stale
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind
from baton.core.errors import Conflict, Invalid
from baton.core.ids import ConversationId
from baton.core.judging.judgement import Asked, before_looking, remembered
from baton.core.judging.outside_bot import NOTHING_TOLD, BotTurn, answered_elsewhere, judged_again
from baton.core.messages import Message
from baton.core.policy.model import Policy
from baton.core.signals import Signal
from baton.core.track import Track
from baton.core.trail.masking import with_marks
from baton.core.trail.proof import case_from
from baton.core.verbs.speech import (
    Judged,
    check_outside_bot_holds,
    decision_made,
    outside_bot_says,
    outside_bot_tells,
    turn_reported,
)
from baton.services.access import find, require
from baton.services.bot.answering import alike, named
from baton.services.bot.turn import Turn
from baton.services.conversations.attachments import sent_with
from baton.services.conversations.citing import cited
from baton.services.conversations.inbound import compose
from baton.services.conversations.replies import said_again
from baton.services.desk import Desk, commit
from baton.services.handoffs.opening import open_for
from baton.services.moves import language_of
from baton.services.records import AlreadySaid, Receipt, Saved

_TRIES = 3
"""How often a turn is tried where the desk decides on the customer's message at the same moment."""

Storing = Callable[[Conversation, Judged | None], Awaitable[Saved]]


class _DecidedMeanwhile(Exception):
    """Baton's own decision on the customer's message was stored while this turn was judged: it is judged anew."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a bot's turn. `message` is None where it said nothing, or where Baton handed over instead;
    `decision` is None where there was nothing to decide."""

    conversation: Conversation
    message: Message | None = None
    decision: Decision | None = None


async def say(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str,
    told: BotTurn = NOTHING_TOLD,
    files: Sequence[str] = (),
    cites: Sequence[str] = (),
    version: int | None = None,
    client_id: str | None = None,
    receipt: Receipt | None = None,
) -> Taken:
    """Send an outside bot's message, with what it tells of the turn. Not stored where a rule hands over.

    Raises Conflict `not_owner` or `stale_version`, naming who holds the baton, where the bot does not, and Invalid
    where the files or passages can't be sent.
    """
    require(caller, Role.BOT)
    written = compose(desk, caller.actor, text, client_id=client_id, has_files=bool(files))
    message = replace(written, citations=await cited(desk, caller, cites, for_customers=True))

    async def store(before: Conversation, judged: Judged | None) -> Saved:
        async with sent_with(desk, caller, id, message, files) as whole:
            change = outside_bot_says(before, whole, version=version, told=told, judged=judged)
            saved = await commit(desk, change, receipt=receipt)
            if saved is None:
                await _refuse(desk, caller, id, before)
        return saved

    try:
        # What was told once must not be judged twice, so a reply that comes again is known before it is judged.
        if client_id and not told.is_empty and await desk.store.messages.by_client_id(caller.tenant_id, id, client_id):
            raise AlreadySaid
        return await _take(desk, caller, id, told, version=version, receipt=receipt, store=store)
    except (AlreadySaid, Conflict) as refused:
        stored, conversation = await said_again(desk, caller, id, message, files, refused)
        return Taken(conversation, stored)


async def tell(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    told: BotTurn,
    *,
    version: int | None = None,
    receipt: Receipt | None = None,
) -> Taken:
    """Take what an outside bot tells of a turn in which it says nothing, and hand over where a rule says so.

    Raises Invalid where it tells nothing, Conflict as `say` does.
    """
    require(caller, Role.BOT)
    if told.is_empty:
        raise Invalid("This tells nothing. Send `understood`, `intent` or `tools`.", code="nothing_told")
    now = desk.clock()

    async def store(before: Conversation, judged: Judged | None) -> Saved:
        saved = await commit(
            desk, outside_bot_tells(before, caller.actor, now, told=told, judged=judged), receipt=receipt
        )
        if saved is None:
            await _refuse(desk, caller, id, before)
        return saved

    return await _take(desk, caller, id, told, version=version, receipt=receipt, store=store)


async def _take(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    told: BotTurn,
    *,
    version: int | None,
    receipt: Receipt | None,
    store: Storing,
) -> Taken:
    for _ in range(_TRIES):
        before, customer = await find(desk, caller, id)
        check_outside_bot_holds(before, caller.actor, version=version)
        judged = await _judge(desk, before, customer, told)
        decision = judged.decision if judged else None
        try:
            if judged is not None and judged.decision.kind is DecisionKind.HANDOFF:
                saved = await _hand_off(desk, caller, before, customer, judged, told=told, receipt=receipt)
                return Taken(saved.conversation, decision=decision)
            saved = await store(before, judged)
        except _DecidedMeanwhile:
            continue
        return Taken(saved.conversation, saved.events[-1].message, decision)
    raise Conflict("The conversation is changing just now. Send this again in a moment.", code="busy")


async def _judge(desk: Desk, before: Conversation, customer: Customer, told: BotTurn) -> Judged | None:
    """What the policy says to what the bot tells, and to a message that came before it and is not decided yet."""
    policy = await desk.policies.of(before.tenant_id)
    by = named(policy)
    if before.decided_seq < before.asked_seq:
        message = await desk.store.messages.unanswered(before.tenant_id, before.id)
        if message is not None:
            turn = Turn(before, customer, message)
            asked = replace(turn.asked, intent=told.understood, tools=told.tools)
            decision, track = _anew(asked, policy, await alike(desk, turn.asked, policy))
            return Judged(with_marks(decision, message.text), track, by)
    situation = Situation(
        desk.clock(), before.channel, language_of(before, customer), customer.verified, labels=before.labels
    )
    if told.understood and not before.track.unread:
        asked = Asked("", customer, before.track, situation, intent=told.understood, tools=told.tools)
        return Judged(*_anew(asked, policy), by)
    if not (told.understood or told.tools):
        return None
    data = await desk.store.events.last_decision(before.tenant_id, before.id, version=before.version)
    case = (case_from(data) if data else None) or Case(track=before.track, situation=situation)
    return Judged(*judged_again(policy, case, before.track, told), by)


def _anew(asked: Asked, policy: Policy, alike: tuple[Signal, ...] = ()) -> tuple[Decision, Track]:
    _, decision = before_looking(asked, answered_elsewhere(policy), alike)
    assert decision is not None  # noqa: S101 - beside somebody else's bot nothing is looked up
    return decision, remembered(asked, decision, None)


async def _hand_off(
    desk: Desk,
    caller: Caller,
    before: Conversation,
    customer: Customer,
    judged: Judged,
    *,
    told: BotTurn,
    receipt: Receipt | None,
) -> Saved:
    now, asked = desk.clock(), before.asked_seq
    decided = decision_made(judged.decision, judged.by, now, reply_to=asked)
    saved = await open_for(
        desk,
        before,
        customer,
        judged.decision,
        actor=judged.by,
        because=(*turn_reported(told, caller.actor, now), decided),
        decides=asked if before.decided_seq < asked else None,
        receipt=receipt,
    )
    if saved is None:
        await _refuse(desk, caller, before.id, before)
    return saved


async def _refuse(desk: Desk, caller: Caller, id: ConversationId, before: Conversation) -> NoReturn:
    """Say why a turn could not be stored: the baton has moved, or only a decision was stored before it."""
    present, _ = await find(desk, caller, id)
    if present.version != before.version:
        raise stale(present)
    raise _DecidedMeanwhile
