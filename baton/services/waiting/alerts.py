"""Alerts: an operator's page says which waits it has shown, and one that nobody was shown is an alarm of its own."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.conversation import Change, Conversation
from baton.core.copy import Catalogue, catalogue
from baton.core.errors import DeskError, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.mail.html import paragraphs
from baton.core.packet.text import as_html, as_text
from baton.core.policy.queue import Queue
from baton.core.policy.staffing import names_of
from baton.core.transitions import State
from baton.services.access import find, require, require_operator
from baton.services.desk import Desk, commit
from baton.services.handoffs.packets import enclosed
from baton.services.mail.outbox import can_mail, letter
from baton.services.ports.alerts import Alarm, AlertChoices, Alerted
from baton.services.waiting.team_as_routed import reads

log = logging.getLogger("baton.alerts")

CHANNELS = ("inbox", "desktop")

ALARM_AFTER = timedelta(seconds=60)
"""How long a customer may wait before somebody has been shown it: an open inbox takes two seconds."""

AT_ONCE = 100


async def shown(desk: Desk, caller: Caller, ids: Sequence[str], channel: str) -> int:
    """The caller was shown that these conversations wait. Returns of how many it was news."""
    operator_id = require_operator(caller)
    if channel not in CHANNELS:
        raise Invalid(f"An alert's channel is one of {', '.join(CHANNELS)}.")
    wanted = [ConversationId(id) for id in ids]
    return await desk.store.alerts.shown(caller.tenant_id, operator_id, wanted, channel, desk.clock())


async def choices(desk: Desk, caller: Caller) -> AlertChoices:
    """How the caller wants to hear of waits."""
    return await desk.store.alerts.choices(caller.tenant_id, require_operator(caller))


async def choose(desk: Desk, caller: Caller, **changes: bool | None) -> AlertChoices:
    """Change how the caller wants to hear of waits. What is None stays.

    Raises Invalid `no_email` where letters are wanted and the desk knows no address to send them to.
    """
    operator_id = require_operator(caller)
    given = {name: value for name, value in changes.items() if value is not None}
    after = replace(await desk.store.alerts.choices(caller.tenant_id, operator_id), **given)
    operator = await desk.store.people.operator(caller.tenant_id, operator_id)
    if after.email and (operator is None or not operator.email):
        raise Invalid("The desk has no e-mail address of yours. An admin can add one.", code="no_email")
    await desk.store.alerts.choose(caller.tenant_id, operator_id, after)
    return after


async def alarms(desk: Desk, caller: Caller) -> Sequence[Alarm]:
    """The waits that nobody was shown though the desk has told the team, the longest first."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.alerts.alarms(caller.tenant_id, AT_ONCE)


async def count_alarms(desk: Desk) -> int:
    """How many of the whole install wait now, and nobody was shown it though an alarm was raised."""
    return await desk.store.alerts.count_alarms()


async def of_conversation(desk: Desk, caller: Caller, id: ConversationId) -> Sequence[Alerted]:
    """Who was alerted that this conversation waits, by which channel, sent and shown."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    await find(desk, caller, id)
    return await desk.store.alerts.of_conversation(caller.tenant_id, id)


async def raise_alarms(desk: Desk) -> int:
    """Tell the team, and the queue's owner, of waits that nobody was shown. Returns how many this node told of."""
    raised = 0
    for tenant_id, id in await desk.store.alerts.unseen(desk.clock() - ALARM_AFTER, AT_ONCE):
        try:
            raised += await _raise(desk, tenant_id, id)
        except Exception:
            # One that can't be written must not keep silent about the others.
            log.exception("an alarm could not be raised; it is tried again")
    return raised


async def _raise(desk: Desk, tenant_id: TenantId, id: ConversationId) -> bool:
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None or found[0].state is not State.QUEUED:
        return False
    before, now = found[0], desk.clock()
    # Another node may have raised it between the look and the load; what is read after the load the fence covers.
    if not await desk.store.alerts.unseen(now - ALARM_AFTER, 1, only=id):
        return False
    policy = await desk.policies.of(tenant_id)
    queue = policy.queue(before.queue) or policy.default_queue
    if not queue.hours.is_open(now):
        return False
    waited = round((now - (before.held_since or now)).total_seconds())
    data = {"queue": queue.id, "owner": queue.owner, "waited_s": waited}
    event = Event(EventKind.NOBODY_ALERTED, SYSTEM, now, data)
    change = Change(replace(before, updated_at=now), (event,), before.version, quiet_since=before.seq)

    def told(words: Catalogue) -> tuple[str, str]:
        return words.of_team("alarm_subject"), words.of_team("alarm_says", queue=queue.name, n=waited)

    letters = await to_owner(desk, before, queue, told)
    return await commit(desk, change, deliveries=letters) is not None


async def to_owner(
    desk: Desk, conversation: Conversation, queue: Queue, told: Callable[[Catalogue], tuple[str, str]]
) -> tuple[Delivery, ...]:
    """A letter to whoever answers for the queue, where the policy's owner is an address or an operator's name.

    `told` gives its subject and what it says, in the operator's language, or else the team's. It carries
    the packet, for an owner whose mailbox is all they look at.
    """
    if not can_mail(desk, conversation.tenant_id):
        return ()
    operators = await desk.store.people.operators(conversation.tenant_id)
    named = next((one for one in operators if queue.owner.casefold() in names_of(one) and one.email), None)
    address = named.email if named else queue.owner if "@" in queue.owner else None
    if address is None:
        return ()
    policy = await desk.policies.of(conversation.tenant_id)
    language = reads(named, policy) if named else policy.language
    subject, says = told(catalogue(language))
    text = f"{says}\n\n{desk.public_url}/inbox#{conversation.id}\n"
    packet = await enclosed(desk, conversation.tenant_id, conversation.id, languages=language)
    html = f"{paragraphs(text)}<hr>{as_html(packet)}" if packet else None
    text = f"{text}\n{as_text(packet)}\n" if packet else text
    try:
        return (letter(desk, DeliveryKind.ALERT, address, subject=subject, text=text, html=html),)
    except DeskError as refused:
        log.warning("the owner of %s can't be written to: %s", queue.id, refused.detail)
        return ()
