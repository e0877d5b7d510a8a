"""The ledger of promises: what was promised, how it ended, and how often the desk kept its word."""

from typing import Annotated, Any

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services.ports.promises import Promised
from baton.services.waiting import promises
from baton.services.waiting.promises import Tally

Days = Annotated[int, Query(ge=1, le=promises.MOST_DAYS)]


async def index(
    caller: Calling,
    desk: OurDesk,
    state: Annotated[str | None, Query(max_length=20)] = None,
    queue: Annotated[str | None, Query(max_length=100)] = None,
    conversation: Annotated[str | None, Query(max_length=100)] = None,
    days: Annotated[int | None, Query(ge=1, le=promises.MOST_DAYS)] = None,
    after: Annotated[int | None, Query(ge=0, le=2**62)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Json:
    """What was promised to customers, the latest first, and how each promise ended."""
    page = await promises.listed(
        desk, caller, state=state, queue=queue, conversation=conversation, days=days, after=after, limit=limit
    )
    return Json({"items": [_promise(one) for one in page.items], "next": page.next})


async def report(caller: Calling, desk: OurDesk, days: Days = 28) -> Json:
    """How often the desk kept its word, by queue and all together."""
    found = await promises.report(desk, caller, days=days)
    return Json(
        {
            "since": found.since,
            "days": found.days,
            "total": _tally(found.total),
            "queues": [_tally(one) for one in found.queues],
        }
    )


def _promise(one: Promised) -> dict[str, Any]:
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": one.customer,
        "kind": one.kind.value,
        "queue": one.queue,
        "says": one.says,
        "basis": one.basis,
        "made_at": one.made_at,
        "due_at": one.due_at,
        "lapses_at": one.lapses_at,
        "state": one.state.value,
        "closed_at": one.closed_at,
        "why": one.why,
        "renews": one.renews,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "queue": tally.queue,
        "name": tally.name,
        **_numbers(tally),
        "kinds": {kind.value: _numbers(one) for kind, one in tally.by_kind.items()},
    }


def _numbers(tally: Tally) -> dict[str, Any]:
    return {
        "kept": tally.kept,
        "broken": tally.broken,
        "withdrawn": tally.withdrawn,
        "open": tally.open,
        "kept_rate": tally.kept_rate,
    }
