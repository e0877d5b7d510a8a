"""The tables as they are, in one page of text: what the migrations add up to."""

import asyncpg

_TABLES = """SELECT c.relname AS name, c.relrowsecurity AS walled FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'
    ORDER BY c.relname"""

_COLUMNS = """SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS filled,
        a.attidentity <> '' AS numbered, pg_get_expr(d.adbin, d.adrelid) AS value
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = ('public.' || quote_ident($1))::regclass AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum"""

_CONSTRAINTS = """SELECT conname AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
    WHERE conrelid = ('public.' || quote_ident($1))::regclass AND contype IN ('p', 'u', 'f', 'c') ORDER BY conname"""

_INDEXES = """SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS says FROM pg_index i
    WHERE i.indrelid = ('public.' || quote_ident($1))::regclass
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
    ORDER BY 1"""

_POLICIES = "SELECT policyname AS name, cmd, qual FROM pg_policies WHERE tablename = $1 ORDER BY policyname"


async def describe(connection: asyncpg.Connection) -> str:
    """Every table with its columns, constraints, indexes and row-level policies."""
    parts: list[str] = []
    for table in await connection.fetch(_TABLES):
        lines = [f"{table['name']}{'  [one tenant at a time]' if table['walled'] else ''}"]
        lines += [f"  {_column(column)}" for column in await connection.fetch(_COLUMNS, table["name"])]
        for query in (_CONSTRAINTS, _INDEXES):
            lines += [f"  {row['name']}: {row['says']}" for row in await connection.fetch(query, table["name"])]
        for row in await connection.fetch(_POLICIES, table["name"]):
            lines.append(f"  policy {row['name']} for {row['cmd']}: {row['qual']}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _column(column: asyncpg.Record) -> str:
    said = f"{column['name']} {column['type']}"
    if column["filled"]:
        said += " not null"
    if column["numbered"]:
        said += " numbered"
    return said + (f" default {column['value']}" if column["value"] else "")
