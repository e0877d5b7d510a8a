-- What waiting customers were told of their place and wait, and what came of it: the estimate learns from these rows.

CREATE TABLE waits_told (
    tenant_id       text NOT NULL,
    handoff_id      text NOT NULL,
    number          int  NOT NULL,
    conversation_id text NOT NULL,
    queue           text NOT NULL,
    at              timestamptz NOT NULL,
    position        int  NOT NULL,
    expected_s      real,
    exponent        real,
    is_free         boolean NOT NULL DEFAULT false,
    low_s           real,
    high_s          real,
    told_s          real,
    ended_at        timestamptz,
    was_served      boolean,
    PRIMARY KEY (tenant_id, handoff_id, number),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE,
    CONSTRAINT a_range_is_in_order CHECK (low_s <= high_s),
    CONSTRAINT a_wait_ends_one_way CHECK ((ended_at IS NULL) = (was_served IS NULL))
);
COMMENT ON TABLE waits_told IS
    'One row for each time that a customer was told where they stand, numbered from 1: its key is what makes one node '
    'tell them and not two. `expected_s` is null where nobody was there to be waited for.';
COMMENT ON COLUMN waits_told.told_s IS
    'The longest wait that the words named, null where the range was not told. One that is only reckoned counts all the '
    'same for whether the next may be told.';
COMMENT ON COLUMN waits_told.was_served IS
    'Whether the wait ended with a person. Where not, they gave up, or went on in another way or another queue.';
CREATE INDEX waits_of_queue ON waits_told (tenant_id, queue, at) WHERE number = 1 AND expected_s IS NOT NULL;
CREATE INDEX waits_not_ended ON waits_told (tenant_id) WHERE ended_at IS NULL;

CREATE TABLE waits_rounds (
    tenant_id text PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
    at        timestamptz NOT NULL
);
COMMENT ON TABLE waits_rounds IS 'When the waiting customers of a tenant were last looked after, by whichever node.';

CREATE INDEX handoffs_ended ON handoffs (tenant_id, queue, closed_at) WHERE closed_at IS NOT NULL AND claimed_at IS NOT NULL;

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['waits_told', 'waits_rounds'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
