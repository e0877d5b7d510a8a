-- Who was written to of a wait that nobody here can take, and how each operator wants to hear of waits.

ALTER TABLE alerts
    DROP CONSTRAINT alerts_channel_check,
    ADD CONSTRAINT alerts_channel_check CHECK (channel IN ('inbox', 'desktop', 'email')),
    ALTER COLUMN shown_at DROP NOT NULL,
    ADD COLUMN sent_at     timestamptz,
    ADD COLUMN delivery_id text,
    ADD CONSTRAINT an_alert_was_sent_or_shown CHECK (sent_at IS NOT NULL OR shown_at IS NOT NULL);
COMMENT ON TABLE alerts IS
    'Shown is when an operator''s browser has shown it; sent is when a letter was written, whose fate is in deliveries.';

ALTER TABLE operators
    ADD COLUMN alerts      jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN digested_at timestamptz;
COMMENT ON COLUMN operators.alerts IS 'How they want to hear of waits: sound, desktop, email. What is left out is off.';
COMMENT ON COLUMN operators.digested_at IS 'When they were last written to. Nodes that write at once find it taken.';
