-- A week's review: the sample that was drawn of its conversations, and what a lead says of each.

CREATE TABLE reviews (
    tenant_id text  NOT NULL REFERENCES tenants ON DELETE CASCADE,
    week      date  NOT NULL,
    since     timestamptz NOT NULL,
    until     timestamptz NOT NULL,
    began     jsonb NOT NULL,
    drawn_by  text,
    drawn_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, week),
    CONSTRAINT a_week_begins_on_monday CHECK (extract(isodow FROM week) = 1)
);
COMMENT ON COLUMN reviews.began IS
    'How many conversations of the week each category had when the sample was drawn: what a mark in it stands for.';

CREATE TABLE review_items (
    tenant_id       text NOT NULL,
    week            date NOT NULL,
    place           int  NOT NULL,
    conversation_id text NOT NULL,
    category        text NOT NULL,
    handed_over     boolean NOT NULL,
    reason          text,
    queue           text,
    mark            text CHECK (mark IN ('necessary', 'avoidable', 'late', 'rightly_kept', 'should_have_stopped')),
    source_missing  boolean NOT NULL DEFAULT false,
    note            text,
    marked_by       text,
    marked_at       timestamptz,
    PRIMARY KEY (tenant_id, week, conversation_id),
    UNIQUE (tenant_id, week, place),
    FOREIGN KEY (tenant_id, week) REFERENCES reviews ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    CONSTRAINT a_mark_has_its_moment CHECK ((mark IS NULL) = (marked_at IS NULL)),
    CONSTRAINT a_mark_fits CHECK (mark IS NULL OR (mark IN ('necessary', 'avoidable', 'late')) = handed_over)
);
CREATE INDEX marks_of_conversation ON review_items (tenant_id, conversation_id) WHERE mark IS NOT NULL;

ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON reviews USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
ALTER TABLE review_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_items FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON review_items USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
