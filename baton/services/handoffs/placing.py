"""Where a handoff that opens stands: its place in line, the mode that is taken without a question, and the notice."""

from dataclasses import dataclass, replace

from baton.core.conversation import Conversation, Handoff
from baton.core.copy import HandoffFacts, Notice, handoff_notice
from baton.core.customer import Customer
from baton.core.decision import Decision, Reason
from baton.core.followups.modes import IN_LINE, Mode, offered
from baton.core.outside_desks import is_outside
from baton.core.policy.model import Policy
from baton.core.signals import in_danger
from baton.core.waiting import Past, Told
from baton.services.desk import Desk
from baton.services.followups.agreeing import Details, plan, promised_by
from baton.services.followups.modes import facts_of
from baton.services.moves import words_of
from baton.services.waiting.queues import known, stand
from baton.services.waiting.waits import worded


@dataclass(frozen=True, slots=True)
class Placed:
    """A handoff with its place in line and its mode, the notice that tells them, and what was reckoned of the wait."""

    handoff: Handoff
    told: Notice
    past: Past | None


async def placed_now(
    desk: Desk, before: Conversation, customer: Customer, decision: Decision, handoff: Handoff, *, policy: Policy
) -> Placed:
    """The handoff with its place and the mode that is taken without a question, and the notice that names them."""
    if is_outside(before.channel):
        return await _placed_outside(desk, before, customer, decision, handoff)
    queue, at = known(policy, handoff.queue), handoff.opened_at
    now = await stand(desk, before.tenant_id, queue, id=before.id, ranks_at=handoff.rank, at=at)
    mode = offered(facts_of(desk, before, customer, now)).default
    in_line = mode in IN_LINE
    agreed = None if in_line else plan(handoff, customer, mode, Details(), queue=queue, policy=policy, now=at)
    due = (agreed.due_at if agreed.promised else None) if agreed else promised_by(queue, at)
    zone = customer.attributes.get("timezone")
    facts = HandoffFacts(
        reason=decision.reason,
        queue=queue.id,
        queue_name=queue.name,
        topic=decision.topic,
        danger=in_danger(decision.signals),
        is_open=now.is_open,
        operators_here=now.operators_here,
        position=now.position,
        next_open=now.next_open,
        customer_timezone=zone if isinstance(zone, str) else None,
        now=at,
        brief=decision.reason is Reason.DISTRESS or before.track.failures > 0,
        mode=mode,
        wait=now.wait,
        reference=agreed.reference if agreed else None,
        due=due.astimezone(queue.hours.zone) if due else None,
        email=agreed.email if agreed else None,
        channel=before.channel,
    )
    language = await words_of(desk, before, customer)
    place = worded(Told(at, now.position, now.wait if in_line and now.is_open else None), language)
    opened = replace(handoff, position=now.position, told=place, mode=mode, followup=agreed)
    return Placed(opened, handoff_notice(facts, language), now.past)


async def _placed_outside(
    desk: Desk, before: Conversation, customer: Customer, decision: Decision, handoff: Handoff
) -> Placed:
    """A handoff to an outside desk: of its hours, people and line nothing is known here, and so nothing is told."""
    facts = HandoffFacts(
        reason=decision.reason,
        queue=handoff.queue,
        queue_name=handoff.queue_name,
        topic=decision.topic,
        danger=in_danger(decision.signals),
        is_open=True,
        operators_here=0,
        now=handoff.opened_at,
        brief=decision.reason is Reason.DISTRESS or before.track.failures > 0,
        mode=Mode.OUTSIDE,
        channel=before.channel,
    )
    told = handoff_notice(facts, await words_of(desk, before, customer))
    return Placed(replace(handoff, mode=Mode.OUTSIDE), told, None)
