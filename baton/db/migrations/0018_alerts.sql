-- Who was shown that a customer waits, on which channel, and when.

CREATE TABLE alerts (
    tenant_id   text NOT NULL,
    handoff_id  text NOT NULL,
    operator_id text NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('inbox', 'desktop')),
    shown_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, handoff_id, operator_id, channel),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE alerts IS 'Written when an operator''s browser has shown it, not when it was sent: silence can be told from delivery.';

ALTER TABLE alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE alerts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON alerts USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON alerts FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
