"""An admin connects Slack, tries it out, changes and forgets it; its secrets are shown to nobody."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from slacked import CHANNEL, DANA, SECRET, TOKEN, Slacked, slacked
from stage import Stage

from baton.api.slack import _view
from baton.core.errors import Forbidden, Invalid, NotFound, Unauthorized
from baton.core.webhooks import Channel
from baton.services.slack import connection as slack
from baton.services.slack import people as slack_people
from baton.services.slack.connection import SlackChange
from baton.services.webhooks import webhooks

pytestmark = pytest.mark.anyio


@pytest.fixture
async def team(stage: Stage) -> AsyncIterator[Slacked]:
    async with slacked(stage) as one:
        yield one


async def change(team: Slacked, **wanted: Any) -> slack.Connected:
    return await slack.connect(team.stage.desk, team.stage.admin, SlackChange(**wanted))


async def test_its_secrets_are_in_no_view_no_log_and_no_list_of_webhooks(team: Slacked):
    found = await slack.find(team.stage.desk, team.stage.admin)
    assert found
    logged = await team.stage.desk.store.events.page(team.stage.tenant.id, after=None, limit=500)
    for shown in (repr(found), json.dumps(_view(found), default=str), repr([one.event for one in logged])):
        assert TOKEN not in shown
        assert SECRET not in shown
    assert await webhooks.listed(team.stage.desk, team.stage.admin) == ()
    with pytest.raises(NotFound):
        await webhooks.find(team.stage.desk, team.stage.admin, found.outlet.id)


async def test_only_an_admin_may(team: Slacked):
    desk, dana = team.stage.desk, team.stage.dana
    for asked in (slack.find(desk, dana), slack.connect(desk, dana, SlackChange()), slack.remove(desk, dana)):
        with pytest.raises(Forbidden):
            await asked
    for asked in (slack.test(desk, dana), slack_people.people(desk, dana), slack_people.link(desk, dana, DANA, None)):
        with pytest.raises(Forbidden):
            await asked


async def test_a_token_that_slack_does_not_take_is_refused_with_what_to_do_and_the_old_one_stays(team: Slacked):
    team.slack.fails["auth.test"] = ["invalid_auth"]
    with pytest.raises(Invalid, match="does not know this bot token"):
        await change(team, bot_token="xoxb-wrong")
    await team.waiting()
    assert team.slack.asked[-1].token == TOKEN


async def test_a_queue_that_is_not_there_is_named(team: Slacked):
    with pytest.raises(Invalid, match="There is no queue nowhere"):
        await change(team, channels={"nowhere": "#support"})


async def test_trying_it_out_says_of_each_channel_what_is_wrong(team: Slacked):
    queue = (await team.stage.desk.policies.of(team.stage.tenant.id)).queues[0].id
    await change(team, channels={queue: "#own"})
    team.slack.fails["chat.postMessage"] = ["channel_not_found"]
    tried = await slack.test(team.stage.desk, team.stage.admin)
    assert [(one.channel, bool(one.why)) for one in tried] == [(CHANNEL, True), ("#own", False)]
    assert "finds no such channel" in tried[0].why


async def test_while_it_is_off_nothing_is_told_and_then_it_goes_on_where_it_stopped(team: Slacked):
    await change(team, is_on=False)
    await team.stage.waiting()
    await team.tell()
    assert team.slack.heads == []
    await change(team, is_on=True)
    await team.tell()
    assert len(team.slack.heads) == 1


async def test_who_disconnects_it_leaves_nothing_behind(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await slack.remove(team.stage.desk, team.stage.admin)
    desk, tenant = team.stage.desk, team.stage.tenant.id
    assert await slack.find(desk, team.stage.admin) is None
    assert await desk.store.slack.people(tenant) == ()
    assert await desk.store.slack_threads.of_conversation(tenant, conversation.id) is None
    assert await desk.store.webhooks.all(tenant, Channel.SLACK) == ()
    with pytest.raises(Unauthorized):
        await team.writes(DANA, thread, "Hello?")


async def test_another_workspace_has_other_people_and_other_threads(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    desk, tenant = team.stage.desk, team.stage.tenant.id
    found = await slack.find(desk, team.stage.admin)
    assert found
    await desk.store.slack.keep(tenant, replace(found.connection, team_id="T0NEW"), found.outlet, "0-0-0")
    assert await desk.store.slack.people(tenant) == ()
    assert await desk.store.slack_threads.of_conversation(tenant, conversation.id) is None
    await team.tell()
    assert (await team.outlet()).state == "on"
