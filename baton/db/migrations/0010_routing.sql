-- Who may be given what, in which order it waits, and offers with a time limit.

-- The owner of the tables is bound by the wall too, and what is here has to be rewritten for every tenant.
ALTER TABLE operators NO FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations NO FORCE ROW LEVEL SECURITY;

ALTER TABLE operators
    ADD COLUMN region      text,
    ADD COLUMN capacity    int NOT NULL DEFAULT 4,
    ADD COLUMN away_reason text,
    ADD COLUMN idle_since  timestamptz,
    ADD COLUMN lost_at     timestamptz;
COMMENT ON COLUMN operators.capacity IS 'Points: how much may be held at once, each conversation counting by its weight.';
COMMENT ON COLUMN operators.idle_since IS
    'Since when nothing new was given to them: the last conversation they took, or when they became available.';
COMMENT ON COLUMN operators.lost_at IS
    'When they went offline, or were no longer heard of, with conversations in their hands. Null once they are back.';

-- A skill that was listed without a level is one that its operator can do alone: 3 of 5.
ALTER TABLE operators ALTER COLUMN skills DROP DEFAULT;
UPDATE operators SET skills = coalesce((
    SELECT jsonb_object_agg(said.name, said.level) FROM (
        SELECT DISTINCT ON (1) CASE jsonb_typeof(one) WHEN 'object' THEN one ->> 'name' ELSE one #>> '{}' END AS name,
               CASE WHEN jsonb_typeof(one) = 'object' AND (one ->> 'level') ~ '^[1-5]$' THEN (one ->> 'level')::int
                    ELSE 3 END AS level
        FROM jsonb_array_elements(skills) AS one
    ) AS said WHERE said.name <> ''), '{}') WHERE jsonb_typeof(skills) = 'array';
ALTER TABLE operators
    ALTER COLUMN skills SET DEFAULT '{}',
    ADD CONSTRAINT skills_have_levels CHECK (jsonb_typeof(skills) = 'object'),
    ADD CONSTRAINT nobody_holds_less_than_nothing CHECK (capacity BETWEEN 0 AND 100);

ALTER TABLE conversations
    ADD COLUMN ranks_at timestamptz,
    ADD COLUMN weight   int   NOT NULL DEFAULT 1 CHECK (weight BETWEEN 0 AND 100),
    ADD COLUMN needs    jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN conversations.ranks_at IS
    'Its place: whoever ranks earliest is served first, ties by id. It is when the wait began less the credit that '
    'priority, tier and urgency give, and stays for as long as the handoff is open.';
UPDATE conversations SET ranks_at = waiting_since - (ARRAY[0, 300, 600, 1800])[priority + 1] * interval '1 second'
    WHERE state = 'queued';
ALTER TABLE conversations
    DROP CONSTRAINT what_waits_has_a_queue,
    ADD CONSTRAINT what_waits_has_a_queue
        CHECK (state <> 'queued' OR (queue IS NOT NULL AND waiting_since IS NOT NULL AND ranks_at IS NOT NULL));
DROP INDEX waiting_list;
CREATE INDEX waiting_list ON conversations (tenant_id, queue, ranks_at, id) WHERE state = 'queued';

ALTER TABLE operators FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;

CREATE FUNCTION has_room(of_tenant text, of_operator text, takes int) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    room int;
BEGIN
    SELECT capacity INTO room FROM operators WHERE tenant_id = of_tenant AND id = of_operator FOR NO KEY UPDATE;
    RETURN room >= takes + (SELECT coalesce(sum(weight), 0) FROM conversations
                            WHERE tenant_id = of_tenant AND owner_id = of_operator AND state = 'human');
END $$;
COMMENT ON FUNCTION has_room IS
    'Whether an operator can take one more. Whoever asks for the same operator meanwhile waits for the lock, and then '
    'counts what the first one took: each statement of a volatile function sees all that was committed before it.';

CREATE TABLE offers (
    tenant_id       text NOT NULL,
    id              text NOT NULL,
    conversation_id text NOT NULL,
    handoff_id      text NOT NULL,
    operator_id     text NOT NULL,
    queue           text NOT NULL,
    state           text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'expired', 'rescinded')),
    why             jsonb NOT NULL DEFAULT '{}',
    reason          text,
    note            text,
    offered_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > offered_at),
    ended_at        timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE,
    CONSTRAINT an_offer_stands_until_it_ends CHECK ((state = 'offered') = (ended_at IS NULL))
);
COMMENT ON COLUMN offers.why IS 'Why this person: a code and a sentence. `reason` is why it ended, as a word.';
CREATE UNIQUE INDEX one_open_offer_per_conversation ON offers (tenant_id, conversation_id) WHERE state = 'offered';
CREATE UNIQUE INDEX one_open_offer_per_operator ON offers (tenant_id, operator_id) WHERE state = 'offered';
CREATE INDEX offers_by_expiry ON offers (expires_at) WHERE state = 'offered';
CREATE INDEX offers_of_conversation ON offers (tenant_id, conversation_id, offered_at);

CREATE FUNCTION offer_stands(of_tenant text, of_offer text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM offers WHERE tenant_id = of_tenant AND id = of_offer AND state = 'offered');
END $$;
COMMENT ON FUNCTION offer_stands IS
    'Asked again once the row of the conversation is locked, when it sees what others have done to the offer meanwhile.';

ALTER TABLE offers ENABLE ROW LEVEL SECURITY;
ALTER TABLE offers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON offers USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));

-- The loops that assign look for offers that are over, and for operators who are lost, in every tenant.
CREATE POLICY sweeps_look_everywhere ON offers FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_look_everywhere ON operators FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
