"""The past is replayed portion by portion, and nothing is changed by it."""

from datetime import UTC, timedelta

import pytest
from replays import AT_ONCE, DEFAULT, MONEY_BACK, stretch, talk, tried
from stage import Stage

from baton.core.errors import Forbidden, Invalid
from baton.core.policy.problems import PolicyErrors
from baton.core.replaying.tally import counts_view
from baton.services.policy.replaying import how_many
from baton.services.policy.replaying import replay as replay_policy
from baton.services.ports.replays import Stretch

pytestmark = pytest.mark.anyio


async def test_portions_add_up_to_the_whole(stage: Stage):
    for text in ("Where is the moon?", MONEY_BACK, "hello", "Where is Mars?", "thanks"):
        await talk(stage, text)
    whole = await tried(stage, AT_ONCE)
    first = await tried(stage, AT_ONCE, limit=2)
    parts, tally = [first], first.tally
    while parts[-1].next:
        parts.append(await tried(stage, AT_ONCE, limit=2, after=parts[-1].next))
        tally.add(parts[-1].tally)
    assert len(parts) == 3
    assert counts_view(tally) == counts_view(whole.tally)
    assert [one for part in parts for one in part.differences] == list(whole.differences)
    assert await how_many(stage.desk, stage.admin, stretch(stage)) == 5


async def test_what_began_before_is_left_out(stage: Stage):
    await talk(stage, "Where is the moon?")
    late = Stretch(stage.clock() + timedelta(minutes=1), stage.clock() + timedelta(days=1))
    portion = await replay_policy(stage.desk, stage.admin, AT_ONCE, late, zone=UTC)
    assert (portion.tally.totals["conversations"], await how_many(stage.desk, stage.admin, late)) == (0, 0)


async def test_what_can_not_be_replayed_is_refused(stage: Stage):
    with pytest.raises(PolicyErrors):
        await tried(stage, "policy: [")
    with pytest.raises(Invalid, match="Another bot"):
        await tried(stage, DEFAULT.replace("answers: built_in", "answers: outside"))
    with pytest.raises(Forbidden):
        await replay_policy(stage.desk, stage.dana, DEFAULT, stretch(stage), zone=UTC)


async def test_nothing_is_stored_and_nobody_is_told(stage: Stage):
    conversation = await talk(stage, "Where is the moon?")
    before = await stage.kinds(conversation)
    await tried(stage, AT_ONCE)
    assert await stage.kinds(conversation) == before
