"""A page that stays open while nodes come and go: a socket that reconnects, and a look at the log over HTTP."""

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2
import websockets

from faults.history import Logged

AGAIN_SECONDS = 0.2
PAGE = 200


@dataclass
class Listener:
    """What one operator's inbox came to know, by conversation and place in its log."""

    url: str
    key: str
    seen: dict[str, dict[int, str]] = field(default_factory=dict[str, dict[int, str]])
    pushed: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])
    reconnected: int = -1
    contradicted: list[str] = field(default_factory=list[str])

    async def listen(self, over: asyncio.Event) -> None:
        """Stay connected until it is over, then catch up a last time."""
        until = asyncio.ensure_future(over.wait())
        while not over.is_set():
            talk = asyncio.ensure_future(self._once())
            await asyncio.wait({talk, until}, return_when=asyncio.FIRST_COMPLETED)
            talk.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, websockets.WebSocketException):
                await talk
            await asyncio.sleep(AGAIN_SECONDS)

    async def catch_up(self, conversation: str) -> None:
        """Fetch what came after the newest event that is known without a gap."""
        known = self.seen.setdefault(conversation, {})
        after = next(n for n in range(len(known) + 1) if n + 1 not in known)
        async with httpx2.AsyncClient(headers={"authorization": f"Bearer {self.key}"}, timeout=20) as http:
            while True:
                answer = await http.get(
                    f"{self.url}/v1/conversations/{conversation}/events", params={"after": after, "limit": PAGE}
                )
                items = answer.raise_for_status().json()["items"]
                for event in items:
                    self._note(event)
                if len(items) < PAGE:
                    return
                after = items[-1]["seq"]

    async def _once(self) -> None:
        address = self.url.replace("http:", "ws:") + "/v1/live"
        headers = {"authorization": f"Bearer {self.key}"}
        async with websockets.connect(address, additional_headers=headers, open_timeout=5) as socket:
            self.reconnected += 1
            await socket.send(json.dumps({"type": "subscribe", "topic": "inbox"}))
            async for frame in socket:
                read = json.loads(frame)
                if read["type"] == "event" and read["event"].get("conversation_id"):
                    event = read["event"]
                    self.pushed[event["conversation_id"], event["seq"]] += 1
                    self._note(event)

    def _note(self, event: dict[str, Any]) -> None:
        known = self.seen.setdefault(event["conversation_id"], {})
        before = known.setdefault(event["seq"], event["kind"])
        if before != event["kind"]:
            self.contradicted.append(f"{event['conversation_id']}: {event['seq']} was {before}, then {event['kind']}")

    def flaws(self, log: list[Logged]) -> list[str]:
        """How what the page knows differs from the log."""
        return self.contradicted + differences(self.seen, log)


def differences(seen: Mapping[str, Mapping[int, str]], log: list[Logged]) -> list[str]:
    """Events of the log that a page does not know, and those that it knows and are not there."""
    logged = {(one.conversation, one.seq): one.kind for one in log}
    known = {(id, seq): kind for id, events in seen.items() for seq, kind in events.items()}
    missing = [f"{id}: the page never learned of {seq}" for id, seq in sorted(logged.keys() - known.keys())]
    made_up = [
        f"{id}: the page knows {seq}, which is not in the log" for id, seq in sorted(known.keys() - logged.keys())
    ]
    return missing + made_up
