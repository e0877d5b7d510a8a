"""A customer's message comes in. It is stored before anything is decided, so nothing that follows can lose it."""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, MessageId
from baton.core.messages import MAX_TEXT, Message, MessageKind
from baton.core.transitions import State
from baton.core.verbs.speech import received, received_after_the_end
from baton.services.access import check_may_see, no_such_conversation, require
from baton.services.conversations.attachments import sent_with
from baton.services.desk import Desk, commit
from baton.services.records import AlreadySaid, Receipt, Saved

_TRIES = 3
"""How often a message is tried against a conversation that keeps changing hands around its end."""


_SAYS_IT = (EventKind.ANSWER_SENT, EventKind.NOTICE_SENT, EventKind.ANSWER_DISCARDED)
"""What follows a decision in the log: the reply, a handoff's notice, or a draft that was late."""

_LOOKED_THROUGH = 50
"""Events after a message that are looked through for its decision: more can hardly come while a bot thinks."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A stored customer's message, and the conversation as it stands with it. `again`: it had been stored before."""

    message: Message
    conversation: Conversation
    customer: Customer
    again: bool = False

    @property
    def is_for_the_bot(self) -> bool:
        """Whether the bot holds the baton and so has to decide."""
        return self.conversation.state is State.BOT and not self.again

    @property
    def awaits_the_bot(self) -> bool:
        """Whether the bot has still to decide on it, as far as was known when it was loaded."""
        return self.conversation.state is State.BOT and self.conversation.decided_seq < self.message.seq


@dataclass(frozen=True, slots=True)
class Decided:
    """What the bot decided on a message, as the log has it. `reply` is None where it came too late."""

    reply: Message | None
    kind: str
    reason: str
    rule: str | None


async def hear(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str,
    files: Sequence[str] = (),
    client_id: str | None = None,
    receipt: Receipt | None = None,
) -> Heard:
    """Store a customer's message, with files that were uploaded before. The same `client_id` again gives the message
    that is stored already.

    Raises NotFound where the conversation is not the customer's, Invalid for an empty text without a file, and
    Conflict where the `client_id` was used for another text or a file can't be sent.
    """
    require(caller, Role.CUSTOMER)
    check_may_see(caller, id)
    author = Actor(ActorKind.CUSTOMER, caller.actor.id, caller.actor.name)
    message = compose(desk, author, text, client_id=client_id, has_files=bool(files))
    try:
        async with sent_with(desk, caller, id, message, files) as whole:
            return await _store(desk, caller, id, whole, receipt)
    except AlreadySaid:
        return await _again(desk, caller, id, message, files)


def compose(
    desk: Desk,
    author: Actor,
    text: str,
    *,
    kind: MessageKind = MessageKind.TEXT,
    client_id: str | None = None,
    has_files: bool = False,
) -> Message:
    """A message as it will be stored. Raises Invalid where there is nothing in it, or too much."""
    text = text.replace("\x00", "").strip()
    if not text and not has_files:
        raise Invalid("The message is empty. Write something first.", code="empty_message")
    if len(text) > MAX_TEXT:
        raise Invalid(
            f"The message has {len(text):,} characters; {MAX_TEXT:,} is the most. Send it in parts.",
            code="message_too_long",
        )
    return Message(MessageId(desk.ids.new("message")), author, kind, text, desk.clock(), client_id=client_id)


async def _store(desk: Desk, caller: Caller, id: ConversationId, message: Message, receipt: Receipt | None) -> Heard:
    for _ in range(_TRIES):
        stored = await desk.store.conversations.append(caller.tenant_id, id, received(message), receipt)
        if stored is not None:
            saved, customer = stored
            desk.live.publish(saved)
            return _heard(saved, customer)
        found = await desk.store.conversations.load(caller.tenant_id, id)
        if found is None:
            raise no_such_conversation()
        before, customer = found
        if before.merged_into is not None:
            if message.attachments:
                await desk.store.attachments.go_on(caller.tenant_id, message.id, before.merged_into)
            return await _store(desk, caller, before.merged_into, message, receipt)
        if before.state is State.RESOLVED:
            change = received_after_the_end(before, message)
            if (saved := await commit(desk, change, receipt=receipt)) is not None:
                return _heard(saved, customer)
    raise Conflict("The conversation is changing hands just now. Please send the message again.", code="busy")


async def _again(desk: Desk, caller: Caller, id: ConversationId, message: Message, files: Sequence[str]) -> Heard:
    stored = await desk.store.messages.by_client_id(caller.tenant_id, id, message.client_id or "")
    found = await desk.store.conversations.load(caller.tenant_id, id)
    if found is not None and stored is None and found[0].merged_into is not None:
        return await _again(desk, caller, found[0].merged_into, message, files)
    if stored is None or found is None:
        raise no_such_conversation()
    if not is_same(stored, message, files):
        raise Conflict(
            "This client_id was used for another message. Use a new one for each message.", code="client_id_reused"
        )
    return Heard(stored, *found, again=True)


async def decided_on(desk: Desk, heard: Heard) -> Decided | None:
    """What the bot decided on a message that was stored before; None where it has not, or not yet."""
    id, seq = heard.conversation.id, heard.message.seq
    logged = await desk.store.events.of_conversation(
        heard.conversation.tenant_id, id, after=seq, limit=_LOOKED_THROUGH, team=True
    )
    events = [one.event for one in logged]
    made = next((at for at, one in enumerate(events) if _is_decision_on(one, seq)), None)
    if made is None:
        return None
    data = events[made].data
    said = next((one.message for one in events[made:] if one.kind in _SAYS_IT), None)
    return Decided(said, str(data["kind"]), str(data["reason"]), data["rule"])


def _is_decision_on(event: Event, seq: int) -> bool:
    return event.kind is EventKind.DECISION_MADE and event.data["reply_to"] == seq


def is_same(stored: Message, message: Message, files: Sequence[str]) -> bool:
    """Whether a message that is sent again says what the stored one says."""
    return stored.text == message.text and [one.id for one in stored.attachments] == list(files)


def _heard(saved: Saved, customer: Customer) -> Heard:
    message = saved.events[-1].message
    assert message is not None  # noqa: S101 - the event was built from the message above
    return Heard(message, saved.conversation, customer)
