"""What a list of conversations shows: one of the views, narrowed by filters and by words that are looked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from baton.core.decision import Reason
from baton.core.errors import Invalid
from baton.core.ids import CustomerId, OperatorId
from baton.core.transitions import State

VIEWS = ("mine", "snoozed", "waiting", "bot", "all")
"""Held by whoever asks, awake or snoozed; waiting for a person; held by the bot and live; everything."""

LIVE = timedelta(days=1)
"""How long after its last message a conversation of the bot counts as live: the customer may still be there."""

MOST_VALUES = 20
"""Values of one filter."""

MOST_LENGTH = 100
"""Characters of a value."""

HIGHEST_PRIORITY = 3

LONGEST_WAIT = 60 * 24 * 365
"""Minutes that `waits` may name: a year."""

ONE_OF = ("queue", "reason", "language", "label", "channel", "tier", "operator", "state", "priority")
"""The filters that name one or several values; the others are `snoozed` and `waits`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a conversation must be to be listed. All filters hold at once; of one filter's values any does.

    `reason` is that of the open handoff, `tier` the customer's attribute of that name, `operator` who holds it.
    `snoozed` lists only what sleeps; `waits` only who has waited for at least so many minutes.
    """

    queue: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    operator: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    snoozed: bool = False
    waits: int | None = None

    def record(self) -> dict[str, Any]:
        """The filters that are set, as they are kept and shown."""
        several: dict[str, tuple[str, ...]] = {name: getattr(self, name) for name in ONE_OF}
        single = {"snoozed": self.snoozed, "waits": self.waits}
        return {name: list(values) for name, values in several.items() if values} | {
            name: value for name, value in single.items() if value
        }


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A list as somebody asks for it at a moment. `find` are words; `customers` asks for theirs alone."""

    at: datetime
    view: str = "all"
    filters: Filters = NO_FILTERS
    find: str | None = None
    customers: tuple[CustomerId, ...] = ()
    operator_id: OperatorId | None = None


def filters_of(given: Mapping[str, Sequence[str]]) -> Filters:
    """The filters that are given by name, each with its values as written. Raises Invalid, saying what is wrong."""
    values = {name: tuple(dict.fromkeys(one for one in given.get(name, ()) if one)) for name in given}
    for name in values:
        if name not in (*ONE_OF, "snoozed", "waits"):
            raise Invalid(f"There is no filter {name}. Use {', '.join((*ONE_OF, 'snoozed'))} or waits.")
    several = {name: _several(name, values[name]) for name in ONE_OF if values.get(name)}
    _check_known("state", several.get("state", ()), (one.value for one in State))
    _check_known("reason", several.get("reason", ()), (one.value for one in Reason))
    _check_known("priority", several.get("priority", ()), map(str, range(HIGHEST_PRIORITY + 1)))
    return Filters(**several, snoozed=_snoozed(values.get("snoozed", ())), waits=_minutes(values.get("waits", ())))


def check_view(view: str) -> str:
    """The view, or Invalid where there is none such."""
    if view not in VIEWS:
        raise Invalid(f"There is no view {view}. Use one of {', '.join(VIEWS)}.")
    return view


def _several(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) > MOST_VALUES:
        raise Invalid(f"The filter {name} has {len(values)} values; {MOST_VALUES} is the most.")
    if any(len(one) > MOST_LENGTH for one in values):
        raise Invalid(f"A value of the filter {name} is longer than {MOST_LENGTH} characters.")
    return values


def _check_known(name: str, values: Iterable[str], known: Iterable[str]) -> None:
    names = tuple(known)
    for one in values:
        if one not in names:
            raise Invalid(f"The filter {name} has no value {one}. Use {', '.join(names[:-1])} or {names[-1]}.")


def _snoozed(values: tuple[str, ...]) -> bool:
    _check_known("snoozed", values, ("true", "false"))
    return values[-1:] == ("true",)


def _minutes(values: tuple[str, ...]) -> int | None:
    if not values:
        return None
    said = values[-1]
    if not (said.isdecimal() and len(said) < 8 and 1 <= int(said) <= LONGEST_WAIT):
        raise Invalid("The filter waits takes whole minutes, from 1 to those of a year.")
    return int(said)
