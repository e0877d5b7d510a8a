"""A decision of the default policy is taken again under the default of its day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from stage import Stage

from baton.services.policy.policies import default_source, keep_default, replay_conversation
from baton.services.shelf import Shelf

pytestmark = pytest.mark.anyio

LATER = default_source().replace("then: handoff", "then: offer")


@pytest.fixture(autouse=True)
async def nothing_noted(stage: Stage) -> None:
    async with stage.desk.store.database.install() as connection:
        await connection.execute("DELETE FROM default_policies")


def brings(stage: Stage, default: str) -> None:
    """The next version of Baton, with another default."""
    stage.desk = replace(stage.desk, policies=Shelf(stage.desk.store.policies, stage.clock, default))


async def test_after_an_upgrade_a_decision_comes_out_as_it_did_under_the_default_of_its_day(stage: Stage):
    await keep_default(stage.desk)
    stage.clock.ahead += timedelta(minutes=1)
    conversation = await stage.waiting()
    stage.clock.ahead += timedelta(minutes=1)
    brings(stage, LATER)
    await keep_default(stage.desk)
    assert default_source() != LATER
    replayed = await replay_conversation(stage.desk, stage.dana, conversation.id)
    assert [one.differences for one in replayed] == [()]


async def test_a_decision_after_the_upgrade_is_taken_again_under_the_new_default(stage: Stage):
    await keep_default(stage.desk)
    stage.clock.ahead += timedelta(minutes=1)
    brings(stage, LATER)
    await keep_default(stage.desk)
    stage.clock.ahead += timedelta(minutes=1)
    conversation = await stage.begin()
    await stage.asks(conversation, "I want to talk to a person")
    replayed = await replay_conversation(stage.desk, stage.dana, conversation.id)
    assert [one.differences for one in replayed] == [()]


async def test_the_same_default_is_noted_once(stage: Stage):
    for _ in range(3):
        await keep_default(stage.desk)
        stage.clock.ahead += timedelta(hours=1)
    async with stage.desk.store.database.install() as connection:
        assert await connection.fetchval("SELECT count(*) FROM default_policies") == 1
