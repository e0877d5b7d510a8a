-- What an operator has written and not yet sent, so that they find it on another device.

CREATE TABLE drafts (
    tenant_id       text  NOT NULL,
    operator_id     text  NOT NULL,
    conversation_id text  NOT NULL,
    kind            text  NOT NULL CHECK (kind IN ('text', 'note')),
    text            text  NOT NULL CHECK (text <> ''),
    cites           jsonb NOT NULL DEFAULT '[]',
    mentions        jsonb NOT NULL DEFAULT '[]',
    written_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, operator_id, conversation_id, kind),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
COMMENT ON TABLE drafts IS 'One operator''s own, of a reply or a note. No event tells of them; they are gone once sent or dismissed.';
CREATE INDEX drafts_of_operator ON drafts (tenant_id, operator_id, written_at DESC);

ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON drafts USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
