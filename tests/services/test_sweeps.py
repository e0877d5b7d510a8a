"""What is kept for a time is gone after it."""

import pytest
from stage import Stage

from baton.core.actors import Role
from baton.services.records import Receipt
from baton.services.secrets import hashed
from baton.services.sweeps import forget_old
from baton.services.team.people import issue_link, sign_in

pytestmark = pytest.mark.anyio


async def test_receipts_are_forgotten_after_their_days_and_not_before(stage: Stage, store):
    receipt = Receipt("who", "key", b"print")
    await store.receipts.keep(stage.tenant.id, receipt, status=200, body={})
    stage.clock.advance(days=stage.desk.limits.receipt_days - 0.1)
    await forget_old(stage.desk)
    assert await store.receipts.find(stage.tenant.id, "who", "key") is not None
    stage.clock.advance(days=0.2)
    assert await forget_old(stage.desk) >= 1
    assert await store.receipts.find(stage.tenant.id, "who", "key") is None


async def test_links_and_sessions_that_ended_are_forgotten_and_keys_are_not(stage: Stage, store):
    keys = await store.tenants.keys(stage.tenant.id)
    operator = stage.dana.actor.operator_id
    link = await issue_link(stage.desk, stage.tenant.id, role=Role.OPERATOR, operator_id=operator)
    session = await sign_in(stage.desk, link.secret)
    await forget_old(stage.desk)
    assert await store.tenants.credential(hashed(session.secret)) is not None
    stage.clock.advance(seconds=stage.desk.limits.session_seconds, days=stage.desk.limits.receipt_days + 1)
    await forget_old(stage.desk)
    for gone in (link, session):
        assert await store.tenants.credential(hashed(gone.secret)) is None
    assert await store.tenants.keys(stage.tenant.id) == keys
