"""The overview of the desk: what a support lead looks at first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.overview import Overview
from baton.services.access import require
from baton.services.agreeing import known_zone
from baton.services.desk import Desk

MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Report:
    """An overview, with the days that it is about; the last one is today."""

    since: datetime
    days: tuple[date, ...]
    overview: Overview


async def report(desk: Desk, caller: Caller, *, days: int, zone: str) -> Report:
    """How the desk did in the last `days` whole days of a time zone, today among them. Raises Invalid for the zone."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    known = known_zone(zone)
    if known is None:
        raise Invalid(f"There is no time zone {zone}. Name one such as Europe/Dublin.")
    there = desk.clock().astimezone(ZoneInfo(known))
    told = tuple(there.date() - timedelta(days=ago) for ago in reversed(range(days)))
    since = datetime(told[0].year, told[0].month, told[0].day, tzinfo=ZoneInfo(known))
    return Report(since, told, await desk.store.overviews.of(caller.tenant_id, since, known))
