"""Between nodes: each tells the others which conversations moved, and reads from the log what it was told of.

The note is sent from a statement of its own, never inside a write: a NOTIFY in a transaction takes a lock that all
commits share. It carries ids alone, in batches; whoever has listeners for them reads the events themselves.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.live.hub import Hub
from baton.live.presence import RENEW_SECONDS, Look, Writes
from baton.services.ports.store import Events
from baton.services.records import Saved

log = logging.getLogger("baton.relay")

BATCH_SECONDS = 0.004
GAP_SECONDS = 0.02
"""Between a note with much in it and the next. A busy desk sends fifty a second, not one per message."""

MUCH = 12
"""What moved, from which a note has much in it; after less the next note waits for that share of the gap."""

MOST_IN_A_NOTE = 60
"""Conversations in one note: PostgreSQL takes less than 8,000 bytes of it."""

MOST_HINTS = 16
"""Hints of who looks and writes in one note: with long names in any script some 400 bytes each."""

MOST_EVENTS = 2000
"""Read at one look. Beyond that, listeners are sent to look for themselves."""


def gap_after(told: int) -> float:
    """Seconds between a note that tells of so many things and the next."""
    return GAP_SECONDS * min(1.0, told / MUCH)


class Wire(Protocol):
    """The line to the other nodes. `on_note` gets each note, `on_break` is called when some may have been missed."""

    async def listen(self, on_note: Callable[[str], None], on_break: Callable[[], None]) -> None: ...
    async def send(self, note: str) -> None: ...
    async def close(self) -> None: ...


class _Moved(msgspec.Struct, array_like=True):
    tenant: str
    conversation: str
    after: int


class _Note(msgspec.Struct, array_like=True):
    node: str
    moved: list[_Moved]
    hints: list[Look | Writes] = []
    rechecks: list[tuple[str, str]] = []


class Relay:
    """Sends what this node committed, and replays on this node what others did."""

    def __init__(self, hub: Hub, wire: Wire, events: Events, *, node: str) -> None:
        self._hub = hub
        self._wire = wire
        self._events = events
        self._node = node
        self._outgoing: dict[tuple[str, str], int] = {}
        self._rechecks: dict[tuple[str, str], None] = {}
        self._ready = asyncio.Event()
        self._incoming: dict[TenantId, dict[ConversationId, int]] = {}
        self._arrived = asyncio.Event()

    async def run(self) -> None:
        """Listen and send until cancelled."""
        self._hub.tap(self._note_down)
        self._hub.tap_rechecks(self._note_recheck)
        self._hub.presence.tap(self._ready.set)
        await self._wire.listen(self._received, self._hub.everyone_is_behind)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._send())
            group.create_task(self._replay())
            group.create_task(self._renew())

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            self._hub.presence.renew()

    async def _send(self) -> None:
        while True:
            await self._ready.wait()
            await asyncio.sleep(BATCH_SECONDS)
            self._ready.clear()
            await asyncio.sleep(gap_after(await self._flush()))

    def _note_down(self, saved: Saved) -> None:
        conversation = saved.conversation
        key = (conversation.tenant_id, conversation.id)
        after = saved.events[0].seq - 1
        self._outgoing[key] = min(after, self._outgoing.get(key, after))
        self._ready.set()

    def _note_recheck(self, tenant_id: TenantId, operator_id: OperatorId) -> None:
        self._rechecks[tenant_id, operator_id] = None
        self._ready.set()

    async def _flush(self) -> int:
        """Send what there is to tell, and say how much that was."""
        rechecks = list(self._rechecks)
        self._rechecks.clear()
        for start in range(0, len(rechecks), MOST_IN_A_NOTE):
            await self._say(_Note(self._node, [], [], rechecks[start : start + MOST_IN_A_NOTE]))
        moved = [_Moved(tenant, id, after) for (tenant, id), after in self._outgoing.items()]
        self._outgoing.clear()
        for start in range(0, len(moved), MOST_IN_A_NOTE):
            await self._say(_Note(self._node, moved[start : start + MOST_IN_A_NOTE]))
        hints = self._hub.presence.unsaid()
        for start in range(0, len(hints), MOST_HINTS):
            await self._say(_Note(self._node, [], hints[start : start + MOST_HINTS]))
        return len(rechecks) + len(moved) + len(hints)

    async def _say(self, note: _Note) -> None:
        await self._wire.send(msgspec.json.encode(note).decode())

    def _received(self, note: str) -> None:
        try:
            read = msgspec.json.decode(note, type=_Note)
        except msgspec.DecodeError:
            # Another program's, or of a node of another version in the minutes of an upgrade: it may tell of a move.
            log.warning("a note came over the line that can't be read; listeners are told to look for themselves")
            self._hub.everyone_is_behind()
            return
        if read.node == self._node:
            return
        for tenant, operator in read.rechecks:
            self._hub.recheck_here(TenantId(tenant), OperatorId(operator))
        self._hub.presence.hear(read.node, read.hints)
        for moved in read.moved:
            tenant_id, id = TenantId(moved.tenant), ConversationId(moved.conversation)
            if self._hub.is_listened_to(tenant_id, id):
                known = self._incoming.setdefault(tenant_id, {})
                known[id] = min(moved.after, known.get(id, moved.after))
                self._arrived.set()

    async def _replay(self) -> None:
        """One look at a time: what is told of meanwhile is read together with the next, and nothing overtakes."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            incoming, self._incoming = self._incoming, {}
            for tenant_id, moved in incoming.items():
                try:
                    await self._catch_up(tenant_id, moved)
                except Exception:  # whatever broke the look, the listeners can look for themselves
                    log.exception("could not read what another node committed; listeners look for themselves")
                    self._hub.everyone_is_behind()

    async def _catch_up(self, tenant_id: TenantId, moved: Mapping[ConversationId, int]) -> None:
        logged = await self._events.since(tenant_id, moved, limit=MOST_EVENTS)
        self._hub.replay(tenant_id, logged)
        if len(logged) == MOST_EVENTS:
            self._hub.everyone_is_behind()
