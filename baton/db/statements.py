"""The statements that write conversations, each of them many at once.

Every one begins with `touched`: the rows that may be written, found by key, and by version where there is a fence. All
that it adds (messages, events, receipts, handoffs) is joined to `touched`, so what is refused leaves nothing behind.
$1 is the tenant, $2 the epoch, $3 the changes, $4 messages, $5 events, $6 receipts: JSON arrays whose elements name
their conversation. `SAVE` takes in $7 the handoffs that open, in $8 promises made, in $9 what was agreed on, in $10
letters and in $11 how older promises end.
"""

from baton.db.letters import LETTERS
from baton.db.rows import CONVERSATION, JOINED

_SAID = """said AS (
    INSERT INTO messages (tenant_id, conversation_id, seq, id, author_kind, author_id, author_name, kind, text, extras,
                          client_id, reply_to, at)
    SELECT $1, touched.id, touched.base + x.place, x.id, x.author_kind, x.author_id, x.author_name, x.kind, x.text,
           x.extras, x.client_id, x.reply_to, x.at
    FROM jsonb_to_recordset($4::jsonb) AS x(conversation_id text, place int, id text, author_kind text,
        author_id text, author_name text, kind text, text text, extras jsonb, client_id text, reply_to int,
        at timestamptz)
    JOIN touched ON touched.id = x.conversation_id)"""


def logged(queue_name: str = "NULL", events: str = "$5") -> str:
    """The part that logs events: a JSON array of them is the parameter `events`.

    Names are looked up one by one: joined, every open handoff of the tenant was read for each event.
    """
    return f"""logged AS (
    INSERT INTO events (tenant_id, epoch, conversation_id, seq, kind, audience, actor_kind, actor_id, actor_name, state,
                        version, owner_id, owner_name, data, at)
    SELECT $1, $2, touched.id, touched.base + x.place, x.kind, x.audience, x.actor_kind, x.actor_id, x.actor_name,
           touched.state, touched.version,
           CASE touched.state WHEN 'queued' THEN touched.queue ELSE touched.owner_id END,
           CASE touched.state
               WHEN 'queued' THEN coalesce({queue_name}, (SELECT h.queue_name FROM handoffs h WHERE h.tenant_id = $1
                   AND h.conversation_id = touched.id AND h.closed_at IS NULL))
               WHEN 'human' THEN
                   (SELECT o.name FROM operators o WHERE o.tenant_id = $1 AND o.id = touched.owner_id) END,
           x.data, x.at
    FROM jsonb_to_recordset({events}::jsonb) AS x(conversation_id text, place int, kind text, audience text,
        actor_kind text, actor_id text, actor_name text, data jsonb, at timestamptz)
    JOIN touched ON touched.id = x.conversation_id)"""  # noqa: S608


_RECEIPTS = """receipt AS (
    INSERT INTO receipts (tenant_id, caller, key, fingerprint)
    SELECT $1, x.caller, x.key, x.fingerprint
    FROM jsonb_to_recordset($6::jsonb) AS x(conversation_id text, caller text, key text, fingerprint bytea)
    JOIN touched ON touched.id = x.conversation_id)"""

_MAILED = f"""mailed AS (
    {LETTERS.format(letters="$10", joined=" JOIN touched ON touched.id = x.conversation_id")})"""


def _each(columns: str) -> str:
    """The changes, each with its tenant. Compared with $1 instead, the conversations of the whole tenant may be walked
    through to find a few: that looks cheap where most tenants have hardly any.
    """
    return f"""(SELECT $1::text AS tenant_id, each.* FROM jsonb_to_recordset($3::jsonb) AS each({columns})
        OFFSET 0) AS x"""  # noqa: S608


_APPENDED = f"""touched AS (
    UPDATE conversations c SET
        seq = c.seq + 1,
        asked_seq   = CASE WHEN x.asks THEN c.seq + 1 ELSE c.asked_seq END,
        preview     = CASE WHEN x.asks THEN x.preview ELSE c.preview END,
        last_author = CASE WHEN x.asks THEN 'customer' ELSE c.last_author END,
        updated_at  = CASE WHEN x.asks THEN x.at ELSE c.updated_at END
    FROM {_each("id text, asks boolean, preview text, at timestamptz")}
    WHERE c.tenant_id = x.tenant_id AND c.id = x.id AND NOT (x.asks AND c.state = 'resolved')
    RETURNING c.*, c.seq - 1 AS base
)"""  # noqa: S608

_MENTIONED = """mentioned AS (
    INSERT INTO mentions (tenant_id, operator_id, conversation_id, seq, at)
    SELECT $1, x.operator_id, touched.id, touched.base + 1, x.at
    FROM jsonb_to_recordset($7::jsonb) AS x(conversation_id text, operator_id text, at timestamptz)
    JOIN touched ON touched.id = x.conversation_id)"""


def _append(*parts: str) -> str:
    steps = ", ".join((_APPENDED, _SAID, logged(), _RECEIPTS, *parts))
    return f"WITH {steps}\nSELECT {CONVERSATION} FROM touched c {JOINED}"


APPEND = _append()
APPEND_MENTIONING = _append(_MENTIONED)
"""The same for a note that names colleagues; $7 is whom."""

_CHANGED = """id text, state text, version int, owner_id text, language text,
        queue text, priority int, waiting_since timestamptz, not_before timestamptz, held_since timestamptz, events int,
        decided_seq int, track jsonb, preview text, last_author text, disposition text, updated_at timestamptz,
        asked int, fence int, decides int, moved_to text, moved_to_name text, mode text, claims boolean, closes text,
        carries boolean, quiet_since int, ranks_at timestamptz, weight int, needs jsonb,
        accepts text, beyond boolean, chain jsonb"""

_TOUCHED = f"""touched AS (
    UPDATE conversations c SET
        state = x.state, version = x.version, owner_id = x.owner_id, language = x.language, queue = x.queue,
        priority = x.priority, waiting_since = x.waiting_since, not_before = x.not_before, held_since = x.held_since,
        seq = c.seq + x.events,
        decided_seq = GREATEST(c.decided_seq, x.decided_seq), track = x.track, preview = x.preview,
        last_author = x.last_author, disposition = x.disposition, updated_at = x.updated_at,
        asked_seq = CASE WHEN x.asked > 0 THEN c.seq + x.asked ELSE c.asked_seq END,
        ranks_at = x.ranks_at, weight = x.weight, needs = x.needs,
        woken = CASE WHEN x.last_author = 'operator' THEN NULL ELSE c.woken END
    FROM {_each(_CHANGED)}
    WHERE c.tenant_id = x.tenant_id AND c.id = x.id AND c.version = x.fence
      AND (x.decides IS NULL OR c.decided_seq < x.decides) AND (x.quiet_since IS NULL OR c.seq = x.quiet_since)
      AND (x.owner_id IS NULL OR x.owner_id = c.owner_id
           OR has_room($1, x.owner_id, CASE WHEN NOT x.beyond THEN x.weight END))
      AND (x.accepts IS NULL OR offer_stands($1, x.accepts))
    RETURNING c.*, c.seq - x.events AS base, x.moved_to, x.moved_to_name, x.mode, x.claims, x.closes, x.carries,
        x.accepts, x.version > x.fence AS moves, x.chain)"""  # noqa: S608

_OPENED = """opened AS (
    INSERT INTO handoffs (tenant_id, id, conversation_id, reason, rule, topic, evidence, policy_version, queue,
        queue_name, priority, position, packet, notice_id, opened_by, opened_at, claimed_by, claimed_at, mode)
    SELECT $1, x.id, touched.id, x.reason, x.rule, x.topic, x.evidence, x.policy_version, x.queue, x.queue_name,
        x.priority, x.position, x.packet, x.notice_id, x.opened_by, x.opened_at, x.claimed_by,
        CASE WHEN x.claimed_by IS NOT NULL THEN x.opened_at END, x.mode
    FROM jsonb_to_recordset($7::jsonb) AS x(conversation_id text, id text, reason text, rule text, topic text,
        evidence jsonb, policy_version int, queue text, queue_name text, priority int, position int, packet jsonb,
        notice_id text, opened_by text, opened_at timestamptz, claimed_by text, mode text)
    JOIN touched ON touched.id = x.conversation_id)"""

_PROMISED = """promised AS (
    INSERT INTO promises (tenant_id, conversation_id, handoff_id, kind, queue, says, basis, made_at, due_at, lapses_at,
        renewed_from)
    SELECT $1, touched.id, x.handoff_id, x.kind, touched.queue, x.says, x.basis, x.at, x.due_at, x.lapses_at,
        x.renewed_from
    FROM jsonb_to_recordset($8::jsonb) AS x(conversation_id text, handoff_id text, kind text, says text, basis text,
        at timestamptz, due_at timestamptz, lapses_at timestamptz, renewed_from bigint)
    JOIN touched ON touched.id = x.conversation_id)"""

_IDS = "ARRAY(SELECT id FROM touched"
"""Whose rows are altered beside the conversation's own. Joined alone, all open handoffs, offers and promises of a
tenant were read for each claim: the plan is made once, where there are hardly any."""

_CARRIED = f"""carried AS (
    UPDATE handoffs h SET
        queue = COALESCE(touched.moved_to, h.queue), queue_name = COALESCE(touched.moved_to_name, h.queue_name),
        claimed_by = CASE WHEN touched.claims THEN touched.owner_id WHEN touched.state = 'queued' THEN NULL
                          ELSE h.claimed_by END,
        claimed_at = CASE WHEN touched.claims THEN COALESCE(h.claimed_at, touched.updated_at) ELSE h.claimed_at END,
        mode = COALESCE(touched.mode, h.mode),
        chain = CASE WHEN touched.moves THEN touched.chain ELSE COALESCE(touched.chain, h.chain) END,
        fallback_at = CASE WHEN touched.moves OR touched.mode IS DISTINCT FROM h.mode THEN NULL ELSE h.fallback_at END,
        closed_at = CASE WHEN touched.closes IS NOT NULL THEN touched.updated_at END, closed_how = touched.closes
    FROM touched
    WHERE h.tenant_id = $1 AND h.conversation_id = ANY({_IDS} WHERE carries))
      AND h.conversation_id = touched.id AND h.closed_at IS NULL)"""  # noqa: S608

_ANSWERED = f"""answered AS (
    UPDATE offers t SET state = CASE WHEN t.id = touched.accepts THEN 'accepted' ELSE 'rescinded' END,
        ended_at = touched.updated_at
    FROM touched
    WHERE t.tenant_id = $1 AND t.conversation_id = ANY({_IDS} WHERE moves))
      AND t.conversation_id = touched.id AND t.state = 'offered')"""  # noqa: S608

_GIVEN = """given AS (
    UPDATE operators o SET idle_since = touched.updated_at
    FROM touched
    WHERE touched.moves AND touched.state = 'human' AND o.tenant_id = $1 AND o.id = touched.owner_id)"""

_AGREED = """agreed AS (
    INSERT INTO followups AS f (tenant_id, handoff_id, conversation_id, mode, reference, queue, owner, made_at, due_at,
        promised, slot_start, slot_end, seat, phone, email, zone, tries, state, ended_at)
    SELECT $1, x.handoff_id, touched.id, x.mode, x.reference, x.queue, x.owner, x.made_at, x.due_at, x.promised,
        x.slot_start, x.slot_end, x.seat, x.phone, x.email, x.zone, x.tries, x.state,
        CASE WHEN x.state <> 'open' THEN touched.updated_at END
    FROM jsonb_to_recordset($9::jsonb) AS x(conversation_id text, handoff_id text, mode text, reference text,
        queue text, owner text, made_at timestamptz, due_at timestamptz, promised boolean, slot_start timestamptz,
        slot_end timestamptz, seat int, phone text, email text, zone text, tries int, state text)
    JOIN touched ON touched.id = x.conversation_id
    ON CONFLICT (tenant_id, handoff_id) DO UPDATE SET
        mode = EXCLUDED.mode, reference = EXCLUDED.reference, queue = EXCLUDED.queue, owner = EXCLUDED.owner,
        due_at = EXCLUDED.due_at,
        promised = EXCLUDED.promised, slot_start = EXCLUDED.slot_start, slot_end = EXCLUDED.slot_end,
        seat = EXCLUDED.seat, phone = EXCLUDED.phone, email = EXCLUDED.email, zone = EXCLUDED.zone,
        tries = EXCLUDED.tries, state = EXCLUDED.state, ended_at = EXCLUDED.ended_at,
        announced_at = CASE WHEN f.due_at = EXCLUDED.due_at THEN f.announced_at END)"""

_FOLLOWED = """followed AS (
    INSERT INTO mail_threads AS m (tenant_id, conversation_id, address, mailed_seq, created_at)
    SELECT $1, touched.id, x.email, touched.base, touched.updated_at
    FROM jsonb_to_recordset($9::jsonb) AS x(conversation_id text, email text, state text)
    JOIN touched ON touched.id = x.conversation_id
    WHERE x.email IS NOT NULL AND x.state = 'open'
    ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET
        address = EXCLUDED.address, is_stopped = m.is_stopped AND m.address = EXCLUDED.address)"""

_ENDED = """ended AS (
    UPDATE followups f SET state = CASE touched.closes WHEN 'withdrawn' THEN 'withdrawn' ELSE 'done' END,
        ended_at = touched.updated_at
    FROM touched
    WHERE touched.closes IS NOT NULL AND f.tenant_id = $1 AND f.conversation_id = touched.id AND f.state = 'open')"""

_SETTLED = f"""settled AS (
    UPDATE promises p SET
        state = CASE WHEN x.promise_id IS NULL AND x.state = 'kept' AND p.lapses_at <= x.at THEN 'broken'
                     ELSE x.state END,
        closed_at = x.at, closed_why = x.why
    FROM jsonb_to_recordset($11::jsonb) AS x(conversation_id text, promise_id bigint, kind text, state text, why text,
        at timestamptz)
    JOIN touched ON touched.id = x.conversation_id
    WHERE p.tenant_id = $1 AND p.conversation_id = ANY({_IDS})) AND p.conversation_id = touched.id
      AND p.state = 'open'
      AND (x.promise_id IS NULL OR p.id = x.promise_id) AND (x.kind IS NULL OR p.kind = x.kind))"""  # noqa: S608


def _save(*parts: str) -> str:
    steps = ", ".join((_TOUCHED, _SAID, logged("touched.moved_to_name"), _RECEIPTS, *parts))
    return f"WITH {steps}\nSELECT id, seq, asked_seq, decided_seq FROM touched"


SAY = _save()
"""For what is said while nobody moves and nothing else is written: most of what is saved, at a fraction of the cost."""

SAVE = _save(_OPENED, _PROMISED, _CARRIED, _ANSWERED, _GIVEN, _AGREED, _FOLLOWED, _MAILED, _ENDED, _SETTLED)

OPEN = f"""
WITH touched AS (
    INSERT INTO conversations (tenant_id, id, customer_id, channel, language, state, version, seq, created_at,
                               updated_at)
    SELECT $1, x.id, x.customer_id, x.channel, x.language, 'bot', 1, 1, x.at, x.at
    FROM jsonb_to_recordset($3::jsonb) AS x(id text, customer_id text, channel text, language text, at timestamptz)
    RETURNING *, 0 AS base
), {_SAID}, {logged()}, {_RECEIPTS}
SELECT id FROM touched"""  # noqa: S608

SPOKEN = """WITH spoken AS (
    UPDATE scheduled_replies SET state = 'sent', ended_at = $4
    WHERE tenant_id = $1 AND conversation_id = $2 AND id = $3 AND state = 'waiting' RETURNING id
), shown AS (
    UPDATE attachments SET for_team = false, sent_at = $4 FROM spoken
    WHERE attachments.tenant_id = $1 AND attachments.message_id = spoken.id
)
UPDATE conversations c SET scheduled_for = NULL FROM spoken WHERE c.tenant_id = $1 AND c.id = $2"""
"""For the transaction that has just stored a scheduled reply as a message: it waits no more, its files are shown."""
