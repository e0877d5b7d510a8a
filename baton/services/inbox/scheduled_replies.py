"""Operators write for later: what waits can be changed, said at once or taken back, by whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation, check_version, standing
from baton.core.errors import Conflict, NotFound
from baton.core.ids import ConversationId, MessageId
from baton.core.inbox.sending_later import ScheduledReply, Time, usual_times
from baton.core.messages import Message
from baton.core.verbs.scheduled_replies import held_back_by, schedule, speak, take_back
from baton.services.access import find, require, require_operator
from baton.services.conversations.attachments import sent_with
from baton.services.conversations.citing import cited
from baton.services.conversations.inbound import compose
from baton.services.desk import Desk
from baton.services.inbox.snoozing import promised_in
from baton.services.inbox.speaking_due import put_aside
from baton.services.ports.scheduled import Own
from baton.services.waiting.queues import zone_named

_TRIES = 5
"""How often it is tried against a conversation in which something else happens meanwhile: a message is enough."""

MOST_OWN = 100
"""Scheduled replies of one operator that are listed: as many as drafts."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What waits in a conversation or was not sent, the usual times to send at, and the first promise's due time."""

    replies: Sequence[ScheduledReply]
    times: tuple[Time, ...]
    promised: datetime | None


async def listed(desk: Desk, caller: Caller, id: ConversationId, *, zone: str | None) -> Scheduled:
    """What is scheduled in a conversation, and the times to choose from in the days of `zone`, or the queue's."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.READONLY)
    conversation, _ = await find(desk, caller, id)
    policy = await desk.policies.of(caller.tenant_id)
    hours = (policy.queue(conversation.queue) or policy.default_queue).hours
    times = usual_times(desk.clock(), hours=hours, zone=zone_named(zone) if zone else hours.zone)
    replies = await desk.store.scheduled.of(caller.tenant_id, id)
    return Scheduled(replies, times, await promised_in(desk, caller.tenant_id, id))


async def own(desk: Desk, caller: Caller) -> Sequence[Own]:
    """The caller's own that wait or were not sent, in every conversation, the next first."""
    return await desk.store.scheduled.of_author(caller.tenant_id, require_operator(caller), MOST_OWN)


async def write(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    text: str,
    due: datetime,
    version: int,
    files: Sequence[str] = (),
    cites: Sequence[str] = (),
    even_if_written: bool = False,
    seen: int | None = None,
) -> tuple[ScheduledReply, Conversation]:
    """Schedule a reply in a conversation that the caller holds, to be sent as theirs if nothing moves until then.

    `even_if_written` sends it although the customer writes meanwhile; `seen` is the last `seq` that the caller has
    read, without which all that is stored counts as read. Raises the core's refusals, and `busy`.
    """
    require_operator(caller)
    await find(desk, caller, id)
    composed = compose(desk, caller.actor, text, has_files=bool(files))
    message = replace(composed, citations=await cited(desk, caller, cites, for_customers=True))
    async with sent_with(desk, caller, id, message, files, later=True) as whole:
        return await _kept(
            desk, caller, id, whole, due=due, version=version, even_if_written=even_if_written, seen=seen
        )


async def change(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    reply: MessageId,
    *,
    version: int,
    text: str | None = None,
    due: datetime | None = None,
    even_if_written: bool | None = None,
    seen: int | None = None,
) -> tuple[ScheduledReply, Conversation]:
    """Change what waits: its text, its time, or whether the customer's word holds it back. Its files stay.

    It counts as written now: what the customer has said until now was read. Raises `not_waiting` and `not_author`.
    """
    require_operator(caller)
    before, _ = await find(desk, caller, id)
    check_version(before, version)
    waiting = await _waiting(desk, caller, before, reply)
    had = waiting.message
    composed = compose(desk, caller.actor, had.text if text is None else text, has_files=bool(had.attachments))
    return await _kept(
        desk,
        caller,
        id,
        replace(had, text=composed.text, at=composed.at),
        due=due or waiting.due_at,
        version=version,
        even_if_written=waiting.even_if_written if even_if_written is None else even_if_written,
        instead_of=reply,
        seen=seen,
    )


async def drop(desk: Desk, caller: Caller, id: ConversationId, reply: MessageId) -> Conversation:
    """Take back what waits, or put away what was not sent. Its files can be sent with another message again."""
    require_operator(caller)
    for _ in range(_TRIES):
        before, _customer = await find(desk, caller, id)
        found = await _find(desk, caller, id, reply)
        if found.ended_at is not None and found.told is None:
            raise _not_waiting(before, found)
        gone = take_back(before, found, caller.actor, at=desk.clock())
        saved = await desk.store.scheduled.remove(gone, reply)
        if saved is not None:
            desk.live.publish(saved)
            await desk.store.attachments.unsend(caller.tenant_id, reply, at=desk.clock())
            return saved.conversation
    raise _busy()


async def send_now(desk: Desk, caller: Caller, id: ConversationId, reply: MessageId) -> tuple[Message, Conversation]:
    """Say at once what waits, by its author: they have read what the customer wrote since. The gate is any reply's.

    Raises Invalid `cannot_cite` where a passage that it names is no customer's to read any more.
    """
    require_operator(caller)
    for _ in range(_TRIES):
        before, _customer = await find(desk, caller, id)
        waiting = await _waiting(desk, caller, before, reply)
        await cited(desk, caller, [one.passage_id for one in waiting.message.citations], for_customers=True)
        spoken = speak(before, waiting, at=desk.clock())
        saved = await desk.store.conversations.save_scheduled(spoken, reply)
        if saved is not None:
            desk.live.publish(saved)
            message = saved.events[-1].message
            assert message is not None  # noqa: S101 - a reply's event carries its message
            return message, saved.conversation
    raise _busy()


async def _kept(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    message: Message,
    *,
    due: datetime,
    version: int,
    even_if_written: bool,
    instead_of: MessageId | None = None,
    seen: int | None = None,
) -> tuple[ScheduledReply, Conversation]:
    for _ in range(_TRIES):
        before, _customer = await find(desk, caller, id)
        if instead_of is not None:
            await _waiting(desk, caller, before, instead_of)
        elif await _cleared(desk, before):
            continue
        kept, reply = schedule(
            before,
            message,
            due=due,
            version=version,
            even_if_written=even_if_written,
            promised=await promised_in(desk, caller.tenant_id, id),
            instead_of=instead_of,
            seen=seen,
        )
        saved = await desk.store.scheduled.write(kept, reply)
        if saved is not None:
            desk.live.publish(saved)
            return reply, saved.conversation
    raise _busy()


async def _cleared(desk: Desk, before: Conversation) -> bool:
    """Put aside what waits here and can't be sent any more, where the sweep has not come by yet."""
    for one in await desk.store.scheduled.of(before.tenant_id, before.id):
        why = held_back_by(before, one, at=desk.clock()) if one.waits else None
        if why is not None:
            return await put_aside(desk, before, one, why)
    return False


async def _find(desk: Desk, caller: Caller, id: ConversationId, reply: MessageId) -> ScheduledReply:
    found = await desk.store.scheduled.find(caller.tenant_id, id, reply)
    if found is None:
        raise NotFound("There is no such scheduled reply. It may have been taken back.")
    return found


async def _waiting(desk: Desk, caller: Caller, before: Conversation, reply: MessageId) -> ScheduledReply:
    """The caller's own that still waits, as it is after `before` was read."""
    found = await _find(desk, caller, before.id, reply)
    if not found.waits:
        raise _not_waiting(before, found)
    if found.author_id != caller.actor.operator_id:
        name = found.message.author.name or "A colleague"
        raise Conflict(f"{name} wrote this. Only they can change or send it.", code="not_author", **standing(before))
    return found


def _not_waiting(before: Conversation, found: ScheduledReply) -> Conflict:
    was = "was sent" if found.told is None else "was held back"
    return Conflict(f"This reply {was} and waits no more.", code="not_scheduled", **standing(before))


def _busy() -> Conflict:
    return Conflict("A lot is happening in this conversation just now. Please try again.", code="busy")
