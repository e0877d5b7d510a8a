"""A Chatwoot on loopback that speaks its wire forms: an account with conversations, agents, and the bot's webhooks.

The forms are those of Chatwoot's own presenters. What its agents and customers do is a method each; the deliveries that
it would make of it are returned, so that a test may hold them back, repeat them, or send them in another order.
"""

import asyncio
import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from receivers import Got, Receiver, receiving
from stage import Stage
from websites import answer

from baton.channels.chatwoot.wire import Wire
from baton.core.conversation import Conversation
from baton.fetch.poster import GuardedPoster
from baton.services.bot import answering
from baton.services.bot.turn import Turn
from baton.services.chatwoot import connections as chatwoot
from baton.services.chatwoot.connections import ConnectionChange
from baton.services.chatwoot.incoming import Taken, take
from baton.services.chatwoot.outgoing import tell
from baton.services.ports.chatwoot import Delivered
from baton.settings import LOOPBACK

TOKEN, SECRET = "botToken123", "hookSecret456"
MAYA = {"id": 5, "name": "Maya Okafor", "email": "maya@example.com", "type": "user"}
NILS = {"id": 6, "name": "Nils Berg", "email": "nils@example.com", "type": "user"}
ANN = {"id": 3, "name": "Ann Lee", "email": "ann@example.com", "type": "contact", "identifier": None}
ROAD = re.compile(r"/api/v1/accounts/1/conversations/(\d+)(?:/(\w+))?$")


@dataclass
class Fake:
    """One account. `posts` are the bot's messages in order, `asked` every request; `breaks` answers instead of it."""

    url: str = ""
    statuses: dict[int, str] = field(default_factory=dict)
    assignees: dict[int, dict[str, Any] | None] = field(default_factory=dict)
    labels: dict[int, list[str]] = field(default_factory=dict)
    posts: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    token: str = TOKEN
    breaks: Callable[[str, str], str | None] = lambda _method, _path: None
    then: Callable[[str, str], str | None] = lambda _method, _path: None
    inbox: str = "Channel::WebWidget"
    tells_bots: bool = True
    number: int = 100
    clock: float = 1_795_000_000.0

    def begin(self, id: int = 77, status: str = "pending") -> int:
        """A conversation, which the bot has."""
        self.statuses[id], self.assignees[id], self.labels[id] = status, None, []
        return id

    def customer(self, id: int, text: str | None, **more: Any) -> dict[str, Any]:
        """The customer writes."""
        return self.message(id, text, "incoming", ANN, **more)

    def agent(self, id: int, text: str, who: dict[str, Any] = MAYA, **more: Any) -> dict[str, Any]:
        """An agent writes."""
        return self.message(id, text, "outgoing", who, **more)

    def message(self, id: int, text: str | None, kind: str, sender: Any, **more: Any) -> dict[str, Any]:
        self.number += 1
        return {
            "event": "message_created",
            "id": self.number,
            "content": text,
            "content_type": "text",
            "content_attributes": {},
            "message_type": kind,
            "private": False,
            "created_at": "2026-11-22T16:00:00.000Z",
            "source_id": None,
            "sender": sender,
            "account": {"id": 1, "name": "Lamps"},
            "inbox": {"id": 2, "name": "Website"},
            "conversation": self.shown(id),
            "attachments": [],
            **more,
        }

    def moved(
        self, id: int, status: str | None = None, event: str = "conversation_status_changed", **assignee: Any
    ) -> dict[str, Any]:
        """Somebody changes the status, or who has it (`to`)."""
        self.clock += 1
        self.statuses[id] = status or self.statuses[id]
        if "to" in assignee:
            self.assignees[id] = assignee["to"]
        return {"event": event, "changed_attributes": [], **self.shown(id)}

    def shown(self, id: int) -> dict[str, Any]:
        """A conversation as deliveries and answers have it."""
        assignee = self.assignees.get(id)
        last = [one for one in self.posts if one["conversation_id"] == id][-1:]
        return {
            "id": id,
            "inbox_id": 2,
            "status": self.statuses[id],
            "channel": self.inbox,
            "can_reply": True,
            "labels": self.labels[id],
            "priority": None,
            "custom_attributes": {},
            "additional_attributes": {"browser_language": "en"},
            "messages": last,
            "meta": {"sender": ANN, "assignee": assignee, "assignee_type": "User" if assignee else None, "team": None,
                     "hmac_verified": False},
            "timestamp": int(self.clock),
            "updated_at": self.clock,
        }  # fmt: skip

    def answers(self, got: Got) -> str | bytes:
        """What a request of the bot's gets."""
        method, path = got.method, got.path
        self.asked.append(f"{method} {path}")
        if broken := self.breaks(method, path):
            return answer('{"error":"broken"}', status=broken, kind="application/json")
        if got.headers.get("api_access_token") != self.token:
            return _json({"error": "Invalid Access Token"}, "401 Unauthorized")
        said = self._answer(method, path, json.loads(got.body or b"{}"))
        if late := self.then(method, path):
            return answer("{}", status=late, kind="application/json")
        return said

    def _answer(self, method: str, path: str, body: dict[str, Any]) -> bytes:
        road = ROAD.match(path)
        if road is None:
            return _json({"error": "Access to this endpoint is not authorized for bots"}, "401 Unauthorized")
        id, verb = int(road[1]), road[2] or "show"
        if id not in self.statuses:
            return _json({"error": "Resource could not be found"}, "404 Not Found")
        if verb == "show":
            refused = {"error": "Access to this endpoint is not authorized for bots"}
            return _json(self.shown(id)) if self.tells_bots else _json(refused, "401 Unauthorized")
        if verb == "messages":
            return _json(self._post(id, body))
        if verb == "toggle_status":
            self.clock += 1
            self.statuses[id] = body["status"]
        elif verb == "labels" and method == "POST":
            self.labels[id] = body["labels"]
        return _json({"payload": self.labels[id]} if verb == "labels" else {"payload": {"success": True}})

    def _post(self, id: int, body: dict[str, Any]) -> dict[str, Any]:
        self.number += 1
        bot, now = {"id": 9, "name": "Baton", "type": "agent_bot"}, asyncio.get_running_loop().time()
        told = {"id": self.number, "conversation_id": id, "status_then": self.statuses[id], "sender": bot, "at": now}
        made = {**body, **told}
        self.posts.append(made)
        return made

    def echo(self, post: dict[str, Any]) -> dict[str, Any]:
        """The delivery that the bot gets of its own message."""
        made = self.message(
            post["conversation_id"], post["content"], "outgoing", post["sender"], private=post["private"]
        )
        return made | {"id": post["id"]}

    def said(self, id: int = 77) -> list[str]:
        """What the bot has said to the customer."""
        return [one["content"] for one in self.posts if one["conversation_id"] == id and not one["private"]]

    def notes(self, id: int = 77) -> list[str]:
        """What the bot has told the agents."""
        return [one["content"] for one in self.posts if one["conversation_id"] == id and one["private"]]


def _json(value: Any, status: str = "200 OK") -> bytes:
    return answer(json.dumps(value), status=status, kind="application/json")


def signed(payload: dict[str, Any], *, secret: str = SECRET, at: float | None = None, id: str = "") -> Delivered:
    """A delivery of this, as Chatwoot signs it."""
    body, stamp = json.dumps(payload).encode(), str(int(at if at is not None else time.time()))
    made = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    return Delivered(body, signature=f"sha256={made}", timestamp=stamp, id=id)


@dataclass
class Connected:
    """A stage that is connected to a Chatwoot."""

    stage: Stage
    fake: Fake
    receiver: Receiver
    id: str
    turns: list[Turn] = field(default_factory=list)

    async def hear(self, *payloads: dict[str, Any], id: str = "") -> Taken:
        """Deliveries come in, one after the other; the bot does not get its turn."""
        taken = Taken.OTHER
        for payload in payloads:
            delivered = signed(payload, at=self.stage.clock().timestamp(), id=id)
            taken = await take(self.stage.desk, self.id, delivered, start=self.turns.append)
        return taken

    async def bot(self) -> None:
        """The bot takes the turns that were begun."""
        while self.turns:
            await answering.answer(self.stage.desk, self.turns.pop(0))

    async def asks(self, text: str, id: int = 77) -> None:
        """The customer writes, the bot decides, and Chatwoot is told."""
        await self.hear(self.fake.customer(id, text))
        await self.bot()
        await self.tell(id)

    async def tell(self, id: int = 77) -> int:
        """Tell Chatwoot what is due."""
        return await tell(self.stage.desk, self.stage.tenant.id, (await self.now(id)).id)

    async def now(self, id: int = 77) -> Conversation:
        """Our conversation as it is stored."""
        thread = await self.stage.desk.store.chatwoot.thread(self.stage.tenant.id, self.id, id)
        assert thread is not None
        return await self.stage.now_by(thread.conversation_id)

    async def kinds(self, id: int = 77) -> list[str]:
        return await self.stage.kinds(await self.now(id))

    async def connection(self) -> Any:
        return (await chatwoot.listed(self.stage.desk, self.stage.admin))[0]


@asynccontextmanager
async def connected(stage: Stage, **more: Any) -> AsyncIterator[Connected]:
    """A stage that is connected to a Chatwoot with one conversation, number 77."""
    poster = GuardedPoster(inside=LOOPBACK)
    able = replace(stage, desk=replace(stage.desk, poster=poster, chatwoot=Wire(poster)))
    fake = Fake()
    fake.begin()
    async with receiving() as receiver:
        receiver.answers = fake.answers
        fake.url = receiver.url
        wanted = ConnectionChange(url=receiver.url, account_id=1, token=TOKEN, secret=SECRET, **more)
        one = await chatwoot.add(able.desk, able.admin, wanted)
        yield Connected(able, fake, receiver, one.id)
    await poster.close()
