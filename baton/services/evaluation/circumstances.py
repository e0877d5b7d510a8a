"""The circumstances of a line or a turn, so that rules which ask about them fire as they do on the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from baton.core.case import UNKNOWN, Situation
from baton.core.labels import label_name
from baton.services.evaluation.unusable import Unusable

FIELDS = ("at", "channel", "language", "verified", "source_age")
"""What `meta` may say of a message. `lang` is another word for the language, `authenticated` for verified."""

OLDEST = 36_500
"""Days that a source can be old, as in a policy."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How a message came. `source_age` is the age in days of what would be cited, None where the folder tells it.

    `tools` is what the tools of somebody else's bot had said by then, `tags` what the customer is tagged with.
    """

    situation: Situation = UNKNOWN
    source_age: int | None = None
    tools: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    tags: tuple[str, ...] = ()


def given(values: Mapping[str, Any], *, where: str) -> dict[str, Any]:
    """What a line or a turn says of its circumstances. Raises Unusable, which names `where`.

    `meta` goes before what stands beside it, where an `at` that is no moment (seconds of a call) is passed over.
    """
    meta = values.get("meta")
    if meta is not None and not isinstance(meta, dict):
        raise Unusable(f'"meta" of {where} is not an object. Write {{"channel": "email", "verified": true}}.')
    told = cast(dict[str, Any], meta or {})
    told = {name: told[name] for name in (*FIELDS, "tools", "tags", "labels") if told.get(name) is not None} | {
        name: told[other]
        for name, other in (("language", "lang"), ("verified", "authenticated"))
        if told.get(name) is None and told.get(other) is not None
    }
    beside = {"channel": values.get("channel"), "at": values.get("at") if _is_moment(values.get("at")) else None}
    return {name: value for name, value in beside.items() if isinstance(value, str)} | told


def read_circumstances(told: Mapping[str, Any], *, where: str) -> Circumstances:
    """Circumstances from what was `given`. Raises Unusable, which says what to mend."""
    return Circumstances(
        Situation(
            at=_moment(told.get("at"), where),
            channel=_word(told.get("channel"), "channel", where),
            language=_word(told.get("language"), "language", where),
            verified=_is(told.get("verified"), "verified", where),
            labels=tuple(map(label_name, _words(told.get("labels"), "labels", "late-delivery", where))),
        ),
        source_age=_age(told.get("source_age"), where),
        tools=said_by_tools(told.get("tools"), where=where),
        tags=_words(told.get("tags"), "tags", "vip", where),
    )


def said_by_tools(values: Any, *, where: str) -> dict[str, str]:
    """What tools said, by their names; what isn't text is passed over. Raises Unusable."""
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise Unusable(f'"tools" of {where} is not an object. Write {{"order_status": "failed"}}.')
    said = cast(dict[str, Any], values)
    return {name: result for name, result in said.items() if isinstance(result, str)}


def _moment(value: Any, where: str) -> datetime | None:
    """A moment; one that names no time zone is taken to be UTC."""
    if value is None:
        return None
    if not _is_moment(value):
        raise Unusable(f'"at" of {where} is no moment. Write "2026-11-21T21:30:00+01:00".')
    at = datetime.fromisoformat(value)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _is_moment(value: Any) -> bool:
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _word(value: Any, name: str, where: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise Unusable(f'"{name}" of {where} is not a word. Write it in quotation marks.')
    return value


def _is(value: Any, name: str, where: str) -> bool:
    if value is not None and not isinstance(value, bool):
        raise Unusable(f'"{name}" of {where} is neither true nor false.')
    return value is True


def _age(value: Any, where: str) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= OLDEST:
        raise Unusable(f'"source_age" of {where} is no number of days. Write a whole number from 0 to {OLDEST:,}.')
    return value


def _words(values: Any, name: str, such_as: str, where: str) -> tuple[str, ...]:
    if values is None:
        return ()
    if not isinstance(values, list):
        raise Unusable(f'"{name}" of {where} is not a list. Write ["{such_as}"].')
    return tuple(one for one in cast(list[Any], values) if isinstance(one, str))


NO_CIRCUMSTANCES = Circumstances()
"""Nothing is said of the circumstances."""
