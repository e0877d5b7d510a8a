"""A desk to act on: a tenant with two operators, and short words for what they and a customer do."""

from dataclasses import dataclass, field, replace
from typing import Any

from fakes import Clock, Sources

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId, OperatorId
from baton.services.bot.answering import Outcome, answer
from baton.services.bot.turn import Turn
from baton.services.conversations import inbound
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.desk import Desk
from baton.services.records import Tenant
from baton.services.team.people import add_operator, add_tenant

ASKS = {
    "en": "I want to talk to a person",
    "de": "Ich möchte mit einem Menschen sprechen",
    "fr": "Je voudrais parler à une vraie personne",
}
"""The same wish in the languages that tests are held in."""


@dataclass
class Stage:
    """One tenant of its own for each test."""

    desk: Desk
    clock: Clock
    sources: Sources
    tenant: Tenant
    admin: Caller
    dana: Caller
    sam: Caller
    seen: list[Any] = field(default_factory=list)

    async def begin(self, **claims: Any) -> Conversation:
        """A conversation of a new customer."""
        conversation, _ = await open_conversation(self.desk, self.admin, Claims(**claims), channel="web")
        return conversation

    def customer(self, conversation: Conversation) -> Caller:
        """The conversation's own customer."""
        actor = Actor(ActorKind.CUSTOMER, conversation.customer_id)
        return Caller(self.tenant.id, Role.CUSTOMER, actor, None, conversation.id)

    async def says(self, conversation: Conversation, text: str, **more: Any) -> inbound.Heard:
        """The customer writes; the bot does not get its turn."""
        return await inbound.hear(self.desk, self.customer(conversation), conversation.id, text=text, **more)

    async def asks(self, conversation: Conversation, text: str) -> Outcome:
        """The customer writes and the bot decides."""
        heard = await self.says(conversation, text)
        return await answer(self.desk, Turn(heard.conversation, heard.customer, heard.message))

    async def waiting(self, **claims: Any) -> Conversation:
        """A conversation whose customer has asked for a person."""
        conversation = await self.begin(**claims)
        outcome = await self.asks(conversation, ASKS.get(claims.get("language") or "en", ASKS["en"]))
        return outcome.conversation

    async def now(self, conversation: Conversation) -> Conversation:
        """The conversation as it is stored."""
        return await self.now_by(conversation.id)

    async def now_by(self, id: ConversationId) -> Conversation:
        """The conversation with this id as it is stored."""
        found = await self.desk.store.conversations.load(self.tenant.id, id)
        assert found is not None
        return found[0]

    async def kinds(self, conversation: Conversation) -> list[str]:
        """The kinds of the conversation's events, in order."""
        logged = await self.desk.store.events.of_conversation(
            self.tenant.id, conversation.id, after=0, limit=200, team=True
        )
        return [one.event.kind.value for one in logged]

    async def transcript(self, conversation: Conversation) -> list[str]:
        """What was said, for the team."""
        found = await self.desk.store.messages.page(self.tenant.id, conversation.id, after=0, limit=200, team=True)
        return [message.text for message in found]

    def with_model(self, model: Any) -> "Stage":
        """The same stage, with a model."""
        return replace(self, desk=replace(self.desk, model=model))


async def set_up(desk: Desk, clock: Clock, sources: Sources) -> Stage:
    """A tenant of its own with an admin and two operators."""
    tenant, key = await add_tenant(desk, f"Tenant {desk.ids.new('tenant')}")
    admin = Caller(tenant.id, Role.ADMIN, Actor(ActorKind.ADMIN, key.credential.id, "Admin"), key.credential.id)

    async def operator(name: str) -> Caller:
        added, issued = await add_operator(desk, admin, name=name, email=f"{name.lower()}@example.com", capacity=100)
        return Caller(tenant.id, Role.OPERATOR, Actor(ActorKind.OPERATOR, added.id, name), issued.credential.id)

    return Stage(desk, clock, sources, tenant, admin, await operator("Dana"), await operator("Sam"))


async def is_here(stage: Stage, operator: Caller) -> None:
    """The operator's browser was heard of just now."""
    until = stage.clock()
    until = until.replace(year=until.year + 1)
    await stage.desk.store.people.keep_here(stage.tenant.id, [OperatorId(operator.actor.id or "")], until)
