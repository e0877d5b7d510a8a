"""Conversations that are followed by mail: what is said in them goes out, read from the log.

A reply is stored first, through the version gate like every other; the mail follows what is stored. How far the mails
have come is a seq in the conversation's own gapless log, moved on by the statement that keeps the letter.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from baton.core.actors import ActorKind
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.messages import Message, MessageKind
from baton.core.verbs.resolutions import NO_REPLY
from baton.services.customers.returning import written
from baton.services.desk import Desk
from baton.services.mail.enclosing import linked, parted
from baton.services.mail.outbox import letter
from baton.services.moves import words_of
from baton.services.ports.mail import MailThread

SETTLE = timedelta(seconds=10)
"""How long nothing more must be said before a mail goes out, so that three short replies are one mail."""

LONGEST = timedelta(minutes=2)
"""How long a mail waits for more at most."""

LOOK_BACK = timedelta(hours=1)
AT_ONCE = 100
CHANNEL = "email"
MOST_EVENTS = 200
QUOTED = 600
"""Characters of the customer's last message that a mail quotes, so that the answer makes sense by itself."""

_QUIET_AFTER = {EventKind.HANDOFF_CLAIMED, EventKind.TAKEN_OVER, EventKind.RELEASED, EventKind.TRANSFERRED}
"""Moves whose notice is for somebody who is looking: a mail to say that a person has joined is one too many."""


async def mail_on(desk: Desk, *, thorough: bool = False) -> int:
    """Make letters of what was said since the last mail, in every thread. Returns how many were made."""
    since = None if thorough else desk.clock() - LOOK_BACK
    made = 0
    carrier = desk.carriers.get(CHANNEL)
    tenants = carrier.tenants() if carrier else ()
    for tenant_id, id in await desk.store.mail_threads.behind(tenants, since=since, limit=AT_ONCE):
        made += await _mail_on_one(desk, tenant_id, id)
    return made


async def _mail_on_one(desk: Desk, tenant_id: TenantId, id: ConversationId) -> bool:
    thread = await desk.store.mail_threads.find(tenant_id, id)
    found = await desk.store.conversations.load(tenant_id, id)
    if thread is None or found is None or thread.is_stopped:
        return False
    logged = await desk.store.events.of_conversation(
        tenant_id, id, after=thread.mailed_seq, limit=MOST_EVENTS, team=True
    )
    events = [one.event for one in logged]
    said = worth_mailing(events)
    if not events or (said and not _has_settled(said, desk.clock())):
        return False
    upto = events[-1].seq
    if not said:
        await desk.store.mail_threads.mailed(tenant_id, thread, upto, None)
        return False
    answer = await _letter(desk, thread, *found, said=said, upto=upto)
    return await desk.store.mail_threads.mailed(tenant_id, thread, upto, answer)


async def _letter(
    desk: Desk, thread: MailThread, before: Conversation, customer: Customer, *, said: Sequence[Message], upto: int
) -> Delivery:
    tenant = await desk.store.tenants.find(id=before.tenant_id)
    company = str((tenant.settings.get("company") if tenant else None) or (tenant.name if tenant else ""))
    enclosed, large = parted([file for message in said for file in message.attachments])
    behind_link = ""
    if large and tenant:
        behind_link = linked(large, written(desk, tenant, before), await words_of(desk, before, customer))
    asked = await _last_of_customer(desk, before.tenant_id, before.id)
    return letter(
        desk,
        DeliveryKind.REPLY,
        thread.address,
        subject=_subject(thread, before, company),
        text=_text(said, asked, behind_link),
        conversation_id=before.id,
        language=before.language or customer.language,
        sender_name=_speaker(said),
        in_reply_to=thread.heard_ids[-1] if thread.heard_ids else None,
        references=thread.heard_ids,
        once=f"{before.id}:{upto}",
        files=tuple(file.id for file in enclosed),
    )


def worth_mailing(events: Sequence[Event]) -> list[Message]:
    """Of what happened, what the customer has to read: answers, replies, and the notices that concern somebody away."""
    said: list[Message] = []
    for n, event in enumerate(events):
        message = event.message
        if message is None or message.kind is MessageKind.NOTE or message.author.kind is ActorKind.CUSTOMER:
            continue
        is_quiet = n > 0 and message.kind is MessageKind.NOTICE and _is_quiet(events[n - 1])
        if not is_quiet:
            said.append(message)
    return said


def _is_quiet(event: Event) -> bool:
    """Whether its notice is not worth a mail. Nobody is written to because they have not written."""
    return event.kind in _QUIET_AFTER or event.data.get("disposition") == NO_REPLY


def _has_settled(said: Sequence[Message], now: datetime) -> bool:
    return said[-1].at <= now - SETTLE or said[0].at <= now - LONGEST


async def _last_of_customer(desk: Desk, tenant_id: TenantId, id: ConversationId) -> Message | None:
    latest = await desk.store.messages.latest(tenant_id, id, limit=20)
    return next((one for one in sorted(latest, key=lambda m: -m.seq) if one.author.kind is ActorKind.CUSTOMER), None)


def _subject(thread: MailThread, conversation: Conversation, company: str) -> str:
    if thread.subject:
        return f"Re: {thread.subject}"
    first = " ".join(conversation.preview.split())[:60]
    return f"{company}: {first}" if first else company


def _speaker(said: Sequence[Message]) -> str | None:
    """The person whose name stands beside the company's, where one person speaks."""
    names = {one.author.name for one in said if one.author.kind is ActorKind.OPERATOR}
    return names.pop() if len(names) == 1 else None


def _text(said: Sequence[Message], asked: Message | None, behind_link: str) -> str:
    parts = [*(_one(message) for message in said), behind_link]
    if asked is not None:
        quoted = asked.text if len(asked.text) <= QUOTED else asked.text[:QUOTED].rstrip() + "…"
        parts.append("\n".join(f"> {line}" for line in quoted.splitlines() if line.strip()))
    return "\n\n".join(part for part in parts if part)


def _one(message: Message) -> str:
    name = f"{message.author.name}:\n" if message.author.kind is ActorKind.OPERATOR and message.author.name else ""
    sources = "\n".join(f"[{one.n}] {one.title}{f' – {one.url}' if one.url else ''}" for one in message.citations)
    files = "\n".join(f"📎 {one.name}" for one in message.attachments)
    choices = "\n".join(f"- {one}" for one in message.choices if one not in message.text)
    return "\n\n".join(part for part in (f"{name}{message.text}", files, choices, sources) if part)
