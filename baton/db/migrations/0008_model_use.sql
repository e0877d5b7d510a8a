-- What each tenant has used of the language model, by day, where one is configured.

CREATE TABLE model_use (
    tenant_id text   NOT NULL REFERENCES tenants ON DELETE CASCADE,
    day       date   NOT NULL,
    tokens    bigint NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (tenant_id, day)
);
COMMENT ON TABLE model_use IS 'Tokens both ways, days in UTC; the policy may bound them.';

ALTER TABLE model_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_use FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON model_use USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
