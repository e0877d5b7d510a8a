"""What every move of the baton shares: load, ask the core, save once, refuse with the name of who was first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import SYSTEM, Caller
from baton.core.conversation import Change, Conversation, stale, standing
from baton.core.copy import Catalogue
from baton.core.copy.notice import closed_until
from baton.core.customer import Customer
from baton.core.errors import Conflict
from baton.core.followups.modes import IN_LINE
from baton.core.ids import ConversationId, MessageId
from baton.core.messages import Message, MessageKind
from baton.core.policy.queue import Queue
from baton.core.promises import Promise
from baton.services.access import find
from baton.services.desk import Desk, commit
from baton.services.records import Operator, Receipt

Verb = Callable[[Conversation, Catalogue], Change]
"""A verb of the core, waiting for the conversation and the sentences to speak to its customer in."""


async def carry_out(
    desk: Desk, caller: Caller, id: ConversationId, verb: Verb, receipt: Receipt | None
) -> Conversation:
    """Make one move. Raises the core's refusal, or Conflict `stale_version` where somebody was quicker, or
    `at_capacity` where whoever was to get the conversation has no room for it.
    """
    before, customer = await find(desk, caller, id)
    return await settled(desk, caller, verb(before, await words_of(desk, before, customer)), receipt)


async def settled(
    desk: Desk, caller: Caller, change: Change, receipt: Receipt | None, *, promises: tuple[Promise, ...] = ()
) -> Conversation:
    """Store a move with what its word to the customer promises, or refuse it naming who holds the baton now."""
    saved = await commit(desk, change, receipt=receipt, promises=promises)
    if saved is None:
        present, _ = await find(desk, caller, change.after.id)
        raise await refusal(desk, caller, change, present)
    return saved.conversation


async def refusal(desk: Desk, caller: Caller, change: Change, present: Conversation) -> Conflict:
    """Why a change was not stored: somebody was quicker, or whoever was to get it has no room."""
    owner_id = change.after.owner_id
    if present.version != change.fence or owner_id is None:
        return stale(present)
    operator = await desk.store.people.operator(caller.tenant_id, owner_id)
    if operator is None:
        return stale(present)
    if operator.left_at is not None:
        return Conflict(f"{operator.name} has left the team. Choose somebody else, or a queue.", code="has_left")
    takes = change.after.handoff.weight if change.after.handoff else 1
    return at_capacity(present, operator, takes=takes, is_own=caller.actor.operator_id == owner_id)


def at_capacity(present: Conversation, operator: Operator, *, takes: int, is_own: bool) -> Conflict:
    """The refusal of a conversation that its operator has no room for."""
    held = f"{operator.load} of {operator.capacity} points taken; this one takes {takes}"
    todo = "Finish or release one first" if is_own else "Choose somebody else, or a queue"
    who = "You have" if is_own else f"{operator.name} has"
    return Conflict(
        f"{who} no room for another conversation ({held}). {todo}.",
        code="at_capacity",
        load=operator.load,
        capacity=operator.capacity,
        **standing(present),
    )


def notice(desk: Desk, text: str, at: datetime) -> Message:
    """The desk's own word to the customer, which travels with the move that it tells of."""
    return Message(MessageId(desk.ids.new("message")), SYSTEM, MessageKind.NOTICE, text, at)


@dataclass(frozen=True, slots=True)
class Word:
    """What the customer is told with a move, and what that promises."""

    notice: Message
    promises: tuple[Promise, ...] = ()


def in_line_again(
    desk: Desk, before: Conversation, customer: Customer, queue: Queue, says: str, *, words: Catalogue, at: datetime
) -> Word:
    """The word to a customer who waits in a queue again; where it is closed it says so, with when it opens."""
    if queue.hours.is_open(at) or (before.handoff and before.handoff.mode not in IN_LINE):
        return Word(notice(desk, says, at))
    zone = customer.attributes.get("timezone")
    closed, promises = closed_until(
        queue.hours.next_open(at), words, now=at, zone=zone if isinstance(zone, str) else None
    )
    return Word(notice(desk, words.text("joint").join((says, closed)), at), promises)


def language_of(conversation: Conversation, customer: Customer) -> str | None:
    """The language to speak to the customer in."""
    return conversation.language or customer.language


async def words_of(desk: Desk, conversation: Conversation, customer: Customer) -> Catalogue:
    """The sentences to speak to the customer in: their language, the company's own wordings first."""
    policy = await desk.policies.of(conversation.tenant_id)
    return policy.speaks(language_of(conversation, customer))
