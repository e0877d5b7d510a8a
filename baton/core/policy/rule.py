"""One rule of a policy, and the layer that its signal puts it in.

The order of the layers is not the tenant's to change. What a customer asks for comes first; nothing further down
can take back what a layer above has raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from baton.core.ids import QueueId
from baton.core.policy.condition import Condition, asks_sources
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
    SignalKind.ATTACHMENT: Layer.STOP,
    SignalKind.WORKFLOW_EXCEPTION: Layer.STOP,
    SignalKind.CUSTOMER_ATTRIBUTE: Layer.ATTRIBUTE,
    SignalKind.TOOL_FAILED: Layer.FAILURE,
    SignalKind.KNOWLEDGE_FAILED: Layer.FAILURE,
    SignalKind.MODEL_FAILED: Layer.FAILURE,
    SignalKind.CONFLICTING_SOURCES: Layer.GROUNDING,
    SignalKind.NO_SOURCE: Layer.GROUNDING,
    SignalKind.AMBIGUOUS: Layer.GROUNDING,
    SignalKind.LOW_CONFIDENCE: Layer.CONFIDENCE,
    SignalKind.STUCK: Layer.STUCK,
    SignalKind.RISK: Layer.STUCK,
    SignalKind.DISTRESS: Layer.DISTRESS,
    SignalKind.URGENCY: Layer.DISTRESS,
    SignalKind.BUYING_INTENT: Layer.VALUE,
}
"""The layer of each signal that a rule can name. Small talk has none, and a tenant's own words have none: they ask for
nothing by themselves."""

COUNTED = frozenset({SignalKind.NO_SOURCE, SignalKind.LOW_CONFIDENCE, SignalKind.STUCK})
"""Signals that are counted from turn to turn, so that a rule may wait for the second time."""


class Action(StrEnum):
    """What a rule does when it fires."""

    HANDOFF = "handoff"
    OFFER = "offer"
    CLARIFY = "clarify"
    ANSWER_AND_OFFER = "answer_and_offer"


PRIORITIES: Mapping[str, int] = {"normal": 0, "raised": 1, "high": 2, "urgent": 3}
"""How a policy file names priorities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. It fires when its signal is there, at least so strong, for at least so many turns in a row.

    `topics` narrows it to some topics, attributes or kinds of data (none: all of them). `along_with` asks for a
    second signal beside the first, `only_if` for a condition. A rule on `workflow_exception` fires by its condition
    alone. `line` and `column` are its place in the file, 0 where it has none.
    """

    id: str
    when: SignalKind
    then: Action
    topics: tuple[str, ...] = ()
    along_with: SignalKind | None = None
    only_if: Condition | None = None
    at_least: float = 0.0
    times: int = 1
    queue: QueueId | None = None
    priority: int = 0
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    @property
    def layer(self) -> Layer:
        """The layer that its signal belongs to. A workflow rule that asks about sources waits for them."""
        is_late = self.when is SignalKind.WORKFLOW_EXCEPTION and asks_sources(self.only_if)
        return Layer.GROUNDING if is_late else LAYER_OF[self.when]
