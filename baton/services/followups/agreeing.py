"""What a follow-up would be at this moment: its reference, due time and place, what is said of it and promised."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.actors import ActorKind
from baton.core.conversation import Conversation, Handoff
from baton.core.copy import Catalogue, said
from baton.core.customer import Customer
from baton.core.errors import Conflict, Invalid
from baton.core.facts.phone import Phone, read_phone
from baton.core.followups.callbacks import Slot, bookable, seat
from baton.core.followups.followup import USUAL_TICKET_S, FollowUp, reference_of
from baton.core.followups.modes import Mode
from baton.core.hours.open_time import after_open_time
from baton.core.messages import MessageKind
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue
from baton.core.promises import Promise, PromiseKind, by, opens_at
from baton.core.verbs.agreements import waiting
from baton.services.desk import Desk
from baton.services.moves import words_of

ATTEMPTS = 6
"""How often a reference or a place in a slot that somebody else was quicker to take is drawn anew."""

NEVER_OPEN = timedelta(days=7)
"""When a ticket is due in a queue whose hours never come again: somebody has to notice."""

_ADDRESS = re.compile(r"[^@\s<>]{1,64}@[^@\s<>.]+(\.[^@\s<>.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the customer, or the team, said of how to go on. `due_at` is the team's own due time for a ticket."""

    slot: datetime | None = None
    phone: str | None = None
    email: str | None = None
    zone: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A follow-up as it would be, drawn up `at` this moment, with the word to the customer and what that promises."""

    followup: FollowUp
    says: str
    at: datetime
    promises: tuple[Promise, ...]


async def draw(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    mode: Mode,
    details: Details,
    *,
    policy: Policy,
    attempt: int = 0,
) -> Drawn:
    """Draw up a follow-up with the handoff that is open. Raises Invalid for what is wrong with the details."""
    handoff = before.handoff or waiting(before)
    now, queue = desk.clock(), queue_of(before, policy)
    words = await words_of(desk, before, customer)
    followup = plan(handoff, customer, mode, details, queue=queue, policy=policy, now=now, attempt=attempt)
    if mode is Mode.CALLBACK:
        followup, phone = await _booked(desk, before, customer, followup, details, policy=policy, now=now)
        says = said.callback_booked(words, _told(followup, queue), phone.shown, followup.zone, now=now)
    else:
        says = _in_writing(followup, queue, words, now)
    return Drawn(followup=followup, says=says, at=now, promises=_promises(followup, queue, says, now))


def plan(
    handoff: Handoff,
    customer: Customer,
    mode: Mode,
    details: Details,
    *,
    queue: Queue,
    policy: Policy,
    now: datetime,
    attempt: int = 0,
) -> FollowUp:
    """A follow-up but for its slot. Choosing anew keeps the reference and what was known of how to reach them."""
    present = handoff.followup
    email = details.email or (present.email if present else None)
    if mode is Mode.EMAIL:
        email = email or customer.email
    promised = promised_by(queue, now)
    usual = after_open_time(queue.hours, now, USUAL_TICKET_S) or now + NEVER_OPEN
    return FollowUp(
        handoff_id=handoff.id,
        mode=mode,
        reference=present.reference if present else reference_of(policy.tickets.prefix, handoff.id, attempt),
        queue=queue.id,
        owner=queue.owner,
        made_at=present.made_at if present else now,
        due_at=_due(details.due_at, now) or promised or usual,
        promised=bool(details.due_at or promised),
        phone=present.phone if present else None,
        email=_address(email, is_needed=mode is Mode.EMAIL),
        zone=known_zone(details.zone)
        or (present.zone if present else None)
        or known_zone(customer.attributes.get("timezone")),
        tries=present.tries if present else 0,
    )


def promised_by(queue: Queue, now: datetime) -> datetime | None:
    """By when the queue answers what comes now, counted in its opening hours. None where it has no target."""
    return after_open_time(queue.hours, now, queue.target_s) if queue.target_s else None


def queue_of(before: Conversation, policy: Policy) -> Queue:
    """The queue that a conversation waits in; the default one where the policy knows it no longer."""
    return policy.queue(before.queue) or policy.default_queue


def busy() -> Conflict:
    """The refusal of what others were quicker with several times in a row."""
    return Conflict("Others were quicker several times in a row. Please try again.", code="busy")


async def has_replied(desk: Desk, before: Conversation, followup: FollowUp) -> bool:
    """Whether an operator has written to the customer since it was agreed on."""
    latest = await desk.store.messages.latest(before.tenant_id, before.id, limit=desk.limits.packet_messages)
    return any(
        one.author.kind is ActorKind.OPERATOR and one.kind is not MessageKind.NOTE and one.at >= followup.made_at
        for one in latest
    )


async def _booked(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    followup: FollowUp,
    details: Details,
    *,
    policy: Policy,
    now: datetime,
) -> tuple[FollowUp, Phone]:
    if details.slot is None:
        raise Invalid("Choose a time for the call.", code="slot_needed")
    number = details.phone or followup.phone
    if not number:
        raise Invalid("Write the telephone number to call.", code="phone_needed")
    queue = queue_of(before, policy)
    phone = read_phone(number, region=_country(customer))
    slot = bookable(details.slot, queue.hours, policy.callbacks, now=now)
    seats = await desk.store.followups.seats(before.tenant_id, queue.id, since=slot.start, until=slot.end)
    place = seat(seats.get(slot.start, frozenset()), policy.callbacks)
    return replace(followup, slot=slot, seat=place, phone=phone.number, due_at=slot.end, promised=True), phone


def _in_writing(followup: FollowUp, queue: Queue, words: Catalogue, now: datetime) -> str:
    if followup.mode is Mode.EMAIL:
        return said.email_follow_up(words, followup.email or "")
    due = followup.due_at.astimezone(queue.hours.zone) if followup.promised else None
    opens = _opens(followup, queue, now)
    return said.ticket_opened(words, followup.reference, due, now=now, zone=followup.zone, opens=opens)


def _opens(followup: FollowUp, queue: Queue, now: datetime) -> datetime | None:
    """When the queue opens, where it is closed and the ticket's customer is told no time by which it is answered."""
    opens = queue.hours.next_open(now)
    return None if followup.promised or opens is None or opens <= now else opens


def _promises(followup: FollowUp, queue: Queue, says: str, now: datetime) -> tuple[Promise, ...]:
    if followup.mode is Mode.CALLBACK:
        basis = f"a slot of the queue {queue.id}"
        return (by(PromiseKind.CALLBACK_AT, says, followup.due_at, now=now, basis=basis),)
    # The words of an answer by e-mail name no time.
    if followup.mode is Mode.EMAIL:
        return ()
    if not followup.promised:
        opens = _opens(followup, queue, now)
        return (opens_at(says, opens, now=now),) if opens else ()
    return (by(PromiseKind.TICKET_BY, says, followup.due_at, now=now, basis=f"the target of the queue {queue.id}"),)


def _told(followup: FollowUp, queue: Queue) -> tuple[datetime, datetime]:
    slot = followup.slot or Slot(followup.made_at, followup.due_at)
    return slot.start.astimezone(queue.hours.zone), slot.end.astimezone(queue.hours.zone)


def _due(due_at: datetime | None, now: datetime) -> datetime | None:
    if due_at is not None and (due_at.tzinfo is None or due_at <= now):
        raise Invalid("The due time must lie ahead, with a time zone.", code="due_in_the_past")
    return due_at


def _address(email: str | None, *, is_needed: bool) -> str | None:
    if email is None or not email.strip():
        if is_needed:
            raise Invalid("Write the e-mail address to answer to.", code="email_needed")
        return None
    if not _ADDRESS.fullmatch(email.strip()) or len(email) > 320:
        raise Invalid(f"{email!r} is not an e-mail address.", code="invalid_email")
    return email.strip()


def known_zone(name: object) -> str | None:
    """The zone where this machine knows it: what a browser says is never trusted to exist."""
    try:
        return ZoneInfo(name).key if isinstance(name, str) and name else None
    except (KeyError, ValueError, OSError):
        return None


def _country(customer: Customer) -> str | None:
    country = customer.attributes.get("country")
    return country if isinstance(country, str) and len(country) == 2 else None
