"""Connections to Chatwoot, made, changed, tried out and removed by admins. What passes through has files of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.chatwoot.connection import MOST, Connection, Place, flaws
from baton.core.errors import Invalid, NotFound, Unavailable
from baton.core.events import Event, EventKind
from baton.core.ids import TenantId
from baton.services.access import require
from baton.services.chatwoot.moves import end
from baton.services.chatwoot.outgoing import switch_off
from baton.services.desk import Desk
from baton.services.ports.chatwoot import Chatwoot, NotOurs, Refused
from baton.services.waiting.queues import known

_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionChange:
    """What is to be changed of a connection; what is None stays."""

    url: str | None = None
    account_id: int | None = None
    token: str | None = None
    secret: str | None = None
    places: Mapping[str, Place] | None = None
    is_on: bool | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying a connection out. `why` is what is wrong, `less` what works less well; "": nothing."""

    why: str = ""
    less: str = ""


async def listed(desk: Desk, caller: Caller) -> tuple[Connection, ...]:
    """The company's connections, the oldest first."""
    require(caller, Role.ADMIN)
    return await desk.store.chatwoot.all(caller.tenant_id)


async def add(desk: Desk, caller: Caller, wanted: ConnectionChange) -> Connection:
    """Connect an account of Chatwoot. Raises Invalid `bad_connection` or `too_many_connections`."""
    require(caller, Role.ADMIN)
    name = caller.actor.name or caller.role.value
    blank = Connection(
        id=desk.ids.new("chatwoot"), url="", account_id=0, token="", secret="", created_at=desk.clock(), created_by=name
    )
    one = await _changed(desk, caller, blank, wanted)
    if not await desk.store.chatwoot.add(caller.tenant_id, one, MOST):
        raise Invalid(f"There are {MOST} connections to Chatwoot. Remove one first.", code="too_many_connections")
    await _record(desk, caller, EventKind.CHATWOOT_ADDED, one)
    return one


async def change(desk: Desk, caller: Caller, id: str, wanted: ConnectionChange) -> Connection:
    """Change a connection, or switch it off or on: what waited is told then. Raises NotFound, Invalid."""
    before = await _find(desk, caller, id)
    after = await _changed(desk, caller, before, wanted)
    await desk.store.chatwoot.change(caller.tenant_id, after)
    named = ("url", "account_id", "token", "secret", "places", "is_on")
    changed = [name for name in named if getattr(before, name) != getattr(after, name)]
    if changed:
        await _record(desk, caller, EventKind.CHATWOOT_CHANGED, after, changed=changed)
    return await _find(desk, caller, id)


async def remove(desk: Desk, caller: Caller, id: str) -> None:
    """Forget a connection. What is open in it is resolved, as nobody of this desk could answer it. Raises NotFound."""
    one = await _find(desk, caller, id)
    await desk.store.chatwoot.change(caller.tenant_id, replace(one, is_on=False))
    await _end_all(desk, caller.tenant_id, one)
    if await desk.store.chatwoot.remove(caller.tenant_id, id):
        await _record(desk, caller, EventKind.CHATWOOT_REMOVED, one)


async def test(desk: Desk, caller: Caller, id: str) -> Tried:
    """Ask Chatwoot whether address, account and token are right, without telling it anything. Raises NotFound."""
    one, wire = await _find(desk, caller, id), _wire(desk)
    try:
        less = await wire.try_out(one)
    except NotOurs as refused:
        await switch_off(desk, caller.tenant_id, one, refused.detail)
        return Tried(refused.detail)
    except Refused as refused:
        await desk.store.chatwoot.told(caller.tenant_id, one.id, desk.clock(), refused.detail)
        return Tried(refused.detail)
    await desk.store.chatwoot.told(caller.tenant_id, one.id, desk.clock(), "")
    return Tried(less=less)


async def _end_all(desk: Desk, tenant_id: TenantId, one: Connection) -> None:
    while ids := await desk.store.chatwoot.open_of(tenant_id, one.id, _AT_ONCE):
        for id in ids:
            await end(desk, tenant_id, one, id)


async def _find(desk: Desk, caller: Caller, id: str) -> Connection:
    require(caller, Role.ADMIN)
    found = await desk.store.chatwoot.find(caller.tenant_id, id)
    if found is None:
        raise NotFound(f"There is no connection {id} to Chatwoot.")
    return found


def _wire(desk: Desk) -> Chatwoot:
    if desk.chatwoot is None:
        raise Unavailable("This desk does not speak with Chatwoot.")
    return desk.chatwoot


async def _changed(desk: Desk, caller: Caller, before: Connection, wanted: ConnectionChange) -> Connection:
    after = replace(
        before,
        url=before.url if wanted.url is None else wanted.url.strip().rstrip("/"),
        account_id=before.account_id if wanted.account_id is None else wanted.account_id,
        token=wanted.token.strip() if wanted.token else before.token,
        secret=wanted.secret.strip() if wanted.secret else before.secret,
        places=before.places if wanted.places is None else wanted.places,
        is_on=before.is_on if wanted.is_on is None else wanted.is_on,
    )
    policy = await desk.policies.of(caller.tenant_id)
    for queue in wanted.places or ():
        known(policy, queue)
    wrong = list(flaws(after, may_be_plain=_wire(desk).reaches_inside))
    if before.url and after.url != before.url and not wanted.token:
        wrong.append(f"Give the token again: the one that is kept was for {before.url}.")
    if wrong:
        raise Invalid(" ".join(wrong), code="bad_connection")
    return after


async def _record(desk: Desk, caller: Caller, kind: EventKind, one: Connection, **more: object) -> None:
    data = {"chatwoot_id": one.id, "name": one.name} | more
    await desk.store.events.record(caller.tenant_id, Event(kind, caller.actor, desk.clock(), data))
