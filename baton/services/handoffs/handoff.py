"""The baton changes hands, one function a verb. Opening a handoff has a file of its own."""

from collections.abc import Mapping

from baton.core.actors import Actor, Caller, Role
from baton.core.conversation import Change, Conversation
from baton.core.copy import Catalogue, said
from baton.core.errors import Conflict, Invalid, NotFound
from baton.core.ids import ConversationId, OfferId, OperatorId
from baton.core.transitions import State
from baton.core.verbs.handoffs import (
    already_claimed,
    hand_back,
    release,
    requeue,
    transfer_to_operator,
    transfer_to_queue,
    withdraw,
)
from baton.core.verbs.handoffs import claim as claimed
from baton.services.access import find, require, require_operator, require_present
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import queue_of
from baton.services.moves import carry_out, in_line_again, notice, refusal, settled, words_of
from baton.services.records import Receipt
from baton.services.waiting.queues import known

SHORT_FACT = 40
"""Characters of a fact that the bridge may name: a number or a date, not a whole error message."""


async def claim(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    accepts: OfferId | None = None,
    receipt: Receipt | None = None,
) -> Conversation:
    """Take a waiting conversation. Of many at once one wins; the others get Conflict `already_claimed` with `by`.

    `accepts` is the offer that is accepted with it; where that ended meanwhile, nothing happens.
    """
    await require_present(desk, caller)
    before, customer = await find(desk, caller, id)
    now = desk.clock()
    facts = await _facts(desk, before)
    joined = notice(desk, said.joined(caller.actor.name, await words_of(desk, before, customer), facts=facts), now)
    change = claimed(before, caller.actor, at=now, notice=joined, accepts=accepts)
    saved = await commit(desk, change, receipt=receipt)
    if saved is None:
        present, _ = await find(desk, caller, id)
        raise already_claimed(present) if present.state is State.HUMAN else await refusal(desk, caller, change, present)
    return saved.conversation


async def _facts(desk: Desk, before: Conversation) -> list[str]:
    """The short facts of the packet that the operator has before them."""
    packet = await desk.store.handoffs.packet(before.tenant_id, before.id)
    facts = packet.data["facts"] if packet else ()
    values = (str(fact["value"]) for fact in facts if not fact.get("sensitive"))
    return [value for value in dict.fromkeys(values) if len(value) <= SHORT_FACT]


async def let_go(
    desk: Desk, caller: Caller, id: ConversationId, *, reason: str | None = None, receipt: Receipt | None = None
) -> Conversation:
    """Release: put the conversation back into its queue, in its old place."""
    require_operator(caller)
    before, customer = await find(desk, caller, id)
    now, words = desk.clock(), await words_of(desk, before, customer)
    queue = queue_of(before, await desk.policies.of(caller.tenant_id))
    told = in_line_again(desk, before, customer, queue, said.released(caller.actor.name, words), words=words, at=now)
    change = release(before, caller.actor, at=now, notice=told.notice, reason=reason)
    return await settled(desk, caller, change, receipt, promises=told.promises)


async def pass_to_queue(
    desk: Desk, caller: Caller, id: ConversationId, *, queue: str, reason: str, receipt: Receipt | None = None
) -> Conversation:
    """Transfer to another queue, with a reason: what the operator holds, or what still waits."""
    require_operator(caller)
    to = known(await desk.policies.of(caller.tenant_id), queue)
    before, customer = await find(desk, caller, id)
    now, words = desk.clock(), await words_of(desk, before, customer)
    says = said.transferred(caller.actor.name or "", words, queue=to.name)
    told = in_line_again(desk, before, customer, to, says, words=words, at=now)
    verb = requeue if before.state is State.QUEUED else transfer_to_queue
    change = verb(before, caller.actor, at=now, queue=to.id, queue_name=to.name, notice=told.notice, reason=reason)
    return await settled(desk, caller, change, receipt, promises=told.promises)


async def pass_to_operator(
    desk: Desk, caller: Caller, id: ConversationId, *, operator_id: str, reason: str, receipt: Receipt | None = None
) -> Conversation:
    """Transfer to a colleague, with a reason. Refused where the colleague is offline."""
    require_operator(caller)
    to = await _colleague(desk, caller, operator_id)
    now = desk.clock()

    def verb(before: Conversation, words: Catalogue) -> Change:
        told = notice(desk, said.transferred(caller.actor.name or "", words, to=to.name), now)
        return transfer_to_operator(before, caller.actor, at=now, to=to, notice=told, reason=reason)

    return await carry_out(desk, caller, id, verb, receipt)


async def cancel_wait(
    desk: Desk, caller: Caller, id: ConversationId, *, receipt: Receipt | None = None
) -> Conversation:
    """The customer no longer wants to wait: back to the bot. With the bot already, nothing happens."""
    require(caller, Role.CUSTOMER, Role.ADMIN, Role.BOT)
    present, _ = await find(desk, caller, id)
    if present.state is State.BOT:
        return present
    now = desk.clock()

    def verb(before: Conversation, words: Catalogue) -> Change:
        return withdraw(before, caller.actor, at=now, notice=notice(desk, said.withdrawn(words), now))

    return await carry_out(desk, caller, id, verb, receipt)


async def give_back(
    desk: Desk, caller: Caller, id: ConversationId, *, told: Mapping[str, str], receipt: Receipt | None = None
) -> Conversation:
    """Hand back to the bot, with what was decided, promised and is not to be touched."""
    require_operator(caller)
    now = desk.clock()

    def verb(before: Conversation, words: Catalogue) -> Change:
        word = notice(desk, said.handed_back(caller.actor.name or "", words), now)
        return hand_back(before, caller.actor, at=now, notice=word, told=told)

    return await carry_out(desk, caller, id, verb, receipt)


async def _colleague(desk: Desk, caller: Caller, operator_id: str) -> Actor:
    found = await desk.store.people.operator(caller.tenant_id, OperatorId(operator_id))
    if found is None:
        raise NotFound(f"There is no operator {operator_id}.")
    if found.left_at is not None:
        raise Conflict(f"{found.name} has left the team. Choose somebody else, or a queue.", code="has_left")
    if found.availability == "offline":
        raise Conflict(f"{found.name} is offline. Choose somebody else, or a queue.", code="operator_offline")
    return Actor(caller.actor.kind, found.id, found.name)


def check_one_destination(queue: str | None, operator_id: str | None) -> None:
    """A transfer goes to one place: refuse none, and refuse two."""
    if (queue is None) == (operator_id is None):
        raise Invalid("Say where to: either `queue` or `operator_id`.")
