"""The line with several nodes, and of those whose rights change while they listen."""

import asyncio
from typing import Any

import pytest
import websockets
from live.test_socket import line
from serving import Api

pytestmark = pytest.mark.anyio


async def test_two_nodes_tell_their_listeners_the_same(company, second_node):
    customer, path = await company.customer()
    async with line(second_node.ws, company.dana.secret) as inbox, line(second_node.ws, customer.secret) as widget:
        await inbox.say(type="subscribe", topic="inbox")
        await inbox.hear("subscribed")
        await customer.post(f"{path}/messages?wait=10", {"text": "A human please"}, expect=201)
        assert await inbox.kinds_until("notice_sent") == [
            "message_received",
            "decision_made",
            "handoff_opened",
            "notice_sent",
        ]
        assert await widget.kinds_until("notice_sent") == ["message_received", "handoff_opened", "notice_sent"]


async def test_who_looks_and_who_writes_is_seen_across_nodes_by_the_team_alone(company, second_node):
    customer, path = await company.waiting()
    id = path.rpartition("/")[2]
    await company.dana.post(f"{path}/claim", expect=200)
    async with (
        line(company.served.ws, company.dana.secret) as dana,
        line(second_node.ws, company.sam.secret) as sam,
        line(second_node.ws, customer.secret) as widget,
    ):
        for one in (dana, sam):
            await one.say(type="subscribe", topic="conversation", id=id)
        for one in (dana, sam):
            while len((await one.hear("looking", id=id))["who"]) < 2:
                pass
        await sam.say(type="typing", id=id)
        assert (await dana.hear("typing", id=id))["who"]["name"] == "Sam"
        await dana.say(type="typing", id=id)
        assert (await widget.hear("typing"))["who"]["name"] == "Dana", "only the holder is seen to write"
        await widget.say(type="typing")
        while (await dana.hear("typing"))["who"]["kind"] != "customer":
            pass
        await sam.say(type="unsubscribe", topic="conversation", id=id)
        assert [who["name"] for who in (await dana.hear("looking"))["who"]] == ["Dana"]


async def test_a_revoked_key_that_only_listens_is_told_no_more(company, monkeypatch):
    from baton.live import socket as live

    monkeypatch.setattr(live, "CHECK_SECONDS", 0.0)
    made = await company.admin.post("/v1/keys", {"role": "readonly"}, expect=201)
    async with line(company.served.ws, made["key"]) as spy:
        await spy.say(type="subscribe", topic="inbox")
        await spy.hear("subscribed")
        await company.admin.ask("DELETE", f"/v1/keys/{made['id']}", expect=200)
        await company.customer()
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await asyncio.wait_for(spy.socket.recv(), 10)
    assert closed.value.rcvd.code == 4401


async def test_a_listener_misses_nothing_because_their_rights_could_not_be_looked_up(company, monkeypatch):
    from baton.core.errors import Unavailable
    from baton.live import socket as live

    keeper = company.served.app.state.doorkeeper
    recognise = keeper.recognise

    async def away_for_dana(secret: str) -> Any:
        if secret == company.dana.secret:
            raise Unavailable("The database is away.")
        return await recognise(secret)

    async with line(company.served.ws, company.dana.secret) as inbox:
        monkeypatch.setattr(live, "CHECK_SECONDS", 0.0)
        monkeypatch.setattr(keeper, "recognise", away_for_dana)
        customer, path = await company.customer()
        await customer.post(f"{path}/messages", {"text": "Hello"}, expect=201)
        assert "message_received" in await inbox.kinds_until("message_received")


async def test_whoever_is_removed_on_one_node_is_shut_out_on_all_and_their_tabs_are_closed(company, second_node):
    dana = (await company.dana.get("/v1/me"))["actor"]["id"]
    elsewhere = Api(second_node.url, company.dana.secret)
    assert (await elsewhere.get("/v1/me"))["actor"]["id"] == dana, "the other node has recognised them just now"
    async with (
        line(company.served.ws, company.dana.secret) as here,
        line(second_node.ws, company.dana.secret) as there,
        line(second_node.ws, company.sam.secret) as colleague,
    ):
        await company.admin.ask("DELETE", f"/v1/operators/{dana}", {}, expect=200)
        async with asyncio.timeout(20):
            for tab in (here, there):
                await tab.socket.wait_closed()
                assert (tab.socket.close_code, tab.socket.close_reason) == (4401, "access_ended")
        assert (await elsewhere.get("/v1/me", expect=401))["code"] == "access_ended"
        assert (await company.dana.get("/v1/me", expect=401))["code"] == "access_ended"
        await colleague.say(type="ping")
        await colleague.hear("pong")
    await elsewhere.http.aclose()


async def test_a_tab_whose_person_may_do_other_things_now_stays_and_is_told_to_look(company, second_node):
    dana = (await company.dana.get("/v1/me"))["actor"]["id"]
    async with line(second_node.ws, company.dana.secret) as tab:
        path = f"/v1/operators/{dana}/availability"
        await company.admin.ask("PUT", path, {"availability": "away", "reason": "Ill"}, expect=200)
        assert (await tab.hear("behind"))["topic"] == "inbox"
        assert (await company.dana.get("/v1/me"))["away_reason"] == "Ill"
