"""End a conversation, and begin it again."""

from dataclasses import replace
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.conversation import Change, Conversation, stale
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, QueueId
from baton.core.policy.dispositions import Disposition, check
from baton.core.transitions import State
from baton.core.verbs.resolutions import check_heard, reopen, resolve
from baton.services.access import find, require, require_present
from baton.services.desk import Desk, commit
from baton.services.handoffs.opening import handoff_for
from baton.services.moves import Word, in_line_again, notice, settled, words_of
from baton.services.records import Receipt
from baton.services.waiting.queues import known

_TO = {"bot": State.BOT, "queue": State.QUEUED, "me": State.HUMAN}


async def dispositions(desk: Desk, caller: Caller) -> tuple[Disposition, ...]:
    """How the company's conversations end, in the policy's order, the retired with them: some conversation has them."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY, Role.BOT)
    return (await desk.policies.of(caller.tenant_id)).dispositions


async def end(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    disposition: str | None = None,
    note: str | None = None,
    seen: int | None = None,
    receipt: Receipt | None = None,
) -> Conversation:
    """Resolve. An operator may while nobody else holds the conversation; a customer may end their own.

    `seen` is the seq of the last event that the caller had read. Raises Conflict `customer_wrote` where the customer
    has written since, and Invalid `unknown_disposition` for a word that is not among the company's.
    """
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT, Role.CUSTOMER)
    if disposition is not None:
        check((await desk.policies.of(caller.tenant_id)).dispositions, disposition)
    before, customer = await find(desk, caller, id)
    name = caller.actor.name if caller.actor.operator_id else None
    now = desk.clock()
    told = notice(desk, said.resolved(name, await words_of(desk, before, customer)), now)
    change = resolve(before, caller.actor, at=now, notice=told, disposition=disposition, note=note)
    if seen is None:
        return await settled(desk, caller, change, receipt)
    return await _end_unless_written(desk, caller, change, before, seen=seen, receipt=receipt)


async def _end_unless_written(
    desk: Desk, caller: Caller, change: Change, before: Conversation, *, seen: int, receipt: Receipt | None
) -> Conversation:
    check_heard(before, seen)
    # A message raises no version, so one that comes between the look and the write is told by the log alone.
    saved = await commit(desk, replace(change, quiet_since=before.seq), receipt=receipt)
    if saved is None:
        present, _ = await find(desk, caller, before.id)
        check_heard(present, seen)
        raise stale(present)
    return saved.conversation


async def begin_again(
    desk: Desk, caller: Caller, id: ConversationId, *, to: str = "bot", receipt: Receipt | None = None
) -> Conversation:
    """Reopen a resolved conversation: with the bot, in its queue, or with the operator who asks."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT)
    state = _TO.get(to)
    if state is None:
        raise Invalid(f"A conversation is reopened to {', '.join(_TO)}, not to {to}.")
    if state is State.HUMAN:
        await _check_may_take(desk, caller)
    before, customer = await find(desk, caller, id)
    now = desk.clock()
    handoff = None
    if state is not State.BOT:
        policy = await desk.policies.of(caller.tenant_id)
        decision = Decision(
            DecisionKind.HANDOFF, Reason.REOPENED, "reopened", policy.version, 1.0, policy.default_queue.id
        )
        handoff = await handoff_for(desk, before, customer, decision, policy=policy)
    told = await _told(desk, caller, before, customer, state=state, queue=handoff.queue if handoff else None, at=now)
    change = reopen(before, caller.actor, at=now, to=state, notice=told.notice, handoff=handoff)
    return await settled(desk, caller, change, receipt, promises=told.promises)


async def _check_may_take(desk: Desk, caller: Caller) -> None:
    if caller.actor.operator_id is None:
        raise Invalid("Only an operator can reopen a conversation to themselves.")
    await require_present(desk, caller)


async def _told(
    desk: Desk,
    caller: Caller,
    before: Conversation,
    customer: Customer,
    *,
    state: State,
    queue: QueueId | None,
    at: datetime,
) -> Word:
    words = await words_of(desk, before, customer)
    says = said.reopened(state, words, caller.actor.name)
    if state is not State.QUEUED or queue is None:
        return Word(notice(desk, says, at))
    waits_in = known(await desk.policies.of(caller.tenant_id), queue)
    return in_line_again(desk, before, customer, waits_in, says, words=words, at=at)
