"""Everything that can happen, and who may see it.

Each change of a conversation writes its events in the same transaction. Audit, live push, outbound delivery,
reports and replay all read that one log; nobody announces anything by hand.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Any

from baton.core.actors import Actor
from baton.core.messages import Audience, Message
from baton.core.transitions import Move
from baton.core.values import value


class EventKind(StrEnum):
    """Kinds of event. The moves of the state table are kinds by the same name."""

    CONVERSATION_OPENED = "conversation_opened"
    MESSAGE_RECEIVED = "message_received"
    TURN_REPORTED = "turn_reported"
    DECISION_MADE = "decision_made"
    ANSWER_SENT = "answer_sent"
    ANSWER_DISCARDED = "answer_discarded"
    REPLY_SENT = "reply_sent"
    REPLY_SCHEDULED = "reply_scheduled"
    REPLY_UNSCHEDULED = "reply_unscheduled"
    REPLY_HELD_BACK = "reply_held_back"
    NOTICE_SENT = "notice_sent"
    NOTE_ADDED = "note_added"
    HANDOFF_OPENED = Move.HANDOFF_OPENED.value
    HANDOFF_CLAIMED = Move.HANDOFF_CLAIMED.value
    HANDOFF_REQUEUED = Move.HANDOFF_REQUEUED.value
    HANDOFF_WITHDRAWN = Move.HANDOFF_WITHDRAWN.value
    WAIT_TOLD = "wait_told"
    TAKEN_OVER = Move.TAKEN_OVER.value
    RELEASED = Move.RELEASED.value
    TRANSFERRED = Move.TRANSFERRED.value
    HANDED_BACK = Move.HANDED_BACK.value
    RESOLVED = Move.RESOLVED.value
    REOPENED = Move.REOPENED.value
    MODE_CHOSEN = "mode_chosen"
    FOLLOWUP_DUE = "followup_due"
    FOLLOWUP_MISSED = "followup_missed"
    FOLLOWUP_DONE = "followup_done"
    DELIVERY_FAILED = "delivery_failed"
    FALLBACK_TAKEN = "fallback_taken"
    NOBODY_ALERTED = "nobody_alerted"
    PROMISE_KEPT = "promise_kept"
    PROMISE_BROKEN = "promise_broken"
    PROMISE_WITHDRAWN = "promise_withdrawn"
    CONVERSATION_RATED = "conversation_rated"
    PACKET_REVEALED = "packet_revealed"
    PACKET_IMPROVED = "packet_improved"
    IMPROVEMENT_FAILED = "improvement_failed"
    LABELLED = "labelled"
    UNLABELLED = "unlabelled"
    PRIORITISED = "prioritised"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    MERGED = "merged"
    TRANSCRIPT_SENT = "transcript_sent"
    CUSTOMER_ERASED = "customer_erased"
    CONVERSATIONS_ERASED = "conversations_erased"
    TENANT_CREATED = "tenant_created"
    OPERATOR_ADDED = "operator_added"
    OPERATOR_CHANGED = "operator_changed"
    OPERATOR_REMOVED = "operator_removed"
    OPERATOR_RESTORED = "operator_restored"
    OFFER_MADE = "offer_made"
    OFFER_DECLINED = "offer_declined"
    OFFER_EXPIRED = "offer_expired"
    OFFER_RESCINDED = "offer_rescinded"
    AVAILABILITY_CHANGED = "availability_changed"
    KEY_CREATED = "key_created"
    KEY_REVOKED = "key_revoked"
    WEBHOOK_ADDED = "webhook_added"
    WEBHOOK_CHANGED = "webhook_changed"
    WEBHOOK_REMOVED = "webhook_removed"
    WEBHOOK_SWITCHED_OFF = "webhook_switched_off"
    WEBHOOK_TESTED = "webhook_tested"
    CHATWOOT_ADDED = "chatwoot_added"
    CHATWOOT_CHANGED = "chatwoot_changed"
    CHATWOOT_REMOVED = "chatwoot_removed"
    CHATWOOT_SWITCHED_OFF = "chatwoot_switched_off"
    SOURCE_ADDED = "source_added"
    SOURCE_CHANGED = "source_changed"
    SOURCE_REMOVED = "source_removed"
    OWN_WORD_CHANGED = "own_word_changed"
    CONFLICT_DISMISSED = "conflict_dismissed"
    GAP_SETTLED = "gap_settled"
    REVIEW_DRAWN = "review_drawn"
    CONVERSATION_REVIEWED = "conversation_reviewed"
    POLICY_CHANGED = "policy_changed"


FOR_EVERYONE: dict[EventKind, tuple[str, ...]] = {
    EventKind.CONVERSATION_OPENED: (),
    EventKind.MESSAGE_RECEIVED: (),
    EventKind.ANSWER_SENT: (),
    EventKind.REPLY_SENT: (),
    EventKind.NOTICE_SENT: (),
    EventKind.HANDOFF_OPENED: (
        "handoff_id",
        "reason",
        "queue",
        "queue_name",
        "position",
        "wait",
        "mode",
        "reference",
        "due",
        "slot",
    ),
    EventKind.HANDOFF_CLAIMED: (),
    EventKind.HANDOFF_REQUEUED: ("queue", "queue_name"),
    EventKind.HANDOFF_WITHDRAWN: (),
    EventKind.WAIT_TOLD: ("position", "wait"),
    EventKind.TAKEN_OVER: (),
    EventKind.RELEASED: ("queue", "queue_name"),
    EventKind.TRANSFERRED: ("queue", "queue_name"),
    EventKind.HANDED_BACK: (),
    EventKind.RESOLVED: (),
    EventKind.REOPENED: (),
    EventKind.MODE_CHOSEN: ("mode", "reference", "due", "slot"),
    EventKind.FOLLOWUP_MISSED: (),
    EventKind.FOLLOWUP_DONE: (),
}
"""The kinds that a customer may see, with the fields of `data` that go along. All else is for the team."""


@value
class Event:
    """One thing that happened. `seq` is its place in its conversation's log, 0 until it is stored.

    `data` is the team's view of it; what a customer sees of it is picked by `FOR_EVERYONE`.
    """

    kind: EventKind
    actor: Actor
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict[str, Any])
    message: Message | None = None
    seq: int = 0

    @property
    def audience(self) -> Audience:
        """Who may see that it happened."""
        return Audience.EVERYONE if self.kind in FOR_EVERYONE else Audience.TEAM

    def public_data(self) -> dict[str, Any]:
        """The part of `data` that a customer may see."""
        return {key: self.data[key] for key in FOR_EVERYONE.get(self.kind, ()) if key in self.data}


def notice_sent(notice: Message) -> Event:
    """That the customer was told: it stands in the change that the notice tells of."""
    return Event(EventKind.NOTICE_SENT, notice.author, notice.at, message=notice)
