"""The one statement that writes a conversation."""

import asyncio
from dataclasses import replace

import asyncpg
import pytest
from builders import notice
from stage import Stage

from baton.core.conversation import Change
from baton.core.transitions import State
from baton.core.verbs.handoffs import withdraw

pytestmark = pytest.mark.anyio


async def test_a_change_made_from_an_old_version_does_nothing_at_all(stage: Stage):
    before = await stage.waiting()
    change = withdraw(before, stage.dana.actor, at=stage.clock(), notice=replace(notice(), id="msg_a" + before.id[4:]))
    again = withdraw(before, stage.dana.actor, at=stage.clock(), notice=replace(notice(), id="msg_b" + before.id[4:]))
    assert await stage.desk.store.conversations.save(change) is not None
    kinds = await stage.kinds(before)
    assert await stage.desk.store.conversations.save(again) is None
    assert await stage.kinds(before) == kinds


async def test_a_change_without_an_event_is_refused(stage: Stage):
    before = await stage.begin()
    with pytest.raises(ValueError, match="without an event"):
        await stage.desk.store.conversations.save(Change(before, (), before.version))


async def test_a_handoff_cannot_be_written_without_its_notice(stage: Stage, store):
    conversation = await stage.begin()
    async with store.database.tenant(stage.tenant.id) as connection:
        with pytest.raises(asyncpg.ForeignKeyViolationError) as violated:
            await connection.execute(
                "INSERT INTO handoffs (tenant_id, id, conversation_id, reason, rule, evidence, policy_version, queue, "
                "queue_name, priority, packet, notice_id, opened_by, opened_at) VALUES ($1, 'hnd_x', $2, 'x', 'x', "
                "'[]', 1, 'q', 'Q', 0, '{}', 'msg_nowhere', 'bot', now())",
                stage.tenant.id,
                conversation.id,
            )
    assert violated.value.constraint_name == "no_handoff_without_its_notice"


async def test_a_conversation_has_one_open_handoff_at_the_most(stage: Stage, store):
    conversation = await stage.waiting()
    async with store.database.tenant(stage.tenant.id) as connection:
        with pytest.raises(asyncpg.UniqueViolationError) as violated:
            await connection.execute(
                "INSERT INTO handoffs SELECT (h.*) FROM (SELECT tenant_id, id || 'x' AS id, conversation_id, reason, "
                "rule, topic, evidence, policy_version, queue, queue_name, priority, position, packet, notice_id, "
                "opened_by, opened_at, claimed_by, claimed_at, closed_at, closed_how FROM handoffs "
                "WHERE conversation_id = $1) h",
                conversation.id,
            )
    assert violated.value.constraint_name == "one_open_handoff_per_conversation"


@pytest.mark.parametrize(
    ("column", "constraint"),
    [
        ("state = 'human'", "a_person_owns_what_is_human"),
        ("state = 'queued', queue = NULL", "what_waits_has_a_queue"),
    ],
)
async def test_the_database_refuses_a_state_without_its_owner(stage: Stage, store, column: str, constraint: str):
    conversation = await stage.begin()
    async with store.database.tenant(stage.tenant.id) as connection:
        with pytest.raises(asyncpg.CheckViolationError) as violated:
            await connection.execute(f"UPDATE conversations SET {column} WHERE id = $1", conversation.id)  # noqa: S608
    assert violated.value.constraint_name == constraint


async def test_a_thousand_competing_moves_leave_a_log_without_gap_and_one_owner(stage: Stage):
    conversation = await stage.waiting()
    from baton.services.handoffs import handoff, opening

    async def churn(caller) -> None:
        for _ in range(25):
            for verb in (handoff.claim, handoff.let_go, opening.barge_in):
                await asyncio.gather(verb(stage.desk, caller, conversation.id), return_exceptions=True)

    await asyncio.gather(churn(stage.dana), churn(stage.sam), churn(stage.dana), churn(stage.sam))
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=2000, team=True
    )
    assert [one.event.seq for one in logged] == list(range(1, len(logged) + 1))
    versions = [one.standing.version for one in logged]
    assert versions == sorted(versions)
    now = await stage.now(conversation)
    assert logged[-1].standing.state == now.state.value
    assert (now.state is State.HUMAN) == (now.owner_id is not None)
