"""What a node makes of the notes of others."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from builders import CUSTOMER, conversation

from baton.core.actors import SYSTEM
from baton.core.conversation import Owner
from baton.core.events import Event, EventKind
from baton.core.ids import TenantId
from baton.core.views import Standing
from baton.db import statements
from baton.live import hub as hub_module
from baton.live import relay as relay_module
from baton.live.hub import Hub
from baton.live.relay import GAP_SECONDS, MOST_EVENTS, MUCH, Relay, gap_after
from baton.services.records import Saved

pytestmark = pytest.mark.anyio

TENANT = TenantId("ten_1")
SAID = Event(EventKind.NOTE_ADDED, SYSTEM, datetime(2026, 3, 2, tzinfo=UTC), seq=1)
THERE = Standing("cnv_1", "human", 2, Owner("operator", "opr_1", "Dana"))
NOTE = ["there", [[TENANT, "cnv_1", 0]]]


class Listening:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, frame: bytes) -> None:
        self.heard.append(msgspec.json.decode(frame)["type"])


def test_a_note_that_this_version_cannot_read_sends_everyone_to_look_for_themselves():
    hub, inbox = Hub(), Listening()
    hub.subscribe(("ten_1", "", "team"), inbox)
    Relay(hub, None, None, node="here")._received("a note of the year 2030")  # type: ignore[arg-type]
    assert inbox.heard == ["behind"]


class Log:
    """A log that is read: what was asked for, and how much is found there."""

    def __init__(self, *, found: int = 0, failing: bool = False) -> None:
        self.asked: list[dict[str, int]] = []
        self._found = found
        self._failing = failing

    async def since(self, tenant_id: TenantId, moved: Mapping[str, int], *, limit: int) -> list[Any]:
        self.asked.append(dict(moved))
        if self._failing:
            raise ConnectionError("the database is away")
        return [SimpleNamespace(event=SAID, standing=THERE)] * min(self._found, limit)


class Line:
    """The line to the other nodes, on which notes arrive as soon as somebody listens."""

    def __init__(self, *notes: list[Any]) -> None:
        self._notes = notes

    async def listen(self, on_note: Callable[[str], None], on_break: Callable[[], None]) -> None:
        for note in self._notes:
            on_note(msgspec.json.encode(note).decode())

    async def send(self, note: str) -> None: ...
    async def close(self) -> None: ...


async def told(log: Log, *notes: list[Any]) -> list[str]:
    """What an inbox hears of the notes until the log has been read."""
    hub, inbox = Hub(), Listening()
    hub.subscribe((TENANT, "", "team"), inbox)
    relay = asyncio.create_task(Relay(hub, Line(*notes), log, node="here").run())  # type: ignore[arg-type]
    async with asyncio.timeout(5):
        while not inbox.heard and (not log.asked or relay.done()):
            await asyncio.sleep(0)
    relay.cancel()
    await asyncio.gather(relay, return_exceptions=True)
    return inbox.heard


async def test_what_several_notes_tell_of_is_read_in_one_look_from_the_first_that_was_missed():
    log = Log()
    await told(
        log,
        ["there", [[TENANT, "cnv_1", 7], [TENANT, "cnv_2", 3]]],
        ["there", [[TENANT, "cnv_1", 4]]],
        ["here", [[TENANT, "cnv_3", 1]]],
    )
    assert log.asked == [{"cnv_1": 4, "cnv_2": 3}]


async def test_what_is_found_reaches_the_listeners():
    assert await told(Log(found=2), NOTE) == ["event", "event"]


async def test_a_look_that_fails_sends_the_listeners_to_look_for_themselves():
    assert await told(Log(failing=True), NOTE) == ["behind"]


async def test_more_than_one_look_holds_sends_the_listeners_to_look_for_themselves():
    heard = await told(Log(found=MOST_EVENTS + 1), NOTE)
    assert (len(heard), heard[-1]) == (MOST_EVENTS + 1, "behind")


def saved(id: str) -> Saved:
    one = conversation(id=id, tenant_id="ten_1")
    return Saved(one, (Event(EventKind.MESSAGE_RECEIVED, CUSTOMER, one.created_at, seq=1),))


def test_no_statement_that_writes_a_conversation_notifies():
    for name in ("OPEN", "APPEND", "SAY", "SAVE"):
        assert "notify" not in getattr(statements, name).lower(), "it would take the lock that all commits share"


class Tells:
    """A line that keeps the notes which are sent, and may be slow."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.go = asyncio.Event()

    async def listen(self, on_note: Any, on_break: Any) -> None:
        pass

    async def send(self, note: str) -> None:
        self.notes.append(note)
        await self.go.wait()

    async def close(self) -> None:
        pass


@pytest.mark.anyio
async def test_writes_never_wait_for_the_line_and_share_a_note_while_it_is_slow(monkeypatch):
    monkeypatch.setattr(relay_module, "BATCH_SECONDS", 0)
    monkeypatch.setattr(relay_module, "GAP_SECONDS", 0)
    hub, wire = Hub(), Tells()
    relay = Relay(hub, wire, None, node="here")  # type: ignore[arg-type]
    running = asyncio.ensure_future(relay.run())
    await asyncio.sleep(0)
    hub.publish(saved("cnv_1"))
    while not wire.notes:
        await asyncio.sleep(0)
    for n in range(50):
        hub.publish(saved(f"cnv_{n}"))
    assert len(wire.notes) == 1, "publishing waits for nothing"
    wire.go.set()
    while len(wire.notes) < 2:
        await asyncio.sleep(0)
    running.cancel()
    assert len(msgspec.json.decode(wire.notes[1])[1]) == 50, "what came meanwhile goes in one note"


def test_the_next_note_waits_the_longer_the_more_the_last_one_told():
    assert gap_after(1) < GAP_SECONDS / 10
    assert gap_after(1) < gap_after(MUCH // 2) < gap_after(MUCH)
    assert gap_after(MUCH) == gap_after(50 * MUCH) == GAP_SECONDS


@pytest.mark.anyio
async def test_the_next_note_waits_by_what_was_told_of_everything(monkeypatch):
    told: list[int] = []
    # Another desk of this process may tell of something too, so nothing is made of what else is in the list.
    monkeypatch.setattr(relay_module, "gap_after", lambda number: told.append(number) or 0.0)
    hub, wire = Hub(), Tells()
    wire.go.set()
    relay = Relay(hub, wire, None, node="here")  # type: ignore[arg-type]
    hub.tap(relay._note_down)
    sending = asyncio.ensure_future(relay._send())
    for n in range(77):
        hub.publish(saved(f"cnv_{n}"))
    async with asyncio.timeout(5):
        while 77 not in told:
            await asyncio.sleep(0.001)
    sending.cancel()


def test_an_event_is_encoded_once_for_each_side_whatever_the_number_of_listeners(monkeypatch):
    encoded: list[object] = []
    monkeypatch.setattr(hub_module, "encode", lambda view: encoded.append(view) or b'{"type":"event"}')
    hub, everyone = Hub(), [Listening() for _ in range(30)]
    for listener in everyone[:20]:
        hub.subscribe(("ten_1", "", "team"), listener)
    for listener in everyone[20:]:
        hub.subscribe(("ten_1", "cnv_1", "customer"), listener)
    hub.publish(saved("cnv_1"))
    assert len(encoded) == 2
    assert all(listener.heard == ["event"] for listener in everyone)
