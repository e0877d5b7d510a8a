"""Merging: of two conversations of one customer, one goes on and the other is resolved with a pointer to it.

No event is copied: the trail of each stays what happened in it, and whoever reads the one that goes on can open the
other. Both changes are stored together or not at all.
"""

from dataclasses import replace
from datetime import datetime

from baton.core.actors import Actor
from baton.core.conversation import Change, Conversation, not_owner, standing
from baton.core.errors import Conflict
from baton.core.events import Event, EventKind
from baton.core.messages import Message
from baton.core.outside_desks import answered_elsewhere, is_outside
from baton.core.transitions import State
from baton.core.verbs.resolutions import resolve

DUPLICATE = "duplicate"
"""The disposition of a conversation that goes on in another."""


def merge(
    duplicate: Conversation, into: Conversation, operator: Actor, *, at: datetime, notice: Message
) -> tuple[Change, Change]:
    """The duplicate ends with a notice that says where it goes on, and the other one learns of it.

    Raises Conflict `other_customer`, `already_merged`, `goes_on_nowhere`, `agreed_there`, `waits_there` or `not_owner`.
    """
    _check(duplicate, into)
    for one in (duplicate, into):
        if one.state is State.HUMAN and one.owner_id != operator.operator_id:
            raise not_owner(one, operator)
    ended = resolve(duplicate, operator, at=at, notice=notice, disposition=DUPLICATE)
    told, *others = ended.events
    told = replace(told, data={**told.data, "merged_into": into.id})
    ends = replace(
        ended,
        after=replace(ended.after, merged_into=into.id),
        events=(told, *others),
        quiet_since=duplicate.seq,
    )
    merged = Event(EventKind.MERGED, operator, at, {"conversation_id": duplicate.id})
    return ends, Change(replace(into, updated_at=at), (merged,), into.version, quiet_since=into.seq)


def _check(duplicate: Conversation, into: Conversation) -> None:
    """Refuse what would mix up people, or lose what the customer was promised in the duplicate."""
    if duplicate.id == into.id:
        raise Conflict("A conversation can't be merged with itself. Choose another one.", code="goes_on_nowhere")
    if duplicate.customer_id != into.customer_id:
        raise Conflict(
            "These are conversations of two customers. Only those of one and the same customer can be merged.",
            code="other_customer",
        )
    for one in (duplicate, into):
        if is_outside(one.channel):
            raise answered_elsewhere(one)
    if duplicate.merged_into is not None:
        raise Conflict(
            "This conversation goes on in another one already.", code="already_merged", into=duplicate.merged_into
        )
    if into.state is State.RESOLVED:
        raise Conflict(
            "The other conversation is resolved. Reopen it first, or merge the other way round.",
            code="goes_on_nowhere",
            **standing(into),
        )
    handoff = duplicate.handoff
    if handoff is not None and handoff.followup is not None:
        raise Conflict(
            f"{handoff.followup.reference} was agreed on in this conversation. Merge the other one into it.",
            code="agreed_there",
        )
    if handoff is not None and into.state is State.BOT:
        raise Conflict(
            "The customer has asked for a person here, and the bot has the other one. Merge that one into this.",
            code="waits_there",
        )
