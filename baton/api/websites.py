"""Websites among the sources: read again, stopped, and read by a schedule."""

from collections.abc import Sequence
from typing import Any

from fastapi import Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.source_schemas import ScheduleIn
from baton.core.ids import SourceId
from baton.services.knowledge.keeping import Skipped
from baton.services.ports.websites import PageChange, PageState, Website
from baton.services.records import Receipt
from baton.services.websites import websites


async def read_again(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Read a website again. Pages that have not changed are left alone; those that two readings miss are taken out."""

    async def command(_: Receipt | None) -> Answer:
        return 202, {"website": website_view(await websites.read_again(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def stop_reading(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Stop reading a website. What was read until then stays."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"website": website_view(await websites.stop_reading(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def schedule(id: str, body: ScheduleIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Say how often a website is read again by itself."""

    async def command(_: Receipt | None) -> Answer:
        website = await websites.schedule_reading(desk, caller, SourceId(id), body.schedule)
        return 200, {"website": website_view(website)}

    return await once(request, caller, command, reserve=True)


def website_view(
    website: Website | None, skipped: Sequence[Skipped] = (), changed: Sequence[tuple[str, PageChange]] = ()
) -> dict[str, Any] | None:
    """How a website stands, as JSON's values; None where there is none."""
    if website is None:
        return None
    counts, changes = website.counts or {}, website.changes or {}
    return {
        "url": website.plan.url,
        "pages": website.plan.most_pages,
        "depth": website.plan.most_depth,
        "state": website.state.value,
        "note": website.note,
        "counts": {state.value: counts.get(state, 0) for state in PageState},
        "changes": {change.value: changes.get(change, 0) for change in PageChange},
        "skipped": [{"name": item.name, "why": item.why} for item in skipped],
        "changed": [{"url": url, "change": change.value} for url, change in changed],
        "started_at": website.started_at,
        "finished_at": website.finished_at,
        "read_at": website.read_at,
        "by_itself": website.by_itself,
        "schedule": website.schedule.value,
        "next_at": website.next_at,
        "failures": website.failures,
    }
