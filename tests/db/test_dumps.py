"""A desk in one file, and back: whole, or nothing is changed."""

import stat
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from desks import MakeDatabase

from baton.core.errors import Invalid
from baton.db import dumps
from baton.db.dumps import DumpFailed, Place
from baton.db.engine import Cluster
from baton.db.engine.making import SUPERUSER, environment
from baton.db.engine.programs import Programs, clients, embedded
from baton.db.migrate import migrate

pytestmark = pytest.mark.anyio

QUAY = "INSERT INTO tenants (id, name, widget_token, created_at) VALUES ('tnt_quay', 'Quay', 'wgt', now())"


def place_of(connection: dict[str, Any], **other: str) -> Place:
    at = connection | other
    address = f"host='{at['host']}' port={at['port']} user={at['user']} dbname={at['database']}"
    return Place(at, address, environment())


@pytest.fixture
async def major(cluster: Cluster) -> int:
    return (await dumps.standing(place_of(cluster.superuser))).major


@pytest.fixture
def programs(major: int, programs_dir: Path | None) -> Programs:
    return clients(major, programs_dir)


@pytest.fixture
async def desk(make_database: MakeDatabase) -> dict[str, Any]:
    """A database with a company, made in another cluster."""
    connection = await make_database()
    await migrate(connection)
    await alter(connection, QUAY)
    await alter(connection, "UPDATE install SET cluster_id = 'elsewhere'")
    return connection


@pytest.fixture
async def file(desk: dict[str, Any], programs: Programs, tmp_path: Path) -> Path:
    await dumps.write(place_of(desk, user=SUPERUSER), programs, tmp_path / "desk.dump")
    return tmp_path / "desk.dump"


async def alter(connection: dict[str, Any], statement: str) -> None:
    care = await asyncpg.connect(**connection | {"user": SUPERUSER})
    await care.execute(statement)
    await care.close()


async def contents(connection: dict[str, Any]) -> dict[str, str]:
    """A fingerprint of each table's rows, as somebody sees them whom no wall holds back."""
    care = await asyncpg.connect(**connection | {"user": SUPERUSER})
    try:
        names = await care.fetch("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
        hashed = "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM {} t"
        return {row["name"]: await care.fetchval(hashed.format(row["name"])) for row in names}
    finally:
        await care.close()


async def test_what_was_dumped_comes_back_row_by_row_and_behind_its_wall(
    desk: dict[str, Any], file: Path, programs: Programs, major: int, make_database: MakeDatabase
) -> None:
    other = await make_database()
    await dumps.restore(place_of(other), programs, file, major=major)
    assert await contents(other) == await contents(desk)
    bound = await asyncpg.connect(**other)
    assert await bound.fetchval("SELECT count(*) FROM tenants") in (0, 1)
    assert await bound.fetchval("SELECT bool_and(relforcerowsecurity) FROM pg_class WHERE relname = 'conversations'")
    await bound.close()
    await migrate(other)
    assert await epoch(other) == await epoch(desk) + 1, "transaction numbers of another cluster begin anew"


async def epoch(connection: dict[str, Any]) -> int:
    care = await asyncpg.connect(**connection | {"user": SUPERUSER})
    try:
        return await care.fetchval("SELECT epoch FROM install")
    finally:
        await care.close()


async def test_newer_programs_can_do_it_too(
    desk: dict[str, Any], tmp_path: Path, major: int, make_database: MakeDatabase
) -> None:
    newer = embedded()
    assert newer
    await dumps.write(place_of(desk, user=SUPERUSER), newer, tmp_path / "newer.dump")
    other = await make_database()
    await dumps.restore(place_of(other), newer, tmp_path / "newer.dump", major=major)
    assert await contents(other) == await contents(desk)


async def test_a_dump_says_what_is_in_it_and_only_we_may_read_it(
    desk: dict[str, Any], programs: Programs, tmp_path: Path
) -> None:
    written = await dumps.write(place_of(desk, user=SUPERUSER), programs, tmp_path / "desk.dump")
    assert (written.companies, written.conversations) == (1, 0)
    assert written.bytes == (tmp_path / "desk.dump").stat().st_size
    assert stat.S_IMODE((tmp_path / "desk.dump").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["desk.dump"]


async def test_a_restore_puts_all_of_it_in_the_place_of_what_was_there(
    desk: dict[str, Any], file: Path, programs: Programs, major: int
) -> None:
    before = await contents(desk)
    await alter(desk, "CREATE TABLE unknown_to_the_dump (id int)")
    await alter(desk, "INSERT INTO tenants (id, name, widget_token, created_at) VALUES ('tnt_b', 'B', 'wgt_b', now())")
    await dumps.restore(place_of(desk), programs, file, major=major)
    assert await contents(desk) == before


async def test_a_file_that_ends_too_soon_changes_nothing(
    desk: dict[str, Any], file: Path, programs: Programs, major: int
) -> None:
    before = await contents(desk)
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * 0.8)])
    with pytest.raises(DumpFailed, match=r"nothing was changed.*end of file"):
        await dumps.restore(place_of(desk), programs, file, major=major)
    assert await contents(desk) == before


async def test_what_the_server_refuses_near_the_end_is_quoted_and_changes_nothing(
    desk: dict[str, Any], programs: Programs, tmp_path: Path, major: int
) -> None:
    await alter(desk, "CREATE ROLE a_passing_guest; CREATE POLICY guests ON tenants TO a_passing_guest")
    await dumps.write(place_of(desk, user=SUPERUSER), programs, tmp_path / "guest.dump")
    await alter(desk, "DROP POLICY guests ON tenants; DROP ROLE a_passing_guest; UPDATE tenants SET name = 'Renamed'")
    before = await contents(desk)
    with pytest.raises(DumpFailed, match=r'nothing was changed.*role "a_passing_guest" does not exist'):
        await dumps.restore(place_of(desk), programs, tmp_path / "guest.dump", major=major)
    assert await contents(desk) == before


async def test_a_login_that_the_wall_holds_back_is_told_so_and_leaves_no_file(
    desk: dict[str, Any], programs: Programs, tmp_path: Path
) -> None:
    with pytest.raises(DumpFailed, match=r"held back by the wall.*BYPASSRLS"):
        await dumps.write(place_of(desk), programs, tmp_path / "desk.dump")
    assert list(tmp_path.iterdir()) == []


async def test_a_place_where_nobody_may_write_is_named(
    desk: dict[str, Any], programs: Programs, tmp_path: Path
) -> None:
    with pytest.raises(DumpFailed, match=r"nowhere/desk\.dump can't be written: No such file"):
        await dumps.write(place_of(desk, user=SUPERUSER), programs, tmp_path / "nowhere" / "desk.dump")


async def test_other_files_are_refused_before_anything_happens(
    desk: dict[str, Any], programs: Programs, tmp_path: Path, make_database: MakeDatabase
) -> None:
    (tmp_path / "notes.txt").write_text("no dump at all")
    with pytest.raises(Invalid, match="not a backup that `baton backup` made"):
        await dumps.check(tmp_path / "notes.txt", programs)
    other = await make_database()
    await alter(other, "CREATE TABLE tenants (id int); CREATE TABLE conversations (id int)")
    await dumps.write(place_of(other, user=SUPERUSER), programs, tmp_path / "other.dump")
    with pytest.raises(Invalid, match="no desk is in it"):
        await dumps.check(tmp_path / "other.dump", programs)
    await alter(desk, "INSERT INTO migrations (name, digest) VALUES ('9999_later.sql', '')")
    await dumps.write(place_of(desk, user=SUPERUSER), programs, tmp_path / "later.dump")
    with pytest.raises(DumpFailed, match="made by a newer Baton"):
        await dumps.check(tmp_path / "later.dump", programs)


async def test_who_else_is_connected_is_counted(desk: dict[str, Any]) -> None:
    assert (await dumps.standing(place_of(desk))).others == 0
    colleague = await asyncpg.connect(**desk)
    found = await dumps.standing(place_of(desk))
    await colleague.close()
    assert (found.others, found.has_desk) == (1, True)
