"""The files of a mail, kept as though its sender had uploaded them: their bytes say what they are."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from baton.core.actors import Caller
from baton.core.errors import DeskError, Unavailable
from baton.core.ids import AttachmentId, ConversationId
from baton.core.mail.mail import Enclosed, Mail
from baton.services.conversations.uploads import upload
from baton.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a mail that go with its message, and a line for the team of each that does not."""

    ids: tuple[AttachmentId, ...] = ()
    refused: tuple[str, ...] = ()


async def keep_files(desk: Desk, caller: Caller, into: ConversationId, mail: Mail, *, client_id: str) -> Kept:
    """Take the files of a mail in for the customer `caller`.

    A mail that is taken up again, and whose message is stored, has its files already. Raises Unavailable.
    """
    if not mail.files:
        return Kept()
    if (stored := await _stored(desk, caller, into, mail, client_id)) is not None:
        return stored
    most = desk.limits.attachments_per_message
    ids: list[AttachmentId] = []
    refused = [f"{file.name}: A message carries {most} files at most." for file in mail.files[most:]]
    for file in mail.files[:most]:
        try:
            kept = await upload(desk, caller, name=file.name, declared=len(file.body), body=_whole(file))
        except Unavailable:
            raise
        except DeskError as why:
            refused.append(f"{file.name}: {why.detail}")
        else:
            ids.append(kept.attachment.id)
    return Kept(tuple(ids), tuple(refused))


async def _stored(desk: Desk, caller: Caller, into: ConversationId, mail: Mail, client_id: str) -> Kept | None:
    found = await desk.store.conversations.load(caller.tenant_id, into)
    merged_into = found[0].merged_into if found else None
    for id in (into, merged_into):
        if id is None or (said := await desk.store.messages.by_client_id(caller.tenant_id, id, client_id)) is None:
            continue
        lacks = len(mail.files) - len(said.attachments)
        refused = (f"{lacks} of its {len(mail.files)} files",) if lacks else ()
        return Kept(tuple(one.id for one in said.attachments), refused)
    return None


async def _whole(file: Enclosed) -> AsyncIterator[bytes]:
    yield file.body
