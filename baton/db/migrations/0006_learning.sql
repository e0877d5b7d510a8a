-- What the sources get wrong or leave out: contradictions, gaps, and the list of questions that must keep working.

ALTER TABLE knowledge ADD COLUMN compared bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN knowledge.compared IS 'The version whose passages were last set against each other.';

CREATE TABLE conflicts (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    key        text NOT NULL,
    kind       text NOT NULL,
    one_id     text NOT NULL,
    other_id   text NOT NULL,
    one_title  text NOT NULL,
    other_title text NOT NULL,
    one_says   text NOT NULL,
    other_says text NOT NULL,
    found_at   timestamptz NOT NULL,
    dismissed_by text,
    dismissed_at timestamptz,
    PRIMARY KEY (tenant_id, key)
);
COMMENT ON COLUMN conflicts.key IS 'A digest of both sentences: what was dismissed stays so until one of them changes.';

CREATE TABLE gaps (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id         text NOT NULL,
    state      text NOT NULL CHECK (state IN ('open', 'closed', 'dismissed')),
    created_at timestamptz NOT NULL,
    settled_by text,
    settled_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE gap_questions (
    tenant_id       text NOT NULL,
    conversation_id text NOT NULL,
    seq             int  NOT NULL,
    gap_id          text NOT NULL,
    text            text NOT NULL,
    reason          text NOT NULL,
    at              timestamptz NOT NULL,
    answered        boolean,
    PRIMARY KEY (tenant_id, conversation_id, seq),
    FOREIGN KEY (tenant_id, gap_id) REFERENCES gaps ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
CREATE INDEX questions_of_gap ON gap_questions (tenant_id, gap_id);
COMMENT ON COLUMN gap_questions.answered IS 'What came of asking it again: null before it was.';

CREATE TABLE kept_questions (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id         text NOT NULL,
    question   text NOT NULL,
    expected   jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    outcome    jsonb,
    outcome_at timestamptz,
    before     jsonb,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE kept_questions IS 'Questions of the test bench that must keep working: what is expected, what came last and before that.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['conflicts', 'gaps', 'gap_questions', 'kept_questions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
