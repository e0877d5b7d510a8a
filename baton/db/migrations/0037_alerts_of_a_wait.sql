-- A conversation that comes back to the queue waits anew: who was shown the wait before knows nothing of this one.

ALTER TABLE alerts
    -- What was shown before this migration counts for no wait; open inboxes say what they show within seconds.
    ADD COLUMN waits_since timestamptz NOT NULL DEFAULT 'epoch',
    DROP CONSTRAINT alerts_pkey,
    ADD PRIMARY KEY (tenant_id, handoff_id, operator_id, channel, waits_since);
ALTER TABLE alerts ALTER COLUMN waits_since DROP DEFAULT;
COMMENT ON COLUMN alerts.waits_since IS 'Which wait it was: when the conversation came into the queue, its held_since then.';
