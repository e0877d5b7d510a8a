"""Years of conversations, written straight into the tables.

The shapes are those of a desk: most customers have one conversation, four in ten conversations were left with the bot
after its answer and never closed, two in ten were handed to a person, and everything that was said has its log. What is
open with people is made through the API beside it: it does not grow with a desk's age.
"""

from typing import Any

from baton.core.ids import TenantId
from baton.db.searching import read_on

_AT = "now() - interval '1 hour' - ($2::bigint - n) * (interval '700 days' / $2::bigint)"
_ID = "lpad(n::text, 24, '0')"
_RESOLVED = "n % 5 < 3"
_HANDED_OFF = "n % 5 = 0"
_TEXT = """'How long does delivery of order ' || n || ' take, and can I still change the address that I gave you? '
    || 'I moved last week and the confirmation names the old one.'"""

_STEPS = (
    f"""INSERT INTO customers (tenant_id, id, name, email, language, created_at)
        SELECT $1, 'cus_0a' || {_ID}, 'Customer ' || n, 'customer-' || n || '@example.com', 'en', {_AT}
        FROM generate_series(1, $2::bigint) AS n""",
    f"""INSERT INTO conversations (tenant_id, id, customer_id, channel, language, state, version, seq, asked_seq,
            decided_seq, preview, last_author, disposition, created_at, updated_at)
        SELECT $1, 'cnv_0a' || {_ID}, 'cus_0a' || lpad((n - (n % 10 = 0)::int)::text, 24, '0'), 'web', 'en',
            CASE WHEN {_RESOLVED} THEN 'resolved' ELSE 'bot' END, 1 + 2 * ({_RESOLVED})::int, 6, 4, 4,
            left({_TEXT}, 120), 'customer', CASE WHEN {_RESOLVED} THEN 'answered' END, {_AT}, {_AT}
        FROM generate_series(1, $2::bigint) AS n""",
    f"""INSERT INTO messages (tenant_id, conversation_id, seq, id, author_kind, author_name, kind, text, client_id,
            reply_to, at)
        SELECT $1, 'cnv_0a' || {_ID}, place, 'msg_0a' || {_ID} || place,
            CASE place % 2 WHEN 0 THEN 'customer' ELSE 'bot' END, CASE place % 2 WHEN 1 THEN 'Assistant' END,
            CASE place % 2 WHEN 0 THEN 'said' ELSE 'answer' END, {_TEXT},
            CASE place % 2 WHEN 0 THEN 'w' || n || '-' || place END, CASE place % 2 WHEN 1 THEN place - 1 END, {_AT}
        FROM generate_series(1, $2::bigint) AS n, generate_series(2, 5) AS place""",
    f"""INSERT INTO events (tenant_id, epoch, conversation_id, seq, kind, audience, actor_kind, state, version, at)
        SELECT $1, (SELECT epoch FROM install), 'cnv_0a' || {_ID}, place,
            (ARRAY['conversation_opened', 'message_received', 'answer_sent', 'message_received', 'answer_sent',
                   'resolved'])[place],
            'everyone', (ARRAY['customer', 'customer', 'bot', 'customer', 'bot', 'operator'])[place], 'bot', 1, {_AT}
        FROM generate_series(1, $2::bigint) AS n, generate_series(1, 6) AS place""",
    f"""INSERT INTO handoffs (tenant_id, id, conversation_id, reason, rule, evidence, policy_version, queue, queue_name,
            priority, position, packet, notice_id, opened_by, opened_at, claimed_at, closed_at, closed_how)
        SELECT $1, 'hof_0a' || {_ID}, 'cnv_0a' || {_ID}, 'customer_request', 'asks', '[]', 1, 'support', 'Support',
            0, 1, jsonb_build_object('summary', repeat({_TEXT}, 6)), 'msg_0a' || {_ID} || '5', 'bot',
            {_AT}, {_AT}, {_AT}, 'resolved'
        FROM generate_series(1, $2::bigint) AS n WHERE {_HANDED_OFF}""",
)


async def fill(connection: Any, tenant_id: str, count: int) -> None:
    """Write so many conversations. `connection` is a superuser's: checks of single rows are left out for the time."""
    await connection.execute("SET session_replication_role = replica")
    for step in _STEPS:
        await connection.execute(step, tenant_id, count, timeout=3600)
    await connection.execute("SET session_replication_role = DEFAULT")
    # The words of what was said were kept as it was said, not all in the minutes that are measured.
    await connection.execute("SELECT set_config('baton.tenant', $1, false)", tenant_id)
    epoch = await connection.fetchval("SELECT epoch FROM install")
    while await read_on(connection, TenantId(tenant_id), epoch):
        pass
    # What autovacuum does on a desk that grew in two years rather than in a minute.
    await connection.execute("VACUUM (ANALYZE)", timeout=3600)
    await connection.execute("CHECKPOINT", timeout=600)
