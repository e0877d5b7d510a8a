"""Operators speak: replies, checked against the baton in the statement that stores them; notes of the whole team."""

from collections.abc import Sequence
from dataclasses import replace

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation, stale
from baton.core.errors import Conflict, Forbidden
from baton.core.ids import ConversationId
from baton.core.messages import Message, MessageKind
from baton.core.verbs.speech import noted, operator_replies
from baton.services.access import find, no_such_conversation, require
from baton.services.conversations.attachments import sent_with
from baton.services.conversations.citing import cited
from baton.services.conversations.inbound import compose, is_same
from baton.services.desk import Desk, commit
from baton.services.inbox.mentions import named
from baton.services.records import AlreadySaid, Receipt, Saved

Said = tuple[Message, Conversation]


async def reply(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str,
    files: Sequence[str] = (),
    cites: Sequence[str] = (),
    version: int | None = None,
    client_id: str | None = None,
    receipt: Receipt | None = None,
) -> Said:
    """Send an operator's reply, with files that were uploaded before and the passages that it was taken from.

    Raises Conflict `not_owner` or `stale_version`, naming who holds the baton, where the caller does not.
    """
    if caller.actor.kind is not ActorKind.OPERATOR:
        raise Forbidden("Messages are sent by a customer, an operator or a bot, each with a credential of their own.")
    before, _ = await find(desk, caller, id)
    written = compose(desk, caller.actor, text, client_id=client_id, has_files=bool(files))
    message = replace(written, citations=await cited(desk, caller, cites, for_customers=True))
    try:
        async with sent_with(desk, caller, id, message, files) as whole:
            saved = await commit(desk, operator_replies(before, whole, version=version), receipt=receipt)
            if saved is None:
                now, _ = await find(desk, caller, id)
                raise stale(now)
    except (AlreadySaid, Conflict) as refused:
        return await said_again(desk, caller, id, message, files, refused)
    return _said(saved)


async def add_note(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str,
    files: Sequence[str] = (),
    cites: Sequence[str] = (),
    mentions: Sequence[str] = (),
    client_id: str | None = None,
    receipt: Receipt | None = None,
) -> Said:
    """Add a private note, which no customer ever sees, nor its files and citations. It alerts whom it `mentions`.

    Raises Invalid `cannot_be_mentioned` where one of these ids is nobody's of the team.
    """
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT)
    if files:
        await find(desk, caller, id)
    written = compose(desk, caller.actor, text, kind=MessageKind.NOTE, client_id=client_id, has_files=bool(files))
    citations = await cited(desk, caller, cites, for_customers=False)
    message = replace(written, citations=citations, mentions=await named(desk, caller, mentions))
    try:
        async with sent_with(desk, caller, id, message, files) as whole:
            stored = await desk.store.conversations.append(caller.tenant_id, id, noted(whole), receipt)
            if stored is None:
                raise no_such_conversation()
    except AlreadySaid as refused:
        return await said_again(desk, caller, id, message, files, refused)
    desk.live.publish(stored[0])
    return _said(stored[0])


async def said_again(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    message: Message,
    files: Sequence[str],
    refused: AlreadySaid | Conflict,
) -> Said:
    """What was stored when this message came for the first time.

    A message whose answer was lost may be sent again after the baton has moved: what was said stays said. Raises the
    refusal where nothing was, and Conflict `client_id_reused` where it was another message.
    """
    stored = message.client_id and await desk.store.messages.by_client_id(caller.tenant_id, id, message.client_id)
    if not stored and isinstance(refused, Conflict):
        raise refused
    conversation, _ = await find(desk, caller, id)
    if not stored or not is_same(stored, message, files) or not _same(stored.author, message.author):
        raise Conflict(
            "This client_id was used for another message. Use a new one for each message.", code="client_id_reused"
        )
    return stored, conversation


def _same(one: Actor, other: Actor) -> bool:
    return replace(one, name=None) == replace(other, name=None)


def _said(saved: Saved) -> Said:
    message = saved.events[-1].message
    assert message is not None  # noqa: S101 - a reply's event carries its message
    return message, saved.conversation
