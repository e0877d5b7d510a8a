"""A file comes in: its bytes pass in portions, never whole, and say what it is."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

from baton.core.actors import Caller
from baton.core.attachments import LOOKED_AT, Attachment, FileState, check_plain, file_name, recognised
from baton.core.errors import Invalid, TooLarge, Unavailable
from baton.core.ids import AttachmentId, ConversationId
from baton.services.conversations.attachments import uploader_of
from baton.services.desk import Desk
from baton.services.ports.attachments import KeptFile

log = logging.getLogger("baton.attachments")

PORTION = LOOKED_AT
"""Bytes that are held in memory of one upload, and kept as one row."""

MOST_WAITING = 20
"""Files of one uploader that wait to be sent. Nobody sends more in two messages."""


async def upload(
    desk: Desk, caller: Caller, *, name: str, declared: int | None, body: AsyncIterator[bytes]
) -> KeptFile:
    """Take a file in. What it is, its bytes say, and neither its name nor whoever sends it.

    `declared` is the size that was announced. Raises TooLarge, and Invalid `file_type`, `file_unreadable`,
    `file_refused` (by the scanner) or `too_many_files`; then nothing is kept.
    """
    uploader = uploader_of(caller)
    _check_size(desk, declared or 0)
    await _check_room(desk, caller, uploader, declared or 0)
    portions = _portions(desk, body)
    first = await anext(portions, b"")
    if not first:
        raise Invalid("The file is empty. Choose another one.", code="file_empty")
    file = _begun(desk, caller, uploader, name, first)
    await desk.store.attachments.begin(caller.tenant_id, file)
    try:
        size = await _keep(desk, caller, file, first, portions)
        return await _looked_at(desk, caller, file, size)
    except BaseException:
        await asyncio.shield(desk.store.attachments.drop(caller.tenant_id, file.attachment.id, uploader))
        raise


def _check_size(desk: Desk, size: int) -> None:
    most = desk.limits.attachment_bytes
    if size > most:
        raise TooLarge(
            f"The file is larger than {most // (1024 * 1024)} MB. Send a smaller one.", code="file_too_large"
        )


async def _check_room(desk: Desk, caller: Caller, uploader: str, size: int) -> None:
    taken = await desk.store.attachments.taken(caller.tenant_id, uploader)
    if taken.waiting >= MOST_WAITING:
        raise Invalid(f"{taken.waiting} files wait to be sent. Send them, or take some out.", code="too_many_files")
    if taken.bytes + size > desk.limits.attachments_total:
        log.warning("the files of tenant %s take all the room that they have", caller.tenant_id)
        raise TooLarge("No more files can be taken at the moment. Describe what is in it instead.", code="no_room")


async def _portions(desk: Desk, body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The body in portions of one size. Raises TooLarge where it is longer than allowed, Invalid where it stalls."""
    waiting, size = bytearray(), 0
    began = asyncio.get_running_loop().time()
    while True:
        try:
            async with (
                asyncio.timeout_at(began + desk.limits.upload_seconds),
                asyncio.timeout(desk.limits.silent_seconds),
            ):
                piece = await anext(body, None)
        except TimeoutError as stalled:
            raise Invalid("The file took too long to arrive. Send it again.", code="upload_too_slow") from stalled
        if piece is None:
            break
        size += len(piece)
        _check_size(desk, size)
        waiting += piece
        while len(waiting) >= PORTION:
            yield bytes(waiting[:PORTION])
            del waiting[:PORTION]
    if waiting:
        yield bytes(waiting)


def _begun(desk: Desk, caller: Caller, uploader: str, name: str, first: bytes) -> KeptFile:
    media_type, size = recognised(first, name)
    return KeptFile(
        attachment=Attachment(
            AttachmentId(desk.ids.new("attachment")),
            file_name(name, media_type),
            media_type,
            0,
            size.width if size else None,
            size.height if size else None,
        ),
        uploader=uploader,
        state=FileState.ARRIVING,
        created_at=desk.clock(),
        conversation_id=ConversationId(caller.conversation_id) if caller.conversation_id else None,
    )


async def _keep(desk: Desk, caller: Caller, file: KeptFile, first: bytes, portions: AsyncIterator[bytes]) -> int:
    """Keep the bytes as they come. Returns how many there were."""
    id, is_text = file.attachment.id, file.attachment.media_type.startswith("text/")
    await desk.store.attachments.put(caller.tenant_id, id, 0, first)
    size, n = len(first), 1
    async for portion in portions:
        if is_text:
            check_plain(portion)
        await desk.store.attachments.put(caller.tenant_id, id, n, portion)
        size, n = size + len(portion), n + 1
    return size


async def _looked_at(desk: Desk, caller: Caller, file: KeptFile, size: int) -> KeptFile:
    """The file with the scanner's word on it; without one, it is held back until there is."""
    id, state = file.attachment.id, FileState.READY
    if desk.scanner is not None:
        try:
            found = await desk.scanner.look(desk.store.attachments.portions(caller.tenant_id, id))
        except Unavailable as down:
            log.warning("no word of the virus scanner, so %s is held back: %s", id, down.detail)
            state, found = FileState.HELD, None
        if found:
            log.warning("the virus scanner found %s in an upload, which was not taken", found)
            raise Invalid("The virus scanner found something in this file. It was not taken.", code="file_refused")
    await desk.store.attachments.finish(caller.tenant_id, id, size, state)
    return replace(file, state=state, attachment=replace(file.attachment, bytes=size))
