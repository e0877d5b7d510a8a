"""What requests may contain. Parsed at the edge; inside, everything is trusted."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from baton.core.judging.outside_bot import MOST_TOOLS
from baton.core.packet.ratings import MOST_NOTE, Lacked
from baton.core.routing.offers import DeclineReason

Short = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(max_length=1000)]

Number = Annotated[int, Field(ge=-(2**53), le=2**53)]
"""A whole number that JSON carries exactly; larger ones are kept as floats."""


Level = Annotated[int, Field(ge=1, le=5)]
Capacity = Annotated[int, Field(ge=0, le=100)]
Skills = Annotated[dict[Short, Level] | list[Short], Field(max_length=100)]
"""Levels from 1 to 5 by name, or names alone."""

Files = Annotated[list[Short], Field(max_length=100)]
"""Ids of files that were uploaded before. How many a message carries is said by the desk, in words of its own."""

Cites = Annotated[list[Short], Field(max_length=100)]
"""Ids of passages that a message was taken from. How many it may name is said by the desk, in words of its own."""

Languages = Annotated[list[Short], Field(max_length=50)]


class Body(BaseModel):
    """A request's body. Fields that nobody knows are refused, because a typo must not pass for consent."""

    model_config = ConfigDict(extra="forbid")


class CustomerIn(Body):
    """What is said of a customer when a conversation begins."""

    external_id: Short | None = None
    name: Short | None = None
    email: Annotated[str, StringConstraints(max_length=320)] | None = None
    language: (
        Annotated[str, StringConstraints(max_length=35, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None
    ) = None
    attributes: dict[Short, Line | Number | float | bool | None] = Field(default_factory=dict)
    tags: list[Short] = Field(default_factory=list, max_length=50)
    proof: Annotated[str, StringConstraints(max_length=4000)] | None = None


class ConversationIn(Body):
    """`POST /v1/conversations`"""

    customer: CustomerIn = Field(default_factory=CustomerIn)
    channel: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,30}$")] | None = None


IntentName = Annotated[str, StringConstraints(max_length=64, strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""The name of an intent or a tool, or what a tool said in a word, as somebody else's bot calls it."""


class TurnIn(Body):
    """`POST /v1/conversations/{id}/turns`: what somebody else's bot tells of a turn."""

    understood: IntentName = ""
    intent: IntentName = ""
    tools: Annotated[dict[IntentName, IntentName], Field(max_length=MOST_TOOLS)] = Field(default_factory=dict)
    version: int | None = None


class MessageIn(TurnIn):
    """`POST /v1/conversations/{id}/messages`. `version` is the one that a reply was composed under.

    How long `text` may be is said by the desk, in words of its own. What is told of the turn is for a bot to tell.
    """

    text: str
    attachments: Files = Field(default_factory=list[str])
    cites: Cites = Field(default_factory=list[str])
    client_id: Short | None = None


class NoteIn(Body):
    """`POST /v1/conversations/{id}/notes`"""

    text: str
    attachments: Files = Field(default_factory=list[str])
    cites: Cites = Field(default_factory=list[str])
    mentions: list[Short] = Field(default_factory=list[str], max_length=100)
    client_id: Short | None = None


class WhyIn(Body):
    """A verb with an optional reason."""

    reason: Line | None = None


class HandoffIn(Body):
    """`POST /v1/conversations/{id}/handoffs`"""

    reason: Line | None = None
    queue: Short | None = None
    note: Line | None = None


class TransferIn(Body):
    """`POST /v1/conversations/{id}/transfer`: to a queue or to an operator, with a reason."""

    queue: Short | None = None
    operator_id: Short | None = None
    reason: Line


class HandbackIn(Body):
    """`POST /v1/conversations/{id}/handback`: what the bot has to know."""

    decided: Line | None = None
    promised: Line | None = None
    do_not_touch: Line | None = None
    open_question: Line | None = None
    note: Line | None = None


class ResolutionIn(Body):
    """`POST /v1/conversations/{id}/resolution`"""

    disposition: Short | None = None
    note: Line | None = None
    seq: int | None = Field(default=None, ge=0)


class ReopenIn(Body):
    """`DELETE /v1/conversations/{id}/resolution`: who gets it."""

    to: Literal["bot", "queue", "me"] = "bot"


class AvailabilityIn(Body):
    """`PUT /v1/me/availability` and `PUT /v1/operators/{id}/availability`"""

    availability: Literal["available", "away", "offline"]
    reason: Short | None = None


class DeclineIn(Body):
    """`POST /v1/offers/{id}/decline`"""

    reason: DeclineReason = DeclineReason.OTHER
    note: Line | None = None


class KeyIn(Body):
    """`POST /v1/keys`"""

    role: Literal["admin", "operator", "bot", "readonly"]
    label: Short = ""
    operator_id: Short | None = None


class PolicyIn(Body):
    """A policy: the whole file as text."""

    source: Annotated[str, StringConstraints(max_length=256 * 1024)]


class ForetoldIn(Body):
    """What a replay foretold: handoffs by reason, as they would be in so many conversations."""

    conversations: Annotated[int, Field(ge=1, le=10**9)]
    handoffs: Annotated[dict[Short, Annotated[int, Field(ge=0, le=10**9)]], Field(max_length=50)]


class PolicyChangeIn(PolicyIn):
    """`PUT /v1/policy`: the file, the version that it is to take the place of, and what a replay foretold of it."""

    instead_of: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    foretold: ForetoldIn | None = None


class QueueChangesIn(Body):
    """`POST /v1/queues/{id}/check`: keys of the queue as the policy file has them; null for one of them takes it out,
    null for all of them the queue.
    """

    changes: Annotated[dict[Short, Any], Field(max_length=50)] | None


class QueueRemovalIn(Body):
    """`DELETE /v1/queues/{id}`: the policy version that was looked at."""

    version: Annotated[int, Field(ge=0, le=2**31 - 1)]


class QueueChangeIn(QueueRemovalIn):
    """`PATCH /v1/queues/{id}`: the changes, and the policy version that they were made to. `PUT`: the new queue."""

    changes: dict[Short, Any] = Field(max_length=50)


class CustomerToTry(Body):
    """Who asks, in a trial: facts that a server key would vouch for."""

    tags: list[Short] = Field(default_factory=list, max_length=50)
    attributes: dict[str, Any] = Field(default_factory=dict, max_length=50)


class ExplainIn(Body):
    """`POST /v1/policy/explain`: what a policy would decide on a message, and why."""

    message: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
    language: Short | None = None
    channel: Short = "web"
    customer: CustomerToTry = Field(default_factory=CustomerToTry)
    labels: list[Short] = Field(default_factory=list, max_length=50)
    unanswered: Annotated[int, Field(ge=0, le=100)] = 0
    source: Annotated[str, StringConstraints(max_length=256 * 1024)] | None = None


class ReplayIn(PolicyIn):
    """`POST /v1/policy/replay`: a policy to try on what began in the last days; `after` is the `next` of a portion."""

    days: Annotated[int, Field(ge=1, le=366)] = 30
    timezone: Annotated[str, StringConstraints(max_length=60)] = "UTC"
    after: Short = ""


class QuestionIn(Body):
    """`POST /v1/questions`: what the bot would do with it."""

    question: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
    language: Short | None = None


class WidgetIn(Body):
    """`PUT /v1/widget`: where the widget may be embedded, and how it looks."""

    allowed_domains: list[Short] = Field(default_factory=list, max_length=100)
    settings: dict[str, Any] = Field(default_factory=dict)


class RatingIn(Body):
    """`PUT /v1/conversations/{id}/packet/rating`: whether the packet was useful, and what it lacked."""

    useful: bool
    lacked: list[Lacked] = Field(default_factory=list, max_length=20)
    note: Annotated[str, StringConstraints(max_length=MOST_NOTE)] | None = None
    version: Annotated[int, Field(ge=1, le=2)] | None = None
