"""A policy as a value: thresholds, topics, queues and rules, ready to decide by.

The order of the layers is not the tenant's to change. What a customer asks for comes first; nothing further down
can take back what a layer above has raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from baton.core.freshness import Trust
from baton.core.hours import Hours
from baton.core.ids import QueueId
from baton.core.signals import SignalKind


class Layer(IntEnum):
    """The nine layers, in the order in which they are asked."""

    REQUEST = 1
    STOP = 2
    ATTRIBUTE = 3
    FAILURE = 4
    GROUNDING = 5
    CONFIDENCE = 6
    STUCK = 7
    DISTRESS = 8
    VALUE = 9


LAYER_OF: Mapping[SignalKind, Layer] = {
    SignalKind.ASKS_FOR_PERSON: Layer.REQUEST,
    SignalKind.POLICY_TOPIC: Layer.STOP,
    SignalKind.SENSITIVE_DATA: Layer.STOP,
    SignalKind.CUSTOMER_ATTRIBUTE: Layer.ATTRIBUTE,
    SignalKind.TOOL_FAILED: Layer.FAILURE,
    SignalKind.KNOWLEDGE_FAILED: Layer.FAILURE,
    SignalKind.MODEL_FAILED: Layer.FAILURE,
    SignalKind.CONFLICTING_SOURCES: Layer.GROUNDING,
    SignalKind.NO_SOURCE: Layer.GROUNDING,
    SignalKind.AMBIGUOUS: Layer.GROUNDING,
    SignalKind.LOW_CONFIDENCE: Layer.CONFIDENCE,
    SignalKind.STUCK: Layer.STUCK,
    SignalKind.DISTRESS: Layer.DISTRESS,
    SignalKind.URGENCY: Layer.DISTRESS,
    SignalKind.BUYING_INTENT: Layer.VALUE,
}
"""The layer of each signal that a rule can name. Small talk has none: it asks for nothing."""

COUNTED = frozenset({SignalKind.NO_SOURCE, SignalKind.LOW_CONFIDENCE, SignalKind.STUCK})
"""Signals that are counted from turn to turn, so that a rule may wait for the second time."""


class Action(StrEnum):
    """What a rule does when it fires."""

    HANDOFF = "handoff"
    OFFER = "offer"
    CLARIFY = "clarify"
    ANSWER_AND_OFFER = "answer_and_offer"


class Judging(StrEnum):
    """When a policy topic stops the bot: whenever it comes up, or when more than information is wanted."""

    ALWAYS = "always"
    NEEDS_JUDGEMENT = "needs_judgement"


PRIORITIES: Mapping[str, int] = {"normal": 0, "raised": 1, "high": 2, "urgent": 3}
"""How a policy file names priorities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. It fires when its signal is there, at least so strong, for at least so many turns in a row.

    `topics` narrows it to some topics, attributes or kinds of data (none: all of them). `along_with` asks for a
    second signal beside the first.
    """

    id: str
    when: SignalKind
    then: Action
    topics: tuple[str, ...] = ()
    along_with: SignalKind | None = None
    at_least: float = 0.0
    times: int = 1
    queue: QueueId | None = None
    priority: int = 0

    @property
    def layer(self) -> Layer:
        """The layer that its signal belongs to."""
        return LAYER_OF[self.when]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A policy topic. `phrases` are the tenant's own, as (language, phrase), beside those that Baton knows."""

    key: str
    when: Judging = Judging.NEEDS_JUDGEMENT
    phrases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A fact about customers that rules can name: a tag, or an attribute with a value or a least amount."""

    key: str
    tag: str | None = None
    attribute: str | None = None
    equals: str | bool | float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Where conversations wait. `owner` is the person or team who answers for it; `topics` are sent here."""

    id: QueueId
    name: str
    owner: str
    hours: Hours
    topics: tuple[str, ...] = ()
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Confidence from 0 to 1 that an answer must reach: any answer, and one about a policy topic."""

    answer: float = 0.7
    policy_answer: float = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`clarifications`: questions back in a row before the bot stops asking."""

    clarifications: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """What the bot is called, how it sounds (`plain`, `friendly` or `formal`), and whose it is.

    `answers`: `built_in`, or `outside` where the tenant's own bot answers over the API. Then Baton keeps the stop
    rules and leaves the rest to that bot.
    """

    name: str = "Bot"
    tone: str = "friendly"
    answers: str = "built_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A tenant's whole policy. `version` is given by the store; `reopen` is who gets a resolved one that goes on."""

    version: int
    name: str
    language: str
    queues: tuple[Queue, ...]
    rules: tuple[Rule, ...]
    topics: tuple[Topic, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    limits: Limits = field(default_factory=Limits)
    bot: Bot = field(default_factory=Bot)
    sources: Trust = field(default_factory=Trust)
    reopen: str = "bot"

    @property
    def default_queue(self) -> Queue:
        """The queue of everything that no topic or rule sends elsewhere."""
        return next((queue for queue in self.queues if queue.is_default), self.queues[0])

    def queue(self, queue_id: QueueId | str | None) -> Queue | None:
        """The queue of that id, or None."""
        return next((queue for queue in self.queues if queue.id == queue_id), None)

    def queue_for(self, topic: str | None) -> QueueId:
        """The queue that names the topic, else the default one."""
        return next((queue.id for queue in self.queues if topic in queue.topics), self.default_queue.id)

    def topic(self, key: str | None) -> Topic | None:
        """The topic's entry, or None where the policy leaves it at what Baton knows."""
        return next((topic for topic in self.topics if topic.key == key), None)

    def in_order(self) -> tuple[Rule, ...]:
        """The rules by layer, and within a layer as the file has them."""
        return tuple(sorted(self.rules, key=lambda rule: rule.layer))
