"""Which conversations a list shows, as conditions of a query, and in which order it shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from baton.core.ids import TenantId
from baton.core.inbox.listing import LIVE, Filters, Wanted
from baton.core.triggers.risk import TROUBLED
from baton.db.rows import ASLEEP, WAITS_HERE

UPDATED_IN = "date_bin('10 minutes', {}, timestamptz '2000-01-01 00:00:00+00')"
"""How the column `updated_in` is made. It leads the order so that its index serves; the order is `updated_at`'s."""

_TROUBLED = f"(coalesce((c.track ->> 'risk')::float8, 0) >= {TROUBLED})"

_AMONG = {
    "queue": "c.queue = ANY({})",
    "language": "c.language = ANY({})",
    "channel": "c.channel = ANY({})",
    "operator": "c.owner_id = ANY({})",
    "state": "c.state = ANY({})",
    "priority": "c.priority = ANY({}::text[]::int[])",
    "label": "c.labels && {}::text[]",
    "reason": """EXISTS (SELECT 1 FROM handoffs h WHERE h.tenant_id = c.tenant_id AND h.conversation_id = c.id
        AND h.closed_at IS NULL AND h.reason = ANY({}))""",
    "tier": """EXISTS (SELECT 1 FROM customers u WHERE u.tenant_id = c.tenant_id AND u.id = c.customer_id
        AND u.attributes ->> 'tier' = ANY({}))""",
}


@dataclass(frozen=True, slots=True)
class Order:
    """An order: its keys, with the columns that a cursor keeps of the last row and how to say what comes after it."""

    by: str
    keys: tuple[str, ...]
    beyond: str
    cursor: Any


_NEWEST_FIRST = Order(
    "c.updated_in DESC, c.updated_at DESC, c.id DESC",
    ("updated_at", "id"),
    f"(c.updated_in, c.updated_at, c.id) < ({UPDATED_IN.format('{0}::timestamptz')}, {{0}}::timestamptz, {{1}})",
    tuple[datetime, str],
)
_SERVED_FIRST = Order(
    "c.ranks_at, c.id", ("ranks_at", "id"), "(c.ranks_at, c.id) > ({0}::timestamptz, {1})", tuple[datetime, str]
)
_TROUBLE_FIRST = Order(
    f"{_TROUBLED} DESC, c.updated_at DESC, c.id DESC",
    ("troubled", "updated_at", "id"),
    f"({_TROUBLED}, c.updated_at, c.id) < ({{0}}::boolean, {{1}}::timestamptz, {{2}})",
    tuple[bool, datetime, str],
)

ORDERS = {
    "all": _NEWEST_FIRST,
    "mine": _NEWEST_FIRST,
    "snoozed": _NEWEST_FIRST,
    "waiting": _SERVED_FIRST,
    "bot": _TROUBLE_FIRST,
}


class Arguments:
    """The arguments of a query that is being put together."""

    def __init__(self, *given: Any) -> None:
        self.values = list(given)

    def place(self, value: Any) -> str:
        """Take one more, and say how the query names it."""
        self.values.append(value)
        return f"${len(self.values)}"


def conditions(tenant_id: TenantId, wanted: Wanted, arguments: Arguments) -> str:
    """The condition on `conversations c` for a list: its tenant, its view and its filters, but not its words."""
    parts = [f"c.tenant_id = {arguments.place(tenant_id)}", _of_view(wanted, arguments)]
    parts += _of_filters(wanted.filters, wanted.at, arguments)
    if wanted.customers:
        parts.append(f"c.customer_id = ANY({arguments.place(list(wanted.customers))})")
    return " AND ".join(parts)


def troubled() -> str:
    """The column of a list that says whether a conversation goes badly."""
    return f"{_TROUBLED} AS troubled"


def _of_view(wanted: Wanted, arguments: Arguments) -> str:
    if wanted.view == "mine":
        return f"c.state = 'human' AND c.owner_id = {arguments.place(wanted.operator_id)} AND {ASLEEP} IS NOT TRUE"
    if wanted.view == "snoozed":
        return f"c.state = 'human' AND c.owner_id = {arguments.place(wanted.operator_id)} AND {ASLEEP}"
    if wanted.view == "waiting":
        return f"c.state = 'queued' AND c.{WAITS_HERE}"
    if wanted.view == "bot":
        return live(arguments.place(wanted.at - LIVE))
    return "true"


def live(since: str) -> str:
    """The condition that the bot has a conversation in which something was said `since` then, to ten minutes."""
    return f"c.state = 'bot' AND c.asked_seq > 0 AND c.updated_in >= {UPDATED_IN.format(f'{since}::timestamptz')}"


def _of_filters(filters: Filters, at: datetime, arguments: Arguments) -> Iterator[str]:
    for name, says in _AMONG.items():
        if values := getattr(filters, name):
            yield says.format(arguments.place(list(values)))
    if filters.snoozed:
        yield ASLEEP
    if filters.waits is not None:
        yield (
            f"c.state = 'queued' AND c.waiting_since <= {arguments.place(at)}::timestamptz"
            f" - {arguments.place(filters.waits)} * interval '1 minute'"
        )
