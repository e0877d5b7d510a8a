-- Slack as a place where operators work: an outlet of the log beside webhooks, its threads, its people, what came from it.

ALTER TABLE webhooks ADD COLUMN channel text NOT NULL DEFAULT 'webhook' CHECK (channel IN ('webhook', 'slack'));
COMMENT ON COLUMN webhooks.channel IS 'How it is told: as a webhook, or as a Slack app is, whose settings are in slack_connections.';
CREATE UNIQUE INDEX one_slack_a_tenant ON webhooks (tenant_id) WHERE channel = 'slack';

CREATE TABLE slack_connections (
    tenant_id      text  NOT NULL,
    outlet_id      text  NOT NULL,
    bot_token      text  NOT NULL,
    signing_secret text  NOT NULL,
    team_id        text  NOT NULL,
    team_name      text  NOT NULL,
    bot_user_id    text  NOT NULL,
    channel        text  NOT NULL,
    channels       jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id),
    FOREIGN KEY (tenant_id, outlet_id) REFERENCES webhooks ON DELETE CASCADE
);
COMMENT ON COLUMN slack_connections.bot_token IS 'As Slack gave it: it has to be sent with each request. No answer of the API has it.';
COMMENT ON COLUMN slack_connections.channels IS 'The channel of each queue that has one of its own, by the queue''s id.';

CREATE TABLE slack_threads (
    tenant_id       text   NOT NULL,
    channel         text   NOT NULL,
    ts              text   NOT NULL,
    n               bigint GENERATED ALWAYS AS IDENTITY,
    conversation_id text   NOT NULL,
    handoff_id      text   NOT NULL,
    queue           text,
    told_seq        int    NOT NULL,
    PRIMARY KEY (tenant_id, channel, ts),
    FOREIGN KEY (tenant_id) REFERENCES slack_connections ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
CREATE INDEX slack_threads_of_conversation ON slack_threads (tenant_id, conversation_id, n DESC);
COMMENT ON TABLE slack_threads IS 'A thread a handoff, named by its first message. The newest of a conversation is the one that is told.';
COMMENT ON COLUMN slack_threads.told_seq IS 'The last event of the conversation that the thread has been told of.';

CREATE TABLE slack_people (
    tenant_id   text NOT NULL REFERENCES slack_connections ON DELETE CASCADE,
    user_id     text NOT NULL,
    operator_id text,
    name        text NOT NULL,
    is_linked   boolean NOT NULL DEFAULT false,
    looked_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, user_id),
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
COMMENT ON COLUMN slack_people.is_linked IS 'An admin said who it is; else it was found by the address of e-mail, and is looked up again after a while.';

CREATE TABLE slack_arrivals (
    tenant_id       text   NOT NULL,
    id              text   NOT NULL,
    n               bigint GENERATED ALWAYS AS IDENTITY,
    conversation_id text   NOT NULL,
    data            jsonb,
    version         int,
    arrived_at      timestamptz NOT NULL,
    tries           int    NOT NULL DEFAULT 0,
    lease           text,
    leased_until    timestamptz,
    done_at         timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
CREATE INDEX slack_arrivals_waiting ON slack_arrivals (tenant_id, conversation_id, n) WHERE done_at IS NULL;
CREATE INDEX slack_arrivals_by_age ON slack_arrivals (arrived_at);
COMMENT ON TABLE slack_arrivals IS 'What came from Slack, kept before it is acknowledged. Done, it has only its id, by which a retry is known.';
COMMENT ON COLUMN slack_arrivals.version IS 'The version of the conversation under which it was written: the fence of what it says.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['slack_connections', 'slack_threads', 'slack_people', 'slack_arrivals'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
CREATE POLICY sweeps_look_everywhere ON slack_arrivals FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_forget_old ON slack_arrivals FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
