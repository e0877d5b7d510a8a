-- What the team arranges of a conversation without moving the baton: its labels, when it comes back, what it goes on in.

ALTER TABLE conversations
    ADD COLUMN labels              text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN snoozed_until       timestamptz,
    ADD COLUMN snoozed_until_reply boolean NOT NULL DEFAULT false,
    ADD COLUMN snoozed_seq         int,
    ADD COLUMN snoozed_under       int,
    ADD COLUMN woken               text CHECK (woken IN ('time', 'reply', 'promise', 'moved', 'operator')),
    ADD COLUMN merged_into         text,
    ADD CONSTRAINT a_snooze_has_an_end
        CHECK ((snoozed_seq IS NOT NULL) = (snoozed_until IS NOT NULL OR snoozed_until_reply)),
    ADD CONSTRAINT a_snooze_has_a_fence CHECK ((snoozed_seq IS NULL) = (snoozed_under IS NULL)),
    ADD CONSTRAINT merged_into_another FOREIGN KEY (tenant_id, merged_into) REFERENCES conversations (tenant_id, id),
    ADD CONSTRAINT nothing_goes_on_in_itself CHECK (merged_into <> id);
COMMENT ON COLUMN conversations.snoozed_seq IS
    'The end of the log when it was snoozed, and `snoozed_under` the version. A customer''s message after it, or a move, '
    'ends the snooze at once and by itself: it is then no longer true that asked_seq <= snoozed_seq and version = '
    'snoozed_under. So the statement that stores a message need not know of snoozes.';
COMMENT ON COLUMN conversations.woken IS 'Why it came back from its last snooze; null while it sleeps or never slept.';

-- No column in these changes with a message, so a message still rewrites its row in place.
CREATE INDEX snoozed ON conversations (snoozed_until) WHERE snoozed_seq IS NOT NULL;
CREATE INDEX merged_from ON conversations (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX labelled ON conversations USING gin (labels) WHERE labels <> '{}';

CREATE TABLE labels (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    name       text NOT NULL CHECK (name <> '' AND name = lower(name)),
    colour     text NOT NULL,
    updated_by text,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
COMMENT ON TABLE labels IS 'The labels that a company uses. A conversation keeps the names; without one here it has no colour.';

CREATE TABLE macros (
    tenant_id  text  NOT NULL REFERENCES tenants ON DELETE CASCADE,
    name       text  NOT NULL CHECK (name <> '' AND name = lower(name)),
    steps      jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
    updated_by text,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
COMMENT ON TABLE macros IS 'Steps that an operator takes at once, in order.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['labels', 'macros'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
