"""Customers and operators who never give up, each with a record of all that they did and were told."""

import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2

from faults.history import Operation, Stood

PATIENCE = 90.0
"""Seconds for which a caller sends a command again, before it is unsure for good."""

QUESTIONS = ("How long does delivery take?", "Can I return a sofa?", "What does the guarantee cover?", "Thank you")
TIMEOUT = httpx2.Timeout(20.0, connect=2.0)


@dataclass
class World:
    """What callers share: where the nodes are, the record, the seeded chance, and when to stop."""

    urls: list[str]
    chance: random.Random
    operations: list[Operation] = field(default_factory=list)
    is_over: asyncio.Event = field(default_factory=asyncio.Event)
    retries: Counter[str] = field(default_factory=Counter[str])
    numbers: Callable[[], int] = field(default_factory=lambda: itertools.count(1).__next__)


class Caller:
    """One party with its credential. Any request may go to any node, and to another when it is not answered."""

    def __init__(self, world: World, name: str, secret: str) -> None:
        self.world = world
        self.name = name
        self._http = httpx2.AsyncClient(headers={"authorization": f"Bearer {secret}"}, timeout=TIMEOUT)

    async def close(self) -> None:
        """Hang up."""
        await self._http.aclose()

    async def ask(self, method: str, path: str, body: Any = None, *, key: str | None = None) -> tuple[int, Any] | None:
        """An answer that decides something, however often it has to be asked for; None where none came in time."""
        until = time.monotonic() + PATIENCE
        headers = {"idempotency-key": key} if key else {}
        while time.monotonic() < until:
            url = self.world.chance.choice(self.world.urls)
            try:
                answer = await self._http.request(method, url + path, json=body, headers=headers)
                if answer.status_code < 500 and answer.status_code != 429:
                    return answer.status_code, answer.json()
                why = str(answer.status_code)
            # The client stumbles over its own socket (AttributeError) where a node falls while it is being dialled.
            except (httpx2.TransportError, ValueError, AttributeError) as broken:
                why = type(broken).__name__
            self.world.retries[why] += 1
            await asyncio.sleep(0.05)
        return None

    async def do(self, verb: str, method: str, conversation: str, body: Any = None, *, token: str | None = None) -> Any:
        """A command, under a key of its own, put on record with what was answered."""
        path = f"/v1/conversations/{conversation}{verb and '/' + verb}"
        key = f"{self.name}-{self.world.numbers()}"
        began = time.monotonic()
        answered = await self.ask(method, path, body, key=None if method == "GET" else key)
        name = f"{method} {verb or 'conversation'}"
        put = Operation(self.name, name, conversation, began, time.monotonic(), "unsure", token=token)
        self.world.operations.append(put)
        if answered is None:
            return None
        status, told = answered
        put.outcome = "looked" if method == "GET" else "done" if status < 300 else "refused"
        put.stood = _stood(told, token is not None and put.outcome == "done")
        # The first try may have been carried out by a node that fell before it could keep its answer.
        if told.get("code") == "already_done":
            put.outcome, put.stood = "unsure", None
        return told if status < 300 else None

    async def rest(self, most: float) -> None:
        """Do nothing for a moment."""
        await asyncio.sleep(self.world.chance.random() * most)


def _stood(told: Any, is_message: bool) -> Stood | None:
    """How the conversation stood by an answer; a message's own place is known by its token."""
    if is_message:
        return ("", 0, None)
    view = told.get("conversation", told)
    if "state" not in view or "version" not in view:
        return None
    owner = view.get("owner") or {}
    return view["state"], view["version"], owner.get("id") if owner.get("kind") == "operator" else None


async def customer(caller: Caller, conversation: str) -> None:
    """Writes, looks, asks for a person now and then, and sometimes no longer wants one."""
    chance = caller.world.chance
    while not caller.world.is_over.is_set():
        token = f"{caller.name}-said-{caller.world.numbers()}"
        text = f"{chance.choice(QUESTIONS)} ({token})"
        await caller.do("messages", "POST", conversation, {"text": text, "client_id": token}, token=token)
        await caller.rest(0.3)
        await caller.do("", "GET", conversation)
        what = chance.random()
        if what < 0.15:
            await caller.do("handoffs", "POST", conversation)
        elif what < 0.2:
            await caller.do("handoffs", "DELETE", conversation)
        await caller.rest(0.3)


async def operator(caller: Caller, conversations: list[str]) -> None:
    """Takes what waits, or what the bot has, says something, and passes it on; others want the same ones."""
    chance = caller.world.chance
    while not caller.world.is_over.is_set():
        id = chance.choice(conversations)
        taken = await caller.do("takeover" if chance.random() < 0.3 else "claim", "POST", id)
        if taken is None:
            await caller.rest(0.1)
            continue
        version = taken["conversation"]["version"]
        for _ in range(chance.randrange(3)):
            token = f"{caller.name}-replied-{caller.world.numbers()}"
            body = {"text": f"I am looking into it ({token})", "client_id": token, "version": version}
            await caller.do("messages", "POST", id, body, token=token)
            await caller.rest(0.2)
        end = chance.choice(("handback", "handback", "resolution", "release"))
        await (caller.do("claim", "DELETE", id) if end == "release" else caller.do(end, "POST", id))
        await caller.do("", "GET", id)
        await caller.rest(0.2)
