-- Whether a packet was useful to the operator who got it, and what it lacked.

CREATE TABLE packet_ratings (
    tenant_id   text NOT NULL,
    handoff_id  text NOT NULL,
    operator_id text NOT NULL,
    useful      boolean NOT NULL,
    lacked      text[] NOT NULL DEFAULT '{}',
    note        text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, handoff_id, operator_id),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE
);
CREATE INDEX latest_ratings ON packet_ratings (tenant_id, at DESC);

ALTER TABLE packet_ratings ENABLE ROW LEVEL SECURITY;
ALTER TABLE packet_ratings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON packet_ratings USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
