"""The ledger of promises, as the team reads it: what was promised, how it ended, how often the desk kept its word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.promises import PromiseKind, PromiseState
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports.promises import PromiseCount
from baton.services.records import Page

MOST_DAYS = 366
USUAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class Tally:
    """How promises ended in a period, and how many are open now. `by_kind` has the same for each kind there was."""

    queue: str | None
    name: str | None
    kept: int = 0
    broken: int = 0
    withdrawn: int = 0
    open: int = 0
    by_kind: Mapping[PromiseKind, "Tally"] = field(default_factory=dict["PromiseKind", "Tally"])

    @property
    def kept_rate(self) -> float | None:
        """The share of kept ones among those that came due, from 0 to 1. None where none has: no rate of nothing."""
        due = self.kept + self.broken
        return self.kept / due if due else None


@dataclass(frozen=True, slots=True)
class Report:
    """The kept rate of every queue and of all together, for what was settled `since` then."""

    since: datetime
    days: int
    total: Tally
    queues: tuple[Tally, ...]


async def listed(
    desk: Desk,
    caller: Caller,
    *,
    state: str | None = None,
    queue: str | None = None,
    conversation: str | None = None,
    days: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> Page:
    """Promises of the tenant, the latest first. `days` bounds how long ago they were settled, or made if open."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    since = desk.clock() - timedelta(days=_checked(days)) if days is not None else None
    wanted = _state(state) if state else None
    found = await desk.store.promises.page(
        caller.tenant_id,
        state=wanted,
        queue=queue,
        conversation=conversation,
        since=since,
        below=after,
        limit=limit + 1,
    )
    return Page(found[:limit], str(found[limit - 1].id) if len(found) > limit else None)


async def report(desk: Desk, caller: Caller, *, days: int = USUAL_DAYS) -> Report:
    """How often the desk kept its word in the last `days` days, by queue."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    since = desk.clock() - timedelta(days=_checked(days))
    counts = await desk.store.promises.counts(caller.tenant_id, since)
    policy = await desk.policies.of(caller.tenant_id)
    names: dict[str, str] = {queue.id: queue.name for queue in policy.queues}
    others = sorted({one.queue for one in counts if one.queue} - set(names))
    return Report(
        since,
        days,
        _tally(None, None, counts),
        tuple(_tally(id, names.get(id), [one for one in counts if one.queue == id]) for id in (*names, *others)),
    )


async def totals(desk: Desk) -> Mapping[tuple[str, str], int]:
    """The promises of the whole install by (queue, state): open now, or settled in the last 28 days."""
    return await desk.store.promises.totals(desk.clock() - timedelta(days=USUAL_DAYS))


def _tally(queue: str | None, name: str | None, counts: Sequence[PromiseCount]) -> Tally:
    kinds = sorted({one.kind for one in counts})
    by_kind = {kind: _sum(queue, name, [one for one in counts if one.kind is kind]) for kind in kinds}
    return replace(_sum(queue, name, counts), by_kind=by_kind)


def _sum(queue: str | None, name: str | None, counts: Sequence[PromiseCount]) -> Tally:
    def of(state: PromiseState) -> int:
        return sum(one.count for one in counts if one.state is state)

    return Tally(
        queue,
        name,
        kept=of(PromiseState.KEPT),
        broken=of(PromiseState.BROKEN),
        withdrawn=of(PromiseState.WITHDRAWN),
        open=of(PromiseState.OPEN),
    )


def _state(state: str) -> PromiseState:
    try:
        return PromiseState(state)
    except ValueError:
        raise Invalid(f"A promise is {', '.join(PromiseState)}; there is none that is {state}.") from None


def _checked(days: int) -> int:
    if not 1 <= days <= MOST_DAYS:
        raise Invalid(f"`days` is a number from 1 to {MOST_DAYS}.")
    return days
