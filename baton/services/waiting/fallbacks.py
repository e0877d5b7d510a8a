"""The fallback chain: whom nobody claims in time moves on to another queue, or gets a ticket, a callback or an e-mail.

Each step is one statement with its word to the customer, and holds only while nothing else has happened since the sweep
looked. So many nodes may sweep: one of them writes, and a node that falls leaves nothing half done.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from baton.core.actors import SYSTEM
from baton.core.conversation import Change, Conversation
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.errors import DeskError
from baton.core.events import Event, EventKind
from baton.core.followups.modes import IN_LINE, Mode
from baton.core.policy.model import Policy
from baton.core.routing.chains import Chain, EndIn, MoveOn, WaitUntil, next_step
from baton.core.transitions import State
from baton.core.verbs.agreements import agree
from baton.core.verbs.handoffs import requeue
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import ATTEMPTS, Details, Drawn, draw, queue_of
from baton.services.followups.slots import bookable_now
from baton.services.mail.outbox import can_mail
from baton.services.moves import notice, words_of
from baton.services.ports.fallbacks import Unclaimed
from baton.services.records import AlreadyTaken, Saved

log = logging.getLogger("baton.fallbacks")

AT_ONCE = 200

LOOK_EVERY = timedelta(minutes=5)
"""How long a wait is left alone at the most: a policy that is changed holds for those who wait already."""

NOBODY_CLAIMED = "nobody_claimed"


async def take_steps(desk: Desk) -> int:
    """Take every step that is due, in every tenant. Returns how many this node took."""
    taken = 0
    for unclaimed in await desk.store.fallbacks.to_look_at(desk.clock(), AT_ONCE):
        try:
            taken += await _look(desk, unclaimed)
        except Exception:
            # One wait that can't be moved must not hold up the others.
            log.exception("a step of a fallback chain failed; it is tried again")
    return taken


async def _look(desk: Desk, unclaimed: Unclaimed) -> bool:
    found = await desk.store.conversations.load(unclaimed.tenant_id, unclaimed.conversation_id)
    # Where another node was quicker, the chain that was read with the queue is no longer its own.
    if found is None or not _waits_in_line(found[0]) or found[0].queue != unclaimed.queue:
        return False
    before, customer = found
    policy, now = await desk.policies.of(before.tenant_id), desk.clock()
    queue = policy.queue(before.queue) or policy.default_queue
    chain = unclaimed.chain or Chain(queue.id, before.held_since or now)
    step = next_step(policy, chain, waits_in=queue.id, now=now)
    match step:
        case WaitUntil():
            again = min(step.due, now + LOOK_EVERY)
            await desk.store.fallbacks.look_again(before.tenant_id, unclaimed.handoff_id, again)
            return False
        case MoveOn():
            return await _move_on(desk, before, customer, step, now) is not None
        case EndIn():
            return await _end_in(desk, before, customer, step, policy) is not None


async def _move_on(desk: Desk, before: Conversation, customer: Customer, step: MoveOn, now: datetime) -> Saved | None:
    told = notice(desk, said.moved_on(await words_of(desk, before, customer), queue=step.queue.name), now)
    change = requeue(
        before,
        SYSTEM,
        at=now,
        queue=step.queue.id,
        queue_name=step.queue.name,
        notice=told,
        reason=NOBODY_CLAIMED,
    )
    return await commit(desk, replace(change, chain=step.chain, quiet_since=before.seq))


async def _end_in(desk: Desk, before: Conversation, customer: Customer, step: EndIn, policy: Policy) -> Saved | None:
    for attempt in range(ATTEMPTS):
        drawn = await _drawn(desk, before, customer, step.mode, policy, attempt)
        told = notice(desk, drawn.says, drawn.at)
        change = agree(before, drawn.followup, actor=SYSTEM, at=drawn.at, notice=told)
        try:
            return await commit(desk, _with_reason(change, before, step, drawn), promises=drawn.promises)
        except AlreadyTaken:
            continue
    return None


async def _drawn(
    desk: Desk, before: Conversation, customer: Customer, mode: Mode, policy: Policy, attempt: int
) -> Drawn:
    """The follow-up of the mode, or a ticket where the mode can't be had: no mailbox, address, number or time."""
    details, slots = Details(), ()
    if mode is Mode.CALLBACK and Mode.CALLBACK in queue_of(before, policy).modes:
        slots = await bookable_now(desk, before.tenant_id, queue_of(before, policy), policy.callbacks)
        details = Details(slot=slots[0].start if slots else None, phone=_number(customer))
    if mode is not Mode.TICKET and (mode is not Mode.EMAIL or can_mail(desk, before.tenant_id)):
        try:
            return await draw(desk, before, customer, mode, details, policy=policy, attempt=attempt)
        except DeskError as refused:
            log.info("a fallback to %s becomes a ticket: %s", mode.value, refused.detail)
    ticket = await draw(desk, before, customer, Mode.TICKET, Details(), policy=policy, attempt=attempt)
    if not slots:
        return ticket
    words = await words_of(desk, before, customer)
    return replace(ticket, says=words.text("joint").join((ticket.says, said.callback_offered(words))))


def _number(customer: Customer) -> str | None:
    """The number that the customer is known by. One that stands in their messages may be anybody's."""
    known = customer.attributes.get("phone")
    return known if isinstance(known, str) else None


def _with_reason(change: Change, before: Conversation, step: EndIn, drawn: Drawn) -> Change:
    """The change of an agreement, with the reason in the trail, if nothing has happened since the sweep looked."""
    data = {
        "reason": NOBODY_CLAIMED,
        "queue": before.queue,
        "after_s": step.after_s,
        "wanted": step.mode.value,
        "mode": drawn.followup.mode.value,
        "owner": drawn.followup.owner,
    }
    taken = Event(EventKind.FALLBACK_TAKEN, SYSTEM, drawn.at, data)
    return replace(change, events=(taken, *change.events), quiet_since=before.seq)


def _waits_in_line(conversation: Conversation) -> bool:
    handoff = conversation.handoff
    return conversation.state is State.QUEUED and handoff is not None and handoff.mode in IN_LINE
