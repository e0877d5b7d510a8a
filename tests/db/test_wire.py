"""The line between nodes comes back by itself, whatever broke it."""

import asyncio
from typing import Any

import pytest

from baton.db import wire
from baton.db.wire import Wire

pytestmark = pytest.mark.anyio


async def heard(line: Wire, notes: list[str], note: str) -> None:
    async with asyncio.timeout(10):
        while note not in notes:
            await line.send(note)
            await asyncio.sleep(0.01)


async def test_a_line_that_cannot_be_opened_at_first_is_opened_when_it_can(
    tables: dict[str, Any], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wire, "AGAIN_SECONDS", 0.01)
    notes: list[str] = []
    line = Wire({**tables, "database": "nowhere"})
    await line.listen(notes.append, lambda: None)
    line._connect = tables
    await heard(line, notes, "hello")
    await line.close()


async def test_a_note_that_cannot_be_sent_opens_the_line_anew_and_tells_who_may_have_missed_some(
    tables: dict[str, Any], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wire, "AGAIN_SECONDS", 0.01)
    notes: list[str] = []
    breaks: list[bool] = []
    line = Wire(tables)
    await line.listen(notes.append, lambda: breaks.append(True))
    await line.send("x" * 9000)  # more than PostgreSQL takes, as when its queue of notes is full
    await heard(line, notes, "hello")
    assert breaks
    await line.close()
