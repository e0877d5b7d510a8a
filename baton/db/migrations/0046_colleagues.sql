-- What a person may do, and that they have left. Their name stays on what they said, so nobody is ever deleted.
ALTER TABLE operators
    ADD COLUMN role    text NOT NULL DEFAULT 'operator' CHECK (role IN ('operator', 'admin')),
    ADD COLUMN left_at timestamptz,
    ADD CONSTRAINT whoever_left_is_offline CHECK (left_at IS NULL OR availability = 'offline');
COMMENT ON COLUMN operators.role IS 'What a browser that this person is signed in with may do. Their keys stay an operator''s.';
COMMENT ON COLUMN operators.left_at IS
    'Since when the person is no longer of the team: nothing that they could sign in with works, and nothing is given to them.';

CREATE OR REPLACE FUNCTION has_room(of_tenant text, of_operator text, takes int) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    room    int;
    gone_at timestamptz;
BEGIN
    SELECT capacity, left_at INTO room, gone_at FROM operators
    WHERE tenant_id = of_tenant AND id = of_operator FOR NO KEY UPDATE;
    IF gone_at IS NOT NULL THEN
        RETURN false;
    END IF;
    RETURN takes IS NULL OR room >= takes + (
        SELECT coalesce(sum(c.weight), 0) FROM conversations c
        WHERE c.tenant_id = of_tenant AND c.owner_id = of_operator AND c.state = 'human' AND NOT sleeps(c));
END $$;
COMMENT ON FUNCTION has_room IS
    'Whether an operator is of the team and can take one more; null: whatever they hold. Whoever asks for the same operator '
    'meanwhile, or removes them, waits for the lock: each statement of a volatile function sees all that was committed before it.';
