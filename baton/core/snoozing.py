"""Snoozing: whoever holds a conversation puts it out of the lists until a time, or until the customer writes."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Snooze:
    """Until when a conversation is out of the lists. `until` is in UTC; None means until the customer writes.

    `seq` is the end of the log at that moment and `under` the version. Either end brings it back at once, with nothing
    to be written for it: a customer's message beyond `seq`, or a move.
    """

    until: datetime | None
    seq: int
    under: int

    def holds(self, *, asked_seq: int, version: int) -> bool:
        """Whether it still holds, but for its time: that is for the sweep to end, in one place for everybody."""
        return asked_seq <= self.seq and version == self.under
