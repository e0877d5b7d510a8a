"""One line of the file that is evaluated: a message, or a whole conversation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, cast

from baton.core.customer import Customer
from baton.core.ids import CustomerId
from baton.core.messages import MAX_TEXT
from baton.services.evaluation.circumstances import (
    NO_CIRCUMSTANCES,
    Circumstances,
    given,
    read_circumstances,
    said_by_tools,
)
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
    in the customer's turn or after it, in the bot's or a turn of their own. `met` are the circumstances.
    """

    by: Part
    text: str = ""
    intent: str = ""
    tools: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    met: Circumstances = NO_CIRCUMSTANCES


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
    told = _told_of(values)
    met = read_circumstances(told, where="the line")
    language = met.situation.language
    turns = _turns(values, told)
    id = values.get("id")
    return Item(
        id=id if isinstance(id, str | int) and not isinstance(id, bool) else number,
        line=number,
        turns=turns,
        is_conversation="turns" in values or "events" in values,
        language=language,
        customer=_customer(values.get("customer"), met),
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


def _told_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the line says of its circumstances, that the customer is verified and speaks a language among it."""
    customer = values.get("customer")
    who = cast(dict[str, Any], customer) if isinstance(customer, dict) else {}
    language = _text(values.get("lang")) or _text(values.get("language")) or _text(who.get("language"))
    known = {"verified": who.get("verified") is True or who.get("authenticated") is True, "language": language or None}
    return known | given(values, where="the line")


def _turns(values: Mapping[str, Any], told: Mapping[str, Any]) -> tuple[ItemTurn, ...]:
    listed = values.get("turns", values.get("events"))
    if listed is None:
        text = values.get("text")
        if text is not None and not isinstance(text, str):
            raise Unusable('"text" is no text. Write it in quotation marks: "text": "Where is my order?".')
        if text is None:
            raise Unusable('There is neither "text" (a message) nor "turns" (a conversation).')
        met = read_circumstances(told, where="the line")
        return (ItemTurn(Part.CUSTOMER, text[:MAX_TEXT], tools=_tools(values, met, where="the line"), met=met),)
    if not isinstance(listed, list):
        raise Unusable('"turns" is not a list. Write [{"role": "customer", "text": …}, …].')
    found = cast(list[Any], listed)
    if len(found) > MAX_TURNS:
        raise Unusable(f"The conversation has {len(found):,} turns; the most is {MAX_TURNS:,}. Cut it in pieces.")
    turns = tuple(_turn(at, one, told) for at, one in enumerate(found))
    if all(turn.by is not Part.CUSTOMER for turn in turns):
        raise Unusable('No turn is the customer\'s. Their turns have "role": "customer".')
    return turns


def _turn(at: int, values: Any, told: Mapping[str, Any]) -> ItemTurn:
    if not isinstance(values, dict):
        raise Unusable(f'Turn {at} is not an object. Write {{"role": "customer", "text": …}}.')
    turn, where = cast(dict[str, Any], values), f"turn {at}"
    role = turn.get("role")
    by = PARTS.get(role.strip().lower()) if isinstance(role, str) else None
    if by is None:
        raise Unusable(f'Turn {at} has the role {_shown(role)}. The roles are "customer", "bot" and "operator".')
    said = {name: value for name, value in told.items() if at == 0 or name != "tools"}
    met = read_circumstances(said | given(turn, where=where), where=where)
    text, intent = _text(turn.get("text"))[:MAX_TEXT], _text(turn.get("intent"))
    return ItemTurn(by, text, intent, _tools(turn, met, where=where), met)


def _tools(values: Mapping[str, Any], met: Circumstances, *, where: str) -> dict[str, str]:
    return {**met.tools, **said_by_tools(values.get("tools"), where=where)}


_KNOWN = {one.name for one in fields(Customer)} - {"id", "since", "attributes", "tags"}


def _customer(values: Any, met: Circumstances) -> Customer:
    """The customer of a line: known fields by their name, everything else as an attribute of theirs."""
    language, is_verified = met.situation.language, met.situation.verified
    if values is None:
        return Customer(CustomerId("evaluation"), language=language, tags=met.tags, verified=is_verified)
    if not isinstance(values, dict):
        raise Unusable('"customer" is not an object. Write {"tags": ["vip"], "attributes": {"plan": "pro"}}.')
    who = cast(dict[str, Any], values)
    own = who.get("attributes")
    tags = who.get("tags")
    own_tags = cast(list[Any], tags) if isinstance(tags, list) else []
    known = _KNOWN | {"id", "since", "attributes", "tags", "authenticated"}
    rest = {key: value for key, value in who.items() if key not in known}
    return Customer(
        CustomerId(str(who.get("id") or "evaluation")),
        external_id=_text(who.get("external_id")) or None,
        name=_text(who.get("name")) or None,
        email=_text(who.get("email")) or None,
        language=language,
        attributes=rest | (cast(dict[str, Any], own) if isinstance(own, dict) else {}),
        tags=(*met.tags, *(tag for tag in own_tags if isinstance(tag, str))),
        verified=is_verified,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)[:60]


def _first_line(broken: Exception) -> str:
    return str(broken).splitlines()[0][:120] if str(broken) else type(broken).__name__
