"""The event log for integrators: pages by cursor, and a stream that goes on by itself."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from fastapi import Header, Query, Request
from starlette.responses import StreamingResponse

from baton.api.auth import Calling, OurDesk, caller_of
from baton.api.json import Json
from baton.core.actors import Caller, Role
from baton.core.errors import Unauthorized
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.trail.masking import events_shown

BATCH = 200
QUIET_SECONDS = 5.0
SETTLE_SECONDS = 0.02
"""How long after a push the log is read: in that time the short writes beside it are over, mostly."""

Cursor = Annotated[str | None, Query(max_length=80)]


async def index(
    caller: Calling, desk: OurDesk, after: Cursor = None, limit: Annotated[int, Query(ge=1, le=500)] = 200
) -> Json:
    """The tenant's events after a cursor, in the one order that every reader sees. None is ever skipped."""
    require(caller, Role.ADMIN, Role.READONLY, Role.BOT, Role.OPERATOR)
    found = await desk.store.events.page(caller.tenant_id, after=after, limit=limit)
    items = await events_shown(desk, caller, found)
    return Json({"items": items, "next": found[-1].cursor if found else after})


async def stream(
    request: Request,
    caller: Calling,
    desk: OurDesk,
    after: Cursor = None,
    last_event_id: Annotated[str | None, Header(max_length=80)] = None,
) -> StreamingResponse:
    """Server-sent events: everything after `Last-Event-ID` (or `after`; without either, from now on)."""
    require(caller, Role.ADMIN, Role.READONLY, Role.BOT, Role.OPERATOR)
    start = last_event_id or after or await desk.store.events.newest(caller.tenant_id)
    await desk.store.events.page(caller.tenant_id, after=start, limit=1)
    headers = {"cache-control": "no-cache", "x-accel-buffering": "no"}
    return StreamingResponse(_frames(request, desk, caller, start), media_type="text/event-stream", headers=headers)


async def _frames(request: Request, desk: Desk, caller: Caller, cursor: str) -> AsyncIterator[bytes]:
    wake = _Wake()
    topic = (caller.tenant_id, "", "team")
    checked_at = time.monotonic()
    desk.live.subscribe(topic, wake)
    try:
        yield b": connected\n\n"
        while not request.app.state.is_closing:
            found = await desk.store.events.page(caller.tenant_id, after=cursor, limit=BATCH)
            for view in await events_shown(desk, caller, found):
                yield _frame(view)
            if found:
                cursor = found[-1].cursor
            elif not await wake.within(QUIET_SECONDS):
                yield b": still here\n\n"
            if time.monotonic() - checked_at > QUIET_SECONDS:
                # On a busy stream too: it must not outlive the key that opened it.
                await caller_of(request)
                checked_at = time.monotonic()
    except Unauthorized:
        yield b'event: ended\ndata: {"code":"unauthorized"}\n\n'
    finally:
        desk.live.unsubscribe(topic, wake)


class _Wake:
    """Listens only to be woken. What happened is read from the log, where it may settle a little after the push."""

    def __init__(self) -> None:
        self._woken = asyncio.Event()

    def tell(self, frame: bytes) -> None:  # noqa: ARG002 - what happened is read from the log
        self._woken.set()

    async def within(self, seconds: float) -> bool:
        """Wait for a push, and for the transactions beside it to end. False where all was quiet."""
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return False
        self._woken.clear()
        await asyncio.sleep(SETTLE_SECONDS)
        return True


def _frame(view: dict[str, Any]) -> bytes:
    cursor, kind = view["cursor"].encode(), view["kind"].encode()
    return b"id: " + cursor + b"\nevent: " + kind + b"\ndata: " + msgspec.json.encode(view) + b"\n\n"
