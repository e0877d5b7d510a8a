"""What the use cases need of the store of companies, of those who work there, and of their customers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from baton.core.customer import Customer
from baton.core.events import Event
from baton.core.ids import ConversationId, CustomerId, OperatorId, TenantId
from baton.services.records import Credential, Operator, Tenant


@dataclass(frozen=True, slots=True)
class Lost:
    """An operator who is gone with conversations in their hands, since when, and whether they said so
    themselves or were removed.
    """

    tenant_id: TenantId
    operator_id: OperatorId
    name: str
    since: datetime
    has_left: bool
    is_removed: bool = False


class People(Protocol):
    """The store of operators and customers."""

    async def add_operator(self, tenant_id: TenantId, operator: Operator, at: datetime) -> None: ...
    async def operators(self, tenant_id: TenantId) -> tuple[Operator, ...]: ...
    async def former(self, tenant_id: TenantId) -> tuple[Operator, ...]: ...
    async def operator(self, tenant_id: TenantId, id: OperatorId) -> Operator | None: ...
    async def set_availability(
        self, tenant_id: TenantId, id: OperatorId, availability: str, *, reason: str | None, at: datetime
    ) -> bool: ...
    async def keep_here(
        self, tenant_id: TenantId, ids: Sequence[OperatorId], until: datetime, *, begins: bool = True
    ) -> None: ...
    async def lost(self, before: datetime, limit: int) -> tuple[Lost, ...]: ...
    async def held(
        self, tenant_id: TenantId, id: OperatorId, *, spoken_for: bool = True
    ) -> tuple[ConversationId, ...]: ...
    async def keep_customer(self, tenant_id: TenantId, customer: Customer, at: datetime) -> CustomerId: ...


class SignIns(Protocol):
    """The store of who asked for a sign-in link, and whose an address is."""

    async def ask(
        self, address: bytes, source: bytes, *, at: datetime, since: datetime, of_address: int, of_source: int
    ) -> bool: ...
    async def operators_at(self, email: str) -> tuple[tuple[TenantId, OperatorId], ...]: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...


class Colleagues(Protocol):
    """The store of what is changed about somebody of the team, each change with its event."""

    async def change(self, tenant_id: TenantId, operator: Operator, event: Event) -> bool: ...
    async def leave(self, tenant_id: TenantId, id: OperatorId, event: Event) -> bool:
        """The person is gone from this moment: no credential of theirs works, and nothing is given to them.

        False where they have left before. Raises Conflict `last_admin`.
        """
        ...

    async def come_back(self, tenant_id: TenantId, id: OperatorId, event: Event) -> bool: ...


class Tenants(Protocol):
    """The store of tenants and of the credentials that open them."""

    async def add(self, tenant: Tenant) -> None: ...
    async def find(
        self, *, id: TenantId | None = None, name: str | None = None, widget_token: str | None = None
    ) -> Tenant | None: ...
    async def all(self) -> tuple[Tenant, ...]: ...
    async def change(self, id: TenantId, *, domains: Sequence[str], settings: dict[str, Any]) -> None: ...
    async def raise_identity_version(self, id: TenantId) -> int:
        """End the tenant's identity key. Returns the version of the next one."""
        ...

    async def add_credential(self, credential: Credential, secret_hash: bytes) -> bool: ...
    async def credential(self, secret_hash: bytes) -> Credential | None: ...
    async def spend(self, secret_hash: bytes, at: datetime) -> Credential | None: ...
    async def keys(self, tenant_id: TenantId) -> tuple[Credential, ...]: ...
    async def revoke(self, tenant_id: TenantId, id: str, at: datetime) -> bool: ...
    async def forget_sign_ins(self, before: datetime, limit: int) -> int: ...
