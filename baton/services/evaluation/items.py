"""One line of the file that is evaluated: a message, or a whole conversation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, cast

from baton.core.customer import Customer
from baton.core.ids import CustomerId
from baton.core.messages import MAX_TEXT
from baton.services.evaluation.expected import Expected, read_expected
from baton.services.evaluation.unusable import Unusable

MAX_TURNS = 5_000
"""Turns of one conversation. More is a log, not a conversation."""


class Part(StrEnum):
    """Who took a turn. `OTHER` (a tool, a system) is counted, and decides nothing."""

    CUSTOMER = "customer"
    BOT = "bot"
    OPERATOR = "operator"
    OTHER = "other"


PARTS: Mapping[str, Part] = {
    **{part.value: part for part in Part},
    **dict.fromkeys(("user", "caller", "client", "visitor"), Part.CUSTOMER),
    **dict.fromkeys(("assistant",), Part.BOT),
    **dict.fromkeys(("agent", "human", "staff"), Part.OPERATOR),
    **dict.fromkeys(("tool", "system", "function"), Part.OTHER),
}
"""How files name them."""


@dataclass(frozen=True, slots=True)
class ItemTurn:
    """One turn, its text cut to what the desk takes in one message.

    `intent` is what somebody else's bot calls it, in place of text or beside it. `tools` is what its tools said to it:
    in the customer's turn or after it, in the bot's or a turn of their own.
    """

    by: Part
    text: str = ""
    intent: str = ""
    tools: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line. A single message is a conversation of one turn. `slices` are the fields to group the report by."""

    id: str | int
    line: int
    turns: tuple[ItemTurn, ...]
    is_conversation: bool
    language: str | None
    customer: Customer
    expected: Expected | None
    slices: Mapping[str, str] = field(default_factory=dict[str, str])


def read_item(line: str, *, number: int, by: Sequence[str] = ()) -> Item:
    """Read line `number`. Fields that nobody knows are passed over. Raises Unusable, which says what to mend."""
    values = _object(line)
    language = _text(values.get("lang")) or _text(values.get("language")) or None
    turns = _turns(values)
    id = values.get("id")
    return Item(
        id=id if isinstance(id, str | int) and not isinstance(id, bool) else number,
        line=number,
        turns=turns,
        is_conversation="turns" in values or "events" in values,
        language=language,
        customer=_customer(values.get("customer"), language),
        expected=read_expected(values["expected"]) if values.get("expected") is not None else None,
        slices={name: _shown(values.get(name)) for name in by},
    )


def _object(line: str) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as broken:
        raise Unusable(f"This is not JSON ({_first_line(broken)}). Write one object per line.") from broken
    if not isinstance(values, dict):
        raise Unusable('This is not an object. Write {"id": …, "text": …} or {"id": …, "turns": […]}.')
    return cast(dict[str, Any], values)


def _turns(values: Mapping[str, Any]) -> tuple[ItemTurn, ...]:
    listed = values.get("turns", values.get("events"))
    if listed is None:
        text = values.get("text")
        if not isinstance(text, str):
            raise Unusable('There is neither "text" (a message) nor "turns" (a conversation).')
        return (ItemTurn(Part.CUSTOMER, text[:MAX_TEXT]),)
    if not isinstance(listed, list):
        raise Unusable('"turns" is not a list. Write [{"role": "customer", "text": …}, …].')
    found = cast(list[Any], listed)
    if len(found) > MAX_TURNS:
        raise Unusable(f"The conversation has {len(found):,} turns; the most is {MAX_TURNS:,}. Cut it in pieces.")
    turns = tuple(_turn(at, one) for at, one in enumerate(found))
    if all(turn.by is not Part.CUSTOMER for turn in turns):
        raise Unusable('No turn is the customer\'s. Their turns have "role": "customer".')
    return turns


def _turn(at: int, values: Any) -> ItemTurn:
    if not isinstance(values, dict):
        raise Unusable(f'Turn {at} is not an object. Write {{"role": "customer", "text": …}}.')
    turn = cast(dict[str, Any], values)
    role = turn.get("role")
    by = PARTS.get(role.strip().lower()) if isinstance(role, str) else None
    if by is None:
        raise Unusable(f'Turn {at} has the role {_shown(role)}. The roles are "customer", "bot" and "operator".')
    return ItemTurn(by, _text(turn.get("text"))[:MAX_TEXT], _text(turn.get("intent")), _tools(at, turn.get("tools")))


def _tools(at: int, values: Any) -> dict[str, str]:
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise Unusable(f'"tools" of turn {at} is not an object. Write {{"order_status": "failed"}}.')
    said = cast(dict[str, Any], values)
    return {name: result for name, result in said.items() if isinstance(result, str)}


_KNOWN = {one.name for one in fields(Customer)} - {"id", "since", "attributes", "tags"}


def _customer(values: Any, language: str | None) -> Customer:
    """The customer of a line: known fields by their name, everything else as an attribute of theirs."""
    if values is None:
        return Customer(CustomerId("evaluation"), language=language)
    if not isinstance(values, dict):
        raise Unusable('"customer" is not an object. Write {"tags": ["vip"], "attributes": {"plan": "pro"}}.')
    given = cast(dict[str, Any], values)
    own = given.get("attributes")
    tags = given.get("tags")
    rest = {key: value for key, value in given.items() if key not in _KNOWN | {"id", "since", "attributes", "tags"}}
    return Customer(
        CustomerId(str(given.get("id") or "evaluation")),
        external_id=_text(given.get("external_id")) or None,
        name=_text(given.get("name")) or None,
        email=_text(given.get("email")) or None,
        language=language or _text(given.get("language")) or None,
        attributes=rest | (cast(dict[str, Any], own) if isinstance(own, dict) else {}),
        tags=tuple(tag for tag in cast(list[Any], tags) if isinstance(tag, str)) if isinstance(tags, list) else (),
        verified=given.get("verified") is True,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)[:60]


def _first_line(broken: Exception) -> str:
    return str(broken).splitlines()[0][:120] if str(broken) else type(broken).__name__
