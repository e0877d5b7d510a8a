-- Chatwoot: a company's people answer there, and Baton is the bot of its inboxes.

ALTER TABLE operators ADD COLUMN is_outside boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN operators.is_outside IS
    'Somebody of an outside desk, kept so that the trail names them. They are not of the team, and never sign in.';

ALTER TABLE handoffs DROP CONSTRAINT handoffs_mode_check;
ALTER TABLE handoffs ADD CONSTRAINT handoffs_mode_check
    CHECK (mode IN ('live', 'queued', 'ticket', 'callback', 'email', 'outside'));

CREATE TABLE chatwoot_connections (
    tenant_id     text    NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id            text    NOT NULL,
    url           text    NOT NULL,
    account_id    bigint  NOT NULL,
    token         text    NOT NULL,
    secret        text    NOT NULL,
    places        jsonb   NOT NULL DEFAULT '{}',
    is_on         boolean NOT NULL DEFAULT true,
    why_off       text    NOT NULL DEFAULT '',
    failing_since timestamptz,
    why           text    NOT NULL DEFAULT '',
    heard_at      timestamptz,
    told_at       timestamptz,
    created_at    timestamptz NOT NULL,
    created_by    text,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON COLUMN chatwoot_connections.token IS
    'The access token of the agent bot, as it has to be sent: a dump of this table can speak as that bot.';
COMMENT ON COLUMN chatwoot_connections.places IS 'By queue: the team, labels and priority that a handoff gets there.';

CREATE TABLE chatwoot_threads (
    tenant_id       text    NOT NULL,
    connection_id   text    NOT NULL,
    outside_id      bigint  NOT NULL,
    conversation_id text    NOT NULL,
    inbox           text    NOT NULL DEFAULT '',
    status          text    CHECK (status IN ('open', 'pending', 'resolved', 'snoozed')),
    assignee_id     bigint,
    stood_at        double precision NOT NULL DEFAULT -1,
    told_seq        int     NOT NULL DEFAULT 0,
    step            int     NOT NULL DEFAULT 0,
    tries           int     NOT NULL DEFAULT 0,
    tried_at        timestamptz,
    due_at          timestamptz,
    is_gone         boolean NOT NULL DEFAULT false,
    lease           text,
    leased_until    timestamptz,
    PRIMARY KEY (tenant_id, connection_id, outside_id),
    UNIQUE (tenant_id, conversation_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES chatwoot_connections ON DELETE CASCADE
);
COMMENT ON COLUMN chatwoot_threads.stood_at IS
    'The time of Chatwoot at which status and assignee were so, in seconds; what is older is no news.';
COMMENT ON COLUMN chatwoot_threads.told_seq IS 'How far the conversation''s log has been told; step: how far the event after it.';
COMMENT ON COLUMN chatwoot_threads.tried_at IS 'When the step was first tried, where it has failed since.';

CREATE TABLE chatwoot_agents (
    tenant_id     text   NOT NULL,
    connection_id text   NOT NULL,
    agent_id      bigint NOT NULL,
    operator_id   text   NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, agent_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES chatwoot_connections ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);

CREATE TABLE chatwoot_seen (
    tenant_id     text NOT NULL,
    connection_id text NOT NULL,
    what          text NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, what),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES chatwoot_connections ON DELETE CASCADE
);
CREATE INDEX chatwoot_seen_by_age ON chatwoot_seen (at);
COMMENT ON TABLE chatwoot_seen IS
    'Deliveries that were dealt with, and what the bot itself said, so that neither is taken for something new.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['chatwoot_connections', 'chatwoot_threads', 'chatwoot_agents', 'chatwoot_seen'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
        EXECUTE format('CREATE POLICY sweeps_look_everywhere ON %I FOR SELECT '
                       'USING (current_setting(''baton.scope'', true) = ''every_tenant'')', walled);
    END LOOP;
END $$;
CREATE POLICY sweeps_forget_old ON chatwoot_seen FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
