"""Colleagues named in a note: who can be, what each finds in their list, and the letter to whoever is not here."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from baton.core.actors import Caller
from baton.core.copy import Catalogue, catalogue, mail
from baton.core.errors import DeskError, Invalid
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.messages import Mention
from baton.core.policy.masks import reader_in
from baton.services.access import require_operator
from baton.services.desk import Desk
from baton.services.mail.outbox import letter
from baton.services.ports.mentions import Mentioned
from baton.services.records import Operator
from baton.services.waiting.alerts import ALARM_AFTER
from baton.services.waiting.team_as_routed import reads

log = logging.getLogger("baton.mentions")

MOST = 20
"""Colleagues in one note; whoever means more of them means the whole team."""

IN_A_LETTER = 50


@dataclass(frozen=True, slots=True)
class MentionPage:
    """Some of an operator's mentions, the latest first, and how many they have not opened. `next` is where to go on."""

    items: Sequence[Mentioned]
    unread: int
    next: int | None


async def named(desk: Desk, caller: Caller, ids: Sequence[str]) -> tuple[Mention, ...]:
    """The colleagues that a note names, each once. Raises Invalid `cannot_be_mentioned` for anybody else."""
    if not ids:
        return ()
    wanted = dict.fromkeys(ids)
    if len(wanted) > MOST:
        raise Invalid(f"A note mentions {MOST} colleagues at most.", code="too_many_mentions")
    team = {one.id: one.name for one in await desk.store.people.operators(caller.tenant_id)}
    for id in wanted:
        if id not in team:
            raise Invalid(
                f"{id} can't be mentioned: only operators of this company read its notes. Take the mention out.",
                code="cannot_be_mentioned",
            )
    return tuple(Mention(OperatorId(id), team[OperatorId(id)]) for id in wanted)


async def listed(
    desk: Desk, caller: Caller, *, unread: bool = False, before: int | None = None, limit: int = 50
) -> MentionPage:
    """The notes that name the caller, the latest first; with `unread`, those that they have not opened.

    What the queue of a conversation masks is masked in its notes: a list is read before anything is opened.
    """
    operator_id = require_operator(caller)
    store = desk.store.mentions
    found = await store.of(caller.tenant_id, operator_id, unread=unread, before=before, limit=limit + 1)
    policy = await desk.policies.of(caller.tenant_id)
    items = [replace(one, text=reader_in(policy, one.queue).masked(one.text)) for one in found[:limit]]
    following = items[-1].id if len(found) > limit else None
    return MentionPage(items, await store.count_unread(caller.tenant_id, operator_id), following)


async def see(desk: Desk, caller: Caller, id: ConversationId) -> int:
    """The caller has opened a conversation: its notes that name them are read. Returns how many are left elsewhere."""
    operator_id = require_operator(caller)
    await desk.store.mentions.see(caller.tenant_id, operator_id, id, desk.clock())
    return await desk.store.mentions.count_unread(caller.tenant_id, operator_id)


async def send_letters(desk: Desk) -> int:
    """Write to operators who are not here, want letters, and have not opened a note that names them for a minute.

    One letter names all of these, and the next one keeps the pause of the letters of waits. Returns how many this node
    kept.
    """
    carrier = desk.carriers.get("email")
    if carrier is None:
        return 0
    now, sent = desk.clock(), 0
    since, before = now - ALARM_AFTER, now - timedelta(seconds=desk.limits.digest_seconds)
    found = await desk.store.mentions.to_write_to(carrier.tenants(), unread_since=since, before=before)
    for tenant_id, operator_id in found:
        try:
            sent += await _write(desk, tenant_id, operator_id, now)
        except Exception:
            # One letter that can't be written must not keep the others' back.
            log.exception("the letter to operator %s could not be written; it is tried again", operator_id)
    return sent


async def _write(desk: Desk, tenant_id: TenantId, id: OperatorId, now: datetime) -> bool:
    operator = await desk.store.people.operator(tenant_id, id)
    if operator is None or operator.is_here(now):
        return False
    notes = await desk.store.mentions.unwritten(tenant_id, id, IN_A_LETTER)
    policy = await desk.policies.of(tenant_id)
    written = _letter(desk, operator, notes, catalogue(reads(operator, policy))) if notes else None
    if written is None:
        return False
    ids = [one.id for one in notes]
    return await desk.store.mentions.write(tenant_id, id, ids, delivery=written, at=now)


def _letter(desk: Desk, operator: Operator, notes: Sequence[Mentioned], words: Catalogue) -> Delivery | None:
    """Says who named them and where, and not what the note says: a mailbox is not the desk."""
    lines = [f"- {_who(one, words)}\n  {desk.public_url}/inbox#{one.conversation_id}" for one in notes]
    hello, intro = mail.hello(words, operator.name), words.of_team("mention_intro")
    text = "\n\n".join((hello, intro, *lines, words.of_team("digest_why") + "\n"))
    subject = words.of_team("mention_subject", count=len(notes))
    try:
        return letter(desk, DeliveryKind.DIGEST, operator.email or "", subject=subject, text=text, language=words.code)
    except DeskError as refused:
        log.warning("operator %s can't be written to: %s", operator.id, refused.detail)
        return None


def _who(one: Mentioned, words: Catalogue) -> str:
    customer = words.isolated(one.customer) if one.customer else words.of_team("customer")
    return f"{words.isolated(one.by.name)}: {customer}" if one.by.name else customer
