"""What customers had to say again after a person took over, over the handoffs of a period."""

import pytest
from stage import Stage

from baton.core.actors import ActorKind
from baton.core.errors import Forbidden
from baton.services.conversations.replies import reply
from baton.services.handoffs.handoff import claim
from baton.services.journeys.restating import retold, totals

pytestmark = pytest.mark.anyio


async def test_a_question_for_what_was_written_and_a_repetition_are_counted_by_queue(stage: Stage) -> None:
    asked = await stage.begin()
    await stage.says(asked, "My order 58812 came without the shade")
    taken = (await stage.asks(asked, "I want to talk to a person")).conversation
    stage.clock.advance(seconds=60)
    claimed = await claim(stage.desk, stage.dana, taken.id)
    stage.clock.advance(seconds=5)
    await reply(stage.desk, stage.dana, taken.id, text="What is your order number?", version=claimed.version)
    stage.clock.advance(seconds=5)
    await stage.says(taken, "It is order 58812")
    fine = await stage.waiting()
    await claim(stage.desk, stage.sam, fine.id)
    report = await retold(stage.desk, stage.admin, days=7)
    assert len(report.items) == 2
    assert (report.counted(ActorKind.OPERATOR), report.counted(ActorKind.CUSTOMER)) == (1, 1)
    assert dict(report.kinds) == {"order": 2}
    assert report.of_queue("nowhere").items == ()
    counted = await totals(stage.desk)
    queue = report.items[0].taken.queue
    for what, least in (("handoffs", 2), ("asked_again", 1), ("told_again", 1)):
        assert counted[queue, what] >= least, "other companies have a queue of that name too"


async def test_what_was_taken_before_the_period_and_what_still_waits_are_not_looked_at(stage: Stage) -> None:
    old = await stage.waiting()
    await claim(stage.desk, stage.dana, old.id)
    stage.clock.advance(seconds=8 * 86_400)
    await stage.waiting()
    assert (await retold(stage.desk, stage.admin, days=7)).items == ()


async def test_customers_are_told_nothing_of_it(stage: Stage) -> None:
    conversation = await stage.waiting()
    with pytest.raises(Forbidden):
        await retold(stage.desk, stage.customer(conversation), days=7)
