"""Queues as they stand."""

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services import queues


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every queue: who owns it, how many wait and how long, open or closed, and how many operators are here."""
    items = [
        {
            "id": one.queue.id,
            "name": one.queue.name,
            "owner": one.queue.owner,
            "waiting": one.waiting,
            "longest_wait_s": one.longest_wait_s,
            "is_open": one.is_open,
            "next_open": one.next_open,
            "operators_here": one.operators_here,
        }
        for one in await queues.listed(desk, caller)
    ]
    return Json({"items": items})
