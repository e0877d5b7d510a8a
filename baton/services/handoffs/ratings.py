"""Operators rate packets in one tap, and whoever reviews sees what was lacking."""

from dataclasses import dataclass
from datetime import timedelta

from baton.core.actors import Caller, Role
from baton.core.errors import NotFound
from baton.core.ids import ConversationId
from baton.core.packet.ratings import Lacked, Rating, RatingTally, tally
from baton.services.access import find, require, require_operator
from baton.services.desk import Desk

MOST = 500
"""Ratings that a report counts, the latest of its period."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The ratings of a period, the latest first, and their counts."""

    tally: RatingTally
    items: tuple[Rating, ...]


async def rate(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    useful: bool,
    lacked: tuple[Lacked, ...] = (),
    note: str | None = None,
    version: int | None = None,
) -> Rating:
    """Say whether the packet of the open handoff, or of the last one, was useful. Replaces what you said before.

    Raises NotFound `no_packet` where nothing was ever handed over. What was lacking counts only where it wasn't useful.
    `version` is the one that the operator read; a second one that never was is kept as the first.
    """
    operator = require_operator(caller)
    kept = () if useful else tuple(dict.fromkeys(lacked))
    told = (note or "").strip() or None
    saved = await desk.store.ratings.keep(
        caller.tenant_id, id, operator, useful=useful, lacked=kept, note=told, version=version, at=desk.clock()
    )
    if saved is None:
        await find(desk, caller, id)
        raise NotFound("Nothing was handed over here, so there is no packet to rate.", code="no_packet")
    return saved


async def listed(desk: Desk, caller: Caller, *, days: int) -> Rated:
    """The ratings of the last days, for whoever reviews."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    found = await desk.store.ratings.since(caller.tenant_id, desk.clock() - timedelta(days=days), limit=MOST)
    return Rated(tally(found), found)
