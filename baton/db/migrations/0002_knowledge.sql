-- Sources, their documents, and the passages that answers are quoted from.

CREATE TABLE knowledge (
    tenant_id text   PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
    version   bigint NOT NULL
);
COMMENT ON TABLE knowledge IS
    'One number per tenant, raised with every change of its sources. Raising it locks the row until commit, so that '
    'versions become visible in their order and an index that reads "what changed after n" misses nothing.';

CREATE TABLE sources (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id         text NOT NULL,
    name       text NOT NULL CHECK (name <> ''),
    kind       text NOT NULL CHECK (kind IN ('files', 'entries')),
    added_by   text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX one_source_per_name ON sources (tenant_id, name);

CREATE TABLE documents (
    tenant_id  text   NOT NULL,
    id         text   NOT NULL,
    source_id  text   NOT NULL,
    name       text   NOT NULL,
    title      text   NOT NULL,
    url        text,
    media_type text,
    bytes      bigint NOT NULL,
    digest     bytea  NOT NULL,
    version    int    NOT NULL DEFAULT 1 CHECK (version > 0),
    text       text   NOT NULL,
    passages   int    NOT NULL,
    changed    bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES sources ON DELETE CASCADE
);
COMMENT ON COLUMN documents.changed IS 'The knowledge version that last changed it.';
CREATE INDEX documents_of_source ON documents (tenant_id, source_id, name);
CREATE INDEX documents_by_change ON documents (tenant_id, changed);

CREATE TABLE passages (
    tenant_id   text NOT NULL,
    id          text NOT NULL,
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
    version     int  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents ON DELETE CASCADE
);
CREATE INDEX passages_of_document ON passages (tenant_id, document_id, position);

CREATE TABLE gone_documents (
    tenant_id text   NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id        text   NOT NULL,
    changed   bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE gone_documents IS 'Removed documents, so that indexes that were built before drop them.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['knowledge', 'sources', 'documents', 'passages', 'gone_documents'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
