"""A conversation as the log has it, with all that is needed to take its decisions again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from baton.core.actors import ActorKind
from baton.core.customer import Customer
from baton.core.ids import ConversationId

UNKNOWN = "unknown"
"""The language of a conversation whose language nobody knows."""


@dataclass(frozen=True, slots=True)
class RecordedMessage:
    """What somebody said. `text` is empty where it wasn't the customer."""

    seq: int
    at: datetime
    by: ActorKind
    text: str


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """A decision of the bot: `data` is that of its event, `asked` the customer's message that it was taken on."""

    at: datetime
    data: Mapping[str, Any]
    asked: RecordedMessage

    @property
    def version(self) -> int:
        """The policy version that it was taken under."""
        return int(self.data["policy_version"])


@dataclass(frozen=True, slots=True)
class RecordedHandoff:
    """A handoff that was opened, by a rule or because somebody asked for it."""

    at: datetime
    reason: str
    rule: str
    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One conversation. `queue` is where it is now, `customer` as they are known now: neither is kept as of then."""

    id: ConversationId
    queue: str | None
    language: str | None
    customer: Customer
    messages: tuple[RecordedMessage, ...]
    decisions: tuple[RecordedDecision, ...]
    handoffs: tuple[RecordedHandoff, ...]

    def handoff_since(self, at: datetime) -> RecordedHandoff | None:
        """The first handoff that was opened at that moment or later."""
        return next((one for one in self.handoffs if one.at >= at), None)
