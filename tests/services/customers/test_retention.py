"""Resolved conversations are erased when they are older than the policy keeps them, and nothing else is."""

from copy import copy
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.events import EventKind
from baton.core.ids import TenantId
from baton.core.policy.model import Policy
from baton.core.trail.check import verify
from baton.db.store import Store
from baton.services.conversations import resolution
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.customers import retention
from baton.services.desk import Desk
from baton.services.policy.policies import default_source, put_in_force
from baton.services.trail import sealing

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


async def keep_for(stage: Stage, days: int) -> None:
    source = default_source().replace("reopen: bot", f"erase_after_days: {days}\n  reopen: bot")
    await put_in_force(stage.desk, stage.admin, source)


async def resolved(stage: Stage, **claims: Any) -> Conversation:
    conversation = await stage.begin(**claims)
    await stage.says(conversation, "Where is my lamp?")
    await resolution.end(stage.desk, stage.admin, conversation.id)
    return conversation


async def is_there(stage: Stage, conversation: Conversation) -> bool:
    return await stage.desk.store.conversations.load(stage.tenant.id, conversation.id) is not None


async def test_what_is_older_goes_with_its_customer_and_what_is_younger_or_open_stays(stage: Stage) -> None:
    await keep_for(stage, 30)
    old, waiting, with_the_bot = await resolved(stage, name="Mara"), await stage.waiting(), await stage.begin()
    await stage.says(with_the_bot, "Hello?")
    stage.clock.advance(days=20)
    young = await resolved(stage)
    stage.clock.advance(days=9)
    assert await retention.erase_old_of(stage.desk, stage.tenant.id) == 0
    stage.clock.advance(days=2)
    assert await retention.erase_old_of(stage.desk, stage.tenant.id) == 1
    assert [await is_there(stage, one) for one in (old, waiting, with_the_bot, young)] == [False, True, True, True]
    assert await stage.desk.store.customers.find(stage.tenant.id, old.customer_id) is None
    assert await stage.desk.store.customers.find(stage.tenant.id, young.customer_id) is not None


async def test_nothing_is_erased_where_the_policy_says_nothing(stage: Stage) -> None:
    old = await resolved(stage)
    stage.clock.advance(days=4000)
    await retention.erase_old_of(stage.desk, stage.tenant.id)
    assert await is_there(stage, old)


async def test_the_log_keeps_that_it_was_done_and_verifies(stage: Stage) -> None:
    await keep_for(stage, 7)
    old = await resolved(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    stage.clock.advance(days=8)
    await retention.erase_old_of(stage.desk, stage.tenant.id)
    page = await stage.desk.store.events.page(stage.tenant.id, after=None, limit=200)
    (told,) = [one.event for one in page if one.event.kind is EventKind.CONVERSATIONS_ERASED]
    assert told.data == {"conversations": [old.id], "customers": [old.customer_id], "days": 7}
    lines = [line async for line in await sealing.export(stage.desk, stage.admin)]
    found = verify(lines)
    assert (found.problems, found.erased > 2, len(found.erasures)) == ((), True, 1)


async def test_whoever_has_another_conversation_keeps_their_profile(stage: Stage) -> None:
    await keep_for(stage, 7)
    claims = Claims(external_id="u-1", name="Mara", is_vouched=True)
    first, _ = await open_conversation(stage.desk, stage.admin, claims, channel="web")
    await resolution.end(stage.desk, stage.admin, first.id)
    stage.clock.advance(days=8)
    second, customer = await open_conversation(stage.desk, stage.admin, claims, channel="web")
    await retention.erase_old_of(stage.desk, stage.tenant.id)
    assert not await is_there(stage, first)
    assert await is_there(stage, second)
    assert await stage.desk.store.customers.find(stage.tenant.id, customer.id) is not None


async def test_what_goes_on_again_is_kept_from_then(stage: Stage) -> None:
    await keep_for(stage, 7)
    old = await resolved(stage)
    stage.clock.advance(days=6)
    await resolution.begin_again(stage.desk, stage.admin, old.id, to="bot")
    await resolution.end(stage.desk, stage.admin, old.id)
    stage.clock.advance(days=6)
    await retention.erase_old_of(stage.desk, stage.tenant.id)
    assert await is_there(stage, old)


async def test_more_than_one_batch_goes_at_one_look_a_duplicate_before_what_it_points_to(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    await keep_for(stage, 7)
    conversations = [await resolved(stage) for _ in range(5)]
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        sql = "UPDATE conversations SET merged_into = $3 WHERE tenant_id = $1 AND id = $2"
        await connection.execute(sql, stage.tenant.id, conversations[4].id, conversations[0].id)
    stage.clock.advance(days=8)
    assert await retention.erase_old_of(stage.desk, stage.tenant.id) == 5
    assert not any([await is_there(stage, one) for one in conversations])


OWED = {
    "promises": "UPDATE promises SET state = 'open', closed_at = NULL, closed_why = NULL WHERE tenant_id = $1",
    "followups": "INSERT INTO followups (tenant_id, handoff_id, conversation_id, queue, owner, mode, reference, state, "
    "made_at, due_at, promised) SELECT tenant_id, id, conversation_id, queue, 'Ann', 'ticket', 'T-1', 'open', "
    "opened_at, opened_at, false FROM handoffs WHERE tenant_id = $1",
}


@pytest.mark.parametrize("table", [*OWED])
async def test_what_somebody_is_still_owed_stays(stage: Stage, table: str) -> None:
    await keep_for(stage, 7)
    conversation = await stage.waiting()
    await resolution.end(stage.desk, stage.admin, conversation.id)
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        await connection.execute(OWED[table], stage.tenant.id)
    stage.clock.advance(days=8)
    await retention.erase_old_of(stage.desk, stage.tenant.id)
    assert await is_there(stage, conversation)


async def test_the_sweep_looks_at_each_company_though_one_cannot_be_looked_at(stage: Stage) -> None:
    await keep_for(stage, 7)
    old = await resolved(stage)
    stage.clock.advance(days=8)
    assert await retention.erase_old(with_another_that_fails(stage)) == 1
    assert not await is_there(stage, old)


def with_another_that_fails(stage: Stage) -> Desk:
    """The stage's desk with two companies, the first without a policy: else those of all other tests are on it too."""

    async def listed() -> list[SimpleNamespace]:
        return [SimpleNamespace(id="tnt_broken"), SimpleNamespace(id=stage.tenant.id)]

    async def policy_of(tenant_id: TenantId) -> Policy:
        if tenant_id == "tnt_broken":
            raise ValueError("no policy can be read")
        return await stage.desk.policies.of(tenant_id)

    store: Any = copy(stage.desk.store)
    store.tenants = SimpleNamespace(all=listed)
    policies: Any = SimpleNamespace(of=policy_of)
    return replace(stage.desk, store=store, policies=policies)
