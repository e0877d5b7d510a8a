"""The event log for integrators: pages by cursor, and a stream that goes on by itself."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import msgspec
from fastapi import Header, Query, Request
from starlette.responses import StreamingResponse

from baton.api.auth import Calling, OurDesk, caller_of
from baton.api.conversations import logged_view
from baton.api.json import Json
from baton.core.actors import Caller, Role
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports import LoggedEvent

BATCH = 200
QUIET_SECONDS = 15.0
LOOK_SECONDS = 0.25
"""How often an idle stream looks at the log. A stream is for machines; pages have the socket."""

Cursor = Annotated[str | None, Query(max_length=80)]


async def index(
    caller: Calling, desk: OurDesk, after: Cursor = None, limit: Annotated[int, Query(ge=1, le=500)] = 200
) -> Json:
    """The tenant's events after a cursor, in the one order that every reader sees. None is ever skipped."""
    require(caller, Role.ADMIN, Role.READONLY, Role.BOT, Role.OPERATOR)
    found = await desk.store.events.page(caller.tenant_id, after=after, limit=limit)
    items = [logged_view(one, team=True) for one in found]
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
    quiet = 0.0
    yield b": connected\n\n"
    while not request.app.state.is_closing:
        found = await desk.store.events.page(caller.tenant_id, after=cursor, limit=BATCH)
        for one in found:
            yield _frame(one)
        if found:
            cursor, quiet = found[-1].cursor, 0.0
            continue
        await asyncio.sleep(LOOK_SECONDS)
        quiet += LOOK_SECONDS
        if quiet >= QUIET_SECONDS:
            await caller_of(request)
            quiet = 0.0
            yield b": still here\n\n"


def _frame(one: LoggedEvent) -> bytes:
    data = msgspec.json.encode(logged_view(one, team=True))
    return b"id: " + one.cursor.encode() + b"\nevent: " + one.event.kind.encode() + b"\ndata: " + data + b"\n\n"
