"""Files go out with one message each, to whoever may read that message and to nobody before a scanner has looked."""

import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.attachments import Attachment, FileState, in_order
from baton.core.errors import Conflict, DeskError, Forbidden, Invalid, NotFound, Unavailable
from baton.core.ids import AttachmentId, ConversationId
from baton.core.messages import Message, MessageKind
from baton.services.access import TEAM, is_team, require
from baton.services.desk import Desk
from baton.services.ports.attachments import KeptFile
from baton.services.records import AlreadySaid

log = logging.getLogger("baton.attachments")

_UPLOADERS = (Role.CUSTOMER, Role.OPERATOR, Role.BOT)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that may be read, with its bytes to come."""

    attachment: Attachment
    portions: AsyncIterator[bytes]


def uploader_of(caller: Caller) -> str:
    """Who may send a file: a customer by their conversation, others by themselves. Raises Forbidden."""
    if not _may_upload(caller):
        raise Forbidden("Files are sent by a customer, an operator or a bot, each with a credential of their own.")
    if caller.role is Role.CUSTOMER:
        return f"customer:{caller.conversation_id}"
    return f"{caller.actor.kind.value}:{caller.actor.id}"


def _may_upload(caller: Caller) -> bool:
    return caller.role in _UPLOADERS or caller.actor.operator_id is not None


@asynccontextmanager
async def sent_with(
    desk: Desk, caller: Caller, id: ConversationId, message: Message, files: Sequence[str], *, later: bool = False
) -> AsyncGenerator[Message]:
    """The message with its files, which are its own from here on; given back where it is not stored after all.

    Those of a message that is sent `later` are the team's until it is.

    Raises Conflict `attachment_not_yours` where one can't be sent, and AlreadySaid where the message was stored before.
    """
    if not files:
        yield message
        return
    if len(files) > desk.limits.attachments_per_message or len(set(files)) < len(files):
        most = desk.limits.attachments_per_message
        raise Invalid(f"A message carries {most} files at most, each of them once.", code="too_many_files")
    store, tenant_id = desk.store.attachments, caller.tenant_id
    found = await store.send(
        tenant_id,
        files,
        uploader=uploader_of(caller),
        message_id=message.id,
        conversation_id=id,
        for_team=later or message.kind is MessageKind.NOTE,
        at=message.at,
    )
    try:
        yield replace(message, attachments=await _all_of(desk, caller, id, message, found, files))
    except Unavailable:
        raise  # it may have been stored; a file whose message was not can be sent again a minute later
    except Exception:
        await store.unsend(tenant_id, message.id, at=message.at)
        raise


async def open_file(desk: Desk, caller: Caller, id: AttachmentId) -> Opened:
    """A file for whoever may read the message that it came with, or has uploaded it.

    Raises NotFound, and Conflict `file_held` or `file_deleted` where a virus scanner keeps it from everyone.
    """
    require(caller, *TEAM, Role.CUSTOMER)
    file = await desk.store.attachments.find(caller.tenant_id, id)
    if file is None or file.state is FileState.ARRIVING or not _may_read(caller, file):
        raise _no_such_file()
    if file.state is FileState.HELD:
        raise Conflict(
            "This file is held back until it has been checked for viruses. Try again in some minutes.", code="file_held"
        )
    if file.state is FileState.REFUSED:
        raise Conflict("The virus scanner found something in this file, and it was deleted.", code="file_deleted")
    return Opened(file.attachment, desk.store.attachments.portions(caller.tenant_id, id))


async def drop(desk: Desk, caller: Caller, id: AttachmentId) -> None:
    """Take back a file that was uploaded and not sent. Raises NotFound."""
    if not await desk.store.attachments.drop(caller.tenant_id, id, uploader_of(caller)):
        raise _no_such_file()


async def scan_held(desk: Desk) -> int:
    """Have what no scanner has looked at looked at. Stops at the first that it can't. Returns how many were."""
    if desk.scanner is None:
        return 0
    held = await desk.store.attachments.held(_AT_ONCE)
    for n, (tenant_id, id) in enumerate(held):
        file = await desk.store.attachments.find(tenant_id, id)
        try:
            found = await desk.scanner.look(desk.store.attachments.portions(tenant_id, id))
        except Unavailable:
            return n
        if found:
            log.warning("the virus scanner found %s in %s; it was deleted", found, id)
            await desk.store.attachments.refuse(tenant_id, id)
        elif file is not None:
            await desk.store.attachments.finish(tenant_id, id, file.attachment.bytes, FileState.READY)
    return len(held)


_AT_ONCE = 50


async def _all_of(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    message: Message,
    found: Sequence[Attachment],
    files: Sequence[str],
) -> tuple[Attachment, ...]:
    try:
        return in_order(found, files)
    except DeskError:
        again = message.client_id and await desk.store.messages.by_client_id(caller.tenant_id, id, message.client_id)
        if again:
            raise AlreadySaid from None
        raise


def _may_read(caller: Caller, file: KeptFile) -> bool:
    if file.message_id is None:
        return _may_upload(caller) and file.uploader == uploader_of(caller)
    return is_team(caller) or (file.conversation_id == caller.conversation_id and not file.for_team)


def _no_such_file() -> NotFound:
    return NotFound("There is no such file, or it is not yours to see.")
