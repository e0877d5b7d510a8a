-- The sweep that forgets old receipts looks in every tenant, as the sweep of undecided messages does.
-- It may delete receipts so, and read them as far as deleting needs it; it can't write or change one.

CREATE POLICY sweeps_forget_old ON receipts FOR DELETE
    USING (current_setting('baton.scope', true) = 'every_tenant');
CREATE POLICY sweeps_look_everywhere ON receipts FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');

CREATE INDEX sign_ins_by_end ON credentials (expires_at) WHERE kind <> 'key';
