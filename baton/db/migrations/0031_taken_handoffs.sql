-- Reports read the handoffs that were taken in a period, the latest first.

CREATE INDEX taken_handoffs ON handoffs (tenant_id, claimed_at DESC) WHERE claimed_at IS NOT NULL;
