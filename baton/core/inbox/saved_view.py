"""A list that somebody keeps under a name, for themselves or for the team."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from baton.core.ids import OperatorId
from baton.core.inbox.listing import NO_FILTERS, Filters

MOST_NAME = 40
"""Characters of a name: it stands beside others in a narrow column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A view with filters and words, under a name. `operator_id` is whose it is alone, None where the team shares it.

    Views stand by `position`, the smallest first, then by name.
    """

    id: str
    name: str
    base: str
    created_at: datetime
    filters: Filters = NO_FILTERS
    find: str = ""
    operator_id: OperatorId | None = None
    position: int = 0
    created_by: str | None = None


def saved_view_view(one: SavedView) -> dict[str, Any]:
    """A saved view as the API shows it."""
    return {
        "id": one.id,
        "name": one.name,
        "view": one.base,
        "filters": one.filters.record(),
        "q": one.find,
        "shared": one.operator_id is None,
        "position": one.position,
        "created_by": one.created_by,
        "created_at": one.created_at,
    }
