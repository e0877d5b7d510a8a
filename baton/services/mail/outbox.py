"""Letters go out. Each is kept by what causes it, sent by one node of all, tried again, and never lost in silence.

A letter that a change of a conversation causes is passed to `desk.commit(…, deliveries=…)` and so commits with it;
`enqueue` is for those that no change causes. A node that falls between the sending and the mark sends the letter
again under the same Message-ID, by which mailboxes know it for the same.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from baton.core.actors import SYSTEM
from baton.core.copy import said
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, DeliveryId, MessageId, TenantId
from baton.core.mail.deliveries import (
    GIVE_UP_AFTER,
    MAX_BODY,
    MAX_SUBJECT,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Outcome,
    after_failure,
    check_address,
)
from baton.core.messages import Message, MessageKind
from baton.services.desk import Desk
from baton.services.mail.enclosing import enclosures
from baton.services.moves import words_of
from baton.services.ports.mail import CannotDeliver, Carrier
from baton.services.records import AlreadySaid

log = logging.getLogger("baton.outbox")

LEASE = timedelta(minutes=5)
"""How long a node may take over one letter; longer than every time limit of a mail server's together."""

AT_ONCE = 50

NO_MAILBOX = "This company has no mailbox to send from. An administrator can add one."

FOR_CUSTOMERS = {DeliveryKind.REPLY, DeliveryKind.FOLLOW_UP, DeliveryKind.PROMISE, DeliveryKind.TRANSCRIPT}
"""Letters to a customer. Where one bounces, they are told in the chat, and the address is not written to again."""


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
    files: tuple[str, ...] = (),
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
        files=files,
        created_at=now,
        due_at=due_at or now,
    )


async def enqueue(desk: Desk, tenant_id: TenantId, delivery: Delivery) -> bool:
    """Keep a letter that no change of a conversation causes. False where one of the same `once` is kept already."""
    return await desk.store.deliveries.add(tenant_id, delivery)


async def send_due(desk: Desk, node: str) -> int:
    """Send what is due, of every tenant that this node can send for. Returns how many letters it took."""
    taken = 0
    for channel, carrier in desk.carriers.items():
        for tenant_id, id in await desk.store.deliveries.due(channel, carrier.tenants(), desk.clock(), AT_ONCE):
            begun = await _begin(desk, tenant_id, id, node)
            if begun is not None:
                taken += 1
                await _try(desk, tenant_id, begun, carrier)
    return taken


async def give_up_left(desk: Desk, node: str) -> int:
    """Give up what no node has had a way to send for as long as a letter is tried. Returns how many letters.

    What this node can send itself is left to `send_due`, also after a day on which nothing ran.
    """
    given_up = 0
    ours = [tenant for carrier in desk.carriers.values() for tenant in carrier.tenants()]
    for tenant_id, id in await desk.store.deliveries.left(ours, desk.clock() - GIVE_UP_AFTER, AT_ONCE):
        begun = await _begin(desk, tenant_id, id, node)
        if begun is not None:
            given_up += 1
            await _settle(desk, tenant_id, begun, Outcome(DeliveryState.GAVE_UP, NO_MAILBOX))
    return given_up


async def report_bounce(desk: Desk, tenant_id: TenantId, id: DeliveryId, why: str) -> Delivery | None:
    """A mail server reports that a letter could not be delivered. The team is told once; None where it was told."""
    found = await desk.store.deliveries.find(tenant_id, id)
    if found is None:
        return None
    await _tell(desk, tenant_id, found, Outcome(DeliveryState.BOUNCED, why))
    return await desk.store.deliveries.bounced(tenant_id, id, why, at=desk.clock())


async def _begin(desk: Desk, tenant_id: TenantId, id: DeliveryId, node: str) -> Delivery | None:
    now = desk.clock()
    return await desk.store.deliveries.begin(tenant_id, id, f"{node}.{id}", at=now, until=now + LEASE)


async def _try(desk: Desk, tenant_id: TenantId, delivery: Delivery, carrier: Carrier) -> None:
    outcome = Outcome(DeliveryState.DELIVERED)
    try:
        await carrier.send(tenant_id, delivery, await enclosures(desk, tenant_id, delivery))
    except CannotDeliver as failed:
        log.warning("letter %s was not taken: %s", delivery.id, failed.why)
        outcome = after_failure(delivery, failed.why, now=desk.clock(), is_final=failed.is_final)
    await _settle(desk, tenant_id, delivery, outcome)


async def _settle(desk: Desk, tenant_id: TenantId, delivery: Delivery, outcome: Outcome) -> None:
    if outcome.state in (DeliveryState.BOUNCED, DeliveryState.GAVE_UP):
        # Told before it is settled: a node that falls between the two tells again, and the store takes it once.
        await _tell(desk, tenant_id, delivery, outcome)
    await desk.store.deliveries.settle(tenant_id, delivery, outcome, at=desk.clock())


async def _tell(desk: Desk, tenant_id: TenantId, delivery: Delivery, outcome: Outcome) -> None:
    """A person sees that a letter did not arrive: in its conversation, or, where it has none, in the tenant's log."""
    note = f"The e-mail to {delivery.to} did not arrive: {outcome.why}"
    data = {"delivery_id": delivery.id, "kind": delivery.kind.value, "to": delivery.to, "state": outcome.state.value}
    failed = Event(EventKind.DELIVERY_FAILED, SYSTEM, desk.clock(), data | {"why": outcome.why})
    if delivery.conversation_id is None:
        await desk.store.events.record(tenant_id, failed)
        return
    id = delivery.conversation_id
    await _append(desk, tenant_id, id, failed, note, MessageKind.NOTE, f"{delivery.id}:failed")
    if outcome.state is DeliveryState.BOUNCED and delivery.kind in FOR_CUSTOMERS:
        await desk.store.mail_threads.stop(tenant_id, id, delivery.to)
        await _tell_customer(desk, tenant_id, id, delivery)


async def _tell_customer(desk: Desk, tenant_id: TenantId, id: ConversationId, delivery: Delivery) -> None:
    """The customer, who may be looking at the chat, learns that the address takes no mail, and is asked for another."""
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        return
    words = said.email_bounced(await words_of(desk, *found), delivery.to)
    told = Event(EventKind.NOTICE_SENT, SYSTEM, desk.clock())
    await _append(desk, tenant_id, id, told, words, MessageKind.NOTICE, f"{delivery.id}:bounced")


async def _append(
    desk: Desk, tenant_id: TenantId, id: ConversationId, event: Event, text: str, kind: MessageKind, client_id: str
) -> None:
    """Say it in the conversation, once however often it is tried."""
    message = Message(MessageId(desk.ids.new("message")), SYSTEM, kind, text, event.at, client_id=client_id)
    try:
        stored = await desk.store.conversations.append(tenant_id, id, replace(event, message=message))
    except AlreadySaid:
        return
    if stored is not None:
        desk.live.publish(stored[0])
