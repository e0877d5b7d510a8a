"""A packet shows operators what customers may not read, and nobody else gets it."""

from dataclasses import replace
from typing import Any

import pytest
from stage import Stage

from baton.core.actors import Role
from baton.core.answers.grounding import Hit, Passage
from baton.core.audience import SourceAudience
from baton.core.packet.view import for_customer
from baton.services.handoffs.packets import read as packet

pytestmark = pytest.mark.anyio


def procedure(text: str) -> Hit:
    made = Passage("psg_9", "src_1", "doc_1", "Waiving late fees", "", text, audience=SourceAudience.OPERATORS)  # type: ignore[arg-type]
    return Hit(made, 3.0)


async def packet_of(stage: Stage, role: Role) -> dict[str, Any]:
    conversation = await stage.begin()
    await stage.says(conversation, "The late fee was charged although I paid.")
    await stage.asks(conversation, "I want to talk to a person")
    found = await packet(stage.desk, replace(stage.admin, role=role), conversation.id)
    assert found is not None
    return found


async def test_an_operators_packet_has_what_is_for_operators(stage: Stage) -> None:
    stage.sources.hidden = [procedure("Agents waive the late fee once a year.")]
    found = await packet_of(stage, Role.OPERATOR)
    assert found["for_operators"] == [
        {
            "passage_id": "psg_9",
            "title": "Waiving late fees",
            "heading": "",
            "text": "Agents waive the late fee once a year.",
        }
    ]
    assert "waive" not in str(for_customer(found)).casefold()


async def test_an_outside_bot_gets_none_of_it(stage: Stage) -> None:
    stage.sources.hidden = [procedure("Agents waive the late fee once a year.")]
    assert "waive" not in str(await packet_of(stage, Role.BOT)).casefold()


async def test_a_procedure_on_another_matter_is_not_shown(stage: Stage) -> None:
    stage.sources.hidden = [procedure("")]
    stage.sources.hidden = [replace(stage.sources.hidden[0], passage=replace(procedure("x").passage, title="Parking"))]
    assert (await packet_of(stage, Role.OPERATOR))["for_operators"] == []
