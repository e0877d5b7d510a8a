"""Saved views: lists that an operator or the team keeps under a name."""

from typing import Annotated, Any

from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.inbox.saved_view import SavedView, saved_view_view
from baton.services.inbox import saved_views
from baton.services.inbox.saved_views import ViewChange

Values = dict[Annotated[str, Field(max_length=40)], list[str] | bool | int]


class ViewIn(Body):
    """`POST /v1/views`, and `PATCH /v1/views/{id}` with what is to change."""

    name: str | None = Field(None, max_length=200)
    view: str | None = None
    filters: Values | None = None
    q: str | None = Field(None, max_length=400)
    shared: bool | None = None
    position: int | None = Field(None, ge=0, le=10_000)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """The team's views and your own, in their order, each with how many conversations it has, counted up to 1,000."""
    found = await saved_views.listed(desk, caller)
    return Json({"items": [saved_view_view(one) | {"count": count} for one, count in found], "next": None})


async def create(body: ViewIn, caller: Calling, desk: OurDesk) -> Json:
    """Keep a list under a name, for yourself or, with `shared`, for the team."""
    return _answer(await saved_views.save(desk, caller, _change(body)), 201)


async def change(id: str, body: ViewIn, caller: Calling, desk: OurDesk) -> Json:
    """Change a view: its name, what it shows, whose it is, its place."""
    return _answer(await saved_views.change(desk, caller, id, _change(body)), 200)


async def remove(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a view."""
    await saved_views.drop(desk, caller, id)
    return Json({"id": id})


def _answer(one: SavedView, status: int) -> Json:
    return Json({"view": saved_view_view(one)}, status_code=status)


def _change(body: ViewIn) -> ViewChange:
    filters = None if body.filters is None else {name: _values(given) for name, given in body.filters.items()}
    return ViewChange(
        name=body.name, base=body.view, filters=filters, find=body.q, shared=body.shared, position=body.position
    )


def _values(given: Any) -> list[str]:
    """A filter's values as an address has them."""
    if isinstance(given, bool):
        return [str(given).lower()]
    return given if isinstance(given, list) else [str(given)]
