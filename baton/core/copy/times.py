"""Saying when: a moment as a customer reads it, in their language and a named time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from baton.core.copy.catalogues import Catalogue


def when(moment: datetime, *, now: datetime, words: Catalogue, customer_zone: str | None = None) -> str:
    """The moment in words: "tomorrow at 9:00 am (your time)", or in the moment's own zone, named by its city.

    An unknown `customer_zone` is treated as none.
    """
    theirs = _zone(customer_zone)
    local = moment.astimezone(theirs) if theirs else moment
    said = _day_and_time(local, now.astimezone(local.tzinfo), words)
    if theirs:
        return words.text("when_yours", when=said)
    return words.text("when_in_zone", when=said, zone=_zone_name(local, words))


def clock(moment: datetime, words: Catalogue) -> str:
    """The time of day as the language writes it: `9:00 am`, `09:00`, `9 h 00`."""
    hour, minute = moment.hour, f"{moment.minute:02}"
    half_day = "am" if hour < 12 else "pm"
    template = words.texts["clock"]
    return template.format(h=hour, hh=f"{hour:02}", h12=hour % 12 or 12, mm=minute, half=half_day)


def _day_and_time(local: datetime, now: datetime, words: Catalogue) -> str:
    time, days = clock(local, words), (local.date() - now.date()).days
    if days in (0, 1):
        return words.text("when_today" if days == 0 else "when_tomorrow", time=time)
    weekday = words.weekdays[local.weekday()]
    if 1 < days < 7:
        return words.text("when_weekday", weekday=weekday, time=time)
    month = words.months[local.month - 1]
    return words.text("when_date", weekday=weekday, day=local.day, month=month, time=time)


def _zone(name: str | None) -> ZoneInfo | None:
    # A browser may name a zone that this machine's tables lack: then the queue's own zone is told instead.
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _zone_name(moment: datetime, words: Catalogue) -> str:
    zone = moment.tzinfo
    key = zone.key if isinstance(zone, ZoneInfo) else moment.tzname() or "UTC"
    region, slash, city = key.rpartition("/")
    if not slash or region == "Etc":
        return city
    return words.text("zone_city", city=city.replace("_", " "))
