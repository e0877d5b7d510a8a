"""Looking for words in everything that was said: keeping them, and finding the conversations that have them.

Nothing of it is on the road of a message. The words are read from the log, by a loop and by whoever searches next, so
that a search knows all that was committed before it.
"""

from baton.core.ids import ConversationId, TenantId
from baton.db.connection import Handle

AT_ONCE = 2_000
"""Events that one statement reads on: a tenth of a second."""

FEW = 2_000
"""Messages up to which a search fetches what it found by key. Where there are more it goes through the list in its
order, and soon has a page.
"""

# The place as three values: joined to it, the log would be read from its beginning.
_AFTER = """SELECT e.epoch, e.tx, e.id, e.conversation_id, e.seq, e.kind FROM events e
    WHERE e.tenant_id = $1 AND (e.epoch, e.tx, e.id)
        > ((SELECT epoch FROM place), (SELECT tx FROM place), (SELECT id FROM place))"""

_WORDS = """SELECT m.conversation_id, m.seq, words_of(m.text) AS words FROM fresh f
    JOIN messages m ON m.tenant_id = $1 AND m.conversation_id = f.conversation_id AND m.seq = f.seq
    WHERE m.kind <> 'notice'
    UNION ALL
    SELECT c.id, f.seq, words_of(concat_ws(' ', u.name, u.email, u.external_id)) FROM fresh f
    JOIN conversations c ON c.tenant_id = $1 AND c.id = f.conversation_id
    JOIN customers u ON u.tenant_id = $1 AND u.id = c.customer_id
    WHERE f.kind = 'conversation_opened'"""

_READ_ON = f"""
WITH place AS (
    SELECT epoch, tx, id FROM searchable_until WHERE tenant_id = $1 FOR UPDATE
), fresh AS (
    {_AFTER} AND (e.epoch < $2 OR e.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
    ORDER BY e.epoch, e.tx, e.id LIMIT $3
), said AS (
    INSERT INTO searchable (tenant_id, conversation_id, seq, words)
    SELECT $1, w.conversation_id, w.seq, w.words FROM ({_WORDS}) AS w
), moved AS (
    UPDATE searchable_until t SET epoch = l.epoch, tx = l.tx, id = l.id
    FROM (SELECT epoch, tx, id FROM fresh ORDER BY epoch DESC, tx DESC, id DESC LIMIT 1) AS l
    WHERE t.tenant_id = $1)
SELECT count(*) FROM fresh"""  # noqa: S608 - constants

_UNREAD = f"""
WITH place AS (
    SELECT epoch, tx, id FROM searchable_until WHERE tenant_id = $1
), fresh AS (
    {_AFTER} ORDER BY e.epoch DESC, e.tx DESC, e.id DESC LIMIT $2)
SELECT w.conversation_id FROM ({_WORDS}) AS w
WHERE w.words @@ current_setting('baton.find', true)::tsquery"""  # noqa: S608 - constants
"""What was committed and may not be read on yet, because a transaction that began before it is still open."""

_BEGIN = "INSERT INTO searchable_until (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING"

_BEHIND = """SELECT p.tenant_id AS id FROM searchable_until p
    CROSS JOIN LATERAL (SELECT FROM events e WHERE e.tenant_id = p.tenant_id
        AND (e.epoch, e.tx, e.id) > (p.epoch, p.tx, p.id) ORDER BY e.epoch, e.tx, e.id LIMIT 1) AS newer
    UNION ALL
    SELECT t.id FROM tenants t WHERE NOT EXISTS (SELECT 1 FROM searchable_until p WHERE p.tenant_id = t.id)"""

# Each word may be the beginning of one that was said.
_LOOK_FOR = """SELECT set_config('baton.find', coalesce(string_agg(
    '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*', ' & '), ''), false)
    FROM unnest(words_of($1))"""

_FOUND = "SELECT conversation_id FROM searchable WHERE tenant_id = $1 LIMIT $2"

_NAMED = """SELECT conversation_id FROM followups WHERE tenant_id = $1 AND reference = upper(btrim($2))
    UNION ALL SELECT id FROM conversations WHERE tenant_id = $1 AND id = btrim($2)"""

HAS_WORDS = "EXISTS (SELECT 1 FROM searchable s WHERE s.tenant_id = c.tenant_id AND s.conversation_id = c.id)"
"""The condition that a conversation has the words that were looked for last on this connection."""


async def behind(connection: Handle) -> list[TenantId]:
    """The tenants in whose conversations something was said whose words are not kept yet."""
    return [TenantId(row["id"]) for row in await connection.fetch(_BEHIND)]


async def read_on(connection: Handle, tenant_id: TenantId, epoch: int) -> int:
    """Keep the words of what was said since the last time. Returns how many events were read, `AT_ONCE` at the most."""
    await connection.execute(_BEGIN, tenant_id)
    return await connection.fetchval(_READ_ON, tenant_id, epoch, AT_ONCE)


async def look_for(connection: Handle, words: str) -> None:
    """Say what is looked for: what this connection sees of `searchable` from now on has these words."""
    await connection.execute(_LOOK_FOR, words)


async def having(connection: Handle, tenant_id: TenantId, words: str) -> list[ConversationId] | None:
    """The conversations that have the words that were looked for last, or are named so. None where they are so many
    that a list finds its page sooner by going through itself with `HAS_WORDS`.
    """
    rows = await connection.fetch(_FOUND, tenant_id, FEW + 1)
    if len(rows) > FEW:
        return None
    unread = await connection.fetch(_UNREAD, tenant_id, AT_ONCE)
    named = await connection.fetch(_NAMED, tenant_id, words)
    return list(dict.fromkeys(ConversationId(row["conversation_id"]) for row in (*rows, *unread, *named)))
