"""What somebody who knows better expects of a line, in the forms in which people write it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from baton.core.decision import DecisionKind, Reason
from baton.services.evaluation.unusable import Unusable

_KINDS = frozenset(kind.value for kind in DecisionKind)
_REASONS = frozenset(reason.value for reason in Reason)
_BOT_KEEPS_IT = ("no_handoff", "bot", "keep", "none")
_KNOWN = ("decision", "handoff", "reason", "rule", "topic", "queue", "asks_for_person", "in_scope", "by_turn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is expected; what is None is not looked at. Of several decisions, reasons or queues any one will do.

    `handoff` says whether a person is needed at all, `by_turn` at which turn's index at the latest.
    """

    decisions: tuple[str, ...] = ()
    handoff: bool | None = None
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    asks_for_person: bool | None = None
    in_scope: bool | None = None
    by_turn: int | None = None

    @property
    def label(self) -> str:
        """It in a word or two, for tables."""
        if self.reasons and self.handoff is not False:
            return f"handoff: {' or '.join(self.reasons)}"
        if self.decisions:
            return " or ".join(self.decisions)
        return {True: "handoff", False: "no handoff", None: "-"}[self.handoff]


def read_expected(value: Any) -> Expected:
    """Read `"handoff"`, `"customer_request"`, `true`, or an object of fields. Raises Unusable for anything else."""
    if isinstance(value, bool):
        return Expected(handoff=value)
    if isinstance(value, str):
        return _by_word(value)
    if isinstance(value, Mapping):
        return _by_fields(cast(Mapping[str, Any], value))
    raise Unusable('"expected" must be a word such as "handoff", true or false, or an object of fields.')


def _by_word(word: str) -> Expected:
    plain = word.strip().lower()
    if plain in _KINDS:
        return Expected(decisions=(plain,), handoff=plain == "handoff")
    if plain in _BOT_KEEPS_IT:
        return Expected(handoff=False)
    if plain in _REASONS:
        return Expected(decisions=("handoff",), handoff=True, reasons=(plain,))
    raise Unusable(f'"{word}" is no decision (answer, clarify, offer, handoff), and no reason that Baton knows.')


def _by_fields(values: Mapping[str, Any]) -> Expected:
    if not any(key in values for key in _KNOWN):
        raise Unusable(f'"expected" has none of the fields {", ".join(_KNOWN)}.')
    decisions = _words(values, "decision")
    for word in decisions:
        if word not in _KINDS:
            raise Unusable(f'The expected decision "{word}" is none of {", ".join(sorted(_KINDS))}.')
    by_turn = values.get("by_turn")
    if by_turn is not None and (isinstance(by_turn, bool) or not isinstance(by_turn, int) or by_turn < 0):
        raise Unusable('"by_turn" must be the index of a turn, from 0.')
    return Expected(
        decisions=decisions,
        handoff=_handoff(values, decisions, by_turn),
        reasons=_words(values, "reason"),
        rules=_words(values, "rule"),
        topics=_words(values, "topic"),
        queues=_words(values, "queue"),
        asks_for_person=_flag(values, "asks_for_person"),
        in_scope=_flag(values, "in_scope"),
        by_turn=by_turn,
    )


def _handoff(values: Mapping[str, Any], decisions: tuple[str, ...], by_turn: int | None) -> bool | None:
    said = _flag(values, "handoff")
    if said is not None or by_turn is not None:
        return said if said is not None else True
    if not decisions:
        return None
    # "answer or handoff" leaves it open.
    return None if "handoff" in decisions and len(decisions) > 1 else "handoff" in decisions


def _words(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = values.get(key)
    if value is None:
        return ()
    found = cast(list[Any], value) if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in found):
        raise Unusable(f'The expected "{key}" must be a word, or a list of words.')
    return tuple(one.strip() for one in found)


def _flag(values: Mapping[str, Any], key: str) -> bool | None:
    value = values.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise Unusable(f'The expected "{key}" must be true or false.')
