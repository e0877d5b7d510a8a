"""A customer takes the conversation along: it is sent to an address that they give, as a letter."""

from zoneinfo import ZoneInfo

from baton.core.actors import Caller, Role
from baton.core.conversation import Change, Conversation, stale
from baton.core.copy.mail import subject
from baton.core.customer import Customer
from baton.core.errors import Conflict
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId
from baton.core.mail.deliveries import Delivery, DeliveryKind, check_address
from baton.core.mail.transcripts import DAY, SENT_A_DAY, written_out
from baton.services.access import find, require
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import known_zone
from baton.services.mail.outbox import can_mail, letter
from baton.services.moves import language_of, words_of
from baton.services.records import Receipt

MOST_MESSAGES = 500
ATTEMPTS = 3
"""How often it is begun anew where the baton moves meanwhile."""


async def send_transcript(
    desk: Desk, caller: Caller, id: ConversationId, *, email: str, receipt: Receipt | None = None
) -> None:
    """Send the conversation to an address, in the customer's language, and say so in the trail.

    Anybody can begin a conversation and name any address, so letters are counted: raises Conflict `too_many_letters`,
    also `no_mailbox` and `nothing_said`; Invalid `invalid_email`.
    """
    require(caller, Role.CUSTOMER)
    to = check_address(email)
    if not can_mail(desk, caller.tenant_id):
        raise Conflict("This company sends no e-mail. Copy what you need from the conversation.", code="no_mailbox")
    for _ in range(ATTEMPTS):
        before, customer = await find(desk, caller, id)
        await _check_room(desk, before, to)
        kept = await _letter(desk, before, customer, to)
        sent = Event(EventKind.TRANSCRIPT_SENT, caller.actor, desk.clock(), {"delivery_id": kept.id})
        change = Change(before, (sent,), before.version)
        if await commit(desk, change, receipt=receipt, deliveries=(kept,)) is not None:
            return
    raise stale((await find(desk, caller, id))[0])


async def _check_room(desk: Desk, before: Conversation, to: str) -> None:
    since = desk.clock() - DAY
    sent = await desk.store.deliveries.sent_since(
        before.tenant_id, DeliveryKind.TRANSCRIPT, since, conversation_id=before.id, to=to
    )
    if sent >= SENT_A_DAY:
        raise Conflict(
            f"It was sent {SENT_A_DAY} times today. Look among the unwanted mail, or ask again tomorrow.",
            code="too_many_letters",
        )


async def _letter(desk: Desk, before: Conversation, customer: Customer, to: str) -> Delivery:
    said = await desk.store.messages.latest(before.tenant_id, before.id, limit=MOST_MESSAGES)
    if not said:
        raise Conflict("Nothing has been said here yet. Write a message first.", code="nothing_said")
    words = await words_of(desk, before, customer)
    tenant = await desk.store.tenants.find(id=before.tenant_id)
    company = str((tenant.settings.get("company") if tenant else None) or (tenant.name if tenant else ""))
    written = written_out(said, words, company=company, zone=await _zone(desk, before, customer))
    return letter(
        desk,
        DeliveryKind.TRANSCRIPT,
        to,
        subject=subject(words),
        text=written.text,
        html=written.html,
        conversation_id=before.id,
        language=language_of(before, customer) or words.code,
        # Two that are asked for in the same moment are one.
        once=f"transcript:{before.id}:{before.seq}:{to.lower()}",
    )


async def _zone(desk: Desk, before: Conversation, customer: Customer) -> ZoneInfo:
    """The customer's time zone where they told it, else the company's."""
    if named := known_zone(customer.attributes.get("timezone")):
        return ZoneInfo(named)
    policy = await desk.policies.of(before.tenant_id)
    return policy.default_queue.hours.zone
