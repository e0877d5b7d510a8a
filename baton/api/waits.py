"""How honest the told waits are."""

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services.waiting.waits import honesty


async def report(caller: Calling, desk: OurDesk) -> Json:
    """Queue by queue: of the last wait ranges whose end is known, the share that held, and whether one is told now."""
    items = [
        {
            "queue": one.queue.id,
            "queue_name": one.queue.name,
            "judged": one.coverage.judged,
            "held": round(one.coverage.held, 3) if one.coverage.judged else None,
            "is_told": one.is_told,
        }
        for one in await honesty(desk, caller)
    ]
    return Json({"items": items})
