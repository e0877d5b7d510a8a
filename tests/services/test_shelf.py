"""The policies at hand, and how rarely the database is asked for them."""

import asyncio
from datetime import datetime, timedelta

import pytest
from stage import Stage

from baton.core.ids import TenantId
from baton.services.policy.policies import default_source
from baton.services.shelf import Shelf

pytestmark = pytest.mark.anyio


class Counted:
    """Policies of a store that count how often their version was asked for, and may be out of reach."""

    def __init__(self, stage: Stage) -> None:
        self._policies = stage.desk.store.policies
        self.newest = self._policies.newest
        self.asked = 0
        self.is_away = False

    async def version(self, tenant_id: TenantId) -> int:
        self.asked += 1
        if self.is_away:
            raise ConnectionError
        return await self._policies.version(tenant_id)


@pytest.fixture
def counted(stage: Stage) -> Counted:
    return Counted(stage)


@pytest.fixture
def shelf(stage: Stage, counted: Counted) -> Shelf:
    return Shelf(counted, stage.clock, default_source())  # pyright: ignore[reportArgumentType]


async def test_of_many_turns_that_want_an_old_policy_at_once_one_asks_for_its_version(stage, shelf, counted):
    await shelf.of(stage.tenant.id)
    stage.clock.ahead += timedelta(seconds=3)
    await asyncio.gather(*(shelf.of(stage.tenant.id) for _ in range(20)))
    assert counted.asked == 1


async def test_a_changed_policy_is_in_force_for_the_next_who_asks_after_two_seconds(stage, shelf):
    await shelf.of(stage.tenant.id)
    policies, at = stage.desk.store.policies, datetime.fromisoformat("2026-01-01T00:00:00Z")
    changed = default_source().replace("then: handoff", "then: offer")
    await policies.add(stage.tenant.id, changed, "digest", "dana", at)
    assert (await shelf.of(stage.tenant.id)).version == 0
    stage.clock.ahead += timedelta(seconds=3)
    assert (await shelf.of(stage.tenant.id)).version == 1


async def test_who_could_not_ask_leaves_it_to_the_next(stage, shelf, counted):
    await shelf.of(stage.tenant.id)
    stage.clock.ahead += timedelta(seconds=3)
    counted.is_away = True
    with pytest.raises(ConnectionError):
        await shelf.of(stage.tenant.id)
    counted.is_away = False
    before = counted.asked
    await shelf.of(stage.tenant.id)
    assert counted.asked == before + 1
