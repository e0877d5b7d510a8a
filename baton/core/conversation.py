"""The conversation as a value, and the change that a verb makes of it.

`version` is the fence: each move of the baton raises it, and every reply carries the version that it was composed
under. `seq` numbers the conversation's log without gaps. Messages and notes raise `seq` and never `version`, so a
customer who writes on does not push an operator's reply aside.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any

from baton.core.actors import Actor
from baton.core.decision import Reason
from baton.core.errors import Conflict
from baton.core.events import Event
from baton.core.followups.followup import FollowUp
from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId, CustomerId, HandoffId, MessageId, OfferId, OperatorId, QueueId, TenantId
from baton.core.inbox.sending_later import Timer
from baton.core.inbox.snoozing import Snooze
from baton.core.promises import Settlement
from baton.core.routing.chains import Chain
from baton.core.track import FRESH, Track
from baton.core.transitions import SPEAKERS, Move, State, move
from baton.core.values import altered, value
from baton.core.waiting import Told

PREVIEW = 140
"""Characters that a list shows of what was said last. The desk's own notices are not shown there."""


@value
class Owner:
    """Who holds the baton now. Derived from the state; never stored beside it."""

    kind: str
    id: str | None = None
    name: str | None = None


@value
class Handoff:
    """An open handoff: from the moment the bot stops until the conversation is handed back or resolved.

    `packet` is frozen as it was when the handoff opened; `position` is the place in the queue at that moment.
    `ranks_at` is its rank in the waiting list (the earliest is served first), kept for as long as it is open; `weight`
    are the points of an operator's capacity that it takes, `needs` what it asks of them beside what its queue does.
    `mode` is how the customer goes on now, `followup` what was agreed on for it, None while they wait in line. `told`
    is what the customer was told last of their place and wait, where that is known.
    """

    id: HandoffId
    reason: Reason
    rule: str
    queue: QueueId
    queue_name: str
    opened_at: datetime
    policy_version: int
    topic: str | None = None
    priority: int = 0
    evidence: tuple[str, ...] = ()
    position: int | None = None
    notice_id: MessageId | None = None
    packet: Mapping[str, Any] | None = None
    claimed_by: OperatorId | None = None
    ranks_at: datetime | None = None
    weight: int = 1
    needs: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    mode: Mode = Mode.QUEUED
    followup: FollowUp | None = None
    told: Told | None = None

    @property
    def rank(self) -> datetime:
        """Its rank in the waiting list; without credit, when it was opened."""
        return self.ranks_at or self.opened_at


@value
class Conversation:
    """One conversation with one customer. Times are UTC.

    `asked_seq` is the seq of the customer's last message, `decided_seq` of the last one the bot has decided on.
    `not_before` is set while a callback is booked: until then nobody is offered the conversation.
    `slept` is the last snooze, which `snooze` says whether it still holds; `woken` is why it came back from it.
    `timer` is the last reply that was scheduled for later; `scheduled_for` says whether it still waits.
    `merged_into` is the conversation that this one goes on in: then it is resolved, and stays so.
    """

    id: ConversationId
    tenant_id: TenantId
    customer_id: CustomerId
    channel: str
    created_at: datetime
    state: State = State.BOT
    version: int = 1
    seq: int = 0
    asked_seq: int = 0
    decided_seq: int = 0
    language: str | None = None
    owner_id: OperatorId | None = None
    owner_name: str | None = None
    queue: QueueId | None = None
    priority: int = 0
    waiting_since: datetime | None = None
    not_before: datetime | None = None
    held_since: datetime | None = None
    updated_at: datetime | None = None
    preview: str = ""
    last_author: str | None = None
    track: Track = FRESH
    handoff: Handoff | None = None
    disposition: str | None = None
    labels: tuple[str, ...] = ()
    slept: Snooze | None = None
    woken: str | None = None
    merged_into: ConversationId | None = None
    timer: Timer | None = None

    @property
    def scheduled_for(self) -> datetime | None:
        """When the reply is due that waits here; None where none does, or the baton has moved since it was written."""
        return self.timer.due_at if self.timer and self.timer.under == self.version else None

    @property
    def snooze(self) -> Snooze | None:
        """Until when it is out of the lists; None once the customer has written since, or the baton has moved."""
        slept = self.slept
        return slept if slept and slept.holds(asked_seq=self.asked_seq, version=self.version) else None

    @property
    def owner(self) -> Owner:
        """Who holds the baton: the state says which kind, the row says which one."""
        if self.state is State.HUMAN:
            return Owner(SPEAKERS[self.state], self.owner_id, self.owner_name)
        if self.state is State.QUEUED:
            return Owner(SPEAKERS[self.state], self.queue, self.handoff.queue_name if self.handoff else self.queue)
        return Owner(SPEAKERS[self.state])


@value
class Change:
    """What a verb did: the conversation after it and the events that happened, in order.

    `fence` is the version that the row must still have when this is stored. `decides` is the seq of the customer's
    message that it answers; no message is decided twice. `opened` is a handoff to be written with it, `claimed` says
    that the open one has a new holder, `closes` how it ends. `accepts` is the offer that is taken with it. Where an
    operator gets the conversation it is stored only if they have room for it, or if it goes `beyond` their capacity.
    `agreed` is a follow-up as it is from now on.
    `quiet_since` is the seq that the log must still end with: what a sweep has seen holds only while nothing else
    happens, and of two sweeps one finds it so. `settles` names promises that end with this change, where it is not its
    events that say so. `chain` is the place in a fallback chain that the move has come by; any other move begins anew.
    """

    after: Conversation
    events: tuple[Event, ...]
    fence: int
    decides: int | None = None
    opened: Handoff | None = None
    claimed: bool = False
    closes: str | None = None
    accepts: OfferId | None = None
    beyond: bool = False
    agreed: FollowUp | None = None
    quiet_since: int | None = None
    settles: tuple[Settlement, ...] = ()
    chain: Chain | None = None


def moved(before: Conversation, by: Move, *, at: datetime, to: State | None = None, **fields: Any) -> Conversation:
    """The conversation after a move: new state, version raised, and only what the new state allows kept.

    Raises IllegalMove where the table has no such move.
    """
    state = move(before.state, by, to)
    kept: dict[str, Any] = {"state": state, "version": before.version + 1, "held_since": at, "updated_at": at}
    if state is not State.HUMAN:
        kept |= {"owner_id": None, "owner_name": None}
    if state is not State.QUEUED:
        kept |= {"waiting_since": None, "not_before": None}
    if state in (State.BOT, State.RESOLVED):
        kept |= {"queue": None, "handoff": None, "priority": 0, "decided_seq": before.seq}
    return altered(before, **(kept | fields))


def without_place(conversation: Conversation) -> Conversation:
    """The conversation without its place in line, for where that is not looked up anew."""
    handoff = conversation.handoff
    return altered(conversation, handoff=altered(handoff, position=None, told=None)) if handoff else conversation


def check_version(conversation: Conversation, version: int | None) -> None:
    """Refuse what was composed under another version than the present one. None means the caller named none."""
    if version is not None and version != conversation.version:
        raise stale(conversation)


def stale(conversation: Conversation) -> Conflict:
    """The refusal of a reply composed before the baton moved, naming who holds it now."""
    return Conflict(
        f"This was written before the conversation changed hands. {holder(conversation)}",
        code="stale_version",
        **standing(conversation),
    )


def not_owner(conversation: Conversation, actor: Actor) -> Conflict:
    """The refusal of a party that does not hold the baton."""
    doer = "You don't" if actor.name is None else f"{actor.name} doesn't"
    return Conflict(
        f"{doer} hold this conversation. {holder(conversation)}", code="not_owner", **standing(conversation)
    )


def holder(conversation: Conversation) -> str:
    """One sentence that says who holds the baton."""
    owner = conversation.owner
    match conversation.state:
        case State.BOT:
            return "The bot holds it."
        case State.QUEUED:
            return f"It waits in the queue {owner.name}."
        case State.HUMAN:
            return f"{owner.name or 'An operator'} holds it."
        case State.RESOLVED:
            return "It is resolved."


def standing(conversation: Conversation) -> dict[str, Any]:
    """The fields of a refusal that say how the conversation stands now."""
    owner = conversation.owner
    shown = {key: value for key, value in (("kind", owner.kind), ("id", owner.id), ("name", owner.name)) if value}
    return {"owner": shown, "version": conversation.version, "state": conversation.state.value}
