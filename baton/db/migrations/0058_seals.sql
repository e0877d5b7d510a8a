-- The log, sealed: each seal is a hash over a run of events and over the seal before it, so that whoever keeps the last
-- one can tell later whether anything before it was changed. Seals are made beside the writing of messages, by a sweep.

CREATE TABLE seals (
    tenant_id text   NOT NULL,
    number    int    NOT NULL CHECK (number > 0),
    epoch     int    NOT NULL,
    tx        bigint NOT NULL,
    id        bigint NOT NULL,
    line      text   NOT NULL,
    hash      text   NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
COMMENT ON TABLE seals IS
    'A seal of the log. (epoch, tx, id) is the last event that it covers, hash the SHA-256 of line, which names each '
    'event with its own hash, and the hash of the seal before.';

CREATE TABLE seal_salts (
    tenant_id       text NOT NULL,
    conversation_id text NOT NULL,
    salt            text NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id)
);
COMMENT ON TABLE seal_salts IS
    'What is hashed along with each event of a conversation. It goes with an erased conversation: what was said can then '
    'not be guessed from the hashes that stay.';

CREATE FUNCTION seals_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'seals are only ever added' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER seals_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON seals
    FOR EACH STATEMENT EXECUTE FUNCTION seals_are_final();

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['seals', 'seal_salts'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY tenant_wall ON %I USING (tenant_id = current_setting(''baton.tenant'', true)) '
                       'WITH CHECK (tenant_id = current_setting(''baton.tenant'', true))', walled);
    END LOOP;
END $$;
CREATE POLICY sweeps_look_everywhere ON seals FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
