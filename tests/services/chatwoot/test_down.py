"""Chatwoot is down, forgets who we are, or has lost a conversation: what is told then, once and within bounds."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from chatwoots import Connected, connected
from fakes import grounded
from stage import Stage
from websites import answer

from baton.core.chatwoot.connection import Place
from baton.core.errors import Invalid
from baton.core.events import EventKind
from baton.core.transitions import State
from baton.services.chatwoot import connections as chatwoot
from baton.services.chatwoot.connections import ConnectionChange

pytestmark = pytest.mark.anyio


@pytest.fixture
async def there(stage: Stage) -> AsyncIterator[Connected]:
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    async with connected(stage) as one:
        yield one


async def test_while_chatwoot_is_down_it_is_tried_again_and_nothing_is_said_twice(there: Connected):
    there.fake.breaks = lambda _method, _path: "503 Service Unavailable"
    await there.asks("How long do you take to deliver?")
    assert (await there.connection()).state == "failing"
    assert "503" in (await there.connection()).why
    assert await there.tell() == 0, "not before its pause is over"
    there.fake.breaks = lambda _method, _path: None
    there.stage.clock.advance(seconds=6)
    await there.tell()
    assert len(there.fake.said()) == 1
    assert (await there.connection()).state == "on"


async def test_an_answer_that_was_lost_on_the_way_back_is_not_said_again(there: Connected):
    there.fake.then = lambda _method, path: "502 Bad Gateway" if path.endswith("/messages") else None
    await there.asks("How long do you take to deliver?")
    there.fake.then = lambda _method, _path: None
    there.stage.clock.advance(seconds=6)
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_nor_where_only_its_echo_tells_that_it_arrived(there: Connected):
    there.fake.tells_bots = False
    there.fake.then = lambda _method, path: "502 Bad Gateway" if path.endswith("/messages") else None
    await there.asks("How long do you take to deliver?")
    there.fake.then = lambda _method, _path: None
    there.stage.clock.advance(seconds=6)
    await there.hear(there.fake.echo(there.fake.posts[0]))
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_a_step_that_is_never_taken_is_given_up_the_team_is_told_and_the_rest_follows(there: Connected):
    there.fake.breaks = lambda _method, path: "500 Broken" if path.endswith("/messages") else None
    await there.asks("I want to talk to a person")
    for _ in range(80):
        there.stage.clock.advance(hours=2)
        await there.tell()
        if there.fake.statuses[77] == "open":
            break
    assert there.fake.statuses[77] == "open", "the people are told even if the words are not taken"
    notes = await there.stage.transcript(await there.now())
    assert any("Chatwoot was not told of this" in one for one in notes)


async def test_a_token_that_counts_no_more_is_told_once_and_nothing_is_asked_until_it_is_changed(there: Connected):
    there.fake.token = "another"
    await there.asks("How long do you take to deliver?")
    one = await there.connection()
    assert (one.state, "access token" in one.why_off) == ("off", True)
    asked = len(there.fake.asked)
    there.stage.clock.advance(hours=2)
    await there.tell()
    assert len(there.fake.asked) == asked
    events = await there.stage.desk.store.events.page(there.stage.tenant.id, after=None, limit=500)
    assert [e.event.kind for e in events].count(EventKind.CHATWOOT_SWITCHED_OFF) == 1
    await chatwoot.change(there.stage.desk, there.stage.admin, there.id, ConnectionChange(token="another", is_on=True))
    await there.tell()
    assert len(there.fake.said()) == 1, "what waited is told"


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized"])
async def test_what_a_proxy_answers_while_chatwoot_restarts_ends_nothing_and_switches_nothing_off(
    there: Connected, status: str
):
    there.receiver.answers = lambda _: answer("404 page not found", status=status)
    await there.asks("How long do you take to deliver?")
    assert ((await there.now()).state, (await there.connection()).state) == (State.BOT, "failing")
    there.receiver.answers = there.fake.answers
    there.stage.clock.advance(seconds=6)
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_a_conversation_that_was_deleted_there_ends_here(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    del there.fake.statuses[77]
    await there.tell()
    assert (await there.now()).state is State.RESOLVED
    asked = len(there.fake.asked)
    there.stage.clock.advance(hours=2)
    assert await there.tell() == 0
    assert len(there.fake.asked) == asked


async def test_one_that_was_missing_for_a_while_is_answered_again(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    del there.fake.statuses[77]
    await there.tell()
    there.fake.statuses[77] = "pending"
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    await there.tell()
    assert "three working days" in there.fake.said()[-1]


async def test_labels_that_are_not_taken_hold_up_nothing(there: Connected):
    place = {"support": Place(labels=("x",), team_id=99)}
    await chatwoot.change(there.stage.desk, there.stage.admin, there.id, ConnectionChange(places=place))
    there.fake.breaks = lambda _m, path: "422 Unprocessable" if path.endswith(("labels", "assignments")) else None
    await there.asks("I want to talk to a person")
    assert there.fake.statuses[77] == "open"
    notes = await there.stage.transcript(await there.now())
    assert any("its team" in one and "its labels" in one for one in notes)


class Falls(BaseException):
    """A node that is gone in this moment."""


async def test_what_a_node_said_before_it_fell_is_not_said_again(there: Connected, monkeypatch: pytest.MonkeyPatch):
    queue = there.stage.desk.store.chatwoot_queue

    async def falls(*_: object) -> None:
        if there.fake.said():
            raise Falls

    with monkeypatch.context() as fallen:
        marks = queue.went_on

        async def went_on(*arguments: Any) -> bool:
            await falls()
            return await marks(*arguments)

        fallen.setattr(queue, "went_on", went_on)
        fallen.setattr(queue, "give_back", falls)
        with pytest.raises(Falls):
            await there.asks("How long do you take to deliver?")
    there.stage.clock.advance(seconds=100)
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_what_nobody_foresaw_rests_before_it_is_tried_again(there: Connected, monkeypatch: pytest.MonkeyPatch):
    wire, tries = there.stage.desk.chatwoot, []

    async def breaks(*_: object) -> None:
        tries.append(1)
        raise ValueError("nobody foresaw this")

    with monkeypatch.context() as broken:
        broken.setattr(wire, "stands", breaks)
        with pytest.raises(ValueError, match="nobody foresaw"):
            await there.asks("How long do you take to deliver?")
        assert (await there.tell(), len(tries)) == (0, 1), "not in the same second"
    there.stage.clock.advance(seconds=6)
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_a_token_is_sent_to_no_other_address_than_it_was_given_for(there: Connected):
    with pytest.raises(Invalid, match="Give the token again"):
        await chatwoot.change(
            there.stage.desk, there.stage.admin, there.id, ConnectionChange(url="https://elsewhere.example")
        )
