"""Packets as operators read them: in their language, masked by their queue, revealed with a trace."""

from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from stage import Stage

from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.errors import Forbidden
from baton.core.ids import HandoffId
from baton.core.packet.schema import schema
from baton.services.handoffs.handoff import claim
from baton.services.handoffs.packets import read, reveal
from baton.services.policy.policies import put_in_force

pytestmark = pytest.mark.anyio

POLICY = """
language: nl
queues:
  support:
    owner: A
    default: true
    redact: [health, id]
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
"""
SAID = "Why was order 4521 refused? My passport number is X1234567. I am pregnant."


async def handed_over(stage: Stage, policy: str = POLICY) -> Conversation:
    await put_in_force(stage.desk, stage.admin, policy)
    conversation = await stage.begin(name="Ann")
    await stage.says(conversation, SAID)
    return (await stage.asks(conversation, "I want to talk to a person")).conversation


async def read_by(
    stage: Stage, caller: Caller, conversation: Conversation, languages: str | None = None
) -> dict[str, Any]:
    found = await read(stage.desk, caller, conversation.id, languages=languages)
    assert found is not None
    return found


async def test_each_reads_it_in_their_own_language_and_nobody_in_particular_in_the_teams(stage: Stage) -> None:
    conversation = await handed_over(stage)
    german = await read_by(stage, stage.dana, conversation, "de-DE,de;q=0.9")
    arabic = await read_by(stage, stage.sam, conversation, "ar")
    assert (german["words"]["goal"], german["shown_in"]["direction"]) == ("Anliegen", "ltr")
    assert (arabic["shown_in"]["direction"], arabic["facts"][1]["label"]) == ("rtl", "المرجع")
    assert (await read_by(stage, stage.dana, conversation))["shown_in"]["language"] == "nl"
    assert german["last_message"] == "I want to talk to a person", "the customer's words stay theirs"


async def test_it_keeps_to_the_schema_that_is_served(stage: Stage) -> None:
    view = await read_by(stage, stage.dana, await handed_over(stage))
    told = view | {"frozen_at": view["frozen_at"].isoformat()}
    assert [*Draft202012Validator(schema()).iter_errors(told)] == []


async def test_what_the_queue_may_not_see_is_masked_also_in_the_suggested_reply(stage: Stage) -> None:
    view = await read_by(stage, stage.dana, await handed_over(stage), "en")
    assert "X1234567" not in str(view)
    assert "pregnant" not in str(view)
    assert "[identity number]" in view["suggested_reply"]
    assert view["masked"] == ["health", "id"]
    assert ("order", "4521") in [(one["kind"], one["value"]) for one in view["facts"]]


async def test_another_queue_sees_what_its_own_rule_leaves(stage: Stage) -> None:
    view = await read_by(stage, stage.dana, await handed_over(stage, POLICY.replace("[health, id]", "[card]")), "en")
    assert "X1234567" in str(view)
    assert "pregnant" in str(view)
    assert view["masked"] == []


async def test_who_holds_the_conversation_may_have_it_shown_and_the_trail_keeps_it(stage: Stage) -> None:
    conversation = await handed_over(stage)
    with pytest.raises(Forbidden):
        await reveal(stage.desk, stage.dana, conversation.id)
    await claim(stage.desk, stage.dana, conversation.id)
    shown = await reveal(stage.desk, stage.dana, conversation.id, languages="en")
    assert "X1234567" in str(shown)
    assert shown["masked"] == []
    with pytest.raises(Forbidden):
        await reveal(stage.desk, stage.sam, conversation.id)
    assert "X1234567" in str(await reveal(stage.desk, stage.admin, conversation.id))
    assert (await stage.kinds(conversation)).count("packet_revealed") == 2


async def test_the_join_message_names_no_number_of_a_paper(stage: Stage) -> None:
    conversation = await handed_over(stage)
    await claim(stage.desk, stage.dana, conversation.id)
    assert not any("X1234567" in text for text in (await stage.transcript(conversation))[2:])


async def test_an_earlier_handoff_has_its_own_packet_and_another_conversations_has_none_here(stage: Stage) -> None:
    conversation = await handed_over(stage)
    view = await read_by(stage, stage.dana, conversation)
    other = await stage.waiting()
    which = HandoffId(view["handoff_id"])
    assert await read(stage.desk, stage.dana, conversation.id, handoff=which) == view
    assert await read(stage.desk, stage.dana, other.id, handoff=which) is None


async def test_a_customer_sees_their_part_in_their_language(stage: Stage) -> None:
    conversation = await handed_over(stage)
    theirs = await read(stage.desk, replace(stage.customer(conversation)), conversation.id, languages="de")
    assert theirs is not None
    assert theirs.keys() == {"summary", "facts", "last_message"}
