"""What the improving of packets needs of the store and of a language model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

from baton.core.events import Event
from baton.core.ids import ConversationId, HandoffId, TenantId
from baton.core.packet.draft import PacketDraft
from baton.services.records import Saved


class DueImprovement(NamedTuple):
    """A handoff whose packet may be improved."""

    tenant_id: TenantId
    conversation_id: ConversationId
    handoff_id: HandoffId


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRequest:
    """What a model is shown of a handoff, all of it masked as the queue asks.

    `turns` are (who, what) in order; `packet` is what the program says of the bot's steps and why they ended.
    """

    turns: tuple[tuple[str, str], ...]
    passages: tuple[str, ...]
    packet: str
    customer: str
    language: str
    tone: str


@dataclass(frozen=True, slots=True)
class PacketWords:
    """What the model wrote, None where that had another form than was asked for, and what it cost."""

    draft: PacketDraft | None
    model: str
    prompt: str
    tokens: int


class PacketWriter(Protocol):
    """A language model that words a packet's summary, goal and first reply. Off unless configured."""

    async def write_packet(self, request: PacketRequest) -> PacketWords: ...


class PacketImprovements(Protocol):
    """The store of what models have made of packets."""

    async def due(self, at: datetime, *, within: timedelta, attempts: int, limit: int) -> Sequence[DueImprovement]: ...
    async def begin(
        self, tenant_id: TenantId, id: HandoffId, lease: str, *, at: datetime, until: datetime, attempts: int
    ) -> bool: ...
    async def end(self, tenant_id: TenantId, id: HandoffId, lease: str, *, outcome: str, at: datetime) -> None: ...
    async def keep(
        self,
        tenant_id: TenantId,
        conversation_id: ConversationId,
        id: HandoffId,
        lease: str,
        *,
        outcome: str,
        event: Event,
        improved: dict[str, Any] | None = None,
    ) -> Saved | None: ...
