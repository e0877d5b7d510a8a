"""Time as a queue spends it: only the hours in which it is open count."""

from datetime import datetime, timedelta

from baton.core.hours.hours import Hours


def after_open_time(hours: Hours, start: datetime, seconds: float) -> datetime | None:
    """The moment at which the queue will have been open for `seconds` since `start`, in the hours' zone.

    None where it does not open for so long within the time that hours are looked ahead.
    """
    left = timedelta(seconds=seconds)
    at = hours.next_open(start)
    while at is not None:
        closes = hours.closes(at)
        if closes is None or closes - at >= left:
            return (at + left).astimezone(hours.zone)
        left -= closes - at
        at = hours.next_open(closes)
    return None
