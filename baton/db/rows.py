"""Rows to values and back, for what several nouns share."""

from typing import Any

import asyncpg
import msgspec

from baton.core.actors import Actor, ActorKind
from baton.core.attachments import Attachment
from baton.core.conversation import Conversation, Handoff
from baton.core.customer import Customer
from baton.core.decision import Reason
from baton.core.events import Event, EventKind
from baton.core.followups.callbacks import Slot
from baton.core.followups.followup import FollowUp
from baton.core.followups.modes import Mode
from baton.core.inbox.sending_later import Timer
from baton.core.inbox.snoozing import Snooze
from baton.core.messages import Citation, Mention, Message, MessageKind, Statement
from baton.core.outside_desks import NAMES
from baton.core.track import Track
from baton.core.transitions import State

CUSTOMER = """u.external_id AS u_external_id, u.name AS u_name, u.email AS u_email, u.language AS u_language,
    u.attributes AS u_attributes, u.tags AS u_tags, u.verified AS u_verified, u.created_at AS u_since"""
"""The columns of a customer beside their id; see `to_customer`."""

CONVERSATION = f"""c.id, c.tenant_id, c.customer_id, c.channel, c.language, c.state, c.version, c.seq, c.asked_seq,
    c.decided_seq, c.owner_id, o.name AS owner_name, c.queue, c.priority, c.waiting_since, c.not_before, c.held_since,
    c.ranks_at, c.weight, c.needs, c.track, c.preview, c.last_author, c.disposition, c.created_at, c.updated_at,
    c.labels, c.snoozed_until, c.snoozed_seq, c.snoozed_under, c.woken, c.merged_into,
    c.scheduled_for, c.scheduled_seq, c.scheduled_under,
    h.id AS h_id, h.reason AS h_reason, h.rule AS h_rule, h.topic AS h_topic, h.evidence AS h_evidence,
    h.policy_version AS h_policy_version, h.queue AS h_queue, h.queue_name AS h_queue_name, h.priority AS h_priority,
    h.position AS h_position, h.notice_id AS h_notice_id, h.opened_at AS h_opened_at, h.claimed_by AS h_claimed_by,
    h.mode AS h_mode, f.reference AS f_reference, f.mode AS f_mode, f.queue AS f_queue, f.owner AS f_owner,
    f.made_at AS f_made_at, f.due_at AS f_due_at, f.promised AS f_promised, f.slot_start AS f_slot_start,
    f.slot_end AS f_slot_end, f.seat AS f_seat, f.phone AS f_phone, f.email AS f_email, f.zone AS f_zone,
    f.tries AS f_tries, {CUSTOMER}"""
"""The columns of a conversation with its owner, open handoff and follow-up, and customer; see `JOINED`."""

JOINED = """JOIN LATERAL (SELECT * FROM customers
        WHERE tenant_id = c.tenant_id AND id = c.customer_id OFFSET 0) u ON true
    LEFT JOIN operators o ON o.tenant_id = c.tenant_id AND o.id = c.owner_id
    LEFT JOIN LATERAL (SELECT * FROM handoffs WHERE tenant_id = c.tenant_id AND conversation_id = c.id
        AND closed_at IS NULL LIMIT 1) h ON true
    LEFT JOIN LATERAL (SELECT * FROM followups WHERE tenant_id = c.tenant_id AND handoff_id = h.id
        AND state = 'open' OFFSET 0) f ON true"""
"""One by one: statistics of a quiet night say that nothing is open, and a plan made by them reads all that is open by
day once for each row of a list. So with customers: where nobody has counted them yet, all are read for one."""

WAITS_HERE = f"channel <> ALL ('{{{','.join(NAMES)}}}')"
"""Whether it is for the people of this desk's own inbox to take, of a row of `conversations`."""

ASLEEP = "(c.snoozed_under = c.version AND c.asked_seq <= c.snoozed_seq)"
"""Whether a conversation is snoozed, as `Conversation.snooze` has it; null where it never was."""

SPOKEN_FOR = "(c.scheduled_under IS NOT DISTINCT FROM c.version AND c.asked_seq <= c.scheduled_seq)"
"""Whether its holder has said, or will say by itself, what is to be said: the customer owes the next word."""

MESSAGE = """m.id, m.seq, m.author_kind, m.author_id, m.author_name, m.kind, m.text, m.extras, m.client_id,
    m.reply_to, m.at"""


class _Extras(msgspec.Struct, omit_defaults=True):
    citations: tuple[Citation, ...] = ()
    statements: tuple[Statement, ...] = ()
    choices: tuple[str, ...] = ()
    offers_person: bool = False
    attachments: tuple[Attachment, ...] = ()
    mentions: tuple[Mention, ...] = ()


_NOTHING_MORE = _Extras()


def to_conversation(row: asyncpg.Record) -> Conversation:
    """A row of `CONVERSATION` columns as a conversation."""
    return Conversation(
        id=row["id"],
        tenant_id=row["tenant_id"],
        customer_id=row["customer_id"],
        channel=row["channel"],
        language=row["language"],
        state=State(row["state"]),
        version=row["version"],
        seq=row["seq"],
        asked_seq=row["asked_seq"],
        decided_seq=row["decided_seq"],
        owner_id=row["owner_id"],
        owner_name=row["owner_name"],
        queue=row["queue"],
        priority=row["priority"],
        waiting_since=row["waiting_since"],
        not_before=row["not_before"],
        held_since=row["held_since"],
        track=msgspec.convert(row["track"], Track),
        preview=row["preview"],
        last_author=row["last_author"],
        disposition=row["disposition"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        handoff=_to_handoff(row) if row["h_id"] else None,
        labels=tuple(row["labels"]),
        slept=_to_snooze(row) if row["snoozed_seq"] is not None else None,
        woken=row["woken"],
        merged_into=row["merged_into"],
        timer=_to_timer(row) if row["scheduled_seq"] is not None else None,
    )


def _to_snooze(row: asyncpg.Record) -> Snooze:
    return Snooze(row["snoozed_until"], seq=row["snoozed_seq"], under=row["snoozed_under"])


def _to_timer(row: asyncpg.Record) -> Timer:
    return Timer(row["scheduled_for"], seq=row["scheduled_seq"], under=row["scheduled_under"])


def _to_handoff(row: asyncpg.Record) -> Handoff:
    return Handoff(
        id=row["h_id"],
        reason=Reason(row["h_reason"]),
        rule=row["h_rule"],
        topic=row["h_topic"],
        evidence=tuple(row["h_evidence"]),
        policy_version=row["h_policy_version"],
        queue=row["h_queue"],
        queue_name=row["h_queue_name"],
        priority=row["h_priority"],
        position=row["h_position"],
        notice_id=row["h_notice_id"],
        opened_at=row["h_opened_at"],
        claimed_by=row["h_claimed_by"],
        ranks_at=row["ranks_at"],
        weight=row["weight"],
        needs=row["needs"],
        mode=Mode(row["h_mode"]),
        followup=_to_followup(row) if row["f_reference"] else None,
    )


def _to_followup(row: asyncpg.Record) -> FollowUp:
    start = row["f_slot_start"]
    return FollowUp(
        handoff_id=row["h_id"],
        mode=Mode(row["f_mode"]),
        reference=row["f_reference"],
        queue=row["f_queue"],
        owner=row["f_owner"],
        made_at=row["f_made_at"],
        due_at=row["f_due_at"],
        promised=row["f_promised"],
        slot=Slot(start, row["f_slot_end"]) if start else None,
        seat=row["f_seat"],
        phone=row["f_phone"],
        email=row["f_email"],
        zone=row["f_zone"],
        tries=row["f_tries"],
    )


def to_customer(row: asyncpg.Record) -> Customer:
    """The customer in a row of `CUSTOMER` columns, with the id as `customer_id`."""
    return Customer(
        id=row["customer_id"],
        external_id=row["u_external_id"],
        name=row["u_name"],
        email=row["u_email"],
        language=row["u_language"],
        attributes=row["u_attributes"],
        tags=tuple(row["u_tags"]),
        verified=row["u_verified"],
        since=row["u_since"],
    )


def to_message(row: asyncpg.Record) -> Message:
    """A row of `MESSAGE` columns as a message."""
    extras = msgspec.convert(row["extras"] or {}, _Extras)
    return Message(
        id=row["id"],
        seq=row["seq"],
        author=Actor(ActorKind(row["author_kind"]), row["author_id"], row["author_name"]),
        kind=MessageKind(row["kind"]),
        text=row["text"],
        at=row["at"],
        citations=extras.citations,
        statements=extras.statements,
        choices=extras.choices,
        offers_person=extras.offers_person,
        client_id=row["client_id"],
        reply_to=row["reply_to"],
        attachments=extras.attachments,
        mentions=extras.mentions,
    )


def message_record(conversation_id: str, message: Message, place: int) -> dict[str, Any]:
    """A message as an element of the JSON array that the writing statement unpacks. `place` counts from 1."""
    extras = _Extras(
        message.citations,
        message.statements,
        message.choices,
        message.offers_person,
        message.attachments,
        message.mentions,
    )
    return {
        "conversation_id": conversation_id,
        "place": place,
        "id": message.id,
        "author_kind": message.author.kind.value,
        "author_id": message.author.id,
        "author_name": message.author.name,
        "kind": message.kind.value,
        "text": message.text,
        "extras": extras if extras != _NOTHING_MORE else None,
        "client_id": message.client_id,
        "reply_to": message.reply_to,
        "at": message.at,
    }


def event_record(conversation_id: str, event: Event, place: int) -> dict[str, Any]:
    """An event as an element of the JSON array that the writing statement unpacks. `place` counts from 1."""
    return {
        "conversation_id": conversation_id,
        "place": place,
        "kind": event.kind.value,
        "audience": event.audience.value,
        "actor_kind": event.actor.kind.value,
        "actor_id": event.actor.id,
        "actor_name": event.actor.name,
        "data": event.data or None,
        "at": event.at,
    }


def to_event(row: asyncpg.Record, message: Message | None) -> Event:
    """A row of the log as an event."""
    return Event(
        kind=EventKind(row["event_kind"]),
        actor=Actor(ActorKind(row["actor_kind"]), row["actor_id"], row["actor_name"]),
        at=row["event_at"],
        data=row["data"] or {},
        message=message,
        seq=row["event_seq"] or 0,
    )
