-- Webhooks: addresses of a company's that are told of events, with what is still to be told and what was tried.

CREATE TABLE webhooks (
    tenant_id      text   NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id             text   NOT NULL,
    url            text   NOT NULL,
    label          text   NOT NULL DEFAULT '',
    kinds          text[] CHECK (cardinality(kinds) > 0),
    audience       text   NOT NULL CHECK (audience IN ('everyone', 'team')),
    secret_version int    NOT NULL DEFAULT 1,
    renewed_at     timestamptz,
    is_on          boolean NOT NULL DEFAULT true,
    why_off        text   NOT NULL DEFAULT '',
    epoch          int    NOT NULL,
    tx             bigint NOT NULL,
    event_id       bigint NOT NULL,
    failures       int    NOT NULL DEFAULT 0,
    failing_since  timestamptz,
    rests_until    timestamptz,
    delivered_at   timestamptz,
    next_at        timestamptz,
    served_at      timestamptz,
    lease          text,
    leased_until   timestamptz,
    created_at     timestamptz NOT NULL,
    created_by     text,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON COLUMN webhooks.kinds IS 'Kinds of event that it is told of; null: all, those of later versions too.';
COMMENT ON COLUMN webhooks.secret_version IS
    'How often its secret was renewed, and one. The secret is derived from this and from that of the install.';
COMMENT ON COLUMN webhooks.event_id IS 'With epoch and tx the cursor: the last event of the log that was looked at for it.';
COMMENT ON COLUMN webhooks.failures IS 'Portions in a row of which nothing arrived.';
COMMENT ON COLUMN webhooks.next_at IS 'When something that waits for it falls due; null: nothing waits.';

CREATE TABLE webhook_pending (
    tenant_id       text   NOT NULL,
    webhook_id      text   NOT NULL,
    epoch           int    NOT NULL,
    tx              bigint NOT NULL,
    event_id        bigint NOT NULL,
    conversation_id text,
    seq             int,
    tries           int    NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, webhook_id, epoch, tx, event_id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE
);
COMMENT ON TABLE webhook_pending IS
    'Events that a webhook is still to be told of. What is told stays in the log: a row names an event, and has none of it.';

CREATE TABLE webhook_attempts (
    tenant_id       text   NOT NULL,
    webhook_id      text   NOT NULL,
    id              bigint GENERATED ALWAYS AS IDENTITY,
    cursor          text,
    kind            text   NOT NULL,
    conversation_id text,
    seq             int,
    cause           text   NOT NULL CHECK (cause IN ('event', 'again', 'test')),
    tries           int    NOT NULL,
    at              timestamptz NOT NULL,
    ms              int    NOT NULL,
    status          int,
    answer          text   NOT NULL DEFAULT '',
    why             text   NOT NULL DEFAULT '',
    outcome         text   NOT NULL CHECK (outcome IN ('delivered', 'failed', 'gave_up')),
    PRIMARY KEY (tenant_id, webhook_id, id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE
);
CREATE INDEX webhook_attempts_by_age ON webhook_attempts (at);

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['webhooks', 'webhook_pending', 'webhook_attempts'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
        EXECUTE format('CREATE POLICY sweeps_look_everywhere ON %I FOR SELECT '
                       'USING (current_setting(''baton.scope'', true) = ''every_tenant'')', walled);
    END LOOP;
END $$;
CREATE POLICY sweeps_forget_old ON webhook_attempts FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
