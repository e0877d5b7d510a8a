"""Values as elements of the JSON arrays that the writing statements unpack."""

from dataclasses import dataclass, fields
from typing import Any

from baton.core.conversation import Change
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId
from baton.core.mail.deliveries import Delivery
from baton.core.promises import Promise, settlements
from baton.db.rows import event_record, message_record
from baton.services.records import Receipt

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Added:
    """What a write adds to its conversation."""

    messages: list[Record]
    events: list[Record]
    receipts: list[Record]


def added(id: ConversationId, events: tuple[Event, ...], receipt: Receipt | None) -> Added:
    """The events, the messages in them and the receipt, for the conversation that they belong to."""
    return Added(
        [message_record(id, e.message, n) for n, e in enumerate(events, 1) if e.message],
        [event_record(id, e, n) for n, e in enumerate(events, 1)],
        [receipt_record(id, receipt)] if receipt else [],
    )


def receipt_record(id: ConversationId, receipt: Receipt) -> Record:
    """A receipt; its fingerprint as PostgreSQL reads bytes."""
    return {
        "conversation_id": id,
        "caller": receipt.caller,
        "key": receipt.key,
        "fingerprint": "\\x" + receipt.fingerprint.hex(),
    }


def mention_records(id: ConversationId, event: Event) -> list[Record]:
    """Whom a note names, but its author."""
    mentions = event.message.mentions if event.message else ()
    named = [one.id for one in mentions if one.id != event.actor.id]
    return [{"conversation_id": id, "operator_id": operator, "at": event.at} for operator in named]


def row_record(change: Change) -> Record:
    """The conversation's row after a change, with the fence that lets it in."""
    after, handoff = change.after, change.after.handoff
    carried = after.handoff if change.opened is None else None
    return {
        "id": after.id,
        "state": after.state.value,
        "version": after.version,
        "owner_id": after.owner_id,
        "language": after.language,
        "queue": after.queue,
        "priority": after.priority,
        "waiting_since": after.waiting_since,
        "not_before": after.not_before,
        "held_since": after.held_since,
        "events": len(change.events),
        "decided_seq": after.decided_seq,
        "track": after.track,
        "preview": after.preview,
        "last_author": after.last_author,
        "disposition": after.disposition,
        "updated_at": after.updated_at,
        "asked": next((n for n, e in enumerate(change.events, 1) if e.kind is EventKind.MESSAGE_RECEIVED), 0),
        "fence": change.fence,
        "decides": change.decides,
        "moved_to": handoff.queue if handoff else None,
        "moved_to_name": handoff.queue_name if handoff else None,
        "ranks_at": handoff.rank if handoff else None,
        "weight": handoff.weight if handoff else 1,
        "needs": handoff.needs if handoff else {},
        "accepts": change.accepts,
        "beyond": change.beyond,
        "mode": handoff.mode if handoff else None,
        "claims": change.claimed,
        "closes": change.closes,
        "quiet_since": change.quiet_since,
        "chain": change.chain,
        "carries": carried is not None or (change.opened is None and change.closes is not None),
    }


_SPOKEN = frozenset(
    {
        EventKind.TURN_REPORTED,
        EventKind.DECISION_MADE,
        EventKind.ANSWER_SENT,
        EventKind.ANSWER_DISCARDED,
        EventKind.MESSAGE_RECEIVED,
    }
)


def only_speaks(change: Change) -> bool:
    """Whether a change says something and moves nothing: no other row than the conversation's own is altered by it."""
    return change.after.version == change.fence and all(event.kind in _SPOKEN for event in change.events)


def handoff_record(change: Change) -> list[Record]:
    """The handoff that a change opens, if it opens one."""
    opened = change.opened
    if opened is None:
        return []
    record = {field.name: getattr(opened, field.name) for field in fields(opened) if field.name != "followup"}
    return [record | {"conversation_id": change.after.id, "opened_by": change.events[0].actor.kind.value}]


def promise_records(change: Change, promises: tuple[Promise, ...]) -> list[Record]:
    """The promises that a change makes, in the handoff that it opens or goes on with."""
    handoff = change.opened or change.after.handoff
    at = change.events[0].at
    return [
        {
            "conversation_id": change.after.id,
            "handoff_id": handoff.id if handoff else None,
            "kind": promise.kind,
            "says": promise.says,
            "basis": promise.basis,
            "at": at,
            "due_at": promise.due,
            "lapses_at": promise.lapses_at(at),
            "renewed_from": promise.renews,
        }
        for promise in promises
    ]


def followup_record(change: Change) -> list[Record]:
    """The follow-up that a change agrees on, alters or ends."""
    agreed = change.agreed
    if agreed is None:
        return []
    slot = agreed.slot
    record = {field.name: getattr(agreed, field.name) for field in fields(agreed) if field.name != "slot"}
    when = {"slot_start": slot.start, "slot_end": slot.end} if slot else {}
    return [record | when | {"conversation_id": change.after.id}]


def settlement_records(change: Change, promises: tuple[Promise, ...]) -> list[Record]:
    """What a change does to the promises made before it: by what happened, by what it promises anew, or by name."""
    return [
        {
            "conversation_id": change.after.id,
            "promise_id": one.id,
            "kind": one.kind,
            "state": one.state,
            "why": one.why,
            "at": change.events[0].at,
        }
        for one in change.settles or settlements(change.events, promises)
    ]


def letter_record(delivery: Delivery, conversation_id: ConversationId | None) -> Record:
    """A letter that waits to be sent."""
    return {
        "conversation_id": conversation_id,
        "id": delivery.id,
        "kind": delivery.kind.value,
        "channel": delivery.channel,
        "recipient": delivery.to,
        "subject": delivery.subject,
        "text": delivery.text,
        "html": delivery.html,
        "language": delivery.language,
        "sender_name": delivery.sender_name,
        "in_reply_to": delivery.in_reply_to,
        "refs": list(delivery.references),
        "files": list(delivery.files),
        "once": delivery.once,
        "due_at": delivery.due_at or delivery.created_at,
        "created_at": delivery.created_at,
    }
