"""Opening a handoff: the facts of this moment, the packet, the notice, and the one write that holds all three."""

from contextlib import suppress
from dataclasses import asdict

from baton.core.actors import Actor, Caller, Role
from baton.core.answers.grounding import Grounding
from baton.core.conversation import Change, Conversation, Handoff
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.errors import Forbidden
from baton.core.events import Event
from baton.core.ids import ConversationId, HandoffId, QueueId
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import PacketInput, build
from baton.core.policy.model import Policy
from baton.core.policy.places import place_for, whom
from baton.core.routing.ranking import credit_s, rank
from baton.core.transitions import State
from baton.core.verbs.handoffs import open_handoff, take_over
from baton.core.verbs.resolutions import reopen
from baton.services.access import find, require, require_present
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import ATTEMPTS, busy
from baton.services.handoffs.placing import Placed, placed_now
from baton.services.handoffs.team_passages import only_for_operators
from baton.services.moves import language_of, notice, settled, words_of
from baton.services.records import AlreadyTaken, Receipt, Saved
from baton.services.waiting.queues import known
from baton.services.waiting.waits import keep_first

_ASKED_BY = {Role.CUSTOMER: Reason.CUSTOMER_REQUEST, Role.BOT: Reason.BOT_REQUEST}


async def ask_for_person(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    why: tuple[str, ...] = (),
    queue: str | None = None,
    receipt: Receipt | None = None,
) -> Conversation:
    """Open a handoff on request: the customer's "Talk to a person", an outside bot's, or the team's.

    A customer who asks twice, or asks while a person has it, gets the conversation as it stands.
    """
    require(caller, Role.CUSTOMER, Role.OPERATOR, Role.BOT, Role.ADMIN)
    if caller.role is Role.CUSTOMER and queue is not None:
        raise Forbidden("The queue is chosen by the company. Ask without `queue`.")
    before, customer = await find(desk, caller, id)
    if caller.role is Role.CUSTOMER and before.state in (State.QUEUED, State.HUMAN):
        return before
    policy = await desk.policies.of(caller.tenant_id)
    to = known(policy, queue).id if queue else None
    reason = _ASKED_BY.get(caller.role, Reason.TEAM_REQUEST)
    decision = _asked(reason, "asked-through-the-desk", policy, queue=to, why=why)
    if before.state is State.RESOLVED:
        saved = await _open_again(desk, before, customer, decision, actor=caller.actor, receipt=receipt)
    else:
        saved = await open_for(desk, before, customer, decision, actor=caller.actor, receipt=receipt)
    if saved is None:
        return await ask_for_person(desk, caller, id, why=why, queue=queue, receipt=receipt)
    return saved.conversation


async def open_for(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    decision: Decision,
    *,
    actor: Actor,
    grounding: Grounding | None = None,
    because: tuple[Event, ...] = (),
    decides: int | None = None,
    receipt: Receipt | None = None,
) -> Saved | None:
    """Hand a conversation that the bot holds to a queue. None where it moved meanwhile."""
    policy = await desk.policies.of(before.tenant_id)
    for _ in range(ATTEMPTS):
        handoff = await handoff_for(desk, before, customer, decision, policy=policy, grounding=grounding)
        placed = await placed_now(desk, before, customer, decision, handoff, policy=policy)
        word = notice(desk, placed.told.text, handoff.opened_at)
        change = open_handoff(before, placed.handoff, actor=actor, notice=word, because=because, decides=decides)
        with suppress(AlreadyTaken):
            return await _commit(desk, change, placed, receipt=receipt)
    raise busy()


async def _open_again(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    decision: Decision,
    *,
    actor: Actor,
    receipt: Receipt | None,
) -> Saved | None:
    """A person is asked for after the end: the conversation is reopened in the queue, in one move."""
    policy = await desk.policies.of(before.tenant_id)
    for _ in range(ATTEMPTS):
        handoff = await handoff_for(desk, before, customer, decision, policy=policy)
        placed = await placed_now(desk, before, customer, decision, handoff, policy=policy)
        word = notice(desk, placed.told.text, handoff.opened_at)
        change = reopen(before, actor, at=handoff.opened_at, to=State.QUEUED, notice=word, handoff=placed.handoff)
        with suppress(AlreadyTaken):
            return await _commit(desk, change, placed, receipt=receipt)
    raise busy()


async def barge_in(
    desk: Desk, caller: Caller, id: ConversationId, *, reason: str | None = None, receipt: Receipt | None = None
) -> Conversation:
    """An operator takes the conversation from the bot, from the queue, or from a colleague."""
    await require_present(desk, caller)
    before, customer = await find(desk, caller, id)
    now = desk.clock()
    handoff = None
    if before.state is State.BOT:
        policy = await desk.policies.of(before.tenant_id)
        decision = _asked(Reason.OPERATOR_TAKEOVER, "taken-over", policy, why=(reason,) if reason else ())
        handoff = await handoff_for(desk, before, customer, decision, policy=policy)
    joined = notice(desk, said.joined(caller.actor.name, await words_of(desk, before, customer)), now)
    change = take_over(before, caller.actor, at=now, notice=joined, handoff=handoff, reason=reason)
    return await settled(desk, caller, change, receipt)


async def handoff_for(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    decision: Decision,
    *,
    policy: Policy,
    grounding: Grounding | None = None,
) -> Handoff:
    """A handoff with its packet, frozen as of now."""
    now = desk.clock()
    named = policy.queue(decision.queue) or policy.default_queue
    language = language_of(before, customer)
    asked = whom(customer, language)
    queue = named if decision.queue_named else place_for(policy, named, decision.topic, asked)
    transcript = await desk.store.messages.latest(before.tenant_id, before.id, limit=desk.limits.packet_messages)
    packet = build(
        PacketInput(
            messages=transcript,
            customer=customer,
            channel=before.channel,
            decision=decision,
            queue=queue.id,
            queue_name=queue.name,
            now=now,
            language=language,
            grounding=grounding,
            for_operators=await only_for_operators(desk, before.tenant_id, transcript),
            own_facts=policy.facts,
            words=policy.speaks(language),
            tone=policy.bot.tone,
        )
    )
    return Handoff(
        id=HandoffId(desk.ids.new("handoff")),
        reason=decision.reason,
        rule=decision.rule,
        topic=decision.topic,
        queue=queue.id,
        queue_name=queue.name,
        opened_at=now,
        policy_version=decision.policy_version,
        priority=decision.priority,
        evidence=decision.evidence,
        packet=frozen(packet),
        ranks_at=rank(now, credit_s(policy.routing, decision.priority, asked.tier)),
        weight=policy.routing.weight(before.channel),
        needs={key: value for key, value in asdict(asked).items() if value},
    )


async def _commit(desk: Desk, change: Change, placed: Placed, *, receipt: Receipt | None) -> Saved | None:
    """Store the handoff with what its notice promises. What was told of the wait is kept beside the answer."""
    saved = await commit(desk, change, receipt=receipt, promises=placed.told.promises)
    if saved is not None:
        desk.soon(keep_first(desk, saved.conversation, placed.past))
    return saved


def _asked(
    reason: Reason, rule: str, policy: Policy, *, queue: QueueId | None = None, why: tuple[str, ...] = ()
) -> Decision:
    return Decision(
        kind=DecisionKind.HANDOFF,
        reason=reason,
        rule=rule,
        policy_version=policy.version,
        confidence=1.0,
        queue=queue or policy.default_queue.id,
        evidence=why,
        queue_named=queue is not None,
    )
