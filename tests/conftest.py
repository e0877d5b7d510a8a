"""What tests share: one PostgreSQL for the whole run, and an empty database for whoever asks.

BATON_TEST_PG picks the PostgreSQL: `embedded` (the default) or `debian`, the newest one on the machine.
"""

import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from baton.db.engine import Cluster, programs, running

MakeDatabase = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def programs_dir() -> Path | None:
    """Where the PostgreSQL programs are that this run tests with; None means the embedded ones."""
    if os.environ.get("BATON_TEST_PG", "embedded") == "embedded":
        return None
    found = next(programs.installed(), None)
    assert found, "BATON_TEST_PG=debian needs a PostgreSQL 15 or newer on this machine"
    return found.directory


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A directory that does not exist yet, in a place that every account may pass through."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as place:
        Path(place).chmod(0o711)
        yield Path(place) / "data"


@pytest.fixture(scope="session")
def cluster(programs_dir: Path | None) -> Iterator[Cluster]:
    """A running PostgreSQL, the same for the whole test run."""
    place = Path(tempfile.mkdtemp(prefix="baton-test-"))
    place.chmod(0o711)
    with running(place / "data", say=lambda _: None, programs_dir=programs_dir) as started:
        yield started
    shutil.rmtree(place)


@pytest.fixture
async def make_database(cluster: Cluster) -> AsyncIterator[MakeDatabase]:
    """Makes databases, empty or from a template, that are gone after the test; returns asyncpg arguments."""
    made: list[str] = []
    care = await asyncpg.connect(**cluster.superuser)

    async def make(template: str = "template1") -> dict[str, Any]:
        name = f"t_{uuid.uuid4().hex[:12]}"
        await care.execute(f'CREATE DATABASE "{name}" OWNER baton TEMPLATE "{template}"')
        made.append(name)
        return cluster.connection_to(name)

    yield make
    for name in made:
        await care.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await care.close()
