-- The ledger of promises: how each stands, and when it lapses where nothing has settled it.

ALTER TABLE promises
    ALTER COLUMN handoff_id DROP NOT NULL,
    ADD COLUMN queue        text,
    ADD COLUMN basis        text NOT NULL DEFAULT '',
    ADD COLUMN state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'broken', 'withdrawn')),
    ADD COLUMN lapses_at    timestamptz NOT NULL DEFAULT now() + interval '7 days',
    ADD COLUMN closed_at    timestamptz,
    ADD COLUMN closed_why   text,
    ADD COLUMN renewed_from bigint,
    ADD CONSTRAINT what_is_settled_says_when_and_why
        CHECK ((state = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_why IS NULL));
ALTER TABLE promises ALTER COLUMN lapses_at DROP DEFAULT;
COMMENT ON COLUMN promises.lapses_at IS
    'From then on the promise counts as broken, if nothing has settled it. Every promise has such a moment, so none can '
    'stay open for ever. Those made before there was a ledger lapse a week after it came.';

CREATE INDEX promises_by_lapse ON promises (lapses_at) WHERE state = 'open';
CREATE INDEX open_promises ON promises (tenant_id, conversation_id) WHERE state = 'open';
CREATE INDEX promises_of_conversation ON promises (tenant_id, conversation_id, id);
CREATE INDEX settled_promises ON promises (tenant_id, closed_at) WHERE state <> 'open';

-- The desk's own loop looks for what has lapsed in every tenant.
CREATE POLICY sweeps_look_everywhere ON promises FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
