"""Mail comes in: into the conversation that its token names, or into a new one, by the same road as every message.

Each step may be repeated: the mail is kept under its Message-ID before anything is done with it, its conversation is
chosen there and then, and its text is stored under a `client_id` made of it. So a node that falls half-way leaves a
mail that can be taken up again, and a mail that comes twice is one message.
"""

import hashlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from baton.core.actors import SYSTEM, Actor, ActorKind, Caller, Role
from baton.core.customer import Customer
from baton.core.ids import ConversationId, DeliveryId, MessageId, TenantId
from baton.core.mail.mail import MOST_AN_HOUR, Arrival, Mail, opening_text, plain_subject
from baton.core.messages import MAX_TEXT, Message, MessageKind
from baton.core.verbs.speech import noted
from baton.services.bot.turn import Turn
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.conversations.inbound import hear
from baton.services.desk import Desk
from baton.services.mail.files import keep_files
from baton.services.mail.outbox import report_bounce
from baton.services.ports.mail import KeptMail, MailThread
from baton.services.records import AlreadySaid
from baton.services.secrets import read_mail_token

log = logging.getLogger("baton.mail")

Start = Callable[[Turn], Awaitable[object]]

CHANNEL = "email"


async def take(desk: Desk, tenant_id: TenantId, mail: Mail, *, ours: str, start: Start) -> KeptMail:
    """Take a mail that came to the mailbox `ours`; `start` begins the bot's turn. The same mail again does nothing."""
    id = kept_as(mail.message_id)
    named = await _named_conversation(desk, tenant_id, mail)
    meant = named or ConversationId(desk.ids.new("conversation"))
    kept = await desk.store.mails.begin(tenant_id, id, mail, meant, desk.clock())
    if kept.outcome is not Arrival.TAKING:
        return kept
    into = kept.conversation_id or meant
    outcome = await _judge(desk, tenant_id, mail, ours=ours, is_answer=named is not None)
    if outcome is Arrival.TAKEN:
        await _say(desk, tenant_id, mail, into, id=id, is_new=named is None, start=start)
    elif named is not None:
        await _tell_team(desk, tenant_id, named, mail, outcome, id)
    ended = into if outcome is Arrival.TAKEN else named
    await desk.store.mails.end(tenant_id, id, outcome, ended)
    return KeptMail(outcome, ended)


def kept_as(message_id: str) -> str:
    """The name that a mail is kept under: the same for the same Message-ID, and of a bounded length."""
    return hashlib.sha256(message_id.encode("utf-8", "surrogatepass")).hexdigest()[:40]


async def _named_conversation(desk: Desk, tenant_id: TenantId, mail: Mail) -> ConversationId | None:
    """The conversation whose token the mail carries, in the address that it was sent to or in what it answers; else
    the one into which an earlier mail of the same sender came that this one answers.
    """
    tokens = [address.partition("@")[0].rpartition("+")[2] for address in mail.sent_to if "+" in address]
    for token in (*tokens, *mail.letter_ids):
        id = read_mail_token(desk.store.secret, tenant_id, token)
        if id is not None and id.startswith("cnv_"):
            found = await desk.store.conversations.load(tenant_id, ConversationId(id))
            if found is not None:
                return found[0].id
    earlier = [kept_as(one) for one in mail.answers]
    return await desk.store.mails.conversation_of(tenant_id, earlier, mail.sender) if earlier else None


async def _judge(desk: Desk, tenant_id: TenantId, mail: Mail, *, ours: str, is_answer: bool) -> Arrival:
    if mail.report is not None:
        await _report(desk, tenant_id, mail)
        return Arrival.BOUNCE
    if mail.sender == ours.lower():
        return Arrival.OWN
    since = desk.clock() - timedelta(hours=1)
    if await desk.store.mails.of_sender(tenant_id, mail.sender, since) >= MOST_AN_HOUR:
        log.warning("more than %d mails an hour from one sender; mail %s is left", MOST_AN_HOUR, mail.message_id)
        return Arrival.TOO_MANY
    is_robot = mail.sender.partition("@")[0] in ("mailer-daemon", "postmaster", "noreply", "no-reply")
    if mail.is_automatic or (is_robot and not is_answer):
        return Arrival.AUTOMATIC
    return Arrival.TAKEN


async def _report(desk: Desk, tenant_id: TenantId, mail: Mail) -> None:
    """A server's report on a letter of ours. One that carries no token of ours could be anybody's, and is left."""
    report = mail.report
    if report is None or not report.is_final:
        return
    named = await _named_conversation(desk, tenant_id, mail)
    for letter_id in report.letter_ids:
        found = await desk.store.deliveries.find(tenant_id, DeliveryId(letter_id))
        signed = found is not None and (named is not None and found.conversation_id == named)
        if found is not None and (signed or _names(desk, tenant_id, mail, found.id)):
            await report_bounce(desk, tenant_id, found.id, report.why)
            return
    if named is not None and report.recipient:
        for sent in reversed(await desk.store.deliveries.of_conversation(tenant_id, named)):
            if sent.to.lower() == report.recipient.lower():
                await report_bounce(desk, tenant_id, sent.id, report.why)
                return


def _names(desk: Desk, tenant_id: TenantId, mail: Mail, id: DeliveryId) -> bool:
    """Whether the report came to the address that was made for this one letter."""
    tokens = (address.partition("@")[0].rpartition("+")[2] for address in mail.sent_to)
    return any(read_mail_token(desk.store.secret, tenant_id, token) == id for token in tokens)


async def _say(
    desk: Desk, tenant_id: TenantId, mail: Mail, into: ConversationId, *, id: str, is_new: bool, start: Start
) -> None:
    found = await desk.store.conversations.load(tenant_id, into)
    if found is None:
        widget = Caller(tenant_id, Role.WIDGET, Actor(ActorKind.CUSTOMER))
        claims = Claims(name=mail.sender_name, email=mail.sender, language=mail.language)
        found = await open_conversation(desk, widget, claims, channel=CHANNEL, id=into)
    customer = found[1]
    thread = await desk.store.mail_threads.find(tenant_id, into)
    begun = MailThread(
        conversation_id=into,
        address=mail.sender,
        name=mail.sender_name,
        subject=plain_subject(mail.subject),
        mailed_seq=found[0].seq,
    )
    await desk.store.mail_threads.heard(tenant_id, begun, mail.message_id, desk.clock())
    text = opening_text(mail) if is_new else mail.text
    name = _shown_name(mail, customer, thread)
    caller = Caller(tenant_id, Role.CUSTOMER, Actor(ActorKind.CUSTOMER, customer.id, name), None, into)
    kept = await keep_files(desk, caller, into, mail, client_id=f"mail:{id}")
    said = text[:MAX_TEXT].strip() or ("" if kept.ids else _NOTHING_WRITTEN)
    heard = await hear(desk, caller, into, text=said, files=kept.ids, client_id=f"mail:{id}")
    for n, note in enumerate(_notes(mail, thread, text, kept.refused)):
        await _note(desk, tenant_id, into, note, f"mail:{id}:{n}")
    if heard.is_for_the_bot:
        await start(Turn(heard.conversation, heard.customer, heard.message))


_NOTHING_WRITTEN = "(This e-mail has no text.)"


def _shown_name(mail: Mail, customer: Customer, thread: MailThread | None) -> str | None:
    if thread is not None and thread.address.lower() != mail.sender:
        return mail.sender
    return mail.sender_name or customer.name


def _notes(mail: Mail, thread: MailThread | None, text: str, refused: Sequence[str]) -> list[str]:
    """What an operator has to know of a mail beside its text."""
    notes: list[str] = []
    if thread is not None and thread.address.lower() != mail.sender:
        notes.append(
            f"The last e-mail came from {mail.sender}, and not from {thread.address}, to whom the answers go. "
            "Whoever has one of our mails can answer it; check who writes before you tell them anything personal."
        )
    if refused:
        listed = "\n".join(f"- {one}" for one in refused)
        notes.append(f"Not taken of what came with this e-mail. Ask the customer if it matters:\n\n{listed}")
    if len(text) > MAX_TEXT:
        notes.append(f"The e-mail is longer than {MAX_TEXT:,} characters; its end is not shown.")
    return notes


async def _tell_team(
    desk: Desk, tenant_id: TenantId, into: ConversationId, mail: Mail, outcome: Arrival, id: str
) -> None:
    said = {
        Arrival.AUTOMATIC: f"An automatic e-mail came from {mail.sender}: {mail.subject or 'without a subject'}\n\n"
        f"{mail.text[:1000]}",
        Arrival.TOO_MANY: f"More than {MOST_AN_HOUR} e-mails came from {mail.sender} within an hour. "
        "The later ones are not shown; two programs may be answering each other.",
    }.get(outcome)
    if said is not None:
        # One word about a flood is enough for the hour.
        once = f"mail:flood:{desk.clock():%Y%m%d%H}" if outcome is Arrival.TOO_MANY else f"mail:{id}"
        await _note(desk, tenant_id, into, said.strip(), once)


async def _note(desk: Desk, tenant_id: TenantId, into: ConversationId, text: str, client_id: str) -> None:
    id = MessageId(desk.ids.new("message"))
    note = Message(id, SYSTEM, MessageKind.NOTE, text, desk.clock(), client_id=client_id)
    try:
        stored = await desk.store.conversations.append(tenant_id, into, noted(note))
    except AlreadySaid:
        return
    if stored is not None:
        desk.live.publish(stored[0])
