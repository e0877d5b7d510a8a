"""Queues as they stand, and as the policy file has them."""

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Query, Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import QueueChangeIn, QueueChangesIn, QueueRemovalIn
from baton.core.hours.calendar import dates_ahead
from baton.core.hours.words import describe_hours, spans_in_words, week_in_words
from baton.core.policy.model import Queue
from baton.core.policy.queue_words import describe_end, describe_routing
from baton.services.policy import checking, queue_editing
from baton.services.records import Receipt
from baton.services.waiting import queues
from baton.services.waiting.queues import QueueListed

AHEAD_DAYS = 190
"""How far ahead the dates that differ are told: half a year."""


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every queue: who owns it, how many wait and how long, open or closed, and how many operators are here."""
    return Json({"items": [_listed(one) for one in await queues.listed(desk, caller)]})


async def show(id: str, caller: Calling, desk: OurDesk) -> Json:
    """One queue: as it stands, its week and the dates that differ, its chain, and what its file says."""
    found = await queue_editing.queue_file(desk, caller, id)
    every = {one.queue.id: one for one in await queues.listed(desk, caller)}
    names = {str(key): one.queue.name for key, one in every.items()}
    return Json(
        _listed(every[found.queue.id])
        | _hours_view(found.queue, desk.clock().astimezone(found.queue.hours.zone).date())
        | {
            "version": found.version,
            "fields": dict(found.fields),
            "says": list(describe_routing(found.queue)),
            "fallback": [
                {"after_s": step.after_s, "to": step.to, "says": describe_end(step, names)}
                for step in found.queue.fallback
            ],
            "findings": [checking.finding_view(one) for one in found.findings],
        }
    )


async def opening(
    id: str,
    caller: Calling,
    desk: OurDesk,
    at: datetime | None = None,
    zone: Annotated[str | None, Query(max_length=60)] = None,
) -> Json:
    """Whether a queue is open at a moment, when it opens or closes next, and what a customer in that zone is told."""
    found = await queues.opening_at(desk, caller, id, at=at, zone=zone)
    return Json(
        {
            "at": found.at,
            "is_open": found.opening.is_open,
            "closes": found.opening.until,
            "opens": found.opening.opens,
            "told": found.told,
        }
    )


async def check(id: str, body: QueueChangesIn, caller: Calling, desk: OurDesk) -> Json:
    """What a change of a queue would do: what is wrong with it, what differs in words and lines. Nothing changes."""
    tried = await queue_editing.try_change(desk, caller, id, body.changes)
    view = checking.checked_view(tried.checked)
    return Json(
        {
            "ok": view["ok"],
            "problems": view["problems"],
            "findings": view["findings"],
            "differences": [one.says for one in tried.differences],
            "lines": list(tried.lines),
        }
    )


async def change(id: str, body: QueueChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Change a queue in the policy file and put that in force. 409 `policy_changed` where somebody was first."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"version": await queue_editing.change(desk, caller, id, body.changes, version=body.version)}

    return await once(request, caller, command, reserve=True)


async def add(id: str, body: QueueChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Write a new queue into the policy file and put that in force. 409 `queue_exists`, `policy_changed`."""

    async def command(_: Receipt | None) -> Answer:
        return 201, {"version": await queue_editing.add(desk, caller, id, body.changes, version=body.version)}

    return await once(request, caller, command, reserve=True)


async def remove(id: str, body: QueueRemovalIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Take a queue out of the policy file and put that in force. 409 `queue_in_use` while somebody waits there."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"version": await queue_editing.remove(desk, caller, id, version=body.version)}

    return await once(request, caller, command, reserve=True)


def _listed(one: QueueListed) -> dict[str, Any]:
    return {
        "id": one.queue.id,
        "name": one.queue.name,
        "owner": one.queue.owner,
        "hours": describe_hours(one.queue.hours),
        "target_s": one.queue.target_s,
        "assign": one.queue.assign.value,
        "is_default": one.queue.is_default,
        "waiting": one.waiting,
        "longest_wait_s": one.longest_wait_s,
        "is_open": one.is_open,
        "next_open": one.next_open,
        "closes": one.closes,
        "operators_here": one.operators_here,
        "could_serve": one.could_serve,
    }


def _hours_view(queue: Queue, today: date) -> dict[str, Any]:
    hours = queue.hours
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return {
        "timezone": hours.timezone,
        "week": [{"days": days, "spans": spans} for days, spans in week_in_words(hours)],
        "days": {name: [str(span) for span in hours.week[n]] for n, name in enumerate(names)},
        "dates": [
            {"date": one.day.isoformat(), "spans": spans_in_words(one.spans), "holiday": one.holiday}
            for one in dates_ahead(hours, today, days=AHEAD_DAYS)
        ],
    }
