-- What leaves the desk by mail, what came in, and which conversations are followed by mail.

CREATE TABLE deliveries (
    tenant_id       text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id              text NOT NULL,
    kind            text NOT NULL,
    channel         text NOT NULL,
    conversation_id text,
    recipient       text NOT NULL CHECK (recipient <> ''),
    subject         text NOT NULL,
    text            text NOT NULL,
    html            text,
    language        text,
    sender_name     text,
    in_reply_to     text,
    refs            text[] NOT NULL DEFAULT '{}',
    once            text,
    state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'bounced', 'gave_up')),
    tries           int  NOT NULL DEFAULT 0,
    due_at          timestamptz,
    lease           text,
    leased_until    timestamptz,
    why             text NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    CONSTRAINT what_waits_is_due CHECK ((state = 'waiting') = (due_at IS NOT NULL))
);
COMMENT ON COLUMN deliveries.once IS
    'What the delivery is about, such as a conversation and a seq. A second one of the same name is not kept.';
CREATE UNIQUE INDEX nothing_is_sent_twice ON deliveries (tenant_id, once) WHERE once IS NOT NULL;
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'waiting';
CREATE INDEX deliveries_of_conversation ON deliveries (tenant_id, conversation_id, created_at);
CREATE INDEX deliveries_by_end ON deliveries (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE mail_threads (
    tenant_id       text NOT NULL,
    conversation_id text NOT NULL,
    address         text NOT NULL CHECK (address <> ''),
    name            text,
    subject         text NOT NULL DEFAULT '',
    mailed_seq      int  NOT NULL DEFAULT 0,
    heard_ids       text[] NOT NULL DEFAULT '{}',
    is_stopped      boolean NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
COMMENT ON TABLE mail_threads IS
    'Conversations whose customer is told by mail. mailed_seq is how far into the log the mails have come; heard_ids '
    'are the Message-IDs of the customer''s last mails; is_stopped is set when the address refuses mail.';

CREATE TABLE mails (
    tenant_id       text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id              text NOT NULL,
    message_id      text NOT NULL,
    sender          text NOT NULL,
    subject         text NOT NULL,
    outcome         text NOT NULL,
    conversation_id text,
    raw             bytea NOT NULL,
    received_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE mails IS
    'What came in, by a digest of its Message-ID, so that the same mail is taken once; raw is cut at a bound. '
    'conversation_id is written before its conversation, so that a mail taken up again finds the same one.';
CREATE INDEX mails_of_sender ON mails (tenant_id, lower(sender), received_at);
CREATE INDEX mails_by_age ON mails (received_at);

CREATE TABLE mailboxes (
    tenant_id    text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    address      text NOT NULL,
    uid_validity bigint NOT NULL DEFAULT 0,
    last_uid     bigint NOT NULL DEFAULT 0,
    lease        text,
    leased_until timestamptz,
    checked_at   timestamptz,
    problem      text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, address)
);
COMMENT ON TABLE mailboxes IS
    'How far each mailbox has been read, and by which process of all it is being read now.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['deliveries', 'mail_threads', 'mails', 'mailboxes'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;

-- Whoever looks for letters to send, threads to go on with or old mail to forget looks in every tenant.
CREATE POLICY sweeps_look_everywhere ON deliveries FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_look_everywhere ON mail_threads FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_look_everywhere ON mails FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_forget_old ON deliveries FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_forget_old ON mails FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
