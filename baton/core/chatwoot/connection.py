"""Chatwoot as the outside desk: what is heard of it, when that is news, and when the bot may speak there.

Chatwoot has no version to compare. So what it says counts by its own time: of status and assignee only a change that
is later than what is known moves anything, and what is late or comes twice is no news.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId, OperatorId
from baton.core.outside_desks import NAMES
from baton.core.sources.urls import canonical, host_of
from baton.core.transitions import State

CHANNEL = "chatwoot"

NAME = NAMES[CHANNEL]

MOST = 20
"""Connections of a company."""

WINDOW = timedelta(minutes=5)
"""How old, or how far ahead, the time of a signed delivery may be."""

GAPS = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 60, 300, 900, 3600))
"""The pauses between the tries of one step; the last one repeats."""

MOST_TRIES = 28
"""Tries of one step, about a day of them; then the conversation's log goes on without it."""

PRIORITIES = ("urgent", "high", "medium", "low")


class Status(StrEnum):
    """How a conversation stands in Chatwoot. Only what is pending is the bot's."""

    OPEN = "open"
    PENDING = "pending"
    RESOLVED = "resolved"
    SNOOZED = "snoozed"


class Speaker(StrEnum):
    """Who said something there."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who answers in Chatwoot. `id` is 0 for one whom it doesn't name, who writes from a telephone's app."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Stands:
    """How a conversation stands there at Chatwoot's time `at`, in seconds; 0 where it doesn't tell the time."""

    status: Status
    assignee: Agent | None = None
    at: float = 0.0
    last_said: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A message there. `again` tells a choice that was made by button from the message that offered it."""

    id: int
    by: Speaker
    text: str
    agent: Agent | None = None
    is_private: bool = False
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The customer as Chatwoot knows them. `identifier` is set where the company's server has vouched for it."""

    name: str | None = None
    email: str | None = None
    language: str | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One delivery, as far as it concerns a conversation. `tells_status`: it was sent because that changed."""

    conversation: int
    stands: Stands | None
    contact: Contact
    inbox: str = ""
    said: Said | None = None
    tells_status: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a handoff of a queue goes there: to which team, with which labels and priority."""

    team_id: int | None = None
    labels: tuple[str, ...] = ()
    priority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An account of Chatwoot whose bot Baton is. `why` is what went wrong since `failing_since`."""

    id: str
    url: str
    account_id: int
    token: str = field(repr=False)
    secret: str = field(repr=False)
    created_at: datetime
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    is_on: bool = True
    why_off: str = ""
    failing_since: datetime | None = None
    why: str = ""
    heard_at: datetime | None = None
    told_at: datetime | None = None
    created_by: str | None = None

    @property
    def name(self) -> str:
        """What the log calls it."""
        return f"{host_of(self.url)}, account {self.account_id}"

    @property
    def actor(self) -> Actor:
        """In whose name that is done which Chatwoot tells without a person."""
        return Actor(ActorKind.SYSTEM, self.id, NAME)

    @property
    def state(self) -> str:
        """`on`, `failing` or `off`."""
        return "off" if not self.is_on else "failing" if self.failing_since else "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A conversation of ours and the one there that it is. `told_seq` and `step` are how far it has been told.

    `tries` and `tried_at` are of a step that has failed: how often, and since when.
    """

    connection_id: str
    outside_id: int
    conversation_id: ConversationId
    inbox: str = ""
    status: Status | None = None
    assignee_id: int | None = None
    stood_at: float = -1.0
    told_seq: int = 0
    step: int = 0
    tries: int = 0
    tried_at: datetime | None = None
    is_gone: bool = False
    lease: str | None = field(default=None, repr=False)


class Turned(StrEnum):
    """Into whose hands a change there puts a conversation."""

    TO_BOT = "to_bot"
    TO_AGENT = "to_agent"
    TO_NOBODY = "to_nobody"
    ENDED = "ended"


def is_news(thread: Thread, stands: Stands, *, tells_status: bool) -> bool:
    """Whether this is later than what is known. Without a time only what was sent for a change of status counts."""
    if thread.status is None:
        return True
    return stands.at > thread.stood_at if stands.at else tells_status


def turned(thread: Thread, stands: Stands) -> Turned | None:
    """Whose it is by what has changed there; None where nothing has that matters.

    A status that stays as it was is not looked at: Baton may be about to change it, and has not been heard yet.
    """
    is_new_status = stands.status is not thread.status
    assignee = stands.assignee.id if stands.assignee else None
    if not is_new_status and assignee == thread.assignee_id:
        return None
    if stands.status is Status.RESOLVED:
        return Turned.ENDED if is_new_status else None
    if stands.status is Status.PENDING and (is_new_status or assignee is None):
        return Turned.TO_BOT
    return Turned.TO_AGENT if assignee is not None else Turned.TO_NOBODY


def may_say(conversation: Conversation, composed_under: int | None, thread: Thread, stands: Stands | None) -> str:
    """Why the bot must not say now what was composed under a version; "" where it may.

    `stands` is how it stands there at this moment, None where Chatwoot doesn't tell bots.
    """
    if conversation.version != composed_under or conversation.state is State.HUMAN:
        return "taken_over"
    if stands is None:
        return ""
    if stands.assignee is not None and stands.assignee.id != thread.assignee_id:
        return "taken_over_outside"
    waits = (Status.PENDING, Status.OPEN) if conversation.state is State.QUEUED else (Status.PENDING,)
    is_over = conversation.state is State.RESOLVED
    return "" if is_over or stands.status in waits else "taken_over_outside"


def outsider(id: str, agent: Agent) -> Actor:
    """A person of Chatwoot's as they stand in the trail."""
    return Actor(ActorKind.OPERATOR, OperatorId(id), f"{agent.name} ({NAME})")


def gap(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return GAPS[min(max(tries, 1), len(GAPS)) - 1]


def flaws(one: Connection, *, may_be_plain: bool) -> Iterator[str]:
    """What is wrong with a connection, a sentence each. `may_be_plain`: this machine may be asked over plain HTTP."""
    if canonical(one.url) is None or any(sign in one.url for sign in "?# "):
        yield "This is no address of a Chatwoot. Write it like https://app.chatwoot.com, as it is in your browser."
    elif not one.url.lower().startswith("https://") and not may_be_plain:
        yield "Chatwoot's address begins with https://, because customers' words travel to it."
    if one.account_id < 1:
        yield "The account's number is the one after /accounts/ in the address of your browser."
    if not one.token.strip() or not one.token.isascii() or not one.token.isprintable():
        yield "The access token is missing, or not one. Copy it from the agent bot's settings in Chatwoot."
    if not one.secret.strip():
        yield "The webhook secret is missing. Copy it from the agent bot's settings in Chatwoot."
    for queue, place in one.places.items():
        if place.priority and place.priority not in PRIORITIES:
            yield f"The priority of {queue} is one of {', '.join(PRIORITIES)}, not {place.priority}."
