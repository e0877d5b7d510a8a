"""The inbox's lists: a page of one, and the conversations of a page that somebody has let go of."""

from collections.abc import Mapping, Sequence
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.ids import ConversationId, CustomerId
from baton.core.inbox.listing import Wanted, check_view, filters_of
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.records import Page


async def page(
    desk: Desk,
    caller: Caller,
    *,
    view: str = "all",
    filters: Mapping[str, Sequence[str]] | None = None,
    find: str | None = None,
    customers: Sequence[str] = (),
    after: str | None = None,
    limit: int,
) -> tuple[Page, dict[str, int]]:
    """A page of one of the inbox's views, narrowed by filters and words, with the counts of all views."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    wanted = Wanted(
        at=desk.clock(),
        view=check_view(view),
        filters=filters_of(filters or {}),
        find=(find or "").strip() or None,
        customers=tuple(CustomerId(one) for one in customers if one),
        operator_id=caller.actor.operator_id,
    )
    found = await desk.store.lists.page(caller.tenant_id, wanted, after=after, limit=limit)
    return found, await desk.store.lists.counts(caller.tenant_id, wanted.operator_id, wanted.at)


async def some(
    desk: Desk, caller: Caller, ids: Sequence[str]
) -> tuple[Sequence[tuple[Conversation, Customer]], dict[str, int]]:
    """The conversations with these ids that there are, in no order, with the counts of all views."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    found: Sequence[tuple[Any, Any]] = await desk.store.lists.some(caller.tenant_id, [ConversationId(id) for id in ids])
    return found, await desk.store.lists.counts(caller.tenant_id, caller.actor.operator_id, desk.clock())


async def keep_words(desk: Desk) -> int:
    """Keep the words of what was said, so that a search finds them. Returns how many events were read."""
    return await desk.store.lists.keep_words()
