"""One owner at a time, over real HTTP: one winner of ten, and no word of the bot after a person has taken over."""

import asyncio
from typing import Any

import pytest
from scripted_model import Asked, ScriptedModel, good

pytestmark = pytest.mark.anyio

Callers = Any

TRIALS = 100
DRAFT_SECONDS = 0.4


async def test_ten_operators_claim_at_once_and_one_wins_and_nine_are_told_who(callers: Callers) -> None:
    operators = [(name, await callers.operator(name)) for name in (f"Operator {n}" for n in range(10))]

    async def trial() -> None:
        customer, path = await callers.customer()
        await customer.post(f"{path}/handoffs", expect=201)
        answers = await asyncio.gather(*(one.http.post(f"{path}/claim") for _, one in operators))
        won = [name for (name, _), answer in zip(operators, answers, strict=True) if answer.status_code == 200]
        lost = [answer.json() for answer in answers if answer.status_code != 200]
        assert len(won) == 1
        assert [(one["code"], one["by"]) for one in lost] == [("already_claimed", won[0])] * 9
        assert (await callers.admin.get(path))["owner"]["name"] == won[0]

    for _ in range(TRIALS // 5):
        await asyncio.gather(*(trial() for _ in range(5)))


class SlowDrafts:
    """A model that takes its time, says when it was asked for which conversation, and waits for a word to go on."""

    def __init__(self) -> None:
        self.asked: dict[int, asyncio.Event] = {n: asyncio.Event() for n in range(TRIALS)}
        self.may_go: dict[int, asyncio.Event] = {n: asyncio.Event() for n in range(TRIALS)}

    async def __call__(self, asked: Asked) -> bytes:
        n = next(n for n in range(TRIALS) if f"(trial {n})" in asked.question)
        self.asked[n].set()
        await asyncio.gather(asyncio.sleep(DRAFT_SECONDS), self.may_go[n].wait())
        return await good(asked)


async def test_a_draft_that_a_takeover_overtook_is_never_sent(worded: Callers, model: ScriptedModel) -> None:
    dana = await worded.operator("Dana Quick")
    drafts = SlowDrafts()
    model.plays = drafts

    async def trial(n: int) -> None:
        customer, path = await worded.customer()
        await customer.post(f"{path}/messages", {"text": f"How long does delivery take? (trial {n})"}, expect=201)
        await drafts.asked[n].wait()
        await dana.post(f"{path}/takeover", {"reason": "I know this one"}, expect=200)
        drafts.may_go[n].set()
        await happened(worded.admin, path, "answer_discarded")
        kinds = [one["kind"] for one in (await worded.admin.get(f"{path}/trail?limit=200"))["items"]]
        assert kinds.count("answer_discarded") == 1
        assert "answer_sent" not in kinds
        said = await customer.get(f"{path}/messages")
        assert {one["author"]["kind"] for one in said["items"]} == {"customer", "system"}

    async with asyncio.timeout(60):
        for begin in range(0, TRIALS, 50):
            await asyncio.gather(*(trial(n) for n in range(begin, begin + 50)))


async def test_a_takeover_in_the_very_moment_of_the_answer_comes_before_it_or_after_it(
    worded: Callers, model: ScriptedModel
) -> None:
    dana = await worded.operator("Dana Close")
    model.plays = good
    outcomes: list[str] = []

    async def trial(n: int) -> None:
        customer, path = await worded.customer()
        asked = customer.post(f"{path}/messages?wait=10", {"text": "How long does delivery take?"})
        turn = asyncio.ensure_future(asked)
        await happened(worded.admin, path, "message_received")
        await dana.post(f"{path}/takeover")
        await turn
        kinds = [one["kind"] for one in (await worded.admin.get(f"{path}/trail?limit=200"))["items"]]
        assert "taken_over" in kinds
        assert "answer_sent" not in kinds[kinds.index("taken_over") :]
        outcomes.append("first" if "answer_sent" in kinds else "overtaken")

    async with asyncio.timeout(60):
        for _ in range(4):
            await asyncio.gather(*(trial(n) for n in range(10)))
    assert len(outcomes) == 40


async def happened(caller: Any, path: str, kind: str) -> None:
    """Wait until an event of this kind is in the log of a conversation."""
    while not any(one["kind"] == kind for one in (await caller.get(f"{path}/events?limit=200"))["items"]):
        await asyncio.sleep(0.02)
