"""A reply that is sent again, when its answer was lost."""

import pytest
from stage import Stage

from baton.core.errors import Conflict
from baton.services.conversations.replies import reply
from baton.services.handoffs.handoff import claim
from baton.services.handoffs.opening import barge_in

pytestmark = pytest.mark.anyio


async def test_a_reply_sent_again_after_somebody_took_over_is_the_one_that_was_stored(stage: Stage):
    conversation = await stage.waiting()
    held = await claim(stage.desk, stage.dana, conversation.id)
    sent = {"text": "I am looking into it.", "version": held.version, "client_id": "c1"}
    first, _ = await reply(stage.desk, stage.dana, conversation.id, **sent)
    await barge_in(stage.desk, stage.sam, conversation.id, reason="I know this one")
    again, _ = await reply(stage.desk, stage.dana, conversation.id, **sent)
    assert again.id == first.id
    assert (await stage.transcript(conversation)).count("I am looking into it.") == 1


async def test_a_reply_that_never_was_stored_is_refused_after_somebody_took_over(stage: Stage):
    conversation = await stage.waiting()
    held = await claim(stage.desk, stage.dana, conversation.id)
    await barge_in(stage.desk, stage.sam, conversation.id, reason="I know this one")
    with pytest.raises(Conflict) as refused:
        await reply(stage.desk, stage.dana, conversation.id, text="Too late.", version=held.version, client_id="c2")
    assert refused.value.code in ("not_owner", "stale_version")
