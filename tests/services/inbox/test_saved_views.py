"""Saved views are their owner's or the team's, say how many they have, and are refused in words."""

import pytest
from stage import Stage, set_up

from baton.core.errors import Forbidden, Invalid, NotFound
from baton.services.inbox import saved_views
from baton.services.inbox.saved_views import ViewChange

pytestmark = pytest.mark.anyio


async def names(stage: Stage, caller: object) -> list[tuple[str, int]]:
    return [(one.name, count) for one, count in await saved_views.listed(stage.desk, caller)]  # type: ignore[arg-type]


async def test_a_view_is_its_owner_s_until_it_is_shared_and_counts_what_it_has(stage: Stage):
    await stage.waiting(language="fr")
    await stage.waiting(language="de")
    french = ViewChange(name=" French  waits ", base="waiting", filters={"language": ["fr"]})
    kept = await saved_views.save(stage.desk, stage.dana, french)
    assert await names(stage, stage.dana) == [("French waits", 1)]
    assert await names(stage, stage.sam) == []
    with pytest.raises(NotFound):
        await saved_views.change(stage.desk, stage.sam, kept.id, ViewChange(shared=True))
    await saved_views.change(stage.desk, stage.dana, kept.id, ViewChange(shared=True, position=2))
    team = ViewChange(name="All waits", base="waiting", shared=True, position=1)
    await saved_views.save(stage.desk, stage.admin, team)
    assert await names(stage, stage.sam) == [("All waits", 2), ("French waits", 1)]
    other = await set_up(stage.desk, stage.clock, stage.sources)
    assert await names(other, other.dana) == []
    await saved_views.drop(stage.desk, stage.sam, kept.id)
    assert await names(stage, stage.dana) == [("All waits", 2)]


async def test_what_a_view_can_t_be_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    for wrong, says in (
        (ViewChange(name=" "), "needs a name"),
        (ViewChange(name="x" * 41), "needs a name"),
        (ViewChange(name="x", base="nowhere"), "no view nowhere"),
        (ViewChange(name="x", filters={"colour": ["red"]}), "no filter colour"),
    ):
        with pytest.raises(Invalid, match=says):
            await saved_views.save(stage.desk, stage.dana, wrong)
    with pytest.raises(Forbidden):
        await saved_views.save(stage.desk, stage.admin, ViewChange(name="x", shared=False))
    monkeypatch.setattr(saved_views, "MOST", 1)
    await saved_views.save(stage.desk, stage.dana, ViewChange(name="One"))
    await saved_views.save(stage.desk, stage.dana, ViewChange(name="The team's", shared=True))
    with pytest.raises(Invalid, match="You have 1 saved views"):
        await saved_views.save(stage.desk, stage.dana, ViewChange(name="Two"))
