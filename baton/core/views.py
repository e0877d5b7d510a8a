"""How a conversation, a message and an event look to the outside, for the team and for the customer.

API, socket and stream all speak through these, so that a live state and a fetched one are the same by construction.
A `reader` is who reads for the team: what their queue masks is masked wherever words of a transcript are shown outside
of it. Where none is named, all of it is.
"""

from typing import Any

from baton.core.actors import Actor, ActorKind
from baton.core.attachments import Attachment
from baton.core.conversation import PREVIEW, Conversation, Handoff, Owner
from baton.core.customer import Customer
from baton.core.events import Event
from baton.core.followups.followup import FollowUp, agreed_view
from baton.core.messages import Message, MessageKind
from baton.core.redaction.reader import STRICT, Reader
from baton.core.track import risk_view
from baton.core.trail.masking import masked_data
from baton.core.transitions import State
from baton.core.values import value
from baton.core.waiting import told_view

View = dict[str, Any]

_NOT_IN_LISTS = (MessageKind.NOTE, MessageKind.NOTICE)
"""What a list does not show as the last that was said."""


def owner_view(owner: Owner) -> View:
    """`{"kind", "id"?, "name"?}`"""
    return _filled(kind=owner.kind, id=owner.id, name=owner.name)


def actor_view(actor: Actor) -> View:
    """`{"kind", "id"?, "name"?}`"""
    return _filled(kind=actor.kind.value, id=actor.id, name=actor.name)


def doer_view(actor: Actor, *, team: bool) -> View:
    """Who did it. Customers see that the company did, where it was by a key, and not how the key is called."""
    return {"kind": actor.kind.value} if actor.kind is ActorKind.ADMIN and not team else actor_view(actor)


def conversation_view(
    conversation: Conversation, customer: Customer | None = None, *, team: bool = True, reader: Reader = STRICT
) -> View:
    """A conversation as the API shows it. Without `team`, what its customer may see."""
    view: View = {
        "id": conversation.id,
        "state": conversation.state.value,
        "version": conversation.version,
        "seq": conversation.seq,
        "owner": owner_view(conversation.owner),
        "channel": conversation.channel,
        "language": conversation.language,
        "created_at": conversation.created_at,
        "updated_at": conversation.updated_at,
        "handoff": handoff_view(conversation.handoff, team=team, reader=reader) if conversation.handoff else None,
    }
    if not team:
        return view
    return view | {
        "queue": conversation.queue,
        "priority": conversation.priority,
        "waiting_since": conversation.waiting_since,
        "held_since": conversation.held_since,
        "preview": reader.masked(conversation.preview),
        "last_author": conversation.last_author,
        "disposition": conversation.disposition,
        "labels": list(conversation.labels),
        "snoozed_until": conversation.snooze.until if conversation.snooze else None,
        "snoozed_until_reply": conversation.snooze is not None and conversation.snooze.until is None,
        "woken": conversation.woken,
        "scheduled_for": conversation.scheduled_for,
        "merged_into": conversation.merged_into,
        **risk_view(conversation.track if conversation.state is State.BOT else None),
        "customer": customer_view(customer) if customer else {"id": conversation.customer_id},
    }


def handoff_view(handoff: Handoff, *, team: bool = True, reader: Reader = STRICT) -> View:
    """An open handoff. A customer sees why and where, not the rule and the words that fired it."""
    view: View = {
        "id": handoff.id,
        "reason": handoff.reason.value,
        "queue": handoff.queue,
        "queue_name": handoff.queue_name,
        "position": handoff.position,
        "wait": told_view(handoff.told),
        "opened_at": handoff.opened_at,
        **agreed_view(handoff.mode, handoff.followup),
    }
    if not team:
        return view
    return view | {
        "followup": followup_view(handoff.followup) if handoff.followup else None,
        "rule": handoff.rule,
        "topic": handoff.topic,
        "priority": handoff.priority,
        "evidence": [reader.masked(words) for words in handoff.evidence],
        "policy_version": handoff.policy_version,
        "claimed_by": handoff.claimed_by,
        "ranks_at": handoff.rank,
        "weight": handoff.weight,
        "needs": dict(handoff.needs),
    }


def followup_view(followup: FollowUp) -> View:
    """A follow-up for the team: what to do for whom, how to reach them, and by when."""
    return agreed_view(followup.mode, followup) | {
        "owner": followup.owner,
        "due": followup.due_at,
        "phone": followup.phone,
        "email": followup.email,
        "timezone": followup.zone,
        "tries": followup.tries,
        "state": followup.state.value,
        "made_at": followup.made_at,
    }


def customer_view(customer: Customer) -> View:
    """A customer's profile, for the team."""
    return {
        "id": customer.id,
        "external_id": customer.external_id,
        "name": customer.name,
        "email": customer.email,
        "language": customer.language,
        "attributes": dict(customer.attributes),
        "tags": list(customer.tags),
        "verified": customer.verified,
        "since": customer.since,
        "conversations": customer.conversations,
    }


def message_view(message: Message) -> View:
    """A message as everyone who may see it sees it."""
    view: View = {
        "id": message.id,
        "seq": message.seq,
        "author": actor_view(message.author),
        "kind": message.kind.value,
        "text": message.text,
        "at": message.at,
        "citations": [
            {
                "n": c.n,
                "passage_id": c.passage_id,
                "source_id": c.source_id,
                "title": c.title,
                "heading": c.heading,
                "url": c.url,
                "quote": c.quote,
                "version": c.version,
            }
            for c in message.citations
        ],
        "statements": [{"text": s.text, "citations": list(s.citations)} for s in message.statements],
        "choices": list(message.choices),
        "offers_person": message.offers_person,
        "attachments": [attachment_view(one) for one in message.attachments],
    }
    if message.kind is MessageKind.NOTE:
        view["mentions"] = [{"id": one.id, "name": one.name} for one in message.mentions]
    return view | _filled(client_id=message.client_id, reply_to=message.reply_to)


def attachment_view(attachment: Attachment) -> View:
    """A file of a message. Its address answers whoever may read the message; a picture is one to show in place."""
    view: View = {
        "id": attachment.id,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "bytes": attachment.bytes,
        "url": f"/v1/attachments/{attachment.id}",
        "image": attachment.is_image,
    }
    return view | _filled(width=attachment.width, height=attachment.height)


@value
class Standing:
    """How an event left its conversation: in which state, under which version, in whose hands.

    `queue` is where the conversation is now, by whose rule it is shown.
    """

    conversation_id: str | None
    state: str | None
    version: int | None
    owner: Owner
    queue: str | None = None

    @classmethod
    def of(cls, one: Conversation) -> "Standing":
        """How a conversation stands now."""
        return cls(one.id, one.state.value, one.version, one.owner, one.queue)


def event_view(event: Event, standing: Standing, *, team: bool, reader: Reader = STRICT) -> View:
    """An event with the conversation's standing after it. Folding these gives the fetched state."""
    view: View = {
        "conversation_id": standing.conversation_id,
        "seq": event.seq,
        "kind": event.kind.value,
        "at": event.at,
        "actor": doer_view(event.actor, team=team),
        "state": standing.state,
        "version": standing.version,
        "owner": owner_view(standing.owner),
        "message": message_view(event.message) if event.message else None,
        "data": masked_data(event.data, reader) if team else event.public_data(),
    }
    spoken = event.message if event.message and event.message.kind not in _NOT_IN_LISTS else None
    return view | {"preview": reader.beginning(spoken.in_short, PREVIEW)} if team and spoken else view


def _filled(**fields: Any) -> View:
    return {key: value for key, value in fields.items() if value is not None}
