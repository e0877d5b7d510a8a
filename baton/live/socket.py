"""The WebSocket at /v1/live: authorise at subscribe, push what happens, take typing and nothing else.

A listener that can't keep up is never waited for: its backlog is dropped and it is told to catch up over HTTP.
"""

import asyncio
import contextlib
import time
from collections import deque
from typing import Any

import msgspec

from baton.core.actors import Caller, Role
from baton.core.errors import DeskError, Unauthorized, Unavailable
from baton.core.ids import ConversationId
from baton.core.views import actor_view
from baton.live.hub import Hub, behind, encode
from baton.live.upgrade import Receive, Send
from baton.live.watching import Watching
from baton.services.access import find, is_team
from baton.services.desk import Desk
from baton.services.ports.live import Topic
from baton.services.sweeps import keep_leases
from baton.services.team.identity import Doorkeeper

BACKLOG = 500
"""Frames that may wait for a slow listener."""

MOST_TOPICS = 200
MOST_BYTES = 16_384
HELLO_SECONDS = 10.0
CHECK_SECONDS = 30.0
"""How long rights are trusted on an open socket; a revoked key is cut off within that time."""


class _Ask(msgspec.Struct):
    type: str
    topic: str = ""
    id: str = ""
    token: str = ""
    note: bool = False


_read = msgspec.json.Decoder(_Ask).decode


class Socket:
    """One open tab."""

    __slots__ = (
        "_backlog",
        "_caller",
        "_checked_at",
        "_desk",
        "_doorkeeper",
        "_hub",
        "_secret",
        "_send",
        "_sender",
        "_topics",
        "_watching",
    )

    def __init__(self, desk: Desk, doorkeeper: Doorkeeper, hub: Hub, send: Send) -> None:
        self._desk = desk
        self._doorkeeper = doorkeeper
        self._hub = hub
        self._send = send
        self._caller: Caller | None = None
        self._secret = ""
        self._checked_at = 0.0
        self._topics: dict[Topic, str] = {}
        self._watching: Watching | None = None
        self._backlog: deque[bytes] | None = None
        self._sender: asyncio.Task[None] | None = None

    async def run(self, receive: Receive, secret: str | None) -> None:
        """Serve until the other end goes away."""
        await self._send({"type": "websocket.accept"})
        try:
            if secret is not None:
                await self._hello(secret)
            while True:
                waits = None if self._caller else HELLO_SECONDS
                message = await (receive() if waits is None else asyncio.wait_for(receive(), waits))
                if message["type"] == "websocket.disconnect":
                    return
                if message["type"] == "websocket.receive":
                    await self._heard(message.get("text") or message.get("bytes") or "")
        except TimeoutError:
            await self._send({"type": "websocket.close", "code": 4401, "reason": "no hello"})
        except _Done as done:
            await self._send({"type": "websocket.close", "code": done.code, "reason": done.reason})
        finally:
            self._leave()

    def tell(self, frame: bytes) -> None:
        """Send a frame when the line is free. Beyond the backlog everything is dropped for one word: catch up."""
        if self._backlog is None:
            # Made when there is something to send: an empty one costs an idle socket 0.7 KB.
            self._backlog = deque()
        if len(self._backlog) >= BACKLOG:
            self._backlog.clear()
            self._backlog.extend(encode(behind(id or None)) for id in dict.fromkeys(self._topics.values()))
        self._backlog.append(frame)
        if self._sender is None:
            self._sender = asyncio.ensure_future(self._drain(self._backlog))

    def recheck(self) -> None:
        """What the person may do has changed: look at it now, and let a page that stays look for itself."""
        self._checked_at = float("-inf")
        self.tell(encode(behind(None)))

    async def _drain(self, backlog: deque[bytes]) -> None:
        try:
            while backlog:
                await self._still_welcome()
                await self._send({"type": "websocket.send", "text": backlog.popleft().decode()})
        except Unauthorized as refused:
            # Whoever only listens never pings: their rights are looked at again before they are told more.
            backlog.clear()
            await self._send({"type": "websocket.close", "code": 4401, "reason": refused.code})
        except (OSError, RuntimeError, DeskError):
            backlog.clear()
        finally:
            self._sender = self._backlog = None

    async def _heard(self, text: str | bytes) -> None:
        if len(text) > MOST_BYTES:
            raise _Done(4413, "that frame is too large")
        try:
            ask = _read(text)
        except msgspec.DecodeError:
            self._refuse("bad_frame", "Frames are JSON objects with a `type`.")
            return
        try:
            await self._do(ask)
        except Unauthorized as refused:
            raise _Done(4401, refused.code) from refused
        except DeskError as refused:
            self._refuse(refused.code, refused.detail)

    async def _do(self, ask: _Ask) -> None:
        if ask.type == "hello":
            await self._hello(ask.token)
            return
        if self._caller is None:
            raise Unauthorized("Say hello with a token first.")
        match ask.type:
            case "ping":
                await self._still_welcome()
                self.tell(b'{"type":"pong"}')
            case "subscribe":
                await self._subscribe(self._caller, ask)
            case "unsubscribe":
                self._unsubscribe(self._caller, ask)
            case "typing":
                if self._watching:
                    await self._watching.writes(ask.id, note=ask.note)
            case _:
                self._refuse("unknown_frame", f"There is no frame of type {ask.type[:40]!r}.")

    async def _hello(self, secret: str) -> None:
        if self._caller is not None:
            return
        try:
            caller = await self._doorkeeper.recognise(secret)
        except Unauthorized as refused:
            raise _Done(4401, refused.code) from refused
        if caller.role is Role.WIDGET:
            raise _Done(4403, "open a conversation first")
        self._caller, self._secret, self._checked_at = caller, secret, time.monotonic()
        self._watching = Watching(self._desk, caller, self._hub.presence)
        welcome: dict[str, Any] = {"type": "welcome", "actor": actor_view(caller.actor)}
        if caller.conversation_id is not None:
            self._listen((caller.tenant_id, caller.conversation_id, "customer"), caller.conversation_id)
            welcome["conversation_id"] = caller.conversation_id
        else:
            self._listen((caller.tenant_id, "", "team"), "")
        if caller.actor.operator_id:
            self._hub.arrived(caller.tenant_id, caller.actor.operator_id, self)
            self._desk.soon(keep_leases(self._desk))
        self.tell(encode(welcome))

    async def _subscribe(self, caller: Caller, ask: _Ask) -> None:
        topic = self._topic(caller, ask)
        if len(self._topics) >= MOST_TOPICS:
            self._refuse("too_many_topics", f"A socket listens to {MOST_TOPICS} topics at the most.")
            return
        frame: dict[str, Any] = {"type": "subscribed", "topic": ask.topic}
        self._listen(topic, ask.id)
        if ask.topic == "conversation":
            # Listening comes first: what is committed between the two is then pushed, not lost.
            try:
                conversation, _ = await find(self._desk, caller, ConversationId(ask.id))
            except DeskError:
                self._unsubscribe(caller, ask)
                raise
            frame |= {"id": ask.id, "seq": conversation.seq}
        self.tell(encode(frame))
        if self._watching:
            self._watching.opened(ask.id)

    def _unsubscribe(self, caller: Caller, ask: _Ask) -> None:
        topic = self._topic(caller, ask)
        self._hub.unsubscribe(topic, self)
        self._topics.pop(topic, None)
        if self._watching:
            self._watching.closed(ask.id)

    def _topic(self, caller: Caller, ask: _Ask) -> Topic:
        if ask.topic == "conversation" and ask.id:
            return (caller.tenant_id, ask.id, "team" if is_team(caller) else "customer")
        if ask.topic == "inbox" and is_team(caller):
            return (caller.tenant_id, "", "team")
        raise DeskError("There is no such topic for you. Topics are `inbox` and `conversation`.", code="no_such_topic")

    async def _still_welcome(self) -> None:
        if self._caller is not None and time.monotonic() - self._checked_at > CHECK_SECONDS:
            # With the database away nobody's rights can have changed; they are looked at again when it is back.
            with contextlib.suppress(Unavailable):
                await self._doorkeeper.recognise(self._secret)
                self._checked_at = time.monotonic()

    def _listen(self, topic: Topic, id: str) -> None:
        self._hub.subscribe(topic, self)
        self._topics[topic] = id

    def _refuse(self, code: str, detail: str) -> None:
        self.tell(encode({"type": "refused", "code": code, "detail": detail}))

    def _leave(self) -> None:
        for topic in self._topics:
            self._hub.unsubscribe(topic, self)
        caller = self._caller
        if self._watching:
            self._watching.gone()
        if caller and caller.actor.operator_id:
            self._hub.left(caller.tenant_id, caller.actor.operator_id, self)
        if self._sender is not None:
            self._sender.cancel()


class _Done(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
