-- Vectors of meaning, where a server of embeddings is configured.

CREATE TABLE vectors (
    tenant_id text  NOT NULL REFERENCES tenants ON DELETE CASCADE,
    model     text  NOT NULL,
    digest    bytea NOT NULL,
    vector    bytea NOT NULL,
    PRIMARY KEY (tenant_id, model, digest)
);
COMMENT ON TABLE vectors IS
    'By the digest of a passage''s text, not by its id: a page that did not change is never embedded again.';

ALTER TABLE vectors ENABLE ROW LEVEL SECURITY;
ALTER TABLE vectors FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON vectors USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
