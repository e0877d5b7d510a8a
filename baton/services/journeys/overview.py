"""The overview of the desk: what a support lead looks at first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.journeys.overview import Overview
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.followups.agreeing import known_zone

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
    there = place(zone)
    told = last_days(desk.clock(), days=days, there=there)
    since = midnight(told[0], there)
    return Report(since, told, await desk.store.overviews.of(caller.tenant_id, since, there.key))


def place(zone: str) -> ZoneInfo:
    """The time zone of that name. Raises Invalid."""
    known = known_zone(zone)
    if known is None:
        raise Invalid(f"There is no time zone {zone}. Name one such as Europe/Dublin.")
    return ZoneInfo(known)


def last_days(now: datetime, *, days: int, there: ZoneInfo) -> tuple[date, ...]:
    """The last `days` days of that place; the last one is today."""
    today = now.astimezone(there).date()
    return tuple(today - timedelta(days=ago) for ago in reversed(range(days)))


def midnight(day: date, there: ZoneInfo) -> datetime:
    """When a day begins there."""
    return datetime(day.year, day.month, day.day, tzinfo=there)
