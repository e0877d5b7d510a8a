"""What the use cases need to send and receive letters, as protocols."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from baton.core.deliveries import Delivery, Outcome
from baton.core.ids import ConversationId, DeliveryId, TenantId


class CannotDeliver(Exception):
    """A letter was not taken. `why` is for an operator to read; `is_final` says that trying again won't help."""

    def __init__(self, why: str, *, is_final: bool) -> None:
        super().__init__(why)
        self.why = why
        self.is_final = is_final


class Carrier(Protocol):
    """Takes letters of one channel to the outside."""

    def carries(self, tenant_id: TenantId) -> bool:
        """Whether this tenant has a way to send."""
        ...

    async def send(self, tenant_id: TenantId, delivery: Delivery) -> None:
        """Hand a letter over. The same letter twice carries the same Message-ID. Raises CannotDeliver."""
        ...


class Deliveries(Protocol):
    """The store of letters that go out."""

    async def add(self, tenant_id: TenantId, delivery: Delivery) -> bool: ...
    async def find(self, tenant_id: TenantId, id: DeliveryId) -> Delivery | None: ...
    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[Delivery, ...]: ...
    async def due(self, at: datetime, limit: int) -> Sequence[tuple[TenantId, DeliveryId]]: ...
    async def begin(
        self, tenant_id: TenantId, id: DeliveryId, lease: str, *, at: datetime, until: datetime
    ) -> Delivery | None: ...
    async def settle(self, tenant_id: TenantId, delivery: Delivery, outcome: Outcome, *, at: datetime) -> bool: ...
    async def bounced(self, tenant_id: TenantId, id: DeliveryId, why: str, *, at: datetime) -> Delivery | None: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...
