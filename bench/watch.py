"""The operator's side: one inbox socket, and when each message and each decision appeared on it."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

import msgspec

from bench.links import Place, SocketLink


class _Data(msgspec.Struct):
    kind: str | None = None
    reason: str | None = None


class _Event(msgspec.Struct):
    conversation_id: str = ""
    seq: int = 0
    kind: str = ""
    data: _Data = msgspec.field(default_factory=_Data)


class _Frame(msgspec.Struct):
    type: str
    event: _Event | None = None


_read = msgspec.json.Decoder(_Frame).decode

_TOLD = {"answer_sent", "notice_sent"}
"""The customer has been answered: by the bot, or by the notice that a person will answer."""


@dataclass(slots=True)
class Expected:
    """One message on its way: when (perf_counter) the operator saw it, and saw what was decided."""

    complete: "asyncio.Future[None]"
    decides: bool
    seen_at: float = 0.0
    decided_at: float = 0.0
    handed_off: bool = False


@dataclass(slots=True)
class Watch:
    """What comes in on the inbox socket. Each conversation has one message on its way at most."""

    expected: dict[str, Expected] = field(default_factory=dict[str, Expected])
    decisions: Counter[str] = field(default_factory=Counter[str])
    frames: int = 0
    behind: int = 0
    """How often the desk said that it has dropped what was too much, and to fetch it: counted as seen then."""
    _known: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    _subscribed: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, place: Place, operator_key: str) -> SocketLink:
        """Open the inbox as an operator does."""
        link = await SocketLink.open(place, "/v1/live", operator_key, self._heard)
        link.say(b'{"type":"subscribe","topic":"inbox"}')
        async with asyncio.timeout(10):
            await self._subscribed.wait()
        return link

    def expect(self, conversation: str, *, decides: bool) -> Expected:
        """A message is about to be sent; `decides` says that the bot will have to decide on it."""
        made = Expected(asyncio.get_running_loop().create_future(), decides)
        self.expected[conversation] = made
        return made

    def _heard(self, frame: bytes) -> None:
        now = time.perf_counter()
        self.frames += 1
        read = _read(frame)
        if read.event is None:
            if read.type == "subscribed":
                self._subscribed.set()
            if read.type == "behind":
                self._catch_up(now)
            return
        event = read.event
        # What comes from another node may come twice; pages fold by place in the log, and so does this.
        if (event.conversation_id, event.seq) in self._known:
            return
        self._known.add((event.conversation_id, event.seq))
        if event.kind == "decision_made":
            self.decisions[f"{event.data.kind}: {event.data.reason}"] += 1
        expected = self.expected.get(event.conversation_id)
        if expected is None:
            return
        if event.kind == "message_received":
            expected.seen_at = now
        elif event.kind in _TOLD:
            expected.decided_at = now
            expected.handed_off = event.kind == "notice_sent"
        if expected.seen_at and (expected.decided_at or not expected.decides):
            del self.expected[event.conversation_id]
            if not expected.complete.done():
                expected.complete.set_result(None)

    def _catch_up(self, now: float) -> None:
        self.behind += 1
        for expected in self.expected.values():
            expected.seen_at, expected.decided_at = expected.seen_at or now, expected.decided_at or now
            if not expected.complete.done():
                expected.complete.set_result(None)
        self.expected.clear()
