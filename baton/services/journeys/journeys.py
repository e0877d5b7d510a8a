"""How conversations went: resolved, handed over late or for nothing, come back; read when somebody asks."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.journeys.measures import Measured, measured
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.journeys.overview import last_days, midnight, place

MOST = 5_000
"""Conversations that a report reads, the latest of its period: a second's work."""


@dataclass(frozen=True, slots=True)
class JourneyReport:
    """The measures of what began since then. `is_whole`: nothing was left out for there was too much of it."""

    since: datetime
    measured: Measured
    is_whole: bool


async def report(desk: Desk, caller: Caller, *, days: int, zone: str) -> JourneyReport:
    """The measures of what began in the last `days` whole days of a time zone. Raises Invalid for the zone."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    now = desk.clock()
    there = place(zone)
    since = midnight(last_days(now, days=days, there=there)[0], there)
    found = await desk.store.journeys.between(caller.tenant_id, since, now, limit=MOST)
    # Reading thousands of replies takes longer than anybody's message should wait.
    counted = await asyncio.to_thread(measured, found, now=now, zone=there)
    return JourneyReport(since, counted, len(found) < MOST)
