-- Websites as sources: what is read of one, how far the reading is, and each page's last answer.

ALTER TABLE sources DROP CONSTRAINT sources_kind_check;
ALTER TABLE sources ADD CONSTRAINT sources_kind_check CHECK (kind IN ('files', 'entries', 'website'));

ALTER TABLE documents ADD COLUMN origin text;
ALTER TABLE documents ADD COLUMN sketch bytea NOT NULL DEFAULT '';
COMMENT ON COLUMN documents.origin IS 'The folder or archive that it came out of; when it is missing there, it goes.';
COMMENT ON COLUMN documents.sketch IS 'What it is compared by, to find pages that say nearly the same.';

CREATE TABLE websites (
    tenant_id    text NOT NULL,
    source_id    text NOT NULL,
    url          text NOT NULL,
    most_pages   int  NOT NULL CHECK (most_pages > 0),
    most_depth   int  NOT NULL CHECK (most_depth >= 0),
    state        text NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'failed', 'stopped')),
    run          int  NOT NULL DEFAULT 0,
    reader       int  NOT NULL DEFAULT 0,
    note         text NOT NULL DEFAULT '',
    started_at   timestamptz,
    finished_at  timestamptz,
    lease        text,
    leased_until timestamptz,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES sources ON DELETE CASCADE
);
COMMENT ON COLUMN websites.run IS 'Raised when a reading begins anew; one that was broken off goes on under its number.';
COMMENT ON COLUMN websites.reader IS
    'The version of the program''s reading that read it whole last; another one asks for every page anew.';
COMMENT ON COLUMN websites.lease IS 'Who is reading. One that has not been renewed is taken over by whoever looks next.';
CREATE INDEX websites_to_read ON websites (leased_until) WHERE state IN ('waiting', 'reading');

CREATE TABLE web_pages (
    tenant_id   text NOT NULL,
    source_id   text NOT NULL,
    url         text NOT NULL,
    run         int  NOT NULL,
    depth       int  NOT NULL,
    state       text NOT NULL CHECK (state IN ('found', 'read', 'unchanged', 'skipped', 'elsewhere', 'gone')),
    why         text NOT NULL DEFAULT '',
    document_id text,
    etag        text,
    modified    text,
    PRIMARY KEY (tenant_id, source_id, url),
    FOREIGN KEY (tenant_id, source_id) REFERENCES websites ON DELETE CASCADE
);
COMMENT ON TABLE web_pages IS 'Every address that a reading came across, under the number of the last reading that did.';

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['websites', 'web_pages'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;

-- Whoever looks for websites to read looks in every tenant, and sees no more than that there is one.
CREATE POLICY sweeps_look_everywhere ON websites FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
