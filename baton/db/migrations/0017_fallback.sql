-- How far a wait has come in its fallback chain, and when somebody has to look at it again.

ALTER TABLE handoffs
    ADD COLUMN chain       jsonb,
    ADD COLUMN fallback_at timestamptz;
COMMENT ON COLUMN handoffs.chain IS
    'The place in the chain by which it came to its queue; null where it came otherwise, and its queue''s chain begins.';
COMMENT ON COLUMN handoffs.fallback_at IS
    'When the sweep looks next; null at once. Every move clears it. It decides nothing: the policy does, each time.';
CREATE INDEX unclaimed_handoffs ON handoffs (fallback_at NULLS FIRST)
    WHERE closed_at IS NULL AND claimed_by IS NULL AND mode IN ('live', 'queued');

ALTER TABLE promises ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE;

CREATE POLICY sweeps_look_everywhere ON handoffs FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
