"""The statements that keep letters in the outbox, but those that go with a change of a conversation."""

_LETTER = """x(conversation_id text, id text, kind text, channel text, recipient text, subject text, text text,
        html text, language text, sender_name text, in_reply_to text, refs text[], files text[], once text,
        due_at timestamptz, created_at timestamptz)"""

LETTERS = f"""INSERT INTO deliveries (tenant_id, conversation_id, id, kind, channel, recipient, subject, text, html,
        language, sender_name, in_reply_to, refs, files, once, due_at, created_at)
    SELECT $1, x.conversation_id, x.id, x.kind, x.channel, x.recipient, x.subject, x.text, x.html, x.language,
        x.sender_name, x.in_reply_to, x.refs, x.files, x.once, x.due_at, x.created_at
    FROM jsonb_to_recordset({{letters}}::jsonb) AS {_LETTER}{{joined}}
    ON CONFLICT (tenant_id, once) WHERE once IS NOT NULL DO NOTHING"""  # noqa: S608
"""Keeps the letters in a JSON array, the parameter `letters`; `joined` says to which rows they belong."""

ENQUEUE = LETTERS.format(letters="$2", joined="")
"""Letters that no change of a conversation causes: $1 is the tenant, $2 the letters."""

DIGEST = f"""
WITH touched AS (
    UPDATE operators SET digested_at = $5
    WHERE tenant_id = $1 AND id = $3 AND (alerts ->> 'email')::boolean
      AND (digested_at IS NULL OR digested_at <= $6)
    RETURNING id
), mailed AS (
    {LETTERS.format(letters="$2", joined=" CROSS JOIN touched")}
), noted AS (
    INSERT INTO alerts (tenant_id, handoff_id, operator_id, channel, sent_at, delivery_id, waits_since)
    SELECT $1, h.id, touched.id, 'email', $5, $7, c.held_since
    FROM handoffs h JOIN conversations c ON c.tenant_id = h.tenant_id AND c.id = h.conversation_id CROSS JOIN touched
    WHERE h.tenant_id = $1 AND h.conversation_id = ANY($4) AND h.closed_at IS NULL AND c.state = 'queued'
    ON CONFLICT DO NOTHING)
SELECT count(*) FROM touched"""  # noqa: S608
"""The letter $7 to the operator $3 of the conversations $4, if nobody wrote to them since $6. 0 where somebody did."""

MENTION_LETTER = f"""
WITH noted AS (
    UPDATE mentions SET mailed_at = $5
    WHERE tenant_id = $1 AND operator_id = $3 AND id = ANY($4) AND mailed_at IS NULL AND seen_at IS NULL
    RETURNING id
), mailed AS (
    {LETTERS.format(letters="$2", joined=" WHERE EXISTS (SELECT FROM noted)")})
SELECT count(*) FROM noted"""  # noqa: S608
"""The letter $2 to the operator $3 of the mentions $4, unless all of them were read or written of meanwhile: then 0."""

MAIL_ON = f"""
WITH touched AS (
    UPDATE mail_threads SET mailed_seq = $5
    WHERE tenant_id = $1 AND conversation_id = $3 AND mailed_seq = $4
    RETURNING conversation_id AS id
), mailed AS (
    {LETTERS.format(letters="$2", joined=" JOIN touched ON touched.id = x.conversation_id")})
SELECT count(*) FROM touched"""  # noqa: S608
"""A thread's mails come on from seq $4 to $5, with their letter or without one. 0 where another node was first."""
