"""Whole desks in processes of their own, with and without a model, and people who talk to them over HTTP."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Desk, demo_desk
from scripted_model import ScriptedModel, scripted_model
from serving import Api


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def plain_desk(made_dir: Path, programs_dir: Path | None) -> Iterator[Desk]:
    """A desk whose bot quotes its documents."""
    with demo_desk(made_dir, programs_dir) as opened:
        yield opened


@pytest.fixture(scope="session")
async def model(anyio_backend: str) -> AsyncIterator[ScriptedModel]:
    assert anyio_backend == "asyncio"
    async with scripted_model() as started:
        yield started


@pytest.fixture(scope="session")
def worded_desk(made_dir: Path, programs_dir: Path | None, model: ScriptedModel) -> Iterator[Desk]:
    """A desk whose bot words its answers with the scripted model."""
    with demo_desk(made_dir, programs_dir, BATON_MODEL_URL=model.url, BATON_MODEL_NAME="scripted") as opened:
        yield opened


class Callers:
    """Clients of a desk by their credentials."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._opened: list[Api] = []
        self.admin = self.as_(desk.admin_key)

    def as_(self, secret: str) -> Api:
        self._opened.append(Api(self.desk.url, secret))
        return self._opened[-1]

    async def customer(self, **claims: Any) -> tuple[Api, str]:
        """A new customer in a conversation of their own: (their client, the conversation's path)."""
        made = await self.admin.post("/v1/conversations", {"customer": claims}, expect=201)
        return self.as_(made["customer_token"]), f"/v1/conversations/{made['id']}"

    async def operator(self, name: str) -> Api:
        email = f"{name.lower().replace(' ', '.')}@walks.example"
        body = {"name": name, "email": email, "capacity": 100}
        return self.as_((await self.admin.post("/v1/operators", body, expect=201))["key"])

    async def close(self) -> None:
        for one in self._opened:
            await one.http.aclose()


@pytest.fixture
async def callers(plain_desk: Desk) -> AsyncIterator[Callers]:
    opened = Callers(plain_desk)
    yield opened
    await opened.close()


@pytest.fixture
async def worded(worded_desk: Desk) -> AsyncIterator[Callers]:
    opened = Callers(worded_desk)
    yield opened
    await opened.close()
