-- For whom a source is, who answers for it and when it is looked through again; and the passages of past versions.

ALTER TABLE sources
    ADD COLUMN audience   text NOT NULL DEFAULT 'public' CHECK (audience IN ('public', 'operators', 'internal')),
    ADD COLUMN rules      jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN owner      text,
    ADD COLUMN review_on  date,
    ADD COLUMN checked_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN sources.rules IS 'Audiences of some of its documents, by pattern: [{"match": "internal/*", "audience": "operators"}].';
COMMENT ON COLUMN sources.checked_at IS 'When it was last compared with what it is read from, whether anything had changed or not.';

ALTER TABLE documents
    ADD COLUMN audience     text CHECK (audience IN ('public', 'operators', 'internal')),
    ADD COLUMN audience_by  text CHECK (audience_by IN ('document', 'rule', 'proposed', 'person')),
    ADD COLUMN audience_why text NOT NULL DEFAULT '',
    ADD CONSTRAINT marked_by_somebody CHECK ((audience IS NULL) = (audience_by IS NULL));
COMMENT ON COLUMN documents.audience IS 'In the place of its source''s audience; null where that one holds.';

CREATE TABLE past_passages (
    tenant_id   text NOT NULL,
    id          text NOT NULL,
    version     int  NOT NULL,
    document_id text NOT NULL,
    source_id   text NOT NULL,
    position    int  NOT NULL,
    title       text NOT NULL,
    heading     text NOT NULL,
    anchor      text,
    question    text,
    text        text NOT NULL,
    start_at    int  NOT NULL,
    end_at      int  NOT NULL,
    language    text,
    url         text,
    audience    text NOT NULL,
    PRIMARY KEY (tenant_id, id, version),
    FOREIGN KEY (tenant_id, source_id) REFERENCES sources ON DELETE CASCADE
);
COMMENT ON TABLE past_passages IS
    'What passages said before their document changed, so that an answer''s citation still opens what it cited.';
CREATE INDEX past_passages_of_source ON past_passages (tenant_id, source_id);

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['past_passages'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
