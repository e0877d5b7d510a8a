-- Who of the team was named in which note, and whether they have opened it.

CREATE TABLE mentions (
    tenant_id       text   NOT NULL,
    id              bigint GENERATED ALWAYS AS IDENTITY,
    operator_id     text   NOT NULL,
    conversation_id text   NOT NULL,
    seq             int    NOT NULL,
    at              timestamptz NOT NULL,
    seen_at         timestamptz,
    mailed_at       timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, conversation_id, seq, operator_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
COMMENT ON TABLE mentions IS 'Written with the note. Seen is when the operator opened the conversation, mailed when a letter named it.';
CREATE INDEX mentions_of_operator ON mentions (tenant_id, operator_id, id DESC);
CREATE INDEX mentions_unseen ON mentions (tenant_id, operator_id, at) WHERE seen_at IS NULL;

ALTER TABLE mentions ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON mentions USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON mentions FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
