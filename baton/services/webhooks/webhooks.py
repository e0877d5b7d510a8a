"""Webhooks: registered by admins, changed, tried out, switched off and on. Telling them of events has its own files."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.conversation import Owner
from baton.core.errors import Invalid, NotFound, Unavailable
from baton.core.events import Event, EventKind
from baton.core.messages import Audience
from baton.core.views import Standing, event_view
from baton.core.webhooks import MOST, Attempt, Cause, Webhook, flaws
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.webhooks.posting import TEST, post_view, tell_one
from baton.services.webhooks.signing import secret_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChange:
    """What is to be changed of a webhook; what is None stays. `every_kind` takes back a choice of `kinds`.

    `skips` has it go on from now, not from where it stopped.
    """

    url: str | None = None
    label: str | None = None
    kinds: Sequence[EventKind] | None = None
    every_kind: bool = False
    audience: Audience | None = None
    is_on: bool | None = None
    skips: bool = False


async def listed(desk: Desk, caller: Caller) -> tuple[Webhook, ...]:
    """The company's webhooks, the oldest first."""
    require(caller, Role.ADMIN)
    return await desk.store.webhooks.all(caller.tenant_id)


async def find(desk: Desk, caller: Caller, id: str) -> Webhook:
    """One of them. Raises NotFound."""
    require(caller, Role.ADMIN)
    found = await desk.store.webhooks.find(caller.tenant_id, id)
    if found is None:
        raise NotFound(f"There is no webhook {id}.")
    return found


async def add(desk: Desk, caller: Caller, wanted: WebhookChange) -> tuple[Webhook, str]:
    """Register an address, to be told of what happens from now on. Returns it with its secret, shown this once."""
    require(caller, Role.ADMIN)
    blank = Webhook(
        id=desk.ids.new("webhook"), url="", created_at=desk.clock(), created_by=caller.actor.name or caller.role.value
    )
    one = _changed(desk, blank, wanted)
    cursor = await desk.store.events.newest(caller.tenant_id)
    if not await desk.store.webhooks.add(caller.tenant_id, one, cursor, MOST):
        raise Invalid(f"There are {MOST} webhooks. Remove one first.", code="too_many_webhooks")
    await _record(desk, caller, EventKind.WEBHOOK_ADDED, one)
    return one, secret_of(desk.store.secret, caller.tenant_id, one.id, one.secret_version)


async def change(desk: Desk, caller: Caller, id: str, wanted: WebhookChange) -> Webhook:
    """Change a webhook, or switch it off or on. One that is switched on goes on where it stopped. Raises NotFound."""
    before = await find(desk, caller, id)
    after, store, tenant_id = _changed(desk, before, wanted), desk.store.webhooks, caller.tenant_id
    changed = [name for name in ("url", "label", "kinds", "audience") if getattr(before, name) != getattr(after, name)]
    if changed:
        await store.change(tenant_id, after)
    if wanted.skips:
        await store.skip(tenant_id, id, await desk.store.events.newest(tenant_id))
        changed.append("skipped")
    if wanted.is_on is not None and await store.switch(tenant_id, id, is_on=wanted.is_on, at=desk.clock()):
        changed.append("on" if wanted.is_on else "off")
    if changed:
        await _record(desk, caller, EventKind.WEBHOOK_CHANGED, after, changed=changed)
    return await find(desk, caller, id)


async def remove(desk: Desk, caller: Caller, id: str) -> None:
    """Forget a webhook; it is told of nothing more. Raises NotFound."""
    one = await find(desk, caller, id)
    if await desk.store.webhooks.remove(caller.tenant_id, id):
        await _record(desk, caller, EventKind.WEBHOOK_REMOVED, one)


async def renew_secret(desk: Desk, caller: Caller, id: str) -> tuple[Webhook, str]:
    """A new secret, shown this once. For a day requests are signed with the one before too. Raises NotFound."""
    one = await find(desk, caller, id)
    version = await desk.store.webhooks.renew_secret(caller.tenant_id, id, desk.clock())
    await _record(desk, caller, EventKind.WEBHOOK_CHANGED, one, changed=["secret"])
    return await find(desk, caller, id), secret_of(desk.store.secret, caller.tenant_id, id, version or 0)


async def attempts(desk: Desk, caller: Caller, id: str, *, before: int | None, limit: int) -> tuple[Attempt, ...]:
    """What was tried in the last days, the latest first. Raises NotFound."""
    await find(desk, caller, id)
    return await desk.store.webhooks.attempts(caller.tenant_id, id, before=before, limit=limit)


async def test(desk: Desk, caller: Caller, id: str) -> Attempt:
    """Send an event that says who tries it out, at once, also where the webhook is off. It is not in the log."""
    one = await find(desk, caller, id)
    _check_can_post(desk)
    event = Event(EventKind.WEBHOOK_TESTED, caller.actor, desk.clock(), {"webhook_id": one.id})
    nowhere = Standing(None, None, None, Owner("none"))
    view = {"cursor": None} | event_view(event, nowhere, team=one.audience is Audience.TEAM)
    attempt = await post_view(desk, caller.tenant_id, one, view, id=desk.ids.secret("test_"), about=TEST)
    return await _kept(desk, caller, one, attempt)


async def send_again(desk: Desk, caller: Caller, id: str, cursor: str) -> Attempt:
    """Tell a webhook of an event of the log at once, whatever was told before. Raises NotFound, Invalid."""
    one = await find(desk, caller, id)
    _check_can_post(desk)
    logged = await desk.store.events.named(caller.tenant_id, [cursor])
    if not logged or (one.audience is Audience.EVERYONE and logged[0].event.audience is Audience.TEAM):
        raise NotFound("There is no such event any more, or it is not this webhook's to read.", code="no_such_event")
    attempt = await tell_one(desk, caller.tenant_id, one, logged[0], cause=Cause.AGAIN)
    return await _kept(desk, caller, one, attempt)


async def _kept(desk: Desk, caller: Caller, one: Webhook, attempt: Attempt) -> Attempt:
    # The answer may come when whoever asked has gone: what was sent is kept all the same.
    number = await asyncio.shield(desk.store.webhooks.attempted(caller.tenant_id, one.id, attempt))
    return replace(attempt, id=number)


def _check_can_post(desk: Desk) -> None:
    if desk.poster is None:
        raise Unavailable("This desk does not send to webhooks.")


def _changed(desk: Desk, before: Webhook, wanted: WebhookChange) -> Webhook:
    kinds = before.kinds if wanted.kinds is None else tuple(sorted(set(wanted.kinds)))
    after = replace(
        before,
        url=before.url if wanted.url is None else wanted.url.strip(),
        label=before.label if wanted.label is None else " ".join(wanted.label.split()),
        kinds=None if wanted.every_kind else kinds,
        audience=wanted.audience or before.audience,
    )
    wrong = list(flaws(after, may_be_plain=desk.poster is not None and desk.poster.reaches_inside))
    if after.kinds == ():
        wrong.append("Choose at least one kind of event.")
    if wrong:
        raise Invalid(" ".join(wrong), code="bad_webhook")
    return after


async def _record(desk: Desk, caller: Caller, kind: EventKind, one: Webhook, **more: object) -> None:
    # By its name: the address itself may hold a secret, and the log is read by more people than admins.
    data = {"webhook_id": one.id, "name": one.name} | more
    await desk.store.events.record(caller.tenant_id, Event(kind, caller.actor, desk.clock(), data))
