"""What arranging conversations needs of the store: labels, priority, snoozes and macros."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from baton.core.conversation import Change
from baton.core.ids import ConversationId, TenantId
from baton.core.inbox.macros import Macro
from baton.core.labels import Label
from baton.services.records import Saved


class Arranging(Protocol):
    """The store of what the team arranges of a conversation without moving the baton."""

    async def arrange(self, change: Change) -> Saved | None: ...
    async def to_wake(
        self, now: datetime, lead: timedelta, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...


class Labels(Protocol):
    """The store of the labels that companies use."""

    async def all(self, tenant_id: TenantId) -> tuple[Label, ...]: ...
    async def find(self, tenant_id: TenantId, name: str) -> Label | None: ...
    async def keep(self, tenant_id: TenantId, label: Label, most: int) -> bool: ...
    async def drop(self, tenant_id: TenantId, name: str) -> bool: ...


class Macros(Protocol):
    """The store of macros."""

    async def all(self, tenant_id: TenantId) -> tuple[Macro, ...]: ...
    async def find(self, tenant_id: TenantId, name: str) -> Macro | None: ...
    async def keep(self, tenant_id: TenantId, macro: Macro, most: int) -> bool: ...
    async def drop(self, tenant_id: TenantId, name: str) -> bool: ...
