"""The sealed log: its last seal, and all of it as a file that anybody can verify."""

from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services.trail import sealing


async def seal(caller: Calling, desk: OurDesk) -> Json:
    """The newest seal of the log, to be kept where nobody of the desk can change it."""
    found = await sealing.last_seal(desk, caller)
    if found is None:
        return Json({"number": 0, "hash": None, "at": None})
    return Json({"number": found.number, "hash": found.hash, "at": found.at})


async def export(caller: Calling, desk: OurDesk) -> StreamingResponse:
    """The whole log with its seals, line by line, as it is sealed up to now."""
    lines = await sealing.export(desk, caller)

    async def written() -> AsyncIterator[bytes]:
        async for line in lines:
            yield line.encode() + b"\n"

    named = {"cache-control": "no-store", "content-disposition": 'attachment; filename="trail.jsonl"'}
    return StreamingResponse(written(), media_type="application/jsonl", headers=named)
