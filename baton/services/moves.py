"""What every move of the baton shares: load, ask the core, save once, refuse with the name of who was first."""

from collections.abc import Callable
from datetime import datetime

from baton.core.actors import SYSTEM, Caller
from baton.core.conversation import Change, Conversation, stale
from baton.core.customer import Customer
from baton.core.ids import ConversationId, MessageId
from baton.core.messages import Message, MessageKind
from baton.services.access import find
from baton.services.desk import Desk, commit
from baton.services.records import Receipt

Verb = Callable[[Conversation, str | None], Change]
"""A verb of the core, waiting for the conversation and the language to speak to its customer in."""


async def carry_out(
    desk: Desk, caller: Caller, id: ConversationId, verb: Verb, receipt: Receipt | None
) -> Conversation:
    """Make one move. Raises the core's refusal, or Conflict `stale_version` where somebody was quicker."""
    before, customer = await find(desk, caller, id)
    return await settled(desk, caller, verb(before, language_of(before, customer)), receipt)


async def settled(desk: Desk, caller: Caller, change: Change, receipt: Receipt | None) -> Conversation:
    """Store a move, or refuse it naming who holds the baton now."""
    saved = await commit(desk, change, receipt=receipt)
    if saved is None:
        now, _ = await find(desk, caller, change.after.id)
        raise stale(now)
    return saved.conversation


def notice(desk: Desk, text: str, at: datetime) -> Message:
    """The desk's own word to the customer, which travels with the move that it tells of."""
    return Message(MessageId(desk.ids.new("message")), SYSTEM, MessageKind.NOTICE, text, at)


def language_of(conversation: Conversation, customer: Customer) -> str | None:
    """The language to speak to the customer in."""
    return conversation.language or customer.language
