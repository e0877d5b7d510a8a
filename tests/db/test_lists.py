"""Lists of conversations are in the order of what happened last, and the sweep finds what nobody decided."""

from datetime import timedelta

import pytest
from stage import Stage

pytestmark = pytest.mark.anyio


async def test_the_newest_comes_first_within_and_across_the_spans_that_the_index_knows(stage: Stage):
    written = []
    for minutes in (1, 3, 8, 14, 2, 45, 1):
        stage.clock.advance(minutes=minutes)
        conversation = await stage.begin()
        await stage.says(conversation, "Hello")
        written.append(conversation)
    stage.clock.advance(minutes=4)
    await stage.says(written[2], "Are you there?")
    expected = [written[n].id for n in (2, 6, 5, 4, 3, 1, 0)]
    seen: list[str] = []
    after = None
    while len(seen) < len(expected):
        page = await stage.desk.store.lists.page(
            stage.tenant.id, view="bot", operator_id=None, find=None, customer_id=None, after=after, limit=2
        )
        seen += [conversation.id for conversation, _ in page.items]
        after = page.next
    assert [id for id in seen if id in expected] == expected


async def test_what_is_undecided_is_found_since_a_time_or_ever(stage: Stage):
    old = await stage.begin()
    await stage.says(old, "Hello")
    stage.clock.advance(hours=5)
    fresh = await stage.begin()
    await stage.says(fresh, "Hello")
    stage.clock.advance(minutes=30)
    now, lists = stage.clock(), stage.desk.store.lists

    ever = {id for _, id in await lists.undecided(now, 10_000)}
    lately = {id for _, id in await lists.undecided(now, 10_000, since=now - timedelta(hours=1))}
    assert {old.id, fresh.id} <= ever
    assert fresh.id in lately
    assert old.id not in lately
    assert fresh.id not in {id for _, id in await lists.undecided(now - timedelta(minutes=31), 10_000)}
