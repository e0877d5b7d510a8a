"""What alerts need of the store."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, OperatorId, QueueId, TenantId
from baton.core.mail.deliveries import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertChoices:
    """How an operator wants to hear of waits. `email` is for when they are not here."""

    sound: bool = False
    desktop: bool = False
    email: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerted:
    """One person was alerted of one wait by one channel: shown on a screen, or sent, and what became of the letter."""

    conversation_id: ConversationId
    operator_id: OperatorId
    operator: str
    channel: str
    sent_at: datetime | None
    shown_at: datetime | None
    delivery: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A wait of which nobody has been shown anything, though the team was told so at `raised_at`."""

    conversation_id: ConversationId
    customer: str | None
    queue: QueueId
    queue_name: str
    since: datetime
    raised_at: datetime


class Alerts(Protocol):
    """Who was shown, or sent, that a customer waits."""

    async def shown(
        self, tenant_id: TenantId, operator_id: OperatorId, ids: Sequence[ConversationId], channel: str, at: datetime
    ) -> int: ...
    async def unseen(
        self, before: datetime, limit: int, *, only: ConversationId | None = None
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...
    async def alarms(self, tenant_id: TenantId, limit: int) -> Sequence[Alarm]: ...
    async def count_alarms(self) -> int: ...
    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> Sequence[Alerted]: ...
    async def choices(self, tenant_id: TenantId, id: OperatorId) -> AlertChoices: ...
    async def choose(self, tenant_id: TenantId, id: OperatorId, choices: AlertChoices) -> None: ...


class Digests(Protocol):
    """Letters to operators who are not here. `before` is the moment since which nobody is written to again."""

    async def tenants(
        self, of: Sequence[TenantId], *, waiting_since: datetime, before: datetime
    ) -> Sequence[TenantId]: ...
    async def readers(
        self, tenant_id: TenantId, before: datetime
    ) -> Mapping[OperatorId, Collection[ConversationId]]: ...
    async def write(
        self,
        tenant_id: TenantId,
        id: OperatorId,
        ids: Sequence[ConversationId],
        *,
        delivery: Delivery,
        at: datetime,
        before: datetime,
    ) -> bool: ...
