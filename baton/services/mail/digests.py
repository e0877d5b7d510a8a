"""Letters to operators who are not here, of customers whom they could take and nobody who is here can.

One letter names all that wait, each of them once to each person. Nobody is written to but once in a while: the
statement that keeps a letter asks for that, so that of several nodes one writes it.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from baton.core.copy import Catalogue, catalogue, mail
from baton.core.errors import DeskError
from baton.core.ids import TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.packet.text import as_head, as_text
from baton.core.policy.model import Policy
from baton.core.routing.available import could_take
from baton.core.routing.need import Need, needs_now
from baton.services.desk import Desk
from baton.services.handoffs.packets import enclosed
from baton.services.mail.outbox import letter
from baton.services.records import Operator
from baton.services.waiting.alerts import ALARM_AFTER
from baton.services.waiting.team_as_routed import as_routed, available, need_in, reads

log = logging.getLogger("baton.digests")

AT_ONCE = 200

TOLD_OF = 5
"""Conversations of which a letter tells what they are about; of further ones it has the link."""


async def send_digests(desk: Desk) -> int:
    """Write to whoever is due, in every tenant that this node can send for. Returns how many letters it kept."""
    carrier = desk.carriers.get("email")
    if carrier is None:
        return 0
    now, sent = desk.clock(), 0
    since, before = now - ALARM_AFTER, now - timedelta(seconds=desk.limits.digest_seconds)
    for tenant_id in await desk.store.digests.tenants(carrier.tenants(), waiting_since=since, before=before):
        try:
            sent += await _write_to_all(desk, tenant_id, now=now, before=before)
        except Exception:
            # One company whose letters can't be written must not keep the others' back.
            log.exception("the letters to the operators of a company could not be written; they are tried again")
    return sent


async def _write_to_all(desk: Desk, tenant_id: TenantId, *, now: datetime, before: datetime) -> int:
    policy = await desk.policies.of(tenant_id)
    operators = await desk.store.people.operators(tenant_id)
    stuck = await _nobody_can_take(desk, tenant_id, policy, operators, now)
    if not stuck:
        return 0
    readers = await desk.store.digests.readers(tenant_id, before)
    written = 0
    for one in operators:
        if one.id not in readers or one.is_here(now):
            continue
        theirs = [
            need for need in stuck if need.conversation not in readers[one.id] and could_take(need, as_routed(one))
        ]
        read = await _packets(desk, tenant_id, theirs, reads(one, policy))
        digest = _digest(desk, one, theirs, read, policy, now) if theirs else None
        if digest is not None:
            ids = [need.conversation for need in theirs]
            written += await desk.store.digests.write(tenant_id, one.id, ids, delivery=digest, at=now, before=before)
    return written


async def _nobody_can_take(
    desk: Desk, tenant_id: TenantId, policy: Policy, operators: Sequence[Operator], now: datetime
) -> list[Need]:
    """Who has waited for a while in an open queue, and nobody who is here could take and has room for."""
    queues = {one.id: one for one in policy.queues if one.hours.is_open(now)}
    waiting = await desk.store.offers.waiting(tenant_id, tuple(queues), at=now, limit=AT_ONCE)
    here = available(operators, now)
    needs = [needs_now(need_in(one.need, queues[one.need.queue]), now) for one in waiting]
    return [
        need
        for need in needs
        if need.waiting_since <= now - ALARM_AFTER
        and not any(could_take(need, one) and need.weight <= one.room for one in here)
    ]


async def _packets(desk: Desk, tenant_id: TenantId, needs: Sequence[Need], language: str) -> Mapping[str, str]:
    """What a letter tells of the first who wait, by conversation: all of the packet where it is one, else its head."""
    packets = {
        need.conversation: await enclosed(desk, tenant_id, need.conversation, languages=language)
        for need in needs[:TOLD_OF]
    }
    write = as_text if len(needs) == 1 else as_head
    return {id: write(packet) for id, packet in packets.items() if packet}


def _digest(
    desk: Desk, operator: Operator, needs: Sequence[Need], read: Mapping[str, str], policy: Policy, now: datetime
) -> Delivery | None:
    words = catalogue(reads(operator, policy))
    waits = [
        f"- {queue.name if (queue := policy.queue(need.queue)) else need.queue}: "
        f"{_waited(need, words, now)}\n  {desk.public_url}/inbox#{need.conversation}"
        + (f"\n\n{told}" if (told := read.get(need.conversation)) else "")
        for need in needs
    ]
    text = "\n\n".join(
        (
            mail.hello(words, operator.name),
            words.of_team("digest_intro"),
            *waits,
            words.of_team("digest_why") + "\n",
        )
    )
    subject = words.of_team("digest_subject", count=len(needs))
    try:
        return letter(desk, DeliveryKind.DIGEST, operator.email or "", subject=subject, text=text, language=words.code)
    except DeskError as refused:
        log.warning("operator %s can't be written to: %s", operator.id, refused.detail)
        return None


def _waited(need: Need, words: Catalogue, now: datetime) -> str:
    minutes = int((now - need.waiting_since).total_seconds() // 60)
    return words.count("minutes", minutes, n=minutes)
