"""Telling webhooks, and Slack, of events: by one node at a time, in the order of each conversation, at least once.

A node that falls between the answer of a receiver and its mark leaves the event to be told again, under the same id.
Whoever is told therefore goes by the id. Between taking and marking no transaction is open.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from baton.core.actors import SYSTEM, Role
from baton.core.errors import DeskError
from baton.core.events import Event, EventKind
from baton.core.ids import TenantId
from baton.core.mail.deliveries import DeliveryKind
from baton.core.webhooks import Attempt, Cause, Channel, Outcome, Pending, Webhook, after_portion, judged
from baton.services.desk import Desk
from baton.services.mail.outbox import can_mail, enqueue, letter
from baton.services.records import LoggedEvent
from baton.services.slack.telling import tell_slack
from baton.services.webhooks.posting import tell_one

log = logging.getLogger("baton.webhooks")

LEASE = timedelta(seconds=60)
"""How long a node may say nothing of a webhook before another takes it over. A portion takes ten seconds at most."""

AT_ONCE = 8
"""Events that a webhook is told at the same time, each of another conversation."""

TURN_SECONDS = 30.0
"""How long a webhook is told before others have their turn."""

Told = Callable[[Attempt], None]


async def tell(desk: Desk, tenant_id: TenantId, id: str, *, told: Told | None = None) -> int:
    """Tell a webhook what is due, for `TURN_SECONDS` at most. Returns how many tries were made; 0 where another node
    has it. `told` is given each try.
    """
    now = desk.clock()
    lease = desk.ids.secret("lse_")
    webhook = await desk.store.webhook_queue.begin(tenant_id, id, lease, at=now, until=now + LEASE)
    if webhook is None:
        return 0
    try:
        return await _tell(desk, tenant_id, webhook, told or _nobody)
    finally:
        # Also where the process ends in order: whoever looks next goes on at once, and not when the lease is over.
        await asyncio.shield(desk.store.webhook_queue.give_back(tenant_id, webhook))


async def _tell(desk: Desk, tenant_id: TenantId, webhook: Webhook | None, told: Told) -> int:
    tried, ends = 0, _seconds() + TURN_SECONDS
    queue = desk.store.webhook_queue
    while webhook is not None and webhook.is_on and _seconds() < ends:
        now = desk.clock()
        if webhook.rests_until and webhook.rests_until > now:
            break
        is_more = await queue.spread(tenant_id, webhook.id, at=now)
        heads = await queue.heads(tenant_id, webhook.id, now, 1 if webhook.is_down else AT_ONCE)
        if heads:
            webhook, attempts = await _portion(desk, tenant_id, webhook, heads)
            tried += len(attempts)
            for one in attempts:
                told(one)
        elif not is_more:
            break
    return tried


async def _portion(
    desk: Desk, tenant_id: TenantId, webhook: Webhook, heads: Sequence[Pending]
) -> tuple[Webhook | None, Sequence[Attempt]]:
    """Try a portion, keep what came of it, and say how the webhook stands; None where another node has it now."""
    found = {one.cursor: one for one in await desk.store.events.named(tenant_id, [head.cursor for head in heads])}
    there = [head for head in heads if head.cursor in found]
    tries = [_try(desk, tenant_id, webhook, found[head.cursor], before=head.tries) for head in there]
    tried = await asyncio.gather(*tries)
    attempts = [one for one in tried if one]
    over = [head.cursor for head in heads if head.cursor not in found]
    over += [head.cursor for head, one in zip(there, tried, strict=True) if one is None]
    now = desk.clock()
    after = after_portion(webhook, attempts, now) if attempts else webhook
    if webhook.is_on and not after.is_on:
        # Said before it is done: a node that falls between the two leaves it on, and says it again.
        await _say_that_it_is_off(desk, tenant_id, after)
    stands = await desk.store.webhook_queue.settle(
        tenant_id,
        after,
        attempts,
        over,
        at=now,
        until=now + LEASE,
        is_back=webhook.is_down and not after.failures,
    )
    return stands, attempts


async def _try(
    desk: Desk, tenant_id: TenantId, webhook: Webhook, logged: LoggedEvent, *, before: int
) -> Attempt | None:
    """One try, judged; None where there is nothing to tell."""
    if webhook.channel is Channel.SLACK:
        attempt = await tell_slack(desk, tenant_id, logged, tries=before + 1)
    else:
        attempt = await tell_one(desk, tenant_id, webhook, logged, cause=Cause.EVENT, tries=before + 1)
    return judged(attempt, seed=webhook.id) if attempt and attempt.outcome is Outcome.FAILED else attempt


async def _say_that_it_is_off(desk: Desk, tenant_id: TenantId, off: Webhook) -> None:
    """The log says it, and so does a letter to each admin whose address is known, where letters can be sent."""
    log.warning("webhook %s of %s is switched off", off.id, tenant_id)
    data = {"webhook_id": off.id, "name": off.name, "why": off.why_off}
    await desk.store.events.record(tenant_id, Event(EventKind.WEBHOOK_SWITCHED_OFF, SYSTEM, desk.clock(), data))
    if not can_mail(desk, tenant_id):
        return
    for admin in await desk.store.people.operators(tenant_id):
        if admin.role is not Role.ADMIN or not admin.email:
            continue
        once = f"webhook:{off.id}:{off.failing_since:%Y%m%d%H%M%S}:{admin.id}"
        room = "slack" if off.channel is Channel.SLACK else f"webhooks/{off.id}"
        what = "connection" if off.channel is Channel.SLACK else "webhook"
        text = _OFF.format(what=what, name=off.name, why=off.why_off, url=f"{desk.public_url}/console#{room}")
        try:
            subject = f"A {what} was switched off"
            told = letter(desk, DeliveryKind.ALERT, admin.email, subject=subject, text=text, once=once)
            await enqueue(desk, tenant_id, told)
        except DeskError as refused:
            log.warning("operator %s can't be written to: %s", admin.id, refused.detail)


_OFF = """The {what} {name} was switched off. {why}

Nothing is lost: when it is switched on again, it goes on where it stopped.

{url}
"""
"""In English, as the console is that it leads to."""


def _nobody(attempt: Attempt) -> None:
    """Nobody counts."""


def _seconds() -> float:
    return asyncio.get_running_loop().time()
