"""Key-fact recall on real bot conversations, which are not shipped: set BATON_MEASURE to their folder to run it."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders import BOT

from baton.core.actors import Actor, ActorKind
from baton.core.facts import extract
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind

SOURCE = Path(os.environ.get("BATON_MEASURE", "data")) / "01_tau" / "conversations.dev.jsonl"
NUMBERS = ("user_id", "reservation_id", "flight_number", "dob")


def conversations() -> Iterator[dict[str, Any]]:
    with SOURCE.open() as lines:
        yield from map(json.loads, lines)


def transcript(turns: list[dict[str, Any]]) -> tuple[Message, ...]:
    spoken = [turn for turn in turns if turn["role"] != "tool" and turn["text"]]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return tuple(
        Message(
            MessageId(f"m{seq}"),
            Actor(ActorKind.CUSTOMER) if turn["role"] == "user" else BOT,
            MessageKind.TEXT,
            turn["text"],
            at,
            seq=seq,
        )
        for seq, turn in enumerate(spoken, start=1)
    )


@pytest.mark.skipif(not SOURCE.exists(), reason="the measuring data is not here")
def test_at_least_95_of_100_numbers_that_customers_typed_are_found() -> None:
    wanted = found = 0
    for conversation in conversations():
        shown = {fact.value.casefold() for fact in extract(transcript(conversation["turns"]))}
        for kind, values in conversation["key_facts"].items():
            if kind in NUMBERS:
                wanted += len(values)
                found += sum(value.casefold() in shown for value in values)
    assert wanted > 100
    assert found / wanted >= 0.95
