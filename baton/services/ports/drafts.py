"""What drafts need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.messages import Mention

DraftKind = Literal["text", "note"]
"""Of a reply to the customer, or of a note for the team."""


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage that a draft was taken from, under the title that stands beside it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an operator has written in a conversation and not sent. Without text there is none."""

    conversation_id: ConversationId
    kind: DraftKind
    text: str
    cites: tuple[CitedPassage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    written_at: datetime


class Drafts(Protocol):
    """Each operator's own drafts; nobody reads another's."""

    async def of(
        self, tenant_id: TenantId, operator_id: OperatorId, *, conversation_id: ConversationId | None, limit: int
    ) -> Sequence[Draft]: ...
    async def keep(self, tenant_id: TenantId, operator_id: OperatorId, draft: Draft, most: int) -> None: ...
    async def drop(self, tenant_id: TenantId, operator_id: OperatorId, draft: Draft) -> None: ...
