"""What Chatwoot tells comes in: customers' words, what its people do, and who has a conversation.

All of it is stored before Chatwoot is answered. Each step may be repeated: which conversation here is which there is
chosen once, a message is stored under its number there, and a move that was made is not made again. So a delivery that
failed half-way is refused, and taken up where Chatwoot makes it again.
"""

import asyncio
import hashlib
from collections.abc import Callable
from enum import StrEnum

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.chatwoot.connection import CHANNEL, Agent, Connection, Heard, Said, Speaker, Thread
from baton.core.errors import Conflict, Unauthorized
from baton.core.ids import ConversationId, MessageId, TenantId
from baton.core.messages import MAX_TEXT, Message, MessageKind
from baton.core.verbs.speech import noted, operator_replies
from baton.services.access import no_such_conversation
from baton.services.bot.turn import Turn
from baton.services.chatwoot.moves import follow, hold, person_of
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.conversations.inbound import compose, hear
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import ATTEMPTS, busy
from baton.services.ports.chatwoot import Delivered
from baton.services.records import AlreadySaid

Start = Callable[[Turn], object]

_WAITS, _WAIT_SECONDS = 40, 0.05
"""How often and how long a delivery looks for the conversation that another one is just beginning."""

_NOTHING_WRITTEN = "(This message has no text. Look at it in Chatwoot.)"


class Taken(StrEnum):
    """What became of a delivery."""

    TAKEN = "taken"
    AGAIN = "again"
    OTHER = "other"


async def take(desk: Desk, id: str, delivered: Delivered, *, start: Start) -> Taken:
    """Take a delivery for a connection; `start` begins the bot's turn. The same again does nothing.

    Raises Unauthorized for one that isn't signed with the connection's secret, or not just now.
    """
    wire, found = desk.chatwoot, await desk.store.chatwoot.find_anywhere(id)
    if wire is None or found is None or not wire.is_signed(delivered, found[1].secret, desk.clock()):
        raise Unauthorized("This is not signed with the webhook secret of a connection here, or it is too old.")
    tenant_id, to = found
    heard = wire.read(delivered)
    await desk.store.chatwoot.heard(tenant_id, to.id, desk.clock())
    if heard is None or not to.is_on:
        return Taken.OTHER
    key = f"delivery:{delivered.id[:100]}" if delivered.id else None
    if key and await desk.store.chatwoot_known.seen(tenant_id, to.id, key):
        return Taken.AGAIN
    await _take(desk, tenant_id, to, heard, start)
    if key:
        await desk.store.chatwoot_known.saw(tenant_id, to.id, key, desk.clock())
    return Taken.TAKEN


def said_there(conversation: int, text: str) -> str:
    """Under which name it is remembered that the bot has said this there."""
    plain = " ".join(text.split())
    return f"said:{conversation}:{hashlib.sha256(plain.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


async def _take(desk: Desk, tenant_id: TenantId, to: Connection, heard: Heard, start: Start) -> None:
    said = heard.said
    if said and said.by is Speaker.BOT:
        # Our own words come back. That they are there is known from then on, also where the answer to us was lost.
        await desk.store.chatwoot_known.saw(tenant_id, to.id, said_there(heard.conversation, said.text), desk.clock())
    thread = await _thread(desk, tenant_id, to, heard)
    if heard.stands:
        await follow(desk, tenant_id, to, thread, heard.stands, tells_status=heard.tells_status)
    if said and said.by is Speaker.CUSTOMER:
        await _hear(desk, tenant_id, thread, said, heard.contact.name, start)
    elif said and said.agent:
        await _answered(desk, tenant_id, to, thread, said, said.agent)


async def _thread(desk: Desk, tenant_id: TenantId, to: Connection, heard: Heard) -> Thread:
    """Which conversation of ours this is. Of several deliveries that come at once, one begins it."""
    wanted = Thread(
        connection_id=to.id,
        outside_id=heard.conversation,
        conversation_id=ConversationId(desk.ids.new("conversation")),
        inbox=heard.inbox,
    )
    thread, is_new = await desk.store.chatwoot.begin_thread(tenant_id, wanted)
    for _ in range(0 if is_new else _WAITS):
        if await desk.store.conversations.load(tenant_id, thread.conversation_id) is not None:
            return thread
        await asyncio.sleep(_WAIT_SECONDS)
    contact = heard.contact
    is_vouched = contact.identifier is not None
    claims = Claims(
        external_id=contact.identifier,
        name=contact.name,
        email=contact.email,
        language=contact.language,
        is_vouched=is_vouched,
    )
    widget = Caller(tenant_id, Role.WIDGET, Actor(ActorKind.CUSTOMER))
    await open_conversation(desk, widget, claims, channel=CHANNEL, id=thread.conversation_id)
    return thread


async def _hear(desk: Desk, tenant_id: TenantId, thread: Thread, said: Said, name: str | None, start: Start) -> None:
    id = thread.conversation_id
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        raise no_such_conversation()
    caller = Caller(tenant_id, Role.CUSTOMER, Actor(ActorKind.CUSTOMER, found[1].id, name or found[1].name), None, id)
    text = said.text[:MAX_TEXT].strip() or _NOTHING_WRITTEN
    heard = await hear(desk, caller, id, text=text, client_id=_client_id(said))
    if heard.is_for_the_bot:
        start(Turn(heard.conversation, heard.customer, heard.message))


async def _answered(desk: Desk, tenant_id: TenantId, to: Connection, thread: Thread, said: Said, agent: Agent) -> None:
    """A person of Chatwoot's has written: a note stays the team's, an answer says that they have the conversation."""
    id = thread.conversation_id
    if await desk.store.chatwoot_known.seen(tenant_id, to.id, f"message:{said.id}"):
        return
    text = said.text[:MAX_TEXT].strip() or _NOTHING_WRITTEN
    if said.is_private:
        await note(desk, tenant_id, id, await person_of(desk, tenant_id, to, agent), text, once=_client_id(said))
        return
    if await desk.store.messages.by_client_id(tenant_id, id, _client_id(said)):
        return
    for _ in range(ATTEMPTS):
        person = await hold(desk, tenant_id, to, id, agent)
        before = await desk.store.conversations.load(tenant_id, id)
        message = compose(desk, person, text, client_id=_client_id(said))
        try:
            if before and await commit(desk, operator_replies(before[0], message, version=None)) is not None:
                return
        except AlreadySaid:
            return
        except Conflict:
            continue
    raise busy()


async def note(desk: Desk, tenant_id: TenantId, id: ConversationId, by: Actor, text: str, *, once: str) -> None:
    """Add a note for the team, once however often it is tried."""
    message = Message(MessageId(desk.ids.new("message")), by, MessageKind.NOTE, text, desk.clock(), client_id=once)
    try:
        stored = await desk.store.conversations.append(tenant_id, id, noted(message))
    except AlreadySaid:
        return
    if stored is not None:
        desk.live.publish(stored[0])


def _client_id(said: Said) -> str:
    return f"chatwoot:{said.id}{said.again}"
