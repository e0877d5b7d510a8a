"""Who may act from Slack: operators, each as themselves, known by their address or by what an admin said."""

from collections.abc import AsyncIterator

import pytest
from slacked import DANA, NOBODY, SAM, STRANGER, Slacked, slacked
from stage import Stage

from baton.core.errors import NotFound
from baton.core.ids import OperatorId
from baton.core.transitions import State
from baton.services.slack import people as slack_people
from baton.services.team import leaving

pytestmark = pytest.mark.anyio


@pytest.fixture
async def team(stage: Stage) -> AsyncIterator[Slacked]:
    async with slacked(stage) as one:
        yield one


async def test_who_is_no_operator_can_do_nothing_and_is_told_what_to_do(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(NOBODY, thread, "claim")
    # The same address in another company's workspace is somebody else's word.
    await team.press(STRANGER, thread, "claim")
    assert (await team.stage.now(conversation)).state is State.QUEUED
    assert all("Baton does not know you here" in text for _, text in team.slack.whispers)
    assert {user for user, _ in team.slack.whispers} == {NOBODY, STRANGER}


async def test_who_has_left_the_team_can_do_nothing_any_more(team: Slacked):
    conversation, thread = await team.waiting()
    await team.writes(SAM, thread, "!note Here")
    await leaving.remove(team.stage.desk, team.stage.admin, OperatorId(team.stage.sam.actor.id or ""))
    await team.press(SAM, thread, "claim")
    assert (await team.stage.now(conversation)).state is State.QUEUED
    assert "does not know you" in team.slack.whispers[-1][1]


async def test_an_admin_links_an_account_whose_address_is_another(team: Slacked):
    conversation, thread = await team.waiting()
    desk, admin = team.stage.desk, team.stage.admin
    with pytest.raises(NotFound):
        await slack_people.link(desk, admin, NOBODY, team.stage.sam.actor.id)
    await team.press(NOBODY, thread, "claim")
    await slack_people.link(desk, admin, NOBODY, team.stage.sam.actor.id)
    await team.press(NOBODY, thread, "claim")
    assert (await team.stage.now(conversation)).owner.name == "Sam"
    assert [one.is_linked for one in await slack_people.people(desk, admin)] == [True]


async def test_who_is_who_is_asked_once_an_hour(team: Slacked):
    _, thread = await team.waiting()
    for _ in range(3):
        await team.writes(DANA, thread, "!note Here")
    assert len(team.slack.of("users.info")) == 1
    team.stage.clock.advance(hours=2)
    await team.writes(DANA, thread, "!note Here")
    assert len(team.slack.of("users.info")) == 2


async def test_who_acts_in_slack_is_not_taken_for_gone(team: Slacked):
    conversation, thread = await team.waiting()
    desk, dana = team.stage.desk, OperatorId(team.stage.dana.actor.id or "")
    await desk.store.people.keep_here(team.stage.tenant.id, [dana], desk.clock())
    await team.press(DANA, thread, "claim")
    team.stage.clock.advance(minutes=20)
    from baton.services.waiting.presence import return_lost

    await return_lost(desk)
    assert (await team.stage.now(conversation)).owner.name == "Dana"
    team.stage.clock.advance(minutes=30)
    await return_lost(desk)
    assert (await team.stage.now(conversation)).state is State.QUEUED
