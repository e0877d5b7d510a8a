"""What webhooks need of the world: a store that nodes share, and a way to post that reaches nothing inside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.webhooks import Attempt, Channel, Pending, Webhook


@dataclass(frozen=True, slots=True)
class Post:
    """One request. `seconds` bounds the whole of it, `first_bytes` what is read of the answer's body."""

    url: str = field(repr=False)
    body: bytes = field(repr=False)
    headers: tuple[tuple[str, str], ...]
    seconds: float
    first_bytes: int
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Posted:
    """The answer, of whatever status. `retry_after` is in seconds."""

    status: int
    first: bytes
    retry_after: float | None = None


class Poster(Protocol):
    """Posts to addresses that somebody else chose. Redirects are answers, and are not followed."""

    @property
    def reaches_inside(self) -> bool:
        """Whether networks that are not public may be reached, where plain HTTP is usual."""
        ...

    async def post(self, asked: Post) -> Posted:
        """Make the request once. Raises NotFetched where no answer came."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...


class Webhooks(Protocol):
    """The store of webhooks, of what they are still to be told, and of what was tried."""

    async def all(self, tenant_id: TenantId, channel: Channel = Channel.WEBHOOK) -> tuple[Webhook, ...]: ...
    async def find(self, tenant_id: TenantId, id: str) -> Webhook | None: ...
    async def add(self, tenant_id: TenantId, one: Webhook, cursor: str, most: int) -> bool: ...
    async def change(self, tenant_id: TenantId, one: Webhook) -> bool: ...
    async def switch(self, tenant_id: TenantId, id: str, *, is_on: bool, at: datetime) -> bool: ...
    async def skip(self, tenant_id: TenantId, id: str, cursor: str) -> None: ...
    async def renew_secret(self, tenant_id: TenantId, id: str, at: datetime) -> int | None: ...
    async def remove(self, tenant_id: TenantId, id: str) -> bool: ...
    async def attempts(
        self, tenant_id: TenantId, id: str, *, before: int | None, limit: int
    ) -> tuple[Attempt, ...]: ...
    async def attempted(self, tenant_id: TenantId, id: str, attempt: Attempt) -> int: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...


class WebhookQueue(Protocol):
    """What a node asks that tells webhooks of events: each is told by one node at a time, under a lease."""

    async def tenants(self) -> frozenset[TenantId]: ...
    async def due(
        self, at: datetime, limit: int, *, of: Sequence[TenantId] | None = None
    ) -> Sequence[tuple[TenantId, str]]: ...
    async def begin(
        self, tenant_id: TenantId, id: str, lease: str, *, at: datetime, until: datetime
    ) -> Webhook | None: ...
    async def spread(self, tenant_id: TenantId, id: str, *, at: datetime) -> bool: ...
    async def heads(self, tenant_id: TenantId, id: str, at: datetime, limit: int) -> tuple[Pending, ...]: ...
    async def settle(
        self,
        tenant_id: TenantId,
        webhook: Webhook,
        attempts: Sequence[Attempt],
        gone: Sequence[str],
        *,
        at: datetime,
        until: datetime,
        is_back: bool,
    ) -> Webhook | None: ...
    async def give_back(self, tenant_id: TenantId, webhook: Webhook) -> None: ...
