"""What sending files needs of the store and of a virus scanner."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.attachments import Attachment, FileState
from baton.core.ids import AttachmentId, ConversationId, MessageId, TenantId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file as it is kept: whose it is, whether it was sent, and how it stands.

    `uploader` names who may send it; `for_team`: it was sent with a note.
    """

    attachment: Attachment
    uploader: str
    state: FileState
    created_at: datetime
    conversation_id: ConversationId | None = None
    message_id: MessageId | None = None
    for_team: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What the tenant's files take in all, in bytes, and how many files of one uploader wait to be sent."""

    bytes: int
    waiting: int


class Attachments(Protocol):
    """The store of files that are sent with messages."""

    async def taken(self, tenant_id: TenantId, uploader: str) -> Taken: ...
    async def begin(self, tenant_id: TenantId, file: KeptFile) -> None: ...
    async def put(self, tenant_id: TenantId, id: AttachmentId, n: int, portion: bytes) -> None: ...
    async def finish(self, tenant_id: TenantId, id: AttachmentId, size: int, state: FileState) -> None: ...
    async def find(self, tenant_id: TenantId, id: AttachmentId) -> KeptFile | None: ...
    def portions(self, tenant_id: TenantId, id: AttachmentId) -> AsyncIterator[bytes]: ...
    async def send(
        self,
        tenant_id: TenantId,
        ids: Sequence[str],
        *,
        uploader: str,
        message_id: MessageId,
        conversation_id: ConversationId,
        for_team: bool,
        at: datetime,
    ) -> tuple[Attachment, ...]: ...
    async def unsend(self, tenant_id: TenantId, message_id: MessageId, *, at: datetime) -> None: ...
    async def go_on(self, tenant_id: TenantId, message_id: MessageId, into: ConversationId) -> None: ...
    async def drop(self, tenant_id: TenantId, id: AttachmentId, uploader: str) -> bool: ...
    async def refuse(self, tenant_id: TenantId, id: AttachmentId) -> None: ...
    async def held(self, limit: int) -> Sequence[tuple[TenantId, AttachmentId]]: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...


class Scanner(Protocol):
    """Looks for viruses."""

    async def look(self, portions: AsyncIterator[bytes]) -> str | None:
        """What it found, by its name; None where it found nothing. Raises Unavailable where it can't say."""
        ...
