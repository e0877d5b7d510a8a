"""Trying a policy on the past, portion by portion."""

from datetime import timedelta
from typing import Annotated

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import ReplayIn
from baton.core.replaying.tally import counts_view
from baton.services.journeys.overview import place
from baton.services.policy.foretelling import what_came
from baton.services.policy.replaying import PORTION, how_many, replay, views
from baton.services.ports.replays import Stretch

Version = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


async def came(caller: Calling, desk: OurDesk, version: Version = None) -> Json:
    """What a replay had foretold of a version of the policy, beside the handoffs that came while it was in force."""
    found = await what_came(desk, caller, version)
    return Json(
        {
            "since": found.since,
            "until": found.until,
            "conversations": found.conversations,
            "handoffs": [
                {
                    "reason": one.reason,
                    "expected": round(one.expected, 1),
                    "low": round(one.low, 1),
                    "high": round(one.high, 1),
                    "came": one.came,
                    "is_by_chance": one.is_by_chance,
                }
                for one in found.handoffs
            ],
        }
    )


async def create(body: ReplayIn, caller: Calling, desk: OurDesk) -> Json:
    """What a policy would have decided in the next conversations of the last days. Nothing is stored."""
    zone, now = place(body.timezone), desk.clock()
    stretch = Stretch(now - timedelta(days=body.days), now)
    portion = await replay(desk, caller, body.source, stretch, zone=zone, after=body.after, limit=PORTION)
    return Json(
        {
            "counts": counts_view(portion.tally),
            "items": await views(desk, caller, portion),
            "next": portion.next,
            "total": None if body.after else await how_many(desk, caller, stretch),
        }
    )
