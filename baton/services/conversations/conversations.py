"""Open a conversation, look at it, list them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.errors import Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, CustomerId
from baton.core.messages import Message
from baton.services.access import check_may_see, find, is_team, no_such_conversation, require
from baton.services.desk import Desk
from baton.services.records import LoggedEvent, Receipt, Saved
from baton.services.waiting.waits import as_it_stands

MAX_ATTRIBUTES = 50
MAX_TAGS = 50


@dataclass(frozen=True, slots=True)
class Claims:
    """What a request says of the customer. A server key vouches for it; a browser only claims it, unless with a
    `proof` of the company's server (see `services/customers/vouching.py`); then `is_vouched`.
    """

    external_id: str | None = None
    name: str | None = None
    email: str | None = None
    language: str | None = None
    attributes: Mapping[str, Any] | None = None
    tags: tuple[str, ...] = ()
    proof: str = ""
    is_vouched: bool = False


async def open_conversation(
    desk: Desk,
    caller: Caller,
    claims: Claims,
    *,
    channel: str,
    receipt: Receipt | None = None,
    id: ConversationId | None = None,
) -> tuple[Conversation, Customer]:
    """Begin a conversation, which the bot holds. The customer is known again by external id if a server vouches.

    `id` is one that was made before, so that whoever was broken off begins the same conversation again.
    """
    require(caller, Role.ADMIN, Role.BOT, Role.WIDGET)
    _check(claims)
    now = desk.clock()
    customer = _customer(desk, caller, claims)
    customer_id = await desk.store.people.keep_customer(caller.tenant_id, customer, now)
    conversation = Conversation(
        id=id or ConversationId(desk.ids.new("conversation")),
        tenant_id=caller.tenant_id,
        customer_id=customer_id,
        channel=channel,
        language=claims.language,
        created_at=now,
        updated_at=now,
        seq=1,
    )
    actor = Actor(ActorKind.CUSTOMER, customer_id, claims.name) if caller.role is Role.WIDGET else caller.actor
    event = Event(EventKind.CONVERSATION_OPENED, actor, now, {"channel": channel}, seq=1)
    await desk.store.conversations.open(conversation, event, receipt)
    desk.live.publish(Saved(conversation, (event,)))
    return await find_own(desk, caller, conversation.id)


async def find_own(desk: Desk, caller: Caller, id: ConversationId) -> tuple[Conversation, Customer]:
    """A conversation that the caller's own request just made."""
    found = await desk.store.conversations.load(caller.tenant_id, id)
    if found is None:
        raise no_such_conversation()
    return found


async def look(desk: Desk, caller: Caller, id: ConversationId) -> tuple[Conversation, Customer]:
    """The conversation as it stands; where it waits, with its place now and the wait as it was told last."""
    conversation, customer = await find(desk, caller, id)
    return await as_it_stands(desk, conversation, customer), customer


async def read_messages(
    desk: Desk, caller: Caller, id: ConversationId, *, after: int, limit: int
) -> tuple[Message, ...]:
    """What was said after a seq. Customers get no notes."""
    check_may_see(caller, id)
    found = await desk.store.messages.page(caller.tenant_id, id, after=after, limit=limit, team=is_team(caller))
    if not found:
        await find(desk, caller, id)
    return found


async def read_events(
    desk: Desk, caller: Caller, id: ConversationId, *, after: int, limit: int
) -> tuple[LoggedEvent, ...]:
    """What happened after a seq, for whoever has to catch up."""
    check_may_see(caller, id)
    found = await desk.store.events.of_conversation(
        caller.tenant_id, id, after=after, limit=limit, team=is_team(caller)
    )
    if not found:
        await find(desk, caller, id)
    return found


def _customer(desk: Desk, caller: Caller, claims: Claims) -> Customer:
    return Customer(
        id=CustomerId(desk.ids.new("customer")),
        external_id=claims.external_id,
        name=claims.name,
        email=claims.email,
        language=claims.language,
        attributes=dict(claims.attributes or {}),
        tags=claims.tags,
        verified=caller.role is not Role.WIDGET or claims.is_vouched,
    )


def _check(claims: Claims) -> None:
    if len(claims.attributes or {}) > MAX_ATTRIBUTES or len(claims.tags) > MAX_TAGS:
        raise Invalid(f"A customer can have up to {MAX_ATTRIBUTES} attributes and {MAX_TAGS} tags.")
