-- What the sources call a thing, and what customers call it.

CREATE TABLE own_words (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    word       text NOT NULL CHECK (word <> ''),
    others     text[] NOT NULL CHECK (cardinality(others) > 0),
    updated_by text,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, word)
);

ALTER TABLE own_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_words FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON own_words USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
