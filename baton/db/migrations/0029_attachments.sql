-- Files that are sent with messages. What a message shows of them stands in the message itself; here are the bytes, in
-- portions, and who may have them. A file is sent once, with one message.

CREATE TABLE attachments (
    tenant_id       text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id              text NOT NULL,
    uploader        text NOT NULL,
    conversation_id text,
    message_id      text,
    for_team        boolean NOT NULL DEFAULT false,
    name            text NOT NULL,
    media_type      text NOT NULL,
    bytes           int  NOT NULL DEFAULT 0 CHECK (bytes >= 0),
    width           int,
    height          int,
    state           text NOT NULL CHECK (state IN ('arriving', 'held', 'ready', 'refused')),
    created_at      timestamptz NOT NULL,
    sent_at         timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    CHECK (message_id IS NULL OR (conversation_id IS NOT NULL AND sent_at IS NOT NULL))
);
COMMENT ON COLUMN attachments.uploader IS 'Who may send it or take it back: a customer by the conversation, others by themselves.';
COMMENT ON COLUMN attachments.state IS 'held: no scanner has looked at it yet; refused: one found something, and the bytes are gone.';

CREATE INDEX attachments_of_conversation ON attachments (tenant_id, conversation_id);
CREATE INDEX attachments_not_sent ON attachments (tenant_id, uploader) WHERE message_id IS NULL;
CREATE INDEX attachments_not_sent_by_age ON attachments (created_at) WHERE message_id IS NULL;
CREATE INDEX attachments_to_scan ON attachments (created_at) WHERE state = 'held';

CREATE TABLE attachment_portions (
    tenant_id     text NOT NULL,
    attachment_id text NOT NULL,
    n             int  NOT NULL,
    body          bytea NOT NULL,
    PRIMARY KEY (tenant_id, attachment_id, n),
    FOREIGN KEY (tenant_id, attachment_id) REFERENCES attachments ON DELETE CASCADE
);
ALTER TABLE attachment_portions ALTER COLUMN body SET STORAGE EXTERNAL;

ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON attachments USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON attachments FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_forget_old ON attachments FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');

ALTER TABLE attachment_portions ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment_portions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON attachment_portions USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
