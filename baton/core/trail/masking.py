"""What the log quotes of a conversation: marked when it is written, masked for the team by their queue."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from baton.core.decision import Decision
from baton.core.redaction import find, quoted_from
from baton.core.redaction.reader import Reader
from baton.core.values import altered

View = dict[str, Any]

_WORDS = frozenset(
    {"evidence", "text", "note", "reason", "decided", "promised", "do_not_touch", "open_question", "missing"}
)
"""Fields of an event that hold what somebody wrote, or quote it."""


def with_marks(decision: Decision, text: str) -> Decision:
    """A decision on a message, with what may be masked in the words that it quotes marked by what the message says.

    What the sources were asked is marked in its case too: there it would be read in the log, and come out otherwise
    than the evidence when the decision is taken again.
    """

    quotes = any((decision.evidence, *(one.evidence for one in decision.signals)))
    found = find(text) if quotes else ()
    if not found:
        return decision

    def quoted(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(quoted_from(text, one, found) for one in words)

    signals = tuple(replace(one, evidence=quoted(one.evidence)) for one in decision.signals)
    case = decision.case
    if case is not None and case.found is not None:
        names = ("alternatives", "missing", "nearest", "stale")
        marked = {name: quoted(getattr(case.found, name)) for name in names}
        case = altered(case, found=altered(case.found, **marked))
    return replace(decision, evidence=quoted(decision.evidence), signals=signals, case=case)


def masked_data(data: Mapping[str, Any], reader: Reader) -> View:
    """What an event tells, with what is hidden from its reader masked in the words that it quotes."""
    return {key: (_masked if key in _WORDS else _searched)(value, reader) for key, value in data.items()}


def _searched(value: Any, reader: Reader) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return masked_data(cast("Mapping[str, Any]", value), reader)
    if isinstance(value, list | tuple):
        return [_searched(one, reader) for one in cast("Sequence[Any]", value)]
    return value


def _masked(value: Any, reader: Reader) -> Any:
    """The words of a value, masked: it is a text, or holds texts."""
    if isinstance(value, str):
        return reader.masked(value)
    if isinstance(value, list | tuple):
        return [_masked(one, reader) for one in cast("Sequence[Any]", value)]
    return _searched(value, reader)
