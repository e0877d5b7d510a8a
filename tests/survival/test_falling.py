"""What was acknowledged is there, once, whatever happens to the process that acknowledged it."""

import asyncio
from collections import Counter
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.anyio

Callers = Any

CUSTOMERS = 30
ENOUGH = 200
"""Acknowledged messages after which the desk falls."""
QUESTIONS = ("How long does delivery take?", "Can I return a sofa?", "What does the guarantee cover?", "Thank you")


class Crowd:
    """Customers who write without pause, each with their own list of what was acknowledged and what was not."""

    def __init__(self, people: list[tuple[Any, str]]) -> None:
        self.people = people
        self.acknowledged: list[set[str]] = [set() for _ in people]
        self.unsure: list[dict[str, str]] = [{} for _ in people]
        self.enough = asyncio.Event()

    async def write(self) -> None:
        """Until the line breaks for everybody."""
        await asyncio.gather(*(self._write(n) for n in range(len(self.people))))

    async def _write(self, n: int) -> None:
        customer, path = self.people[n]
        for turn in range(100_000):
            said = {"text": f"{QUESTIONS[turn % len(QUESTIONS)]} ({turn})", "client_id": f"{path}.{turn}"}
            try:
                response = await customer.http.post(f"{path}/messages", json=said)
            except httpx2.TransportError:
                self.unsure[n][said["client_id"]] = said["text"]
                return
            if response.status_code != 201:
                assert response.status_code == 503, response.text
                self.unsure[n][said["client_id"]] = said["text"]
                return
            self.acknowledged[n].add(said["client_id"])
            if sum(map(len, self.acknowledged)) >= ENOUGH:
                self.enough.set()

    async def try_again(self) -> None:
        """Send again what nobody acknowledged, with the same `client_id`."""
        for (customer, path), unsure in zip(self.people, self.unsure, strict=True):
            for client_id, text in unsure.items():
                body = {"text": text, "client_id": client_id}
                response = await customer.http.post(f"{path}/messages", json=body)
                assert response.status_code in (200, 201), response.text

    async def stored(self, n: int) -> Counter[str]:
        """How often each of one customer's messages is stored."""
        customer, path = self.people[n]
        return Counter(
            one["client_id"] for one in await everything(customer, path) if one["author"]["kind"] == "customer"
        )


async def everything(caller: Any, path: str) -> list[dict[str, Any]]:
    """Every message of a conversation, page by page."""
    found: list[dict[str, Any]] = []
    after: int | None = 0
    while after is not None:
        page = await caller.get(f"{path}/messages?after={after}&limit=200")
        found += page["items"]
        after = page["next"]
    return found


async def crowd_of(callers: Callers) -> Crowd:
    return Crowd(await asyncio.gather(*(callers.customer() for _ in range(CUSTOMERS))))


@pytest.mark.parametrize("falls", ["the desk", "the desk again", "the desk and its database"])
async def test_after_a_kill_under_load_every_acknowledged_message_is_there_once(callers: Callers, falls: str) -> None:
    crowd = await crowd_of(callers)
    writing = asyncio.ensure_future(crowd.write())
    await crowd.enough.wait()
    callers.desk.falls(with_database="database" in falls)
    await writing
    callers.desk.comes_back()

    for n, acknowledged in enumerate(crowd.acknowledged):
        stored = await crowd.stored(n)
        assert acknowledged <= set(stored)
        assert set(stored) <= acknowledged | set(crowd.unsure[n]), "nothing that nobody sent"
        assert set(stored.values()) <= {1}
    await all_are_answered(callers.admin, crowd)

    await crowd.try_again()
    for n, acknowledged in enumerate(crowd.acknowledged):
        assert await crowd.stored(n) == Counter(acknowledged | set(crowd.unsure[n]))


async def all_are_answered(admin: Any, crowd: Crowd) -> None:
    """Wait until no conversation that the bot has ends with the customer's word."""
    async with asyncio.timeout(30):
        for _, path in crowd.people:
            while await is_owed_an_answer(admin, path):
                await asyncio.sleep(0.05)


async def is_owed_an_answer(admin: Any, path: str) -> bool:
    conversation = await admin.get(path)
    return conversation["state"] == "bot" and conversation["last_author"] == "customer"


async def test_a_stop_under_load_is_clean_and_loses_nothing(callers: Callers) -> None:
    crowd = await crowd_of(callers)
    writing = asyncio.ensure_future(crowd.write())
    await crowd.enough.wait()
    ended = await asyncio.to_thread(callers.desk.is_asked_to_stop)
    await writing
    assert ended == 0, callers.desk.said
    assert "Everything is saved." in callers.desk.said
    assert "Traceback" not in callers.desk.said, callers.desk.said

    callers.desk.comes_back()
    for n, acknowledged in enumerate(crowd.acknowledged):
        stored = await crowd.stored(n)
        assert acknowledged <= set(stored)
        assert set(stored.values()) <= {1}
    await all_are_answered(callers.admin, crowd)
