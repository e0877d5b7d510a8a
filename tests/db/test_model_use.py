"""Tokens are counted by tenant and day."""

from datetime import date

import pytest
from stage import Stage, set_up

pytestmark = pytest.mark.anyio

TODAY, YESTERDAY = date(2026, 11, 21), date(2026, 11, 20)


async def test_tokens_add_up_within_a_day(stage: Stage, store):
    tenant = stage.tenant.id
    assert await store.model_use.of_day(tenant, TODAY) == 0
    await store.model_use.add(tenant, TODAY, 100)
    await store.model_use.add(tenant, TODAY, 20)
    await store.model_use.add(tenant, YESTERDAY, 7)
    assert await store.model_use.of_day(tenant, TODAY) == 120
    assert await store.model_use.of_day(tenant, YESTERDAY) == 7


async def test_another_tenant_has_used_none_of_them(stage: Stage, store):
    other = await set_up(stage.desk, stage.clock, stage.sources)
    await store.model_use.add(stage.tenant.id, TODAY, 100)
    assert await store.model_use.of_day(other.tenant.id, TODAY) == 0
    async with store.database.tenant(other.tenant.id) as connection:
        assert await connection.fetch("SELECT * FROM model_use") == []
