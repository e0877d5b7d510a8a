"""A stage with a Slack app beside it: a Slack on loopback that keeps what it is asked, and words for its users."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from receivers import Got, Receiver, receiving
from stage import Stage
from websites import answer

from baton.channels.slack.receiver import Receiver as FromSlack
from baton.channels.slack.signing import signed
from baton.channels.slack.web import Web
from baton.core.conversation import Conversation
from baton.core.slack.connection import Thread
from baton.fetch.poster import GuardedPoster
from baton.services.slack import connection as slack
from baton.services.slack.connection import SlackChange
from baton.services.webhooks.sending import tell
from baton.settings import LOOPBACK

SECRET = "0123456789abcdef0123456789abcdef"
TOKEN = "xoxb-1-2-three"
TEAM = "T0TEAM"
BOT = "U0BOT"
CHANNEL = "C0SUPPORT"
DANA, SAM, NOBODY, STRANGER = "U0DANA", "U0SAM", "U0NOBODY", "U0STRANGER"


@dataclass(frozen=True)
class Asked:
    """One request to the Web API."""

    method: str
    said: dict[str, Any]
    token: str


def account(id: str, email: str, **more: Any) -> dict[str, Any]:
    """A user as `users.info` has it."""
    profile = {"real_name": id.title(), "email": email}
    return {"id": id, "team_id": TEAM, "is_bot": False, "deleted": False, "profile": profile} | more


@dataclass
class FakeSlack:
    """The Web API, as far as the desk asks it. `fails` maps a method to what is answered instead, once each time."""

    clock: Callable[[], Any]
    asked: list[Asked] = field(default_factory=list)
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    fails: dict[str, list[str | bytes]] = field(default_factory=dict)
    numbers: Any = field(default_factory=lambda: itertools.count(1))
    given: list[str] = field(default_factory=list)

    def ts(self) -> str:
        """The next message's, by a clock that is the desk's."""
        return f"{int(self.clock().timestamp())}.{next(self.numbers):06d}"

    def answers(self, got: Got) -> bytes:
        method = got.path.removeprefix("/api/")
        is_json = got.headers["content-type"].startswith("application/json")
        said = json.loads(got.body) if is_json else {k: v[0] for k, v in parse_qs(got.body.decode()).items()}
        self.asked.append(Asked(method, said, got.headers["authorization"].removeprefix("Bearer ")))
        failing = self.fails.get(method)
        if failing:
            first = failing.pop(0)
            return first if isinstance(first, bytes) else _json({"ok": False, "error": first})
        return _json({"ok": True} | self.done(method, said))

    def done(self, method: str, said: dict[str, Any]) -> dict[str, Any]:
        if method == "auth.test":
            return {"team_id": TEAM, "team": "Acme", "user_id": BOT, "bot_id": "B0BOT"}
        if method == "users.info":
            found = self.users.get(said["user"])
            return {"user": found} if found else {"ok": False, "error": "user_not_found"}
        if method == "chat.postMessage":
            self.given.append(self.ts())
            return {"channel": said["channel"].replace("#", "C0"), "ts": self.given[-1]}
        return {}

    def of(self, method: str) -> list[dict[str, Any]]:
        """What was asked by this method."""
        return [one.said for one in self.asked if one.method == method]

    @property
    def heads(self) -> list[dict[str, Any]]:
        """The first messages of threads."""
        return [one for one in self.of("chat.postMessage") if "thread_ts" not in one]

    @property
    def lines(self) -> list[str]:
        """What threads were told."""
        return [one["text"] for one in self.of("chat.postMessage") if "thread_ts" in one]

    @property
    def whispers(self) -> list[tuple[str, str]]:
        """What one person alone was told."""
        return [(one["user"], one["text"]) for one in self.of("chat.postEphemeral")]


def busy(seconds: int) -> bytes:
    """That Slack wants a pause."""
    return answer("", status="429 Too Many Requests", **{"retry-after": str(seconds)})


def _json(said: dict[str, Any]) -> bytes:
    return answer(json.dumps(said), kind="application/json; charset=utf-8")


@dataclass
class Slacked:
    """`stage` is connected to `slack`, which posts to `comes`."""

    stage: Stage
    slack: FakeSlack
    comes: FromSlack
    receiver: Receiver

    async def outlet(self) -> Any:
        found = await slack.find(self.stage.desk, self.stage.admin)
        assert found
        return found.outlet

    async def tell(self, tries: int = 1) -> None:
        """Tell Slack what is due, again as time goes by."""
        for n in range(tries):
            if n:
                self.stage.clock.advance(seconds=10)
            await tell(self.stage.desk, self.stage.tenant.id, (await self.outlet()).id)

    async def waiting(self, **claims: Any) -> tuple[Conversation, Thread]:
        """A conversation that waits for a person, with its thread."""
        conversation = await self.stage.waiting(**claims)
        await self.tell()
        return conversation, await self.thread(conversation)

    async def thread(self, conversation: Conversation) -> Thread:
        found = await self.stage.desk.store.slack_threads.of_conversation(self.stage.tenant.id, conversation.id)
        assert found
        return found

    def message(self, user: str, thread: Thread, text: str, **more: Any) -> dict[str, Any]:
        """A message as Slack tells of it."""
        said = {"type": "message", "user": user, "text": text, "ts": self.slack.ts(), "channel": thread.channel}
        return {"type": "event_callback", "event_id": f"Ev{next(self.slack.numbers)}"} | {
            "event": said | {"thread_ts": thread.ts} | more
        }

    async def send(self, event: dict[str, Any], *, secret: str = SECRET, age: int = 0) -> dict[str, Any]:
        """Slack posts an event, and what it causes is done."""
        body, at = json.dumps(event).encode(), str(int(self.stage.clock().timestamp()) - age)
        answered = await self.comes.event(self.stage.tenant.id, body, at=at, signature=signed(secret, at=at, body=body))
        await self.settled()
        return answered

    async def writes(self, user: str, thread: Thread, text: str, **more: Any) -> dict[str, Any]:
        """Somebody writes in a thread. Returns the event."""
        event = self.message(user, thread, text, **more)
        await self.send(event)
        return event

    async def press(self, user: str, thread: Thread, verb: str) -> None:
        """Somebody presses a button of the first message."""
        payload = {
            "type": "block_actions",
            "user": {"id": user, "team_id": TEAM},
            "trigger_id": f"{next(self.slack.numbers)}.1.abc",
            "container": {"type": "message", "message_ts": thread.ts, "channel_id": thread.channel},
            "actions": [{"action_id": f"baton_{verb}", "block_id": "x", "type": "button"}],
        }
        await self.interact(payload)

    async def submit(self, user: str, view: dict[str, Any], **entered: str) -> None:
        """Somebody fills in a form and sends it off."""
        values = {
            block["block_id"]: {"said": _entered(block["element"]["type"], entered.get(block["block_id"]))}
            for block in view["blocks"]
        }
        form = view | {"id": f"V{next(self.slack.numbers)}", "state": {"values": values}}
        await self.interact({"type": "view_submission", "user": {"id": user, "team_id": TEAM}, "view": form})

    async def interact(self, payload: dict[str, Any], *, secret: str = SECRET) -> None:
        body = urlencode({"payload": json.dumps(payload)}).encode()
        at = str(int(self.stage.clock().timestamp()))
        signature = signed(secret, at=at, body=body)
        await self.comes.interaction(self.stage.tenant.id, body, at=at, signature=signature)
        await self.settled()

    async def settled(self) -> None:
        """What arrived is done."""
        while self.stage.desk.errands:
            await asyncio.gather(*self.stage.desk.errands)


def _entered(kind: str, text: str | None) -> dict[str, Any]:
    if kind == "static_select":
        return {"type": kind, "selected_option": {"value": text} if text else None}
    return {"type": kind, "value": text}


@asynccontextmanager
async def slacked(stage: Stage, **more: Any) -> AsyncIterator[Slacked]:
    """A stage that is connected to a Slack in which Dana and Sam have accounts."""
    poster = GuardedPoster(inside=LOOPBACK)
    async with receiving() as receiver:
        fake = FakeSlack(stage.clock)
        receiver.answers = fake.answers
        fake.users = {
            DANA: account(DANA, "Dana@example.com"),
            SAM: account(SAM, "sam@example.com"),
            NOBODY: account(NOBODY, "nobody@example.com"),
            STRANGER: account(STRANGER, "dana@example.com", team_id="T0OTHER", is_stranger=True),
        }
        desk = replace(stage.desk, poster=poster, slack=Web(poster, base=f"{receiver.url}/api"), errands=set())
        able = replace(stage, desk=desk)
        wanted = {"bot_token": TOKEN, "signing_secret": SECRET, "channel": CHANNEL} | more
        await slack.connect(desk, able.admin, SlackChange(**wanted))
        yield Slacked(able, fake, FromSlack(desk), receiver)
    await poster.close()
