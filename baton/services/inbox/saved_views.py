"""Saved views: everybody of the team keeps lists under names, for themselves or for all, and sees how many each has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.core.ids import OperatorId
from baton.core.inbox.listing import Wanted, check_view, filters_of
from baton.core.inbox.saved_view import MOST_NAME, SavedView
from baton.services.access import require, require_operator
from baton.services.desk import Desk

MOST = 30
"""Views of one operator, and of the team: more than anybody looks through."""

MOST_FIND = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewChange:
    """What is to be changed of a saved view; fields that are None stay."""

    name: str | None = None
    base: str | None = None
    filters: Mapping[str, Sequence[str]] | None = None
    find: str | None = None
    shared: bool | None = None
    position: int | None = None


async def listed(desk: Desk, caller: Caller) -> tuple[tuple[SavedView, int], ...]:
    """The team's views and the caller's own, each with how many conversations it has, as far as they are counted."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    mine, now = caller.actor.operator_id, desk.clock()
    views = await desk.store.saved_views.seen_by(caller.tenant_id, mine)
    asked = [
        Wanted(at=now, view=one.base, filters=one.filters, find=one.find or None, operator_id=mine) for one in views
    ]
    counts = [await desk.store.lists.count(caller.tenant_id, wanted) for wanted in asked]
    return tuple(zip(views, counts, strict=True))


async def save(desk: Desk, caller: Caller, change: ViewChange) -> SavedView:
    """Keep a list under a name, for the caller or, if it is `shared`, for the team."""
    require(caller, Role.ADMIN, Role.OPERATOR)
    blank = SavedView(
        id=desk.ids.new("view"), name="", base="all", created_at=desk.clock(), created_by=caller.actor.name
    )
    return await _keep(desk, caller, _changed(caller, blank, replace(change, shared=bool(change.shared))))


async def change(desk: Desk, caller: Caller, id: str, wanted: ViewChange) -> SavedView:
    """Rename a view, share it or keep it to oneself, move it, or have it show something else. Raises NotFound."""
    require(caller, Role.ADMIN, Role.OPERATOR)
    before = await desk.store.saved_views.find(caller.tenant_id, caller.actor.operator_id, id)
    if before is None:
        raise _unknown()
    return await _keep(desk, caller, _changed(caller, before, wanted))


async def drop(desk: Desk, caller: Caller, id: str) -> None:
    """Forget a view. Raises NotFound."""
    require(caller, Role.ADMIN, Role.OPERATOR)
    if not await desk.store.saved_views.drop(caller.tenant_id, caller.actor.operator_id, id):
        raise _unknown()


async def _keep(desk: Desk, caller: Caller, one: SavedView) -> SavedView:
    if not await desk.store.saved_views.keep(caller.tenant_id, one, MOST):
        whose = "You have" if one.operator_id else "The team has"
        raise Invalid(f"{whose} {MOST} saved views. Remove one first.")
    return one


def _changed(caller: Caller, before: SavedView, change: ViewChange) -> SavedView:
    name = before.name if change.name is None else " ".join(change.name.split())
    if not 0 < len(name) <= MOST_NAME:
        raise Invalid(f"A view needs a name of up to {MOST_NAME} characters, such as “Refunds in French”.")
    find = before.find if change.find is None else change.find.strip()
    if len(find) > MOST_FIND:
        raise Invalid(f"The words to look for are longer than {MOST_FIND} characters.")
    return replace(
        before,
        name=name,
        find=find,
        base=before.base if change.base is None else check_view(change.base),
        filters=before.filters if change.filters is None else filters_of(change.filters),
        operator_id=_owner(caller, before, change.shared),
        position=before.position if change.position is None else change.position,
    )


def _owner(caller: Caller, before: SavedView, shared: bool | None) -> OperatorId | None:
    if shared is None:
        return before.operator_id
    return None if shared else require_operator(caller)


def _unknown() -> NotFound:
    return NotFound("There is no such saved view, or it is not yours to see.")
