-- A conversation that is snoozed asks nothing of the operator who holds it, and leaves room for another meanwhile.

CREATE FUNCTION sleeps(c conversations) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT c.snoozed_seq IS NOT NULL AND c.version = c.snoozed_under AND c.asked_seq <= c.snoozed_seq
$$;
COMMENT ON FUNCTION sleeps IS
    'Whether a snooze stands: no word of the customer''s and no move since. Its time is ended by the loop that wakes.';

CREATE OR REPLACE FUNCTION has_room(of_tenant text, of_operator text, takes int) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    room int;
BEGIN
    SELECT capacity INTO room FROM operators WHERE tenant_id = of_tenant AND id = of_operator FOR NO KEY UPDATE;
    RETURN room >= takes + (SELECT coalesce(sum(c.weight), 0) FROM conversations c
                            WHERE c.tenant_id = of_tenant AND c.owner_id = of_operator AND c.state = 'human'
                              AND NOT sleeps(c));
END $$;
