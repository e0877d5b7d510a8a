"""What happens to a conversation in Chatwoot happens to it here: a person takes it, gives it back, ends it.

Each move goes through the same gate as every other, so that what the bot is about to say under the version before is
refused. The customer is told nothing of it from here: Chatwoot does that.
"""

from collections.abc import Callable

from baton.core.actors import Actor, ActorKind
from baton.core.chatwoot.connection import Agent, Connection, Stands, Thread, Turned, is_news, outsider, turned
from baton.core.conversation import Change, Conversation
from baton.core.copy import said
from baton.core.copy.catalogues import Catalogue
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import ConversationId, OperatorId, QueueId, TenantId
from baton.core.messages import Message
from baton.core.transitions import Move, State
from baton.core.values import altered
from baton.core.verbs.handoffs import back_to_queue, hand_back, take_over, withdraw
from baton.core.verbs.resolutions import reopen, resolve
from baton.services.access import no_such_conversation
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import ATTEMPTS, busy
from baton.services.handoffs.opening import handoff_for, open_for
from baton.services.moves import notice, words_of


async def follow(
    desk: Desk, tenant_id: TenantId, to: Connection, thread: Thread, stands: Stands, *, tells_status: bool = True
) -> None:
    """Bring a conversation to where it stands in Chatwoot, if that is news. Raises Conflict `busy`."""
    if not is_news(thread, stands, tells_status=tells_status):
        return
    way = turned(thread, stands)
    if way is Turned.TO_AGENT and stands.assignee:
        await hold(desk, tenant_id, to, thread.conversation_id, stands.assignee)
    elif way is Turned.TO_BOT:
        await _until_stored(desk, tenant_id, thread.conversation_id, _to_bot(to))
    elif way is Turned.ENDED:
        await _until_stored(desk, tenant_id, thread.conversation_id, _ended(to))
    elif way is Turned.TO_NOBODY:
        await _to_nobody(desk, tenant_id, to, thread)
    await desk.store.chatwoot.stands(tenant_id, thread, stands)


async def hold(desk: Desk, tenant_id: TenantId, to: Connection, id: ConversationId, agent: Agent) -> Actor:
    """Somebody in Chatwoot takes a conversation, whoever has it. Who has it already, keeps it. Returns who that is."""
    person = await person_of(desk, tenant_id, to, agent)
    for _ in range(ATTEMPTS):
        before, customer = await _load(desk, tenant_id, id)
        if before.state is State.HUMAN and before.owner_id == person.operator_id:
            return person
        now, handoff = desk.clock(), None
        if before.state in (State.BOT, State.RESOLVED):
            policy = await desk.policies.of(tenant_id)
            decision = _decided(Reason.OPERATOR_TAKEOVER, "taken-over", policy.version, policy.default_queue.id)
            handoff = await handoff_for(desk, before, customer, decision, policy=policy)
        word = notice(desk, said.joined(agent.name, await words_of(desk, before, customer)), now)
        if before.state is State.RESOLVED:
            change = reopen(before, person, at=now, to=State.HUMAN, notice=word, handoff=handoff)
        else:
            change = take_over(before, person, at=now, notice=word, handoff=handoff, reason=None)
        # How much somebody has on their hands is for Chatwoot to say.
        if await commit(desk, altered(change, beyond=True)) is not None:
            return person
    raise busy()


async def person_of(desk: Desk, tenant_id: TenantId, to: Connection, agent: Agent) -> Actor:
    """Somebody of Chatwoot's as they stand in our trail."""
    new = OperatorId(desk.ids.new("outsider"))
    name = outsider(new, agent).name or agent.name
    id = await desk.store.chatwoot_known.agent(tenant_id, to.id, agent, name, new, desk.clock())
    return outsider(id, agent)


async def end(desk: Desk, tenant_id: TenantId, to: Connection, id: ConversationId) -> None:
    """A conversation is over there, or there is none such any more."""
    await _until_stored(desk, tenant_id, id, _ended(to))


Verb = Callable[[Conversation, Catalogue, Callable[[str], Message]], Change | None]
"""A move that waits for the conversation, its words, and a way to make a notice of them; None: nothing is to do."""


async def _until_stored(desk: Desk, tenant_id: TenantId, id: ConversationId, verb: Verb) -> None:
    for _ in range(ATTEMPTS):
        before, customer = await _load(desk, tenant_id, id)
        words, now = await words_of(desk, before, customer), desk.clock()
        change = verb(before, words, lambda text, at=now: notice(desk, text, at))
        if change is None or await commit(desk, change) is not None:
            return
    raise busy()


def _to_bot(to: Connection) -> Verb:
    def verb(before: Conversation, words: Catalogue, tell: Callable[[str], Message]) -> Change | None:
        if before.state is State.BOT:
            return None
        if before.state is State.HUMAN:
            holder = Actor(ActorKind.OPERATOR, before.owner_id, before.owner_name)
            told = tell(said.handed_back(before.owner_name or "", words))
            return hand_back(before, holder, at=told.at, notice=told, told={})
        if before.state is State.QUEUED:
            told = tell(said.withdrawn(words))
            return withdraw(before, to.actor, at=told.at, notice=told)
        told = tell(said.reopened(State.BOT, words, None))
        return reopen(before, to.actor, at=told.at, to=State.BOT, notice=told, handoff=None)

    return verb


def _ended(to: Connection) -> Verb:
    def verb(before: Conversation, words: Catalogue, tell: Callable[[str], Message]) -> Change | None:
        if before.state is State.RESOLVED:
            return None
        told = tell(said.resolved(None, words))
        return resolve(before, to.actor, at=told.at, notice=told)

    return verb


def _let_go(to: Connection) -> Verb:
    def verb(before: Conversation, words: Catalogue, tell: Callable[[str], Message]) -> Change | None:
        if before.state is not State.HUMAN:
            return None
        told = tell(said.released(before.owner_name, words))
        return back_to_queue(before, Move.RELEASED, actor=to.actor, at=told.at, notice=told, reason=None)

    return verb


async def _to_nobody(desk: Desk, tenant_id: TenantId, to: Connection, thread: Thread) -> None:
    """It is open, and nobody has it: it waits for Chatwoot's people."""
    for _ in range(ATTEMPTS):
        before, customer = await _load(desk, tenant_id, thread.conversation_id)
        if before.state is State.HUMAN and thread.assignee_id is not None:
            return await _until_stored(desk, tenant_id, before.id, _let_go(to))
        if before.state in (State.QUEUED, State.HUMAN) or await _opened(desk, to, before, customer):
            return None
    raise busy()


async def _opened(desk: Desk, to: Connection, before: Conversation, customer: Customer) -> bool:
    policy = await desk.policies.of(before.tenant_id)
    decision = _decided(Reason.TEAM_REQUEST, "opened-outside", policy.version, policy.default_queue.id)
    if before.state is State.BOT:
        return await open_for(desk, before, customer, decision, actor=to.actor) is not None
    handoff = await handoff_for(desk, before, customer, decision, policy=policy)
    told = notice(desk, said.reopened(State.QUEUED, await words_of(desk, before, customer), None), handoff.opened_at)
    change = reopen(before, to.actor, at=told.at, to=State.QUEUED, notice=told, handoff=handoff)
    return await commit(desk, change) is not None


def _decided(reason: Reason, rule: str, version: int, queue: QueueId) -> Decision:
    return Decision(DecisionKind.HANDOFF, reason, rule, version, 1.0, queue)


async def _load(desk: Desk, tenant_id: TenantId, id: ConversationId) -> tuple[Conversation, Customer]:
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        raise no_such_conversation()
    return found
