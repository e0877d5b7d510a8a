"""Dispositions: the words of a company for how a conversation ended, kept in its policy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baton.core.errors import Invalid

MOST_DISPOSITIONS = 50
"""They are chosen from one list, at the end of every conversation."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """One way to end. A retired one is no longer chosen, and keeps its name for the conversations that have it."""

    id: str
    name: str
    retired: bool = False


STANDARD = (
    Disposition("solved", "Solved"),
    Disposition("answered", "Question answered"),
    Disposition("passed_on", "Passed on to another team"),
    Disposition("no_answer", "Customer did not answer"),
    Disposition("duplicate", "Duplicate"),
    Disposition("spam", "Spam"),
)
"""Those of a policy that names none."""


def in_use(all: Iterable[Disposition]) -> tuple[Disposition, ...]:
    """Those that can be given, in the policy's order."""
    return tuple(one for one in all if not one.retired)


def flaw(all: Sequence[Disposition], id: str) -> str | None:
    """Why a conversation can't end with this word, in a sentence that names those that can be given; None if it can."""
    known = ", ".join(one.id for one in in_use(all))
    found = next((one for one in all if one.id == id), None)
    if found is None:
        return f"There is no disposition {id}. Use one of {known}."
    return f"The disposition {id} is retired. Use one of {known}." if found.retired else None


def check(all: Sequence[Disposition], id: str) -> None:
    """Raise Invalid `unknown_disposition`, with the `known` ones, for a word that can't be given."""
    if (said := flaw(all, id)) is not None:
        raise Invalid(said, code="unknown_disposition", known=[one.id for one in in_use(all)])
