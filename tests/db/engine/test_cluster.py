import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from baton.db import engine

pytestmark = pytest.mark.anyio


async def query(connection: dict[str, Any], sql: str) -> Any:
    connected = await asyncpg.connect(**connection)
    try:
        return await connected.fetchval(sql)
    finally:
        await connected.close()


@pytest.mark.parametrize(
    "name", ['with a space, "quotes"/überraschung-支持/-dash', "/".join(["long" * 20] * 4)], ids=["odd", "long"]
)
async def test_any_path_holds_a_cluster(data_dir: Path, programs_dir: Path | None, name: str) -> None:
    said: list[str] = []
    cluster = await engine.start(data_dir / name, say=said.append, programs_dir=programs_dir)
    try:
        assert await query(cluster.connection, "SELECT current_user || '@' || current_database()") == "baton@baton"
    finally:
        await cluster.stop()
    assert not Path(cluster.socket_dir, ".s.PGSQL.5432").exists()
    assert any(str(data_dir / name) in line for line in said)


async def test_writes_are_durable_and_what_was_committed_is_there_after_a_restart(
    kept_dir: Path, programs_dir: Path | None
) -> None:
    for expected in (1, 2):
        cluster = await engine.start(kept_dir, say=print, programs_dir=programs_dir)
        await query(cluster.connection, "CREATE TABLE IF NOT EXISTS kept (n int)")
        await query(cluster.connection, "INSERT INTO kept VALUES (1)")
        assert await query(cluster.connection, "SELECT count(*) FROM kept") == expected
        for setting in ("fsync", "full_page_writes", "synchronous_commit", "data_checksums"):
            assert await query(cluster.connection, f"SHOW {setting}") == "on"
        await cluster.stop()


async def test_baton_is_an_ordinary_role_whom_row_security_holds(cluster: engine.Cluster) -> None:
    sql = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert await query(cluster.connection, sql) is False


async def test_text_is_unicode_sorted_by_code_point(cluster: engine.Cluster) -> None:
    assert await query(cluster.connection, "SELECT lower('ÀÉÎ') || (U&'\\00e9' > 'z')::text") == "àéîtrue"


async def test_the_server_listens_on_no_network_address(cluster: engine.Cluster) -> None:
    assert await query(cluster.connection, "SHOW listen_addresses") == ""
    assert Path(cluster.socket_dir).stat().st_mode & 0o077 == 0


async def test_a_second_start_is_told_who_runs_and_where(kept_dir: Path, programs_dir: Path | None) -> None:
    first = await engine.start(kept_dir, say=print, programs_dir=programs_dir)
    first.announce("http://127.0.0.1:1234")
    try:
        with pytest.raises(engine.AlreadyRunning, match=r"http://127\.0\.0\.1:1234"):
            await engine.start(kept_dir, say=print, programs_dir=programs_dir)
        assert await query(first.connection, "SELECT 1") == 1
    finally:
        await first.stop()


async def test_a_borrowed_cluster_outlives_its_borrower(kept_dir: Path, programs_dir: Path | None) -> None:
    first = await engine.start(kept_dir, say=print, programs_dir=programs_dir)
    try:
        borrowed = await engine.start_or_borrow(kept_dir, say=print, programs_dir=programs_dir)
        await borrowed.stop()
        assert await query(borrowed.connection, "SELECT 1") == 1
    finally:
        await first.stop()


async def test_a_cancelled_start_leaves_nothing_running(
    data_dir: Path, programs_dir: Path | None, until: Callable[[Callable[[], object]], None]
) -> None:
    beginning = asyncio.create_task(engine.start(data_dir, say=print, programs_dir=programs_dir))
    await asyncio.to_thread(until, lambda: list(data_dir.glob("postgresql.making-*")))
    beginning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await beginning
    assert engine.holder(data_dir) is None
    assert not (data_dir / "postgresql" / "postmaster.pid").exists()


async def test_a_cluster_of_another_major_is_left_alone_and_the_way_on_is_named(
    kept_dir: Path, programs_dir: Path | None
) -> None:
    version = kept_dir / "postgresql" / "PG_VERSION"
    version.write_text("12\n")
    with pytest.raises(engine.EngineError, match=r"made by PostgreSQL 12.*Upgrading PostgreSQL"):
        await engine.start(kept_dir, say=print, programs_dir=programs_dir)
    assert engine.holder(kept_dir) is None
