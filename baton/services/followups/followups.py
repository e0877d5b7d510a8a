"""Follow-ups: tickets, callbacks and answers by e-mail are agreed on here, come due, and are brought to an end."""

from dataclasses import replace
from datetime import datetime, timedelta

from baton.core.actors import SYSTEM, Actor, Caller, Role
from baton.core.conversation import Conversation, stale
from baton.core.copy import Catalogue, said
from baton.core.customer import Customer
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.followups.callbacks import slot_taken
from baton.core.followups.followup import FollowUp
from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId, TenantId
from baton.core.messages import MessageKind
from baton.core.policy.model import Policy
from baton.core.verbs.agreements import agree, held, waiting
from baton.core.verbs.agreements import finish as finished
from baton.core.verbs.agreements import not_reached as unanswered
from baton.services.access import find, require, require_operator
from baton.services.conversations.inbound import compose
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import ATTEMPTS, Details, Drawn, busy, draw, has_replied, queue_of
from baton.services.followups.slots import bookable_now
from baton.services.moves import notice, settled, words_of
from baton.services.ports.followups import DueItem
from baton.services.records import AlreadyDone, AlreadyTaken, Receipt, Saved

AHEAD = timedelta(minutes=10)
"""How long before it is due the team is told of a follow-up: time to read the packet before the call."""

AT_ONCE = 100


async def agree_on(
    desk: Desk,
    before: Conversation,
    customer: Customer,
    mode: Mode,
    details: Details,
    *,
    actor: Actor,
    receipt: Receipt | None = None,
) -> Saved | None:
    """Agree on a follow-up with a waiting customer, and tell them. None where the conversation moved meanwhile."""
    waiting(before)
    policy = await desk.policies.of(before.tenant_id)
    for attempt in range(ATTEMPTS):
        drawn = await draw(desk, before, customer, mode, details, policy=policy, attempt=attempt)
        change = agree(before, drawn.followup, actor=actor, at=drawn.at, notice=notice(desk, drawn.says, drawn.at))
        try:
            return await commit(desk, change, receipt=receipt, promises=drawn.promises)
        except AlreadyTaken:
            continue
    raise slot_taken() if mode is Mode.CALLBACK else busy()


async def due(desk: Desk, caller: Caller, *, limit: int) -> tuple[DueItem, ...]:
    """The open follow-ups of the tenant, the most pressing first."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.followups.due(caller.tenant_id, limit=limit)


async def finish(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str | None = None,
    note: str | None = None,
    receipt: Receipt | None = None,
) -> Conversation:
    """What was agreed on is done. `text` is a reply that goes with it.

    Raises Invalid `reply_needed` where it was an answer in writing and nobody has written one.
    """
    require_operator(caller)
    before, _ = await find(desk, caller, id)
    _, followup = held(before, caller.actor)
    if not text and followup.mode is not Mode.CALLBACK and not await has_replied(desk, before, followup):
        raise Invalid("Write the answer first: it is what the customer was promised.", code="reply_needed")
    reply = compose(desk, caller.actor, text, kind=MessageKind.TEXT) if text else None
    change = finished(before, caller.actor, at=desk.clock(), reply=reply, note=note)
    return await settled(desk, caller, change, receipt)


async def not_reached(
    desk: Desk, caller: Caller, id: ConversationId, *, receipt: Receipt | None = None
) -> Conversation:
    """A call reached nobody: the next one is booked, or after the last a ticket opened, and the customer is told."""
    require_operator(caller)
    before, customer = await find(desk, caller, id)
    _, followup = held(before, caller.actor)
    if followup.mode is not Mode.CALLBACK:
        raise Conflict("No call was agreed on here.", code="no_followup")
    policy = await desk.policies.of(caller.tenant_id)
    for attempt in range(ATTEMPTS):
        drawn = await _again(desk, before, customer, followup, policy=policy, attempt=attempt)
        word = notice(desk, _after_missed(drawn, await words_of(desk, before, customer)), drawn.at)
        change = unanswered(before, caller.actor, drawn.followup, at=drawn.at, notice=word)
        try:
            saved = await commit(desk, change, receipt=receipt, promises=drawn.promises)
        except AlreadyTaken:
            continue
        if saved is None:
            raise stale((await find(desk, caller, id))[0])
        return saved.conversation
    raise busy()


async def announce_due(desk: Desk) -> int:
    """Tell the team of each follow-up that is about to be due, once. Returns how many were told of here."""
    before, told = desk.clock() + AHEAD, 0
    for tenant_id, conversation_id, handoff_id in await desk.store.followups.to_announce(before, AT_ONCE):
        if await _announce(desk, tenant_id, conversation_id):
            told += 1
        await desk.store.followups.announce(tenant_id, handoff_id, before=before, at=desk.clock())
    return told


async def _announce(desk: Desk, tenant_id: TenantId, id: ConversationId) -> bool:
    found = await desk.store.conversations.load(tenant_id, id)
    followup = found[0].handoff.followup if found and found[0].handoff else None
    if followup is None:
        return False
    data = {"mode": followup.mode.value, "reference": followup.reference, "tries": followup.tries}
    # The receipt makes it one event whatever falls in between, and however many nodes look.
    receipt = Receipt("sweep", f"due:{followup.handoff_id}:{followup.due_at.isoformat()}", b"")
    try:
        stored = await desk.store.conversations.append(
            tenant_id, id, Event(EventKind.FOLLOWUP_DUE, SYSTEM, desk.clock(), data), receipt
        )
    except AlreadyDone:
        return False
    if stored is not None:
        desk.live.publish(stored[0])
    return stored is not None


async def _again(
    desk: Desk, before: Conversation, customer: Customer, followup: FollowUp, *, policy: Policy, attempt: int
) -> Drawn:
    """What comes after a call that reached nobody: the next free slot after a pause, or a ticket."""
    tries = followup.tries + 1
    kept = Details(phone=followup.phone, email=followup.email, zone=followup.zone)
    start = None if tries >= policy.callbacks.tries else await _next_start(desk, before, policy)
    if start is None:
        drawn = await draw(desk, before, customer, Mode.TICKET, kept, policy=policy, attempt=attempt)
    else:
        details = replace(kept, slot=start)
        drawn = await draw(desk, before, customer, Mode.CALLBACK, details, policy=policy, attempt=attempt)
    return replace(drawn, followup=replace(drawn.followup, tries=tries))


async def _next_start(desk: Desk, before: Conversation, policy: Policy) -> datetime | None:
    later = replace(policy.callbacks, lead_minutes=max(policy.callbacks.lead_minutes, policy.callbacks.retry_minutes))
    found = await bookable_now(desk, before.tenant_id, queue_of(before, policy), later)
    return found[0].start if found else None


def _after_missed(drawn: Drawn, words: Catalogue) -> str:
    says = [said.callback_missed(words), drawn.says]
    if drawn.followup.mode is not Mode.CALLBACK:
        says.append(said.callback_again(words))
    return words.text("joint").join(says)
