-- What a language model has made of a handoff's packet, beside the packet that the program froze.

CREATE TABLE packet_improvements (
    tenant_id    text NOT NULL,
    handoff_id   text NOT NULL,
    lease        text,
    leased_until timestamptz,
    attempts     int NOT NULL DEFAULT 1,
    outcome      text,
    improved     jsonb,
    ended_at     timestamptz,
    PRIMARY KEY (tenant_id, handoff_id),
    FOREIGN KEY (tenant_id, handoff_id) REFERENCES handoffs ON DELETE CASCADE,
    CONSTRAINT what_has_ended_has_an_outcome CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CONSTRAINT only_the_improved_has_words CHECK ((improved IS NULL) = (outcome IS DISTINCT FROM 'improved'))
);
COMMENT ON TABLE packet_improvements IS
    'A row from the moment that a node asks the model, so that no other does; the lease runs out where that node falls.';

ALTER TABLE packet_improvements ENABLE ROW LEVEL SECURITY;
ALTER TABLE packet_improvements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON packet_improvements USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON packet_improvements FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');

-- Whoever looks for handoffs of the last minutes finds them; a summary of whole pages costs a write next to nothing.
CREATE INDEX handoffs_by_time ON handoffs USING brin (opened_at) WITH (pages_per_range = 16, autosummarize = on);
