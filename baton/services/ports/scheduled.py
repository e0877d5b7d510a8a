"""What replies that are sent later need of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from baton.core.conversation import Change
from baton.core.ids import ConversationId, MessageId, OperatorId, TenantId
from baton.core.inbox.sending_later import ScheduledReply
from baton.services.records import Saved


@dataclass(frozen=True, slots=True)
class Own:
    """One of an operator's own scheduled replies, with the conversation that it was written in."""

    conversation_id: ConversationId
    customer: str | None
    queue: str | None
    reply: ScheduledReply


class ScheduledReplies(Protocol):
    """The store of replies that are sent later. Each write changes the conversation's log too, or nothing."""

    async def write(self, change: Change, reply: ScheduledReply) -> Saved | None: ...
    async def remove(self, change: Change, id: MessageId) -> Saved | None: ...
    async def find(self, tenant_id: TenantId, id: ConversationId, reply: MessageId) -> ScheduledReply | None: ...
    async def of(self, tenant_id: TenantId, id: ConversationId) -> Sequence[ScheduledReply]: ...
    async def of_author(self, tenant_id: TenantId, id: OperatorId, limit: int) -> Sequence[Own]: ...
    async def due(self, now: datetime, limit: int) -> Sequence[tuple[TenantId, ConversationId, MessageId]]: ...
    async def overtaken(self, now: datetime, limit: int) -> Sequence[tuple[TenantId, ConversationId, MessageId]]: ...
    async def moved(
        self, tenant_id: TenantId, id: ConversationId, reply: ScheduledReply
    ) -> Mapping[str, Any] | None: ...
