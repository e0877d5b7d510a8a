"""What looking up, handing out and erasing a customer's data needs of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from baton.core.actors import Actor
from baton.core.customer import Customer
from baton.core.ids import ConversationId, CustomerId, TenantId


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took out, or, where `open` names conversations that are not closed, that it took out nothing."""

    customers: tuple[CustomerId, ...] = ()
    conversations: tuple[ConversationId, ...] = ()
    open: tuple[ConversationId, ...] = ()


class Customers(Protocol):
    """The store of what the desk knows of customers."""

    async def find(self, tenant_id: TenantId, id: CustomerId) -> Customer | None:
        """A customer, with how many conversations they have."""
        ...

    async def same_address(self, tenant_id: TenantId, id: CustomerId, limit: int) -> tuple[Customer, ...]:
        """The others who gave the same e-mail address, the latest first."""
        ...

    async def conversations(
        self, tenant_id: TenantId, ids: Sequence[CustomerId], *, after: str, limit: int
    ) -> tuple[Mapping[str, Any], ...]:
        """Their conversations by id, each as a record for an export; `after` is the id of the last one had."""
        ...

    async def erase_resolved(
        self, tenant_id: TenantId, before: datetime, limit: int, *, days: int, at: datetime
    ) -> int:
        """Take out resolved conversations in which nothing has happened since then, up to `limit`, and customers who
        had no other, and write that it was done. Returns how many conversations."""
        ...

    async def erase(self, tenant_id: TenantId, ids: Sequence[CustomerId], *, by: Actor, at: datetime) -> Erased:
        """Take out these customers with everything that hangs on them, and write that it was done."""
        ...
