"""An operator as routing sees them, and whether they could take a conversation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from baton.core.ids import OperatorId
from baton.core.policy.queue import NO_NUMBERS
from baton.core.reading.language_tags import primary
from baton.core.routing.need import Need


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """An operator who is here and available, full or not.

    `capacity` and `load` are in points, of which a conversation takes its weight. Who lists no languages or regions is
    taken to serve them all. `idle_since` is when they last had a conversation given or taken away.
    """

    id: OperatorId
    name: str = ""
    skills: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    capacity: int = 4
    load: int = 0
    idle_since: datetime | None = None

    @property
    def room(self) -> int:
        """Points that are free. Never below 0, though taking over may load somebody beyond their capacity."""
        return max(0, self.capacity - self.load)


def could_take(need: Need, operator: Available) -> bool:
    """Whether they could take it with empty hands: skills, language, region, and a weight that they can hold at all."""
    return (
        all(operator.skills.get(skill, 0) >= level for skill, level in need.skills.items())
        and speaks(operator, need.language)
        and (need.region is None or not operator.regions or need.region in operator.regions)
        and need.weight <= operator.capacity
    )


def eligible(need: Need, operator: Available, now: datetime) -> bool:
    """Whether they may be given it now, but for others who come first: fit, with room, and not resting from it.

    `need` is asked as it is; `needs_now` relaxes it.
    """
    return need.weight <= operator.room and could_take(need, operator) and not rests(need, operator.id, now)


def rests(need: Need, operator: OperatorId, now: datetime) -> bool:
    """Whether they declined it, or let its offer expire, too short a while ago to be asked again."""
    refusal = need.refused.get(operator)
    return refusal is not None and now < refusal.rests_until


def speaks(operator: Available, language: str | None) -> bool:
    """Whether they serve the language; its region doesn't matter, so that `de` serves `de-AT`."""
    return language is None or not operator.languages or primary(language) in map(primary, operator.languages)
