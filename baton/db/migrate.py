"""Numbered, append-only migrations. Each runs once, in a transaction of its own, under a lock that nodes share."""

import hashlib
import secrets
from importlib import resources
from typing import Any

import asyncpg

from baton.core.errors import DeskError
from baton.db.connection import APP_ROLE

OLDEST_SERVER = 150000
"""PostgreSQL 15, as `server_version_num` counts."""

_LOCK = 7_226_601_453
"""Advisory lock key of this program's migrations; an arbitrary constant."""


class CannotMigrate(DeskError):
    """The database can't be brought to this version's tables; the detail says why and what to do."""

    code = "cannot_migrate"


def migrations() -> list[tuple[str, str]]:
    """Every migration as (file name, SQL), in order."""
    folder = resources.files("baton.db") / "migrations"
    return sorted((f.name, f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".sql"))


async def migrate(connect: dict[str, Any]) -> list[str]:
    """Bring the database up to date and return the names of the migrations that ran now."""
    connection = await asyncpg.connect(**connect, timeout=15)
    try:
        if connection.get_server_version().major < OLDEST_SERVER // 10000:
            raise CannotMigrate("Baton needs PostgreSQL 15 or newer. This server is older.")
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        ran = await _run_missing(connection)
        await _grant(connection)
        await _settle_install(connection)
        return ran
    finally:
        await connection.close()


async def _run_missing(connection: asyncpg.Connection) -> list[str]:
    await connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, digest text NOT NULL, ran_at timestamptz "
        "NOT NULL DEFAULT now())"
    )
    done = {row["name"]: row["digest"] for row in await connection.fetch("SELECT name, digest FROM migrations")}
    known = migrations()
    _check_history(done, known)
    ran: list[str] = []
    for name, sql in known:
        if name in done:
            continue
        async with connection.transaction():
            await connection.execute(sql)
            await connection.execute("INSERT INTO migrations (name, digest) VALUES ($1, $2)", name, _digest(sql))
        ran.append(name)
    return ran


def _check_history(done: dict[str, str], known: list[tuple[str, str]]) -> None:
    newer = sorted(set(done) - {name for name, _ in known})
    if newer:
        raise CannotMigrate(
            f"This database was last used by a newer Baton (it has {newer[-1]}). Start that version, or a newer one."
        )
    changed = [name for name, sql in known if name in done and done[name] != _digest(sql)]
    if changed:
        raise CannotMigrate(
            f"Migration {changed[0]} has been edited since it ran. Restore the file as it was released."
        )


async def _grant(connection: asyncpg.Connection) -> None:
    login: Any = await connection.fetchrow("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    if login["rolbypassrls"] and not login["rolsuper"]:
        raise CannotMigrate(
            "This login passes by row-level security, which keeps tenants apart. Use one without BYPASSRLS."
        )
    if not login["rolsuper"]:
        return
    await connection.execute(f"""
        DO $$ BEGIN CREATE ROLE {APP_ROLE} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE};
    """)


async def _settle_install(connection: asyncpg.Connection) -> None:
    cluster = str(await connection.fetchval("SELECT system_identifier FROM pg_control_system()"))
    await connection.execute(
        "INSERT INTO install (secret, cluster_id) VALUES ($1, $2) ON CONFLICT (one) DO UPDATE "
        "SET epoch = install.epoch + (install.cluster_id <> EXCLUDED.cluster_id)::int, "
        "cluster_id = EXCLUDED.cluster_id",
        secrets.token_bytes(32),
        cluster,
    )


def _digest(sql: str) -> str:
    return hashlib.sha256(sql.encode()).hexdigest()
