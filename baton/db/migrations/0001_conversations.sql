-- Tenants, people, conversations and the one event log.
-- The tenant wall: every table of a tenant carries tenant_id first in its key and a row-level policy below it.

CREATE TABLE install (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret     bytea  NOT NULL,
    cluster_id text   NOT NULL,
    epoch      int    NOT NULL DEFAULT 1
);
COMMENT ON COLUMN install.epoch IS
    'Raised when the data is found on another cluster (a restored dump): transaction ids start anew there, and the '
    'cursor of the event log must not mix the two.';

CREATE TABLE tenants (
    id              text PRIMARY KEY,
    name            text NOT NULL UNIQUE CHECK (name <> ''),
    widget_token    text NOT NULL UNIQUE,
    allowed_domains text[] NOT NULL DEFAULT '{}',
    settings        jsonb NOT NULL DEFAULT '{}',
    created_at      timestamptz NOT NULL
);

CREATE TABLE operators (
    tenant_id    text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id           text NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    email        text,
    skills       jsonb NOT NULL DEFAULT '[]',
    languages    text[] NOT NULL DEFAULT '{}',
    availability text NOT NULL DEFAULT 'available' CHECK (availability IN ('available', 'away', 'offline')),
    here_until   timestamptz,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX one_operator_per_email ON operators (tenant_id, lower(email));

CREATE TABLE credentials (
    hash        bytea PRIMARY KEY,
    id          text NOT NULL UNIQUE,
    tenant_id   text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    kind        text NOT NULL CHECK (kind IN ('key', 'session', 'link')),
    role        text NOT NULL CHECK (role IN ('admin', 'operator', 'bot', 'readonly')),
    operator_id text,
    label       text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    revoked_at  timestamptz,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX credentials_of_tenant ON credentials (tenant_id, created_at);

CREATE TABLE customers (
    tenant_id   text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id          text NOT NULL,
    external_id text,
    verified    boolean NOT NULL DEFAULT false,
    name        text,
    email       text,
    language    text,
    attributes  jsonb NOT NULL DEFAULT '{}',
    tags        text[] NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX one_customer_per_vouched_id ON customers (tenant_id, external_id) WHERE verified;

CREATE TABLE conversations (
    tenant_id     text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id            text NOT NULL,
    customer_id   text NOT NULL,
    channel       text NOT NULL,
    language      text,
    state         text NOT NULL CHECK (state IN ('bot', 'queued', 'human', 'resolved')),
    version       int  NOT NULL CHECK (version > 0),
    seq           int  NOT NULL DEFAULT 0,
    asked_seq     int  NOT NULL DEFAULT 0,
    decided_seq   int  NOT NULL DEFAULT 0,
    owner_id      text,
    queue         text,
    priority      int  NOT NULL DEFAULT 0,
    waiting_since timestamptz,
    held_since    timestamptz,
    track         jsonb NOT NULL DEFAULT '{}',
    preview       text NOT NULL DEFAULT '',
    last_author   text,
    disposition   text,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    updated_in    timestamptz NOT NULL
        GENERATED ALWAYS AS (date_bin('10 minutes', updated_at, timestamptz '2000-01-01 00:00:00+00')) STORED,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    FOREIGN KEY (tenant_id, owner_id) REFERENCES operators (tenant_id, id),
    CONSTRAINT a_person_owns_what_is_human CHECK ((state = 'human') = (owner_id IS NOT NULL)),
    CONSTRAINT what_waits_has_a_queue CHECK (state <> 'queued' OR (queue IS NOT NULL AND waiting_since IS NOT NULL))
) WITH (fillfactor = 80);
COMMENT ON COLUMN conversations.updated_in IS
    'The ten minutes in which it was updated. Lists are ordered by it and then by updated_at: no index has a column '
    'that every message changes, so a message rewrites the row in its page and no index (a heap-only update).';
CREATE INDEX waiting_list ON conversations (tenant_id, queue, priority DESC, waiting_since) WHERE state = 'queued';
CREATE INDEX held_by ON conversations (tenant_id, owner_id) WHERE state = 'human';
CREATE INDEX latest_first ON conversations (tenant_id, updated_in DESC);
CREATE INDEX of_customer ON conversations (tenant_id, customer_id);
CREATE INDEX held_by_the_bot ON conversations (updated_in) WHERE state = 'bot';

CREATE TABLE messages (
    tenant_id       text NOT NULL,
    conversation_id text NOT NULL,
    seq             int  NOT NULL,
    id              text NOT NULL,
    author_kind     text NOT NULL,
    author_id       text,
    author_name     text,
    kind            text NOT NULL,
    text            text NOT NULL,
    extras          jsonb,
    client_id       text,
    reply_to        int,
    at              timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id, seq),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
CREATE UNIQUE INDEX a_retry_is_the_same_message ON messages (tenant_id, conversation_id, client_id)
    WHERE client_id IS NOT NULL;

CREATE TABLE handoffs (
    tenant_id       text NOT NULL,
    id              text NOT NULL,
    conversation_id text NOT NULL,
    reason          text NOT NULL,
    rule            text NOT NULL,
    topic           text,
    evidence        jsonb NOT NULL,
    policy_version  int  NOT NULL,
    queue           text NOT NULL,
    queue_name      text NOT NULL,
    priority        int  NOT NULL,
    position        int,
    packet          jsonb NOT NULL,
    notice_id       text NOT NULL,
    opened_by       text NOT NULL,
    opened_at       timestamptz NOT NULL,
    claimed_by      text,
    claimed_at      timestamptz,
    closed_at       timestamptz,
    closed_how      text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    CONSTRAINT no_handoff_without_its_notice FOREIGN KEY (tenant_id, notice_id) REFERENCES messages (tenant_id, id)
);
CREATE UNIQUE INDEX one_open_handoff_per_conversation ON handoffs (tenant_id, conversation_id) WHERE closed_at IS NULL;
CREATE INDEX handoffs_of_conversation ON handoffs (tenant_id, conversation_id, opened_at);

CREATE TABLE promises (
    tenant_id       text NOT NULL,
    id              bigint GENERATED ALWAYS AS IDENTITY,
    conversation_id text NOT NULL,
    handoff_id      text NOT NULL,
    kind            text NOT NULL,
    says            text NOT NULL,
    made_at         timestamptz NOT NULL,
    due_at          timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE
);
CREATE INDEX promises_of_handoff ON promises (tenant_id, handoff_id);

CREATE TABLE events (
    tenant_id       text   NOT NULL,
    epoch           int    NOT NULL,
    tx              bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    id              bigint GENERATED ALWAYS AS IDENTITY,
    conversation_id text,
    seq             int,
    kind            text   NOT NULL,
    audience        text   NOT NULL CHECK (audience IN ('everyone', 'team')),
    actor_kind      text   NOT NULL,
    actor_id        text,
    actor_name      text,
    state           text,
    version         int,
    owner_id        text,
    owner_name      text,
    data            jsonb,
    at              timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, epoch, tx, id)
);
COMMENT ON COLUMN events.tx IS
    'The transaction that wrote the row. Readers go by (epoch, tx, id) and stop below the oldest transaction that is '
    'still open, so a row that commits late is never skipped.';
CREATE UNIQUE INDEX log_of_conversation ON events (tenant_id, conversation_id, seq) WHERE conversation_id IS NOT NULL;

CREATE FUNCTION the_log_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event log is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER the_log_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION the_log_is_final();

CREATE TABLE receipts (
    tenant_id   text  NOT NULL REFERENCES tenants ON DELETE CASCADE,
    key         text  NOT NULL,
    caller      text  NOT NULL,
    fingerprint bytea NOT NULL,
    status      int,
    body        jsonb,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, caller, key)
);
COMMENT ON TABLE receipts IS
    'One row per Idempotency-Key, written by the statement that does the command. It is what makes a retry do nothing.';
CREATE INDEX receipts_by_age ON receipts (at);

CREATE TABLE policies (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    version    int  NOT NULL,
    source     text NOT NULL,
    digest     text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, version)
);

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['operators', 'customers', 'conversations', 'messages', 'handoffs', 'promises',
                                  'events', 'receipts', 'policies'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;

-- The desk's own loops look for work in every tenant; they may read these two tables so, and write nothing.
CREATE POLICY sweeps_look_everywhere ON conversations FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_look_everywhere ON events FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
