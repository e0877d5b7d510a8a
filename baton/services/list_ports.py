"""What lists of conversations need of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.listing import Wanted
from baton.services.records import Page


class Lists(Protocol):
    """Lists of conversations."""

    async def page(self, tenant_id: TenantId, wanted: Wanted, *, after: str | None, limit: int) -> Page: ...
    async def counts(self, tenant_id: TenantId, operator_id: OperatorId | None, now: datetime) -> dict[str, int]: ...
    async def count(self, tenant_id: TenantId, wanted: Wanted) -> int: ...
    async def some(self, tenant_id: TenantId, ids: list[ConversationId]) -> Sequence[tuple[Any, Any]]: ...
    async def keep_words(self) -> int: ...
    async def undecided(
        self, before: datetime, limit: int, *, since: datetime | None = None
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...
