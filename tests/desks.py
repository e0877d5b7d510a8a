"""One PostgreSQL for the whole run, an empty database for whoever asks, and desks on it.

BATON_TEST_PG picks the PostgreSQL: `embedded` (the default) or `debian`, the newest one on the machine.
"""

import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from fakes import Clock, Sources
from seeds import seed, sown
from serving import company, other_company, second_node, served  # noqa: F401 - fixtures
from stage import Stage, set_up

from baton.app import OpenDesk, open_desk
from baton.db.connection import Database
from baton.db.engine import Cluster, programs, running
from baton.db.ids import Ids
from baton.db.migrate import migrate
from baton.db.store import Store
from baton.live.hub import Hub
from baton.services.desk import Desk
from baton.services.policy.policies import default_source
from baton.services.shelf import Shelf
from baton.settings import LOOPBACK, Settings

MakeDatabase = Callable[..., Awaitable[dict[str, Any]]]


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
def made_dir(programs_dir: Path | None) -> Iterator[Path]:
    """A data directory whose database is made; tests take copies."""
    with seed(programs_dir) as made:
        yield made


@pytest.fixture
def kept_dir(made_dir: Path, data_dir: Path) -> Path:
    """A data directory that has been started before, and holds nothing yet."""
    return sown(made_dir, data_dir)


@pytest.fixture(scope="session")
def cluster(made_dir: Path, programs_dir: Path | None) -> Iterator[Cluster]:
    """A running PostgreSQL, the same for the whole run. It never has to come back, so it never waits for the disk."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as place:
        Path(place).chmod(0o711)
        data = sown(made_dir, Path(place) / "data")
        with (data / "postgresql" / "postgresql.conf").open("a") as conf:
            conf.write("fsync = off\nfull_page_writes = off\n")
        with running(data, say=lambda _: None, programs_dir=programs_dir) as started:
            yield started


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


@pytest.fixture(scope="session")
async def tables(cluster: Cluster) -> dict[str, Any]:
    """A database with the product's tables, shared by the run; each test acts in a tenant of its own."""
    care = await asyncpg.connect(**cluster.superuser)
    await care.execute("CREATE DATABASE baton_empty OWNER baton")
    await migrate(cluster.connection_to("baton_empty"))
    await care.execute("CREATE DATABASE baton_test OWNER baton TEMPLATE baton_empty")
    await care.close()
    return cluster.connection_to("baton_test")


@pytest.fixture(scope="session")
async def store(tables: dict[str, Any]) -> AsyncIterator[Store]:
    """The store on the shared database."""
    database = await Database.open(tables, size=12)
    yield await Store.open(database)
    await database.close()


@pytest.fixture(scope="module")
async def own_store(cluster: Cluster, tables: dict[str, Any]) -> AsyncIterator[Store]:
    """A store that holds nothing but what one file of tests puts there.

    For files that look at every company there is: on the shared database that costs more with each test before them.
    """
    name = f"t_{uuid.uuid4().hex[:12]}"
    care = await asyncpg.connect(**cluster.superuser)
    await care.execute(f'CREATE DATABASE "{name}" OWNER baton TEMPLATE baton_empty')
    database = await Database.open(cluster.connection_to(name), size=12)
    yield await Store.open(database)
    await database.close()
    await care.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await care.close()


@pytest.fixture
async def stage(store: Store) -> Stage:
    """A desk with a tenant of its own, a clock that can be moved, and sources that say what they are told to."""
    clock, sources = Clock(), Sources()
    desk = Desk(
        store=store,
        clock=clock,
        ids=Ids(),
        knowledge=sources,
        live=Hub(),
        policies=Shelf(store.policies, clock, default_source()),
    )
    return await set_up(desk, clock, sources)


@pytest.fixture(scope="session")
async def opened(tables: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[OpenDesk]:
    """The desk as it is run, with real sources, on the shared database; it may read websites of this machine."""
    desk = await open_desk(Settings(data=tmp_path_factory.mktemp("desk"), fetch_inside=LOOPBACK), tables)
    yield desk
    await desk.close()
