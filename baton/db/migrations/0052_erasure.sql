-- The log stays final for everything but one: what a person asks to be forgotten is taken out whole, by the one
-- transaction that says so. What is written is still never changed.
CREATE OR REPLACE FUNCTION the_log_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('baton.erasing', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'the event log is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE INDEX customers_by_address ON customers (tenant_id, lower(email)) WHERE email IS NOT NULL;
