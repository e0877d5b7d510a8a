-- Finding what was said among everything that was said, and lists that somebody keeps under a name.

-- The words of a text, each once. Scripts that put no spaces between words are cut into pairs of characters,
-- and the last one by itself. What is looked for is cut by the same function, so that the two always agree.
CREATE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT strip(to_tsvector('simple', translate(spaced, '-/.@_+:<>&=', '           '))) || pairs
    FROM (SELECT CASE WHEN octet_length(said) > length(said)
                      THEN regexp_replace(said, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+', ' ', 'g') ELSE said END AS spaced,
                 CASE WHEN octet_length(said) > length(said) THEN array_to_tsvector(array(
                     SELECT substr(run[1], at, 2) FROM regexp_matches(said, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+', 'g') AS run,
                         generate_series(1, length(run[1])) AS at)) ELSE '' END AS pairs) AS cut
$$;

CREATE TABLE searchable (
    tenant_id       text     NOT NULL,
    conversation_id text     NOT NULL,
    seq             int      NOT NULL,
    words           tsvector NOT NULL,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
COMMENT ON TABLE searchable IS
    'The words of each message but the desk''s own notices, at its seq, and of the customer, at the seq of the opening. '
    'Row-level security lets no condition of a query go before its own unless that can''t leak, and looking by words can. '
    'So the condition is the wall''s own: what is looked for stands in the setting baton.find. Without it no row is seen.';
CREATE INDEX searchable_by_word ON searchable USING gin (words);
CREATE INDEX searchable_of_conversation ON searchable (tenant_id, conversation_id);

CREATE TABLE searchable_until (
    tenant_id text   PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
    epoch     int    NOT NULL DEFAULT 0,
    tx        bigint NOT NULL DEFAULT 0,
    id        bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE searchable_until IS 'The place in the log up to which words are kept; whoever goes on from it locks the row.';

CREATE TABLE saved_views (
    tenant_id   text   NOT NULL REFERENCES tenants ON DELETE CASCADE,
    id          text   NOT NULL,
    operator_id text,
    name        text   NOT NULL CHECK (name <> ''),
    base        text   NOT NULL,
    filters     jsonb  NOT NULL,
    find        text   NOT NULL DEFAULT '',
    position    int    NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
COMMENT ON COLUMN saved_views.operator_id IS 'Whose it is alone; null where the whole team has it.';

ALTER TABLE searchable ENABLE ROW LEVEL SECURITY;
ALTER TABLE searchable FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON searchable FOR SELECT
    USING (tenant_id = current_setting('baton.tenant', true) AND words @@ current_setting('baton.find', true)::tsquery);
CREATE POLICY only_added_to ON searchable FOR INSERT WITH CHECK (tenant_id = current_setting('baton.tenant', true));

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['searchable_until', 'saved_views'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
CREATE POLICY sweeps_look_everywhere ON searchable_until FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
