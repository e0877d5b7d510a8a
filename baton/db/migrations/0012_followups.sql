-- How a handed-off customer goes on: in line, or by a ticket, a callback or e-mail that was agreed on.

ALTER TABLE handoffs ADD COLUMN mode text NOT NULL DEFAULT 'queued'
    CHECK (mode IN ('live', 'queued', 'ticket', 'callback', 'email'));

ALTER TABLE conversations ADD COLUMN not_before timestamptz;
COMMENT ON COLUMN conversations.not_before IS
    'A callback is booked for then: nobody is offered the conversation earlier, and it counts for nobody''s place.';

CREATE TABLE followups (
    tenant_id       text NOT NULL,
    handoff_id      text NOT NULL,
    conversation_id text NOT NULL,
    mode            text NOT NULL CHECK (mode IN ('ticket', 'callback', 'email')),
    reference       text NOT NULL,
    queue           text NOT NULL,
    owner           text NOT NULL,
    made_at         timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    promised        boolean NOT NULL,
    slot_start      timestamptz,
    slot_end        timestamptz,
    seat            int,
    phone           text,
    email           text,
    zone            text,
    tries           int NOT NULL DEFAULT 0,
    state           text NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
    announced_at    timestamptz,
    ended_at        timestamptz,
    PRIMARY KEY (tenant_id, handoff_id),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE,
    CONSTRAINT a_callback_has_a_slot_and_a_number CHECK (mode <> 'callback'
        OR (slot_start < slot_end AND seat > 0 AND phone IS NOT NULL)),
    CONSTRAINT an_answer_by_email_has_an_address CHECK (mode <> 'email' OR email IS NOT NULL)
);
COMMENT ON COLUMN followups.announced_at IS 'When the team was told that it is due, once for each due time.';
CREATE UNIQUE INDEX one_followup_per_reference ON followups (tenant_id, reference);
CREATE UNIQUE INDEX one_call_per_seat ON followups (tenant_id, queue, slot_start, seat)
    WHERE state = 'open' AND mode = 'callback';
CREATE INDEX followups_due ON followups (tenant_id, due_at) WHERE state = 'open';
CREATE INDEX followups_of_conversation ON followups (tenant_id, conversation_id);
CREATE INDEX followups_to_announce ON followups (coalesce(slot_start, due_at))
    WHERE state = 'open' AND announced_at IS NULL;

ALTER TABLE followups ENABLE ROW LEVEL SECURITY;
ALTER TABLE followups FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON followups USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON followups FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
