"""The socket: who may listen to what, and that it is only a hint."""

import asyncio
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import pytest
import websockets

pytestmark = pytest.mark.anyio


class Line:
    """A socket with short words."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket

    async def say(self, **frame: Any) -> None:
        await self.socket.send(msgspec.json.encode(frame).decode())

    async def hear(self, type: str, **fields: Any) -> dict[str, Any]:
        """The next frame of that type (and event kind), passing over others."""
        async with asyncio.timeout(10):
            while True:
                frame = msgspec.json.decode(await self.socket.recv())
                if frame["type"] == type and all(frame.get("event", frame).get(k) == v for k, v in fields.items()):
                    return frame

    async def kinds_until(self, last: str) -> list[str]:
        """The kinds of the events that arrive, up to and with `last`."""
        found: list[str] = []
        while not found or found[-1] != last:
            found.append((await self.hear("event"))["event"]["kind"])
        return found


@asynccontextmanager
async def line(url: str, token: str | None, **headers: str):
    async with websockets.connect(url, additional_headers=headers or None) as socket:
        one = Line(socket)
        if token:
            await one.say(type="hello", token=token)
            await one.hear("welcome")
        yield one


async def test_the_inbox_sees_everything_and_the_customer_their_own_side(company):
    customer, path = await company.customer(name="Ann")
    url = company.served.ws
    async with line(url, company.dana.secret) as inbox, line(url, customer.secret) as widget:
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
        await company.dana.post(f"{path}/claim", expect=200)
        await company.dana.post(f"{path}/notes", {"text": "Be kind"}, expect=201)
        await company.dana.post(f"{path}/messages", {"text": "Hello"}, expect=201)
        assert "note_added" not in await widget.kinds_until("reply_sent")
        assert "note_added" in await inbox.kinds_until("reply_sent")


async def test_a_customer_cannot_listen_to_another_conversation_or_the_inbox(company):
    customer, _ = await company.customer()
    _, other = await company.customer()
    async with line(company.served.ws, customer.secret) as widget:
        await widget.say(type="subscribe", topic="inbox")
        assert (await widget.hear("refused"))["code"] == "no_such_topic"
        await widget.say(type="subscribe", topic="conversation", id=other.rpartition("/")[2])
        assert (await widget.hear("refused"))["code"] == "not_found"
        await company.dana.post(f"{other}/takeover", expect=200)
        await widget.say(type="ping")
        frame = msgspec.json.decode(await widget.socket.recv())
        assert frame == {"type": "pong"}, "nothing of the other conversation came before"


async def test_another_tenants_operator_hears_nothing(company, served):
    from baton.services.team.people import add_tenant

    _, issued = await add_tenant(served.desk, f"Other {served.desk.ids.new('tenant')}")
    _, path = await company.customer()
    async with line(served.ws, issued.secret) as spy:
        await spy.say(type="subscribe", topic="inbox")
        await spy.hear("subscribed")
        await spy.say(type="subscribe", topic="conversation", id=path.rpartition("/")[2])
        assert (await spy.hear("refused"))["code"] == "not_found"
        await company.waiting()
        await spy.say(type="ping")
        assert msgspec.json.decode(await spy.socket.recv()) == {"type": "pong"}


@pytest.mark.parametrize("token", ["btn_wrong", "bct_a.b.c.d"])
async def test_a_wrong_token_closes_the_line_with_its_own_code(company, token):
    async with websockets.connect(company.served.ws) as socket:
        await socket.send(msgspec.json.encode({"type": "hello", "token": token}).decode())
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await asyncio.wait_for(socket.recv(), 10)
    assert closed.value.rcvd.code == 4401


async def test_a_session_cookie_opens_the_line_from_our_own_page_only(company):
    operator = (await company.admin.get("/v1/operators"))["items"][0]
    made = await company.admin.post(f"/v1/operators/{operator['id']}/sign-in-links", expect=201)
    landed = await company.as_(None).http.get("/sign-in/" + made["url"].rpartition("/")[2])
    cookie = landed.headers["set-cookie"].split(";")[0]
    host = company.served.url.removeprefix("http://")
    async with line(company.served.ws, None, Cookie=cookie, Origin=f"http://{host}") as ours:
        assert (await ours.hear("welcome"))["actor"]["name"] == operator["name"]
    async with line(company.served.ws, None, Cookie=cookie, Origin="http://evil.example") as foreign:
        await foreign.say(type="subscribe", topic="inbox")
        with pytest.raises(websockets.ConnectionClosed):
            await foreign.hear("subscribed")


async def test_nonsense_is_refused_and_the_line_stays(company):
    async with line(company.served.ws, company.dana.secret) as inbox:
        await inbox.socket.send("{nonsense")
        assert (await inbox.hear("refused"))["code"] == "bad_frame"
        await inbox.say(type="dance")
        assert (await inbox.hear("refused"))["code"] == "unknown_frame"
        await inbox.say(type="ping")
        await inbox.hear("pong")


async def test_typing_goes_to_the_other_side_and_is_not_kept(company):
    customer, path = await company.waiting()
    id = path.rpartition("/")[2]
    await company.dana.post(f"{path}/claim", expect=200)
    before = len((await company.admin.get(f"{path}/trail"))["items"])
    async with (
        line(company.served.ws, company.dana.secret) as inbox,
        line(company.served.ws, customer.secret) as widget,
    ):
        await inbox.say(type="subscribe", topic="conversation", id=id)
        await inbox.hear("subscribed")
        await inbox.say(type="typing", id=id)
        assert (await widget.hear("typing"))["who"]["name"] == "Dana"
        await widget.say(type="typing")
        assert (await inbox.hear("typing", id=id))["who"]["kind"] in ("customer", "operator")
    assert len((await company.admin.get(f"{path}/trail"))["items"]) == before


async def test_a_listener_who_cannot_keep_up_is_told_to_catch_up_and_holds_nobody_up():
    from baton.live import socket as live
    from baton.live.hub import Hub

    sent: list[str] = []
    gate = asyncio.Event()

    async def send(message: Any) -> None:
        await gate.wait()
        sent.append(message["text"])

    slow = live.Socket(None, None, Hub(), send)  # type: ignore[arg-type]
    slow._topics[("t", "cnv_1", "team")] = "cnv_1"
    for n in range(live.BACKLOG + 10):
        slow.tell(msgspec.json.encode({"type": "event", "n": n}))
    assert len(slow._backlog) < live.BACKLOG
    gate.set()
    while slow._sender is not None:
        await asyncio.sleep(0)
    assert '"behind"' in sent[1] or '"behind"' in sent[0]


async def test_an_operator_with_the_inbox_open_counts_as_here(company):
    customer, path = await company.customer(language="en")
    async with line(company.served.ws, company.dana.secret):
        async with asyncio.timeout(10):
            while not any(one["is_here"] for one in (await company.admin.get("/v1/operators"))["items"]):
                await asyncio.sleep(0.02)
        await customer.post(f"{path}/handoffs", expect=201)
        notice = (await customer.get(f"{path}/messages"))["items"][-1]["text"]
    assert "nobody is there" not in notice
