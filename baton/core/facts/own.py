"""Facts by a tenant's own patterns: contract numbers, plates, names of products."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


class Expression(Protocol):
    """A regular expression that takes time in proportion to its text."""

    def places(self, message: str) -> Iterator[tuple[int, int]]:
        """Where it matches, from and to."""
        ...


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact of the tenant's own: what the team calls it, and the expressions by which it is told."""

    key: str
    name: str
    matches: tuple[Expression, ...]


def own_facts(text: str, own: Sequence[OwnFact]) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of every match that holds more than blanks."""
    for one in own:
        for expression in one.matches:
            for start, end in expression.places(text):
                value = text[start:end]
                lead = len(value) - len(value.lstrip())
                if value.strip():
                    yield one.name, start + lead, start + len(value.rstrip())
