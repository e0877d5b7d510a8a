"""Letters go out. Each is kept by what causes it, sent by one node of all, tried again, and never lost in silence.

A letter that a change of a conversation causes is passed to `desk.commit(…, deliveries=…)` and so commits with it;
`enqueue` is for those that no change causes. A node that falls between the sending and the mark sends the letter
again under the same Message-ID, by which mailboxes know it for the same.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from baton.core.actors import SYSTEM
from baton.core.deliveries import (
    MAX_BODY,
    MAX_SUBJECT,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Outcome,
    after_failure,
    check_address,
)
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, DeliveryId, MessageId, TenantId
from baton.core.messages import Message, MessageKind
from baton.services.desk import Desk
from baton.services.mail_ports import CannotDeliver
from baton.services.records import AlreadySaid

log = logging.getLogger("baton.outbox")

LEASE = timedelta(minutes=5)
"""How long a node may take over one letter; longer than every time limit of a mail server's together."""

AT_ONCE = 50


def can_mail(desk: Desk, tenant_id: TenantId) -> bool:
    """Whether this tenant has a mailbox to send from. Where not, e-mail must not be offered."""
    carrier = desk.carriers.get("email")
    return carrier is not None and carrier.carries(tenant_id)


def letter(
    desk: Desk,
    kind: DeliveryKind,
    to: str,
    *,
    subject: str,
    text: str,
    html: str | None = None,
    conversation_id: ConversationId | None = None,
    language: str | None = None,
    sender_name: str | None = None,
    in_reply_to: str | None = None,
    references: tuple[str, ...] = (),
    once: str | None = None,
    due_at: datetime | None = None,
) -> Delivery:
    """A letter, ready to be kept. `due_at` (UTC) is when it may leave, None at once. Raises Invalid `invalid_email`."""
    now = desk.clock()
    return Delivery(
        id=DeliveryId(desk.ids.new("delivery")),
        kind=kind,
        to=check_address(to),
        subject=" ".join(subject.split())[:MAX_SUBJECT],
        text=text[:MAX_BODY],
        html=html if html is not None and len(html) <= MAX_BODY else None,
        conversation_id=conversation_id,
        language=language,
        sender_name=sender_name,
        in_reply_to=in_reply_to,
        references=references,
        once=once,
        created_at=now,
        due_at=due_at or now,
    )


async def enqueue(desk: Desk, tenant_id: TenantId, delivery: Delivery) -> bool:
    """Keep a letter that no change of a conversation causes. False where one of the same `once` is kept already."""
    return await desk.store.deliveries.add(tenant_id, delivery)


async def send_due(desk: Desk, node: str) -> int:
    """Send what is due, in every tenant. Returns how many letters this node took."""
    taken = 0
    for tenant_id, id in await desk.store.deliveries.due(desk.clock(), AT_ONCE):
        now = desk.clock()
        begun = await desk.store.deliveries.begin(tenant_id, id, f"{node}.{id}", at=now, until=now + LEASE)
        if begun is not None:
            taken += 1
            await _try(desk, tenant_id, begun)
    return taken


async def report_bounce(desk: Desk, tenant_id: TenantId, id: DeliveryId, why: str) -> Delivery | None:
    """A mail server reports that a letter could not be delivered. The team is told once; None where it was told."""
    found = await desk.store.deliveries.find(tenant_id, id)
    if found is None:
        return None
    await _tell(desk, tenant_id, found, Outcome(DeliveryState.BOUNCED, why))
    return await desk.store.deliveries.bounced(tenant_id, id, why, at=desk.clock())


async def _try(desk: Desk, tenant_id: TenantId, delivery: Delivery) -> None:
    outcome = await _outcome(desk, tenant_id, delivery)
    if outcome.state in (DeliveryState.BOUNCED, DeliveryState.GAVE_UP):
        # Told before it is settled: a node that falls between the two tells again, and the store takes it once.
        await _tell(desk, tenant_id, delivery, outcome)
    await desk.store.deliveries.settle(tenant_id, delivery, outcome, at=desk.clock())


async def _outcome(desk: Desk, tenant_id: TenantId, delivery: Delivery) -> Outcome:
    carrier = desk.carriers.get(delivery.channel)
    if carrier is None or not carrier.carries(tenant_id):
        return Outcome(DeliveryState.GAVE_UP, "This company has no mailbox to send from. An administrator can add one.")
    try:
        await carrier.send(tenant_id, delivery)
    except CannotDeliver as failed:
        log.warning("letter %s was not taken: %s", delivery.id, failed.why)
        return after_failure(delivery, failed.why, now=desk.clock(), is_final=failed.is_final)
    return Outcome(DeliveryState.DELIVERED)


async def _tell(desk: Desk, tenant_id: TenantId, delivery: Delivery, outcome: Outcome) -> None:
    """A person sees that a letter did not arrive: in its conversation, or, where it has none, in the tenant's log."""
    said = f"The e-mail to {delivery.to} did not arrive: {outcome.why}"
    data = {"delivery_id": delivery.id, "kind": delivery.kind.value, "to": delivery.to, "state": outcome.state.value}
    failed = Event(EventKind.DELIVERY_FAILED, SYSTEM, desk.clock(), data | {"why": outcome.why})
    if delivery.conversation_id is None:
        await desk.store.events.record(tenant_id, failed)
        return
    if outcome.state is DeliveryState.BOUNCED:
        await desk.store.mail_threads.stop(tenant_id, delivery.conversation_id, delivery.to)
    id = MessageId(desk.ids.new("message"))
    note = Message(id, SYSTEM, MessageKind.NOTE, said, failed.at, client_id=f"{delivery.id}:failed")
    try:
        stored = await desk.store.conversations.append(
            tenant_id, delivery.conversation_id, replace(failed, message=note)
        )
    except AlreadySaid:
        return
    if stored is not None:
        desk.live.publish(stored[0])
