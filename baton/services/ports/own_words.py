"""What the use cases of a company's own words need of the store."""

from typing import Protocol

from baton.core.ids import TenantId
from baton.core.reading.own_words import OwnWord


class OwnWords(Protocol):
    """The store of own words."""

    async def all(self, tenant_id: TenantId) -> tuple[OwnWord, ...]: ...
    async def keep(self, tenant_id: TenantId, one: OwnWord, most: int) -> bool: ...
    async def drop(self, tenant_id: TenantId, word: str) -> bool: ...
