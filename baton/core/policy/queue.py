"""A queue as the policy describes it: whom it serves, who may serve it, when, and what comes if nobody can."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from baton.core.followups.modes import Mode
from baton.core.hours.hours import Hours
from baton.core.ids import QueueId
from baton.core.redaction.kinds import USUAL, Kind

MAX_CREDIT = 3600
"""Seconds by which priority and tier together can put a conversation ahead: it bounds how late anybody is overtaken."""

LEVELS = (1, 5)
"""The least and the highest level of a skill."""

LANGUAGE = "language"
"""What a step of `relax` writes to drop the language; no skill may have this name."""

NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
"""Nothing named, nothing counted."""

TO_QUEUE = "queue:"
"""How a step of the fallback chain begins that leads to another queue."""

USUAL_MODES = (Mode.LIVE, Mode.QUEUED, Mode.TICKET, Mode.EMAIL)
"""Where a queue names none. A callback needs somebody who calls, so it has to be asked for."""


class Assign(StrEnum):
    """How conversations find an operator: taken from the list, or offered to one after the other."""

    PULL = "pull"
    PUSH = "push"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relax:
    """What is asked for no longer after `after_s` seconds of waiting.

    `drop` is a skill, or `language`; `lower` is by how many levels every skill may be less, never below 1.
    """

    after_s: int
    drop: str | None = None
    lower: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """Where a conversation goes that nobody has claimed `after_s` seconds after it joined the queue.

    `to` is `queue:ID`, or one of the modes `ticket`, `callback` and `email`.
    """

    after_s: int
    to: str

    @property
    def queue(self) -> QueueId | None:
        """The queue that it leads to, or None where it leads to a mode."""
        return QueueId(self.to.removeprefix(TO_QUEUE)) if self.to.startswith(TO_QUEUE) else None

    @property
    def mode(self) -> Mode | None:
        """The mode that it leads to, or None where it leads to a queue."""
        return None if self.queue else Mode(self.to)


USUAL_FALLBACK = (Fallback(after_s=1800, to=Mode.TICKET.value),)
"""Where a queue names none: half an hour in a chat window is longer than anybody should be kept without an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Where conversations wait. `owner` is the person or team who answers for it; `topics` are sent here.

    `examples` are messages that belong here, which others like them are told by. `languages`, `tiers` and `region`
    say which customers it serves (empty: all). `skills` are the least levels that an operator needs. `target_s` is
    the seconds within which a person should have replied first, None where nothing is aimed at. `offer_s` is how
    long an offer stands. `fallback` always ends in a mode. `redact` is what its operators
    find masked in packets, snippets and letters. `line` and `column` are its place in the file, 0 where it
    has none.
    """

    id: QueueId
    name: str
    owner: str
    hours: Hours
    topics: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    skills: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS, hash=False)
    tiers: tuple[str, ...] = ()
    region: str | None = None
    target_s: int | None = None
    assign: Assign = Assign.PULL
    offer_s: int = 30
    relax: tuple[Relax, ...] = ()
    modes: tuple[Mode, ...] = USUAL_MODES
    fallback: tuple[Fallback, ...] = USUAL_FALLBACK
    redact: frozenset[Kind] = USUAL
    is_default: bool = False
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    @property
    def is_for_all(self) -> bool:
        """Whether it serves every customer, whatever their language, tier or region."""
        return not self.languages and not self.tiers and self.region is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """What holds for all queues.

    `weights`: how much of an operator's capacity a conversation takes, by channel; 1 where none is named.
    `credits`: seconds by which a priority puts a conversation ahead, `tiers`: those of a customer's tier.
    `grace_s`: seconds that an operator who was lost keeps their conversations.
    """

    weights: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS, hash=False)
    credits: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({"raised": 300, "high": 600, "urgent": 1800}), hash=False
    )
    tiers: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS, hash=False)
    grace_s: int = 60

    def weight(self, channel: str) -> int:
        """How much of an operator's capacity a conversation of that channel takes."""
        return self.weights.get(channel, 1)
