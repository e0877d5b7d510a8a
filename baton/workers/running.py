"""What every node runs besides serving: the loops, each by its name."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from baton.services.desk import Desk
from baton.workers import loops
from baton.workers.crawls import Crawls
from baton.workers.turns import Turns


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told the numbers that loops come by."""

    promises: Callable[[Mapping[tuple[str, str], int]], None]
    alarms: Callable[[int], None]
    waits: Callable[[int], object]
    failing: Callable[[int], None]
    restated: Callable[[Mapping[tuple[str, str], int]], None]


def loops_of(
    desk: Desk, turns: Turns, crawls: Crawls, *, node: str, read_mail: Callable[[], Awaitable[object]], told: Told
) -> dict[str, Coroutine[Any, Any, None]]:
    """The loops of a node, not yet begun; each shares its work with the other nodes."""
    return {
        "sweep": loops.sweep(desk, turns),
        "leases": loops.leases(desk),
        "promises": loops.promises(desk),
        "tallies": loops.tallies(desk, told.promises, told.alarms, told.failing),
        "restating": loops.restating(desk, told.restated),
        "waking": loops.waking(desk),
        "speaking": loops.speaking(desk),
        "closing": loops.closing(desk),
        "digesting": loops.digesting(desk),
        "losing": loops.losing(desk),
        "announcing": loops.announcing(desk),
        "reading_on": loops.reading_on(desk),
        "forgetting": loops.forgetting(desk),
        "scanning": loops.scanning(desk),
        "sealing": loops.sealing(desk),
        "telling": loops.telling(desk, told.waits),
        "crawls": loops.crawling(crawls),
        "mailing": loops.mailing(desk, node),
        "mailboxes": loops.reading_mail(read_mail),
    }
