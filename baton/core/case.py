"""Everything that a decision rests on beside the policy: kept with it, so that it can be taken again and checked."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from types import MappingProxyType

from baton.core.answers.grounding import Grounding
from baton.core.signals import Signal
from baton.core.track import FRESH, Track
from baton.core.values import value

NO_TOOLS: Mapping[str, str] = MappingProxyType({})
"""No tool has said anything."""


@value
class Situation:
    """The circumstances of a message. What isn't known here makes no condition true.

    `at`: when it is judged. `channel`: the way it came. `language`: the language it is answered in. `verified`:
    whether a server key vouched for the customer. `tools`: what each tool said last, by the tool's name. `labels`:
    those that the conversation bears.
    """

    at: datetime | None = None
    channel: str | None = None
    language: str | None = None
    verified: bool = False
    tools: Mapping[str, str] = field(default_factory=lambda: NO_TOOLS, hash=False)
    labels: tuple[str, ...] = ()


UNKNOWN = Situation()
"""Nothing is known of the circumstances."""


@value
class Found:
    """What the sources' answer shows to the rules: of the answer itself they need to know nothing.

    `sources` counts the different sources cited. `age_days` is the age of the oldest one, None where unknown;
    `stale` names those past their review. `passages` are the ids cited. `nearest` are the sections that come nearest.
    """

    confidence: float
    has_answer: bool
    alternatives: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    sources: int = 0
    age_days: int | None = None
    stale: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def found_in(grounding: Grounding) -> Found:
    """What the rules need to know of a grounding."""
    return Found(
        grounding.confidence,
        bool(grounding.statements),
        grounding.alternatives,
        grounding.missing,
        tuple(citation.taken for citation in grounding.citations),
        len({citation.source_id for citation in grounding.citations}),
        grounding.age_days,
        grounding.stale,
        grounding.nearest,
    )


@value
class Case:
    """One message as it lies before the rules. `found` is None while nothing has been looked up."""

    signals: tuple[Signal, ...] = ()
    track: Track = FRESH
    situation: Situation = UNKNOWN
    found: Found | None = None
